package id.patungan.ledger;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The head of a chain as a paper shows it: the book as it was when the paper was made. Papers are
 * with their readers, so that nobody at the secretariat can change all of these heads.
 *
 * @param entryNo number of the last entry then; 0 when the book was empty
 * @param hash of that entry, in hexadecimal digits; at least the first 16 of the 64
 */
public record PrintedHead(long entryNo, String hash) {

    private static final Pattern PRINTED =
            Pattern.compile("([0-9]{1,18})\\s*[:\\s]\\s*([0-9a-f]{16,64})");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{16,64}");

    /**
     * Refuses what cannot be a head.
     *
     * @throws IllegalArgumentException if the number is negative, or the hash is too short or not
     *     hexadecimal
     */
    public PrintedHead {
        hash = hash.toLowerCase(Locale.ROOT);
        if (entryNo < 0 || !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    "'"
                            + entryNo
                            + ": "
                            + hash
                            + "' is not the head of a chain; write the number of the entry, a"
                            + " colon and at least 16 digits of the hash as they are printed");
        }
    }

    /**
     * Reads it as papers print it, {@code 128: 3fa0…}.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static PrintedHead read(String text) {
        var read = PRINTED.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!read.matches()) {
            throw new IllegalArgumentException(
                    "'"
                            + text.strip()
                            + "' is not the head of a chain; write the number of the entry, a"
                            + " colon and at least 16 digits of the hash as they are printed");
        }
        return new PrintedHead(Long.parseLong(read.group(1)), read.group(2));
    }
}
