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
 */
public record RuleDocument(
        @Nullable String name,
        @Nullable String basis,
        Tie tie,
        @Nullable Fraction unit,
        Rule rule) {

    /** A rule alone, with the defaults around it. */
    public static RuleDocument of(Rule rule) {
        return new RuleDocument(null, null, Tie.CODE, null, rule);
    }

    /** Who gets the next rounding unit when remainders are equal; never the order of the input. */
    public enum Tie {
        /** The larger quota first, then the code. */
        CODE,
        /** Who got the fewest units in earlier runs first, then as {@link #CODE}. */
        HISTORY
    }
}
