package id.patungan.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes chance and the clock out of a PDF, so that the same data gives the same bytes and a
 * manifest's digest can be checked by printing again. The library below stamps three things into
 * every file: its own time, a random file identifier, and random six-letter tags before the names
 * of embedded fonts. Each is replaced by one of the same length, so no offset in the file moves.
 */
final class PdfStamps {

    private static final Pattern DATE = Pattern.compile("\\(D:(\\d{14})([^)]*)\\)");
    private static final Pattern IDENTIFIER =
            Pattern.compile("/ID ?\\[ ?<([0-9a-fA-F]{32})> ?<([0-9a-fA-F]{32})> ?]");
    private static final Pattern FONT_TAG = Pattern.compile("/([A-Z]{6})\\+(?=[A-Za-z])");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private PdfStamps() {}

    /** The file with that date and an identifier made of its content. */
    static byte[] fixed(byte[] pdf, Instant date) {
        // Latin-1 maps bytes to characters and back one to one
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        text = DATE.matcher(text).replaceAll(match -> dateOfSameLength(match.group(), date));
        var tags = new HashMap<String, String>();
        text =
                FONT_TAG.matcher(text)
                        .replaceAll(match ->
                                "/"
                                        + tags.computeIfAbsent(
                                                match.group(1), tag -> tag(tags.size()))
                                        + "+");
        var blank = IDENTIFIER.matcher(text).replaceAll(match -> identifier("0".repeat(32)));
        var id = Sha256.hex(blank.getBytes(StandardCharsets.ISO_8859_1)).substring(0, 32);
        var named = IDENTIFIER.matcher(text);
        return named.replaceAll(match -> sameLength(identifier(id), match.group()))
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String dateOfSameLength(String original, Instant date) {
        return Matcher.quoteReplacement(sameLength("(D:" + STAMP.format(date) + "Z)", original));
    }

    private static String identifier(String id) {
        return "/ID[<" + id + "><" + id + ">]";
    }

    /** White space between the parts of a PDF means nothing. */
    private static String sameLength(String replacement, String original) {
        return replacement + " ".repeat(original.length() - replacement.length());
    }

    private static String tag(int number) {
        return "AAAAA" + (char) ('A' + number);
    }
}
