package id.patungan.contributions;

import com.fasterxml.jackson.annotation.JsonInclude;

import id.patungan.basics.FundCode;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The wish to charge dues, or a project's cost, to those who share it by a rule.
 *
 * @param year fiscal year that is charged; later than the date's year: deferred until it begins
 * @param project code of the project; needed for a project's cost
 * @param total what is divided; null for a rule that makes its own total
 * @param rule the text of a rule file (YAML); without a rule nothing is assumed, the wish is
 *     refused
 * @param ruleCode instead of a text: the code of a rule of the body, whose version in force on the
 *     date divides
 * @param figures the text of a parties file (CSV) to divide by; null to take the members of the
 *     date, those whom the rule names, and the body's indicators
 * @param indicatorYear the year whose indicators are taken; null for {@code year}
 * @param legalBasis who agreed to this; null for what the rule of the body rests on, and refused
 *     where there is none
 * @param date accounting date of the charge
 * @param due last day to pay; of the first instalment, if there are several
 * @param basis what the division rests on, shown wherever it appears; null if nothing needs saying
 * @param shareBasis the same for single parties, by code
 * @param units by party: the office of the payer that pays
 * @param instalments the due days of all instalments, the first of them {@code due}; none if all is
 *     due at once
 */
public record NewAssessment(
        Kind kind,
        int year,
        FundCode fund,
        @Nullable String project,
        @Nullable Money total,
        @Nullable String rule,
        @Nullable String ruleCode,
        @Nullable String figures,
        @Nullable Integer indicatorYear,
        @Nullable LegalBasis legalBasis,
        LocalDate date,
        LocalDate due,
        String description,
        @Nullable Basis basis,
        Map<String, Basis> shareBasis,
        Map<String, String> units,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LocalDate> instalments) {

    /** Takes copies. */
    public NewAssessment {
        description = Typed.text("description", description);
        year = Typed.year("year", year);
        date = Typed.day("date", date);
        due = Typed.day("due", due);
        project = Typed.code("project", project);
        shareBasis = Map.copyOf(shareBasis);
        units = Map.copyOf(units);
        units.values().forEach(unit -> Typed.code("units", unit));
        // Where it was written down without instalments it is read without them
        instalments = instalments == null ? List.of() : DueDays.require(due, instalments);
    }

    /** A wish that falls due at once. */
    public NewAssessment(
            Kind kind,
            int year,
            FundCode fund,
            @Nullable String project,
            @Nullable Money total,
            @Nullable String rule,
            @Nullable String ruleCode,
            @Nullable String figures,
            @Nullable Integer indicatorYear,
            @Nullable LegalBasis legalBasis,
            LocalDate date,
            LocalDate due,
            String description,
            @Nullable Basis basis,
            Map<String, Basis> shareBasis,
            Map<String, String> units) {
        this(
                kind,
                year,
                fund,
                project,
                total,
                rule,
                ruleCode,
                figures,
                indicatorYear,
                legalBasis,
                date,
                due,
                description,
                basis,
                shareBasis,
                units,
                List.of());
    }

    /** A wish with a rule of its own, or none. */
    public NewAssessment(
            Kind kind,
            int year,
            FundCode fund,
            @Nullable String project,
            @Nullable Money total,
            @Nullable String rule,
            @Nullable String figures,
            @Nullable Integer indicatorYear,
            @Nullable LegalBasis legalBasis,
            LocalDate date,
            LocalDate due,
            String description,
            @Nullable Basis basis,
            Map<String, Basis> shareBasis,
            Map<String, String> units) {
        this(
                kind,
                year,
                fund,
                project,
                total,
                rule,
                null,
                figures,
                indicatorYear,
                legalBasis,
                date,
                due,
                description,
                basis,
                shareBasis,
                units);
    }

    /** The same wish, divided by the rule of the body with that code. */
    public NewAssessment by(String code) {
        return new NewAssessment(
                kind,
                year,
                fund,
                project,
                total,
                null,
                code,
                figures,
                indicatorYear,
                legalBasis,
                date,
                due,
                description,
                basis,
                shareBasis,
                units,
                instalments);
    }

    /** The same wish, due on these days in equal parts. */
    public NewAssessment dueOn(List<LocalDate> days) {
        return new NewAssessment(
                kind,
                year,
                fund,
                project,
                total,
                rule,
                ruleCode,
                figures,
                indicatorYear,
                legalBasis,
                date,
                days.getFirst(),
                description,
                basis,
                shareBasis,
                units,
                days);
    }

    /** The days on which it falls due, one or more. */
    public List<LocalDate> dues() {
        return instalments.isEmpty() ? List.of(due) : instalments;
    }

    /** What is charged. */
    public enum Kind {
        /** Members' dues: receivable 11300, income 41100. */
        DUES,
        /** What members pay once, beside the dues: receivable 11300, income 41100. */
        LEVY,
        /** A fine, of a member or of another payer: receivable 11300, income 46200. */
        FINE,
        /** A project's cost, the body as principal: receivable 11310, deferred 21610. */
        PROJECT;

        /** Whether only members pay it. */
        public boolean ofMembers() {
            return this == DUES || this == LEVY;
        }

        /** As stored and sent: {@code dues}, {@code levy}, {@code fine}, {@code project}. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        /**
         * The kind of that code.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code().equals(code)) return kind;
            }
            throw new IllegalArgumentException(
                    "'" + code + "' is not a kind of assessment; use dues, levy, fine or project");
        }
    }
}
