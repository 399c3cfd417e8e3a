package id.patungan.contributions;

import id.patungan.basics.InputException;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** The days on which the instalments of an assessment fall due. */
public final class DueDays {

    /** Five years of months. */
    public static final int MOST = 60;

    private static final int LONGEST_INTERVAL = 24;

    private DueDays() {}

    /**
     * Days at an interval of months, counted from the first: what falls due on the 31st falls due
     * on the last day of a shorter month.
     *
     * @param count from 1 to {@link #MOST}
     * @param months between two of them, from 1 to 24
     * @throws InputException if the count or the interval is out of these bounds
     */
    public static List<LocalDate> every(LocalDate first, int count, int months) {
        if (count < 1 || count > MOST) {
            throw new InputException(
                    "instalments", "is not a number of instalments from 1 to " + MOST);
        }
        if (months < 1 || months > LONGEST_INTERVAL) {
            throw new InputException(
                    "everyMonths", "is not a number of months from 1 to " + LONGEST_INTERVAL);
        }
        Typed.day("due", first);
        return IntStream.range(0, count)
                .mapToObj(at -> first.plusMonths((long) at * months))
                .toList();
    }

    /**
     * The days of a wish; none for one that falls due at once.
     *
     * @throws InputException if they are too many, do not follow each other, or the first is not
     *     the day on which the assessment falls due
     */
    static List<LocalDate> require(LocalDate due, List<LocalDate> days) {
        if (days.size() > MOST) {
            throw new InputException("dues", "are more than %d days".formatted(MOST));
        }
        LocalDate before = null;
        for (var day : days) {
            Typed.day("dues", day);
            if (before != null && !day.isAfter(before)) {
                throw new InputException(
                        "dues",
                        "%s does not come after %s; write them in order".formatted(day, before));
            }
            before = day;
        }
        if (!days.isEmpty() && !days.getFirst().equals(due)) {
            throw new InputException(
                    "dues", "begin on %s, but %s is the first".formatted(days.getFirst(), due));
        }
        return days.size() < 2 ? List.of() : List.copyOf(days);
    }
}
