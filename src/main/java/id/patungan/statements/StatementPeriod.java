package id.patungan.statements;

import id.patungan.basics.DateReader;
import id.patungan.basics.Input;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.Year;

/**
 * The days that a statement covers.
 *
 * @param from first day
 * @param until last day, included
 */
public record StatementPeriod(LocalDate from, LocalDate until) {

    /** Days that every database and every calendar can hold. */
    private static final Year LAST_YEAR = Year.of(9998);

    /** The calendar year, which is the fiscal year. */
    public static StatementPeriod of(Year year) {
        return new StatementPeriod(year.atDay(1), year.atDay(year.length()));
    }

    /**
     * What was asked for, missing ends taken from another period.
     *
     * @throws id.patungan.basics.InputException if a date cannot be read
     */
    static StatementPeriod asked(
            @Nullable String from, @Nullable String until, StatementPeriod otherwise) {
        return new StatementPeriod(
                from == null ? otherwise.from() : day("from", from),
                until == null ? otherwise.until() : day("until", until));
    }

    private static LocalDate day(String field, String text) {
        return Input.read(
                field,
                () -> {
                    var day = DateReader.read(text);
                    if (day.getYear() > LAST_YEAR.getValue()) {
                        throw new IllegalArgumentException(
                                "'" + text + "' is too late; use a year before 9999");
                    }
                    return day;
                });
    }

    /** As the query of an address. */
    String query() {
        return "?from=" + from + "&until=" + until;
    }
}
