package id.patungan.basics;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one reader of business dates in text: {@code 2006-12-31}, {@code 31/12/2006}, {@code
 * 31-12-06}, {@code 31.12.2006}, {@code 31 Des 2006}, {@code 31 December 2006}. Day before month,
 * always; two digits of a year mean this century.
 */
public final class DateReader {

    private static final Pattern ISO = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
    private static final Pattern DIGITS =
            Pattern.compile("([0-9]{1,2})([-/.])([0-9]{1,2})\\2([0-9]{4}|[0-9]{2})");
    private static final Pattern WORDS =
            Pattern.compile("([0-9]{1,2})[ -]([A-Za-z]{3,9})\\.?[ -]([0-9]{4}|[0-9]{2})");

    /** The first three letters of the months, in Indonesian and English. */
    private static final Map<String, Integer> MONTHS =
            Map.ofEntries(
                    Map.entry("jan", 1),
                    Map.entry("feb", 2),
                    Map.entry("mar", 3),
                    Map.entry("apr", 4),
                    Map.entry("mei", 5),
                    Map.entry("may", 5),
                    Map.entry("jun", 6),
                    Map.entry("jul", 7),
                    Map.entry("agu", 8),
                    Map.entry("aug", 8),
                    Map.entry("sep", 9),
                    Map.entry("okt", 10),
                    Map.entry("oct", 10),
                    Map.entry("nov", 11),
                    Map.entry("des", 12),
                    Map.entry("dec", 12));

    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    private DateReader() {}

    /** The date as people type it into a field, {@code 31-12-2006}. */
    public static String typed(LocalDate date) {
        return TYPED.format(date);
    }

    /**
     * The date.
     *
     * @throws IllegalArgumentException if the text is no date, or no such day exists
     */
    public static LocalDate read(String text) {
        var value = text.strip();
        try {
            var iso = ISO.matcher(value);
            if (iso.matches()) {
                return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
            }
            var digits = DIGITS.matcher(value);
            if (digits.matches()) {
                return LocalDate.of(year(digits, 4), number(digits, 3), number(digits, 1));
            }
            var words = WORDS.matcher(value);
            if (words.matches()) {
                var month = MONTHS.get(words.group(2).substring(0, 3).toLowerCase(Locale.ROOT));
                if (month != null) {
                    return LocalDate.of(year(words, 3), month, number(words, 1));
                }
            }
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException(
                    "'" + value + "' does not exist; check day and month", noSuchDay);
        }
        throw new IllegalArgumentException(
                "'" + value + "' is not a date; write it like 2006-12-31 or 31/12/2006");
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int year(Matcher match, int group) {
        var year = number(match, group);
        return match.group(group).length() == 2 ? 2000 + year : year;
    }
}
