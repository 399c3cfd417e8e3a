package id.patungan.contributions.stages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Counting in working days, by tables worked out by hand and by chance. */
class WorkCalendarTest {

    /** Two days off in March, Christmas and New Year. */
    static final WorkCalendar HOLIDAYS =
            new WorkCalendar(
                    Set.of(
                            LocalDate.of(2026, 3, 19),
                            LocalDate.of(2026, 3, 20),
                            LocalDate.of(2026, 12, 25),
                            LocalDate.of(2027, 1, 1)),
                    Set.of(2026, 2027));

    static final WorkCalendar NONE = new WorkCalendar(Set.of(), Set.of(2026, 2027));

    @ParameterizedTest(name = "{1} working days after {0}: {2}, with holidays {3}")
    @CsvSource({
        "2026-03-02,  1, 2026-03-03, 2026-03-03",
        "2026-03-02, 12, 2026-03-18, 2026-03-18",
        "2026-03-02, 13, 2026-03-19, 2026-03-23",
        "2026-03-02, 14, 2026-03-20, 2026-03-24",
        "2026-03-02, 15, 2026-03-23, 2026-03-25",
        "2026-03-06,  1, 2026-03-09, 2026-03-09",
        "2026-03-07, 15, 2026-03-27, 2026-03-31",
        "2026-03-18,  1, 2026-03-19, 2026-03-23",
        "2026-03-19,  1, 2026-03-20, 2026-03-23",
        "2026-12-18, 15, 2027-01-08, 2027-01-12",
        "2026-06-01, 44, 2026-07-31, 2026-07-31",
        "2026-06-01, 45, 2026-08-03, 2026-08-03"
    })
    void theLastDayOfALimit(
            LocalDate received, int days, LocalDate weekendsOnly, LocalDate withHolidays) {
        assertThat(NONE.after(received, days)).isEqualTo(weekendsOnly);
        assertThat(HOLIDAYS.after(received, days)).isEqualTo(withHolidays);
        assertThat(HOLIDAYS.between(received, withHolidays)).isEqualTo(days);
    }

    @Test
    void a_year_that_is_not_known_is_refused_and_not_guessed() {
        var known = new WorkCalendar(Set.of(LocalDate.of(2026, 12, 25)), Set.of(2026));

        assertThat(known.after(LocalDate.of(2026, 12, 18), 8)).isEqualTo("2026-12-31");
        assertThatThrownBy(() -> known.after(LocalDate.of(2026, 12, 18), 9))
                .isInstanceOf(StagesException.class)
                .hasMessage(
                        "No holidays are recorded for 2027: record them, or state that there are"
                                + " none");
        assertThatThrownBy(
                        () -> known.between(LocalDate.of(2026, 12, 18), LocalDate.of(2027, 1, 4)))
                .isInstanceOf(StagesException.class);
    }

    @Test
    void a_limit_has_a_day_and_nothing_lies_between_a_day_and_an_earlier_one() {
        assertThatThrownBy(() -> NONE.after(LocalDate.of(2026, 1, 5), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(NONE.between(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 1))).isZero();
        assertThat(NONE.between(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 5))).isZero();
    }

    /** Adding is the same as counting, and ends on a day on which offices work. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void addingIsCounting(long seed) {
        var chance = new Random(seed);
        var holidays = new HashSet<LocalDate>();
        var first = LocalDate.of(2026, 1, 1);
        for (var i = chance.nextInt(200); i > 0; i--) {
            holidays.add(first.plusDays(chance.nextInt(365 * 3)));
        }
        var calendar = new WorkCalendar(holidays, Set.of(2026, 2027, 2028));
        for (var round = 0; round < 300; round++) {
            var received = first.plusDays(chance.nextInt(365));
            var days = 1 + chance.nextInt(200);

            var last = calendar.after(received, days);

            assertThat(calendar.between(received, last)).isEqualTo(days);
            assertThat(calendar.between(received, last.minusDays(1))).isEqualTo(days - 1);
            assertThat(holidays).doesNotContain(last);
            assertThat(last.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            var more = 1 + chance.nextInt(20);
            assertThat(calendar.after(last, more)).isEqualTo(calendar.after(received, days + more));
        }
    }
}
