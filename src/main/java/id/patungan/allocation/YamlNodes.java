package id.patungan.allocation;

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
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The nodes of a rule file's YAML, with the problems found in them and the places of its parts.
 * Goes on after a problem, so that the user sees all of them at once.
 */
final class YamlNodes {

    private static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 40;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();

    YamlNodes(String file) {
        this.file = file;
    }

    /** The places seen, unless there were problems. */
    Map<String, Place> finished() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new InputException(problems);
        }
        return places;
    }

    @Nullable Node compose(String text, String empty) {
        if (text.length() > LONGEST) {
            problem((Mark) null, "allocation.file-too-large", "too-large", LONGEST);
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
                    problem(event.getStartMark(), "allocation.yaml", "anchors");
                }
            }
            var root = problems.isEmpty() ? yaml.compose(new StringReader(text)) : null;
            if (root == null && problems.isEmpty()) {
                var said = ProblemText.said("empty", empty);
                problems.add(
                        new Problem(
                                file,
                                1,
                                1,
                                "allocation.yaml",
                                ProblemText.text(said, Locale.ENGLISH),
                                said));
            }
            return root;
        } catch (MarkedYAMLException e) {
            syntax(e.getProblemMark(), String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            syntax(null, String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
        return null;
    }

    @Nullable SequencedMap<String, Fraction> figures(
            Node owner, Map<String, Node> fields, String field, String place) {
        var node = required(owner, fields, field);
        return node == null ? null : figures(node, place + "." + field);
    }

    @Nullable SequencedMap<String, Fraction> figures(Node node, String place) {
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
    @Nullable Map<String, Node> fields(Node node, String place, @Nullable List<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            problem(
                    node,
                    "allocation.not-a-mapping",
                    known == null ? "write" : "write-fields",
                    known == null ? "{party: number, …}" : String.join(", ", known));
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
                        "unknown-field",
                        name,
                        String.join(", ", known));
            } else if (fields.putIfAbsent(name, field.getValueNode()) != null) {
                problem(field.getKeyNode(), "allocation.duplicate-field", "twice", name);
            }
            place(place.isEmpty() ? name : place + "." + name, field.getValueNode());
        }
        return fields;
    }

    /** A list with something in it; says what one looks like if it is none. */
    List<Node> list(Node owner, Map<String, Node> fields, String field, String example) {
        var node = required(owner, fields, field);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        problem(node, "allocation.not-a-list", "list", field, example);
        return List.of();
    }

    /** Texts of a list. */
    List<String> texts(Node owner, Map<String, Node> fields, String field, String example) {
        var texts = new ArrayList<String>();
        for (var item : list(owner, fields, field, example)) {
            var text = text(item);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** One of two words; the first if the field is absent. */
    boolean second(Map<String, Node> fields, String field, String first, String second) {
        var node = fields.get(field);
        if (node == null) {
            return false;
        }
        var word = String.valueOf(text(node));
        if (!word.equals(first) && !word.equals(second)) {
            problem(node, "allocation.unknown-value", "one-of", field, first, second);
        }
        return word.equals(second);
    }

    /** The number of a field that may be absent. */
    @Nullable Fraction optionalNumber(Map<String, Node> fields, String field) {
        var node = fields.get(field);
        return node == null ? null : number(node);
    }

    /** The number of a field that must be there. */
    @Nullable Fraction requiredNumber(Node owner, Map<String, Node> fields, String field) {
        var node = required(owner, fields, field);
        return node == null ? null : number(node);
    }

    /** The text of a field that must be there. */
    @Nullable String requiredText(Node owner, Map<String, Node> fields, String field) {
        var node = required(owner, fields, field);
        return node == null ? null : text(node);
    }

    @Nullable Node required(Node owner, Map<String, Node> fields, String field) {
        var node = fields.get(field);
        if (node == null) {
            problem(owner, "allocation.missing-field", "missing", field);
        }
        return node;
    }

    @Nullable Fraction number(Node node) {
        var text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        var number = Fraction.tryParse(text);
        if (number.isEmpty()) {
            problem(node, "allocation.not-a-number", "number", text);
        }
        return number.orElse(null);
    }

    @Nullable String text(Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        problem(node, "allocation.not-text", "text");
        return null;
    }

    void place(String place, Node node) {
        var mark = node.getStartMark();
        places.putIfAbsent(place, new Place(mark.getLine() + 1, mark.getColumn() + 1));
    }

    /**
     * Notes a problem.
     *
     * @param key of its text in the bundles, without {@code allocation.fault.}
     */
    void problem(Node node, String code, String key, Object... arguments) {
        problem(node.getStartMark(), code, key, arguments);
    }

    private void problem(@Nullable Mark mark, String code, String key, Object... arguments) {
        var said = ProblemText.said(key, arguments);
        note(mark, code, ProblemText.text(said, Locale.ENGLISH), said);
    }

    /** What the library says, which knows English alone. */
    private void syntax(@Nullable Mark mark, String english) {
        note(mark, "allocation.yaml", english, ProblemText.said("syntax"));
    }

    private void note(@Nullable Mark mark, String code, String message, Problem.Said said) {
        var line = mark == null ? 0 : mark.getLine() + 1;
        var column = mark == null ? 0 : mark.getColumn() + 1;
        problems.add(new Problem(file, line, column, code, message, said));
    }
}
