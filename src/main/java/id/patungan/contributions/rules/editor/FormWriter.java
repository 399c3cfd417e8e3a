package id.patungan.contributions.rules.editor;

import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.contributions.rules.editor.Numbers.Read;
import id.patungan.contributions.rules.editor.Spec.Input;
import id.patungan.contributions.rules.editor.Spec.Shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a form as YAML and has it read as every rule file is, so that what is wrong with a rule is
 * said by the one reader of rules; here each problem only finds the field that it is about.
 */
final class FormWriter {

    /** The problems that have a text of their own in the bundles. */
    private static final Set<String> SAID =
            Set.of(
                    "not-a-number",
                    "missing-field",
                    "duplicate-field",
                    "not-a-list",
                    "power",
                    "not-a-count",
                    "not-text");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private final RuleForm form;
    private final Numbers numbers;
    private final YamlText yaml = new YamlText();
    private final List<Fault> faults = new ArrayList<>();

    private FormWriter(RuleForm form, Numbers numbers) {
        this.form = form;
        this.numbers = numbers;
    }

    /**
     * What became of a form.
     *
     * @param text the YAML; of a readable form as {@link RuleFile#write} has it
     * @param document empty if something is wrong
     * @param faults by field
     */
    record Written(String text, Optional<RuleDocument> document, List<Fault> faults) {
        /** Takes a copy. */
        Written {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Something wrong in a field.
     *
     * @param key of the bundles, where {0} is what was typed and {1} more of it; problems of the
     *     rule file are said in the language of the page
     */
    record Fault(String place, String key, List<Object> arguments) {}

    static Written write(RuleForm form, Numbers numbers) {
        return new FormWriter(form, numbers).write();
    }

    private Written write() {
        for (var spec : Schema.DOCUMENT) {
            field(spec, spec.name(), 0, 0);
        }
        yaml.line(0, "rule:");
        rule("rule", 1, 0);
        var text = yaml.toString();
        try {
            var document = RuleFile.read("rule", text).document();
            return faults.isEmpty()
                    ? new Written(RuleFile.write(document), Optional.of(document), List.of())
                    : new Written(text, Optional.empty(), faults);
        } catch (InputException unreadable) {
            unreadable.problems().forEach(this::fault);
            return new Written(text, Optional.empty(), faults);
        }
    }

    private void rule(String place, int indent, int depth) {
        var kind = form.kind(place);
        yaml.mapping(place);
        yaml.key(indent, "kind", place + ".kind");
        yaml.value(
                Schema.knows(kind) ? Schema.written(kind) : YamlText.quoted(kind), place + ".kind");
        if (depth > RuleForm.DEEPEST) {
            faults.add(new Fault(place + ".kind", "rules.fault.too-deep", List.of()));
            return;
        }
        for (var spec : form.fields(place)) {
            field(spec, place + "." + spec.name(), indent, depth);
        }
        if (kind.equals("alternate-cost")) {
            yaml.key(indent, "alternate", place + ".kind");
            yaml.value("true", place + ".kind");
        }
        if (!filled(place + ".credits").isEmpty()) {
            field(Schema.CREDITS, place + ".credits", indent, depth);
        }
    }

    private void field(Spec spec, String place, int indent, int depth) {
        switch (spec.shape()) {
            case SCALAR -> scalar(spec, place, indent);
            case CHECKS -> {
                yaml.key(indent, spec.name(), place);
                texts(form.texts(place), place);
            }
            case TABLE -> table(spec.name(), spec.input(), place, indent);
            case LIMIT -> limit(spec, place, indent);
            case CELLS, BANDS -> cells(spec, place, indent);
            case COSTS, CLASSES -> lines(spec, place, indent);
            case LIST -> list(spec, place, indent, depth);
            case GROUP -> group(spec, place, indent, depth);
            case RULE -> {
                yaml.open(indent, spec.name(), place + ".kind");
                rule(place, indent + 1, depth + 1);
            }
        }
    }

    private void scalar(Spec spec, String place, int indent) {
        var text = form.text(place).strip();
        if (text.isEmpty()
                || (spec.input() == Input.CHOICE && spec.choices().getFirst().equals(text))) {
            return;
        }
        yaml.key(indent, spec.name(), place);
        yaml.value(
                spec.input().isNumber() ? number(text, spec.input(), place) : YamlText.quoted(text),
                place);
    }

    /** As the reader wants it, or as it was typed if that is no figure, which the reader says. */
    private String number(String text, Input input, String place) {
        return switch (numbers.read(text, input)) {
            case Read.Figure(var figure) -> figure;
            case Read.Unreadable() -> YamlText.quoted(text);
            case Read.Ambiguous(var larger, var smaller) -> {
                faults.add(
                        new Fault(place, "rules.fault.ambiguous", List.of(text, larger, smaller)));
                yield "0";
            }
        };
    }

    private List<String> filled(String place) {
        return form.rows(place).stream()
                .filter(row -> !form.text(row + ".value").isBlank())
                .toList();
    }

    private void table(String name, Input input, String place, int indent) {
        var rows = filled(place);
        if (rows.isEmpty()) {
            yaml.key(indent, name, place);
            yaml.value("{}", place);
            return;
        }
        yaml.open(indent, name, place);
        for (var row : rows) {
            yaml.key(indent + 1, YamlText.quoted(form.text(row + ".key")), row + ".value");
            yaml.value(number(form.text(row + ".value"), input, row + ".value"), row + ".value");
        }
    }

    private void limit(Spec spec, String place, int indent) {
        var own = filled(place + ".own");
        var all = form.text(place).strip();
        if (!own.isEmpty() && !all.isEmpty()) {
            faults.add(new Fault(place, "rules.fault.limit-twice", List.of()));
        }
        if (!own.isEmpty()) {
            table(spec.name(), Input.PERCENT, place + ".own", indent);
        } else if (!all.isEmpty()) {
            yaml.key(indent, spec.name(), place);
            yaml.value(number(all, Input.PERCENT, place), place);
        }
    }

    private void cells(Spec spec, String place, int indent) {
        var second = spec.shape() == Shape.CELLS ? "class" : "from";
        var rows = new LinkedHashMap<String, List<String>>();
        for (var row : form.rows(place)) {
            if (!form.text(row + ".amount").isBlank() || !form.text(row + "." + second).isBlank()) {
                rows.computeIfAbsent(form.text(row + ".category").strip(), key -> new ArrayList<>())
                        .add(row);
            }
        }
        if (rows.isEmpty()) {
            yaml.key(indent, spec.name(), place);
            yaml.value("{}", place);
            return;
        }
        yaml.open(indent, spec.name(), place);
        rows.forEach((category, cells) -> {
            yaml.open(indent + 1, YamlText.quoted(category), cells.getFirst() + ".category");
            for (var row : cells) {
                var amount = form.text(row + ".amount").strip();
                if (spec.shape() == Shape.CELLS) {
                    yaml.key(
                            indent + 2,
                            YamlText.quoted(form.text(row + ".class").strip()),
                            row + ".class");
                } else {
                    yaml.item(indent + 2);
                    yaml.key(indent + 3, "from", row + ".from");
                    yaml.value(
                            number(form.text(row + ".from").strip(), Input.NUMBER, row + ".from"),
                            row + ".from");
                    yaml.key(indent + 3, "amount", row + ".amount");
                }
                yaml.value(number(amount, Input.AMOUNT, row + ".amount"), row + ".amount");
            }
        });
    }

    private void lines(Spec spec, String place, int indent) {
        var lines =
                form.text(place)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        var costs = spec.shape() == Shape.COSTS;
        if (lines.isEmpty()) {
            if (costs && !segmented(place)) {
                yaml.key(indent, spec.name(), place);
                yaml.value("{}", place);
            }
            return;
        }
        yaml.open(indent, spec.name(), place);
        for (var line : lines) {
            var at = line.lastIndexOf('=');
            if (at <= 0) {
                faults.add(new Fault(place, "rules.fault.line", List.of(line)));
                continue;
            }
            yaml.key(indent + 1, YamlText.quoted(line.substring(0, at).strip()), place);
            var value = line.substring(at + 1).strip();
            if (costs) {
                yaml.value(number(value, Input.AMOUNT, place), place);
            } else {
                texts(List.of(value.split("\\s*,\\s*")), place);
            }
        }
    }

    private boolean segmented(String place) {
        var rule = place.substring(0, place.lastIndexOf('.'));
        return form.text(rule + ".default").equals("segments");
    }

    private void list(Spec spec, String place, int indent, int depth) {
        var rows =
                form.rows(place).stream()
                        .filter(row -> RuleForm.nests(spec) || typed(spec, row))
                        .toList();
        if (rows.isEmpty()) {
            if (!spec.name().equals("add-ons")) {
                yaml.key(indent, spec.name(), place);
                yaml.value("[]", place);
            }
            return;
        }
        yaml.open(indent, spec.name(), place);
        for (var row : rows) {
            yaml.item(indent);
            yaml.mapping(row);
            for (var item : spec.items()) {
                field(item, row + "." + item.name(), indent + 1, depth);
            }
        }
    }

    private boolean typed(Spec spec, String row) {
        return spec.items().stream()
                .flatMap(item -> form.texts(row + "." + item.name()).stream())
                .anyMatch(text -> !text.isBlank());
    }

    private void group(Spec spec, String place, int indent, int depth) {
        if (!RuleForm.nests(spec) && !typed(spec, place)) {
            return;
        }
        yaml.open(indent, spec.name(), place);
        yaml.mapping(place);
        for (var item : spec.items()) {
            field(item, place + "." + item.name(), indent + 1, depth);
        }
    }

    private void texts(List<String> texts, String place) {
        yaml.value(
                texts.stream()
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .map(YamlText::quoted)
                        .toList()
                        .toString(),
                place);
    }

    /** Finds the field of a problem: the one that stands there, or the one that is missing. */
    private void fault(Problem problem) {
        var code = problem.code().substring(problem.code().indexOf('.') + 1);
        var quoted = QUOTED.matcher(problem.message());
        var named = quoted.find() ? quoted.group(1) : "";
        var place =
                code.equals("missing-field")
                        ? missing(problem, named)
                        : yaml.placeAt(problem.line(), problem.column());
        if (faults.stream().noneMatch(fault -> fault.place().equals(place))) {
            faults.add(
                    new Fault(
                            place,
                            "rules.fault." + (SAID.contains(code) ? code : "other"),
                            List.of(named.isEmpty() ? form.text(place).strip() : named, problem)));
        }
    }

    private String missing(Problem problem, String field) {
        var owner = yaml.mappingAt(problem.line(), problem.column());
        if (!field.isEmpty()) {
            return owner + "." + field;
        }
        var fields = form.fields(owner);
        return owner + "." + (fields.isEmpty() ? "kind" : fields.getFirst().name());
    }
}
