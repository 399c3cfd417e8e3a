package id.patungan.platform.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the data of an older engine up to the engine of this program.
 *
 * <p>The old engine starts once more and stops cleanly, because a newer one cannot read the redo
 * log of an older. The new engine then works on a copy; the old data stay beside it under another
 * name until somebody removes them. If anything fails, the old data are still in their place.
 */
final class EngineUpgrade {

    private static final Logger LOG = LoggerFactory.getLogger(EngineUpgrade.class);

    private final Home home;
    private final Engine old;
    private final Engine engine;

    EngineUpgrade(Home home, Engine old, Engine engine) {
        this.home = home;
        this.old = old;
        this.engine = engine;
    }

    /** A copy that was finished but not yet moved into its place, by a start that was cut off. */
    static void finishInterrupted(Home home) throws IOException {
        var copy = copyOf(home);
        if (!Files.exists(home.data()) && Files.exists(copy.resolve(DataDirectory.MARKER))) {
            Files.move(copy, home.data(), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    void run() throws IOException {
        LOG.info("Upgrading the data from engine {} to {}", old.version(), engine.version());
        var before = stopCleanlyByOldEngine();
        var copy = copyOf(home);
        Directories.delete(copy);
        FreeDisk.require(home.directory(), Directories.size(home.data()) + (512L << 20));
        Directories.copy(home.data(), copy);
        // only a finished copy carries the marker
        Files.delete(copy.resolve(DataDirectory.MARKER));
        upgrade(copy, before);
        DataDirectory.mark(copy, engine.version());
        var kept = home.directory().resolve("data.of-" + old.version());
        Directories.delete(kept);
        Files.move(home.data(), kept, StandardCopyOption.ATOMIC_MOVE);
        finishInterrupted(home);
        LOG.warn(
                "The data now belong to engine {}. The old ones are kept in {}; run 'patungan"
                        + " check', then they may be removed.",
                engine.version(),
                kept);
    }

    private static Path copyOf(Home home) {
        return home.directory().resolve("data.upgrading");
    }

    /** After a crash this is also what recovers the data. */
    private Map<String, Long> stopCleanlyByOldEngine() throws IOException {
        var server = new ServerStart(home, old).run(ServerFile.Passwords.random());
        try (var connection = server.administrator().connect()) {
            return rows(connection);
        } catch (SQLException e) {
            throw new IOException("the old engine does not show its tables", e);
        } finally {
            server.process().stop();
        }
    }

    private void upgrade(Path copy, Map<String, Long> before) throws IOException {
        var server = new ServerStart(home, engine, copy).run(ServerFile.Passwords.random());
        try {
            runTools(server);
            try (var connection = server.administrator().connect()) {
                var after = rows(connection);
                if (!after.equals(before)) {
                    throw new EnvironmentException(
                            "After the upgrade to engine "
                                    + engine.version()
                                    + " the tables differ: "
                                    + before
                                    + " became "
                                    + after
                                    + ". The old data are untouched in "
                                    + home.data()
                                    + "; use the older program.");
                }
            }
        } catch (SQLException e) {
            throw new IOException("the new engine does not show its tables", e);
        } finally {
            server.process().stop();
        }
    }

    /**
     * The upgrade program where the engine has it, else the part of it that matters to us: a check
     * of every table. Accounts are made anew at each start, so nothing of ours is in the system
     * tables but the rights, which both forms keep.
     */
    private void runTools(ServerStart.Answering server) throws IOException {
        var upgrade = engine.directory().resolve("bin/mariadb-upgrade");
        var command = new ArrayList<String>();
        if (Files.isExecutable(upgrade)) {
            command.addAll(List.of(upgrade.toString(), "--no-defaults", "--force"));
        } else {
            command.addAll(
                    List.of(
                            engine.directory().resolve("bin/mariadb-check").toString(),
                            "--no-defaults",
                            "--check-upgrade",
                            "--auto-repair",
                            "--all-databases"));
        }
        command.addAll(
                List.of(
                        "--host=127.0.0.1",
                        "--port=" + server.state().port(),
                        "--protocol=tcp",
                        "--skip-ssl",
                        "--user=patungan_admin"));
        var log = home.logs().resolve("upgrade.log");
        var password = Map.of("MYSQL_PWD", server.state().passwords().administrator());
        var status = Program.run(command, Path.of("/dev/null"), log, password);
        if (status != 0) {
            throw new EnvironmentException(
                    "The upgrade to engine "
                            + engine.version()
                            + " failed with status "
                            + status
                            + ", see "
                            + log
                            + ". The old data are untouched in "
                            + home.data()
                            + "; use the older program.");
        }
    }

    private static Map<String, Long> rows(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result =
                        statement.executeQuery(
                                "SELECT CONCAT('`', table_schema, '`.`', table_name, '`') FROM"
                                        + " information_schema.tables WHERE table_type = 'BASE"
                                        + " TABLE' AND table_schema = '"
                                        + EmbeddedDatabase.SCHEMA
                                        + "' ORDER BY table_name")) {
            while (result.next()) {
                tables.add(result.getString(1));
            }
        }
        var rows = new LinkedHashMap<String, Long>();
        for (var table : tables) {
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
                result.next();
                rows.put(table, result.getLong(1));
            }
        }
        return rows;
    }
}
