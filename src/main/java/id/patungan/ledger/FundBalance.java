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
                .reduce(
                        new FundBalance(new FundCode("ALL"), 0, 0, 0),
                        (a, b) ->
                                new FundBalance(
                                        a.fund,
                                        Math.addExact(a.opening, b.opening),
                                        Math.addExact(a.in, b.in),
                                        Math.addExact(a.out, b.out)));
    }

    /** What is there at the end. */
    public long closing() {
        return Math.subtractExact(Math.addExact(opening, in), out);
    }
}
