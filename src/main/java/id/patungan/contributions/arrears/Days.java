package id.patungan.contributions.arrears;

import id.patungan.basics.DateReader;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Days as people type them. */
final class Days {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private Days() {}

    /**
     * The day that was asked for.
     *
     * @param otherwise if nothing was typed
     * @throws ArrearsException if it cannot be read
     */
    static LocalDate asked(@Nullable String text, LocalDate otherwise) {
        if (text == null || text.isBlank()) return otherwise;
        try {
            return require(DateReader.read(text.strip()));
        } catch (IllegalArgumentException unreadable) {
            throw ArrearsException.notADay(text);
        }
    }

    /** Refuses a day that papers cannot bear. */
    static LocalDate require(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw ArrearsException.notADay(day.toString());
        }
        return day;
    }
}
