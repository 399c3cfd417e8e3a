package id.patungan.allocation;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import java.math.RoundingMode;

/**
 * A year in which one party belongs for some of the days: pro rata temporis, actual days over the
 * actual days of the year. Two ways, as the agreement says: the total stays, and the others' shares
 * give way day by day; or the others stay, and the total gives way.
 */
public final class ByDays {

    private ByDays() {}

    /**
     * The total kept: of each day's part of the total everybody pays what the rule says of those
     * who belong on that day. One rounding at the end; the shares add to the total.
     *
     * @param without the shares of a whole year without the party
     * @param with the shares of a whole year with it
     * @param days on which it belongs, from 0 to {@code of}
     * @param of days of the year
     * @param document rounds, as it says
     * @param parties all those of both
     * @throws AllocationException if the shares cannot be rounded
     */
    public static Shares kept(
            Shares without, Shares with, int days, int of, RuleDocument document, Parties parties) {
        requireDays(days, of);
        var share = Fraction.of(days, of).times(Fraction.HUNDRED);
        return Allocation.between(without, with, share, null, document, parties);
    }

    /**
     * What the party pays of its share of a whole year, rounded half up to the unit; the whole of
     * it for a whole year.
     *
     * @param unit in minor units
     */
    public static Money part(Money whole, long unit, int days, int of) {
        requireDays(days, of);
        if (days == of) return whole;
        var units =
                Fraction.of(whole.minorUnits())
                        .times(Fraction.of(days, of))
                        .dividedBy(Fraction.of(unit))
                        .rounded(0, RoundingMode.HALF_UP);
        return new Money(whole.currency(), Math.multiplyExact(units.longValueExact(), unit));
    }

    private static void requireDays(int days, int of) {
        if (of <= 0 || days < 0 || days > of) {
            throw new IllegalArgumentException(days + " of " + of + " days");
        }
    }
}
