package id.patungan.ledger;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry in the book. It never changes; only {@code reversedBy} is learned later.
 *
 * @param no its number in the book, without gaps from 1
 * @param date accounting date
 * @param recordedAt when the book learned of it, never before the entry before it
 * @param reverses the entry that it undoes
 * @param reversedBy the entry that undoes it
 * @param reason why it undoes the other
 * @param preparedBy handle of who prepared it
 * @param approvedBy handle of another person who approved it
 * @param hash its place in the chain, 64 hexadecimal digits
 */
public record Entry(
        long no,
        LocalDate date,
        Instant recordedAt,
        String kind,
        String description,
        String sourceKey,
        @Nullable String documentNo,
        @Nullable Long reverses,
        @Nullable Long reversedBy,
        @Nullable String reason,
        String preparedBy,
        @Nullable String approvedBy,
        String hash,
        List<Line> lines) {

    /** Copies the lines. */
    public Entry {
        lines = List.copyOf(lines);
    }

    /** Whether it stays out of activity statements. */
    public boolean closing() {
        return kind.equals(NewEntry.CLOSING);
    }
}
