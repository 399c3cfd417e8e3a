package id.patungan.forecasting;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.DuesRule;
import id.patungan.documents.CanonicalJson;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.RiskValues;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioFile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A forecast as JSON, the same for the address and the command: amounts in main units with a point,
 * months as {@code 2007-01}, fractions as {@code 1/3}. The same forecast gives the same bytes.
 */
public final class ForecastJson {

    private ForecastJson() {}

    /**
     * The text, indented; keys are sorted.
     *
     * @param examination of it; null to leave it out
     */
    public static String text(Forecast forecast, @Nullable Examination examination) {
        var json = of(forecast);
        if (examination != null) json.putAll(ExaminationJson.of(examination));
        return CanonicalJson.indented(json);
    }

    /** Maps, lists and texts. */
    public static Map<String, Object> of(Forecast forecast) {
        var outlook = forecast.base().outlook();
        var json = new LinkedHashMap<String, Object>();
        json.put("asOf", outlook.asOf().toString());
        json.put("knownAt", outlook.knownAt());
        json.put("from", outlook.from().toString());
        json.put("months", outlook.months());
        json.put("currency", outlook.currency().getCurrencyCode());
        json.put("scenario", scenario(forecast.scenario(), outlook.currency()));
        json.put("base", projection(forecast.base()));
        if (!forecast.scenario().overlays().isEmpty()) {
            json.put("changed", projection(forecast.changed()));
        }
        json.put("stops", stops(forecast));
        json.put("advice", advice(forecast));
        return json;
    }

    private static Map<String, Object> scenario(Scenario scenario, Currency currency) {
        return Map.of(
                "name",
                scenario.name(),
                "note",
                scenario.note(),
                "overlays",
                ScenarioFile.values(scenario, currency),
                "risks",
                RiskValues.write(scenario.risks()));
    }

    private static Map<String, Object> projection(Projection projection) {
        var outlook = projection.outlook();
        var lines = new ArrayList<Map<String, Object>>();
        for (int at = 0; at < outlook.lines().size(); at++) {
            lines.add(line(outlook, outlook.lines().get(at), projection.cash().get(at)));
        }
        return Map.of(
                "freeNow", money(outlook, projection.freeNow()),
                "free", amounts(outlook, projection.free()),
                "runway", runway(outlook, projection.runway()),
                "funds", projection.funds().stream().map(one -> fund(outlook, one)).toList(),
                "lines", lines);
    }

    private static Map<String, Object> fund(Outlook outlook, Projection.Fund fund) {
        return Map.of(
                "fund", fund.pot().fund(),
                "name", fund.pot().name(),
                "restriction", fund.pot().restriction().code(),
                "opening", money(outlook, fund.pot().opening()),
                "came", amounts(outlook, fund.came()),
                "went", amounts(outlook, fund.went()),
                "borneByOthers", amounts(outlook, fund.borne()),
                "closing", amounts(outlook, fund.closing()));
    }

    private static Map<String, Object> line(Outlook outlook, Line line, List<Long> cash) {
        var json = new LinkedHashMap<String, Object>();
        json.put("id", line.id());
        json.put("group", line.group().code());
        json.put("fund", line.fund());
        json.put("account", line.account());
        json.put("fundingClass", line.fundingClass());
        json.put("party", line.party());
        json.put("recurring", line.recurring());
        json.put("due", amounts(outlook, line.due()));
        json.put("cash", amounts(outlook, cash));
        json.put("lag", line.lag().shares().stream().map(Fraction::toShortText).toList());
        json.put(
                "origins",
                line.origins().stream()
                        .map(one ->
                                Map.<String, Object>of(
                                        "kind", one.kind().code(),
                                        "reference", one.reference(),
                                        "facts", one.facts()))
                        .toList());
        return json;
    }

    private static List<Map<String, @Nullable Object>> stops(Forecast forecast) {
        var outlook = forecast.changed().outlook();
        var stops = new ArrayList<Map<String, @Nullable Object>>();
        for (var stop : forecast.stops()) {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("kind", stop.kind().code());
            json.put("parties", stop.parties());
            json.put("runway", stop.runway() == null ? null : runway(outlook, stop.runway()));
            stops.add(json);
        }
        return stops;
    }

    static Map<String, @Nullable Object> runway(Outlook outlook, Runway runway) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("months", runway.months());
        json.put("beyondTheHorizon", runway.beyond());
        json.put(
                "month",
                runway.beyond() || runway.months() == 0
                        ? null
                        : outlook.month(runway.months() - 1).toString());
        return json;
    }

    private static Map<String, @Nullable Object> advice(Forecast forecast) {
        var advice = forecast.advice();
        var outlook = forecast.changed().outlook();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("lowest", money(outlook, advice.lowest()));
        json.put(
                "lowestIn",
                advice.month() == 0 ? null : outlook.month(advice.month() - 1).toString());
        json.put("reserve", money(outlook, advice.reserve()));
        json.put("duesPercent", percent(advice.dues()));
        json.put("costsPercent", percent(advice.costs()));
        json.put(
                "changes",
                ScenarioFile.values(
                        new Scenario("", "", advice.changes(outlook)), outlook.currency()));
        json.put("dues", forecast.dues() == null ? null : spread(outlook, forecast.dues()));
        return json;
    }

    private static Map<String, @Nullable Object> spread(Outlook outlook, DuesSpread spread) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("rule", spread.rule() == null ? null : rule(spread.rule()));
        json.put(
                "proportional",
                spread.whyNot() == null
                        ? null
                        : Map.of(
                                "code", spread.whyNot().code(),
                                "message", String.valueOf(spread.whyNot().getMessage())));
        json.put("now", money(outlook, spread.before()));
        json.put("then", money(outlook, spread.after()));
        json.put(
                "members",
                spread.parts().stream()
                        .map(part ->
                                Map.of(
                                        "party", part.party(),
                                        "now", money(outlook, part.before()),
                                        "then", money(outlook, part.after()),
                                        "extra", money(outlook, part.extra())))
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> rule(DuesRule rule) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("name", rule.name());
        json.put("code", rule.code());
        json.put("version", rule.version());
        json.put("assessment", rule.assessment());
        return json;
    }

    private static @Nullable String percent(@Nullable Fraction percent) {
        return percent == null ? null : percent.toShortText();
    }

    private static List<String> amounts(Outlook outlook, List<Long> amounts) {
        return amounts.stream().map(one -> money(outlook, one)).toList();
    }

    static String money(Outlook outlook, long amount) {
        return new Money(outlook.currency(), amount).toDecimal().toPlainString();
    }
}
