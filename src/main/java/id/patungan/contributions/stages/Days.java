package id.patungan.contributions.stages;

import java.time.LocalDate;

/** Days that can be meant. */
final class Days {

    static final int FIRST_YEAR = 1900;
    static final int LAST_YEAR = 2999;

    private Days() {}

    /**
     * The day itself.
     *
     * @throws StagesException if its year is not from 1900 to 2999
     */
    static LocalDate plausible(LocalDate day) {
        plausible(day.getYear());
        return day;
    }

    static int plausible(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw StagesException.year(year);
        }
        return year;
    }
}
