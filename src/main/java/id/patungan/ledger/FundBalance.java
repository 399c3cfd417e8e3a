package id.patungan.ledger;

import id.patungan.basics.FundCode;

import java.util.List;

/**
 * The cash of one fund over a period, in minor units.
 *
 * @param opening before the period
 * @param in received in cash and bank accounts, transfers between them left out
 * @param out paid from them, not negative
 */
public record FundBalance(FundCode fund, long opening, long in, long out) {

    /** All together, under the code {@code ALL}. */
    public static FundBalance total(List<FundBalance> balances) {
        return balances.stream()
                .reduce(new FundBalance(new FundCode("ALL"), 0, 0, 0), FundBalance::plus);
    }

    FundBalance plus(FundBalance other) {
        return new FundBalance(
                fund,
                Math.addExact(opening, other.opening),
                Math.addExact(in, other.in),
                Math.addExact(out, other.out));
    }

    /** What is there at the end. */
    public long closing() {
        return Math.subtractExact(Math.addExact(opening, in), out);
    }
}
