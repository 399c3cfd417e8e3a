package id.patungan.contributions.late;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.late.LatePolicy.Kind;
import id.patungan.contributions.late.LatePolicy.Terms;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * What a charge that is late costs by the terms, day by day. Pure.
 *
 * <p>A day is late for what is open at its end of the parts whose due day, and the days of grace
 * after it, are over; the earliest parts are settled first. Interest is simple, on actual days of
 * 365, exact until it is rounded down once, to the unit of the terms.
 */
final class LateDays {

    private static final int YEAR = 365;
    private static final int MONTHS = 12;

    private LateDays() {}

    /**
     * What was charged before for the same charge.
     *
     * @param lastDay the last day that is paid for
     */
    record Before(LocalDate lastDay, long amount) {}

    /**
     * What can be charged up to a day, that day included.
     *
     * @param open what was open of the charge after each day on which it changed, in minor units
     * @param before null if nothing was
     * @param from no day before it is charged: the day from which the terms hold
     * @return empty if nothing, or not a whole unit, can be charged
     */
    static Optional<LateProposal> of(
            OpenCharge charge,
            NavigableMap<LocalDate, Long> open,
            @Nullable Before before,
            Terms terms,
            LocalDate from,
            LocalDate through) {
        var first = firstDay(charge, terms);
        if (first.isBefore(from)) first = from;
        if (before != null && !before.lastDay().isBefore(first)) {
            first = before.lastDay().plusDays(1);
        }
        var days = 0;
        var sum = BigInteger.ZERO;
        @Nullable LocalDate began = null;
        var currency = charge.open().currency();
        var spans = new ArrayList<LateProposal.Span>();
        var late = 0L;
        for (var day = first; !day.isAfter(through); day = day.plusDays(1)) {
            late = late(charge.schedule(), open, day, terms.graceDays());
            if (late <= 0) continue;
            if (began == null) began = day;
            days++;
            lengthen(spans, day, new Money(currency, late));
            sum = sum.add(BigInteger.valueOf(late));
        }
        if (began == null) return Optional.empty();
        var charged = before == null ? 0 : before.amount();
        var interest = terms.kind() == Kind.FIXED ? 0 : interest(terms, sum);
        var amount =
                terms.kind() == Kind.FIXED
                        ? fixed(terms, charged, late)
                        : capped(charge, terms, charged, interest);
        if (amount <= 0) return Optional.empty();
        return Optional.of(
                new LateProposal(
                        charge.charge(),
                        charge.description(),
                        charge.party(),
                        charge.partyName(),
                        charge.due(),
                        began,
                        through,
                        days,
                        new Money(currency, late),
                        before == null ? null : before.lastDay(),
                        new Money(currency, charged),
                        new Money(currency, amount),
                        spans,
                        terms.kind() != Kind.FIXED && amount < interest));
    }

    /** Counts the day to the last span if the same was late the day before, or begins one. */
    private static void lengthen(List<LateProposal.Span> spans, LocalDate day, Money late) {
        if (!spans.isEmpty()) {
            var last = spans.getLast();
            if (last.late().equals(late) && last.until().plusDays(1).equals(day)) {
                spans.set(spans.size() - 1, new LateProposal.Span(last.from(), day, late));
                return;
            }
        }
        spans.add(new LateProposal.Span(day, day, late));
    }

    private static LocalDate firstDay(OpenCharge charge, Terms terms) {
        return charge.schedule().stream()
                .map(OpenCharge.Part::due)
                .min(LocalDate::compareTo)
                .orElse(charge.due())
                .plusDays(1L + terms.graceDays());
    }

    /** What is late at the end of a day: open, less the parts that are not late yet. */
    private static long late(
            List<OpenCharge.Part> schedule,
            NavigableMap<LocalDate, Long> open,
            LocalDate day,
            int grace) {
        var then = open.floorEntry(day);
        if (then == null) return 0;
        var still = then.getValue();
        for (var part : schedule) {
            if (!part.due().plusDays(grace).isBefore(day)) {
                still = Math.subtractExact(still, part.amount().minorUnits());
            }
        }
        return Math.max(0, still);
    }

    /** Once per charge, and only while something is late. */
    private static long fixed(Terms terms, long charged, long late) {
        var fine = terms.fine();
        return fine == null || charged > 0 || late <= 0 ? 0 : fine.minorUnits();
    }

    /** Sum of the amounts of each day, times the rate of a day; rounded down to the unit. */
    private static long interest(Terms terms, BigInteger sum) {
        var percent = terms.percent();
        if (percent == null) throw new IllegalArgumentException("No percent");
        var yearly =
                terms.kind() == Kind.MONTH ? percent.multiply(BigDecimal.valueOf(MONTHS)) : percent;
        return down(
                terms,
                Fraction.of(yearly)
                        .times(Fraction.of(new BigDecimal(sum)))
                        .dividedBy(Fraction.of(100L * YEAR)));
    }

    private static long capped(OpenCharge charge, Terms terms, long charged, long interest) {
        var cap = terms.capPercent();
        if (cap == null) return interest;
        var most =
                down(
                        terms,
                        Fraction.of(cap)
                                .times(Fraction.of(charge.collectable().minorUnits()))
                                .dividedBy(Fraction.of(100L)));
        return Math.min(interest, Math.max(0, most - charged));
    }

    private static long down(Terms terms, Fraction minorUnits) {
        var unit = terms.unit().minorUnits();
        return minorUnits
                .dividedBy(Fraction.of(unit))
                .floor()
                .multiply(BigInteger.valueOf(unit))
                .longValueExact();
    }
}
