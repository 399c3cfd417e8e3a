package id.patungan.contributions.rules;

import id.patungan.basics.InputException;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The wish for a rule, or for the next version of one.
 *
 * @param code 1 to 32 of {@code A-Z 0-9 . -}
 * @param text a rule file (YAML); the line ends of other systems become line feeds
 * @param effectiveFrom first day on which it is to hold
 * @param agreement the body's code of the agreement that says so
 * @param article the article's number as the agreement writes it
 */
public record NewRuleVersion(
        String code, String text, LocalDate effectiveFrom, String agreement, String article) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,31}");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final int LONGEST = 200_000;

    /** Checks what can be checked without the register. */
    public NewRuleVersion {
        code = code.strip();
        if (!FORM.matcher(code).matches()) {
            throw new InputException("code", "'" + code + "' is not 1 to 32 of A-Z 0-9 . -");
        }
        text = text.replace("\r\n", "\n").replace('\r', '\n');
        if (text.length() > LONGEST) {
            throw new InputException(
                    "text", "is longer than %d characters; shorten it".formatted(LONGEST));
        }
        if (effectiveFrom.getYear() < FIRST_YEAR || effectiveFrom.getYear() > LAST_YEAR) {
            throw new InputException(
                    "effectiveFrom", "is not a day of these times; check the year");
        }
        agreement = agreement.strip();
        article = article.strip();
    }
}
