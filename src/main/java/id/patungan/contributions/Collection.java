package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What parties were charged for a fiscal year, have paid and owe.
 *
 * @param asOf today, also when that year is over: money and later figures come after it
 * @param lines by party
 * @param zero nothing, in the currency of the book
 */
public record Collection(int year, LocalDate asOf, List<Line> lines, Money zero) {

    /** Takes a copy. */
    public Collection {
        lines = List.copyOf(lines);
    }

    /** All parties together. */
    public Money charged() {
        return lines.stream().map(Line::charged).reduce(zero, Money::plus);
    }

    /** All parties together. */
    public Money paid() {
        return lines.stream().map(Line::paid).reduce(zero, Money::plus);
    }

    /** Taken back of all parties by credit notes. */
    public Money credited() {
        return lines.stream().map(Line::credited).reduce(zero, Money::plus);
    }

    /** Written off of all parties and not recovered. */
    public Money writtenOff() {
        return lines.stream().map(Line::writtenOff).reduce(zero, Money::plus);
    }

    /** All parties together. */
    public Money open() {
        return charged().minus(credited()).minus(writtenOff()).minus(paid());
    }

    /** What is left of prepayments of these parties. */
    public Money prepaid() {
        return lines.stream().map(Line::prepaid).reduce(zero, Money::plus);
    }

    /**
     * The collection rate: paid, in cash, by recognised deductions or by prepayments, of what was
     * charged less credit notes; in percent, one decimal, rounded down so that 100 means all. What
     * is written off was not collected.
     */
    public BigDecimal percent() {
        return percent(paid(), charged().minus(credited()));
    }

    /** On how few payers it rests; empty if nothing was charged. */
    public Optional<Concentration> concentration() {
        return Concentration.of(lines);
    }

    private static BigDecimal percent(Money paid, Money charged) {
        if (charged.isZero()) return BigDecimal.valueOf(0, 1);
        return BigDecimal.valueOf(paid.minorUnits())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(charged.minorUnits()), 1, RoundingMode.DOWN);
    }

    /**
     * One party.
     *
     * @param inKind of what is paid, what was given in kind
     * @param prepaid what it paid in advance or too much and is still there, of any year
     * @param overdue since when something is overdue; null if nothing is
     * @param nextDue when the next open charge is due; null if nothing is open
     */
    public record Line(
            String party,
            String name,
            Money charged,
            Money credited,
            Money writtenOff,
            Money paid,
            Money inKind,
            Money prepaid,
            @Nullable LocalDate overdue,
            @Nullable LocalDate nextDue,
            LocalDate asOf) {

        static Line of(OpenCharge charge, Money prepaid, LocalDate asOf) {
            var open = charge.open().minorUnits() > 0;
            var late = open && asOf.isAfter(charge.due());
            return new Line(
                    charge.party(),
                    charge.partyName(),
                    charge.charged(),
                    charge.credited(),
                    charge.writtenOff(),
                    charge.paid(),
                    charge.inKind(),
                    prepaid,
                    late ? charge.due() : null,
                    open ? charge.due() : null,
                    asOf);
        }

        Line plus(Line other) {
            return new Line(
                    party,
                    name,
                    charged.plus(other.charged),
                    credited.plus(other.credited),
                    writtenOff.plus(other.writtenOff),
                    paid.plus(other.paid),
                    inKind.plus(other.inKind),
                    prepaid,
                    earlier(overdue, other.overdue),
                    earlier(nextDue, other.nextDue),
                    asOf);
        }

        private static @Nullable LocalDate earlier(
                @Nullable LocalDate one, @Nullable LocalDate other) {
            if (one == null) return other;
            return other == null || one.isBefore(other) ? one : other;
        }

        /** Charged and not credited, written off or paid. */
        public Money open() {
            return charged.minus(credited).minus(writtenOff).minus(paid);
        }

        /** The collection rate of the party; see {@link Collection#percent}. */
        public BigDecimal percent() {
            return Collection.percent(paid, charged.minus(credited));
        }

        /** How many days something is overdue on the day of the collection; 0 if nothing is. */
        public long daysOverdue() {
            return overdue == null ? 0 : ChronoUnit.DAYS.between(overdue, asOf);
        }
    }
}
