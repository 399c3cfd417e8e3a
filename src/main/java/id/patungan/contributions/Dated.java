package id.patungan.contributions;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A paper and the days on which it counts.
 *
 * @param undone the day from which it counts no more; null while it stands
 */
record Dated(String code, LocalDate date, @Nullable LocalDate undone) {

    boolean stands() {
        return undone == null;
    }

    /** The last day on which it changed something. */
    LocalDate lastDay() {
        return undone == null ? date : undone;
    }
}
