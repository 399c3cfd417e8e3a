package id.patungan.allocation;

import id.patungan.allocation.Rule.Limit;
import id.patungan.basics.Fraction;

import java.util.Map;

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
        line(0, "rule:");
        rule(document.rule(), 1);
        return text.toString();
    }

    private void rule(Rule rule, int depth) {
        line(depth, "kind: " + rule.kind());
        switch (rule) {
            case Rule.Equal _ -> {}
            case Rule.Percent(var shares, var normalise) -> {
                figures(depth, "shares", shares);
                if (normalise) {
                    line(depth, "normalise: true");
                }
            }
            case Rule.Fixed(var amounts, var rest, var remainderTo) -> {
                figures(depth, "amounts", amounts);
                if (remainderTo != null) {
                    line(depth, "remainder_to: " + quoted(remainderTo));
                }
                nested(depth, "rest", rest);
            }
            case Rule.Only(var party) -> line(depth, "party: " + quoted(party));
            case Rule.ByIndicator(var indicator) -> line(depth, "indicator: " + quoted(indicator));
            case Rule.Weights(var weights) -> figures(depth, "weights", weights);
            case Rule.Mix(var parts) -> {
                line(depth, "parts:");
                for (var part : parts) {
                    line(depth + 1, "- share: " + part.share().toShortText());
                    nested(depth + 2, "rule", part.rule());
                }
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
