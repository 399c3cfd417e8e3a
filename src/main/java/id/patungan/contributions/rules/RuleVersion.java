package id.patungan.contributions.rules;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * One wording of a rule.
 *
 * @param rule code of the rule
 * @param version from 1, without gaps
 * @param name from the rule file; the code where the file names none
 * @param text the rule file (YAML), with line feeds alone
 * @param effectiveFrom first day on which it holds once it is approved
 * @param agreement the body's code of the agreement
 * @param article the article's number as the agreement writes it
 * @param preparedBy handle of who drafted it
 * @param decidedBy handle of who decided; null while nobody has
 * @param reason of the decision; a rejection always has one
 * @param digest SHA-256 of what is decided: code, number, text, day, agreement, article
 */
public record RuleVersion(
        String rule,
        int version,
        State state,
        String name,
        String text,
        LocalDate effectiveFrom,
        String agreement,
        String article,
        String preparedBy,
        Instant preparedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        String digest) {

    /** What is frozen with a charge that it divided. */
    public RuleReference reference() {
        return new RuleReference(rule, version, digest);
    }

    /** What has become of a version. */
    public enum State {
        /** Waits for a decision. */
        DRAFT,
        /** Holds from its day on. */
        APPROVED,
        /** Was refused. */
        REJECTED,
        /** Never decided: a newer version took its place. */
        REPLACED;

        /** As sent: {@code draft}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
