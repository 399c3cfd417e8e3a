package id.patungan.forecasting.pages;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.Examination;
import id.patungan.forecasting.Examination.Shock;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioFile;
import id.patungan.forecasting.simulation.Backtest;
import id.patungan.forecasting.simulation.Bands;
import id.patungan.forecasting.simulation.ReverseStress;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** An examination as its page and its paper say it. */
public final class ExaminationView {

    private static final int YEAR = 12;

    private final Examination examination;
    private final Outlook outlook;
    private final ForecastWords words;
    private final ExaminationWords named;
    private final List<ShownChart> charts;

    public ExaminationView(Examination examination, ForecastWords words) {
        this.examination = examination;
        this.outlook = examination.forecast().changed().outlook();
        this.words = words;
        this.named = new ExaminationWords(words);
        var drawn = new ExaminationCharts(examination, words);
        this.charts = Stream.of(drawn.fan(), drawn.tornado()).filter(Objects::nonNull).toList();
    }

    /** Whether there is nothing to examine. */
    public boolean empty() {
        return outlook.lines().isEmpty();
    }

    public Outlook outlook() {
        return outlook;
    }

    /** The scenario's name; null for the base. */
    public @Nullable String scenario() {
        var name = examination.forecast().scenario().name();
        return name.isEmpty() ? null : name;
    }

    /** Whether the fan is drawn. */
    public boolean tested() {
        return examination.tested();
    }

    public List<ShownChart> charts() {
        return charts;
    }

    /**
     * What happens by the end of a year ahead.
     *
     * @param dry how likely the free cash has run out by then
     * @param middle the free cash that half of the paths do not reach
     */
    public record Chance(String month, String dry, String middle, boolean negative) {}

    /** Every twelfth month, and the last. */
    public List<Chance> chances() {
        var bands = examination.bands();
        return bands.months().stream()
                .filter(month -> converges(month.number()))
                .map(month ->
                        new Chance(
                                words.month(outlook.month(month.number() - 1)),
                                words.share(bands.dryBy(month.number())),
                                words.money(month.cash().p50()),
                                month.cash().p50() < 0))
                .toList();
    }

    private boolean converges(int month) {
        return month % YEAR == 0 || month == outlook.months();
    }

    /**
     * What more runs would still change.
     *
     * @param figures P5 with a quarter of the runs, with half of them, with all, and its standard
     *     error; then the same of P50
     */
    public record Converged(String month, List<String> figures) {}

    /** For every twelfth month, and the last. */
    public List<Converged> convergence() {
        var bands = examination.bands();
        return bands.convergence().stream().map(one -> converged(bands, one)).toList();
    }

    private Converged converged(Bands bands, Bands.Convergence one) {
        var all = bands.months().get(one.month() - 1).cash();
        return new Converged(
                words.month(outlook.month(one.month() - 1)),
                Stream.of(
                                one.quarter().p5(),
                                one.half().p5(),
                                all.p5(),
                                one.errorOfP5(),
                                one.quarter().p50(),
                                one.half().p50(),
                                all.p50(),
                                one.errorOfMedian())
                        .map(words::amount)
                        .toList());
    }

    /** That the runway is too short without any shock; null if it is not. */
    public @Nullable String alreadyShort() {
        return examination.shocks().stream()
                .map(Shock::answer)
                .filter(ReverseStress.AlreadyUnder.class::isInstance)
                .map(ReverseStress.AlreadyUnder.class::cast)
                .findFirst()
                .map(one ->
                        words.text(
                                one.runway().months() == 0
                                        ? "examination.stress.now"
                                        : "examination.stress.already",
                                lasts(one.runway()),
                                Integer.toString(examination.asked().under())))
                .orElse(null);
    }

    /** How many months are too few. */
    public int under() {
        return examination.asked().under();
    }

    /**
     * A shock.
     *
     * @param smallest the smallest that is too much, or that none is
     * @param with how long the free cash lasts with it
     * @param less how long with one step less; empty if there is none
     * @param note that larger shocks are not always worse; null if they are
     * @param query of the form of a new scenario with it; null if there is none
     */
    public record Row(
            String name,
            String smallest,
            String with,
            String less,
            @Nullable String note,
            @Nullable String query) {}

    /** The smallest of each kind; none if the runway is too short without any. */
    public List<Row> shocks() {
        var rows = new ArrayList<Row>();
        for (var shock : examination.shocks()) {
            switch (shock.answer()) {
                case ReverseStress.Found found -> rows.add(found(shock, found));
                case ReverseStress.NoneUpTo none ->
                        rows.add(
                                new Row(
                                        named.shock(shock),
                                        words.text(
                                                "examination.stress.none",
                                                named.size(shock.kind(), none.largest())),
                                        lasts(none.runway()),
                                        "",
                                        null,
                                        null));
                case ReverseStress.AlreadyUnder _ -> {
                    // said once for all
                }
            }
        }
        return rows;
    }

    private Row found(Shock shock, ReverseStress.Found found) {
        return new Row(
                named.shock(shock),
                named.size(shock.kind(), found.shock()),
                lasts(found.runway()),
                lasts(found.before()),
                found.monotone() ? null : words.text("examination.stress.not-monotone"),
                query(shock));
    }

    private String query(Shock shock) {
        var scenario = new Scenario("", "", shock.overlays());
        var query = UriComponentsBuilder.newInstance();
        var values = new ArrayList<String>();
        for (var row : ScenarioFile.values(scenario, outlook.currency())) {
            row.forEach((field, value) -> {
                query.queryParam(field, "{" + field + "}");
                values.add(value);
            });
        }
        return query.encode().buildAndExpand(values.toArray()).toUriString();
    }

    private String lasts(Runway runway) {
        return words.lasts(outlook, runway);
    }

    /** How forecasts of the past did, in a sentence. */
    public String verdict() {
        return switch (examination.past()) {
            case Backtest.TooShort few ->
                    words.text(
                            "examination.past.few",
                            Integer.toString(Backtest.LEAST_MONTHS),
                            Integer.toString(Backtest.LEAST_MONTHS - few.missing()),
                            Integer.toString(few.missing()));
            case Backtest.Tested tested ->
                    words.text(
                            tested.better() ? "examination.past.better" : "examination.past.worse",
                            Integer.toString(tested.origins()));
        };
    }

    /** The verdict where it is a reason to doubt the forecast; null where it is none. */
    public @Nullable String doubt() {
        return examination.past() instanceof Backtest.Tested tested && tested.better()
                ? null
                : verdict();
    }

    /** A figure of the past for ours and for the naive forecast. */
    public record Score(String name, String ours, String naive) {}

    /** How forecasts of the past erred; none if they could not be tested. */
    public List<Score> scores() {
        if (!(examination.past() instanceof Backtest.Tested tested)) return List.of();
        return List.of(
                new Score(
                        words.text("examination.past.percentage"),
                        percentage(tested.ours()),
                        percentage(tested.naive())),
                new Score(
                        words.text("examination.past.error"),
                        words.money(tested.ours().error()),
                        words.money(tested.naive().error())),
                new Score(
                        words.text("examination.past.bias"),
                        words.money(tested.ours().bias()),
                        words.money(tested.naive().bias())));
    }

    private String percentage(Backtest.Score score) {
        return score.percentage()
                .map(part -> words.share(Fraction.of(part)))
                .orElseGet(() -> words.text("examination.past.no-percentage"));
    }

    /** How often the truth lay within the band; null if that cannot be said. */
    public @Nullable String coverage() {
        if (!(examination.past() instanceof Backtest.Tested tested)) return null;
        return tested.coverage()
                .map(one ->
                        words.text(
                                one.right()
                                        ? "examination.past.coverage.right"
                                        : "examination.past.coverage.wrong",
                                Integer.toString(one.inside()),
                                Integer.toString(one.of()),
                                words.share(one.share()),
                                words.share(one.nominal())))
                .orElse(null);
    }

    /** What was done, term by term. */
    public Map<String, String> method() {
        var method = new LinkedHashMap<String, String>();
        method.put(
                words.text("examination.method.data"),
                words.text(
                        "examination.method.data.said",
                        words.formats().date(outlook.asOf()),
                        Long.toString(outlook.knownAt())));
        method.put(
                words.text("examination.method.runs"),
                words.text(
                        "examination.method.runs.said",
                        named.count(examination.asked().paths()),
                        Long.toString(examination.asked().seed())));
        method.put(words.text("examination.method.generator"), examination.bands().method());
        method.put(words.text("examination.method.risks"), risks());
        return method;
    }

    /** What is taken as uncertain, in sentences. */
    private String risks() {
        var said = new RiskWords(words).all(examination.risks());
        return said.isEmpty() ? words.text("examination.risks.none") : String.join("; ", said);
    }
}
