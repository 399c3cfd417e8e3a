package id.patungan.allocation;

import id.patungan.allocation.Rule.Limit;
import id.patungan.allocation.RuleDocument.Lines;
import id.patungan.allocation.RuleDocument.Tie;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads a rule file from the nodes of its YAML, so that every problem has its place and every
 * figure keeps the digits it was written with. Price lists are read by {@link TariffReader}, cost
 * games by {@link GameReader}.
 */
final class RuleReader {

    private static final int HIGHEST_POWER = 9;
    private static final String KINDS =
            "equal, percent, fixed, only, weights, scaled-sum, mix, two-part, blend, bounded,"
                    + " pinned, sequential, rate, bands, marginal, stand-alone,"
                    + " shapley, scrb, nucleolus";
    private static final String EXAMPLE = "rule: {kind: percent, shares: {…}}";

    private final String file;
    private final YamlNodes yaml;

    RuleReader(String file) {
        this.file = file;
        this.yaml = new YamlNodes(file);
    }

    RuleFile.Reading read(String text) {
        var root = yaml.compose(text.startsWith("\uFEFF") ? text.substring(1) : text, EXAMPLE);
        var document = root == null ? null : document(root);
        var places = yaml.finished();
        if (document == null) {
            throw new IllegalStateException("A file without problems holds a rule");
        }
        return new RuleFile.Reading(file, document, places);
    }

    private @Nullable RuleDocument document(Node root) {
        var fields =
                yaml.fields(root, "", List.of("name", "basis", "tie", "unit", "lines", "rule"));
        if (fields == null) {
            return null;
        }
        var tie = yaml.second(fields, "tie", "code", "history") ? Tie.HISTORY : Tie.CODE;
        var lines =
                yaml.second(fields, "lines", "per-line", "controlled")
                        ? Lines.CONTROLLED
                        : Lines.PER_LINE;
        var unit = yaml.optionalNumber(fields, "unit");
        var ruleNode = fields.get("rule");
        if (ruleNode == null) {
            yaml.problem(root, "allocation.no-rule", "no-rule", EXAMPLE);
            return null;
        }
        var rule = rule(ruleNode, "rule");
        var name = fields.get("name");
        var basis = fields.get("basis");
        return rule == null
                ? null
                : new RuleDocument(
                        name == null ? null : yaml.text(name),
                        basis == null ? null : yaml.text(basis),
                        tie,
                        unit,
                        lines,
                        rule);
    }

    private @Nullable Rule rule(Node node, String place) {
        yaml.place(place, node);
        if (!(node instanceof MappingNode mapping)) {
            yaml.problem(node, "allocation.not-a-rule", "not-a-rule", "{kind: …, …}", KINDS);
            return null;
        }
        var kindNode = field(mapping, "kind");
        if (kindNode == null) {
            yaml.problem(node, "allocation.missing-field", "no-kind", KINDS);
            return null;
        }
        var rule = kind(kindNode, node, place);
        var creditsNode = field(mapping, "credits");
        var credits = creditsNode == null ? null : yaml.figures(creditsNode, place + ".credits");
        return rule == null || credits == null ? rule : new Rule.Credited(credits, rule);
    }

    private static @Nullable Node field(MappingNode mapping, String name) {
        return mapping.getValue().stream()
                .filter(field ->
                        field.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name))
                .map(field -> field.getValueNode())
                .findFirst()
                .orElse(null);
    }

    private @Nullable Rule kind(Node kindNode, Node node, String place) {
        var kind = String.valueOf(yaml.text(kindNode));
        return switch (kind) {
            case "equal" -> fields(node, place) == null ? null : new Rule.Equal();
            case "percent" -> percent(node, place);
            case "fixed" -> fixed(node, place);
            case "only" -> only(node, place);
            case "weights" -> weights(node, place);
            case "scaled-sum" -> scaledSum(node, place);
            case "mix" -> mix(node, place);
            case "two-part" -> twoPart(node, place);
            case "blend" -> blend(node, place);
            case "bounded" -> bounded(node, place);
            case "pinned" -> pinned(node, place);
            case "sequential" -> sequential(node, place);
            case "rate" -> new TariffReader(yaml).rate(node, place);
            case "bands" -> new TariffReader(yaml).bands(node, place);
            case "marginal", "stand-alone", "shapley", "scrb", "nucleolus" ->
                    new GameReader(yaml).game(kind, node, place);
            default -> {
                yaml.problem(kindNode, "allocation.unknown-kind", "unknown-kind", kind, KINDS);
                yield null;
            }
        };
    }

    private @Nullable Map<String, Node> fields(Node node, String place, String... own) {
        return ruleFields(yaml, node, place, own);
    }

    /** The fields of a rule: those of its kind, and those that every kind has. */
    static @Nullable Map<String, Node> ruleFields(
            YamlNodes yaml, Node node, String place, String... own) {
        var known = new ArrayList<>(List.of("kind"));
        known.addAll(Arrays.asList(own));
        known.add("credits");
        return yaml.fields(node, place, known);
    }

    private @Nullable Rule percent(Node node, String place) {
        var fields = fields(node, place, "shares", "normalise");
        if (fields == null) {
            return null;
        }
        var shares = yaml.figures(node, fields, "shares", place);
        var normalise = yaml.second(fields, "normalise", "false", "true");
        return shares == null ? null : new Rule.Percent(shares, normalise);
    }

    private @Nullable Rule fixed(Node node, String place) {
        var fields = fields(node, place, "amounts", "rest", "remainder_to");
        if (fields == null) {
            return null;
        }
        var amounts = yaml.figures(node, fields, "amounts", place);
        var rest = nested(node, fields, "rest", place);
        var remainderTo = fields.get("remainder_to");
        var taker = remainderTo == null ? null : yaml.text(remainderTo);
        return amounts == null || rest == null ? null : new Rule.Fixed(amounts, rest, taker);
    }

    private @Nullable Rule only(Node node, String place) {
        var fields = fields(node, place, "party");
        var code = fields == null ? null : yaml.requiredText(node, fields, "party");
        return code == null ? null : new Rule.Only(code);
    }

    private @Nullable Rule weights(Node node, String place) {
        var fields = fields(node, place, "indicator", "weights", "power", "inverse");
        if (fields == null) {
            return null;
        }
        if (fields.containsKey("indicator") == fields.containsKey("weights")) {
            yaml.problem(
                    node,
                    "allocation.missing-field",
                    "either",
                    "indicator: NAME",
                    "weights: {party: number}");
            return null;
        }
        var power = power(fields.get("power"));
        var inverse = yaml.second(fields, "inverse", "false", "true");
        var indicator = fields.get("indicator");
        if (indicator != null) {
            var name = yaml.text(indicator);
            return name == null ? null : new Rule.ByIndicator(name, power, inverse);
        }
        var weights = yaml.figures(node, fields, "weights", place);
        return weights == null ? null : new Rule.Weights(weights, power, inverse);
    }

    private int power(@Nullable Node node) {
        var power = node == null ? Fraction.ONE : yaml.number(node);
        if (node != null
                && power != null
                && (!power.isInteger()
                        || power.signum() <= 0
                        || power.compareTo(Fraction.of(HIGHEST_POWER)) > 0)) {
            yaml.problem(node, "allocation.power", "power", HIGHEST_POWER);
            return 1;
        }
        return power == null ? 1 : power.numerator().intValueExact();
    }

    private @Nullable Rule scaledSum(Node node, String place) {
        var fields = fields(node, place, "indicators");
        var divisors = fields == null ? null : yaml.figures(node, fields, "indicators", place);
        if (divisors != null && divisors.isEmpty()) {
            yaml.problem(
                    node,
                    "allocation.missing-field",
                    "divisors",
                    "indicators: {calls: 1, population: 100}");
        }
        return divisors == null ? null : new Rule.ScaledSum(divisors);
    }

    private @Nullable Rule mix(Node node, String place) {
        var fields = fields(node, place, "parts");
        if (fields == null) {
            return null;
        }
        var parts = new ArrayList<Rule.Part>();
        var list = yaml.list(node, fields, "parts", "[{share: 40, rule: {kind: …}}, …]");
        for (var number = 0; number < list.size(); number++) {
            var item = list.get(number);
            var at = place + ".parts[" + number + "]";
            yaml.place(at, item);
            var part = yaml.fields(item, at, List.of("share", "rule"));
            if (part != null) {
                var share = yaml.requiredNumber(item, part, "share");
                var rule = nested(item, part, "rule", at);
                if (share != null && rule != null) {
                    parts.add(new Rule.Part(share, rule));
                }
            }
        }
        return new Rule.Mix(parts);
    }

    private @Nullable Rule twoPart(Node node, String place) {
        var fields = fields(node, place, "fixed", "usage");
        var fixedNode = fields == null ? null : yaml.required(node, fields, "fixed");
        var usageNode = fields == null ? null : yaml.required(node, fields, "usage");
        if (fixedNode == null || usageNode == null) {
            return null;
        }
        var fixed = yaml.fields(fixedNode, place + ".fixed", List.of("amount", "rule"));
        var usage = yaml.fields(usageNode, place + ".usage", List.of("rule"));
        if (fixed == null || usage == null) {
            return null;
        }
        var amount = yaml.requiredNumber(fixedNode, fixed, "amount");
        var standing = nested(fixedNode, fixed, "rule", place + ".fixed");
        var used = nested(usageNode, usage, "rule", place + ".usage");
        return amount == null || standing == null || used == null
                ? null
                : new Rule.TwoPart(amount, standing, used);
    }

    private @Nullable Rule blend(Node node, String place) {
        var fields = fields(node, place, "old", "new", "share_new", "corridor");
        if (fields == null) {
            return null;
        }
        var before = nested(node, fields, "old", place);
        var after = nested(node, fields, "new", place);
        var share = yaml.requiredNumber(node, fields, "share_new");
        var corridor = yaml.optionalNumber(fields, "corridor");
        return before == null || after == null || share == null
                ? null
                : new Rule.Blend(before, after, share, corridor);
    }

    private @Nullable Rule bounded(Node node, String place) {
        var fields = fields(node, place, "floor", "cap", "of", "rule");
        if (fields == null) {
            return null;
        }
        if (!fields.containsKey("floor") && !fields.containsKey("cap")) {
            yaml.problem(node, "allocation.missing-field", "bounds");
        }
        var of = yaml.second(fields, "of", "node", "total") ? Rule.Of.TOTAL : Rule.Of.NODE;
        var floor = limit(fields.get("floor"), place + ".floor");
        var cap = limit(fields.get("cap"), place + ".cap");
        var rule = nested(node, fields, "rule", place);
        return rule == null ? null : new Rule.Bounded(floor, cap, of, rule);
    }

    private Limit limit(@Nullable Node node, String place) {
        if (node == null) {
            return new Limit.None();
        }
        if (node instanceof MappingNode) {
            var percents = yaml.figures(node, place);
            return percents == null ? new Limit.None() : new Limit.PerParty(percents);
        }
        var percent = yaml.number(node);
        return percent == null ? new Limit.None() : new Limit.Same(percent);
    }

    private @Nullable Rule pinned(Node node, String place) {
        var fields = fields(node, place, "pins", "rest");
        if (fields == null) {
            return null;
        }
        var pins = yaml.figures(node, fields, "pins", place);
        var rest = nested(node, fields, "rest", place);
        return pins == null || rest == null ? null : new Rule.Pinned(pins, rest);
    }

    private @Nullable Rule sequential(Node node, String place) {
        var fields = fields(node, place, "segments");
        if (fields == null) {
            return null;
        }
        return new Rule.Sequential(segments(yaml, node, fields, place));
    }

    /** Works in segments, each with its own users. */
    static List<Rule.Segment> segments(
            YamlNodes yaml, Node node, Map<String, Node> fields, String place) {
        var segments = new ArrayList<Rule.Segment>();
        var list = yaml.list(node, fields, "segments", "[{amount: 6, users: [A, B]}, …]");
        for (var number = 0; number < list.size(); number++) {
            var item = list.get(number);
            var at = place + ".segments[" + number + "]";
            yaml.place(at, item);
            var segment = yaml.fields(item, at, List.of("amount", "users"));
            if (segment != null) {
                var amount = yaml.requiredNumber(item, segment, "amount");
                var users = yaml.texts(item, segment, "users", "[A, B]");
                if (amount != null) {
                    segments.add(new Rule.Segment(amount, users));
                }
            }
        }
        return segments;
    }

    private @Nullable Rule nested(
            Node owner, Map<String, Node> fields, String field, String place) {
        var node = yaml.required(owner, fields, field);
        return node == null ? null : rule(node, place + "." + field);
    }
}
