package id.patungan.contributions.reminders;

import id.patungan.contributions.Basis;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

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
        @Nullable String reason) {

    /** Takes a copy. */
    public ReminderSchedule {
        steps = List.copyOf(steps);
    }

    /** What became of a version. */
    public enum State {
        /** Waits for another person. */
        DRAFT,
        /** Holds from its day on, until a later version does. */
        APPROVED,
        /** Was turned down. */
        REJECTED,
        /** A newer version was drafted before this one was decided. */
        REPLACED;

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
