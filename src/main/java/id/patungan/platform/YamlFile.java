package id.patungan.platform;

import id.patungan.basics.DomainException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A YAML file read from its nodes, so that every problem has its place and every value keeps the
 * characters it was written with: {@code 32.10} stays a code. Goes on after a problem, so that all
 * are seen at once.
 */
public final class YamlFile {

    private static final int LONGEST = 1_000_000;
    private static final int DEEPEST = 20;

    private final String name;
    private final Function<DomainException, @Nullable String> field;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * A file to be read.
     *
     * @param name as problems call it
     * @param field the field that a refusal is about, where it says one
     */
    public YamlFile(String name, Function<DomainException, @Nullable String> field) {
        this.name = name;
        this.field = field;
    }

    /** The mapping at the top, or null if the text is no such YAML. */
    public @Nullable Item root(String text, List<String> keys) {
        var root = compose(text.startsWith("\uFEFF") ? text.substring(1) : text);
        return root == null ? null : item(root, keys);
    }

    /** Refuses the file if anything was wrong. */
    public void requireNoProblems() {
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new InputException(problems);
        }
    }

    /** The problems so far, to go back to if a unit of work is repeated. */
    public void forgetAfter(int count) {
        problems.subList(count, problems.size()).clear();
    }

    /** How many problems there are so far. */
    public int problems() {
        return problems.size();
    }

    private @Nullable Node compose(String text) {
        if (text.length() > LONGEST) {
            problem(null, "file.too-large", "the file has more than " + LONGEST + " characters");
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
                            "file.yaml",
                            "anchors, aliases and tags are not allowed; write the value itself");
                }
            }
            var root = problems.isEmpty() ? yaml.compose(new StringReader(text)) : null;
            if (root == null && problems.isEmpty()) {
                problem(null, "file.empty", "the file is empty");
            }
            return root;
        } catch (MarkedYAMLException e) {
            problem(e.getProblemMark(), "file.yaml", String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            problem(null, "file.yaml", String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
        return null;
    }

    private void problem(@Nullable Mark mark, String code, String message) {
        var line = mark == null ? 0 : mark.getLine() + 1;
        var column = mark == null ? 0 : mark.getColumn() + 1;
        problems.add(new Problem(name, line, column, code, message));
    }

    private @Nullable Item item(Node node, List<String> keys) {
        if (!(node instanceof MappingNode mapping)) {
            problem(
                    node.getStartMark(),
                    "file.not-a-mapping",
                    "expected fields, one of " + String.join(", ", keys));
            return null;
        }
        var fields = new LinkedHashMap<String, Node>();
        for (var pair : mapping.getValue()) {
            var keyNode = pair.getKeyNode();
            var key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!keys.contains(key)) {
                problem(
                        keyNode.getStartMark(),
                        "file.unknown-field",
                        "'%s' is not known here; use %s".formatted(key, String.join(", ", keys)));
            } else if (fields.putIfAbsent(key, pair.getValueNode()) != null) {
                problem(keyNode.getStartMark(), "file.repeated-field", key + " stands twice");
            }
        }
        return new Item(node.getStartMark(), fields);
    }

    /** A mapping of known keys. */
    public final class Item {

        private final Mark mark;
        private final Map<String, Node> fields;

        private Item(Mark mark, Map<String, Node> fields) {
            this.mark = mark;
            this.fields = fields;
        }

        /** The fields that are there, in their order. */
        public List<String> keys() {
            return List.copyOf(fields.keySet());
        }

        /** The text of a field; null where it is absent or empty. */
        public @Nullable String text(String key) {
            var node = fields.get(key);
            if (node == null) {
                return null;
            }
            if (node instanceof ScalarNode scalar) {
                var value = scalar.getValue();
                // An unquoted nothing, ~ and null mean absent in YAML
                var absent =
                        scalar.isPlain()
                                && (value.isEmpty() || value.equals("~") || value.equals("null"));
                return absent || value.isBlank() ? null : value;
            }
            problem(node.getStartMark(), "file.not-a-text", key + " is a single value");
            return null;
        }

        /** The text of a field; empty where it is absent, for records that refuse that. */
        public String textOrEmpty(String key) {
            var text = text(key);
            return text == null ? "" : text;
        }

        /** The mapping below a field, if it is there. */
        public @Nullable Item item(String key, List<String> keys) {
            var node = fields.get(key);
            return node == null ? null : YamlFile.this.item(node, keys);
        }

        /**
         * The mappings in the list below a field, none if it is absent. A bare value in place of a
         * mapping stands for its first key.
         */
        public List<Item> items(String key, List<String> keys) {
            var node = fields.get(key);
            if (node == null || (node instanceof ScalarNode && text(key) == null)) {
                return List.of();
            }
            if (!(node instanceof SequenceNode sequence)) {
                problem(node.getStartMark(), "file.not-a-list", key + " is a list");
                return List.of();
            }
            var items = new ArrayList<Item>();
            for (var element : sequence.getValue()) {
                if (element instanceof ScalarNode) {
                    items.add(new Item(element.getStartMark(), Map.of(keys.getFirst(), element)));
                } else {
                    var item = YamlFile.this.item(element, keys);
                    if (item != null) {
                        items.add(item);
                    }
                }
            }
            return items;
        }

        /** The value, or empty with a problem at the field that was refused. */
        public <T> Optional<T> read(Supplier<T> value) {
            try {
                return Optional.of(value.get());
            } catch (DomainException refused) {
                refuse(refused);
            } catch (IllegalArgumentException unreadable) {
                problem(mark, "file.unreadable", String.valueOf(unreadable.getMessage()));
            }
            return Optional.empty();
        }

        /** Does the work; a refusal becomes a problem at this place. */
        public void attempt(Runnable work) {
            read(() -> {
                work.run();
                return Boolean.TRUE;
            });
        }

        private void refuse(DomainException refused) {
            var about = field.apply(refused);
            var node = about == null ? null : fields.get(about);
            problem(
                    node == null ? mark : node.getStartMark(),
                    refused.code(),
                    String.valueOf(refused.getMessage()));
        }
    }
}
