package id.patungan.documents;

import id.patungan.documents.Legend.Sign;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a result swings by when one assumption is changed at a time: a row for each, as ordered by
 * the caller, its lower variant in one colour and its higher one in another, each from zero.
 * Figures have signs. On a phone the label stands above its bars.
 */
public final class Tornado extends DrawnChart {

    private static final int TICKS = 6;
    private static final int BAR = 20;
    private static final int BETWEEN = 12;
    private static final int LABELS = 210;
    private static final int TOP = 6;

    private final List<Row> rows;
    private final Words words;
    private final DrawnUnit unit;

    /**
     * An assumption.
     *
     * @param low by how much the result differs, in minor units, when the assumption is lowered
     * @param high the same when it is raised
     */
    public record Row(String label, long low, long high) {}

    /** What the colours stand for: the assumption lowered, and raised. */
    public record Words(String low, String high) {}

    /**
     * @param title and {@code description} say the same to those who cannot see it
     * @param rows the weightiest first, twelve or so
     * @param minorDigits decimals of the currency
     */
    public Tornado(
            String title,
            String description,
            List<Row> rows,
            Words words,
            PaperFormats formats,
            int minorDigits) {
        super(title, description);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("No row");
        }
        this.rows = List.copyOf(rows);
        this.words = words;
        this.unit = DrawnUnit.amounts(low(), high(), minorDigits, formats);
    }

    /** The power of ten in main units that the drawing counts in: 0, 3, 6 or 9. */
    public int powerOfTen() {
        return unit.powerOfTen();
    }

    /** By assumption: the swing when it is lowered, and when it is raised. */
    public List<ChartRow> rows() {
        return rows.stream()
                .map(row ->
                        new ChartRow(
                                row.label(),
                                List.of(unit.plain(row.low()), unit.plain(row.high()))))
                .toList();
    }

    private long low() {
        return Math.min(
                0, rows.stream().mapToLong(row -> Math.min(row.low(), row.high())).min().orElse(0));
    }

    private long high() {
        return Math.max(
                0, rows.stream().mapToLong(row -> Math.max(row.low(), row.high())).max().orElse(0));
    }

    /** The figure of the lower variant is at the left, unless that is where the higher one goes. */
    private static boolean turned(Row row) {
        return row.low() > 0 || row.high() < 0;
    }

    private static boolean sameSide(Row row) {
        return row.low() != 0 && Long.signum(row.low()) == Long.signum(row.high());
    }

    private String leftFigure(Row row) {
        if (sameSide(row)) return row.low() < 0 ? both(row) : "";
        if (row.low() == 0 && row.high() == 0) return "";
        return unit.signed(turned(row) ? row.high() : row.low());
    }

    private String rightFigure(Row row) {
        if (sameSide(row)) return row.low() > 0 ? both(row) : "";
        return unit.signed(turned(row) ? row.low() : row.high());
    }

    private String both(Row row) {
        return unit.signed(row.low()) + " / " + unit.signed(row.high());
    }

    @Override
    int draw(Drawing svg) {
        var labels =
                svg.narrow()
                        ? 0
                        : Math.min(
                                LABELS,
                                Labels.widest(rows.stream().map(Row::label).toList(), false));
        var axis = axis(labels, svg.width());
        var bottom = TOP + rows.stream().mapToInt(row -> height(row, svg)).sum();
        grid(svg, axis, bottom);
        var top = TOP;
        for (var row : rows) {
            row(svg, axis, row, top, labels);
            top += height(row, svg);
        }
        if (!svg.narrow()) svg.line("base", axis.at(0), TOP, axis.at(0), bottom);
        var legend = new Legend();
        legend.add(Sign.FILLED, "c4", words.low());
        legend.add(Sign.FILLED, "c1", words.high());
        return legend.draw(svg, bottom + 30, svg.width());
    }

    /** Between the widest figures at both ends. */
    private Axis axis(int labels, int width) {
        var before = Labels.widest(rows.stream().map(this::leftFigure).toList(), false);
        var after = Labels.widest(rows.stream().map(this::rightFigure).toList(), false);
        var ticks =
                Labels.widest(
                        new Axis(low(), high(), 0, 1)
                                .ticks(TICKS).stream().map(unit::signed).toList(),
                        false);
        return new Axis(
                low(),
                high(),
                labels + 12 + Math.max(before, ticks / 2),
                width - 8 - Math.max(after, ticks / 2));
    }

    private void grid(Drawing svg, Axis axis, int bottom) {
        var most = TICKS;
        while (most > 1 && collide(axis, most)) most--;
        for (var tick : axis.ticks(most)) {
            var x = axis.at(tick);
            if (tick != 0 && !svg.narrow()) svg.line("grid", x, TOP, x, bottom);
            svg.text("t2 m", x, bottom + 16, tick(tick));
        }
    }

    private boolean collide(Axis axis, int most) {
        var ticks = axis.ticks(most);
        for (int at = 1; at < ticks.size(); at++) {
            var apart = axis.at(ticks.get(at)).subtract(axis.at(ticks.get(at - 1))).intValue();
            var widths =
                    Labels.width(tick(ticks.get(at)), false)
                            + Labels.width(tick(ticks.get(at - 1)), false);
            if (apart < widths / 2 + 8) return true;
        }
        return false;
    }

    private String tick(long level) {
        return level > 0 ? "+" + unit.tick(level) : unit.tick(level);
    }

    private static List<String> lines(Row row, Drawing svg) {
        return Labels.wrap(row.label(), svg.narrow() ? svg.width() - 4 : LABELS, false);
    }

    private static int height(Row row, Drawing svg) {
        var text = lines(row, svg).size() * Labels.LINE;
        return BETWEEN + (svg.narrow() ? text + 4 + BAR : Math.max(BAR, text));
    }

    private void row(Drawing svg, Axis axis, Row row, int top, int labels) {
        var lines = lines(row, svg);
        var text = lines.size() * Labels.LINE;
        var high = height(row, svg) - BETWEEN;
        var first = top + BETWEEN / 2;
        var bar = svg.narrow() ? first + text + 4 : first + (high - BAR) / 2;
        var baseline = svg.narrow() ? first + 11 : first + (high - text) / 2 + 11;
        svg.lines(
                svg.narrow() ? "t" : "t e",
                svg.narrow() ? 0 : labels,
                BigDecimal.valueOf(baseline),
                lines);
        if (svg.narrow()) svg.line("base", axis.at(0), bar - 2, axis.at(0), bar + BAR + 2);
        if (sameSide(row)) {
            bar(svg, axis, "c4", row.low(), bar, BAR / 2);
            bar(svg, axis, "c1", row.high(), bar + BAR / 2, BAR / 2);
        } else {
            bar(svg, axis, "c4", row.low(), bar, BAR);
            bar(svg, axis, "c1", row.high(), bar, BAR);
        }
        figure(svg, axis, Math.min(row.low(), row.high()), leftFigure(row), bar, -4);
        figure(svg, axis, Math.max(row.low(), row.high()), rightFigure(row), bar, 4);
    }

    private static void bar(Drawing svg, Axis axis, String colour, long until, int top, int high) {
        if (until == 0) return;
        var from = axis.at(Math.min(0, until));
        var width = axis.at(Math.max(0, until)).subtract(from);
        svg.rect(colour, from, top, width.max(BigDecimal.ONE), high);
    }

    private static void figure(
            Drawing svg, Axis axis, long level, String figure, int bar, int shift) {
        if (figure.isEmpty()) return;
        var x = axis.at(level).add(BigDecimal.valueOf(shift));
        svg.text(shift < 0 ? "t e" : "t", x, bar + 14, figure);
    }
}
