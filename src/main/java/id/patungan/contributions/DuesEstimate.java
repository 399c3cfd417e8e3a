package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Dues that are earned before they are billed, as far as the viewer may see them.
 *
 * @param paper number, date, description, entry, reversal
 * @param year that they are for
 * @param legalText the agreement as it was named
 * @param billedBy the assessment that bills them; null while they are not billed
 * @param shares those within the viewer's reach, also of those who pay nothing
 * @param whole what only those see who read the whole book; null for others
 */
public record DuesEstimate(
        Paper paper,
        int year,
        String fund,
        LegalBasis legalBasis,
        String legalText,
        @Nullable String billedBy,
        List<Share> shares,
        @Nullable Whole whole) {

    /** Takes a copy. */
    public DuesEstimate {
        shares = List.copyOf(shares);
    }

    /** Its number, such as {@code ES-2026-0001}. */
    public String code() {
        return paper.code();
    }

    /** Whether it waits to be billed. */
    public boolean open() {
        return billedBy == null && paper.reversal() == null;
    }

    /** What is estimated of the shares within reach. */
    public Money sum() {
        return shares.stream().map(Share::share).reduce(Money::plus).orElseThrow();
    }

    /**
     * What is estimated of a party.
     *
     * @param charge as postings on 11330 name it
     */
    public record Share(String party, String name, String charge, Money share, boolean member) {}

    /**
     * The estimate as a whole, frozen.
     *
     * @param digest SHA-256 of rule, inputs and result, hexadecimal
     */
    public record Whole(Money total, String rule, Sheet sheet, String digest) {}
}
