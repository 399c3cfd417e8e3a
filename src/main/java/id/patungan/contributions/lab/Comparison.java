package id.patungan.contributions.lab;

import com.fasterxml.jackson.annotation.JsonInclude;

import id.patungan.contributions.Sheet;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/**
 * Rules side by side: all that went in and all that came out, as texts, so that what is saved can
 * be opened again exactly. Amounts are decimals in main units, quotas exact: an integer or {@code
 * p/q}.
 *
 * @param year whose population spreads shares per head
 * @param on the day whose members share, ISO
 * @param parties all that share by any of the rules, by code
 * @param rules in the order asked for
 * @param against with what the rules are compared
 */
public record Comparison(
        String total,
        String currency,
        int year,
        String on,
        List<Sharer> parties,
        List<Ruled> rules,
        Against against,
        @Nullable Changed change,
        @Nullable Ramp ramp) {

    /** Takes copies. */
    public Comparison {
        parties = List.copyOf(parties);
        rules = List.copyOf(rules);
    }

    /**
     * One of those who share.
     *
     * @param population of the year, with its source; null if the body has none
     */
    public record Sharer(
            String party, String name, boolean member, Sheet.@Nullable Figure population) {}

    /**
     * A rule and what came of it.
     *
     * @param origin code and version of the body's rule, such as {@code SEKRETARIAT/2}; null for a
     *     text
     * @param state of that version when it was compared; null for a text
     * @param text the rule file
     * @param figuresOf the year of its figures
     * @param figures by party and indicator: what the rule divides by
     * @param total what its shares add to; another than asked for when the rule makes its own
     * @param shares empty if the rule cannot be applied
     * @param report what the result means for coalitions; empty unless it is a cost game
     * @param refusals why the rule cannot be applied; empty if it can
     */
    public record Ruled(
            String name,
            @Nullable String origin,
            @Nullable String state,
            String text,
            int figuresOf,
            Map<String, Map<String, Sheet.Figure>> figures,
            @Nullable String total,
            List<Share> shares,
            List<Note> report,
            List<Words> refusals) {

        /** Takes copies. */
        public Ruled {
            figures = Map.copyOf(figures);
            shares = List.copyOf(shares);
            report = List.copyOf(report);
            refusals = List.copyOf(refusals);
        }

        /** Whether there are shares. */
        public boolean applies() {
            return refusals.isEmpty();
        }
    }

    /** What a party pays. */
    public record Share(String party, String quota, String share, @Nullable String bound) {}

    /**
     * What a division of a cost game means.
     *
     * @param step its text is {@code allocation.trace.<step>}
     * @param mark {@code report} or {@code warning}
     */
    public record Note(String step, String mark, List<String> arguments, List<Line> lines) {
        /** Takes copies. */
        public Note {
            arguments = List.copyOf(arguments);
            lines = List.copyOf(lines);
        }
    }

    /**
     * A party, a class or a coalition in a note.
     *
     * @param figure what it would pay alone, or adds to the cost; null if nothing
     * @param result what it pays, or how much more than alone
     */
    public record Line(String party, @Nullable String figure, String result) {}

    /** A sentence, as it was said in both languages. */
    public record Words(String id, String en) {}

    /**
     * With what the rules are compared.
     *
     * @param assessment its code; null when it is the first rule
     * @param name of the assessment or rule
     * @param year that was charged; null for a rule
     * @param later the later figures by which an assessment stands; null if there are none
     * @param shares by party, as they stand; empty if the first rule cannot be applied
     */
    public record Against(
            @Nullable String assessment,
            String name,
            @Nullable Integer year,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String later,
            Map<String, String> shares) {
        /** Takes a copy. */
        public Against {
            shares = Map.copyOf(shares);
        }
    }

    /**
     * A figure, changed, and what the rules then give.
     *
     * @param before the figure that the rules have; null if they have none, or not the same
     * @param after null if it is not the same in all rules; then each outcome says its own
     * @param rules as in the comparison, one for one
     */
    public record Changed(
            String party,
            String indicator,
            @Nullable String before,
            @Nullable String after,
            List<Outcome> rules) {
        /** Takes a copy. */
        public Changed {
            rules = List.copyOf(rules);
        }
    }

    /**
     * What came of a rule under other circumstances.
     *
     * @param named whether the rule divides by the figure at all
     * @param before the rule's own figure; null if it has none, and in papers that do not say it,
     *     which keep their digest
     * @param after what the change makes of it; null if the rule does not divide by it
     */
    public record Outcome(
            boolean named,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String before,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String after,
            List<Share> shares,
            List<Words> refusals) {
        /** Takes copies. */
        public Outcome {
            shares = List.copyOf(shares);
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * From an old rule to a new one.
     *
     * @param from place of the old rule, from 1
     * @param corridor in percent; null for none
     * @param years from 0, the old rule alone, to the last, the new one
     */
    public record Ramp(int from, int to, @Nullable String corridor, List<Year> years) {
        /** Takes a copy. */
        public Ramp {
            years = List.copyOf(years);
        }
    }

    /**
     * A year on the way.
     *
     * @param shareNew how much of the new rule, in percent, exact
     */
    public record Year(int number, String shareNew, List<Share> shares, List<Words> refusals) {
        /** Takes copies. */
        public Year {
            shares = List.copyOf(shares);
            refusals = List.copyOf(refusals);
        }
    }
}
