package id.patungan.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a test moves; import {@link Hands} to have the whole program go by it. */
public final class MovableClock extends Clock {

    private final ZoneId zone;
    private final AtomicReference<Instant> now;

    private MovableClock(ZoneId zone, AtomicReference<Instant> now) {
        this.zone = zone;
        this.now = now;
    }

    /** Noon of that day. */
    public void set(LocalDate day) {
        now.set(day.atTime(LocalTime.NOON).atZone(zone).toInstant());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new MovableClock(other, now);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Puts the clock in the place of the real one. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Hands {

        @Bean
        @Primary
        MovableClock movableClock() {
            return new MovableClock(
                    ZoneId.of("Asia/Jakarta"),
                    new AtomicReference<>(Instant.parse("2006-01-01T05:00:00Z")));
        }
    }
}
