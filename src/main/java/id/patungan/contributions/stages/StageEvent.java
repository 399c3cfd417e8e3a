package id.patungan.contributions.stages;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Something that was recorded about a charge.
 *
 * @param no within the charge, from 1
 * @param document number of the paper that shows it
 * @param withdrawal why it does not stand; null if it stands
 */
public record StageEvent(
        int no,
        EventKind kind,
        LocalDate on,
        @Nullable String document,
        @Nullable String note,
        String by,
        Instant at,
        @Nullable Withdrawal withdrawal) {

    /** That an event was entered by mistake. */
    public record Withdrawal(int no, LocalDate on, String reason, String by, Instant at) {}

    /** Whether it counts. */
    public boolean stands() {
        return withdrawal == null;
    }
}
