package id.patungan.contributions.sheet;

import id.patungan.basics.Fraction;

import java.util.Locale;

/** What stands in a cell of the live sheet. */
sealed interface Entry {

    /** Words. */
    record Text(String text) implements Entry {}

    /** A figure that nobody is meant to change. */
    record Figure(Fraction value) implements Entry {}

    /** A figure that was put in: change it, and the sheet calculates anew. */
    record Input(Fraction value) implements Entry {}

    /** Words that were put in, such as a class of members. */
    record InputText(String text) implements Entry {}

    /** A formula, without the equals sign. */
    record Formula(String formula) implements Entry {}

    /** Nothing. */
    record Blank() implements Entry {}

    /** A formula. */
    static Entry formula(String formula) {
        return new Formula(formula);
    }

    /** A formula from a pattern as {@link String#format} reads it. */
    static Entry formula(String pattern, Object first, Object... others) {
        var arguments = new Object[others.length + 1];
        arguments[0] = first;
        System.arraycopy(others, 0, arguments, 1, others.length);
        return new Formula(String.format(Locale.ROOT, pattern, arguments));
    }

    /** Nothing. */
    static Entry blank() {
        return new Blank();
    }
}
