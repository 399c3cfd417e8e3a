package id.patungan.contributions;

import id.patungan.basics.Money;
import id.patungan.contributions.paying.PaymentLine;

import org.jspecify.annotations.Nullable;

/**
 * What one paying unit carries of a charge, derived from the postings that name both; never stored.
 * Over the units of a charge each figure adds to that of the charge.
 *
 * @param unit null for what an entry made by hand has moved without naming a unit
 * @param line by which it carries it; null where the lines that divided the charge do not name it
 * @param charged billed to it, less what was taken back
 * @param open charged − written off − paid
 */
public record UnitAccount(
        String charge,
        String assessment,
        String party,
        String partyName,
        @Nullable String unit,
        @Nullable String unitName,
        int version,
        @Nullable PaymentLine line,
        Money charged,
        Money paid,
        Money writtenOff,
        Money open) {

    /** Whose money it is in the end; null where nothing is said. */
    public @Nullable String source() {
        return line == null ? null : line.source();
    }
}
