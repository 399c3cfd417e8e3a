package id.patungan.contributions.stages;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * The working days of a body: Monday to Friday without its holidays. Nothing is guessed: a day from
 * Monday to Friday in a year that is not known is refused.
 *
 * @param holidays days on which the offices are closed
 * @param years of which the holidays are known, none included
 */
public record WorkCalendar(Set<LocalDate> holidays, Set<Integer> years) {

    /** Takes copies. */
    public WorkCalendar {
        holidays = Set.copyOf(holidays);
        years = Set.copyOf(years);
    }

    /**
     * Whether offices work on that day.
     *
     * @throws StagesException if the holidays of that year are not known
     */
    public boolean isWorkingDay(LocalDate day) {
        var weekday = day.getDayOfWeek();
        if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
            return false;
        }
        if (!years.contains(day.getYear())) {
            throw StagesException.noHolidays(day.getYear());
        }
        return !holidays.contains(day);
    }

    /**
     * The last day of a limit: the n-th working day after the day of receipt, which is not counted.
     *
     * @param days at least 1
     * @throws StagesException if the holidays of a year on the way are not known
     */
    public LocalDate after(LocalDate received, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("A limit has at least one day, not " + days);
        }
        var day = received;
        for (var left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * How many working days lie after the one day, up to and with the other; 0 if it is not later.
     *
     * @throws StagesException if the holidays of a year on the way are not known
     */
    public int between(LocalDate after, LocalDate until) {
        var count = 0;
        for (var day = after.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    /** Whether the holidays of all years from one day to another are known. */
    boolean knows(LocalDate from, LocalDate until) {
        for (var year = from.getYear(); year <= until.getYear(); year++) {
            if (!years.contains(year)) {
                return false;
            }
        }
        return true;
    }
}
