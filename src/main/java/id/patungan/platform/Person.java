package id.patungan.platform;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who may sign in, as the administrator sees them.
 *
 * @param handle the sign-in name, which never changes
 * @param grants all permissions ever given, the newest first
 */
public record Person(
        String handle, String name, Instant createdAt, boolean active, List<Grant> grants) {

    /** Copies the list. */
    public Person {
        grants = List.copyOf(grants);
    }

    /**
     * A permission with its dates.
     *
     * @param from the first day on which it holds
     * @param until the first day on which it no longer holds; null while there is no end
     */
    public record Grant(
            UUID uid,
            Permission permission,
            LocalDate from,
            @Nullable LocalDate until,
            String grantedBy,
            @Nullable String revokedBy) {

        /** Whether it holds on that day. */
        public boolean holdsOn(LocalDate day) {
            return revokedBy == null
                    && !day.isBefore(from)
                    && (until == null || day.isBefore(until));
        }
    }
}
