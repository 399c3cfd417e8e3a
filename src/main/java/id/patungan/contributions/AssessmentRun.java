package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * An assessment that was prepared, and what was decided about it.
 *
 * @param number in the body, from 1
 * @param wish what is asked for
 * @param sheet its calculation, frozen
 * @param digest SHA-256 of that calculation, hexadecimal; the assessment that is issued has the
 *     same
 * @param approval whether another person than the preparer must decide
 * @param assessment that was issued by it; null unless it was approved
 * @param cancelled whether that assessment was cancelled since
 * @param reason that was given with the decision
 */
public record AssessmentRun(
        int number,
        State state,
        NewAssessment wish,
        Sheet sheet,
        Money total,
        String digest,
        boolean approval,
        String preparedBy,
        Instant preparedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String assessment,
        boolean cancelled) {

    /** What became of a run. */
    public enum State {
        /** Nobody has decided. */
        WAITING,
        /** Approved and issued. */
        APPROVED,
        /** Turned down. */
        REJECTED,
        /** Taken back by those who prepare. */
        WITHDRAWN;

        /** As sent: {@code waiting}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What it charges beside the year before.
     *
     * @param assessment of the year before; null if there was none
     * @param later the later figures by which that stands; null if there are none
     * @param changes by party: those who are charged, then those who are no longer
     */
    public record Comparison(
            @Nullable String assessment, @Nullable String later, List<Change> changes, Money zero) {

        /** Takes a copy. */
        public Comparison {
            changes = List.copyOf(changes);
        }

        /** The sum of the year before. */
        public Money before() {
            return changes.stream()
                    .map(change -> change.before() == null ? zero : change.before())
                    .reduce(zero, Money::plus);
        }

        /** The sum that is asked for. */
        public Money now() {
            return changes.stream().map(Change::now).reduce(zero, Money::plus);
        }

        /** All together. */
        public Change sum() {
            return new Change("", "", assessment == null ? null : before(), now());
        }
    }

    /**
     * A party beside its share of the year before, as that stands.
     *
     * @param before null if it was not charged then
     */
    public record Change(String party, String name, @Nullable Money before, Money now) {

        /** How much more; below zero for less. */
        public Money more() {
            return before == null ? now : now.minus(before);
        }

        /** Whether it was not charged the year before. */
        public boolean joined() {
            return (before == null || before.isZero()) && !now.isZero();
        }

        /** Whether it is no longer charged. */
        public boolean left() {
            return before != null && !before.isZero() && now.isZero();
        }
    }
}
