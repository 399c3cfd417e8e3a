package id.patungan.allocation;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * How a shared cost is divided. Kinds nest: a rest, a part of a mix and what lies between bounds
 * are rules themselves. Adding a kind makes the compiler list every place to teach.
 *
 * <p>Parties are named by their codes. A rule that cannot be satisfied (percentages that add to
 * 99.99, say) can be written down; it is refused when it is applied, with every reason.
 */
public sealed interface Rule {

    /** The name of the kind in rule files. */
    String kind();

    /** Every party pays the same. */
    record Equal() implements Rule {
        @Override
        public String kind() {
            return "equal";
        }
    }

    /**
     * Agreed percentages; a party that is not named pays nothing.
     *
     * @param shares in percent, adding to exactly 100
     * @param normalise whether percentages that add to something else are scaled to 100
     */
    record Percent(SequencedMap<String, Fraction> shares, boolean normalise) implements Rule {
        /** Takes a copy. */
        public Percent {
            shares = copy(shares);
        }

        @Override
        public String kind() {
            return "percent";
        }
    }

    /**
     * Some parties pay a fixed amount, the others pay the rest by another rule.
     *
     * @param amounts in main units of the currency, paid as written
     * @param rest over the parties that have no fixed amount
     * @param remainderTo who takes what is less than a rounding unit; null if nobody is named
     */
    record Fixed(SequencedMap<String, Fraction> amounts, Rule rest, @Nullable String remainderTo)
            implements Rule {
        /** Takes a copy. */
        public Fixed {
            amounts = copy(amounts);
        }

        @Override
        public String kind() {
            return "fixed";
        }
    }

    /** One party, who need not be a member, bears it all. */
    record Only(String party) implements Rule {
        @Override
        public String kind() {
            return "only";
        }
    }

    /** In proportion to a column of the parties' figures, such as population. */
    record ByIndicator(String indicator) implements Rule {
        @Override
        public String kind() {
            return "weights";
        }
    }

    /** In proportion to weights that stand in the rule; each party needs one, 0 included. */
    record Weights(SequencedMap<String, Fraction> weights) implements Rule {
        /** Takes a copy. */
        public Weights {
            weights = copy(weights);
        }

        @Override
        public String kind() {
            return "weights";
        }
    }

    /** The amount is cut into parts, each divided by a rule of its own. */
    record Mix(List<Part> parts) implements Rule {
        /** Takes a copy. */
        public Mix {
            parts = List.copyOf(parts);
        }

        @Override
        public String kind() {
            return "mix";
        }
    }

    /**
     * A part of a mix.
     *
     * @param share in percent; the parts of a mix add to exactly 100
     */
    record Part(Fraction share, Rule rule) {}

    /**
     * Divides by a rule, then keeps every party between a floor and a cap by exact water-filling:
     * the parties between their bounds stay in the proportions of the rule.
     */
    record Bounded(Limit floor, Limit cap, Of of, Rule rule) implements Rule {
        @Override
        public String kind() {
            return "bounded";
        }
    }

    /** What the percentages of bounds are percentages of. */
    enum Of {
        /** The amount that reaches the rule. */
        NODE,
        /** The whole amount that is divided. */
        TOTAL
    }

    /** A bound in percent. */
    sealed interface Limit {
        /** No bound. */
        record None() implements Limit {}

        /** The same for every party. */
        record Same(Fraction percent) implements Limit {}

        /** For the parties named; the others have none. */
        record PerParty(SequencedMap<String, Fraction> percents) implements Limit {
            /** Takes a copy. */
            public PerParty {
                percents = copy(percents);
            }
        }
    }

    /**
     * Some parties pay a fixed percentage, the others divide what remains by another rule.
     *
     * @param pins in percent of the amount that reaches the rule
     * @param rest over the parties that are not pinned
     */
    record Pinned(SequencedMap<String, Fraction> pins, Rule rest) implements Rule {
        /** Takes a copy. */
        public Pinned {
            pins = copy(pins);
        }

        @Override
        public String kind() {
            return "pinned";
        }
    }

    private static SequencedMap<String, Fraction> copy(Map<String, Fraction> figures) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
    }
}
