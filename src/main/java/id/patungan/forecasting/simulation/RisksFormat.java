package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;
import id.patungan.basics.InputException;
import id.patungan.forecasting.simulation.Distribution.Discrete.Outcome;
import id.patungan.forecasting.simulation.SimulationModel.Correlation;
import id.patungan.forecasting.simulation.SimulationModel.Drawn;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Risks as plain maps, lists and texts, as files and stored scenarios carry them:
 *
 * <pre>
 * risks:
 *   - {target: dues/34.04, drawn: yearly, kind: triangular, low: 0.8, mode: 1, high: 1.05}
 *   - {name: prices, target: costs, drawn: monthly, kind: lognormal, median: 1, sigma: 0.05}
 *   - {target: income/D5, drawn: once, kind: bernoulli, probability: 0.3, value: 0}
 * correlations:
 *   - {one: prices, other: dues/34.04, rank: -0.4}
 * default: {probability: 0.05, loss: 0.5}
 * delays: true
 * </pre>
 *
 * A risk without a name is called as its target. Numbers are decimals or fractions such as 1/3.
 * Whatever is not known is refused with its place.
 */
public final class RisksFormat {

    private RisksFormat() {}

    /**
     * Reads them.
     *
     * @throws InputException naming the place of what is missing, unknown or of the wrong form
     * @throws SimulationException if figures contradict each other
     */
    public static Risks read(Map<?, ?> map) {
        var all = new Node("", map);
        var risks = all.list("risks", RisksFormat::risk);
        var correlations =
                all.list(
                        "correlations",
                        (place, value) -> {
                            var pair = Node.of(place, value);
                            var read =
                                    new Correlation(
                                            pair.text("one"),
                                            pair.text("other"),
                                            pair.number("rank"));
                            pair.nothingElse();
                            return read;
                        });
        Optional<Risks.MemberDefault> members = Optional.empty();
        var given = all.take("default");
        if (given != null) {
            var node = Node.of("default", given);
            members =
                    Optional.of(
                            new Risks.MemberDefault(
                                    node.number("probability"), node.number("loss")));
            node.nothingElse();
        }
        var delays = all.flag("delays");
        all.nothingElse();
        return new Risks(risks, correlations, members, delays);
    }

    private static Risk risk(String place, Object value) {
        var node = Node.of(place, value);
        var target = node.text("target");
        var name = node.take("name");
        var drawn = drawn(node);
        var distribution = distribution(node);
        node.nothingElse();
        return new Risk(
                name == null ? target : name.toString(),
                Risk.Target.parse(target),
                drawn,
                distribution);
    }

    private static Drawn drawn(Node node) {
        var text = node.text("drawn");
        for (var drawn : Drawn.values()) {
            if (code(drawn).equals(text)) return drawn;
        }
        throw node.wrong("drawn", "'" + text + "' is none of once, yearly and monthly");
    }

    private static String code(Drawn drawn) {
        return drawn.name().toLowerCase(Locale.ROOT);
    }

    private static Distribution distribution(Node node) {
        var kind = node.text("kind");
        return switch (kind) {
            case "fixed" -> new Distribution.Fixed(node.number("value"));
            case "triangular" ->
                    new Distribution.Triangular(
                            node.number("low"), node.number("mode"), node.number("high"));
            case "pert" ->
                    new Distribution.Pert(
                            node.number("low"), node.number("mode"), node.number("high"));
            case "lognormal" ->
                    new Distribution.Lognormal(node.number("median"), node.number("sigma"));
            case "bernoulli" ->
                    new Distribution.Bernoulli(node.number("probability"), node.number("value"));
            case "discrete" ->
                    new Distribution.Discrete(
                            node.list(
                                    "outcomes",
                                    (place, value) -> {
                                        var outcome = Node.of(place, value);
                                        var read =
                                                new Outcome(
                                                        outcome.number("value"),
                                                        outcome.number("probability"));
                                        outcome.nothingElse();
                                        return read;
                                    }));
            default ->
                    throw node.wrong(
                            "kind",
                            "'"
                                    + kind
                                    + "' is none of fixed, triangular, pert, lognormal, bernoulli"
                                    + " and discrete");
        };
    }

    /** Writes them so that {@link #read} reads the same. */
    public static Map<String, Object> write(Risks risks) {
        var map = new LinkedHashMap<String, Object>();
        map.put("risks", risks.risks().stream().map(RisksFormat::written).toList());
        map.put(
                "correlations",
                risks.correlations().stream()
                        .map(pair ->
                                ordered(
                                        "one", pair.one(),
                                        "other", pair.other(),
                                        "rank", pair.rank().toShortText()))
                        .toList());
        risks.members()
                .ifPresent(members ->
                        map.put(
                                "default",
                                ordered(
                                        "probability", members.probability().toShortText(),
                                        "loss", members.loss().toShortText())));
        map.put("delays", risks.delays());
        return map;
    }

    private static Map<String, Object> written(Risk risk) {
        var map = new LinkedHashMap<String, Object>();
        map.put("name", risk.name());
        map.put("target", risk.target().toString());
        map.put("drawn", code(risk.drawn()));
        switch (risk.distribution()) {
            case Distribution.Fixed(var value) ->
                    map.putAll(ordered("kind", "fixed", "value", value.toShortText()));
            case Distribution.Triangular(var low, var mode, var high) ->
                    map.putAll(threePoints("triangular", low, mode, high));
            case Distribution.Pert(var low, var mode, var high) ->
                    map.putAll(threePoints("pert", low, mode, high));
            case Distribution.Lognormal(var median, var sigma) ->
                    map.putAll(
                            ordered(
                                    "kind", "lognormal",
                                    "median", median.toShortText(),
                                    "sigma", sigma.toShortText()));
            case Distribution.Bernoulli(var probability, var value) ->
                    map.putAll(
                            ordered(
                                    "kind", "bernoulli",
                                    "probability", probability.toShortText(),
                                    "value", value.toShortText()));
            case Distribution.Discrete(var outcomes) -> {
                map.put("kind", "discrete");
                map.put(
                        "outcomes",
                        outcomes.stream()
                                .map(one ->
                                        ordered(
                                                "value", one.value().toShortText(),
                                                "probability", one.probability().toShortText()))
                                .toList());
            }
        }
        return map;
    }

    private static Map<String, Object> threePoints(
            String kind, Fraction low, Fraction mode, Fraction high) {
        return ordered(
                "kind", kind,
                "low", low.toShortText(),
                "mode", mode.toShortText(),
                "high", high.toShortText());
    }

    private static Map<String, Object> ordered(String... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (var at = 0; at < keysAndValues.length; at += 2) {
            map.put(keysAndValues[at], keysAndValues[at + 1]);
        }
        return map;
    }

    /** A map that is read key by key, with the place where it stands. */
    private static final class Node {

        private final String place;
        private final Map<Object, Object> rest;

        Node(String place, Map<?, ?> map) {
            this.place = place;
            this.rest = new LinkedHashMap<>(map);
        }

        static Node of(String place, Object value) {
            if (!(value instanceof Map<?, ?> map)) {
                throw new InputException(place, "give names with values");
            }
            return new Node(place, map);
        }

        @Nullable Object take(String key) {
            return rest.remove(key);
        }

        String text(String key) {
            var value = take(key);
            if (value == null || value.toString().isBlank()) throw wrong(key, "is missing");
            return value.toString().strip();
        }

        /** Numbers of a parser are taken by their shortest text: 0.1 is a tenth. */
        Fraction number(String key) {
            var value = take(key);
            if (value == null) throw wrong(key, "is missing");
            var text =
                    value instanceof Double real && Double.isFinite(real)
                            ? BigDecimal.valueOf(real).toPlainString()
                            : value.toString().strip();
            return Fraction.tryParse(text)
                    .orElseThrow(
                            () -> wrong(key, "'" + text + "' is not a number; write 0.75 or 1/3"));
        }

        boolean flag(String key) {
            var value = take(key);
            if (value == null) return false;
            if (value instanceof Boolean flag) return flag;
            throw wrong(key, "'" + value + "' is neither true nor false");
        }

        <T> List<T> list(String key, BiFunction<String, Object, T> read) {
            var value = take(key);
            if (value == null) return List.of();
            if (!(value instanceof List<?> entries)) throw wrong(key, "give a list");
            var all = new ArrayList<T>();
            for (var at = 0; at < entries.size(); at++) {
                var one = entries.get(at);
                var where = at(key) + "[" + (at + 1) + "]";
                if (one == null) throw new InputException(where, "is empty");
                all.add(read.apply(where, one));
            }
            return all;
        }

        void nothingElse() {
            if (!rest.isEmpty()) {
                var key = String.valueOf(rest.keySet().iterator().next());
                throw wrong(key, "is not known here");
            }
        }

        InputException wrong(String key, String message) {
            return new InputException(at(key), message);
        }

        private String at(String key) {
            return place.isEmpty() ? key : place + "." + key;
        }
    }

    /** The names of the distributions, for choices in forms. */
    public static List<String> kinds() {
        return List.of("triangular", "pert", "lognormal", "bernoulli", "discrete", "fixed");
    }
}
