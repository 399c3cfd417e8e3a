package id.patungan.allocation;

import id.patungan.allocation.Rule.Limit;
import id.patungan.allocation.RuleDocument.Tie;
import id.patungan.allocation.RuleFile.Place;
import id.patungan.basics.Fraction;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Reads a rule file from the nodes of its YAML, so that every problem has its place and every
 * figure keeps the digits it was written with. Goes on after a problem: the user sees all of them
 * at once.
 */
final class RuleReader {

    private static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 40;
    private static final String KINDS =
            "equal, percent, fixed, only, weights, mix, bounded or pinned";

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();

    RuleReader(String file) {
        this.file = file;
    }

    RuleFile.Reading read(String text) {
        var root = compose(text.startsWith("\uFEFF") ? text.substring(1) : text);
        var document = root == null ? null : document(root);
        if (document == null || !problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new InputException(problems);
        }
        return new RuleFile.Reading(file, document, places);
    }

    private @Nullable Node compose(String text) {
        if (text.length() > LONGEST) {
            problems.add(
                    new Problem(
                            file,
                            0,
                            0,
                            "allocation.file-too-large",
                            "A rule file has at most " + LONGEST + " characters"));
            return null;
        }
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LONGEST);
        var yaml = new Yaml(options);
        try {
            for (var event : yaml.parse(new StringReader(text))) {
                var tag =
                        switch (event) {
                            case ScalarEvent scalar -> scalar.getTag();
                            case CollectionStartEvent start -> start.getTag();
                            default -> null;
                        };
                if (event instanceof AliasEvent
                        || tag != null
                        || (event instanceof NodeEvent node && node.getAnchor() != null)) {
                    problem(
                            event.getStartMark(),
                            "allocation.yaml",
                            "Anchors, aliases and tags are not allowed; write the value itself");
                }
            }
            var root = problems.isEmpty() ? yaml.compose(new StringReader(text)) : null;
            if (root == null && problems.isEmpty()) {
                problems.add(
                        new Problem(file, 1, 1, "allocation.yaml", "The file is empty; " + HOW));
            }
            return root;
        } catch (MarkedYAMLException e) {
            problem(e.getProblemMark(), "allocation.yaml", String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            problems.add(
                    new Problem(
                            file,
                            0,
                            0,
                            "allocation.yaml",
                            String.valueOf(e.getMessage()).replaceAll("\\s+", " ")));
        }
        return null;
    }

    private static final String HOW =
            "name the rule and its legal basis, such as 'rule: {kind: percent, shares: {…}}'; equal"
                    + " shares are never assumed";

    private @Nullable RuleDocument document(Node root) {
        var fields = fields(root, "", List.of("name", "basis", "tie", "unit", "rule"));
        if (fields == null) {
            return null;
        }
        var tie = Tie.CODE;
        var tieNode = fields.get("tie");
        if (tieNode != null) {
            switch (String.valueOf(text(tieNode))) {
                case "code" -> tie = Tie.CODE;
                case "history" -> tie = Tie.HISTORY;
                default -> problem(tieNode, "allocation.unknown-value", "tie is code or history");
            }
        }
        var unitNode = fields.get("unit");
        var unit = unitNode == null ? null : number(unitNode);
        var ruleNode = fields.get("rule");
        if (ruleNode == null) {
            problem(root, "allocation.no-rule", "There is no rule; " + HOW);
            return null;
        }
        var rule = rule(ruleNode, "rule");
        var name = fields.get("name");
        var basis = fields.get("basis");
        var document =
                rule == null
                        ? null
                        : new RuleDocument(
                                name == null ? null : text(name),
                                basis == null ? null : text(basis),
                                tie,
                                unit,
                                rule);
        return document;
    }

    private @Nullable Rule rule(Node node, String place) {
        place(place, node);
        if (!(node instanceof MappingNode mapping)) {
            problem(node, "allocation.not-a-rule", "A rule is written {kind: " + KINDS + ", …}");
            return null;
        }
        var kindNode =
                mapping.getValue().stream()
                        .filter(field ->
                                field.getKeyNode() instanceof ScalarNode key
                                        && key.getValue().equals("kind"))
                        .map(field -> field.getValueNode())
                        .findFirst()
                        .orElse(null);
        if (kindNode == null) {
            problem(node, "allocation.missing-field", "A rule needs a kind: " + KINDS);
            return null;
        }
        var kind = String.valueOf(text(kindNode));
        return switch (kind) {
            case "equal" -> fields(node, place, List.of("kind")) == null ? null : new Rule.Equal();
            case "percent" -> percent(node, place);
            case "fixed" -> fixed(node, place);
            case "only" -> only(node, place);
            case "weights" -> weights(node, place);
            case "mix" -> mix(node, place);
            case "bounded" -> bounded(node, place);
            case "pinned" -> pinned(node, place);
            default -> {
                problem(
                        kindNode,
                        "allocation.unknown-kind",
                        "There is no kind '" + kind + "'; use " + KINDS);
                yield null;
            }
        };
    }

    private @Nullable Rule percent(Node node, String place) {
        var fields = fields(node, place, List.of("kind", "shares", "normalise"));
        if (fields == null) {
            return null;
        }
        var shares = figures(node, fields, "shares", place);
        var normaliseNode = fields.get("normalise");
        var normalise = false;
        if (normaliseNode != null) {
            switch (String.valueOf(text(normaliseNode))) {
                case "true" -> normalise = true;
                case "false" -> normalise = false;
                default ->
                        problem(
                                normaliseNode,
                                "allocation.unknown-value",
                                "normalise is true or false");
            }
        }
        return shares == null ? null : new Rule.Percent(shares, normalise);
    }

    private @Nullable Rule fixed(Node node, String place) {
        var fields = fields(node, place, List.of("kind", "amounts", "rest", "remainder_to"));
        if (fields == null) {
            return null;
        }
        var amounts = figures(node, fields, "amounts", place);
        var rest = nested(node, fields, "rest", place);
        var remainderTo = fields.get("remainder_to");
        var taker = remainderTo == null ? null : text(remainderTo);
        return amounts == null || rest == null ? null : new Rule.Fixed(amounts, rest, taker);
    }

    private @Nullable Rule only(Node node, String place) {
        var fields = fields(node, place, List.of("kind", "party"));
        var party = fields == null ? null : required(node, fields, "party");
        var code = party == null ? null : text(party);
        return code == null ? null : new Rule.Only(code);
    }

    private @Nullable Rule weights(Node node, String place) {
        var fields = fields(node, place, List.of("kind", "indicator", "weights"));
        if (fields == null) {
            return null;
        }
        if (fields.containsKey("indicator") == fields.containsKey("weights")) {
            problem(
                    node,
                    "allocation.missing-field",
                    "Weights are given either by indicator: NAME or by weights: {party: number}");
            return null;
        }
        var indicator = fields.get("indicator");
        if (indicator != null) {
            var name = text(indicator);
            return name == null ? null : new Rule.ByIndicator(name);
        }
        var weights = figures(node, fields, "weights", place);
        return weights == null ? null : new Rule.Weights(weights);
    }

    private @Nullable Rule mix(Node node, String place) {
        var fields = fields(node, place, List.of("kind", "parts"));
        var list = fields == null ? null : required(node, fields, "parts");
        if (list == null) {
            return null;
        }
        if (!(list instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            problem(
                    list,
                    "allocation.not-a-list",
                    "parts is a list: [{share: 40, rule: {kind: …}}, …]");
            return null;
        }
        var parts = new ArrayList<Rule.Part>();
        for (var item : sequence.getValue()) {
            var at = place + ".parts[" + sequence.getValue().indexOf(item) + "]";
            place(at, item);
            var part = fields(item, at, List.of("share", "rule"));
            if (part != null) {
                var shareNode = required(item, part, "share");
                var share = shareNode == null ? null : number(shareNode);
                var rule = nested(item, part, "rule", at);
                if (share != null && rule != null) {
                    parts.add(new Rule.Part(share, rule));
                }
            }
        }
        return new Rule.Mix(parts);
    }

    private @Nullable Rule bounded(Node node, String place) {
        var fields = fields(node, place, List.of("kind", "floor", "cap", "of", "rule"));
        if (fields == null) {
            return null;
        }
        if (!fields.containsKey("floor") && !fields.containsKey("cap")) {
            problem(node, "allocation.missing-field", "bounded needs a floor, a cap or both");
        }
        var of = Rule.Of.NODE;
        var ofNode = fields.get("of");
        if (ofNode != null) {
            switch (String.valueOf(text(ofNode))) {
                case "node" -> of = Rule.Of.NODE;
                case "total" -> of = Rule.Of.TOTAL;
                default -> problem(ofNode, "allocation.unknown-value", "of is node or total");
            }
        }
        var floor = limit(fields.get("floor"), place + ".floor");
        var cap = limit(fields.get("cap"), place + ".cap");
        var rule = nested(node, fields, "rule", place);
        return rule == null ? null : new Rule.Bounded(floor, cap, of, rule);
    }

    private @Nullable Rule pinned(Node node, String place) {
        var fields = fields(node, place, List.of("kind", "pins", "rest"));
        if (fields == null) {
            return null;
        }
        var pins = figures(node, fields, "pins", place);
        var rest = nested(node, fields, "rest", place);
        return pins == null || rest == null ? null : new Rule.Pinned(pins, rest);
    }

    private Limit limit(@Nullable Node node, String place) {
        if (node == null) {
            return new Limit.None();
        }
        if (node instanceof MappingNode) {
            var percents = figures(node, place);
            return percents == null ? new Limit.None() : new Limit.PerParty(percents);
        }
        var percent = number(node);
        return percent == null ? new Limit.None() : new Limit.Same(percent);
    }

    private @Nullable Rule nested(
            Node owner, Map<String, Node> fields, String field, String place) {
        var node = required(owner, fields, field);
        return node == null ? null : rule(node, place + "." + field);
    }

    private @Nullable SequencedMap<String, Fraction> figures(
            Node owner, Map<String, Node> fields, String field, String place) {
        var node = required(owner, fields, field);
        return node == null ? null : figures(node, place + "." + field);
    }

    private @Nullable SequencedMap<String, Fraction> figures(Node node, String place) {
        var entries = fields(node, place, null);
        if (entries == null) {
            return null;
        }
        var figures = new LinkedHashMap<String, Fraction>();
        entries.forEach((party, value) -> {
            var figure = number(value);
            if (figure != null) {
                figures.put(party, figure);
            }
        });
        return figures;
    }

    /** The fields of a mapping; any names if none are known. */
    private @Nullable Map<String, Node> fields(
            Node node, String place, @Nullable List<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            problem(
                    node,
                    "allocation.not-a-mapping",
                    known == null
                            ? "Write {party: number, …}"
                            : "Write fields: " + String.join(", ", known));
            return null;
        }
        var fields = new LinkedHashMap<String, Node>();
        for (var field : mapping.getValue()) {
            var name = text(field.getKeyNode());
            if (name == null) {
                continue;
            }
            if (known != null && !known.contains(name)) {
                problem(
                        field.getKeyNode(),
                        "allocation.unknown-field",
                        "There is no field '" + name + "' here; use " + String.join(", ", known));
            } else if (fields.putIfAbsent(name, field.getValueNode()) != null) {
                problem(
                        field.getKeyNode(),
                        "allocation.duplicate-field",
                        "'" + name + "' is there twice; leave one out");
            }
            place(place.isEmpty() ? name : place + "." + name, field.getValueNode());
        }
        return fields;
    }

    private @Nullable Node required(Node owner, Map<String, Node> fields, String field) {
        var node = fields.get(field);
        if (node == null) {
            problem(owner, "allocation.missing-field", "The field '" + field + "' is missing");
        }
        return node;
    }

    private @Nullable Fraction number(Node node) {
        var text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        var number = Fraction.tryParse(text);
        if (number.isEmpty()) {
            problem(
                    node,
                    "allocation.not-a-number",
                    "'"
                            + text
                            + "' is not a number; write digits with a decimal point or a fraction:"
                            + " 75, 33.333, 1/3");
        }
        return number.orElse(null);
    }

    private @Nullable String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        problem(node, "allocation.not-text", "A text is expected here");
        return null;
    }

    private void place(String place, Node node) {
        var mark = node.getStartMark();
        places.putIfAbsent(place, new Place(mark.getLine() + 1, mark.getColumn() + 1));
    }

    private void problem(Node node, String code, String message) {
        problem(node.getStartMark(), code, message);
    }

    private void problem(@Nullable Mark mark, String code, String message) {
        var line = mark == null ? 0 : mark.getLine() + 1;
        var column = mark == null ? 0 : mark.getColumn() + 1;
        problems.add(new Problem(file, line, column, code, message));
    }
}
