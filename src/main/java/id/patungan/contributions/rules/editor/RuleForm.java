package id.patungan.contributions.rules.editor;

import id.patungan.contributions.rules.editor.Spec.Input;
import id.patungan.contributions.rules.editor.Spec.Shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A rule as a form: what is typed into its fields, by their places. Places are those of {@link
 * id.patungan.allocation.RuleFile.Reading}, such as {@code rule.parts[0].share}; where a rule file
 * has a mapping, the form has rows, {@code rule.shares[0].key} and {@code .value}. Which fields
 * there are follows from the kinds that are chosen ({@link Schema}). Pure.
 *
 * <p>The way from YAML is {@link FormFiller}, the way to it {@link FormWriter}.
 */
final class RuleForm {

    /** Deeper rules are written as YAML. */
    static final int DEEPEST = 12;

    private static final Pattern INDEX = Pattern.compile("\\[([0-9]{1,4})]");

    private final SequencedMap<String, List<String>> texts = new LinkedHashMap<>();
    private final Set<String> fresh = new HashSet<>();

    /** An empty form. */
    RuleForm() {}

    /** The fields of a rule among those of a form that was sent. */
    RuleForm(Map<String, List<String>> sent) {
        sent.forEach((name, values) -> {
            if (name.startsWith("rule.")
                    || Schema.DOCUMENT.stream().anyMatch(spec -> spec.name().equals(name))) {
                texts.put(name, values.stream().map(text -> text == null ? "" : text).toList());
            }
        });
    }

    /** What is typed; empty if nothing is. */
    public String text(String place) {
        var all = texts(place);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** The boxes that are ticked. */
    public List<String> texts(String place) {
        return texts.getOrDefault(place, List.of());
    }

    /** The places that have something typed, or could have. */
    Collection<String> names() {
        return List.copyOf(texts.keySet());
    }

    void set(String place, String text) {
        texts.put(place, List.of(text));
    }

    void add(String place, String text) {
        var all = new ArrayList<>(texts(place));
        all.add(text);
        texts.put(place, List.copyOf(all));
    }

    /** The kind that is chosen for the rule at a place; equal shares where none is. */
    public String kind(String place) {
        var kind = text(place + ".kind");
        return kind.isEmpty() ? "equal" : kind;
    }

    /** The fields of the rule at a place. */
    public List<Spec> fields(String place) {
        return Schema.fields(kind(place)).stream().filter(spec -> !unused(place, spec)).toList();
    }

    /** Segments of a cost game count only where coalitions are costed by them. */
    private boolean unused(String place, Spec spec) {
        return spec.name().equals("segments")
                && !kind(place).equals("sequential")
                && !text(place + ".default").equals("segments");
    }

    /** The places of the rows, in their order. */
    public List<String> rows(String place) {
        return indices(place).stream().map(at -> place + "[" + at + "]").toList();
    }

    private Collection<Integer> indices(String place) {
        var found = new TreeSet<Integer>();
        var start = place + "[";
        for (var name : texts.keySet()) {
            if (name.startsWith(start)) {
                var index = INDEX.matcher(name).region(place.length(), name.length());
                if (index.lookingAt()) {
                    found.add(Integer.valueOf(index.group(1)));
                }
            }
        }
        return found;
    }

    /** Adds an empty row. */
    void addRow(String place) {
        set(next(place), "");
    }

    private String next(String place) {
        var indices = indices(place);
        return place + "[" + (indices.isEmpty() ? 0 : new TreeSet<>(indices).last() + 1) + "]";
    }

    /** Takes away everything at a place and below it. */
    void remove(String place) {
        texts.keySet()
                .removeIf(name ->
                        name.equals(place)
                                || name.startsWith(place + ".")
                                || name.startsWith(place + "["));
    }

    /** Adds a row with that key. */
    void addRow(String place, String key) {
        var row = next(place);
        set(row + ".key", key);
        set(row + ".value", "");
        fresh.add(row);
    }

    /**
     * Makes a row for everybody who may be named in a table, so that nobody need be looked up, and
     * takes away the empty rows of others.
     */
    void complete(Collection<String> members, Collection<String> indicators) {
        complete("rule", 0, members, indicators);
    }

    private void complete(
            String place, int depth, Collection<String> members, Collection<String> indicators) {
        if (depth > DEEPEST) {
            return;
        }
        var specs = new ArrayList<>(fields(place));
        if (!rows(place + ".credits").isEmpty()) {
            specs.add(Schema.CREDITS);
        }
        specs.forEach(
                spec -> complete(spec, place + "." + spec.name(), depth, members, indicators));
    }

    private void complete(
            Spec spec,
            String place,
            int depth,
            Collection<String> members,
            Collection<String> indicators) {
        switch (spec.shape()) {
            case RULE -> complete(place, depth + 1, members, indicators);
            case GROUP ->
                    spec.items()
                            .forEach(item ->
                                    complete(
                                            item,
                                            place + "." + item.name(),
                                            depth,
                                            members,
                                            indicators));
            case LIST -> {
                for (var row : rows(place)) {
                    spec.items()
                            .forEach(item ->
                                    complete(
                                            item,
                                            row + "." + item.name(),
                                            depth,
                                            members,
                                            indicators));
                }
            }
            case TABLE -> fill(place, spec.key() == Input.PARTY ? members : indicators);
            case LIMIT -> {
                if (!rows(place + ".own").isEmpty()) fill(place + ".own", members);
            }
            case CELLS, BANDS -> {
                if (rows(place).isEmpty()) addRow(place);
            }
            case SCALAR, CHECKS, COSTS, CLASSES -> {}
        }
    }

    private void fill(String place, Collection<String> keys) {
        var named = new LinkedHashSet<String>();
        for (var row : rows(place)) {
            var key = text(row + ".key");
            if (text(row + ".value").isBlank() && !keys.contains(key) && !fresh.contains(row)) {
                remove(row);
            } else {
                named.add(key);
            }
        }
        for (var key : keys) {
            if (!named.contains(key)) addRow(place, key);
        }
    }

    /** The places of all fields that the form shows now. */
    Set<String> places() {
        var places = new LinkedHashSet<String>();
        Schema.DOCUMENT.forEach(spec -> places.add(spec.name()));
        places("rule", 0, places);
        return places;
    }

    private void places(String rule, int depth, Set<String> places) {
        places.add(rule + ".kind");
        if (depth > DEEPEST) {
            return;
        }
        places.add(rule + ".credits");
        fields(rule).forEach(spec -> places(spec, rule + "." + spec.name(), depth, places));
    }

    private void places(Spec spec, String place, int depth, Set<String> places) {
        places.add(place);
        var within =
                spec.shape() == Shape.LIST
                        ? rows(place)
                        : spec.shape() == Shape.GROUP ? List.of(place) : List.<String>of();
        if (spec.shape() == Shape.RULE) {
            places.remove(place);
            places(place, depth + 1, places);
        }
        for (var row : within) {
            places.add(row);
            spec.items().forEach(item -> places(item, row + "." + item.name(), depth, places));
        }
    }

    /** The id of a field's element, of which links can be made. */
    static String id(String place) {
        return place.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }

    /** Whether a kind divides by rules within it. */
    static boolean nests(Spec spec) {
        return spec.shape() == Shape.RULE
                || spec.items().stream().anyMatch(item -> item.shape() == Shape.RULE);
    }
}
