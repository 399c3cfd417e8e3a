package id.patungan.platform.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;

/**
 * Keeps the server of a home running: one that ends by itself is started again, on the same port
 * and with the same passwords, so that connections come back.
 */
final class Supervisor {

    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);

    /** Then something is wrong that another start does not mend. */
    private static final int MOST_RESTARTS = 5;

    private final ServerStart starter;
    private ServerStart.Answering server;
    private int restarts;
    private boolean closing;

    private Supervisor(ServerStart starter, ServerStart.Answering server) {
        this.starter = starter;
        this.server = server;
    }

    static Supervisor start(ServerStart starter) throws IOException {
        var supervisor = new Supervisor(starter, starter.run(ServerFile.Passwords.random()));
        supervisor.watch();
        return supervisor;
    }

    synchronized ServerFile state() {
        return server.state();
    }

    synchronized void announce(String url) {
        server = new ServerStart.Answering(server.process(), server.state().withUrl(url));
        publish(server.state());
    }

    /** From now on nobody joins, and an end of the server is no surprise. */
    synchronized void closing() {
        closing = true;
        publish(server.state().withReady(false));
    }

    void stop() {
        DatabaseProcess process;
        synchronized (this) {
            closing = true;
            process = server.process();
        }
        process.stop();
    }

    private synchronized void watch() {
        var watched = server.process();
        watched.ended()
                .whenComplete((guard, failure) -> restart(watched))
                .exceptionally(failure -> {
                    LOG.error("The database could not be started again", failure);
                    return null;
                });
    }

    private synchronized void restart(DatabaseProcess ended) {
        if (closing || server.process() != ended) {
            return;
        }
        if (++restarts > MOST_RESTARTS) {
            LOG.error(
                    "The database ended for the {}th time and stays down; see its log, mend the"
                            + " cause and start the program again",
                    restarts);
            return;
        }
        LOG.error(
                "The database (process {}) ended by itself; it is started again and recovers",
                ended.server().pid());
        try {
            server = starter.runAgain(server.state());
        } catch (IOException e) {
            throw new EnvironmentException("The database cannot be started again", e);
        }
        watch();
    }

    private void publish(ServerFile state) {
        try {
            starter.publish(state);
        } catch (IOException e) {
            LOG.warn("server.json could not be written", e);
        }
    }
}
