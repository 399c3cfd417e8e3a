package id.patungan.platform.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The MariaDB below a home, for as long as this is open.
 *
 * <p>Whoever holds the lock of the home runs the server; a second program in the same home is a
 * second node on that server, or is refused with the address of the first. There is never a second
 * server on the same data. Within one program the same home is opened once and shared.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** The name of the one schema. */
    static final String SCHEMA = "patungan";

    /** How long another program may take to start or stop the server before we give up. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How long the server is kept running for commands that joined it, once it should stop. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final Map<Path, EmbeddedDatabase> OPEN = new HashMap<>();

    /** What a program wants with a home that another one has open. */
    public enum Sharing {
        /** To have it alone: the second server on a home is refused. */
        ALONE,
        /** To work on the same server: commands. */
        JOIN
    }

    /** How this program came to the server: it runs it, or it joined. */
    private sealed interface Part {
        ServerFile state();

        record Runs(HomeLock lock, Supervisor supervisor) implements Part {
            @Override
            public ServerFile state() {
                return supervisor.state();
            }
        }

        record Joined(HomeLock lock, ServerFile state) implements Part {}
    }

    private final Home home;
    private final Part part;
    private int users = 1;

    private EmbeddedDatabase(Home home, Part part) {
        this.home = home;
        this.part = part;
    }

    /**
     * Starts the server of the home, or joins the one that runs.
     *
     * @throws EnvironmentException if that is not possible; the message says why
     */
    public static EmbeddedDatabase open(Home home, Sharing sharing) {
        synchronized (OPEN) {
            var open = OPEN.get(home.directory());
            if (open != null) {
                open.users++;
                return open;
            }
            home.prepare();
            try {
                var opened = new EmbeddedDatabase(home, startOrJoin(home, sharing));
                OPEN.put(home.directory(), opened);
                return opened;
            } catch (IOException e) {
                throw new EnvironmentException(
                        "The database in "
                                + home.directory()
                                + " cannot be started: "
                                + e.getMessage(),
                        e);
            }
        }
    }

    /** May do everything in the schema: migrations. */
    public DatabaseAccount owner() {
        return new DatabaseAccount(url(), "patungan_owner", part.state().passwords().owner());
    }

    /** May do what the migrations grant. */
    public DatabaseAccount application() {
        return new DatabaseAccount(url(), "patungan_app", part.state().passwords().application());
    }

    /** May do everything; for maintenance and for tests that tamper with the books. */
    public DatabaseAccount administrator() {
        return new DatabaseAccount(
                url(), "patungan_admin", part.state().passwords().administrator());
    }

    /** Whether another program runs the server. */
    public boolean isJoined() {
        return part instanceof Part.Joined;
    }

    /** Tells programs that come later where this one serves its pages. */
    public void announce(URI address) {
        if (part instanceof Part.Runs runs) {
            runs.supervisor().announce(address.toString());
        }
    }

    /** Stops the server, or leaves it, when the last user in this program closes. */
    @Override
    public void close() {
        synchronized (OPEN) {
            if (--users > 0) {
                return;
            }
            OPEN.remove(home.directory());
            switch (part) {
                case Part.Joined joined -> joined.lock().close();
                case Part.Runs runs -> stop(runs);
            }
        }
    }

    private void stop(Part.Runs runs) {
        runs.supervisor().closing();
        waitForJoined();
        runs.supervisor().stop();
        try {
            Files.deleteIfExists(home.serverFile());
        } catch (IOException e) {
            LOG.warn("{} could not be removed", home.serverFile(), e);
        }
        runs.lock().close();
    }

    private void waitForJoined() {
        var deadline = System.nanoTime() + GRACE.toNanos();
        var said = false;
        try {
            while (true) {
                var alone = HomeLock.alone(home.joined());
                if (alone.isPresent()) {
                    alone.get().close();
                    return;
                }
                if (System.nanoTime() > deadline) {
                    LOG.warn("Commands still work on the database; it stops all the same");
                    return;
                }
                if (!said) {
                    LOG.info("Waiting for commands that work on the database");
                    said = true;
                }
                Pause.briefly();
            }
        } catch (IOException e) {
            LOG.warn("Cannot tell whether commands still work on the database", e);
        }
    }

    private String url() {
        return ServerStart.url(part.state().port()) + SCHEMA + ServerStart.PARAMETERS;
    }

    private static Part startOrJoin(Home home, Sharing sharing) throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var lock = HomeLock.alone(home.lock());
            if (lock.isPresent()) {
                return start(home, lock.get());
            }
            var other = ServerFile.read(home.serverFile());
            if (sharing == Sharing.ALONE) {
                throw inUse(home, other);
            }
            var joined = join(home);
            if (joined.isPresent()) {
                LOG.info("Working on the database of process {}", joined.get().state().program());
                return joined.get();
            }
            if (System.nanoTime() > deadline) {
                throw inUse(home, other);
            }
            Pause.briefly();
        }
    }

    private static EnvironmentException inUse(Home home, Optional<ServerFile> other) {
        var who =
                other.map(file ->
                                "process "
                                        + file.program().pid()
                                        + (file.url() == null
                                                ? ""
                                                : ", which serves " + file.url()))
                        .orElse("another process that is just starting");
        return new EnvironmentException(
                "The home "
                        + home.directory()
                        + " is open in "
                        + who
                        + ". Use that one, stop it, or choose another home with --home.");
    }

    /** Present when a program runs the server and is not about to stop it. */
    private static Optional<Part.Joined> join(Home home) throws IOException {
        var lock = HomeLock.shared(home.joined());
        if (lock.isEmpty()) {
            return Optional.empty();
        }
        // read after the lock: from now on the other program waits for us
        var file =
                ServerFile.read(home.serverFile())
                        .filter(ServerFile::ready)
                        .filter(found -> found.program().running().isPresent());
        if (file.isEmpty()) {
            lock.get().close();
            return Optional.empty();
        }
        return Optional.of(new Part.Joined(lock.get(), file.get()));
    }

    private static Part.Runs start(Home home, HomeLock lock) throws IOException {
        try {
            Orphan.stop(home);
            var engines = engines(home);
            var engine = Engine.unpack(engines);
            FreeDisk.require(home.directory());
            new DataDirectory(home, engine, engines).prepare();
            return new Part.Runs(lock, Supervisor.start(new ServerStart(home, engine)));
        } catch (IOException | EnvironmentException e) {
            lock.close();
            throw e;
        }
    }

    /** One place for all homes of a build, else below the home. */
    private static Path engines(Home home) {
        var shared = System.getProperty("patungan.engines");
        return shared == null ? home.engines() : Path.of(shared).toAbsolutePath();
    }
}
