package id.patungan.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Levels to pixels along one side of a drawing.
 *
 * @param low lowest level, in the smallest unit of the figures
 * @param high highest level; a range of nothing counts as one
 * @param from pixel of the lowest level
 * @param until pixel of the highest level; above {@code from} on an upright axis
 */
record Axis(long low, long high, int from, int until) {

    private static final long[] FACTORS = {2, 5, 10};

    /** The place of a level, one decimal. */
    BigDecimal at(long level) {
        return at(BigDecimal.valueOf(Math.subtractExact(level, low)));
    }

    private BigDecimal at(BigDecimal above) {
        return BigDecimal.valueOf(from)
                .add(
                        above.multiply(BigDecimal.valueOf(until - from))
                                .divide(BigDecimal.valueOf(range()), 1, RoundingMode.HALF_EVEN));
    }

    /** Zero and steps of 1, 2 or 5 times a power of ten, with at most so many steps. */
    List<Long> ticks(int most) {
        long step = 1;
        long power = 1;
        for (int at = 0; range() / step > most; at = (at + 1) % FACTORS.length) {
            step = power * FACTORS[at];
            power = at == FACTORS.length - 1 ? power * 10 : power;
        }
        var ticks = new ArrayList<Long>();
        for (long tick = low / step * step; tick <= high; tick += step) {
            ticks.add(tick);
            if (high - tick < step) break;
        }
        return ticks;
    }

    private long range() {
        return Math.max(1, Math.subtractExact(high, low));
    }
}
