package id.patungan.documents;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
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

    /** A date, an identifier of the file, or the tag of a font: one of the three groups. */
    private static final Pattern STAMPS =
            Pattern.compile(
                    "(\\(D:\\d{14}[^)]*\\))"
                            + "|(/ID ?\\[ ?<[0-9a-fA-F]{32}> ?<[0-9a-fA-F]{32}> ?])"
                            + "|/([A-Z]{6})\\+(?=[A-Za-z])");

    private static final String NOBODY = identifier("0".repeat(32));
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    private PdfStamps() {}

    /** The file with that date and an identifier made of its content. */
    static byte[] fixed(byte[] pdf, Instant date) {
        // Latin-1 maps bytes to characters and back one to one
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        var tags = new HashMap<String, String>();
        var identifiers = new ArrayDeque<String>();
        var blank =
                STAMPS.matcher(text)
                        .replaceAll(match -> {
                            if (match.group(1) != null) {
                                return dateOfSameLength(match.group(1), date);
                            }
                            if (match.group(2) != null) {
                                identifiers.add(match.group(2));
                                return NOBODY;
                            }
                            return "/"
                                    + tags.computeIfAbsent(match.group(3), _ -> tag(tags.size()))
                                    + "+";
                        });
        var id = identifier(Sha256.hex(bytes(blank)).substring(0, 32));
        var named = new StringBuilder(blank);
        for (var at = 0; !identifiers.isEmpty(); at += id.length()) {
            at = named.indexOf(NOBODY, at);
            named.replace(at, at + NOBODY.length(), sameLength(id, identifiers.remove()));
        }
        return bytes(named.toString());
    }

    private static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
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
