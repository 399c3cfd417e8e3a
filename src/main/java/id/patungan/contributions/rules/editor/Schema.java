package id.patungan.contributions.rules.editor;

import static id.patungan.contributions.rules.editor.Spec.checks;
import static id.patungan.contributions.rules.editor.Spec.choice;
import static id.patungan.contributions.rules.editor.Spec.scalar;
import static id.patungan.contributions.rules.editor.Spec.table;

import id.patungan.contributions.rules.editor.Spec.Input;
import id.patungan.contributions.rules.editor.Spec.Shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The fields of every kind of rule. A kind that can be written in two ways is two kinds here, so
 * that nobody is asked for one thing or the other.
 */
final class Schema {

    /** What stands around a rule. */
    static final List<Spec> DOCUMENT =
            List.of(
                    scalar("name", Input.WORD),
                    scalar("basis", Input.WORD),
                    choice("tie", "code", "history"),
                    scalar("unit", Input.AMOUNT),
                    choice("lines", "per-line", "controlled"));

    /** What every rule may have. */
    static final Spec CREDITS = table("credits", Input.PARTY, Input.AMOUNT);

    private static final SequencedMap<String, List<Spec>> KINDS = kinds();

    /** The kinds by what they are for, in the order of the form. */
    static final SequencedMap<String, List<String>> GROUPS = groups();

    private Schema() {}

    /** The fields of a kind of the form; empty if there is no such kind. */
    static List<Spec> fields(String kind) {
        return KINDS.getOrDefault(kind, List.of());
    }

    static boolean knows(String kind) {
        return KINDS.containsKey(kind);
    }

    /** The name of the kind in rule files. */
    static String written(String kind) {
        return switch (kind) {
            case "weights-own" -> "weights";
            case "rate-own" -> "rate";
            case "bands-figure", "bands-by" -> "bands";
            case "alternate-cost" -> "scrb";
            default -> kind;
        };
    }

    /** The kind of the form for a rule file's kind with these fields. */
    static String shown(String kind, Map<String, ?> fields) {
        return switch (kind) {
            case "weights" -> fields.containsKey("weights") ? "weights-own" : kind;
            case "rate" -> fields.containsKey("rates") ? "rate-own" : kind;
            case "bands" ->
                    !fields.containsKey("indicator")
                            ? kind
                            : fields.containsKey("category") ? "bands-by" : "bands-figure";
            case "scrb" -> fields.containsKey("alternate") ? "alternate-cost" : kind;
            default -> kind;
        };
    }

    private static SequencedMap<String, List<String>> groups() {
        var groups = new LinkedHashMap<String, List<String>>();
        groups.put(
                "simple",
                List.of("equal", "percent", "weights", "weights-own", "only", "scaled-sum"));
        groups.put("nested", List.of("mix", "bounded", "fixed", "pinned", "two-part", "blend"));
        groups.put("tariff", List.of("rate", "rate-own", "bands", "bands-figure", "bands-by"));
        groups.put(
                "joint",
                List.of(
                        "sequential",
                        "shapley",
                        "nucleolus",
                        "scrb",
                        "alternate-cost",
                        "marginal",
                        "stand-alone"));
        return groups;
    }

    private static SequencedMap<String, List<Spec>> kinds() {
        var kinds = new LinkedHashMap<String, List<Spec>>();
        kinds.put("equal", List.of());
        kinds.put(
                "percent",
                List.of(
                        table("shares", Input.PARTY, Input.PERCENT),
                        choice("normalise", "false", "true")));
        kinds.put(
                "fixed",
                List.of(
                        table("amounts", Input.PARTY, Input.AMOUNT),
                        Spec.of("rest", Shape.RULE),
                        scalar("remainder_to", Input.PARTY)));
        kinds.put("only", List.of(scalar("party", Input.PARTY)));
        kinds.put(
                "weights",
                List.of(
                        scalar("indicator", Input.INDICATOR),
                        scalar("power", Input.WHOLE),
                        choice("inverse", "false", "true")));
        kinds.put(
                "weights-own",
                List.of(
                        table("weights", Input.PARTY, Input.NUMBER),
                        scalar("power", Input.WHOLE),
                        choice("inverse", "false", "true")));
        kinds.put("scaled-sum", List.of(table("indicators", Input.INDICATOR, Input.NUMBER)));
        kinds.put(
                "mix",
                List.of(
                        Spec.of(
                                "parts",
                                Shape.LIST,
                                scalar("share", Input.PERCENT),
                                Spec.of("rule", Shape.RULE))));
        kinds.put(
                "two-part",
                List.of(
                        Spec.of(
                                "fixed",
                                Shape.GROUP,
                                scalar("amount", Input.AMOUNT),
                                Spec.of("rule", Shape.RULE)),
                        Spec.of("usage", Shape.GROUP, Spec.of("rule", Shape.RULE))));
        kinds.put(
                "blend",
                List.of(
                        scalar("share_new", Input.PERCENT),
                        scalar("corridor", Input.PERCENT),
                        Spec.of("old", Shape.RULE),
                        Spec.of("new", Shape.RULE)));
        kinds.put(
                "bounded",
                List.of(
                        Spec.of("floor", Shape.LIMIT),
                        Spec.of("cap", Shape.LIMIT),
                        choice("of", "node", "total"),
                        Spec.of("rule", Shape.RULE)));
        kinds.put(
                "pinned",
                List.of(table("pins", Input.PARTY, Input.PERCENT), Spec.of("rest", Shape.RULE)));
        kinds.put("sequential", List.of(segments()));
        tariffs(kinds);
        games(kinds);
        return kinds;
    }

    private static void tariffs(Map<String, List<Spec>> kinds) {
        var after =
                List.of(
                        checks("indicators", Input.INDICATOR),
                        scalar("plus", Input.AMOUNT),
                        scalar("min", Input.AMOUNT),
                        scalar("max", Input.AMOUNT),
                        choice("scale", "false", "true"));
        kinds.put("rate", joined(List.of(scalar("rate", Input.RATE)), after));
        kinds.put("rate-own", joined(List.of(table("rates", Input.PARTY, Input.RATE)), after));
        var extra =
                List.of(
                        scalar("indicator", Input.INDICATOR),
                        scalar("included", Input.NUMBER),
                        scalar("price", Input.AMOUNT));
        var ending = ending(joined(List.of(scalar("category", Input.WORD)), extra));
        kinds.put(
                "bands",
                joined(
                        List.of(
                                scalar("category", Input.INDICATOR),
                                scalar("class", Input.INDICATOR),
                                Spec.of("table", Shape.CELLS)),
                        ending));
        var mode = choice("mode", "step", "slab");
        kinds.put(
                "bands-figure",
                joined(
                        List.of(
                                scalar("indicator", Input.INDICATOR),
                                mode,
                                Spec.of(
                                        "bands",
                                        Shape.LIST,
                                        scalar("from", Input.NUMBER),
                                        scalar("amount", Input.AMOUNT))),
                        ending(extra)));
        kinds.put(
                "bands-by",
                joined(
                        List.of(
                                scalar("indicator", Input.INDICATOR),
                                scalar("category", Input.INDICATOR),
                                mode,
                                Spec.of("table", Shape.BANDS)),
                        ending));
    }

    private static List<Spec> ending(List<Spec> addOn) {
        return List.of(
                Spec.of("add-ons", Shape.LIST, addOn.toArray(Spec[]::new)),
                choice("scale", "false", "true"));
    }

    private static void games(Map<String, List<Spec>> kinds) {
        var costs =
                List.of(
                        Spec.of("costs", Shape.COSTS),
                        choice("default", "", "max", "sum", "segments"),
                        segments(),
                        Spec.of("classes", Shape.CLASSES));
        var sample =
                Spec.of(
                        "sample",
                        Shape.GROUP,
                        scalar("orders", Input.WHOLE),
                        scalar("seed", Input.WHOLE));
        kinds.put("shapley", joined(costs, List.of(sample)));
        kinds.put("nucleolus", costs);
        kinds.put("scrb", joined(costs, List.of(table("benefits", Input.PARTY, Input.AMOUNT))));
        kinds.put("alternate-cost", costs);
        kinds.put("marginal", costs);
        kinds.put("stand-alone", costs);
    }

    private static Spec segments() {
        return Spec.of(
                "segments",
                Shape.LIST,
                scalar("amount", Input.AMOUNT),
                checks("users", Input.PARTY));
    }

    private static List<Spec> joined(List<Spec> first, List<Spec> second) {
        var joined = new ArrayList<>(first);
        joined.addAll(second);
        return List.copyOf(joined);
    }
}
