package id.patungan.contributions;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.Shares;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

/**
 * The rule by which dues are divided on a day, with all that dividing another total needs.
 *
 * @param name for people
 * @param code of the body's rule; null for a rule of the assessment's own
 * @param version of that rule; null for a rule of the assessment's own
 * @param assessment the last that charged dues by it
 */
public record DuesRule(
        String name,
        @Nullable String code,
        @Nullable Integer version,
        String assessment,
        RuleDocument document,
        Parties parties) {

    /** Whether it makes its own total, such as a price list: then it divides no other one. */
    public boolean ownTotal() {
        return document.rule().ownTotal();
    }

    /**
     * The shares of another total; nothing is stored or charged.
     *
     * @throws id.patungan.allocation.AllocationException if the rule cannot be applied to it
     */
    public Shares divide(Money total) {
        return Allocation.allocate(total, document, parties);
    }
}
