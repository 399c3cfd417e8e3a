package id.patungan.allocation;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * How a shared cost is divided. Kinds nest: a rest, a part of a mix and what lies between bounds
 * are rules themselves. Adding a kind makes the compiler list every place to teach.
 *
 * <p>Parties are named by their codes. A rule that cannot be satisfied (percentages that add to
 * 99.99, say) can be written down; it is refused when it is applied, with every reason.
 */
public sealed interface Rule {

    /** The name of the kind in rule files. */
    default String kind() {
        return switch (this) {
            case Equal _ -> "equal";
            case Percent _ -> "percent";
            case Fixed _ -> "fixed";
            case Only _ -> "only";
            case ByIndicator _, Weights _ -> "weights";
            case ScaledSum _ -> "scaled-sum";
            case Mix _ -> "mix";
            case TwoPart _ -> "two-part";
            case Blend _ -> "blend";
            case Bounded _ -> "bounded";
            case Pinned _ -> "pinned";
            case Sequential _ -> "sequential";
            case Rate _ -> "rate";
            case Bands _ -> "bands";
            case Marginal _ -> "marginal";
            case StandAlone _ -> "stand-alone";
            case Shapley _ -> "shapley";
            case Scrb _ -> "scrb";
            case Nucleolus _ -> "nucleolus";
            case Credited(_, var rule) -> rule.kind();
        };
    }

    /** The rules directly within this one. */
    default List<Inner> inner() {
        return switch (this) {
            case Fixed fixed -> List.of(new Inner("rest", fixed.rest()));
            case Mix(var parts) ->
                    IntStream.range(0, parts.size())
                            .mapToObj(
                                    at -> new Inner("parts[" + at + "].rule", parts.get(at).rule()))
                            .toList();
            case TwoPart(_, var fixedRule, var usage) ->
                    List.of(new Inner("fixed.rule", fixedRule), new Inner("usage.rule", usage));
            case Blend(var before, var after, _, _) ->
                    List.of(new Inner("old", before), new Inner("new", after));
            case Bounded bounded -> List.of(new Inner("rule", bounded.rule()));
            case Pinned pinned -> List.of(new Inner("rest", pinned.rest()));
            case Credited(_, var rule) -> List.of(new Inner("", rule));
            case Equal _, Percent _, Only _, ByIndicator _, Weights _, ScaledSum _ -> List.of();
            case Sequential _, Rate _, Bands _, Game _ -> List.of();
        };
    }

    /**
     * Whether the rule makes its own total, as a price list does, instead of dividing one. Such a
     * rule can only stand alone.
     */
    default boolean ownTotal() {
        return (this instanceof Rate rate && !rate.scale())
                || (this instanceof Bands bands && !bands.scale());
    }

    /**
     * A rule within a rule.
     *
     * @param field where it stands, such as {@code parts[0].rule}; empty for a rule with credits,
     *     which stands in the same place
     */
    record Inner(String field, Rule rule) {
        /** The place of the inner rule when the outer one stands at {@code place}. */
        String at(String place) {
            return field.isEmpty() ? place : place + "." + field;
        }
    }

    /** Every party pays the same. */
    record Equal() implements Rule {}

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
    }

    /** One party, who need not be a member, bears it all. */
    record Only(String party) implements Rule {}

    /**
     * In proportion to a column of the parties' figures, such as population: {@code w = x} to the
     * power, or {@code 1/x} to it.
     *
     * @param power a whole number from 1; others give no exact weights
     * @param inverse whether those with less pay more; every figure must then be above 0
     */
    record ByIndicator(String indicator, int power, boolean inverse) implements Rule {
        /** In simple proportion. */
        public ByIndicator(String indicator) {
            this(indicator, 1, false);
        }
    }

    /**
     * In proportion to weights that stand in the rule; each party needs one, 0 included.
     *
     * @param power as in {@link ByIndicator}
     * @param inverse as in {@link ByIndicator}
     */
    record Weights(SequencedMap<String, Fraction> weights, int power, boolean inverse)
            implements Rule {
        /** Takes a copy. */
        public Weights {
            weights = copy(weights);
        }

        /** In simple proportion. */
        public Weights(SequencedMap<String, Fraction> weights) {
            this(weights, 1, false);
        }
    }

    /**
     * In proportion to a sum of figures, each first divided to a common scale: calls + population /
     * 100 + market value / 1,000,000, as fire districts do.
     *
     * @param indicators the divisor of each, above 0
     */
    record ScaledSum(SequencedMap<String, Fraction> indicators) implements Rule {
        /** Takes a copy. */
        public ScaledSum {
            indicators = copy(indicators);
        }
    }

    /** The amount is cut into parts, each divided by a rule of its own. */
    record Mix(List<Part> parts) implements Rule {
        /** Takes a copy. */
        public Mix {
            parts = List.copyOf(parts);
        }
    }

    /**
     * A part of a mix.
     *
     * @param share in percent; the parts of a mix add to exactly 100
     */
    record Part(Fraction share, Rule rule) {}

    /**
     * A standing charge and a charge for use: a set amount by one rule, all the rest by another.
     *
     * @param fixedAmount in main units of the currency
     */
    record TwoPart(Fraction fixedAmount, Rule fixedRule, Rule usage) implements Rule {}

    /**
     * From an old rule to a new one: {@code (100 − s) % old + s % new}, both worked out for the
     * whole amount.
     *
     * @param shareNew {@code s}, in percent from 0 to 100
     * @param corridor how many percent a party may gain or lose against the old rule; null for no
     *     limit. A party that paid nothing under the old rule has none.
     */
    record Blend(Rule before, Rule after, Fraction shareNew, @Nullable Fraction corridor)
            implements Rule {}

    /**
     * Divides by a rule, then keeps every party between a floor and a cap by exact water-filling:
     * the parties between their bounds stay in the proportions of the rule.
     */
    record Bounded(Limit floor, Limit cap, Of of, Rule rule) implements Rule {}

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
    }

    /**
     * A work in segments, each paid equally by those who use it; the "airport game", where it is
     * the Shapley value. The segments add to the amount.
     */
    record Sequential(List<Segment> segments) implements Rule {
        /** Takes a copy. */
        public Sequential {
            segments = List.copyOf(segments);
        }
    }

    /**
     * A segment of a work.
     *
     * @param amount in main units of the currency
     * @param users by code
     */
    record Segment(Fraction amount, List<String> users) {
        /** Takes a copy. */
        public Segment {
            users = List.copyOf(users);
        }
    }

    /**
     * A price list: {@code rate · Σ figures + plus}, not less than {@code min} and not more than
     * {@code max}; revenue-linked, per head. Each share is rounded half up to the unit, and their
     * sum is the total, unless they are only weights.
     *
     * @param rate for every party; null if {@code rates} has one for some
     * @param rates by party, if {@code rate} is null; a party that is not named pays nothing
     * @param plus in main units of the currency, as are {@code min} and {@code max}
     * @param scale whether the amounts are only the proportions in which a given total is divided
     */
    record Rate(
            @Nullable Fraction rate,
            SequencedMap<String, Fraction> rates,
            List<String> indicators,
            Fraction plus,
            @Nullable Fraction min,
            @Nullable Fraction max,
            boolean scale)
            implements Rule {
        /** Takes copies. */
        public Rate {
            rates = copy(rates);
            indicators = List.copyOf(indicators);
        }
    }

    /**
     * A table of dues with add-ons, such as those of an association. Rounded as {@link Rate}.
     *
     * @param scale as in {@link Rate}
     */
    record Bands(Table table, List<AddOn> addOns, boolean scale) implements Rule {
        /** Takes a copy. */
        public Bands {
            addOns = List.copyOf(addOns);
        }
    }

    /** How a table of dues is looked up; its amounts are in main units of the currency. */
    sealed interface Table {
        /**
         * By two columns of words.
         *
         * @param category the name of one column
         * @param classes the name of the other
         * @param amounts by category, then class
         */
        record ByWords(
                String category,
                String classes,
                SequencedMap<String, SequencedMap<String, Fraction>> amounts)
                implements Table {
            /** Takes a copy. */
            public ByWords {
                var taken = new LinkedHashMap<String, SequencedMap<String, Fraction>>();
                amounts.forEach((name, row) -> taken.put(name, copy(row)));
                amounts = Collections.unmodifiableSequencedMap(taken);
            }
        }

        /**
         * By a figure, which falls in the band that begins at or below it and ends where the next
         * begins: {@code [from, next)}.
         *
         * @param category the name of a column of words if each category has bands of its own
         * @param bands by category; under the empty text if there are no categories
         * @param slab whether an amount is the price of each unit of the figure within its band,
         *     all bands up to the figure being added, instead of the dues of the whole band
         */
        record ByFigure(
                @Nullable String category,
                String indicator,
                SequencedMap<String, List<Band>> bands,
                boolean slab)
                implements Table {
            /** Takes a copy. */
            public ByFigure {
                var taken = new LinkedHashMap<String, List<Band>>();
                bands.forEach((name, list) -> taken.put(name, List.copyOf(list)));
                bands = Collections.unmodifiableSequencedMap(taken);
            }
        }
    }

    /** A band of figures and what it costs; bands stand in rising order. */
    record Band(Fraction from, Fraction amount) {}

    /**
     * What is charged beyond a table: {@code (figure − included) · price} if that is above 0.
     *
     * @param category whom it concerns; null for everybody
     * @param price of one unit; null if more than included cannot be had
     */
    record AddOn(
            @Nullable String category,
            String indicator,
            Fraction included,
            @Nullable Fraction price) {}

    /**
     * A rule some of whose parties have already given in kind, or host. What they gave is deducted
     * from the amount before it is divided, and stands as written in their share, of which it
     * settles so much. A negative credit is a compensation: the others raise it, and it lowers the
     * share of the party, if need be below 0.
     *
     * @param credits in main units of the currency
     * @param rule for what remains
     */
    record Credited(SequencedMap<String, Fraction> credits, Rule rule) implements Rule {
        /** Takes a copy. */
        public Credited {
            credits = copy(credits);
            if (rule instanceof Credited) {
                throw new IllegalArgumentException("Credits of one rule stand in one place");
            }
        }
    }

    /**
     * Divides by a cost game, which says what every coalition would pay alone. All together must
     * pay the amount that reaches the rule, or the whole total, of which the rule then divides its
     * part. What the result means for coalitions is reported in the trace.
     */
    sealed interface Game extends Rule {
        /** What every coalition would pay alone. */
        Costs costs();
    }

    /** In proportion to what each adds to the cost of the others: {@code m(i) = c(N) − c(N∖i)}. */
    record Marginal(Costs costs) implements Game {}

    /** In proportion to what each would pay alone: {@code c(i)}. */
    record StandAlone(Costs costs) implements Game {}

    /**
     * By the Shapley value: what each adds to the cost, on average over all orders of arrival.
     *
     * @param sample how to estimate it where it cannot be worked out exactly; null to refuse then
     */
    record Shapley(Costs costs, @Nullable Sample sample) implements Game {}

    /**
     * A sample of orders of arrival.
     *
     * @param orders how many, at least 2
     * @param seed from which they are drawn; the same seed gives the same orders
     */
    record Sample(int orders, long seed) {}

    /**
     * Separable costs, remaining benefits: each pays what it adds, and the joint costs that are
     * left are divided in proportion to {@code min(benefit, cost alone) − what it adds}.
     *
     * @param benefits what the whole is worth to each, in main units of the currency; null for
     *     alternate costs avoided, where it is what each would pay alone
     */
    record Scrb(Costs costs, @Nullable SequencedMap<String, Fraction> benefits) implements Game {
        /** Takes a copy. */
        public Scrb {
            benefits = benefits == null ? null : copy(benefits);
        }
    }

    /**
     * By the nucleolus: the most that any coalition pays beyond its cost alone is as small as it
     * can be, then the next most, and so on, while nobody pays more than alone.
     */
    record Nucleolus(Costs costs) implements Game {}

    private static SequencedMap<String, Fraction> copy(Map<String, Fraction> figures) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(figures));
    }
}
