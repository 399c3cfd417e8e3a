package id.patungan.contributions.pages;

import java.util.List;

/** Rule files to start from, made for the parties at hand. Pure. */
public final class RuleTemplates {

    /** The templates, in the order of the form; their names are in the bundles. */
    public static final List<String> NAMES =
            List.of("equal", "percent", "fixed", "weights", "mix", "bounded", "pinned");

    private RuleTemplates() {}

    /** The text of a template. */
    public static String text(String template, List<String> parties) {
        return switch (template) {
            case "percent" -> "rule:\n  kind: percent\n  shares:\n" + percentages(parties, "    ");
            case "fixed" -> fixed(parties);
            case "weights" -> "rule:\n  kind: weights\n  indicator: population\n";
            case "mix" ->
                    """
                    rule:
                      kind: mix
                      parts:
                        - share: 40
                          rule: {kind: equal}
                        - share: 40
                          rule: {kind: weights, indicator: population}
                        - share: 20
                          rule: {kind: weights, indicator: area_km2}
                    """;
            case "bounded" ->
                    """
                    rule:
                      kind: bounded
                      floor: 10
                      cap: 50
                      rule: {kind: weights, indicator: area_km2}
                    """;
            case "pinned" ->
                    "rule:\n  kind: pinned\n  pins:\n"
                            + line("    ", first(parties), "25")
                            + "  rest: {kind: weights, indicator: population}\n";
            default -> "rule:\n  kind: equal\n";
        };
    }

    private static String fixed(List<String> parties) {
        var text = new StringBuilder("rule:\n  kind: fixed\n  amounts:\n");
        var last = parties.isEmpty() ? "" : parties.getLast();
        for (var party : parties) {
            if (!party.equals(last)) text.append(line("    ", party, "10000000"));
        }
        return text.append("  rest: {kind: only, party: \"")
                .append(last)
                .append("\"}\n")
                .toString();
    }

    /** Whole percentages that add to 100, to be replaced. */
    private static String percentages(List<String> parties, String indent) {
        var text = new StringBuilder();
        var left = 100;
        for (var at = 0; at < parties.size(); at++) {
            var share = left / (parties.size() - at);
            left -= share;
            text.append(line(indent, parties.get(at), Integer.toString(share)));
        }
        return text.toString();
    }

    private static String line(String indent, String party, String figure) {
        return indent + "\"" + party + "\": " + figure + "\n";
    }

    private static String first(List<String> parties) {
        return parties.isEmpty() ? "" : parties.getFirst();
    }
}
