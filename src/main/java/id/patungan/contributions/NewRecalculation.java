package id.patungan.contributions;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The wish to charge the difference that later figures make.
 *
 * @param assessment code of the assessment
 * @param date accounting date of the difference, in an open month
 * @param due last day to pay what is more
 * @param source where the later figures stand
 * @param figures the text of the corrected table (CSV), for an assessment that was divided by a
 *     given table; null to take the body's indicators of the frozen year as they are now
 */
public record NewRecalculation(
        String assessment,
        LocalDate date,
        LocalDate due,
        String reason,
        String source,
        @Nullable String figures) {

    /** Checks the texts and days. */
    public NewRecalculation {
        date = Typed.day("date", date);
        due = Typed.day("due", due);
        reason = Typed.text("reason", reason).strip();
        source = Typed.text("source", source).strip();
    }
}
