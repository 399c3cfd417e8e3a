package id.patungan.allocation;

import id.patungan.allocation.Rule.AddOn;
import id.patungan.allocation.Rule.Band;
import id.patungan.allocation.Rule.Table;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Reads the kinds that price each party by itself: {@code rate} and {@code bands}. */
final class TariffReader {

    private static final String BANDS = "[{from: 0, amount: 100}, …]";

    private final YamlNodes yaml;

    TariffReader(YamlNodes yaml) {
        this.yaml = yaml;
    }

    @Nullable Rule rate(Node node, String place) {
        var fields =
                RuleReader.ruleFields(
                        yaml,
                        node,
                        place,
                        "rate",
                        "rates",
                        "indicators",
                        "plus",
                        "min",
                        "max",
                        "scale");
        if (fields == null) {
            return null;
        }
        if (fields.containsKey("rate") == fields.containsKey("rates")) {
            yaml.problem(
                    node,
                    "allocation.missing-field",
                    "either",
                    "rate: 0.10",
                    "rates: {party: \"10%\"}");
            return null;
        }
        var rateNode = fields.get("rate");
        var rate = rateNode == null ? null : factor(rateNode);
        var ratesNode = fields.get("rates");
        SequencedMap<String, Fraction> rates = new LinkedHashMap<>();
        var entries = ratesNode == null ? null : yaml.fields(ratesNode, place + ".rates", null);
        if (entries != null) {
            entries.forEach((party, value) -> {
                var own = factor(value);
                if (own != null) {
                    rates.put(party, own);
                }
            });
        }
        var indicators = yaml.texts(node, fields, "indicators", "[population]");
        var plus = yaml.optionalNumber(fields, "plus");
        return new Rule.Rate(
                rate,
                rates,
                indicators,
                plus == null ? Fraction.ZERO : plus,
                yaml.optionalNumber(fields, "min"),
                yaml.optionalNumber(fields, "max"),
                yaml.second(fields, "scale", "false", "true"));
    }

    /** {@code 0.10}, or {@code 10%}, which is the same. */
    private @Nullable Fraction factor(Node node) {
        var text = node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
        if (!text.endsWith("%")) {
            return yaml.number(node);
        }
        var percent = Fraction.tryParse(text.substring(0, text.length() - 1).strip());
        if (percent.isEmpty()) {
            yaml.problem(node, "allocation.not-a-number", "percentage", text);
        }
        return percent.map(Fraction::percent).orElse(null);
    }

    @Nullable Rule bands(Node node, String place) {
        var fields =
                RuleReader.ruleFields(
                        yaml,
                        node,
                        place,
                        "category",
                        "class",
                        "table",
                        "indicator",
                        "bands",
                        "mode",
                        "add-ons",
                        "scale");
        if (fields == null) {
            return null;
        }
        var table =
                fields.containsKey("indicator")
                        ? byFigure(node, fields, place)
                        : byWords(node, fields, place);
        var addOns = new ArrayList<AddOn>();
        var list =
                fields.containsKey("add-ons")
                        ? yaml.list(
                                node,
                                fields,
                                "add-ons",
                                "[{category: corporate, indicator: executives, included: 6, price:"
                                        + " 230}]")
                        : List.<Node>of();
        for (var number = 0; number < list.size(); number++) {
            var addOn = addOn(list.get(number), place + ".add-ons[" + number + "]", fields);
            if (addOn != null) {
                addOns.add(addOn);
            }
        }
        var scale = yaml.second(fields, "scale", "false", "true");
        return table == null ? null : new Rule.Bands(table, addOns, scale);
    }

    private @Nullable AddOn addOn(Node item, String at, Map<String, Node> rule) {
        yaml.place(at, item);
        var fields = yaml.fields(item, at, List.of("category", "indicator", "included", "price"));
        if (fields == null) {
            return null;
        }
        var categoryNode = fields.get("category");
        if (categoryNode != null && !rule.containsKey("category")) {
            yaml.problem(categoryNode, "allocation.missing-field", "no-category");
        }
        var category = categoryNode == null ? null : yaml.text(categoryNode);
        var indicator = yaml.requiredText(item, fields, "indicator");
        var included = yaml.requiredNumber(item, fields, "included");
        var price = yaml.optionalNumber(fields, "price");
        return indicator == null || included == null
                ? null
                : new AddOn(category, indicator, included, price);
    }

    private @Nullable Table byWords(Node node, Map<String, Node> fields, String place) {
        for (var other : List.of("bands", "mode")) {
            var foreign = fields.get(other);
            if (foreign != null) {
                yaml.problem(
                        foreign, "allocation.missing-field", "goes-with", other, "indicator: NAME");
            }
        }
        var category = yaml.requiredText(node, fields, "category");
        var classes = yaml.requiredText(node, fields, "class");
        var tableNode = yaml.required(node, fields, "table");
        var rows = tableNode == null ? null : yaml.fields(tableNode, place + ".table", null);
        if (category == null || classes == null || rows == null) {
            return null;
        }
        var table = new LinkedHashMap<String, SequencedMap<String, Fraction>>();
        rows.forEach((name, row) -> {
            var amounts = yaml.figures(row, place + ".table." + name);
            if (amounts != null) {
                table.put(name, amounts);
            }
        });
        return new Table.ByWords(category, classes, table);
    }

    private @Nullable Table byFigure(Node node, Map<String, Node> fields, String place) {
        var classNode = fields.get("class");
        if (classNode != null) {
            yaml.problem(classNode, "allocation.unknown-field", "no-class");
        }
        var indicator = yaml.requiredText(node, fields, "indicator");
        var slab = yaml.second(fields, "mode", "step", "slab");
        var categoryNode = fields.get("category");
        var bands = new LinkedHashMap<String, List<Band>>();
        var absent = fields.get(categoryNode == null ? "table" : "bands");
        if (absent != null) {
            yaml.problem(
                    absent,
                    "allocation.unknown-field",
                    "bands",
                    "bands: " + BANDS,
                    "table: {CATEGORY: " + BANDS + "}");
        }
        if (categoryNode == null) {
            bands.put("", list(yaml.list(node, fields, "bands", BANDS), place + ".bands"));
        } else {
            var tableNode = yaml.required(node, fields, "table");
            var rows = tableNode == null ? null : yaml.fields(tableNode, place + ".table", null);
            if (rows != null) {
                rows.forEach(
                        (name, row) -> bands.put(name, list(items(row), place + ".table." + name)));
            }
        }
        var category = categoryNode == null ? null : yaml.text(categoryNode);
        return indicator == null ? null : new Table.ByFigure(category, indicator, bands, slab);
    }

    private List<Node> items(Node row) {
        if (row instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        yaml.problem(row, "allocation.not-a-list", "row", BANDS);
        return List.of();
    }

    private List<Band> list(List<Node> items, String place) {
        var bands = new ArrayList<Band>();
        for (var number = 0; number < items.size(); number++) {
            var item = items.get(number);
            var at = place + "[" + number + "]";
            yaml.place(at, item);
            if (!(item instanceof MappingNode)) {
                yaml.problem(item, "allocation.not-a-mapping", "write", "{from: 0, amount: 100}");
                continue;
            }
            var fields = yaml.fields(item, at, List.of("from", "amount"));
            var from = fields == null ? null : yaml.requiredNumber(item, fields, "from");
            var amount = fields == null ? null : yaml.requiredNumber(item, fields, "amount");
            if (from != null && amount != null) {
                bands.add(new Band(from, amount));
            }
        }
        return bands;
    }
}
