package id.patungan.allocation;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

/**
 * A rule with what an agreement says around it; the content of a rule file.
 *
 * @param name for people, such as {@code Waste services 2006}
 * @param basis who agreed to this: decree and article; needed to issue a charge, not to compute one
 * @param tie who gets the next unit when remainders are equal
 * @param unit the rounding unit in main units of the currency; null for the default, which is 1 for
 *     IDR and the minor unit for other currencies
 * @param lines how several totals are split at once, such as the lines of a budget
 */
public record RuleDocument(
        @Nullable String name,
        @Nullable String basis,
        Tie tie,
        @Nullable Fraction unit,
        Lines lines,
        Rule rule) {

    /** For one total, or several that are each split alone. */
    public RuleDocument(
            @Nullable String name,
            @Nullable String basis,
            Tie tie,
            @Nullable Fraction unit,
            Rule rule) {
        this(name, basis, tie, unit, Lines.PER_LINE, rule);
    }

    /** A rule alone, with the defaults around it. */
    public static RuleDocument of(Rule rule) {
        return new RuleDocument(null, null, Tie.CODE, null, rule);
    }

    /** How several totals are split at once. */
    public enum Lines {
        /** Each by itself; what a party pays is the sum. */
        PER_LINE,
        /** The sum first; then the lines, so that those of a party add to its share of the sum. */
        CONTROLLED
    }

    /** Who gets the next rounding unit when remainders are equal; never the order of the input. */
    public enum Tie {
        /** The larger quota first, then the code. */
        CODE,
        /** Who got the fewest units in earlier runs first, then as {@link #CODE}. */
        HISTORY
    }
}
