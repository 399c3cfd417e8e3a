package id.patungan.forecasting.pages;

import id.patungan.basics.Fraction;
import id.patungan.documents.FundingMix;
import id.patungan.documents.TimeLine;
import id.patungan.documents.TimeLine.Point;
import id.patungan.documents.TimeLine.Series;
import id.patungan.documents.Waterfall;
import id.patungan.documents.Waterfall.Cover;
import id.patungan.documents.Waterfall.Step;
import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;

import org.jspecify.annotations.Nullable;

import java.math.RoundingMode;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The charts of a forecast: free cash by month, income by class and year, the gap of a year. */
public final class ForecastCharts {

    /** As many as can be told apart in the drawing, the booked ones among them. */
    private static final int MOST_YEARS = 13;

    private static final int YEAR = 12;

    private static final List<String> CLASSES = List.of("D0", "D1", "D2", "D3", "D4", "D5");

    private static final Map<Group, String> COLOURS =
            Map.of(
                    Group.DUES, "c1",
                    Group.OPEN_CHARGES, "c6",
                    Group.AWARDS, "c4",
                    Group.OTHER_INCOME, "c2");

    private final Forecast forecast;
    private final Outlook outlook;
    private final List<BookedYear> booked;
    private final ForecastWords words;
    private final YearSums sums;
    private final int digits;

    /** Of a forecast beside what is booked. */
    public ForecastCharts(Forecast forecast, List<BookedYear> booked, ForecastWords words) {
        this.forecast = forecast;
        this.outlook = forecast.changed().outlook();
        this.booked = booked;
        this.words = words;
        this.sums = new YearSums(outlook);
        this.digits = outlook.currency().getDefaultFractionDigits();
    }

    /** Free cash at the end of each month, of the scenario first, then without it. */
    public ShownChart free() {
        var series = new ArrayList<Series>();
        var heads = new ArrayList<String>();
        heads.add(words.text("forecast.month"));
        var changed = !forecast.scenario().overlays().isEmpty();
        if (changed) {
            series.add(series(forecast.changed(), "with-scenario", true));
            heads.add(words.text("forecast.with-scenario"));
        }
        series.add(series(forecast.base(), "base", changed));
        heads.add(words.text("forecast.base"));
        var finding = new ForecastFindings(forecast, words).course();
        var chart =
                TimeLine.amounts(
                        words.text("forecast.chart.free"),
                        finding,
                        series,
                        null,
                        new TimeLine.Words(
                                words.text("forecast.booked"), words.text("forecast.planned")),
                        words.formats(),
                        digits);
        return new ShownChart(
                "free",
                chart,
                finding,
                words.text(
                        "forecast.chart.free.unit",
                        words.unit(chart.powerOfTen()),
                        words.month(YearMonth.from(outlook.asOf())),
                        words.month(outlook.month(outlook.months() - 1))),
                heads,
                chart.rows());
    }

    private Series series(Projection projection, String name, boolean oneOfTwo) {
        var label = words.text("forecast." + name);
        var points = new ArrayList<Point>();
        points.add(new Point(outlook.from().minusMonths(1), projection.freeNow(), false));
        var free = projection.free();
        for (int at = 0; at < free.size(); at++) {
            points.add(new Point(outlook.month(at), free.get(at), true));
        }
        return new Series(
                label,
                points,
                month ->
                        oneOfTwo
                                ? words.text("forecast.below-zero.of", label, month)
                                : words.text("forecast.below-zero", month));
    }

    /**
     * For how many months of recurring costs the free cash is enough, month by month: free cash at
     * its end over the mean monthly cost of the twelve months after, or of the last twelve that are
     * projected; one decimal, rounded down: what is below zero stays so. Null where there are no
     * such costs.
     *
     * @param least as many as there should be, in months, and who says so; null if nobody does
     */
    public @Nullable ShownChart reserve(TimeLine.@Nullable Threshold least) {
        var points = reserves();
        if (points.stream().allMatch(point -> point.value() == null)) return null;
        var finding = reserveFinding(points, least);
        var series =
                new Series(
                        words.text("forecast.chart.reserve.label"),
                        points,
                        month -> words.text("forecast.below-zero", month));
        var chart =
                TimeLine.numbers(
                        words.text("forecast.chart.reserve"),
                        finding,
                        List.of(series),
                        least,
                        new TimeLine.Words(
                                words.text("forecast.booked"), words.text("forecast.planned")),
                        words.formats(),
                        1);
        return new ShownChart(
                "reserve",
                chart,
                finding,
                words.text("forecast.chart.reserve.unit"),
                List.of(words.text("forecast.month"), words.text("forecast.chart.reserve.label")),
                chart.rows());
    }

    private List<Point> reserves() {
        var points = new ArrayList<Point>();
        var free = forecast.changed().free();
        var costs = costs();
        points.add(
                new Point(
                        outlook.from().minusMonths(1),
                        reserve(forecast.changed().freeNow(), costs, 0),
                        false));
        for (int at = 0; at < free.size(); at++) {
            var month = outlook.month(at);
            points.add(new Point(month, reserve(free.get(at), costs, at + 1), true));
        }
        return points;
    }

    /** What recurs of the body's own costs, month by month. */
    private List<Long> costs() {
        var costs = new long[outlook.months()];
        for (int line = 0; line < outlook.lines().size(); line++) {
            var one = outlook.lines().get(line);
            if (!recurringCost(one) || !own(one)) continue;
            var cash = forecast.changed().cash().get(line);
            for (int at = 0; at < costs.length; at++) {
                costs[at] = Math.addExact(costs[at], cash.get(at));
            }
        }
        return Arrays.stream(costs).boxed().toList();
    }

    /** In tenths of a month; null where nothing recurs. */
    private @Nullable Long reserve(long free, List<Long> costs, int after) {
        var start = Math.min(after, outlook.months() - YEAR);
        var need = costs.subList(start, start + YEAR).stream().reduce(0L, Math::addExact);
        if (need == 0) return null;
        return Fraction.of(free)
                .times(Fraction.of(10 * YEAR))
                .dividedBy(Fraction.of(need))
                .rounded(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    private String reserveFinding(List<Point> points, TimeLine.@Nullable Threshold least) {
        var known = points.stream().filter(point -> point.value() != null).toList();
        var first = known.getFirst();
        var last = known.getLast();
        if (least != null) {
            for (var point : known) {
                if (Objects.requireNonNull(point.value()) < least.value()) {
                    return words.text(
                            "forecast.chart.reserve.below",
                            months(first),
                            tenths(least.value()),
                            words.month(point.month()));
                }
            }
        }
        return words.text(
                "forecast.chart.reserve.course",
                months(first),
                words.month(first.month()),
                months(last),
                words.month(last.month()));
    }

    private String months(Point point) {
        return tenths(Objects.requireNonNull(point.value()));
    }

    private String tenths(long tenths) {
        return words.percent(Fraction.of(tenths, 10));
    }

    /** Income by funding class, booked and planned, beside what is needed. */
    public @Nullable ShownChart mix() {
        var years = years();
        if (years.stream().allMatch(year -> year.income().isEmpty() && year.need() == 0)) {
            return null;
        }
        var finding = mixFinding(years);
        var chart =
                new FundingMix(
                        words.text("forecast.chart.mix"),
                        finding,
                        years,
                        classes(),
                        marks(),
                        new FundingMix.Words(
                                words.text("forecast.booked"),
                                words.text("forecast.planned"),
                                words.text("forecast.need"),
                                words.text("forecast.missing")),
                        words.formats(),
                        digits);
        var heads = new ArrayList<String>();
        heads.add(words.text("forecast.year"));
        chart.codes().forEach(code -> heads.add(code + " " + words.text("forecast.class." + code)));
        heads.add(words.text("forecast.need"));
        heads.add(words.text("forecast.income-less-need"));
        var partly = partlyBooked();
        return new ShownChart(
                "mix",
                chart,
                finding,
                words.text(
                                "forecast.chart.mix.unit",
                                words.unit(chart.powerOfTen()),
                                Integer.toString(years.getFirst().year()),
                                Integer.toString(years.getLast().year()),
                                words.formats().date(outlook.asOf()))
                        + (partly
                                ? " "
                                        + words.text(
                                                "forecast.chart.mix.partly",
                                                year(outlook.asOf().getYear()),
                                                words.formats().date(outlook.asOf()))
                                : ""),
                heads,
                chart.rows());
    }

    private static String year(int year) {
        return Integer.toString(year);
    }

    private boolean partlyBooked() {
        return outlook.from().getYear() == outlook.asOf().getYear()
                && booked.stream().anyMatch(one -> one.year() == outlook.asOf().getYear());
    }

    private List<FundingMix.Year> years() {
        var years = new TreeMap<Integer, FundingMix.Year>();
        for (var one : booked) {
            years.put(
                    one.year(),
                    new FundingMix.Year(one.year(), false, one.income(), one.expense()));
        }
        for (var year : sums.years()) {
            var before = years.get(year);
            if (!toDecember(year)) continue;
            if (years.size() >= MOST_YEARS && before == null) break;
            years.put(year, planned(year, before));
        }
        return List.copyOf(years.values());
    }

    private boolean toDecember(int year) {
        return outlook.month(sums.last(year)).getMonth() == Month.DECEMBER;
    }

    /** A year ahead, added to what is booked of it. */
    private FundingMix.Year planned(int year, FundingMix.@Nullable Year before) {
        var income = new HashMap<>(before == null ? Map.of() : before.income());
        covered(year)
                .forEach((line, amount) -> {
                    var fundingClass = line.fundingClass() == null ? "D1" : line.fundingClass();
                    income.merge(fundingClass, amount, Math::addExact);
                });
        income.values().removeIf(amount -> amount == 0);
        var need = Math.addExact(need(year), before == null ? 0 : before.need());
        return new FundingMix.Year(year, true, income, need);
    }

    /** What the lines that bring money from outside bring in a year. */
    private Map<Line, Long> covered(int year) {
        var covered = new LinkedHashMap<Line, Long>();
        each(year, line -> line.income() && own(line) && !betweenFunds(line), covered);
        return covered;
    }

    /** Whether it is of a fund that serves the body itself. */
    private boolean own(Line line) {
        return outlook.pots().stream()
                .filter(pot -> pot.fund().equals(line.fund()))
                .anyMatch(pot -> BookedYear.own(pot.restriction()));
    }

    private long need(int year) {
        var costs = new LinkedHashMap<Line, Long>();
        each(year, line -> recurringCost(line) && own(line), costs);
        return costs.values().stream().reduce(0L, Math::addExact);
    }

    /**
     * What a whole year ahead needs and what comes in that year, in minor units, of the funds that
     * serve the body itself.
     *
     * @param need recurring costs
     * @param dues what members pay of their dues
     * @param other all else that comes in
     */
    public record Balance(int year, long need, long dues, long other) {

        /** What is not covered; below zero if more comes in. */
        public long missing() {
            return Math.subtractExact(need, Math.addExact(dues, other));
        }
    }

    /** The figures of the drawings, for every whole year ahead. */
    public List<Balance> balances() {
        var balances = new ArrayList<Balance>();
        for (var year : sums.whole()) {
            long dues = 0;
            long other = 0;
            for (var one : covered(year).entrySet()) {
                if (one.getKey().group() == Group.DUES) {
                    dues = Math.addExact(dues, one.getValue());
                } else {
                    other = Math.addExact(other, one.getValue());
                }
            }
            balances.add(new Balance(year, need(year), dues, other));
        }
        return balances;
    }

    private void each(int year, Predicate<Line> which, Map<Line, Long> amounts) {
        for (int at = 0; at < outlook.lines().size(); at++) {
            var line = outlook.lines().get(at);
            if (which.test(line)) {
                amounts.merge(
                        line, sums.sum(year, forecast.changed().cash().get(at)), Math::addExact);
            }
        }
    }

    /** What one fund owes another is no income of the body. */
    private static boolean betweenFunds(Line line) {
        return line.group() == Group.OTHER_INCOME && line.id().startsWith("debt/");
    }

    private static boolean recurringCost(Line line) {
        return line.recurring() && (line.group() == Group.STAFF || line.group() == Group.COSTS);
    }

    private Map<String, String> classes() {
        var classes = new HashMap<String, String>();
        for (var code : CLASSES) classes.put(code, words.text("forecast.class." + code));
        return classes;
    }

    /** The end of each award, those of the same month as one. */
    private List<FundingMix.Mark> marks() {
        var ends = new TreeMap<YearMonth, List<String>>();
        for (var award : outlook.awards()) {
            var names = ends.computeIfAbsent(award.last(), month -> new ArrayList<>());
            var several =
                    outlook.awards().stream()
                                    .filter(one -> one.code().equals(award.code()))
                                    .map(Outlook.Award::last)
                                    .distinct()
                                    .count()
                            > 1;
            var name = several ? award.code() + " " + award.fund() : award.code();
            if (!names.contains(name)) names.add(name);
        }
        var marks = new ArrayList<FundingMix.Mark>();
        ends.forEach((month, names) ->
                marks.add(
                        new FundingMix.Mark(
                                month.atEndOfMonth(),
                                words.text("forecast.mark.end", String.join(", ", names)))));
        return marks;
    }

    private String mixFinding(List<FundingMix.Year> years) {
        var gaps =
                years.stream()
                        .filter(FundingMix.Year::plan)
                        .filter(year -> year.missing() > 0)
                        .toList();
        if (years.stream().filter(FundingMix.Year::plan).allMatch(year -> year.need() == 0)) {
            return words.text("forecast.chart.mix.no-need");
        }
        if (gaps.isEmpty()) return words.text("forecast.chart.mix.covered");
        var largest =
                gaps.stream().max(Comparator.comparingLong(FundingMix.Year::missing)).orElseThrow();
        return words.text(
                "forecast.chart.mix.gap",
                year(gaps.getFirst().year()),
                words.money(largest.missing()),
                year(largest.year()));
    }

    /** What the next whole year needs, what covers it, what is missing. */
    public @Nullable ShownChart gap() {
        if (sums.whole().isEmpty()) return null;
        var year = sums.whole().getFirst();
        var need = need(year);
        var byGroup = new TreeMap<Group, Long>();
        covered(year)
                .forEach((line, amount) -> byGroup.merge(line.group(), amount, Math::addExact));
        byGroup.values().removeIf(amount -> amount == 0);
        if (need == 0) return null;
        var missing = need;
        var covers = new ArrayList<Cover>();
        for (var one : byGroup.entrySet()) {
            missing = Math.subtractExact(missing, one.getValue());
            covers.add(
                    new Cover(
                            new Step(
                                    words.group(one.getKey()),
                                    words.group(one.getKey()),
                                    one.getValue()),
                            COLOURS.getOrDefault(one.getKey(), "c5")));
        }
        return gap(year, need, covers, missing);
    }

    private ShownChart gap(int year, long need, List<Cover> covers, long missing) {
        var last = words.text(missing > 0 ? "forecast.missing" : "forecast.left-over");
        var finding =
                missing > 0
                        ? words.text(
                                "forecast.chart.gap.missing",
                                year(year),
                                words.money(need),
                                words.money(missing))
                        : words.text(
                                "forecast.chart.gap.covered",
                                year(year),
                                words.money(need),
                                words.money(-missing));
        var needed = words.text("forecast.need");
        var chart =
                new Waterfall(
                        words.text("forecast.chart.gap", year(year)),
                        finding,
                        Waterfall.gap(
                                new Step(needed, needed, need),
                                covers,
                                new Step(last, last, missing)),
                        words.formats(),
                        digits);
        return new ShownChart(
                "gap",
                chart,
                finding,
                words.text("forecast.chart.gap.unit", words.unit(chart.powerOfTen()), year(year)),
                List.of(words.text("forecast.item"), words.formats().currency().getCurrencyCode()),
                chart.rows());
    }
}
