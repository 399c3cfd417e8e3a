package id.patungan.grants;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/**
 * A version of the terms of an award.
 *
 * @param award code of the award
 * @param version from 1, without gaps
 * @param reason why it was turned down
 */
public record AwardVersion(
        String award,
        int version,
        State state,
        AwardTerms terms,
        String preparedBy,
        Instant preparedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /** What became of it. */
    public enum State {
        /** Waits for another person. */
        DRAFT,
        /** Was approved; the highest of these holds. */
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
