package id.patungan.ledger;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * The links of the hash chain, computed exactly as the sealing trigger recomputes them in SQL:
 * {@code SHA-256(previous || content || "form:no:recorded_at:prepared:approved")}.
 */
final class Chain {

    private static final DateTimeFormatter RECORDED_AT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private Chain() {}

    /** What the first entry of a book links to. */
    static Hash genesis(UUID bookUid) {
        return Hash.sha256(("patungan:1:" + bookUid).getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The hash of an entry.
     *
     * @param recordedAt in UTC, whole microseconds
     * @param approvedBy null when nobody approved
     */
    static Hash link(
            Hash previous,
            Hash content,
            int form,
            long no,
            LocalDateTime recordedAt,
            String preparedBy,
            @Nullable String approvedBy) {
        var bytes = new ByteArrayOutputStream(160);
        bytes.writeBytes(previous.bytes());
        bytes.writeBytes(content.bytes());
        var tail =
                form
                        + ":"
                        + no
                        + ":"
                        + RECORDED_AT.format(recordedAt)
                        + ":"
                        + preparedBy
                        + ":"
                        + (approvedBy == null ? "" : approvedBy);
        bytes.writeBytes(tail.getBytes(StandardCharsets.US_ASCII));
        return Hash.sha256(bytes.toByteArray());
    }
}
