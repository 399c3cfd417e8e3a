package id.patungan.forecasting.scenarios;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.simulation.Distribution;
import id.patungan.forecasting.simulation.Risk;
import id.patungan.forecasting.simulation.Risks;
import id.patungan.forecasting.simulation.SimulationModel.Correlation;
import id.patungan.forecasting.simulation.SimulationModel.Drawn;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is uncertain, as rows of text: each a kind with its fields, as files, forms and programs
 * have them. Numbers are decimals or fractions such as 1/3.
 */
public final class RiskValues {

    private static final int LONGEST = 80;
    private static final int LONGEST_OUTCOMES = 400;

    private final Map<String, String> values;
    private final RiskKind kind;

    private RiskValues(Map<String, String> values, RiskKind kind) {
        this.values = values;
        this.kind = kind;
    }

    /**
     * What the rows say together.
     *
     * @return null if there are none: then the usual is uncertain
     * @throws ScenarioException naming the field that cannot be read
     * @throws id.patungan.forecasting.simulation.SimulationException if figures contradict each
     *     other
     */
    public static @Nullable Risks read(List<Map<String, String>> rows) {
        if (rows.isEmpty()) return null;
        var risks = new ArrayList<Risk>();
        var correlations = new ArrayList<Correlation>();
        var members = Optional.<Risks.MemberDefault>empty();
        var delays = false;
        for (var row : rows) {
            var said = of(row);
            switch (said.kind) {
                case DEFAULT -> {
                    if (members.isPresent()) throw ScenarioException.twice(said.kind.code());
                    members = Optional.of(said.members());
                }
                case DELAYS -> {
                    if (delays) throw ScenarioException.twice(said.kind.code());
                    delays = true;
                }
                case CORRELATION -> correlations.add(said.correlation());
                case NONE -> {
                    if (rows.size() > 1) throw ScenarioException.notAlone(said.kind.code());
                }
                default -> risks.add(said.risk());
            }
        }
        return new Risks(risks, correlations, members, delays);
    }

    /** The rows that say it; reading them gives the same. */
    public static List<Map<String, String>> write(@Nullable Risks risks) {
        if (risks == null) return List.of();
        var rows = new ArrayList<Map<String, String>>();
        risks.risks().forEach(risk -> rows.add(written(risk)));
        for (var pair : risks.correlations()) {
            rows.add(
                    row(
                            RiskKind.CORRELATION,
                            "one",
                            pair.one(),
                            "other",
                            pair.other(),
                            "rank",
                            pair.rank().toShortText()));
        }
        risks.members()
                .ifPresent(members ->
                        rows.add(
                                row(
                                        RiskKind.DEFAULT,
                                        "probability",
                                        members.probability().toShortText(),
                                        "loss",
                                        members.loss().toShortText())));
        if (risks.delays()) rows.add(row(RiskKind.DELAYS));
        if (rows.isEmpty()) rows.add(row(RiskKind.NONE));
        return rows;
    }

    private static Map<String, String> written(Risk risk) {
        var target = risk.target().toString();
        var drawn = risk.drawn().name().toLowerCase(Locale.ROOT);
        var row =
                switch (risk.distribution()) {
                    case Distribution.Triangular(var low, var mode, var high) ->
                            points(RiskKind.TRIANGULAR, target, drawn, low, mode, high);
                    case Distribution.Pert(var low, var mode, var high) ->
                            points(RiskKind.PERT, target, drawn, low, mode, high);
                    case Distribution.Lognormal(var median, var sigma) ->
                            row(
                                    RiskKind.LOGNORMAL,
                                    "target",
                                    target,
                                    "drawn",
                                    drawn,
                                    "median",
                                    median.toShortText(),
                                    "sigma",
                                    sigma.toShortText());
                    case Distribution.Bernoulli(var probability, var value) ->
                            row(
                                    RiskKind.BERNOULLI,
                                    "target",
                                    target,
                                    "drawn",
                                    drawn,
                                    "probability",
                                    probability.toShortText(),
                                    "value",
                                    value.toShortText());
                    case Distribution.Discrete(var outcomes) ->
                            row(
                                    RiskKind.DISCRETE,
                                    "target",
                                    target,
                                    "drawn",
                                    drawn,
                                    "outcomes",
                                    outcomes.stream()
                                            .map(one ->
                                                    one.value().toShortText()
                                                            + ": "
                                                            + one.probability().toShortText())
                                            .collect(Collectors.joining(", ")));
                    case Distribution.Fixed(var value) ->
                            row(
                                    RiskKind.FIXED,
                                    "target",
                                    target,
                                    "drawn",
                                    drawn,
                                    "value",
                                    value.toShortText());
                };
        if (!risk.name().equals(target)) row.put("name", risk.name());
        return row;
    }

    private static Map<String, String> points(
            RiskKind kind,
            String target,
            String drawn,
            Fraction low,
            Fraction mode,
            Fraction high) {
        return row(
                kind,
                "target",
                target,
                "drawn",
                drawn,
                "low",
                low.toShortText(),
                "mode",
                mode.toShortText(),
                "high",
                high.toShortText());
    }

    private static Map<String, String> row(RiskKind kind, String... pairs) {
        var row = new LinkedHashMap<String, String>();
        row.put("kind", kind.code());
        for (int at = 0; at < pairs.length; at += 2) row.put(pairs[at], pairs[at + 1]);
        return row;
    }

    private static RiskValues of(Map<String, String> row) {
        var said = row.getOrDefault("kind", "");
        var kind = RiskKind.of(said).orElseThrow(() -> ScenarioException.riskKind(said));
        for (var key : row.keySet()) {
            var known =
                    key.equals("kind")
                            || kind.fields().stream().anyMatch(one -> one.code().equals(key));
            if (!known) throw ScenarioException.riskField(kind, key);
        }
        return new RiskValues(row, kind);
    }

    private Risk risk() {
        var target = text(RiskField.TARGET);
        var name = values.getOrDefault(RiskField.NAME.code(), "").strip();
        return new Risk(
                name.isEmpty() ? target : checked(RiskField.NAME, name, LONGEST),
                Risk.Target.parse(target),
                drawn(),
                distribution());
    }

    private Distribution distribution() {
        return switch (kind) {
            case TRIANGULAR ->
                    new Distribution.Triangular(
                            number(RiskField.LOW), number(RiskField.MODE), number(RiskField.HIGH));
            case PERT ->
                    new Distribution.Pert(
                            number(RiskField.LOW), number(RiskField.MODE), number(RiskField.HIGH));
            case LOGNORMAL ->
                    new Distribution.Lognormal(number(RiskField.MEDIAN), number(RiskField.SIGMA));
            case BERNOULLI ->
                    new Distribution.Bernoulli(
                            number(RiskField.PROBABILITY), number(RiskField.VALUE));
            case DISCRETE -> new Distribution.Discrete(outcomes());
            case FIXED -> new Distribution.Fixed(number(RiskField.VALUE));
            case DEFAULT, DELAYS, CORRELATION, NONE -> throw new IllegalStateException(kind.code());
        };
    }

    private Risks.MemberDefault members() {
        return new Risks.MemberDefault(number(RiskField.PROBABILITY), number(RiskField.LOSS));
    }

    private Correlation correlation() {
        return new Correlation(text(RiskField.ONE), text(RiskField.OTHER), number(RiskField.RANK));
    }

    private Drawn drawn() {
        var text = text(RiskField.DRAWN);
        for (var one : Drawn.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(text)) return one;
        }
        throw ScenarioException.riskValue(kind, RiskField.DRAWN, text, "drawn");
    }

    /** {@code 0.5: 0.2, 1: 0.8}; in numbers of a language with commas, semicolons between them. */
    private List<Distribution.Discrete.Outcome> outcomes() {
        var text = checked(RiskField.OUTCOMES, required(RiskField.OUTCOMES), LONGEST_OUTCOMES);
        var outcomes = new ArrayList<Distribution.Discrete.Outcome>();
        for (var pair : text.split(text.contains(";") ? ";" : ",", -1)) {
            var two = pair.split(":", -1);
            var value = number(two[0]);
            var probability = two.length == 2 ? number(two[1]) : Optional.<Fraction>empty();
            if (value.isEmpty() || probability.isEmpty()) {
                throw ScenarioException.riskValue(kind, RiskField.OUTCOMES, text, "outcomes");
            }
            outcomes.add(new Distribution.Discrete.Outcome(value.get(), probability.get()));
        }
        return outcomes;
    }

    private static Optional<Fraction> number(String text) {
        return Fraction.tryParse(text.strip().replace(',', '.'));
    }

    private Fraction number(RiskField field) {
        var text = text(field);
        return number(text)
                .orElseThrow(() -> ScenarioException.riskValue(kind, field, text, "number"));
    }

    private String text(RiskField field) {
        return checked(field, required(field), LONGEST);
    }

    private String required(RiskField field) {
        var text = values.getOrDefault(field.code(), "").strip();
        if (text.isEmpty()) throw ScenarioException.riskValue(kind, field, "", "missing");
        return text;
    }

    private String checked(RiskField field, String text, int longest) {
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw ScenarioException.riskValue(kind, field, text, "long");
        }
        return text;
    }
}
