package id.patungan.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A waterfall as SVG in the classes of the theme: totals stand on the axis, changes hang between
 * the levels before and after them. Where the bars are too many for their labels and figures they
 * lie below each other. The figures beside it in a table are the data; the drawing is rounded.
 */
public final class Waterfall extends DrawnChart {

    private static final int HEIGHT = 236;
    private static final int TOP = 16;
    private static final int BOTTOM = 208;
    private static final int RIGHT_MARGIN = 8;
    private static final int TICKS = 5;

    /** Lines of a label below its bar, before the bars lie down. */
    private static final int LINES = 3;

    /** Of bars that lie. */
    private static final int THICK = 14;

    /** The theme's class of what is missing: hatched, without fill. */
    private static final String MISSING = "gap";

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final List<Bar> bars;
    private final DrawnUnit unit;

    /**
     * A bar.
     *
     * @param shortLabel for the narrow drawing
     * @param colour class of the theme, {@code c1} to {@code c6}, or {@code gap} for what is
     *     missing
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

    /**
     * The bars from what is needed down through what covers it to what is missing, or to what is
     * left over when the result is below zero.
     *
     * @param covers what each covers, in minor units, and its class of the theme
     * @throws IllegalArgumentException if need less covers is not what is missing
     */
    public static List<Bar> gap(Step need, List<Cover> covers, Step missing) {
        var bars = new ArrayList<Bar>();
        bars.add(total(need));
        var level = need.amount();
        for (var cover : covers) {
            var after = Math.subtractExact(level, cover.step().amount());
            var change = Math.negateExact(cover.step().amount());
            bars.add(
                    new Bar(
                            cover.step().label(),
                            cover.step().shortLabel(),
                            cover.colour(),
                            level,
                            after,
                            change,
                            true));
            level = after;
        }
        if (level != missing.amount()) {
            throw new IllegalArgumentException(
                    "%d is missing, not %d".formatted(level, missing.amount()));
        }
        bars.add(level > 0 ? bar(missing, MISSING) : total(missing));
        return List.copyOf(bars);
    }

    /** What covers a part of a need. */
    public record Cover(Step step, String colour) {}

    private static Bar total(Step step) {
        return bar(step, "c5");
    }

    private static Bar bar(Step step, String colour) {
        return new Bar(step.label(), step.shortLabel(), colour, 0, step.amount(), step.amount());
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
        super(title, description);
        this.bars = List.copyOf(bars);
        this.unit = DrawnUnit.amounts(low(), high(), minorDigits, formats);
    }

    /** The power of ten in main units that the drawing counts in: 0, 3, 6 or 9. */
    public int powerOfTen() {
        return unit.powerOfTen();
    }

    /** By bar: its figure. */
    public List<ChartRow> rows() {
        return bars.stream()
                .map(bar -> new ChartRow(bar.label(), List.of(unit.plain(bar.shown()))))
                .toList();
    }

    private long high() {
        return bars.stream().mapToLong(bar -> Math.max(bar.from(), bar.until())).max().orElse(0);
    }

    private long low() {
        return Math.min(
                0,
                bars.stream().mapToLong(bar -> Math.min(bar.from(), bar.until())).min().orElse(0));
    }

    @Override
    int draw(Drawing svg) {
        var left = Grid.left(unit, low(), high(), TICKS);
        var slot =
                BigDecimal.valueOf(svg.width() - left - RIGHT_MARGIN)
                        .divide(BigDecimal.valueOf(bars.size()), 2, RoundingMode.HALF_EVEN);
        return stands(svg, slot.intValue()) ? stand(svg, left, slot) : lie(svg);
    }

    private static String label(Drawing svg, Bar bar) {
        return svg.narrow() ? bar.shortLabel() : bar.label();
    }

    /** Whether each bar has room for its figure and its label. */
    private boolean stands(Drawing svg, int room) {
        return bars.stream()
                .allMatch(bar -> {
                    var label = label(svg, bar);
                    var lines = Labels.wrap(label, room - 2, false);
                    return Labels.width(shown(bar), true) <= room
                            && lines.size() <= LINES
                            && String.join(" ", lines).equals(label);
                });
    }

    private int stand(Drawing svg, int left, BigDecimal slot) {
        var axis = new Axis(low(), high(), BOTTOM, TOP);
        Grid.draw(svg, unit, axis, TICKS, left, svg.width() - RIGHT_MARGIN);
        var width = slot.multiply(new BigDecimal("0.62")).setScale(1, RoundingMode.HALF_EVEN);
        var lines = 1;
        for (int at = 0; at < bars.size(); at++) {
            var bar = bars.get(at);
            var middle =
                    BigDecimal.valueOf(left)
                            .add(
                                    slot.multiply(BigDecimal.valueOf(2L * at + 1))
                                            .divide(TWO, 1, RoundingMode.HALF_EVEN));
            bar(svg, axis, bar, middle, width);
            var label = Labels.wrap(label(svg, bar), slot.intValue() - 2, false);
            svg.lines("t2 m", middle, BigDecimal.valueOf(BOTTOM + 19), label);
            lines = Math.max(lines, label.size());
            if (at + 1 < bars.size()) {
                lead(svg, axis.at(bar.until()), middle, width, slot);
            }
        }
        return HEIGHT + (lines - 1) * Labels.LINE;
    }

    private void bar(Drawing svg, Axis axis, Bar bar, BigDecimal middle, BigDecimal width) {
        var top = axis.at(Math.max(bar.from(), bar.until()));
        var bottom = axis.at(Math.min(bar.from(), bar.until()));
        var height = bottom.subtract(top).max(new BigDecimal("1.5"));
        var half = width.divide(TWO, 1, RoundingMode.HALF_EVEN);
        rect(svg, bar, middle.subtract(half), top, width, height);
        svg.text("t b m halo", middle, top.subtract(BigDecimal.valueOf(5)), shown(bar));
    }

    private static void rect(
            Drawing svg, Bar bar, BigDecimal x, BigDecimal y, BigDecimal width, BigDecimal high) {
        if (bar.colour().equals(MISSING)) {
            svg.hatch("hatchbad", x, y, x.add(width), y.add(high));
        }
        svg.rect(bar.colour(), x, y, width, high);
    }

    private static void lead(
            Drawing svg, BigDecimal y, BigDecimal middle, BigDecimal bar, BigDecimal slot) {
        var half = bar.divide(TWO, 1, RoundingMode.HALF_EVEN);
        svg.line("lead", middle.add(half), y, middle.add(slot).subtract(half), y);
    }

    /** Each bar below its label and figure. */
    private int lie(Drawing svg) {
        var axis = new Axis(low(), high(), 4, svg.width() - 4);
        var top = 0;
        for (int at = 0; at < bars.size(); at++) {
            var bar = bars.get(at);
            var figure = shown(bar);
            var room = svg.width() - Labels.width(figure, true) - 12;
            var lines = Labels.wrap(bar.label(), room, false);
            svg.lines("t", 0, BigDecimal.valueOf(top + 12), lines);
            svg.text("t b e", svg.width(), top + 12, figure);
            var y = BigDecimal.valueOf(top + lines.size() * Labels.LINE + 4);
            var from = axis.at(Math.min(bar.from(), bar.until()));
            var width = axis.at(Math.max(bar.from(), bar.until())).subtract(from);
            var high = BigDecimal.valueOf(THICK);
            rect(svg, bar, from, y, width.max(new BigDecimal("1.5")), high);
            svg.line("axis", axis.at(0), y.intValue() - 2, axis.at(0), y.intValue() + THICK + 2);
            top = y.intValue() + THICK + 8;
        }
        return top;
    }

    /** Above a bar; a change carries its sign. */
    private String shown(Bar bar) {
        return bar.change() ? unit.signed(bar.shown()) : unit.shown(bar.shown());
    }
}
