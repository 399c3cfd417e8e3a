package id.patungan.documents;

import id.patungan.documents.EventMarks.Event;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * How an amount spreads over simulated paths, by month: nine tenths of them in a light band, the
 * middle half in a darker one, the median as a line, and a mark where the median falls below zero.
 * Figures are rounded for reading; those in the table are the data.
 */
public final class FanChart extends DrawnChart {

    private static final int PLOT = 220;
    private static final int TICKS = 5;
    private static final int NARROW_NAMES = 96;

    private final List<Month> months;
    private final UnaryOperator<String> dry;
    private final PaperFormats formats;
    private final DrawnUnit unit;

    /** The percentiles at the end of a month, in minor units; none is below the one before. */
    public record Month(YearMonth month, long p5, long p25, long p50, long p75, long p95) {
        /** Looks at the order. */
        public Month {
            if (p5 > p25 || p25 > p50 || p50 > p75 || p75 > p95) {
                throw new IllegalArgumentException("Percentiles of " + month + " are not in order");
            }
        }
    }

    /** A percentile's name and figure. */
    private record Line(String name, ToLongFunction<Month> level) {}

    private static final List<Line> LINES =
            List.of(
                    new Line("P95", Month::p95),
                    new Line("P75", Month::p75),
                    new Line("P50", Month::p50),
                    new Line("P25", Month::p25),
                    new Line("P5", Month::p5));

    /**
     * @param title and {@code description} say the same to those who cannot see it
     * @param months one after another
     * @param dry a few words about the month in which the median falls below zero
     * @param minorDigits decimals of the currency
     */
    public FanChart(
            String title,
            String description,
            List<Month> months,
            UnaryOperator<String> dry,
            PaperFormats formats,
            int minorDigits) {
        super(title, description);
        if (months.isEmpty()) {
            throw new IllegalArgumentException("No month");
        }
        for (int at = 0; at < months.size(); at++) {
            if (!months.get(at).month().equals(months.getFirst().month().plusMonths(at))) {
                throw new IllegalArgumentException("Months do not follow each other");
            }
        }
        this.months = List.copyOf(months);
        this.dry = dry;
        this.formats = formats;
        this.unit = DrawnUnit.amounts(low(), high(), minorDigits, formats);
    }

    /** The power of ten in main units that the drawing counts in: 0, 3, 6 or 9. */
    public int powerOfTen() {
        return unit.powerOfTen();
    }

    /** By month: P5, P25, P50, P75, P95. */
    public List<ChartRow> rows() {
        return months.stream()
                .map(month ->
                        new ChartRow(
                                MonthAxis.name(month.month(), formats.language()),
                                LINES.reversed().stream()
                                        .map(line ->
                                                formats.amount(line.level().applyAsLong(month)))
                                        .toList()))
                .toList();
    }

    private long low() {
        return Math.min(0, months.stream().mapToLong(Month::p5).min().orElse(0));
    }

    private long high() {
        return Math.max(0, months.stream().mapToLong(Month::p95).max().orElse(0));
    }

    /** P50 -104, or its name alone where that would leave no room for the bands. */
    private Function<Line, String> ends(boolean narrow) {
        Function<Line, String> full =
                line -> line.name() + " " + unit.shown(line.level().applyAsLong(months.getLast()));
        var widest = LINES.stream().mapToInt(line -> Labels.width(full.apply(line), true)).max();
        return narrow && widest.orElse(0) > NARROW_NAMES ? Line::name : full;
    }

    @Override
    int draw(Drawing svg) {
        var ends = ends(svg.narrow());
        var left = Grid.left(unit, low(), high(), TICKS);
        var right =
                svg.width()
                        - Math.max(
                                38, EndLabels.room(LINES.stream().map(ends).toList(), svg.width()));
        var across =
                new MonthAxis(
                        months.getFirst().month(), months.size(), left, right, formats.language());
        var events = new EventMarks(events(across), svg.width());
        var top = 8 + events.height() + 6;
        var bottom = top + PLOT;
        var axis = new Axis(low(), high(), bottom, top);
        Grid.draw(svg, unit, axis, TICKS, left, right);
        svg.shape("polygon", "f1", band(across, axis, Month::p95, Month::p5));
        svg.shape("polygon", "f2", band(across, axis, Month::p75, Month::p25));
        svg.shape("polyline", "l1", line(across, axis, Month::p50));
        svg.line("base", left, axis.at(0), right, axis.at(0));
        events.draw(svg, 8, bottom);
        names(svg, axis, ends, right, top, bottom);
        across.draw(svg, bottom);
        return bottom + MonthAxis.ROOM;
    }

    private List<Event> events(MonthAxis across) {
        return months.stream()
                .filter(month -> month.p50() < 0)
                .limit(1)
                .map(month ->
                        new Event(
                                across.x(across.index(month.month())),
                                dry.apply(MonthAxis.name(month.month(), formats.language()))))
                .toList();
    }

    private void names(
            Drawing svg, Axis axis, Function<Line, String> ends, int right, int top, int bottom) {
        var names = new EndLabels(svg.width());
        for (var line : LINES) {
            names.add(
                    axis.at(line.level().applyAsLong(months.getLast())),
                    ends.apply(line),
                    line.name().equals("P50"));
        }
        names.draw(svg, right, top - 6, bottom + 6);
    }

    private List<String> line(MonthAxis across, Axis axis, ToLongFunction<Month> level) {
        return IntStream.range(0, months.size())
                .mapToObj(at ->
                        Drawing.point(across.x(at), axis.at(level.applyAsLong(months.get(at)))))
                .toList();
    }

    private List<String> band(
            MonthAxis across, Axis axis, ToLongFunction<Month> upper, ToLongFunction<Month> lower) {
        var points = new ArrayList<>(line(across, axis, upper));
        points.addAll(line(across, axis, lower).reversed());
        return points;
    }
}
