package id.patungan.contributions.disputes;

import java.time.LocalDate;

/** What confirmations and disputes ask of days alike. */
final class Disputing {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private Disputing() {}

    /** Refuses a day that papers cannot bear. */
    static LocalDate day(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw DisputesException.notADay(day.toString());
        }
        return day;
    }
}
