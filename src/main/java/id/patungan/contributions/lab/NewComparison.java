package id.patungan.contributions.lab;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * The wish to see rules side by side.
 *
 * @param year whose figures are taken, and the population by which shares are spread per head
 * @param on the day whose members share
 * @param rules from two to {@value #MOST_RULES}
 * @param against code of a standing assessment with which the rules are compared; null for the
 *     first rule
 * @param change a figure to be changed; null for none
 * @param ramp from one of the rules to another over years; null for none
 */
public record NewComparison(
        Money total,
        int year,
        LocalDate on,
        List<Candidate> rules,
        @Nullable String against,
        @Nullable Change change,
        @Nullable Ramp ramp) {

    /** More would not fit side by side. */
    public static final int MOST_RULES = 6;

    /** The longest way from an old rule to a new one, in years. */
    public static final int MOST_YEARS = 10;

    /** Takes a copy, and checks what can be checked alone. */
    public NewComparison {
        rules = List.copyOf(rules);
        if (total.minorUnits() <= 0) {
            throw LabException.notPositive(total);
        }
        if (year < 1900 || year > 2999) {
            throw LabException.year(year);
        }
        if (on.getYear() < 1900 || on.getYear() > 2999) {
            throw LabException.year(on.getYear());
        }
        if (rules.size() < 2 || rules.size() > MOST_RULES) {
            throw LabException.rules(rules.size(), MOST_RULES);
        }
    }

    /**
     * A rule to be compared: one of the body's, or a text.
     *
     * @param rule code of a rule of the body; null if there is a text
     * @param version of that rule; null for the one in force on the day, or the newest
     * @param text a rule file (YAML); null if a rule is named
     * @param figuresOf the year of its figures; null for that of the comparison
     */
    public record Candidate(
            @Nullable String rule,
            @Nullable Integer version,
            @Nullable String text,
            @Nullable Integer figuresOf) {

        /** A rule file, on the figures of the comparison's year. */
        public static Candidate of(String text) {
            return new Candidate(null, null, text, null);
        }
    }

    /**
     * One figure of one party, changed.
     *
     * @param change a new figure such as {@code 450000}, or by how many percent: {@code +10%}
     */
    public record Change(String party, String indicator, String change) {}

    /**
     * From an old rule to a new one in equal steps: in year t of k, t/k of the new rule.
     *
     * @param from place of the old rule in the list, from 1
     * @param to place of the new rule
     * @param years k
     * @param corridor how many percent of the old rule's share a party may gain or lose; null for
     *     no limit
     */
    public record Ramp(int from, int to, int years, @Nullable Fraction corridor) {}
}
