package id.patungan.documents;

import id.patungan.documents.EventMarks.Event;
import id.patungan.documents.Legend.Sign;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Income by funding class over the years beside what is needed. Annual amounts are steps; what was
 * booked is solid, what is planned is hatched in the same colour, what is missing is hatched red
 * without fill and says how much. Classes stand on each other in one order and have their colours
 * in all drawings; what a class takes back hangs below zero. Figures are rounded for reading; those
 * in the table are the data.
 */
public final class FundingMix extends DrawnChart {

    /** From the ground up. */
    private static final List<String> ORDER = List.of("D1", "D2", "D3", "D4", "D5", "D0");

    private static final Map<String, String> COLOURS =
            Map.of("D1", "c1", "D2", "c5", "D3", "c4", "D4", "c3", "D5", "c2", "D0", "c6");

    private static final int PLOT = 220;
    private static final int TICKS = 6;

    /** Height of a line of text within what is drawn. */
    private static final int INSIDE = 19;

    private static final int NAMES = 150;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final List<Year> years;
    private final Map<String, String> classes;
    private final List<Mark> marks;
    private final Words words;
    private final PaperFormats formats;
    private final DrawnUnit unit;

    /**
     * A year.
     *
     * @param plan whether it is planned instead of booked
     * @param income in minor units by funding class, {@code D0} to {@code D5}; what is absent is
     *     zero
     * @param need recurring expense in minor units
     */
    public record Year(int year, boolean plan, Map<String, Long> income, long need) {
        /** Takes a copy. */
        public Year {
            income = Map.copyOf(income);
            if (!COLOURS.keySet().containsAll(income.keySet())) {
                throw new IllegalArgumentException("Unknown funding class in " + income.keySet());
            }
        }

        private long income(String code) {
            return income.getOrDefault(code, 0L);
        }

        private long total() {
            return income.values().stream().reduce(0L, Math::addExact);
        }

        /** What the income does not cover, or zero. */
        public long missing() {
            return Math.max(0, Math.subtractExact(need, total()));
        }

        private long above() {
            return income.values().stream().filter(part -> part > 0).reduce(0L, Math::addExact);
        }

        private long below() {
            return income.values().stream().filter(part -> part < 0).reduce(0L, Math::addExact);
        }

        private long low() {
            return Math.min(Math.min(0, need), below());
        }

        private long high() {
            return Math.max(Math.max(0, need), above());
        }
    }

    /** An event at the end of a day; outside of the years it is not drawn. */
    public record Mark(LocalDate date, String label) {}

    /** What is booked, what is planned, what is needed, what is missing, each in a word. */
    public record Words(String actual, String plan, String need, String missing) {}

    /**
     * @param title and {@code description} say the same to those who cannot see it
     * @param years one after another, up to thirteen or so
     * @param classes names by code, such as {@code D1 iuran}
     * @param minorDigits decimals of the currency
     */
    public FundingMix(
            String title,
            String description,
            List<Year> years,
            Map<String, String> classes,
            List<Mark> marks,
            Words words,
            PaperFormats formats,
            int minorDigits) {
        super(title, description);
        for (int at = 0; at < years.size(); at++) {
            if (years.get(at).year() != years.getFirst().year() + at) {
                throw new IllegalArgumentException("Years do not follow each other");
            }
        }
        if (years.isEmpty()) {
            throw new IllegalArgumentException("No year");
        }
        this.years = List.copyOf(years);
        this.classes = Map.copyOf(classes);
        this.marks = List.copyOf(marks);
        this.words = words;
        this.formats = formats;
        this.unit = DrawnUnit.amounts(low(), high(), minorDigits, formats);
    }

    /** The power of ten in main units that the drawing counts in: 0, 3, 6 or 9. */
    public int powerOfTen() {
        return unit.powerOfTen();
    }

    /** Codes of the classes that have income in any year, in the order of the drawing. */
    public List<String> codes() {
        return ORDER.stream().filter(code -> years.stream().anyMatch(has(code))).toList();
    }

    /** By year: the income of each of {@link #codes}, what is needed, income less need. */
    public List<ChartRow> rows() {
        return years.stream()
                .map(year -> {
                    var figures = new ArrayList<String>();
                    for (var code : codes()) figures.add(formats.amount(year.income(code)));
                    figures.add(formats.amount(year.need()));
                    figures.add(formats.amount(Math.subtractExact(year.total(), year.need())));
                    return new ChartRow(Integer.toString(year.year()), figures);
                })
                .toList();
    }

    private static Predicate<Year> has(String code) {
        return year -> year.income(code) != 0;
    }

    private static String colour(String code) {
        return COLOURS.getOrDefault(code, "");
    }

    /** A class's name after its code, which stands for it where there is no more room. */
    private String name(String code) {
        var name = classes.getOrDefault(code, code);
        return name.startsWith(code) ? name : code + " " + name;
    }

    private long low() {
        return years.stream().mapToLong(Year::low).min().orElse(0);
    }

    private long high() {
        return years.stream().mapToLong(Year::high).max().orElse(0);
    }

    private boolean needed() {
        return years.stream().anyMatch(year -> year.need() != 0);
    }

    private boolean gaps() {
        return years.stream().anyMatch(year -> year.missing() > 0);
    }

    private String needLabel() {
        return words.need() + " " + unit.shown(years.getLast().need());
    }

    private String missingLabel(long missing) {
        return words.missing() + " " + unit.shown(missing);
    }

    @Override
    int draw(Drawing svg) {
        return new Picture(svg).draw();
    }

    /** Years beside each other that miss the same. */
    private record Run(int from, int until, long missing) {}

    /** Something that texts keep clear of. */
    private record Box(int left, int top, int right, int bottom) {

        boolean meets(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    /** One drawing: its places, and what has been written so far. */
    private final class Picture {

        private final Drawing svg;
        private final Legend legend = new Legend();
        private final List<Box> written = new ArrayList<>();
        private final int left;
        private final int right;
        private final int top;
        private final int bottom;
        private final Axis axis;
        private final EventMarks events;

        Picture(Drawing svg) {
            this.svg = svg;
            this.left = Grid.left(unit, low(), high(), TICKS);
            this.right = svg.width() - (svg.narrow() ? 8 : EndLabels.room(ends(), most()));
            this.events = new EventMarks(events(), svg.width());
            this.top = 8 + events.height() + (gaps() ? 18 : 6);
            this.bottom = top + PLOT;
            this.axis = new Axis(low(), high(), bottom, top);
        }

        private int most() {
            return EndLabels.most(ends(), NAMES, svg.width());
        }

        private List<String> ends() {
            var ends = new ArrayList<String>();
            if (needed()) ends.add(needLabel());
            for (var code : codes()) {
                if (years.getLast().income(code) != 0) ends.add(name(code));
            }
            return ends;
        }

        private List<Event> events() {
            var placed = new ArrayList<Event>();
            for (var mark : marks) {
                var year = mark.date().getYear() - years.getFirst().year();
                if (year < 0 || year >= years.size()) continue;
                var day = BigDecimal.valueOf(mark.date().getDayOfYear());
                var part =
                        day.multiply(x(year + 1).subtract(x(year)))
                                .divide(
                                        BigDecimal.valueOf(mark.date().lengthOfYear()),
                                        1,
                                        RoundingMode.HALF_EVEN);
                placed.add(new Event(x(year).add(part), mark.label()));
            }
            return placed;
        }

        /** Where a year begins, on a whole pixel, so that no light falls between two years. */
        private BigDecimal x(int year) {
            return BigDecimal.valueOf(left)
                    .add(
                            BigDecimal.valueOf((long) (right - left) * year)
                                    .divide(
                                            BigDecimal.valueOf(years.size()),
                                            0,
                                            RoundingMode.HALF_EVEN));
        }

        int draw() {
            Grid.draw(svg, unit, axis, TICKS, left, right);
            for (int at = 0; at < years.size(); at++) {
                stack(at);
            }
            missing();
            svg.line("axis", left, axis.at(0), right, axis.at(0));
            if (needed()) need();
            events.draw(svg, 8, bottom);
            runs().forEach(this::figure);
            names();
            yearNames();
            meanings();
            return legend.draw(svg, bottom + 30, svg.width());
        }

        private void stack(int at) {
            var year = years.get(at);
            var from = x(at);
            var until = x(at + 1);
            for (var code : codes()) {
                if (year.income(code) == 0) continue;
                var upper = axis.at(upper(year, code));
                svg.rect(
                        colour(code),
                        from,
                        upper,
                        until.subtract(from),
                        axis.at(lower(year, code)).subtract(upper));
            }
            if (year.plan()) {
                svg.hatch("hatchline", from, axis.at(year.above()), until, axis.at(year.below()));
            }
            for (var code : codes()) {
                var inner = year.income(code) > 0 ? upper(year, code) : lower(year, code);
                if (year.income(code) != 0 && inner != year.above() && inner != year.below()) {
                    svg.line("edge", from, axis.at(inner), until, axis.at(inner));
                }
            }
        }

        private long upper(Year year, String code) {
            return year.income(code) > 0 ? far(year, code) : near(year, code);
        }

        private long lower(Year year, String code) {
            return year.income(code) > 0 ? near(year, code) : far(year, code);
        }

        private static long far(Year year, String code) {
            return Math.addExact(near(year, code), year.income(code));
        }

        /** The end towards zero: what those before it on the same side add up to. */
        private static long near(Year year, String code) {
            var sign = Long.signum(year.income(code));
            return ORDER.subList(0, ORDER.indexOf(code)).stream()
                    .map(year::income)
                    .filter(part -> Long.signum(part) == sign)
                    .reduce(0L, Math::addExact);
        }

        /** Hatched by year, outlined as far as it goes on. */
        private void missing() {
            for (int at = 0; at < years.size(); at++) {
                var year = years.get(at);
                if (year.missing() == 0) continue;
                var need = axis.at(year.need());
                var covered = axis.at(year.total());
                svg.hatch("hatchbad", x(at), need, x(at + 1), covered);
            }
            var at = 0;
            while (at < years.size()) {
                var from = at;
                while (at < years.size() && years.get(at).missing() > 0) at++;
                if (at > from) outline(from, at);
                at = Math.max(at, from + 1);
            }
        }

        private void outline(int from, int until) {
            var points = new ArrayList<String>();
            for (int at = from; at < until; at++) {
                var need = axis.at(years.get(at).need());
                points.add(Drawing.point(x(at), need));
                points.add(Drawing.point(x(at + 1), need));
            }
            for (int at = until - 1; at >= from; at--) {
                var covered = axis.at(years.get(at).total());
                points.add(Drawing.point(x(at + 1), covered));
                points.add(Drawing.point(x(at), covered));
            }
            svg.shape("polygon", "gap", points);
        }

        /** A line on a light one, to be seen on dark colours. */
        private void need() {
            for (var classes : List.of("under", "base")) {
                for (int at = 0; at < years.size(); at++) {
                    var y = axis.at(years.get(at).need());
                    svg.line(classes, x(at), y, x(at + 1), y);
                    if (at > 0) {
                        svg.line(classes, x(at), axis.at(years.get(at - 1).need()), x(at), y);
                    }
                }
            }
        }

        /** Largest first, so that it is there whatever the room. */
        private List<Run> runs() {
            var runs = new ArrayList<Run>();
            for (int at = 0; at < years.size(); at++) {
                var missing = years.get(at).missing();
                if (missing == 0) continue;
                if (!runs.isEmpty()
                        && runs.getLast().until() == at
                        && runs.getLast().missing() == missing) {
                    runs.add(new Run(runs.removeLast().from(), at + 1, missing));
                } else {
                    runs.add(new Run(at, at + 1, missing));
                }
            }
            runs.sort(
                    Comparator.comparingLong(Run::missing).reversed().thenComparingInt(Run::from));
            return runs;
        }

        /** How much is missing: in the hatched place if there is room, or above the need. */
        private void figure(Run run) {
            var room = x(run.until()).subtract(x(run.from())).intValue();
            var first = written.isEmpty();
            for (var text : List.of(missingLabel(run.missing()), unit.shown(run.missing()))) {
                var width = Labels.width(text, true) + 6;
                if (!first && width > room) continue;
                var places = places(run, width);
                if (places.stream().anyMatch(from -> inside(text, from, width))) return;
                if (places.stream().anyMatch(from -> above(text, from, width, false))) return;
                if (first && above(text, places.getFirst(), width, true)) return;
            }
        }

        /** In the middle of the years, from their beginning, up to their end. */
        private List<Integer> places(Run run, int width) {
            var begin = x(run.from()).intValue();
            var end = x(run.until()).intValue();
            return Stream.of((begin + end - width) / 2, begin + 2, end - 2 - width)
                    .map(from -> Math.max(left, Math.min(right - width, from)))
                    .toList();
        }

        /** In what is hatched, be it of years beside it. */
        private boolean inside(String text, int from, int width) {
            var upper = top;
            var lower = bottom;
            for (var year : beside(from, from + width)) {
                if (year.missing() == 0) return false;
                upper = Math.max(upper, axis.at(year.need()).intValue() + 1);
                lower = Math.min(lower, axis.at(year.total()).intValue());
            }
            return from + width <= right
                    && lower - upper >= INSIDE
                    && (write(text, from, width, upper + 14)
                            || write(text, from, width, (upper + lower) / 2 + 4));
        }

        /** Above what is needed, and above higher income beside it only where it must. */
        private boolean above(String text, int from, int width, boolean anywhere) {
            var upper = bottom;
            for (var year : beside(from, from + width)) {
                if (!anywhere && year.above() > year.need()) return false;
                upper = Math.min(upper, axis.at(year.high()).intValue());
            }
            return width <= right - left && write(text, from, width, upper - 6);
        }

        private List<Year> beside(int from, int until) {
            var beside = new ArrayList<Year>();
            for (int at = 0; at < years.size(); at++) {
                if (x(at).intValue() < until && x(at + 1).intValue() > from) {
                    beside.add(years.get(at));
                }
            }
            return beside;
        }

        private boolean write(String text, int from, int width, int baseline) {
            var box = new Box(from, baseline - 11, from + width, baseline + 4);
            if (written.stream().anyMatch(box::meets)) return false;
            written.add(box);
            svg.rect("plate", from, box.top(), width, 15);
            svg.text("t b", from + 3, baseline, text);
            return true;
        }

        /** At the right end where a class goes on until then, otherwise where there is room. */
        private void names() {
            var ends = new EndLabels(most());
            var last = years.getLast();
            for (var code : codes()) {
                if (!svg.narrow() && last.income(code) != 0) {
                    var middle = axis.at(upper(last, code)).add(axis.at(lower(last, code)));
                    ends.add(Drawing.pixel(middle.divide(TWO)), name(code), false);
                } else if (svg.narrow() || !inside(code, name(code))) {
                    inside(code, code);
                    legend.add(Sign.FILLED, colour(code), name(code));
                }
            }
            if (svg.narrow()) {
                if (needed()) legend.add(Sign.LINE, "base", needLabel());
            } else {
                if (needed()) ends.add(axis.at(years.getLast().need()), needLabel(), true);
                ends.draw(svg, right, top - 8, bottom + 8);
            }
        }

        /** In the widest part of a class that holds the text. */
        private boolean inside(String code, String text) {
            var half = Labels.width(text, true) / 2 + 4;
            for (int count = years.size(); count > 0; count--) {
                for (int from = 0; from + count <= years.size(); from++) {
                    var part = years.subList(from, from + count);
                    if (part.stream().anyMatch(has(code).negate())) continue;
                    var upper =
                            part.stream()
                                    .mapToInt(year -> axis.at(upper(year, code)).intValue())
                                    .max()
                                    .orElse(bottom);
                    var lower =
                            part.stream()
                                    .mapToInt(year -> axis.at(lower(year, code)).intValue())
                                    .min()
                                    .orElse(top);
                    var middle = x(from).add(x(from + count)).divide(TWO).intValue();
                    var high = (upper + lower) / 2 - 8;
                    var box = new Box(middle - half, high, middle + half, high + 16);
                    if (lower - upper < INSIDE
                            || x(from + count).subtract(x(from)).intValue() < half * 2
                            || written.stream().anyMatch(box::meets)) continue;
                    written.add(box);
                    svg.rect(colour(code), box.left(), high, half * 2, 16);
                    svg.text("inv b m", middle, high + 12, text);
                    return true;
                }
            }
            return false;
        }

        private void yearNames() {
            var room = Labels.width("0000", false) + 6;
            var step = 1;
            while (x(step).subtract(x(0)).intValue() < room && step < years.size()) step++;
            for (int at = 0; at < years.size(); at += step) {
                var middle = Drawing.pixel(x(at).add(x(at + 1)).divide(TWO));
                svg.text("t2 m", middle, bottom + 17, Integer.toString(years.get(at).year()));
            }
        }

        private void meanings() {
            if (years.stream().anyMatch(year -> !year.plan())) {
                legend.add(Sign.FILLED, "t2", words.actual());
            }
            if (years.stream().anyMatch(Year::plan)) {
                legend.add(Sign.HATCHED, "t2", words.plan());
            }
            if (gaps()) legend.add(Sign.MISSING, "", words.missing());
        }
    }
}
