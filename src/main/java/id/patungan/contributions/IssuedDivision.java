package id.patungan.contributions;

import id.patungan.basics.Money;
import id.patungan.contributions.rules.RuleReference;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * What an issued assessment divided, as it was frozen: inputs, rule and result, without payments.
 *
 * @param dues the days on which it falls due, one or more
 * @param version of the body's rule; null for a rule of its own
 * @param rule the rule file as given
 * @param digest SHA-256 of rule, inputs and result, hexadecimal
 */
public record IssuedDivision(
        Paper paper,
        NewAssessment.Kind kind,
        int year,
        String fund,
        @Nullable String project,
        Money total,
        List<LocalDate> dues,
        LegalBasis legalBasis,
        String legalText,
        @Nullable RuleReference version,
        String rule,
        Sheet sheet,
        String digest) {

    /** Takes a copy. */
    public IssuedDivision {
        dues = List.copyOf(dues);
    }

    /** Its number, such as {@code AS-2006-0001}. */
    public String code() {
        return paper.code();
    }
}
