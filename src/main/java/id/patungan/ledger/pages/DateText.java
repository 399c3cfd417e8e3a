package id.patungan.ledger.pages;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Dates as people type them into a field; every form accepts them back. */
final class DateText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-uuuu");

    private DateText() {}

    /** {@code 31-12-2006}. */
    static String shown(LocalDate date) {
        return DAY.format(date);
    }
}
