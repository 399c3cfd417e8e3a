package id.patungan.contributions.letters;

import id.patungan.basics.Money;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Stamp duty on a paper that confirms the receipt of money: due where the sum is more than a
 * threshold, never at the threshold itself.
 *
 * @param above sums strictly above this bear the duty
 * @param law as printed
 */
public record StampDuty(Money above, Money duty, String law) {

    private static final Currency RUPIAH = Currency.getInstance("IDR");

    /** A rule with the first day on which papers were made out under it. */
    private record Rule(LocalDate from, StampDuty duty) {}

    // UU 10/2020, articles 3 and 5, in force from 1 January 2021. Earlier laws are not kept here.
    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            LocalDate.of(2021, 1, 1),
                            new StampDuty(
                                    new Money(RUPIAH, 5_000_000_00L),
                                    new Money(RUPIAH, 10_000_00L),
                                    "UU 10/2020")));

    /** The duty on a paper of that day and sum; empty if there is none. */
    static Optional<StampDuty> on(LocalDate date, Money sum) {
        if (!sum.currency().equals(RUPIAH)) return Optional.empty();
        return RULES.stream()
                .filter(rule -> !rule.from().isAfter(date))
                .max(Comparator.comparing(Rule::from))
                .map(Rule::duty)
                .filter(duty -> sum.compareTo(duty.above()) > 0);
    }
}
