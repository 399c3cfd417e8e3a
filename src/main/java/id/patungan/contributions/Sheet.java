package id.patungan.contributions;

import com.fasterxml.jackson.annotation.JsonInclude;

import id.patungan.contributions.rules.RuleReference;
import id.patungan.parties.IndicatorValue;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * The calculation sheet of a division: what went in and what came out, as texts that are frozen
 * with an assessment. Amounts are decimals in main units, quotas exact: an integer or {@code p/q}.
 *
 * @param unit the rounding unit in main units
 * @param indicatorYear the year whose figures were taken; null when a table was given
 * @param rule the version of a rule of the body; null for a rule of its own
 */
public record Sheet(
        String total,
        String currency,
        String unit,
        @Nullable Integer indicatorYear,
        @Nullable RuleReference rule,
        List<Row> rows,
        List<Step> steps) {

    /** Takes copies. */
    public Sheet {
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    /**
     * A party's line.
     *
     * @param down the quota rounded down to the unit
     * @param remainder quota less {@code down}, exact
     * @param rounding what rounding added
     * @param reason why a unit went here, or did not: {@code exact}, {@code down} …
     * @param rank place in the order in which units were handed out; null if not in it
     */
    public record Row(
            String party,
            String name,
            boolean member,
            Map<String, Figure> figures,
            String quota,
            String down,
            String remainder,
            String rounding,
            String share,
            @Nullable String bound,
            String reason,
            @Nullable Integer rank) {

        /** Takes a copy. */
        public Row {
            figures = Map.copyOf(figures);
        }
    }

    /**
     * What a rule divided by.
     *
     * @param value an exact number, or the word in a column of categories
     * @param unit null in a given table
     * @param source null in a given table
     * @param revenueBasis {@code budget} or {@code realisation} of a declared revenue; null for
     *     other figures
     */
    public record Figure(
            String value,
            @Nullable String unit,
            @Nullable String source,
            @Nullable Integer year,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String revenueBasis) {

        /** A figure as recorded. */
        public static Figure of(IndicatorValue value) {
            var figure = value.figure();
            var basis = figure.revenueBasis();
            return new Figure(
                    value.value().toPlainString(),
                    figure.unit(),
                    figure.source(),
                    figure.year(),
                    basis == null ? null : basis.code());
        }

        /** A figure of a given table. */
        public static Figure given(String value) {
            return new Figure(value, null, null, null, null);
        }
    }

    /**
     * A step of the division; its text is {@code allocation.trace.<step>}.
     *
     * @param arguments what the text names
     */
    public record Step(String place, String step, String amount, List<String> arguments) {

        /** Takes a copy. */
        public Step {
            arguments = List.copyOf(arguments);
        }
    }
}
