package id.patungan.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The data of a home: made once, marked complete, belonging to one version of the engine. */
final class DataDirectory {

    /** Written last, so its absence means that the directory is not complete. */
    private static final String MARKER = "ENGINE_VERSION";

    private static final List<String> SYSTEM_TABLES =
            List.of(
                    "mariadb_system_tables.sql",
                    "mariadb_performance_tables.sql",
                    "mariadb_system_tables_data.sql",
                    "maria_add_gis_sp_bootstrap.sql");

    private final Home home;
    private final Engine engine;

    DataDirectory(Home home, Engine engine) {
        this.home = home;
        this.engine = engine;
    }

    /** Makes the data directory if there is none. */
    void prepare() throws IOException {
        if (!Files.exists(home.data())) {
            create();
        }
    }

    private void create() throws IOException {
        Files.createDirectory(home.data());
        var script = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\n");
        // root only through a socket, and there is no socket: nobody signs in as root
        script.append("SET @auth_root_socket = 'root';\n");
        for (var file : SYSTEM_TABLES) {
            script.append(Files.readString(engine.share().resolve(file))).append('\n');
        }
        var input = home.temporaryFiles().resolve("system-tables.sql");
        Files.writeString(input, script);
        var log = home.logs().resolve("installation.log");
        var command = new ArrayList<String>();
        command.add(engine.server().toString());
        command.addAll(engine.baseArguments());
        command.addAll(
                List.of(
                        "--bootstrap",
                        "--datadir=" + home.data(),
                        "--tmpdir=" + home.temporaryFiles(),
                        "--enforce-storage-engine=",
                        "--log-warnings=0"));
        command.addAll(ServerStart.userArgument());
        var status = run(command, input, log);
        Files.delete(input);
        if (status != 0) {
            throw new EnvironmentException(
                    "The data directory "
                            + home.data()
                            + " could not be made: mariadbd ended with status "
                            + status
                            + ", see "
                            + log);
        }
        Files.writeString(
                home.data().resolve(MARKER), engine.version() + "\n", StandardCharsets.US_ASCII);
    }

    private static int run(List<String> command, Path input, Path log) throws IOException {
        var process =
                new ProcessBuilder(command)
                        .redirectInput(input.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
