package id.patungan.allocation;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.util.Currency;
import java.util.List;

/**
 * Divides an amount by a rule: exact fractions throughout, then one rounding pass.
 *
 * <p>Every party first gets its quota rounded down to the unit; the units left over go, one each,
 * to the largest remainders (Hamilton's method). So the shares add up to the total, and none is a
 * whole unit away from its quota. A party with the quota zero pays zero. A negative total gives the
 * same shares with the other sign. Nothing depends on the order of the parties.
 *
 * <p>A rule that makes its own total is the exception: see {@link #charge}.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * The shares of a total.
     *
     * @throws AllocationException if the rule cannot be applied; it carries every reason found
     */
    public static Shares allocate(Money total, RuleDocument document, Parties parties) {
        if (parties.all().isEmpty()) {
            throw AllocationException.noParties();
        }
        if (document.rule().ownTotal()) {
            var charged = charge(total.currency(), document, parties);
            if (!charged.total().equals(total)) {
                throw AllocationException.otherTotal(total, charged.total());
            }
            return charged;
        }
        var division = new Division(total, parties);
        var quotas = division.quotas(document.rule());
        return new Rounding(total, document, parties).round(quotas, division.trace());
    }

    /**
     * What each party pays by a rule that makes its own total ({@link Rule#ownTotal}), such as a
     * price list: every share is rounded half up to the unit, and their sum is the total.
     *
     * @throws AllocationException if the rule cannot be applied, or divides a total, which is not
     *     given here
     */
    public static Shares charge(Currency currency, RuleDocument document, Parties parties) {
        if (parties.all().isEmpty()) {
            throw AllocationException.noParties();
        }
        if (!document.rule().ownTotal()) {
            throw AllocationException.noTotal();
        }
        var none = Money.zero(currency);
        var division = new Division(none, parties);
        var prices = division.prices(document.rule());
        return new Rounding(none, document, parties).each(prices, division.trace());
    }

    /**
     * The shares of several totals by one rule, such as the lines of a budget, in the way that the
     * document names.
     *
     * @param totals at least one, all in one currency
     * @throws AllocationException if the rule cannot be applied; it carries every reason found
     */
    public static LineShares split(
            List<LineShares.Total> totals, RuleDocument document, Parties parties) {
        return new Splitting(document, parties).split(totals);
    }

    /**
     * A step on the way from one result to another of the same total: {@code (100 − s) % before + s
     * % after} of the exact quotas, rounded once as the document says. A party that one of them
     * does not know pays nothing by it.
     *
     * @param before the shares of the total by a rule that divides it
     * @param after those by the document
     * @param shareNew {@code s}, in percent from 0 to 100
     * @param corridor as in {@link Rule.Blend}; null for no limit
     * @param parties all those of both
     * @throws AllocationException if the step cannot be made; it carries every reason found
     */
    public static Shares between(
            Shares before,
            Shares after,
            Fraction shareNew,
            @Nullable Fraction corridor,
            RuleDocument document,
            Parties parties) {
        if (!before.total().equals(after.total())) {
            throw new IllegalArgumentException("Two totals: " + before.total() + after.total());
        }
        var division = new Division(after.total(), parties);
        var quotas = division.between(before, after, shareNew, corridor);
        return new Rounding(after.total(), document, parties).round(quotas, division.trace());
    }

    /** The shares of a total by a rule with the defaults around it. */
    public static Shares allocate(Money total, Rule rule, Parties parties) {
        return allocate(total, RuleDocument.of(rule), parties);
    }
}
