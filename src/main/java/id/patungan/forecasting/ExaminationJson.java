package id.patungan.forecasting;

import static id.patungan.forecasting.ForecastJson.money;
import static id.patungan.forecasting.ForecastJson.runway;

import id.patungan.forecasting.Examination.Shock;
import id.patungan.forecasting.Examination.Swing;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.scenarios.RiskValues;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioFile;
import id.patungan.forecasting.simulation.Backtest;
import id.patungan.forecasting.simulation.Bands;
import id.patungan.forecasting.simulation.ReverseStress;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** An examination as JSON, written as {@link ForecastJson} writes forecasts. */
public final class ExaminationJson {

    private ExaminationJson() {}

    /** Maps, lists and texts; keys that a forecast does not have. */
    public static Map<String, Object> of(Examination examination) {
        var outlook = examination.forecast().changed().outlook();
        var json = new LinkedHashMap<String, Object>();
        json.put("simulation", simulation(examination, outlook));
        json.put("tornado", examination.swings().stream().map(one -> swing(outlook, one)).toList());
        json.put(
                "reverseStress",
                Map.of(
                        "under",
                        examination.asked().under(),
                        "shocks",
                        examination.shocks().stream().map(one -> shock(outlook, one)).toList()));
        json.put("backtest", past(outlook, examination.past()));
        return json;
    }

    private static Map<String, Object> simulation(Examination examination, Outlook outlook) {
        var bands = examination.bands();
        var months = new ArrayList<Map<String, Object>>();
        for (var month : bands.months()) {
            var json = percentiles(outlook, month.cash());
            json.put("month", outlook.month(month.number() - 1).toString());
            json.put("mean", money(outlook, month.mean()));
            json.put("dryBy", bands.dryBy(month.number()).toShortText());
            months.add(json);
        }
        var converged = new ArrayList<Map<String, Object>>();
        for (var one : bands.convergence()) {
            converged.add(
                    Map.of(
                            "month", outlook.month(one.month() - 1).toString(),
                            "quarter", percentiles(outlook, one.quarter()),
                            "half", percentiles(outlook, one.half()),
                            "standardErrorOfP5", money(outlook, one.errorOfP5()),
                            "standardErrorOfMedian", money(outlook, one.errorOfMedian())));
        }
        return Map.of(
                "method", bands.method(),
                "seed", bands.seed(),
                "paths", bands.paths(),
                "risks", RiskValues.write(examination.risks()),
                "months", months,
                "lowest", percentiles(outlook, bands.lowest()),
                "convergence", converged,
                "digest", bands.digest());
    }

    private static Map<String, Object> percentiles(Outlook outlook, Bands.Percentiles of) {
        var json = new LinkedHashMap<String, Object>();
        json.put("p5", money(outlook, of.p5()));
        json.put("p25", money(outlook, of.p25()));
        json.put("p50", money(outlook, of.p50()));
        json.put("p75", money(outlook, of.p75()));
        json.put("p95", money(outlook, of.p95()));
        return json;
    }

    private static Map<String, Object> swing(Outlook outlook, Swing swing) {
        var bar = swing.bar();
        return Map.of(
                "assumption", bar.assumption().name(),
                "low", bar.assumption().low().toShortText(),
                "high", bar.assumption().high().toShortText(),
                "lowestFreeCash", money(outlook, bar.base()),
                "atLow", money(outlook, bar.atLow()),
                "atHigh", money(outlook, bar.atHigh()));
    }

    private static Map<String, @Nullable Object> shock(Outlook outlook, Shock shock) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("kind", shock.kind().code());
        json.put("party", shock.party());
        switch (shock.answer()) {
            case ReverseStress.AlreadyUnder already -> {
                json.put("answer", "already-under");
                json.put("runway", runway(outlook, already.runway()));
            }
            case ReverseStress.NoneUpTo none -> {
                json.put("answer", "none");
                json.put("largest", shock.kind().size(none.largest()).toShortText());
                json.put("runway", runway(outlook, none.runway()));
            }
            case ReverseStress.Found found -> {
                json.put("answer", "found");
                json.put("smallest", shock.kind().size(found.shock()).toShortText());
                json.put("runway", runway(outlook, found.runway()));
                json.put("runwayWithOneStepLess", runway(outlook, found.before()));
                json.put("largerIsNeverBetter", found.monotone());
                json.put(
                        "overlays",
                        ScenarioFile.values(
                                new Scenario("", "", shock.overlays()), outlook.currency()));
            }
        }
        return json;
    }

    private static Map<String, @Nullable Object> past(Outlook outlook, Backtest past) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        switch (past) {
            case Backtest.TooShort few -> json.put("monthsMissing", few.missing());
            case Backtest.Tested tested -> {
                json.put("origins", tested.origins());
                json.put("betterThanNaive", tested.better());
                json.put("ours", score(outlook, tested.ours()));
                json.put("naive", score(outlook, tested.naive()));
                json.put("coverage", tested.coverage().map(ExaminationJson::coverage).orElse(null));
            }
        }
        return json;
    }

    private static Map<String, @Nullable Object> score(Outlook outlook, Backtest.Score score) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put(
                "meanAbsolutePercentageError",
                score.percentage().map(BigDecimal::toPlainString).orElse(null));
        json.put("monthsWithoutPercentage", score.leftOut());
        json.put("meanAbsoluteError", money(outlook, score.error()));
        json.put("bias", money(outlook, score.bias()));
        return json;
    }

    private static Map<String, Object> coverage(Backtest.Coverage coverage) {
        return Map.of(
                "inside", coverage.inside(),
                "of", coverage.of(),
                "nominal", coverage.nominal().toShortText(),
                "margin", coverage.margin().toPlainString(),
                "agrees", coverage.right());
    }
}
