package id.patungan.contributions.reminders;

import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedVersion;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** The wish for a version of the schedule; see {@link ReminderSchedule} for the fields. */
public record NewReminderSchedule(
        LocalDate effectiveFrom,
        String agreement,
        String article,
        List<ReminderStep> steps,
        @Nullable Basis basis)
        implements AgreedVersion.Wish {

    static final int MOST_STEPS = 12;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    /**
     * Checks what can be checked without the register; steps are put in order.
     *
     * @throws RemindersException if there is no step, or two on the same day
     */
    public NewReminderSchedule {
        if (effectiveFrom.getYear() < FIRST_YEAR || effectiveFrom.getYear() > LAST_YEAR) {
            throw RemindersException.notADay(effectiveFrom.toString());
        }
        agreement = agreement.strip();
        article = article.strip();
        if (agreement.isEmpty() || article.isEmpty()) throw RemindersException.noGround();
        steps = steps.stream().sorted(Comparator.comparingInt(ReminderStep::days)).toList();
        if (steps.isEmpty() || steps.size() > MOST_STEPS) {
            throw RemindersException.noSteps(MOST_STEPS);
        }
        for (var at = 1; at < steps.size(); at++) {
            if (steps.get(at).days() == steps.get(at - 1).days()) {
                throw RemindersException.twice(steps.get(at).days());
            }
        }
    }
}
