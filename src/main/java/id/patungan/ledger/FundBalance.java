package id.patungan.ledger;

import id.patungan.basics.FundCode;

/**
 * The cash of one fund over a period, in minor units.
 *
 * @param opening before the period
 * @param in received in cash and bank accounts, transfers between them left out
 * @param out paid from them, not negative
 */
public record FundBalance(FundCode fund, long opening, long in, long out) {

    /** What is there at the end. */
    public long closing() {
        return Math.subtractExact(Math.addExact(opening, in), out);
    }
}
