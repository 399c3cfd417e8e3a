package id.patungan.contributions.arrears;

import java.time.LocalDate;

/**
 * The wish to take a step that is proposed.
 *
 * @param on day of the paper that decided it
 * @param document its number
 */
public record NewStep(String party, Step step, LocalDate on, String document, String reason) {

    static final int LONGEST_DOCUMENT = 120;
    static final int LONGEST_REASON = 400;

    /** Checks what can be checked without the book. */
    public NewStep {
        Days.require(on);
        document = StandingException.text("document", document, LONGEST_DOCUMENT);
        reason = StandingException.text("reason", reason, LONGEST_REASON);
    }
}
