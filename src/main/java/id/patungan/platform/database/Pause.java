package id.patungan.platform.database;

import java.time.Duration;

/** Between two looks at another process. */
final class Pause {

    private Pause() {}

    static void briefly() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("Interrupted while waiting for the database", e);
        }
    }
}
