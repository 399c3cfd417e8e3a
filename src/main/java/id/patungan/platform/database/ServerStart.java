package id.patungan.platform.database;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One start of the server on its data, until it answers with the settings that the books need. */
final class ServerStart {

    static final String PARAMETERS = "?sslMode=DISABLED&allowPublicKeyRetrieval=true";

    /** Recovery after a crash may have much to do. */
    private static final Duration RECOVERY = Duration.ofMinutes(30);

    private final Home home;
    private final Engine engine;
    private final Path data;

    ServerStart(Home home, Engine engine) {
        this(home, engine, home.data());
    }

    /** On other data than those in use: an upgrade. */
    ServerStart(Home home, Engine engine, Path data) {
        this.home = home;
        this.engine = engine;
        this.data = data;
    }

    /** A server that answers, and what {@code server.json} says of it. */
    record Answering(DatabaseProcess process, ServerFile state) {

        DatabaseAccount administrator() {
            return new DatabaseAccount(
                    url(state.port()) + PARAMETERS,
                    "patungan_admin",
                    state.passwords().administrator());
        }
    }

    /** Ends with the slash before the schema. */
    static String url(int port) {
        return "jdbc:mysql://127.0.0.1:" + port + "/";
    }

    /** On a free port. */
    Answering run(ServerFile.Passwords passwords) throws IOException {
        return run(passwords, freePort(), null);
    }

    /** On the port of a server that is gone, so that its clients find it again. */
    Answering runAgain(ServerFile gone) throws IOException {
        return run(gone.passwords(), gone.port(), gone.url());
    }

    void publish(ServerFile state) throws IOException {
        state.write(home.serverFile());
    }

    private Answering run(ServerFile.Passwords passwords, int port, @Nullable String url)
            throws IOException {
        var accounts = home.temporaryFiles().resolve("accounts.sql");
        Files.deleteIfExists(accounts);
        Files.createFile(
                accounts,
                PosixFilePermissions.asFileAttribute(
                        Set.copyOf(PosixFilePermissions.fromString("rw-------"))));
        Files.writeString(accounts, accountStatements(passwords));
        var process = DatabaseProcess.start(command(port, accounts.toString()));
        try {
            var state =
                    new ServerFile(
                            ServerFile.Running.of(ProcessHandle.current()),
                            ServerFile.Running.of(process.server()),
                            port,
                            data.toString(),
                            false,
                            url,
                            passwords);
            publish(state);
            var answering = new Answering(process, state.withReady(true));
            waitUntilReady(answering);
            publish(answering.state());
            return answering;
        } catch (IOException | EnvironmentException e) {
            process.stop();
            throw e;
        } finally {
            Files.deleteIfExists(accounts);
        }
    }

    /** As root the server must be told that it may; anybody else just is who they are. */
    static List<String> userArgument() {
        return "root".equals(System.getProperty("user.name")) ? List.of("--user=root") : List.of();
    }

    private List<String> command(int port, String accounts) {
        var command = new ArrayList<String>();
        command.add(engine.server().toString());
        command.addAll(engine.baseArguments());
        command.addAll(
                List.of(
                        "--datadir=" + data,
                        "--tmpdir=" + home.temporaryFiles(),
                        "--log-error=" + home.logs().resolve("database.log"),
                        "--init-file=" + accounts,
                        // reachable from this machine only, by name and password only
                        "--bind-address=127.0.0.1",
                        "--port=" + port,
                        "--socket=",
                        "--skip-name-resolve",
                        "--skip-ssl",
                        "--secure-file-priv=" + home.temporaryFiles(),
                        "--local-infile=0",
                        "--skip-symbolic-links",
                        // every commit survives a power cut as far as the disk keeps its word
                        "--innodb-flush-log-at-trx-commit=1",
                        "--innodb-doublewrite=ON",
                        "--innodb-checksum-algorithm=full_crc32",
                        "--default-storage-engine=InnoDB",
                        "--sql-mode=STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,"
                                + "NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION",
                        "--transaction-isolation=READ-COMMITTED",
                        "--character-set-server=utf8mb4",
                        "--collation-server=utf8mb4_unicode_520_ci",
                        "--default-time-zone=+00:00",
                        "--max-allowed-packet=64M",
                        "--innodb-buffer-pool-size=256M",
                        "--performance-schema=OFF"));
        command.addAll(userArgument());
        return command;
    }

    /** Runs inside the server before it listens. One statement a line. */
    private static String accountStatements(ServerFile.Passwords passwords) {
        var schema = EmbeddedDatabase.SCHEMA;
        var sql = new StringBuilder();
        sql.append("CREATE DATABASE IF NOT EXISTS ")
                .append(schema)
                .append(" CHARACTER SET utf8mb4;\n");
        account(sql, "patungan_admin", passwords.administrator());
        sql.append("GRANT ALL ON *.* TO 'patungan_admin'@'127.0.0.1' WITH GRANT OPTION;\n");
        account(sql, "patungan_owner", passwords.owner());
        sql.append("GRANT ALL ON ")
                .append(schema)
                .append(".* TO 'patungan_owner'@'127.0.0.1' WITH GRANT OPTION;\n");
        account(sql, "patungan_app", passwords.application());
        return sql.toString();
    }

    private static void account(StringBuilder sql, String name, String password) {
        var account = "'" + name + "'@'127.0.0.1' IDENTIFIED BY '" + password + "';\n";
        sql.append("CREATE USER IF NOT EXISTS ").append(account);
        sql.append("ALTER USER ").append(account);
    }

    private void waitUntilReady(Answering server) throws IOException {
        var deadline = System.nanoTime() + RECOVERY.toNanos();
        var log = home.logs().resolve("database.log");
        while (true) {
            if (!server.process().isRunning()) {
                throw new EnvironmentException(
                        "The database ended while starting; the reason is at the end of " + log);
            }
            try (var connection = server.administrator().connect()) {
                ServerSettings.require(connection, "the embedded database");
                return;
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new IOException(
                            "it does not answer after "
                                    + RECOVERY.toMinutes()
                                    + " minutes; see "
                                    + log,
                            e);
                }
            }
            Pause.briefly();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
