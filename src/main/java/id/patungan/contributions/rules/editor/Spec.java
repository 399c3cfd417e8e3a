package id.patungan.contributions.rules.editor;

import java.util.Arrays;
import java.util.List;

/**
 * A field of a rule, as the rule file names it and as the form shows it.
 *
 * @param name in the rule file, and the last part of its place
 * @param input what is typed into it, or into the second column of a table
 * @param key what stands in the first column of a table
 * @param choices of a choice, the default first; it is not written then
 * @param items the fields of a group, or of each item of a list
 */
record Spec(
        String name, Shape shape, Input input, Input key, List<String> choices, List<Spec> items) {

    /** Takes copies. */
    Spec {
        choices = List.copyOf(choices);
        items = List.copyOf(items);
    }

    /** How a field looks. */
    enum Shape {
        /** One value. */
        SCALAR,
        /** A list of codes, each a box to tick. */
        CHECKS,
        /** {@code {key: value}}, a row each. */
        TABLE,
        /** {@code {category: {class: amount}}}, a row for each amount. */
        CELLS,
        /** {@code {category: [{from, amount}]}}, a row for each band. */
        BANDS,
        /** {@code {coalition: amount}}, a line of text each. */
        COSTS,
        /** {@code {class: [party]}}, a line of text each. */
        CLASSES,
        /** {@code [{…}]}, a row for each. */
        LIST,
        /** {@code {…}} with fields of its own. */
        GROUP,
        /** A rule within the rule. */
        RULE,
        /** A percentage for all, or one for each party. */
        LIMIT
    }

    /** What is typed. */
    enum Input {
        PERCENT,
        AMOUNT,
        NUMBER,
        RATE,
        WHOLE,
        PARTY,
        INDICATOR,
        WORD,
        CHOICE;

        boolean isNumber() {
            return compareTo(WHOLE) <= 0;
        }
    }

    /** One value. */
    static Spec scalar(String name, Input input) {
        return new Spec(name, Shape.SCALAR, input, Input.WORD, List.of(), List.of());
    }

    /** One of some words, the first of which need not be written. */
    static Spec choice(String name, String... choices) {
        return new Spec(
                name, Shape.SCALAR, Input.CHOICE, Input.WORD, Arrays.asList(choices), List.of());
    }

    static Spec checks(String name, Input input) {
        return new Spec(name, Shape.CHECKS, input, Input.WORD, List.of(), List.of());
    }

    static Spec table(String name, Input key, Input value) {
        return new Spec(name, Shape.TABLE, value, key, List.of(), List.of());
    }

    static Spec of(String name, Shape shape, Spec... items) {
        return new Spec(name, shape, Input.AMOUNT, Input.WORD, List.of(), Arrays.asList(items));
    }
}
