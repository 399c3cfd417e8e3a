package id.patungan.testing;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.mock.web.MockHttpServletResponse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;

/** The whole numbers that occur in an answer, whatever its form and however they are written. */
public final class Numbers {

    private static final Pattern TOKEN = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");

    /** As a cell of a workbook holds it. */
    private static final Pattern SCIENTIFIC =
            Pattern.compile("(?<=>)[0-9](?:\\.[0-9]{1,16})?E[0-9]{1,2}(?=<)");

    private static final Pattern SEPARATOR = Pattern.compile("[.,]");
    private static final int LONGEST = 18;

    private Numbers() {}

    /**
     * All numbers: {@code 190000000}, {@code 190.000.000,00}, {@code 190,000,000}, {@code 1.9E8} as
     * in workbooks and {@code 19000000000} in sen are 190000000, among what else they may mean.
     */
    public static Set<Long> in(String text) {
        var found = new HashSet<Long>();
        var tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            var groups = SEPARATOR.split(tokens.group());
            for (var first = 0; first < groups.length; first++) {
                runs(groups, first, found);
            }
            if (groups.length == 1 && groups[0].length() <= LONGEST && groups[0].endsWith("00")) {
                found.add(Long.parseLong(groups[0]) / 100);
            }
        }
        var powers = SCIENTIFIC.matcher(text);
        while (powers.find()) {
            found.add(new BigDecimal(powers.group()).longValue());
        }
        return found;
    }

    /** The group, and the group with each run of groups of three digits behind it. */
    private static void runs(String[] groups, int first, Set<Long> found) {
        var digits = new StringBuilder(groups[first]);
        for (var next = first + 1; digits.length() <= LONGEST; next++) {
            found.add(Long.parseLong(digits.toString()));
            if (next >= groups.length || groups[next].length() != 3) {
                return;
            }
            digits.append(groups[next]);
        }
    }

    /** The text of an answer: of each page of a PDF, of each part of a workbook or archive. */
    public static String text(MockHttpServletResponse answer) throws IOException {
        return text(answer.getContentAsByteArray());
    }

    private static String text(byte[] bytes) throws IOException {
        var start = new String(bytes, 0, Math.min(4, bytes.length), StandardCharsets.ISO_8859_1);
        if (start.equals("%PDF")) {
            try (var pdf = Loader.loadPDF(bytes)) {
                return new PDFTextStripper().getText(pdf);
            }
        }
        if (start.startsWith("PK")) {
            var text = new StringBuilder();
            try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                    text.append(part.getName()).append('\n');
                    text.append(text(zip.readAllBytes())).append('\n');
                }
            }
            return text.toString();
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
