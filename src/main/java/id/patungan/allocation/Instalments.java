package id.patungan.allocation;

import id.patungan.basics.Money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shares paid in parts: the k-th of m is {@code round(S · k / m) − round(S · (k − 1) / m)}, half up
 * to the unit and without the sign. So what a party has paid after k parts is never more than half
 * a unit away from {@code S · k / m}, and all parts add to its share. What falls due from all
 * parties together follows from that; it is no total that was divided.
 *
 * @param rows in the order of the shares
 * @param totals what falls due each time
 */
public record Instalments(List<Row> rows, List<Money> totals) {

    /** Takes copies. */
    public Instalments {
        rows = List.copyOf(rows);
        totals = List.copyOf(totals);
    }

    /** What one party pays, first part first. */
    public record Row(String party, String name, Money share, List<Money> amounts) {
        /** Takes a copy. */
        public Row {
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * Shares in equal parts.
     *
     * @param count 1 or more
     * @throws AllocationException if the count is less
     */
    public static Instalments of(Shares shares, int count) {
        if (count < 1) {
            throw AllocationException.instalments(count);
        }
        var rows = new ArrayList<Row>();
        var totals = new Money[count];
        Arrays.fill(totals, Money.zero(shares.total().currency()));
        for (var share : shares.shares()) {
            var amounts = parts(share.share(), shares.unit(), count);
            rows.add(new Row(share.party(), share.name(), share.share(), amounts));
            for (var part = 0; part < count; part++) {
                totals[part] = totals[part].plus(amounts.get(part));
            }
        }
        return new Instalments(rows, List.of(totals));
    }

    /**
     * One share in equal parts, the first part first.
     *
     * @param unit to which each part but the last is rounded, in minor units
     * @param count 1 or more
     * @throws AllocationException if the count is less
     */
    public static List<Money> parts(Money share, long unit, int count) {
        if (count < 1) {
            throw AllocationException.instalments(count);
        }
        var parts = new ArrayList<Money>();
        var paid = Money.zero(share.currency());
        for (var part = 1; part <= count; part++) {
            var due = part == count ? share : due(share, unit, part, count);
            parts.add(due.minus(paid));
            paid = due;
        }
        return parts;
    }

    /** {@code unit · ⌊S · part / (count · unit) + 1/2⌋}. */
    private static Money due(Money share, long unit, int part, int count) {
        var divisor = BigInteger.valueOf(unit).multiply(BigInteger.valueOf(count));
        var units =
                BigInteger.valueOf(share.minorUnits())
                        .abs()
                        .multiply(BigInteger.valueOf(2L * part))
                        .add(divisor)
                        .divide(divisor.shiftLeft(1));
        var minor = units.multiply(BigInteger.valueOf(unit)).longValueExact();
        return new Money(share.currency(), share.isNegative() ? -minor : minor);
    }
}
