package id.patungan.forecasting.pages;

import id.patungan.documents.TimeLine;
import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.projection.Outlook;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A forecast as its page shows it. */
final class ForecastView {

    private final Forecast forecast;
    private final ForecastWords words;
    private final ForecastFindings findings;
    private final List<ShownChart> charts;
    private final FundYears funds;
    private final LineYears lines;

    ForecastView(
            Forecast forecast,
            List<BookedYear> booked,
            ForecastWords words,
            TimeLine.@Nullable Threshold reserve) {
        this.forecast = forecast;
        this.words = words;
        this.findings = new ForecastFindings(forecast, words);
        var drawn = new ForecastCharts(forecast, booked, words);
        this.charts =
                empty()
                        ? List.of()
                        : Stream.of(drawn.free(), drawn.reserve(reserve), drawn.mix(), drawn.gap())
                                .filter(Objects::nonNull)
                                .toList();
        this.funds = FundYears.of(forecast.changed(), words);
        this.lines = LineYears.of(forecast.changed(), words);
    }

    /** Whether there is nothing to work it out from. */
    public boolean empty() {
        var outlook = forecast.base().outlook();
        return outlook.lines().isEmpty()
                && outlook.pots().stream().allMatch(pot -> pot.opening() == 0);
    }

    public Outlook outlook() {
        return forecast.changed().outlook();
    }

    /** The name of the scenario; null for the base. */
    public @Nullable String scenario() {
        return forecast.scenario().changesNothing() && forecast.scenario().name().isEmpty()
                ? null
                : forecast.scenario().name();
    }

    /** What the scenario changes, each in a sentence. */
    public List<String> changes() {
        return words.changes(forecast.scenario());
    }

    public String answer() {
        return findings.answer();
    }

    /** Whether nothing says what the body costs, so that what it says is too good. */
    public boolean withoutCosts() {
        return findings.withoutCosts();
    }

    public List<ForecastFindings.Figure> figures() {
        return findings.figures();
    }

    public List<ForecastFindings.Way> ways() {
        return findings.ways();
    }

    public ForecastFindings.@Nullable Spread spread() {
        return findings.spread();
    }

    public List<ShownChart> charts() {
        return charts;
    }

    public FundYears funds() {
        return funds;
    }

    public LineYears lines() {
        return lines;
    }

    /** An amount without its currency. */
    public String amount(long minorUnits) {
        return words.amount(minorUnits);
    }

    /** Whether only a part of a year is looked at. */
    public boolean partly(int year) {
        return !new YearSums(outlook()).whole(year);
    }
}
