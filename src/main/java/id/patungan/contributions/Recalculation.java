package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * The difference that later figures made to an assessment, as far as the viewer may see it.
 *
 * @param due last day to pay what is more
 * @param source where the later figures stand
 * @param changes by party, also those for whom nothing changed
 * @param whole what only those see who read the whole book; null for others
 */
public record Recalculation(
        Paper paper,
        String assessment,
        LocalDate due,
        String reason,
        String source,
        List<Change> changes,
        @Nullable Whole whole) {

    /** Takes a copy. */
    public Recalculation {
        changes = List.copyOf(changes);
    }

    /** Its number, such as {@code TU-2007-0001}. */
    public String code() {
        return paper.code();
    }

    /**
     * What a party is charged by the later figures.
     *
     * @param before what it was charged until then
     */
    public record Change(String party, String name, String charge, Money before, Money share) {

        /** Above zero to pay, below zero to be credited. */
        public Money difference() {
            return share.minus(before);
        }
    }

    /** The run as a whole, frozen; digest is SHA-256 of rule, inputs and result, hexadecimal. */
    public record Whole(Sheet sheet, String digest) {}

    /** What a run would change; nothing is stored. */
    public record Preview(Sheet sheet, List<Change> changes) {

        /** Takes a copy. */
        public Preview {
            changes = List.copyOf(changes);
        }
    }
}
