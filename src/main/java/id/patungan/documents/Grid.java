package id.patungan.documents;

import java.math.BigDecimal;

/** Light lines across a drawing with their figures at the left. */
final class Grid {

    private static final int LEFT = 44;

    private Grid() {}

    /** Where the lines begin, so that the figures have room. */
    static int left(DrawnUnit unit, long low, long high, int ticks) {
        var widest =
                new Axis(low, high, 0, 1)
                        .ticks(ticks).stream()
                                .mapToInt(tick -> Labels.width(unit.tick(tick), false))
                                .max()
                                .orElse(0);
        return Math.max(LEFT, widest + 7);
    }

    /** From left to right; the one at zero is the axis. */
    static void draw(Drawing svg, DrawnUnit unit, Axis axis, int ticks, int left, int right) {
        for (var tick : axis.ticks(ticks)) {
            var y = axis.at(tick);
            svg.line(tick == 0 ? "axis" : "grid", left, y, right, y);
            svg.text("t2 e", left - 6, y.add(BigDecimal.valueOf(4)), unit.tick(tick));
        }
    }
}
