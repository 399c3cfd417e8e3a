package id.patungan.contributions.rules.editor;

import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Fills a form with a rule, by way of the rule's own YAML, whose fields the form's are. */
final class FormFiller {

    private final Numbers numbers;
    private final RuleForm form = new RuleForm();

    private FormFiller(Numbers numbers) {
        this.numbers = numbers;
    }

    /**
     * The form of a rule.
     *
     * @return empty if the form cannot say exactly this, which is then written as YAML alone
     */
    static Optional<RuleForm> fill(RuleDocument document, Numbers numbers) {
        var filler = new FormFiller(numbers);
        filler.document(fields(compose(RuleFile.write(document))));
        return FormWriter.write(filler.form, numbers)
                .document()
                .filter(document::equals)
                .map(same -> filler.form);
    }

    private static Node compose(String text) {
        return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    }

    private void document(Map<String, Node> fields) {
        for (var spec : Schema.DOCUMENT) {
            var node = fields.get(spec.name());
            if (node != null) value(spec, spec.name(), node);
        }
        rule("rule", Objects.requireNonNull(fields.get("rule")));
    }

    private void rule(String place, Node node) {
        var fields = fields(node);
        var kind = Schema.shown(text(Objects.requireNonNull(fields.get("kind"))), fields);
        form.set(place + ".kind", kind);
        for (var spec : Schema.fields(kind)) {
            var value = fields.get(spec.name());
            if (value != null) value(spec, place + "." + spec.name(), value);
        }
        var credits = fields.get("credits");
        if (credits != null) value(Schema.CREDITS, place + ".credits", credits);
    }

    private void value(Spec spec, String place, Node node) {
        switch (spec.shape()) {
            case SCALAR -> form.set(place, figure(spec, node));
            case CHECKS -> items(node).forEach(item -> form.add(place, text(item)));
            case TABLE -> table(spec, place, node);
            case LIMIT -> {
                if (node instanceof MappingNode) {
                    table(spec, place + ".own", node);
                } else {
                    form.set(place, shown(Spec.Input.PERCENT, node));
                }
            }
            case CELLS, BANDS -> cells(spec, place, node);
            case COSTS -> form.set(place, lines(node, cost -> shown(Spec.Input.AMOUNT, cost)));
            case CLASSES ->
                    form.set(
                            place,
                            lines(
                                    node,
                                    parties ->
                                            String.join(
                                                    ", ",
                                                    items(parties).stream()
                                                            .map(FormFiller::text)
                                                            .toList())));
            case LIST -> {
                var list = items(node);
                for (var at = 0; at < list.size(); at++) {
                    group(spec, place + "[" + at + "]", list.get(at));
                }
            }
            case GROUP -> group(spec, place, node);
            case RULE -> rule(place, node);
        }
    }

    private void table(Spec spec, String place, Node node) {
        var input = spec.shape() == Spec.Shape.LIMIT ? Spec.Input.PERCENT : spec.input();
        var at = 0;
        for (var entry : fields(node).entrySet()) {
            var row = place + "[" + at++ + "]";
            form.set(row + ".key", entry.getKey());
            form.set(row + ".value", shown(input, entry.getValue()));
        }
    }

    private void cells(Spec spec, String place, Node node) {
        var at = 0;
        for (var category : fields(node).entrySet()) {
            if (spec.shape() == Spec.Shape.CELLS) {
                for (var cell : fields(category.getValue()).entrySet()) {
                    var row = place + "[" + at++ + "]";
                    form.set(row + ".category", category.getKey());
                    form.set(row + ".class", cell.getKey());
                    form.set(row + ".amount", shown(Spec.Input.AMOUNT, cell.getValue()));
                }
            } else {
                for (var band : items(category.getValue())) {
                    var fields = fields(band);
                    var row = place + "[" + at++ + "]";
                    form.set(row + ".category", category.getKey());
                    form.set(
                            row + ".from",
                            shown(Spec.Input.NUMBER, Objects.requireNonNull(fields.get("from"))));
                    form.set(
                            row + ".amount",
                            shown(Spec.Input.AMOUNT, Objects.requireNonNull(fields.get("amount"))));
                }
            }
        }
    }

    private void group(Spec spec, String place, Node node) {
        var fields = fields(node);
        for (var item : spec.items()) {
            var value = fields.get(item.name());
            if (value != null) value(item, place + "." + item.name(), value);
        }
    }

    private String figure(Spec spec, Node node) {
        return spec.input().isNumber() ? shown(spec.input(), node) : text(node);
    }

    private String shown(Spec.Input input, Node node) {
        return numbers.shown(text(node), input);
    }

    private static String lines(Node node, Function<Node, String> value) {
        var lines = new StringBuilder();
        fields(node)
                .forEach((key, own) ->
                        lines.append(lines.isEmpty() ? "" : "\n")
                                .append(key)
                                .append(" = ")
                                .append(value.apply(own)));
        return lines.toString();
    }

    private static Map<String, Node> fields(Node node) {
        var fields = new LinkedHashMap<String, Node>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue()
                    .forEach(field -> fields.put(text(field.getKeyNode()), field.getValueNode()));
        }
        return fields;
    }

    private static List<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }
}
