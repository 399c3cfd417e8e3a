package id.patungan.platform.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server left behind by a program that is gone. It is never taken over (nobody knows how it was
 * started), but asked to stop, by its own number, and only when number, time of start and data
 * directory all agree.
 */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Orphan() {}

    /** Call only with the lock of the home. */
    static void stop(Home home) {
        var file = ServerFile.read(home.serverFile());
        if (file.isEmpty()) {
            return;
        }
        var server = file.get().database().running();
        if (server.isEmpty() || !worksOn(server.get(), file.get().data())) {
            return;
        }
        var pid = server.get().pid();
        LOG.warn("A database (process {}) was left behind in {}; it is stopped", pid, home);
        server.get().destroy();
        try {
            server.get().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new EnvironmentException(
                    "The database left behind in "
                            + home.directory()
                            + " (process "
                            + pid
                            + ") does not stop; look at "
                            + home.logs().resolve("database.log")
                            + ".",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EnvironmentException("Interrupted while process " + pid + " stops", e);
        }
    }

    private static boolean worksOn(ProcessHandle server, String data) {
        return server.info()
                .arguments()
                .map(List::of)
                .map(arguments -> arguments.contains("--datadir=" + data))
                .orElse(false);
    }
}
