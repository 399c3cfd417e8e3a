package id.patungan.forecasting.pages;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.Forecast.Stop;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.scenarios.Advice;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioFile;

import org.jspecify.annotations.Nullable;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** What a forecast says, in sentences. */
public final class ForecastFindings {

    private static final int YEAR = 12;

    private final Forecast forecast;
    private final Outlook outlook;
    private final ForecastWords words;

    /** Of a forecast. */
    public ForecastFindings(Forecast forecast, ForecastWords words) {
        this.forecast = forecast;
        this.outlook = forecast.changed().outlook();
        this.words = words;
    }

    /** When the free cash runs out, or that it lasts, and what is the least. */
    public String answer() {
        var advice = forecast.advice();
        var runway = forecast.changed().runway();
        if (runway.beyond()) {
            return words.text(
                    "forecast.answer.lasts",
                    Integer.toString(outlook.months()),
                    words.month(outlook.month(outlook.months() - 1)),
                    words.money(advice.lowest()),
                    words.end(outlook, advice.month()));
        }
        var missing = words.money(-advice.lowest());
        var when = words.end(outlook, advice.month());
        return runway.months() == 0
                ? words.text(
                        "forecast.answer.now", words.formats().date(outlook.asOf()), missing, when)
                : words.text(
                        "forecast.answer.out",
                        words.month(outlook.month(runway.months() - 1)),
                        Integer.toString(runway.months()),
                        missing,
                        when);
    }

    /** From where to where the free cash goes. */
    public String course() {
        var lowest = lowest(forecast.changed());
        var free = forecast.changed().free();
        return words.text(
                "forecast.course",
                words.money(forecast.changed().freeNow()),
                words.money(free.getLast()),
                words.month(outlook.month(outlook.months() - 1)),
                words.money(lowest.amount()),
                words.end(outlook, lowest.month()));
    }

    /** Whether nothing says what the body costs. */
    public boolean withoutCosts() {
        return first(Group.COSTS) < 0 && first(Group.STAFF) < 0;
    }

    /** A key figure with what it is about. */
    record Figure(String label, String value, String note, boolean bad) {}

    /** Free cash now, how long it lasts, and how long without those who matter most. */
    List<Figure> figures() {
        var figures = new ArrayList<Figure>();
        var now = forecast.changed().freeNow();
        figures.add(
                new Figure(
                        words.text("forecast.free-now"),
                        words.money(now),
                        words.text("forecast.free-now.note", words.formats().date(outlook.asOf())),
                        now < 0));
        figures.add(lasting());
        for (var stop : forecast.stops()) figures.add(stop(stop));
        return figures;
    }

    private Figure lasting() {
        var runway = forecast.changed().runway();
        var note =
                forecast.scenario().overlays().isEmpty()
                        ? words.text("forecast.runs-out.note")
                        : words.text(
                                "forecast.without-scenario",
                                words.lasts(outlook, forecast.base().runway()));
        return new Figure(
                words.text("forecast.runs-out"),
                words.lasts(outlook, runway),
                note,
                !runway.beyond());
    }

    private Figure stop(Stop stop) {
        var label = words.text("forecast-stop." + stop.kind().code());
        var runway = stop.runway();
        if (runway == null) {
            return new Figure(
                    label,
                    words.text("forecast.nobody"),
                    words.text("forecast.nobody." + stop.kind().code()),
                    false);
        }
        return new Figure(
                label,
                words.lasts(outlook, runway),
                stop.parties().stream().map(words::party).collect(Collectors.joining(", ")),
                !runway.beyond());
    }

    /**
     * A way to close the gap.
     *
     * @param change what to add to the scenario, as parameters of its form; null if it is none
     */
    public record Way(String title, String text, @Nullable Change change) {}

    /** A change by the fields of its form. */
    public record Change(String kind, String from, String percent, String amount) {}

    /** What would close the gap, each by itself; nothing if there is none. */
    public List<Way> ways() {
        var advice = forecast.advice();
        if (advice.lowest() >= 0) return List.of();
        return List.of(dues(advice.dues()), costs(advice.costs()), reserve(advice.reserve()));
    }

    /** What a rise of dues means for each who pays them. */
    public record Spread(String title, String rule, List<SpreadRow> rows, SpreadRow sum) {}

    /** What one pays in the twelve months ahead, now and then. */
    public record SpreadRow(String name, String code, String now, String then, String extra) {}

    /** The advised rise of dues by member; none if none is advised. */
    public @Nullable Spread spread() {
        var dues = forecast.dues();
        var percent = forecast.advice().dues();
        if (dues == null || percent == null) return null;
        return new Spread(
                words.text("forecast.spread", words.percent(percent)),
                words.sentence(dues),
                dues.parts().stream()
                        .map(one ->
                                row(
                                        words.party(one.party()),
                                        one.party(),
                                        one.before(),
                                        one.after()))
                        .toList(),
                row(words.text("forecast.spread.sum"), "", dues.before(), dues.after()));
    }

    private SpreadRow row(String name, String code, long now, long then) {
        return new SpreadRow(
                name,
                code,
                words.amount(now),
                words.amount(then),
                (then > now ? "+" : "") + words.amount(Math.subtractExact(then, now)));
    }

    private Way reserve(long amount) {
        var said =
                ScenarioFile.values(
                                new Scenario("x", "", List.of(Advice.reserve(outlook, amount))),
                                outlook.currency())
                        .getFirst();
        return new Way(
                words.text("forecast.way.reserve", words.money(amount)),
                whyReserve(),
                new Change(
                        "reserve",
                        said.getOrDefault("from", ""),
                        "",
                        said.getOrDefault("amount", "")));
    }

    private String whyReserve() {
        var now = forecast.changed().freeNow();
        var day = words.formats().date(outlook.asOf());
        return now < 0
                ? words.text("forecast.way.reserve.below", words.money(-now), day)
                : words.text("forecast.way.reserve.note", words.money(now), day);
    }

    private Way dues(@Nullable Fraction percent) {
        var year = year(Group.DUES);
        if (percent == null) {
            return new Way(words.text("forecast.way.dues.none"), whyNotDues(), null);
        }
        return new Way(
                words.text("forecast.way.dues", words.percent(percent)),
                words.text(
                        "forecast.way.dues.note",
                        words.month(outlook.from()),
                        words.money(part(year, percent)),
                        words.money(year)),
                change("dues-change", percent));
    }

    private Way costs(@Nullable Fraction percent) {
        var year = Math.addExact(year(Group.COSTS), year(Group.STAFF));
        if (percent == null) {
            return new Way(words.text("forecast.way.costs.none"), whyNotCosts(), null);
        }
        var cut = percent.negated();
        return new Way(
                words.text("forecast.way.costs", words.percent(cut)),
                words.text(
                        "forecast.way.costs.note",
                        words.month(outlook.from()),
                        words.money(part(year, cut)),
                        words.money(year)),
                change("cost-change", percent));
    }

    private Change change(String kind, Fraction percent) {
        return new Change(kind, outlook.from().toString(), percent.toShortText(), "");
    }

    private static long part(long amount, Fraction percent) {
        return Fraction.of(amount)
                .times(percent)
                .dividedBy(Fraction.HUNDRED)
                .rounded(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** What falls due of a group within the twelve months ahead. */
    private long year(Group group) {
        long sum = 0;
        for (var line : outlook.lines()) {
            if (line.group() != group) continue;
            for (long month : line.due().subList(0, Math.min(YEAR, outlook.months()))) {
                sum = Math.addExact(sum, month);
            }
        }
        return sum;
    }

    private String whyNotDues() {
        var first = first(Group.DUES);
        if (first < 0) return words.text("forecast.way.dues.nobody");
        var out = forecast.changed().runway().months();
        if (out == 0) return words.text("forecast.way.dues.below");
        return first >= out
                ? words.text(
                        "forecast.way.dues.late",
                        words.month(outlook.month(first)),
                        words.month(outlook.month(out - 1)))
                : words.text("forecast.way.dues.not-enough", Integer.toString(Advice.MOST));
    }

    private String whyNotCosts() {
        if (withoutCosts()) return words.text("forecast.way.costs.nobody");
        return words.text(
                forecast.changed().runway().months() == 0
                        ? "forecast.way.costs.late"
                        : "forecast.way.costs.not-enough");
    }

    /** The first month in which money of a group comes or goes, by number; -1 if none does. */
    private int first(Group group) {
        var projection = forecast.changed();
        for (int month = 0; month < outlook.months(); month++) {
            if (moves(projection, group, month)) return month;
        }
        return -1;
    }

    private static boolean moves(Projection projection, Group group, int month) {
        for (int at = 0; at < projection.cash().size(); at++) {
            if (projection.outlook().lines().get(at).group() == group
                    && projection.cash().get(at).get(month) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The least that a projection's free cash comes to, with the number of its month. */
    public static Lowest lowest(Projection projection) {
        var free = new ArrayList<Long>();
        free.add(projection.freeNow());
        free.addAll(projection.free());
        var lowest = Collections.min(free);
        return new Lowest(lowest, free.indexOf(lowest));
    }

    /**
     * The least.
     *
     * @param month from 1; 0 for now
     */
    public record Lowest(long amount, int month) {}
}
