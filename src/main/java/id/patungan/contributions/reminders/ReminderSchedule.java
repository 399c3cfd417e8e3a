package id.patungan.contributions.reminders;

import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedVersion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A version of the days on which a body reminds its payers.
 *
 * @param article of the agreement that lets it
 * @param steps by their days
 * @param basis what the days rest on; null: they stand in the article
 */
public record ReminderSchedule(
        int version,
        State state,
        LocalDate effectiveFrom,
        String agreement,
        String article,
        List<ReminderStep> steps,
        @Nullable Basis basis,
        String preparedBy,
        Instant preparedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason)
        implements AgreedVersion {

    /** Takes a copy. */
    public ReminderSchedule {
        steps = List.copyOf(steps);
    }
}
