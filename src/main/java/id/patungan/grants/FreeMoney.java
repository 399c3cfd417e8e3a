package id.patungan.grants;

import id.patungan.basics.Fraction;

import java.time.LocalDate;

/**
 * What the funds that nobody restricts brought and cost in the year up to a day, and what they
 * hold. Minor units of the book's currency. Differences in exchange, wear, allowances and returns
 * of earlier years are in neither, since they do not come again every year.
 *
 * @param on the last day of the year that was looked at
 * @param days of that year that the book knows, 1 to 365
 * @param income of those days
 * @param costs of those days
 * @param liquid cash and advances, less what is owed
 */
public record FreeMoney(LocalDate on, long days, long income, long costs, long liquid) {

    /**
     * What is left of a month: the income of the whole year by 12, as dues are charged once a year,
     * less the costs by their days. Fewer than {@link AwardExpiry#YOUNG} days of costs are taken as
     * that many.
     *
     * @return minor units, rounded half up; negative if they cost more than they bring
     */
    public long monthly() {
        var counted = Math.max(days, AwardExpiry.YOUNG);
        return AwardExpiry.rounded(
                Fraction.of(income, AwardExpiry.MONTHS)
                        .minus(AwardExpiry.month(Fraction.of(costs), counted)));
    }
}
