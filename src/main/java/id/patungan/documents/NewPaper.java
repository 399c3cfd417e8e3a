package id.patungan.documents;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A paper to be issued.
 *
 * @param series two to eight capital letters; the beginning of the code
 * @param number the next of its series and year, from the counter of the book
 * @param title what it is, as lists show it, at most 300 characters
 * @param subject what it is about, at most 64 characters
 * @param party code of the addressee
 * @param language of its file
 * @param content a record of everything that is printed, see {@link PaperJson}
 */
public record NewPaper(
        String series,
        LocalDate date,
        int number,
        String title,
        String subject,
        @Nullable String party,
        Locale language,
        Object content) {

    private static final Pattern SERIES = Pattern.compile("[A-Z]{2,8}");

    /** Checks the series. */
    public NewPaper {
        if (!SERIES.matcher(series).matches()) {
            throw new IllegalArgumentException("'" + series + "' is not a series of papers");
        }
    }

    /** The code that a number gets. */
    public static String code(String series, LocalDate date, int number) {
        return "%s-%04d-%04d".formatted(series, date.getYear(), number);
    }

    String code() {
        return code(series, date, number);
    }
}
