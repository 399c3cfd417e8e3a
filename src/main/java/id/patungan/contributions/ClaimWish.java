package id.patungan.contributions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/**
 * What one person prepared about a charge, for another to approve.
 *
 * @param partyName of the payer
 * @param code of the paper that it became; null until it is booked
 */
public record ClaimWish(
        int number,
        State state,
        NewClaim wish,
        String party,
        String partyName,
        String preparedBy,
        Instant preparedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason,
        @Nullable String code) {

    /** What became of it. */
    public enum State {
        /** Waits for another person. */
        WAITING,
        /** Waits to be booked. */
        APPROVED,
        /** Turned down. */
        REJECTED,
        /** A paper. */
        BOOKED;

        /** As sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static State state(@Nullable String decision, @Nullable String code) {
        if (decision == null) return State.WAITING;
        if (!decision.equals("approve")) return State.REJECTED;
        return code == null ? State.APPROVED : State.BOOKED;
    }
}
