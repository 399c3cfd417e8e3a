package id.patungan.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A month was closed or opened again.
 *
 * @param closedThrough the last closed day after it
 * @param closed false when it opened a month again
 * @param by handle of who did it
 * @param reason why it was opened again
 * @param atEntry the last entry at that moment
 */
public record PeriodEvent(
        int number,
        LocalDate closedThrough,
        boolean closed,
        String by,
        @Nullable String reason,
        Instant at,
        long atEntry) {}
