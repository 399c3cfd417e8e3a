package id.patungan.platform.database;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * The MariaDB below a home, for as long as this is open.
 *
 * <p>Whoever holds the lock of the home runs the server; a second program in the same home is a
 * second node on that server. Within one program the same home is opened once and shared.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** The name of the one schema. */
    static final String SCHEMA = "patungan";

    private static final Map<Path, EmbeddedDatabase> OPEN = new HashMap<>();

    private final Home home;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final DatabaseProcess process;
    private ServerFile state;
    private int users = 1;

    private EmbeddedDatabase(
            Home home,
            FileChannel lockFile,
            FileLock lock,
            DatabaseProcess process,
            ServerFile state) {
        this.home = home;
        this.lockFile = lockFile;
        this.lock = lock;
        this.process = process;
        this.state = state;
    }

    /**
     * Starts the server of the home.
     *
     * @throws EnvironmentException if that is not possible; the message says why
     */
    public static EmbeddedDatabase open(Home home) {
        synchronized (OPEN) {
            var open = OPEN.get(home.directory());
            if (open != null) {
                open.users++;
                return open;
            }
            var started = start(home);
            OPEN.put(home.directory(), started);
            return started;
        }
    }

    /** May do everything in the schema: migrations. */
    public DatabaseAccount owner() {
        return new DatabaseAccount(url(), "patungan_owner", state.passwords().owner());
    }

    /** May do what the migrations grant. */
    public DatabaseAccount application() {
        return new DatabaseAccount(url(), "patungan_app", state.passwords().application());
    }

    /** May do everything; for maintenance and for tests that tamper with the books. */
    public DatabaseAccount administrator() {
        return new DatabaseAccount(url(), "patungan_admin", state.passwords().administrator());
    }

    /** Stops the server when the last user in this program closes it. */
    @Override
    public void close() {
        synchronized (OPEN) {
            if (--users > 0) {
                return;
            }
            OPEN.remove(home.directory());
            process.stop();
            try {
                Files.deleteIfExists(home.serverFile());
                lock.release();
                lockFile.close();
            } catch (IOException e) {
                LOG.warn("The lock {} could not be released", home.lock(), e);
            }
        }
    }

    private String url() {
        return "jdbc:mysql://127.0.0.1:"
                + state.port()
                + "/"
                + SCHEMA
                + "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
    }

    private static EmbeddedDatabase start(Home home) {
        home.prepare();
        FileChannel lockFile = null;
        try {
            lockFile =
                    FileChannel.open(
                            home.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = lockFile.tryLock();
            if (lock == null) {
                throw new EnvironmentException(
                        "Another process holds the home " + home.directory() + ".");
            }
            var engine = Engine.unpack(engines(home));
            var installation = new DataDirectory(home, engine);
            installation.prepare();
            var passwords = new ServerFile.Passwords(password(), password(), password());
            var server = new ServerStart(home, engine).run(passwords);
            return new EmbeddedDatabase(home, lockFile, lock, server.process(), server.state());
        } catch (IOException e) {
            closeQuietly(lockFile);
            throw new EnvironmentException(
                    "The database in " + home.directory() + " cannot be started: " + e.getMessage(),
                    e);
        } catch (EnvironmentException e) {
            closeQuietly(lockFile);
            throw e;
        }
    }

    /** One place for all homes of a build, else below the home. */
    private static Path engines(Home home) {
        var shared = System.getProperty("patungan.engines");
        return shared == null ? home.engines() : Path.of(shared);
    }

    private static void closeQuietly(@Nullable FileChannel channel) {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("The lock file could not be closed", e);
            }
        }
    }

    private static String password() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
