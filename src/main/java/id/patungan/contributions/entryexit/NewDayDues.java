package id.patungan.contributions.entryexit;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The wish to put an assessment right for a joining or leaving.
 *
 * @param change number of the joining or notice
 * @param assessment whose shares are put right
 * @param otherRule code of the rule that divides the case which the assessment did not; null for
 *     its own
 * @param date accounting date of levy and credit notes
 * @param due last day to pay the levy
 * @param description of the levy, and the reason on the credit notes
 */
public record NewDayDues(
        int change,
        String assessment,
        @Nullable String otherRule,
        LocalDate date,
        LocalDate due,
        String description) {

    /** Checks and trims the text. */
    public NewDayDues {
        description = NewMembershipChange.text("description", description, 400);
        if (otherRule != null && otherRule.isBlank()) otherRule = null;
    }
}
