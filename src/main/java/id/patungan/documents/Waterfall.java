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
     * @param change whether it is a change, which carries its sign even when it adds
     */
    public record Bar(
            String label,
            String shortLabel,
            String colour,
            long from,
            long until,
            long shown,
            boolean change) {

        /** A bar whose figure has a sign only below zero. */
        public Bar(
                String label, String shortLabel, String colour, long from, long until, long shown) {
            this(label, shortLabel, colour, from, until, shown, false);
        }
    }

    /**
     * A figure on the way from one total to another.
     *
     * @param shortLabel for the narrow drawing
     * @param amount in minor units; of a change, negative when it lowers
     */
    public record Step(String label, String shortLabel, long amount) {}

    /**
     * The bars from a base through its changes to a result: a share by the rule, what a floor or a
     * cap and the rounding did to it, what is paid.
     *
     * @throws IllegalArgumentException if the changes do not lead from the base to the result
     */
    public static List<Bar> chain(Step base, List<Step> changes, Step result) {
        var bars = new ArrayList<Bar>();
        bars.add(total(base));
        var level = base.amount();
        for (var change : changes) {
            var after = Math.addExact(level, change.amount());
            bars.add(
                    new Bar(
                            change.label(),
                            change.shortLabel(),
                            change.amount() < 0 ? "c3" : "c1",
                            level,
                            after,
                            change.amount(),
                            true));
            level = after;
        }
        if (level != result.amount()) {
            throw new IllegalArgumentException(
                    "The steps lead to %d, not to %d".formatted(level, result.amount()));
        }
        bars.add(total(result));
        return List.copyOf(bars);
    }

    private static Bar total(Step step) {
        return new Bar(step.label(), step.shortLabel(), "c5", 0, step.amount(), step.amount());
    }

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

    /** For paper: a file of its own, 620 wide and 236 high. */
    public String paper() {
        return Drawing.paper(svg("waterfall", "paper", 620, false), 620, HEIGHT);
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
        var svg = new Drawing(id, width, pixels, HEIGHT, title, description);
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
        return svg.svg();
    }

    private void grid(Drawing svg, Scale scale, int pixels) {
        for (var tick : scale.ticks()) {
            var y = scale.y(tick);
            svg.line(tick == 0 ? "axis" : "grid", LEFT, y, pixels - RIGHT_MARGIN, y);
            svg.text("t2 e", LEFT - 6, y.add(BigDecimal.valueOf(4)), figure(tick));
        }
    }

    private void bar(
            Drawing svg,
            Scale scale,
            Bar bar,
            BigDecimal middle,
            BigDecimal width,
            boolean narrow) {
        var top = scale.y(Math.max(bar.from(), bar.until()));
        var bottom = scale.y(Math.min(bar.from(), bar.until()));
        var height = bottom.subtract(top).max(new BigDecimal("1.5"));
        var half = width.divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_EVEN);
        svg.rect(bar.colour(), middle.subtract(half), top, width, height);
        svg.text("t b m halo", middle, top.subtract(BigDecimal.valueOf(5)), shown(bar));
        svg.text("t2 m", middle, BOTTOM + 19, narrow ? bar.shortLabel() : bar.label());
    }

    private static void lead(
            Drawing svg, BigDecimal y, BigDecimal middle, BigDecimal bar, BigDecimal slot) {
        var half = bar.divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_EVEN);
        svg.line("lead", middle.add(half), y, middle.add(slot).subtract(half), y);
    }

    /** Above a bar: in the drawing's unit, or in full when that would make it zero. */
    private String shown(Bar bar) {
        var figure = figure(bar.shown());
        if (bar.shown() != 0 && figure.equals(figure(0))) {
            figure = formats.money(bar.shown());
        }
        return bar.change() && bar.shown() > 0 ? "+" + figure : figure;
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
