package id.patungan.documents;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A paper of the register: a letter, a receipt, as it left the house.
 *
 * @param code such as {@code ST-2026-0001}; without gaps per body, series and year
 * @param date printed on it
 * @param subject what it is about: a charge, a receipt
 * @param party code of the addressee; null if it is addressed to nobody in particular
 * @param language of the frozen file
 * @param digest SHA-256 of the canonical JSON of what is printed
 * @param fileDigest SHA-256 of the PDF as it was sent
 * @param by handle of who issued it
 * @param withdrawal null while the paper stands
 */
public record IssuedPaper(
        String code,
        String series,
        LocalDate date,
        String title,
        String subject,
        @Nullable String party,
        @Nullable String partyName,
        Locale language,
        String digest,
        String fileDigest,
        String by,
        Instant at,
        @Nullable Withdrawal withdrawal) {

    /** What people call the state of a paper. */
    public enum Status {
        /** In force. */
        ISSUED,
        /** Withdrawn, nothing took its place. */
        WITHDRAWN,
        /** Withdrawn, another paper took its place. */
        REPLACED
    }

    /**
     * A paper was withdrawn; it keeps its number.
     *
     * @param successor the paper that took its place
     */
    public record Withdrawal(String reason, @Nullable String successor, String by, Instant at) {}

    /** Whether it stands. */
    public Status status() {
        if (withdrawal == null) return Status.ISSUED;
        return withdrawal.successor() == null ? Status.WITHDRAWN : Status.REPLACED;
    }
}
