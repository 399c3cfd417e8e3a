package id.patungan.allocation;

import id.patungan.allocation.Rule.Limit;
import id.patungan.allocation.Rule.Table;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes rule files: block style for rules, one line for each set of figures. */
final class RuleWriter {

    private final StringBuilder text = new StringBuilder();

    String write(RuleDocument document) {
        if (document.name() != null) {
            line(0, "name: " + quoted(document.name()));
        }
        if (document.basis() != null) {
            line(0, "basis: " + quoted(document.basis()));
        }
        line(0, "tie: " + (document.tie() == RuleDocument.Tie.CODE ? "code" : "history"));
        if (document.unit() != null) {
            line(0, "unit: " + document.unit().toShortText());
        }
        if (document.lines() == RuleDocument.Lines.CONTROLLED) {
            line(0, "lines: controlled");
        }
        line(0, "rule:");
        rule(document.rule(), 1);
        return text.toString();
    }

    private void rule(Rule rule, int depth) {
        if (rule instanceof Rule.Credited(var credits, var credited)) {
            rule(credited, depth);
            figures(depth, "credits", credits);
            return;
        }
        line(depth, "kind: " + rule.kind());
        fields(rule, depth);
    }

    private void fields(Rule rule, int depth) {
        switch (rule) {
            case Rule.Equal _, Rule.Credited _ -> {}
            case Rule.Percent(var shares, var normalise) -> {
                figures(depth, "shares", shares);
                flag(depth, "normalise", normalise);
            }
            case Rule.Fixed(var amounts, var rest, var remainderTo) -> {
                figures(depth, "amounts", amounts);
                if (remainderTo != null) {
                    line(depth, "remainder_to: " + quoted(remainderTo));
                }
                nested(depth, "rest", rest);
            }
            case Rule.Only(var party) -> line(depth, "party: " + quoted(party));
            case Rule.ByIndicator(var indicator, var power, var inverse) -> {
                line(depth, "indicator: " + quoted(indicator));
                power(depth, power, inverse);
            }
            case Rule.Weights(var weights, var power, var inverse) -> {
                figures(depth, "weights", weights);
                power(depth, power, inverse);
            }
            case Rule.ScaledSum(var indicators) -> figures(depth, "indicators", indicators);
            case Rule.Mix(var parts) -> {
                line(depth, "parts:");
                for (var part : parts) {
                    line(depth + 1, "- share: " + part.share().toShortText());
                    nested(depth + 2, "rule", part.rule());
                }
            }
            case Rule.TwoPart(var amount, var standing, var usage) -> {
                line(depth, "fixed:");
                line(depth + 1, "amount: " + amount.toShortText());
                nested(depth + 1, "rule", standing);
                line(depth, "usage:");
                nested(depth + 1, "rule", usage);
            }
            case Rule.Blend(var before, var after, var share, var corridor) -> {
                nested(depth, "old", before);
                nested(depth, "new", after);
                line(depth, "share_new: " + share.toShortText());
                number(depth, "corridor", corridor);
            }
            case Rule.Bounded(var floor, var cap, var of, var inner) -> {
                limit(depth, "floor", floor);
                limit(depth, "cap", cap);
                if (of == Rule.Of.TOTAL) {
                    line(depth, "of: total");
                }
                nested(depth, "rule", inner);
            }
            case Rule.Pinned(var pins, var rest) -> {
                figures(depth, "pins", pins);
                nested(depth, "rest", rest);
            }
            case Rule.Sequential(var segments) -> segments(depth, segments);
            case Rule.Rate rate -> rate(rate, depth);
            case Rule.Bands bands -> bands(bands, depth);
            case Rule.Game game -> game(game, depth);
        }
    }

    private void segments(int depth, List<Rule.Segment> segments) {
        line(depth, "segments:");
        for (var segment : segments) {
            line(
                    depth + 1,
                    "- {amount: "
                            + segment.amount().toShortText()
                            + ", users: "
                            + texts(segment.users())
                            + "}");
        }
    }

    private void game(Rule.Game rule, int depth) {
        var costs = rule.costs();
        if (costs.otherwise() != Costs.Otherwise.SEGMENTS || !costs.listed().isEmpty()) {
            figures(depth, "costs", costs.listed());
        }
        if (costs.otherwise() != Costs.Otherwise.LISTED) {
            line(depth, "default: " + costs.otherwise().code());
        }
        if (!costs.segments().isEmpty()) {
            segments(depth, costs.segments());
        }
        if (!costs.classes().isEmpty()) {
            line(depth, "classes:");
            costs.classes()
                    .forEach((name, parties) ->
                            line(depth + 1, quoted(name) + ": " + texts(parties)));
        }
        if (rule instanceof Rule.Shapley(_, var sample) && sample != null) {
            line(depth, "sample: {orders: " + sample.orders() + ", seed: " + sample.seed() + "}");
        }
        if (rule instanceof Rule.Scrb(_, var benefits)) {
            if (benefits == null) {
                line(depth, "alternate: true");
            } else {
                figures(depth, "benefits", benefits);
            }
        }
    }

    private void rate(Rule.Rate rule, int depth) {
        if (rule.rate() == null) {
            figures(depth, "rates", rule.rates());
        }
        number(depth, "rate", rule.rate());
        line(depth, "indicators: " + texts(rule.indicators()));
        number(depth, "plus", rule.plus().signum() == 0 ? null : rule.plus());
        number(depth, "min", rule.min());
        number(depth, "max", rule.max());
        flag(depth, "scale", rule.scale());
    }

    private void bands(Rule.Bands rule, int depth) {
        switch (rule.table()) {
            case Table.ByWords(var category, var classes, var amounts) -> {
                line(depth, "category: " + quoted(category));
                line(depth, "class: " + quoted(classes));
                if (amounts.isEmpty()) {
                    line(depth, "table: {}");
                } else {
                    line(depth, "table:");
                    amounts.forEach((name, row) -> figures(depth + 1, quoted(name), row));
                }
            }
            case Table.ByFigure(var category, var indicator, var bands, var slab) -> {
                line(depth, "indicator: " + quoted(indicator));
                if (slab) {
                    line(depth, "mode: slab");
                }
                if (category == null) {
                    bands.forEach((_, list) -> line(depth, "bands: " + bands(list)));
                } else {
                    line(depth, "category: " + quoted(category));
                    line(depth, bands.isEmpty() ? "table: {}" : "table:");
                    bands.forEach(
                            (name, list) -> line(depth + 1, quoted(name) + ": " + bands(list)));
                }
            }
        }
        if (!rule.addOns().isEmpty()) {
            line(depth, "add-ons:");
        }
        for (var addOn : rule.addOns()) {
            var category =
                    addOn.category() == null ? "" : "category: " + quoted(addOn.category()) + ", ";
            var price = addOn.price() == null ? "" : ", price: " + addOn.price().toShortText();
            line(
                    depth + 1,
                    "- {"
                            + category
                            + "indicator: "
                            + quoted(addOn.indicator())
                            + ", included: "
                            + addOn.included().toShortText()
                            + price
                            + "}");
        }
        flag(depth, "scale", rule.scale());
    }

    private static String bands(List<Rule.Band> bands) {
        return bands.stream()
                .map(band ->
                        "{from: "
                                + band.from().toShortText()
                                + ", amount: "
                                + band.amount().toShortText()
                                + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String texts(List<String> texts) {
        return texts.stream().map(RuleWriter::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private void power(int depth, int power, boolean inverse) {
        if (power != 1) {
            line(depth, "power: " + power);
        }
        flag(depth, "inverse", inverse);
    }

    private void number(int depth, String field, @Nullable Fraction value) {
        if (value != null) {
            line(depth, field + ": " + value.toShortText());
        }
    }

    private void flag(int depth, String field, boolean value) {
        if (value) {
            line(depth, field + ": true");
        }
    }

    private void nested(int depth, String field, Rule rule) {
        line(depth, field + ":");
        rule(rule, depth + 1);
    }

    private void limit(int depth, String field, Limit limit) {
        switch (limit) {
            case Limit.None _ -> {}
            case Limit.Same(var percent) -> line(depth, field + ": " + percent.toShortText());
            case Limit.PerParty(var percents) -> figures(depth, field, percents);
        }
    }

    private void figures(int depth, String field, Map<String, Fraction> figures) {
        var entries =
                figures.entrySet().stream()
                        .map(entry ->
                                quoted(entry.getKey()) + ": " + entry.getValue().toShortText())
                        .toList();
        line(depth, field + ": {" + String.join(", ", entries) + "}");
    }

    private void line(int depth, String content) {
        text.append("  ".repeat(depth)).append(content).append('\n');
    }

    private static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        value.codePoints()
                .forEach(point -> {
                    if (point == '"' || point == '\\') {
                        quoted.append('\\').appendCodePoint(point);
                    } else if (point < ' ' || (point >= 0x7F && point < 0xA0)) {
                        quoted.append(String.format("\\x%02X", point));
                    } else if (point == 0x2028 || point == 0x2029 || point == 0xFEFF) {
                        quoted.append(String.format("\\u%04X", point));
                    } else {
                        quoted.appendCodePoint(point);
                    }
                });
        return quoted.append('"').toString();
    }
}
