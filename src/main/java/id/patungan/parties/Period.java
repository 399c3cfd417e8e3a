package id.patungan.parties;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * From a day until before a day.
 *
 * @param until the first day outside; null for ever; equal to {@code from} if it never held
 */
public record Period(LocalDate from, @Nullable LocalDate until) {

    /** Refuses an end before the beginning. */
    public Period {
        if (until != null && until.isBefore(from)) {
            throw PartiesException.datesReversed(from, until);
        }
    }

    /** Without an end. */
    public static Period since(LocalDate from) {
        return new Period(from, null);
    }

    /** Whether the day lies inside. */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    /** Whether there is no day inside. */
    public boolean isEmpty() {
        return from.equals(until);
    }

    /** Whether some day lies in both. */
    public boolean overlaps(Period other) {
        return !isEmpty()
                && !other.isEmpty()
                && (other.until == null || from.isBefore(other.until))
                && (until == null || other.from.isBefore(until));
    }
}
