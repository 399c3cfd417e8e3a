package id.patungan.grants;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties;
import id.patungan.allocation.Rule;
import id.patungan.basics.Money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * An amount spread evenly over the months of a period, in whole units of the currency: what is left
 * over goes to the first months, and what is less than a unit to the very first. 400 million over
 * 24 months is sixteen times 16,666,667 and eight times 16,666,666.
 */
public final class Phases {

    private Phases() {}

    /** The amount of each month that the period touches, in their order. */
    public static SequencedMap<YearMonth, Money> monthly(
            Money amount, LocalDate from, LocalDate to) {
        var months = new ArrayList<YearMonth>();
        for (var month = YearMonth.from(from);
                !month.isAfter(YearMonth.from(to));
                month = month.plusMonths(1)) {
            months.add(month);
        }
        var codes = months.stream().map(YearMonth::toString).toArray(String[]::new);
        var unit = Money.of(amount.currency(), BigDecimal.ONE).minorUnits();
        var rest = new Money(amount.currency(), amount.minorUnits() % unit);
        var shares = Allocation.allocate(amount.minus(rest), new Rule.Equal(), Parties.of(codes));
        var phases = new TreeMap<YearMonth, Money>();
        shares.shares().forEach(one -> phases.put(YearMonth.parse(one.party()), one.share()));
        phases.merge(months.getFirst(), rest, Money::plus);
        return phases;
    }

    /**
     * What of it falls until the end of a month: nothing before the first, all after the last.
     *
     * @param until a day; its whole month counts
     */
    public static long until(Money amount, LocalDate from, LocalDate to, LocalDate until) {
        var last = YearMonth.from(until);
        return monthly(amount, from, to).entrySet().stream()
                .filter(one -> !one.getKey().isAfter(last))
                .mapToLong(one -> one.getValue().minorUnits())
                .sum();
    }

    /** The amounts of the years, each the sum of its months. */
    public static List<Year> yearly(Money amount, LocalDate from, LocalDate to) {
        var years = new TreeMap<Integer, Money>();
        monthly(amount, from, to)
                .forEach((month, share) -> years.merge(month.getYear(), share, Money::plus));
        return years.entrySet().stream()
                .map(one -> {
                    var first = LocalDate.of(one.getKey(), 1, 1);
                    var last = LocalDate.of(one.getKey(), 12, 31);
                    return new Year(
                            first.isBefore(from) ? from : first,
                            last.isAfter(to) ? to : last,
                            one.getValue());
                })
                .toList();
    }

    /** A calendar year, or the part of it that belongs to the period. */
    public record Year(LocalDate from, LocalDate until, Money amount) {}
}
