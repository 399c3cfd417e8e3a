package id.patungan.grants.rates;

import id.patungan.basics.DateReader;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * What a rate holds for: the day 2006-03-15 or the month 2006-03.
 *
 * @param day of a month its first
 */
public record RateDate(RateKind kind, LocalDate day) {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{2})");
    private static final Pattern MONTH_FIRST = Pattern.compile("([0-9]{1,2})[-/.]([0-9]{4})");

    /**
     * Looks at both.
     *
     * @throws RatesException if the year is not from 1900 to 2999
     */
    public RateDate {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw RatesException.notADay(day.toString());
        }
        if (kind == RateKind.MONTH && day.getDayOfMonth() != 1) {
            throw new IllegalArgumentException(day + " is not the first day of a month");
        }
    }

    /** That day. */
    public static RateDate of(LocalDate day) {
        return new RateDate(RateKind.DAY, day);
    }

    /** That month. */
    public static RateDate of(YearMonth month) {
        return new RateDate(RateKind.MONTH, month.atDay(1));
    }

    /**
     * Reads {@code 2006-03} or {@code 03-2006} as a month, and whatever the reader of dates knows
     * as a day.
     *
     * @throws RatesException if the text is neither
     */
    public static RateDate read(String text) {
        var value = text.strip();
        try {
            var yearFirst = YEAR_FIRST.matcher(value);
            if (yearFirst.matches()) return month(yearFirst.group(1), yearFirst.group(2));
            var monthFirst = MONTH_FIRST.matcher(value);
            if (monthFirst.matches()) return month(monthFirst.group(2), monthFirst.group(1));
            return of(DateReader.read(value));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw RatesException.notADay(value);
        }
    }

    private static RateDate month(String year, String month) {
        return of(YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)));
    }

    /** The month it lies in, or is. */
    public YearMonth month() {
        return YearMonth.from(day);
    }

    /** The day or the month itself, for texts that write it out. */
    Object shown() {
        return kind == RateKind.DAY ? day : month();
    }

    /** {@code 2006-03-15} or {@code 2006-03}; {@link #read} reads it back. */
    @Override
    public String toString() {
        return kind == RateKind.DAY ? day.toString() : month().toString();
    }
}
