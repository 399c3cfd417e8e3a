package id.patungan.allocation;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Reads the kinds that divide by a cost game. */
final class GameReader {

    private static final int MOST_ORDERS = 1_000_000;

    private final YamlNodes yaml;

    GameReader(YamlNodes yaml) {
        this.yaml = yaml;
    }

    @Nullable Rule game(String kind, Node node, String place) {
        var own = new ArrayList<>(List.of("costs", "default", "segments", "classes"));
        switch (kind) {
            case "shapley" -> own.add("sample");
            case "scrb" -> own.addAll(List.of("benefits", "alternate"));
            default -> {}
        }
        var fields = RuleReader.ruleFields(yaml, node, place, own.toArray(String[]::new));
        var costs = fields == null ? null : costs(node, fields, place);
        if (fields == null || costs == null) {
            return null;
        }
        return switch (kind) {
            case "marginal" -> new Rule.Marginal(costs);
            case "stand-alone" -> new Rule.StandAlone(costs);
            case "shapley" -> new Rule.Shapley(costs, sample(fields, place));
            case "scrb" -> separable(costs, node, fields, place);
            default -> new Rule.Nucleolus(costs);
        };
    }

    private @Nullable Costs costs(Node node, Map<String, Node> fields, String place) {
        var otherwise = otherwise(fields);
        var segmented = otherwise == Costs.Otherwise.SEGMENTS;
        var stray = fields.get("segments");
        if (stray != null && !segmented) {
            yaml.problem(stray, "allocation.missing-field", "segments", "default: segments");
        }
        List<Rule.Segment> segments =
                segmented ? RuleReader.segments(yaml, node, fields, place) : List.of();
        SequencedMap<String, Fraction> listed = new LinkedHashMap<>();
        if (!segmented || fields.containsKey("costs")) {
            listed = yaml.figures(node, fields, "costs", place);
        }
        var classes = classes(fields, place);
        return listed == null ? null : new Costs(listed, otherwise, segments, classes);
    }

    private Costs.Otherwise otherwise(Map<String, Node> fields) {
        var node = fields.get("default");
        if (node == null) {
            return Costs.Otherwise.LISTED;
        }
        return switch (String.valueOf(yaml.text(node))) {
            case "max" -> Costs.Otherwise.MAX;
            case "sum" -> Costs.Otherwise.SUM;
            case "segments" -> Costs.Otherwise.SEGMENTS;
            default -> {
                yaml.problem(node, "allocation.unknown-value", "default");
                yield Costs.Otherwise.LISTED;
            }
        };
    }

    private SequencedMap<String, List<String>> classes(Map<String, Node> fields, String place) {
        var classes = new LinkedHashMap<String, List<String>>();
        var node = fields.get("classes");
        if (node == null) {
            return classes;
        }
        var entries = yaml.fields(node, place + ".classes", null);
        if (entries != null) {
            for (var name : entries.keySet()) {
                classes.put(name, yaml.texts(node, entries, name, "[\"34.02\", \"34.04\"]"));
            }
        }
        return classes;
    }

    private @Nullable Rule separable(
            Costs costs, Node node, Map<String, Node> fields, String place) {
        var alternate = yaml.second(fields, "alternate", "false", "true");
        if (alternate == fields.containsKey("benefits")) {
            yaml.problem(
                    node,
                    "allocation.missing-field",
                    "benefits",
                    "benefits: {party: amount}",
                    "alternate: true");
            return null;
        }
        if (alternate) {
            return new Rule.Scrb(costs, null);
        }
        var benefits = yaml.figures(node, fields, "benefits", place);
        return benefits == null ? null : new Rule.Scrb(costs, benefits);
    }

    private Rule.@Nullable Sample sample(Map<String, Node> fields, String place) {
        var node = fields.get("sample");
        if (node == null) {
            return null;
        }
        var own = yaml.fields(node, place + ".sample", List.of("orders", "seed"));
        if (own == null) {
            return null;
        }
        var orders = whole(node, own, "orders", 2, MOST_ORDERS);
        var seed = whole(node, own, "seed", 0, Long.MAX_VALUE);
        return orders == null || seed == null
                ? null
                : new Rule.Sample(orders.intValueExact(), seed.longValueExact());
    }

    private @Nullable BigInteger whole(
            Node owner, Map<String, Node> fields, String field, long least, long most) {
        var number = yaml.requiredNumber(owner, fields, field);
        if (number == null) {
            return null;
        }
        if (!number.isInteger()
                || number.compareTo(Fraction.of(least)) < 0
                || number.compareTo(Fraction.of(most)) > 0) {
            yaml.problem(
                    fields.getOrDefault(field, owner),
                    "allocation.not-a-count",
                    "count",
                    field,
                    least,
                    most);
            return null;
        }
        return number.numerator();
    }
}
