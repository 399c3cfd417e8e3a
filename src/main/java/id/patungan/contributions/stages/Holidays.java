package id.patungan.contributions.stages;

import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The holidays of a body, with which working days are counted. Each body keeps its own, for
 * provinces and countries differ. Limits are counted with the holidays as they stand now.
 */
@Service
public class Holidays {

    private final HolidayRepository holidays;
    private final Books books;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Holidays(
            HolidayRepository holidays,
            Books books,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.holidays = holidays;
        this.books = books;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The statement that a year has no holidays. */
    public record Without(int year, String source) {

        /**
         * Checks both.
         *
         * @throws StagesException if the year cannot be meant or there is no source
         */
        public Without {
            year = Days.plausible(year);
            source = source.strip();
            if (source.isEmpty() || source.length() > Holiday.LONGEST_SOURCE) {
                throw StagesException.noSource(Holiday.LONGEST_SOURCE);
            }
        }
    }

    /**
     * What is known of the holidays.
     *
     * @param days in order
     * @param without years that are stated to have none, in order
     */
    public record Known(List<Holiday> days, List<Without> without) {

        /** Takes copies. */
        public Known {
            days = List.copyOf(days);
            without = List.copyOf(without);
        }

        /** How many holidays each known year has. */
        public Map<Integer, Integer> years() {
            var years = new TreeMap<Integer, Integer>();
            days.forEach(holiday -> years.merge(holiday.day().getYear(), 1, Integer::sum));
            without.forEach(none -> years.putIfAbsent(none.year(), 0));
            return years;
        }

        /** The same to count with. */
        public WorkCalendar calendar() {
            var closed = new HashSet<LocalDate>();
            days.forEach(holiday -> closed.add(holiday.day()));
            return new WorkCalendar(closed, years().keySet());
        }
    }

    /** All that is known; open to everybody of the body, for limits rest on it. */
    public Known known(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(
                () -> new Known(holidays.holidays(access.body()), holidays.without(access.body())));
    }

    /**
     * Records a holiday; the same once more changes nothing. A statement that its year has none
     * ends.
     *
     * @throws StagesException if the day is a holiday of another name already
     */
    public void add(Access access, Holiday holiday) {
        access.require(Action.PREPARE);
        books.write(access.body(), () -> store(access, List.of(holiday), known(access)) > 0);
    }

    /**
     * Records all of them or none.
     *
     * @param problems what is already wrong with the file they stand in
     * @param dryRun stores nothing
     * @return how many were not there before
     * @throws InputException with every problem
     */
    int addAll(
            Access access, List<HolidayFile.Line> lines, List<Problem> problems, boolean dryRun) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    var known = known(access);
                    var all = new ArrayList<>(problems);
                    var there = byDay(known);
                    for (var line : lines) {
                        var other = there.get(line.holiday().day());
                        if (other != null && !other.equals(line.holiday())) {
                            all.add(
                                    line.problem(
                                            StagesException.isHoliday(other.day(), other.name())));
                        }
                    }
                    if (!all.isEmpty()) {
                        throw new InputException(HolidayFile.inOrder(all));
                    }
                    var wanted = lines.stream().map(HolidayFile.Line::holiday).toList();
                    return dryRun
                            ? (int)
                                    wanted.stream()
                                            .filter(one -> !there.containsKey(one.day()))
                                            .count()
                            : store(access, wanted, known);
                });
    }

    private static Map<LocalDate, Holiday> byDay(Known known) {
        var there = new HashMap<LocalDate, Holiday>();
        known.days().forEach(holiday -> there.put(holiday.day(), holiday));
        return there;
    }

    private int store(Access access, List<Holiday> wanted, Known known) {
        var there = byDay(known);
        var added = 0;
        for (var holiday : wanted) {
            var other = there.putIfAbsent(holiday.day(), holiday);
            if (other != null && !other.equals(holiday)) {
                throw StagesException.isHoliday(other.day(), other.name());
            }
            if (other == null) {
                holidays.insert(access.body(), holiday, access.handle(), clock.instant());
                audit.record(access, "stages.holiday", holiday.day().toString(), null, holiday);
                added++;
            }
        }
        for (var none : known.without()) {
            if (wanted.stream().anyMatch(one -> one.day().getYear() == none.year())) {
                endStatement(access, none);
            }
        }
        return added;
    }

    /**
     * Takes a holiday away that was recorded by mistake or moved.
     *
     * @throws StagesException not found, if the day is none
     */
    public void remove(Access access, LocalDate day) {
        access.require(Action.PREPARE);
        books.write(
                access.body(),
                () -> {
                    var holiday = byDay(known(access)).get(day);
                    if (holiday == null) {
                        throw StagesException.noSuchHoliday(day);
                    }
                    holidays.delete(access.body(), day);
                    audit.record(access, "stages.holiday-remove", day.toString(), holiday, null);
                    return holiday;
                });
    }

    /**
     * States that a year has no holidays beside weekends; stated again it changes nothing.
     *
     * @throws StagesException if holidays are recorded for it
     */
    public void stateNone(Access access, Without none) {
        access.require(Action.PREPARE);
        books.write(
                access.body(),
                () -> {
                    var years = known(access).years();
                    var count = years.getOrDefault(none.year(), -1);
                    if (count > 0) {
                        throw StagesException.hasHolidays(none.year(), count);
                    }
                    if (count < 0) {
                        holidays.insertWithout(
                                access.body(), none, access.handle(), clock.instant());
                        audit.record(
                                access,
                                "stages.no-holidays",
                                Integer.toString(none.year()),
                                null,
                                none);
                    }
                    return none;
                });
    }

    /** Takes back the statement that a year has no holidays; its limits are not counted then. */
    public void unstate(Access access, int year) {
        access.require(Action.PREPARE);
        books.write(
                access.body(),
                () -> {
                    known(access).without().stream()
                            .filter(none -> none.year() == year)
                            .forEach(none -> endStatement(access, none));
                    return year;
                });
    }

    private void endStatement(Access access, Without none) {
        holidays.deleteWithout(access.body(), none.year());
        audit.record(access, "stages.no-holidays-end", Integer.toString(none.year()), none, null);
    }
}
