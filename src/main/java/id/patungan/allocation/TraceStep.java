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
 * @param arguments what the text names, in order: texts, {@link Fraction}s
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
        /** Whole units of {0}: {1} handed out by largest remainder. */
        ROUNDING,
        /** Each share rounded half up to units of {0}; they add to {1}. */
        ROUNDED_EACH,
        /** What is less than a unit, {0}, went to party {1}. */
        REMAINDER;

        /** As in keys and results: {@code percent-normalised}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * One party in a step.
     *
     * @param figure what its part was computed from (percent, weight, amount); null if nothing was
     * @param result its part after this step, exact, in main units
     */
    public record Line(String party, @Nullable Fraction figure, Fraction result) {}
}
