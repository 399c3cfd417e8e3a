package id.patungan.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A waterfall as SVG in the classes of the theme: totals stand on the axis, changes hang between
 * the levels before and after them. It is drawn twice, wide and for a phone, because scaling down
 * makes text unreadable. The figures beside it in a table are the data; the drawing is rounded.
 */
public final class Waterfall {

    private static final int HEIGHT = 236;
    private static final int TOP = 16;
    private static final int BOTTOM = 208;
    private static final int LEFT = 44;
    private static final int RIGHT_MARGIN = 8;
    private static final int TICKS = 5;

    private final String title;
    private final String description;
    private final List<Bar> bars;
    private final PaperFormats formats;
    private final int exponent;
    private final int mainDigits;

    /**
     * A bar.
     *
     * @param shortLabel for the narrow drawing
     * @param colour class of the theme, {@code c1} to {@code c6}
     * @param from level at which it begins, in minor units
     * @param until level at which it ends; for a total {@code from} is zero
     * @param shown the figure above it
     */
    public record Bar(
            String label, String shortLabel, String colour, long from, long until, long shown) {}

    /**
     * @param title and {@code description} say the same to those who cannot see it
     * @param minorDigits decimals of the currency
     */
    public Waterfall(
            String title,
            String description,
            List<Bar> bars,
            PaperFormats formats,
            int minorDigits) {
        this.title = title;
        this.description = description;
        this.bars = List.copyOf(bars);
        this.formats = formats;
        this.mainDigits = scale(minorDigits);
        this.exponent = mainDigits + minorDigits;
    }

    /** The power of ten in main units that the drawing counts in: 0, 3, 6 or 9. */
    public int powerOfTen() {
        return mainDigits;
    }

    /** For screens of a desk. */
    public String wide(String id) {
        return svg(id, "only-wide", 620, false);
    }

    /** For phones. */
    public String narrow(String id) {
        return svg(id, "only-narrow", 328, true);
    }

    private int scale(int minorDigits) {
        var digits =
                BigDecimal.valueOf(Math.max(high(), Math.negateExact(low()))).precision()
                        - minorDigits;
        if (digits <= 4) {
            return 0;
        }
        return digits <= 7 ? 3 : digits <= 10 ? 6 : 9;
    }

    private long high() {
        return bars.stream().mapToLong(bar -> Math.max(bar.from(), bar.until())).max().orElse(0);
    }

    private long low() {
        return Math.min(
                0,
                bars.stream().mapToLong(bar -> Math.min(bar.from(), bar.until())).min().orElse(0));
    }

    private String svg(String id, String width, int pixels, boolean narrow) {
        var svg = new StringBuilder();
        svg.append(
                "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">"
                        .formatted(width, pixels, HEIGHT, id, id));
        svg.append("<title id=\"%s-t\">%s</title>".formatted(id, escaped(title)));
        svg.append("<desc id=\"%s-d\">%s</desc>".formatted(id, escaped(description)));
        var scale = new Scale(low(), high());
        grid(svg, scale, pixels);
        var slot =
                BigDecimal.valueOf(pixels - LEFT - RIGHT_MARGIN)
                        .divide(BigDecimal.valueOf(bars.size()), 2, RoundingMode.HALF_EVEN);
        var bar = slot.multiply(new BigDecimal("0.62")).setScale(1, RoundingMode.HALF_EVEN);
        for (int at = 0; at < bars.size(); at++) {
            var middle =
                    BigDecimal.valueOf(LEFT)
                            .add(
                                    slot.multiply(BigDecimal.valueOf(2L * at + 1))
                                            .divide(
                                                    BigDecimal.valueOf(2),
                                                    1,
                                                    RoundingMode.HALF_EVEN));
            bar(svg, scale, bars.get(at), middle, bar, narrow);
            if (at + 1 < bars.size()) {
                lead(svg, scale.y(bars.get(at).until()), middle, bar, slot);
            }
        }
        return svg.append("</svg>").toString();
    }

    private void grid(StringBuilder svg, Scale scale, int pixels) {
        for (var tick : scale.ticks()) {
            var y = scale.y(tick);
            svg.append(
                    "<line class=\"%s\" x1=\"%d\" x2=\"%d\" y1=\"%s\" y2=\"%s\"/>"
                            .formatted(
                                    tick == 0 ? "axis" : "grid",
                                    LEFT,
                                    pixels - RIGHT_MARGIN,
                                    y,
                                    y));
            svg.append(
                    "<text x=\"%d\" y=\"%s\" class=\"t2 e\">%s</text>"
                            .formatted(LEFT - 6, y.add(BigDecimal.valueOf(4)), figure(tick)));
        }
    }

    private void bar(
            StringBuilder svg,
            Scale scale,
            Bar bar,
            BigDecimal middle,
            BigDecimal width,
            boolean narrow) {
        var top = scale.y(Math.max(bar.from(), bar.until()));
        var bottom = scale.y(Math.min(bar.from(), bar.until()));
        var height = bottom.subtract(top).max(new BigDecimal("1.5"));
        var half = width.divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_EVEN);
        svg.append(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                        .formatted(bar.colour(), middle.subtract(half), top, width, height));
        svg.append(
                "<text x=\"%s\" y=\"%s\" class=\"t b m halo\">%s</text>"
                        .formatted(
                                middle, top.subtract(BigDecimal.valueOf(5)), figure(bar.shown())));
        svg.append(
                "<text x=\"%s\" y=\"%d\" class=\"t2 m\">%s</text>"
                        .formatted(
                                middle,
                                BOTTOM + 19,
                                escaped(narrow ? bar.shortLabel() : bar.label())));
    }

    private static void lead(
            StringBuilder svg, BigDecimal y, BigDecimal middle, BigDecimal bar, BigDecimal slot) {
        var half = bar.divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_EVEN);
        svg.append(
                "<line class=\"lead\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
                        .formatted(middle.add(half), middle.add(slot).subtract(half), y, y));
    }

    /** In the drawing's unit with at most one decimal. */
    private String figure(long minorUnits) {
        var figure =
                BigDecimal.valueOf(minorUnits)
                        .movePointLeft(exponent)
                        .setScale(1, RoundingMode.HALF_UP);
        var whole = figure.stripTrailingZeros();
        return formats.number(whole.scale() <= 0 ? whole.setScale(0) : figure);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /** Levels to pixels. */
    private record Scale(long low, long high) {

        BigDecimal y(long level) {
            var range = Math.max(1, Math.subtractExact(high, low));
            return BigDecimal.valueOf(BOTTOM)
                    .subtract(
                            BigDecimal.valueOf(Math.subtractExact(level, low))
                                    .multiply(BigDecimal.valueOf(BOTTOM - TOP))
                                    .divide(BigDecimal.valueOf(range), 1, RoundingMode.HALF_EVEN));
        }

        /** Zero and steps of 1, 2 or 5 times a power of ten, as many as are readable. */
        List<Long> ticks() {
            var range = Math.max(1, Math.subtractExact(high, low));
            long step = 1;
            var factors = new long[] {2, 5, 10};
            long power = 1;
            for (int at = 0; range / step > TICKS; at = (at + 1) % 3) {
                step = power * factors[at];
                power = at == 2 ? power * 10 : power;
            }
            var ticks = new ArrayList<Long>();
            for (long tick = low / step * step; tick <= high; tick += step) {
                ticks.add(tick);
            }
            return ticks;
        }
    }
}
