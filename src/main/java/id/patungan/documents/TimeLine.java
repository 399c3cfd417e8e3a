package id.patungan.documents;

import id.patungan.documents.EventMarks.Event;
import id.patungan.documents.Legend.Sign;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One or two series by month, such as cash or months of reserve, with a threshold: solid as far as
 * it is booked, dashed where it is planned, the area below zero filled, the first month below zero
 * marked. A month without a figure interrupts its line. Figures are rounded for reading; those in
 * the table are the data.
 */
public final class TimeLine extends DrawnChart {

    private static final int PLOT = 190;
    private static final int TICKS = 7;
    private static final int NAMES = 140;
    private static final int NARROW_NAMES = 88;
    private static final List<String> LINES = List.of("l1", "l4");
    private static final List<String> COLOURS = List.of("c1", "c4");
    private static final BigDecimal DOT = BigDecimal.valueOf(2);

    private final List<Series> series;
    private final @Nullable Threshold threshold;
    private final Words words;
    private final PaperFormats formats;
    private final DrawnUnit unit;

    /**
     * A month's figure.
     *
     * @param value in minor units or, of numbers, in their last decimal; absent if undefined
     * @param plan whether it is planned instead of booked
     */
    public record Point(YearMonth month, @Nullable Long value, boolean plan) {

        private boolean below() {
            return value != null && value < 0;
        }
    }

    /**
     * A series.
     *
     * @param points by month, one after another
     * @param below a few words about the first month below zero
     */
    public record Series(String label, List<Point> points, UnaryOperator<String> below) {
        /** Takes a copy. */
        public Series {
            points = List.copyOf(points);
            if (points.isEmpty()) {
                throw new IllegalArgumentException("No month");
            }
            for (int at = 0; at < points.size(); at++) {
                if (!points.get(at).month().equals(points.getFirst().month().plusMonths(at))) {
                    throw new IllegalArgumentException("Months do not follow each other");
                }
            }
        }

        private YearMonth first() {
            return points.getFirst().month();
        }

        private YearMonth last() {
            return points.getLast().month();
        }

        private Stream<Long> values() {
            return points.stream().map(Point::value).filter(Objects::nonNull);
        }
    }

    /** A level that is not to be fallen below, in the unit of the series. */
    public record Threshold(String label, long value) {}

    /** What is booked and what is planned, each in a word. */
    public record Words(String actual, String plan) {}

    private TimeLine(
            String title,
            String description,
            List<Series> series,
            @Nullable Threshold threshold,
            Words words,
            PaperFormats formats,
            DrawnUnit unit) {
        super(title, description);
        if (series.isEmpty() || series.size() > LINES.size()) {
            throw new IllegalArgumentException("One series or two, not " + series.size());
        }
        this.series = List.copyOf(series);
        this.threshold = threshold;
        this.words = words;
        this.formats = formats;
        this.unit = unit;
    }

    /**
     * Of amounts.
     *
     * @param title and {@code description} say the same to those who cannot see it
     * @param minorDigits decimals of the currency
     */
    public static TimeLine amounts(
            String title,
            String description,
            List<Series> series,
            @Nullable Threshold threshold,
            Words words,
            PaperFormats formats,
            int minorDigits) {
        var unit =
                DrawnUnit.amounts(
                        low(series, threshold), high(series, threshold), minorDigits, formats);
        return new TimeLine(title, description, series, threshold, words, formats, unit);
    }

    /**
     * Of numbers, such as months.
     *
     * @param title and {@code description} say the same to those who cannot see it
     * @param decimals of the numbers
     */
    public static TimeLine numbers(
            String title,
            String description,
            List<Series> series,
            @Nullable Threshold threshold,
            Words words,
            PaperFormats formats,
            int decimals) {
        var unit = DrawnUnit.numbers(decimals, formats);
        return new TimeLine(title, description, series, threshold, words, formats, unit);
    }

    /** The power of ten in main units that the drawing counts in: 0, 3, 6 or 9. */
    public int powerOfTen() {
        return unit.powerOfTen();
    }

    /** By month: the figure of each series, empty where it has none. */
    public List<ChartRow> rows() {
        var rows = new ArrayList<ChartRow>();
        for (var month = first(); !month.isAfter(last()); month = month.plusMonths(1)) {
            var of = month;
            rows.add(
                    new ChartRow(
                            MonthAxis.name(of, formats.language()),
                            series.stream().map(line -> cell(line, of)).toList()));
        }
        return rows;
    }

    private String cell(Series line, YearMonth month) {
        return line.points().stream()
                .filter(point -> point.month().equals(month))
                .map(Point::value)
                .filter(Objects::nonNull)
                .map(unit::plain)
                .findFirst()
                .orElse("");
    }

    private YearMonth first() {
        return series.stream().map(Series::first).min(YearMonth::compareTo).orElseThrow();
    }

    private YearMonth last() {
        return series.stream().map(Series::last).max(YearMonth::compareTo).orElseThrow();
    }

    private static Stream<Long> levels(List<Series> series, @Nullable Threshold threshold) {
        return Stream.concat(
                Stream.of(0L, threshold == null ? 0L : threshold.value()),
                series.stream().flatMap(Series::values));
    }

    private static long low(List<Series> series, @Nullable Threshold threshold) {
        return levels(series, threshold).min(Long::compare).orElse(0L);
    }

    private static long high(List<Series> series, @Nullable Threshold threshold) {
        return levels(series, threshold).max(Long::compare).orElse(0L);
    }

    @Override
    int draw(Drawing svg) {
        var low = low(series, threshold);
        var high = high(series, threshold);
        var most = EndLabels.most(names(), svg.narrow() ? NARROW_NAMES : NAMES, svg.width());
        var left = Grid.left(unit, low, high, TICKS);
        var right = svg.width() - Math.max(38, EndLabels.room(names(), most));
        var months = Math.toIntExact(first().until(last(), ChronoUnit.MONTHS));
        var across = new MonthAxis(first(), months + 1, left, right, formats.language());
        var events = new EventMarks(events(across), svg.width());
        var top = 8 + events.height() + 6;
        var bottom = top + PLOT;
        var axis = new Axis(low, high, bottom, top);
        Grid.draw(svg, unit, axis, TICKS, left, right);
        series.forEach(line -> below(svg, across, axis, line));
        svg.line("base", left, axis.at(0), right, axis.at(0));
        if (threshold != null) {
            svg.line("limit", left, axis.at(threshold.value()), right, axis.at(threshold.value()));
        }
        for (int at = 0; at < series.size(); at++) {
            line(svg, across, axis, series.get(at), at);
        }
        events.draw(svg, 8, bottom);
        ends(svg, axis, most, right, bottom);
        across.draw(svg, bottom);
        return legend(svg, bottom + MonthAxis.ROOM + 4);
    }

    private List<Event> events(MonthAxis across) {
        return series.stream()
                .flatMap(line ->
                        line.points().stream()
                                .filter(Point::below)
                                .limit(1)
                                .map(point ->
                                        new Event(
                                                across.x(across.index(point.month())),
                                                line.below()
                                                        .apply(
                                                                MonthAxis.name(
                                                                        point.month(),
                                                                        formats.language())))))
                .toList();
    }

    /** Down to zero from where a line crosses it to where it crosses it again. */
    private static void below(Drawing svg, MonthAxis across, Axis axis, Series line) {
        var points = new ArrayList<String>();
        var zero = axis.at(0);
        @Nullable Point before = null;
        for (var point : line.points()) {
            var value = point.value();
            var x = across.x(across.index(point.month()));
            if (value != null && before != null && before.below() != point.below()) {
                points.add(Drawing.point(crossing(across, before, point), zero));
            } else if (point.below() && points.isEmpty()) {
                points.add(Drawing.point(x, zero));
            }
            if (value != null && value < 0) points.add(Drawing.point(x, axis.at(value)));
            if (!point.below()) {
                if (value == null && before != null && before.below()) {
                    var last = across.x(across.index(before.month()));
                    points.add(Drawing.point(last, zero));
                }
                if (points.size() > 2) svg.shape("polygon", "below", points);
                points.clear();
            }
            before = value == null ? null : point;
        }
        if (!points.isEmpty()) {
            points.add(Drawing.point(across.x(across.index(line.last())), zero));
            svg.shape("polygon", "below", points);
        }
    }

    private static BigDecimal crossing(MonthAxis across, Point from, Point until) {
        var before = BigDecimal.valueOf(Objects.requireNonNull(from.value())).abs();
        var after = BigDecimal.valueOf(Objects.requireNonNull(until.value())).abs();
        var x = across.x(across.index(from.month()));
        var width = across.x(across.index(until.month())).subtract(x);
        return x.add(width.multiply(before).divide(before.add(after), 1, RoundingMode.HALF_EVEN));
    }

    /** In pieces, each booked or planned; a plan begins where the booked line ends. */
    private static void line(Drawing svg, MonthAxis across, Axis axis, Series line, int number) {
        var piece = new ArrayList<String>();
        @Nullable Point before = null;
        for (var point : line.points()) {
            var value = point.value();
            if (value == null) {
                piece(svg, piece, before, number);
                piece.clear();
                before = null;
                continue;
            }
            var place = Drawing.point(across.x(across.index(point.month())), axis.at(value));
            if (before != null && before.plan() != point.plan() && piece.size() > 1) {
                var joint = piece.getLast();
                piece(svg, piece, before, number);
                piece.clear();
                piece.add(joint);
            }
            piece.add(place);
            if (number > 0) dot(svg, across, axis, point);
            before = point;
        }
        piece(svg, piece, before, number);
    }

    private static void piece(Drawing svg, List<String> points, @Nullable Point last, int number) {
        if (last == null) return;
        var classes = LINES.get(number) + (last.plan() ? " plan" : "");
        if (points.size() > 1) {
            svg.shape("polyline", classes, points);
        } else if (points.size() == 1) {
            var place = points.getFirst().split(",", -1);
            square(svg, COLOURS.get(number), new BigDecimal(place[0]), new BigDecimal(place[1]));
        }
    }

    /** The second series is known by its dots, twice a year. */
    private static void dot(Drawing svg, MonthAxis across, Axis axis, Point point) {
        var value = point.value();
        if (value != null && point.month().getMonthValue() % 6 == 0) {
            square(svg, COLOURS.getLast(), across.x(across.index(point.month())), axis.at(value));
        }
    }

    private static void square(Drawing svg, String colour, BigDecimal x, BigDecimal y) {
        svg.rect(colour, x.subtract(DOT), y.subtract(DOT), 5, 5);
    }

    private List<String> names() {
        var names = new ArrayList<String>();
        for (var line : series) names.add(name(line));
        if (threshold != null) names.add(threshold.label());
        return names;
    }

    private static @Nullable Long end(Series line) {
        return line.values().reduce((before, after) -> after).orElse(null);
    }

    private String name(Series line) {
        var end = end(line);
        return end == null ? line.label() : line.label() + " " + unit.shown(end);
    }

    private void ends(Drawing svg, Axis axis, int most, int right, int bottom) {
        var ends = new EndLabels(most);
        for (var line : series) {
            var end = end(line);
            ends.add(axis.at(end == null ? 0 : end), name(line), true);
        }
        if (threshold != null) {
            ends.add(axis.at(threshold.value()), threshold.label(), false);
        }
        ends.draw(svg, right, bottom - PLOT - 6, bottom + 6);
    }

    private int legend(Drawing svg, int top) {
        var legend = new Legend();
        if (series.stream().flatMap(line -> line.points().stream()).anyMatch(p -> !p.plan())) {
            legend.add(Sign.LINE, "l5", words.actual());
        }
        if (series.stream().flatMap(line -> line.points().stream()).anyMatch(Point::plan)) {
            legend.add(Sign.LINE, "l5 plan", words.plan());
        }
        return legend.draw(svg, top, svg.width());
    }
}
