package id.patungan.documents.mail;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * A paper on its way by e-mail.
 *
 * @param sending 1 for the first, more when somebody sent it again
 * @param next when it is tried, while it is queued
 * @param by handle of who asked for it
 * @param attempts what each came to, the oldest first
 */
public record Mail(
        String paper,
        int sending,
        String recipient,
        String subject,
        State state,
        @Nullable Instant next,
        String by,
        Instant at,
        List<Attempt> attempts) {

    /** Takes a copy. */
    public Mail {
        attempts = List.copyOf(attempts);
    }

    /** How far it has come. */
    public enum State {
        /** Waits for its time. */
        QUEUED,
        /** The mail server is being asked. */
        SENDING,
        /** The mail server took it. */
        SENT,
        /** The mail server will never take it. */
        RETURNED,
        /** The sending was cut off; whether it arrived is not known. */
        UNCERTAIN
    }

    /**
     * What one attempt came to.
     *
     * @param outcome sent, delayed, returned or uncertain
     * @param detail what the mail server said
     */
    public record Attempt(int number, String outcome, @Nullable String detail, Instant at) {}
}
