package id.patungan.allocation;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * One step of a division, from which people and programs can do it again.
 *
 * @param place where in the rule, such as {@code rule.parts[1].rule}; {@code rounding} for the last
 *     step
 * @param step what was done; its text is {@code allocation.trace.<step>} in the bundles
 * @param amount what was divided in this step, exact, in main units
 * @param arguments what the text names, in order: texts, {@link Fraction}s, {@link
 *     RuleWords.Indicator}s, {@link RuleWords.Sum}s and {@link RuleWords.Party}s, which as text are
 *     as rule files write them
 * @param lines per party, in the order of the parties
 */
public record TraceStep(
        String place, Step step, Fraction amount, List<Object> arguments, List<Line> lines) {

    /** Takes copies. */
    public TraceStep {
        arguments = List.copyOf(arguments);
        lines = List.copyOf(lines);
    }

    /** What was done. */
    public enum Step {
        /** The total is negative: worked out without the sign, which every share then gets. */
        NEGATIVE,
        /** Divided equally among {0} parties. */
        EQUAL,
        /** Agreed percentages. */
        PERCENT,
        /** Percentages adding to {0}, scaled to 100. */
        PERCENT_NORMALISED,
        /** Fixed amounts adding to {0}; {1} remains. */
        FIXED,
        /** All to party {0}. */
        ONLY,
        /** In proportion to indicator {0}, which adds to {1}. */
        INDICATOR,
        /** In proportion to the weights of the rule, which add to {0}. */
        WEIGHTS,
        /** In proportion to indicator {0} to the power {1}, which adds to {2}. */
        INDICATOR_POWER,
        /** In proportion to the weights of the rule to the power {0}, which add to {1}. */
        WEIGHTS_POWER,
        /** In proportion to {0}, which adds to {1}. */
        SCALED_SUM,
        /** Cut into {0} parts. */
        MIX,
        /** {0} by one rule, {1} by another. */
        TWO_PART,
        /** {0} percent by the old rule and {1} percent by the new one. */
        BLEND,
        /** Kept within {0} percent of the old rule; factor {1} on those between. */
        CORRIDOR,
        /** One segment, shared equally by its {0} users. */
        SEGMENT,
        /** The sum of {0} segments. */
        SEQUENTIAL,
        /** Credits of {0} deducted; {1} remains to be divided. */
        CREDITS,
        /** A rate on {0}; the prices add to {1}. */
        RATE,
        /** A table of dues; the prices add to {0}. */
        BANDS,
        /** In proportion to prices that add to {0}. */
        SCALED,
        /** Kept between floor and cap; factor {0} on those between. */
        BOUNDED,
        /** Pinned percentages adding to {0}; {1} remains. */
        PINNED,
        /** In proportion to what each adds to the cost, {0} in all. */
        MARGINAL,
        /** In proportion to what each would pay alone, {0} in all. */
        STAND_ALONE,
        /** The Shapley value of {0} players. */
        SHAPLEY,
        /** The Shapley value estimated from {0} orders of arrival, seed {1}. */
        SHAPLEY_ESTIMATE(Mark.WARNING),
        /** Separable costs of {0}; joint costs of {1} by remaining benefits, {2} in all. */
        SCRB,
        /** Separable costs of {0}; joint costs of {1} by alternate costs avoided, {2} in all. */
        ALTERNATE_COST,
        /** The nucleolus of {0} players. */
        NUCLEOLUS,
        /** {0} remaining benefits are negative. */
        NEGATIVE_BENEFIT(Mark.WARNING),
        /** The separable costs add to {0}, {1} more than the total. */
        SEPARABLE_ABOVE_TOTAL(Mark.WARNING),
        /** {0} separable costs are negative. */
        NEGATIVE_SEPARABLE(Mark.WARNING),
        /** {0} shares are negative. */
        NEGATIVE_SHARE(Mark.WARNING),
        /** {0} of {1} players, none, pay more than alone. */
        ALONE_KEPT(Mark.REPORT),
        /** {0} of {1} players pay more than alone. */
        ABOVE_ALONE(Mark.WARNING),
        /** {0} of {1} players, none, pay less than they add to the cost. */
        ADDED_KEPT(Mark.REPORT),
        /** {0} of {1} players pay less than they add to the cost. */
        BELOW_ADDED(Mark.WARNING),
        /** None of {0} coalitions would be better off alone. */
        IN_CORE(Mark.REPORT),
        /** {0} of {1} coalitions would be better off alone, by up to {2}. */
        OUTSIDE_CORE(Mark.WARNING),
        /** Whatever the division, some coalition pays {0} more than alone. */
        CORE_EMPTY(Mark.WARNING),
        /** Under other divisions no coalition would be better off alone. */
        CORE_ELSEWHERE(Mark.REPORT),
        /** {0} players; coalitions are checked for up to {1}. */
        CORE_UNCHECKED(Mark.WARNING),
        /** Whole units of {0}: {1} handed out by largest remainder. */
        ROUNDING,
        /** Each share rounded half up to units of {0}; they add to {1}. */
        ROUNDED_EACH,
        /** What is less than a unit, {0}, went to party {1}. */
        REMAINDER;

        private final Mark mark;

        Step() {
            this(Mark.NONE);
        }

        Step(Mark mark) {
            this.mark = mark;
        }

        /** Whether this says how a share came about, or what it means. */
        public Mark mark() {
            return mark;
        }

        /** As in keys and results: {@code percent-normalised}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a step is for. */
    public enum Mark {
        /** A step of the calculation. */
        NONE,
        /** What the result means for those who pay; nothing is wrong. */
        REPORT,
        /** What must be known before the result is used. */
        WARNING;

        /** As in keys and results: {@code warning}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One party in a step; in what is said about cost games, a class of parties, or a coalition
     * joined by {@code +}.
     *
     * @param figure what its part was computed from (percent, weight, amount); null if nothing was
     * @param result its part after this step, exact, in main units
     */
    public record Line(String party, @Nullable Fraction figure, Fraction result) {}
}
