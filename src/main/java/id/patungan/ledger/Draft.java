package id.patungan.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Arrays;

/**
 * An entry that is not yet in the book.
 *
 * @param id its number in the book
 * @param version counts edits, from 1; a decision is about one version
 * @param entry what would be posted, with the source key {@code draft:<id>}
 * @param contentHash of the version, 64 hexadecimal digits
 * @param preparedBy handle of who made this version
 * @param decision what another person said of this version
 * @param postedNo number of the entry it became
 */
public record Draft(
        int id,
        int version,
        State state,
        NewEntry entry,
        String contentHash,
        String preparedBy,
        Instant preparedAt,
        @Nullable Decision decision,
        @Nullable Long postedNo) {

    /** Where it stands. */
    public enum State {
        OPEN,
        SUBMITTED,
        APPROVED,
        REJECTED,
        POSTED,
        WITHDRAWN;

        /** As in the database and in bundle keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * What another person said of one version.
     *
     * @param reason why it was rejected
     */
    public record Decision(boolean approved, String by, Instant at, @Nullable String reason) {}
}
