package id.patungan.platform;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Work that recurs in the background, on one node at a time. A module registers one by publishing a
 * bean of this type; the work must do no harm when it is done twice.
 *
 * @param name stable, {@code module-purpose}; also the key in the database
 * @param every how long after the last run; null if it runs daily
 * @param at when daily, in the zone of the clock; null if it runs at an interval
 */
public record Job(String name, @Nullable Duration every, @Nullable LocalTime at, Runnable work) {

    /** Runs after each interval. */
    public static Job every(String name, Duration interval, Runnable work) {
        return new Job(name, interval, null, work);
    }

    /** Runs once a day. */
    public static Job daily(String name, LocalTime at, Runnable work) {
        return new Job(name, null, at, work);
    }
}
