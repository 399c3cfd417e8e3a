package id.patungan.forecasting.indicators;

import org.jspecify.annotations.Nullable;

/**
 * What the uplift of dues means for one member, by the rule in force.
 *
 * @param dues of the year, after credit notes, in minor units
 * @param extra in minor units: what would be added, or taken off if negative
 * @param weight the dues after that in the member's own budget
 * @param budgetIndicator which figure of the register that is; null if there is none
 * @param budgetYear of that figure
 */
public record MemberUplift(
        Payer member,
        long dues,
        Value extra,
        Value weight,
        @Nullable String budgetIndicator,
        @Nullable Integer budgetYear) {}
