package id.patungan.allocation;

import id.patungan.basics.Money;

/**
 * Divides an amount by a rule: exact fractions throughout, then one rounding pass.
 *
 * <p>Every party first gets its quota rounded down to the unit; the units left over go, one each,
 * to the largest remainders (Hamilton's method). So the shares add up to the total, and none is a
 * whole unit away from its quota. A party with the quota zero pays zero. A negative total gives the
 * same shares with the other sign. Nothing depends on the order of the parties.
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
        var division = new Division(total, parties);
        var quotas = division.quotas(document.rule());
        return new Rounding(total, document, parties).round(quotas, division.trace());
    }

    /** The shares of a total by a rule with the defaults around it. */
    public static Shares allocate(Money total, Rule rule, Parties parties) {
        return allocate(total, RuleDocument.of(rule), parties);
    }
}
