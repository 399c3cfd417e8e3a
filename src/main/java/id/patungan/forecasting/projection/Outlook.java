package id.patungan.forecasting.projection;

import static java.time.temporal.ChronoUnit.MONTHS;

import id.patungan.ledger.Restriction;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * All that a projection is worked out from: what the funds hold, what will come and what it will
 * cost. A scenario makes another one of it.
 *
 * @param asOf the last day of the books that counts
 * @param knownAt number of the last entry that counts
 * @param from the first month that is projected; the one after that day
 * @param months how many are projected, 1 to {@link #LONGEST}
 * @param awards whose money ends with them
 */
public record Outlook(
        LocalDate asOf,
        long knownAt,
        YearMonth from,
        int months,
        Currency currency,
        List<Pot> pots,
        List<Award> awards,
        List<Line> lines) {

    /** Twenty years. */
    public static final int LONGEST = 240;

    /**
     * An award, or one purpose of it with a fund of its own.
     *
     * @param party who gives it
     * @param fundingClass D2, D3 or D4
     * @param last the last month in which it bears costs
     */
    public record Award(
            String code, String fund, String party, String fundingClass, YearMonth last) {}

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a line is of another length, of no known fund, or twice
     *     there
     */
    public Outlook {
        pots = List.copyOf(pots);
        awards = List.copyOf(awards);
        lines = List.copyOf(lines);
        if (months < 1 || months > LONGEST) {
            throw new IllegalArgumentException("months: " + months);
        }
        var funds = new HashSet<String>();
        pots.forEach(pot -> funds.add(pot.fund()));
        var ids = new HashSet<String>();
        for (var line : lines) {
            if (line.due().size() != months
                    || !funds.contains(line.fund())
                    || !ids.add(line.id())) {
                throw new IllegalArgumentException(
                        "%s does not fit: %d months, fund %s"
                                .formatted(line.id(), line.due().size(), line.fund()));
            }
        }
    }

    /** The number of a month, from 0; negative before the first. */
    public int index(YearMonth month) {
        return Math.toIntExact(from.until(month, MONTHS));
    }

    /** The month of a number. */
    public YearMonth month(int index) {
        return from.plusMonths(index);
    }

    /**
     * The fund that bears what others cannot: the first without restriction; where there is none,
     * the first that the body itself has designated.
     */
    public Optional<Pot> general() {
        return pots.stream()
                .filter(Pot::unrestricted)
                .min(Comparator.comparing(pot -> pot.restriction() != Restriction.UNRESTRICTED));
    }

    /** With other lines. */
    public Outlook with(List<Line> others) {
        return new Outlook(asOf, knownAt, from, months, currency, pots, awards, others);
    }

    /** With a fund that holds something else. */
    public Outlook holding(Pot other) {
        return new Outlook(
                asOf,
                knownAt,
                from,
                months,
                currency,
                pots.stream().map(one -> one.fund().equals(other.fund()) ? other : one).toList(),
                awards,
                lines);
    }

    /** With each line changed. */
    public Outlook each(UnaryOperator<Line> change) {
        return with(lines.stream().map(change).toList());
    }
}
