package id.patungan.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The data of a home: made once, marked complete, belonging to one version of the engine. */
final class DataDirectory {

    /** In the data directory; written last, so without it the directory is not complete. */
    static final String MARKER = "ENGINE_VERSION";

    private static final List<String> SYSTEM_TABLES =
            List.of(
                    "mariadb_system_tables.sql",
                    "mariadb_performance_tables.sql",
                    "mariadb_system_tables_data.sql",
                    "maria_add_gis_sp_bootstrap.sql");

    private final Home home;
    private final Engine engine;
    private final Path engines;

    /**
     * @param engines where the engine that the data belong to is found, should it be another one
     */
    DataDirectory(Home home, Engine engine, Path engines) {
        this.home = home;
        this.engine = engine;
        this.engines = engines;
    }

    /**
     * Makes the data directory if there is none, and brings one of an older engine up to this.
     *
     * @throws EnvironmentException if what is there is incomplete or belongs to a newer engine
     */
    void prepare() throws IOException {
        EngineUpgrade.finishInterrupted(home);
        if (!Files.exists(home.data())) {
            create();
            return;
        }
        var found = markedVersion();
        var order = found.compareTo(engine.version());
        if (order > 0) {
            throw new EnvironmentException(
                    "The data in "
                            + home.data()
                            + " belong to database engine "
                            + found
                            + ", this program has the older "
                            + engine.version()
                            + ". Data cannot go back: use the newer program, or restore a backup"
                            + " into another home.");
        }
        if (order < 0) {
            new EngineUpgrade(home, engineOf(found), engine).run();
        }
    }

    private EngineVersion markedVersion() throws IOException {
        var marker = home.data().resolve(MARKER);
        if (!Files.exists(marker)) {
            throw new EnvironmentException(
                    "The data directory "
                            + home.data()
                            + " is not complete ("
                            + MARKER
                            + " is missing): it was copied only in part or is not Patungan's. If it"
                            + " never held books, remove it; otherwise restore a backup.");
        }
        return EngineVersion.parse(Files.readString(marker));
    }

    private Engine engineOf(EngineVersion version) {
        var directory = engines.resolve(version.toString());
        if (!Files.isDirectory(directory)) {
            throw new EnvironmentException(
                    "The data in "
                            + home.data()
                            + " belong to database engine "
                            + version
                            + ", which must stop cleanly once before "
                            + engine.version()
                            + " may take over, but "
                            + directory
                            + " is missing. Start the program of that version once in this home.");
        }
        return new Engine(version, directory);
    }

    /** Under another name first: what an interrupted attempt leaves never held books. */
    private void create() throws IOException {
        var partial = home.directory().resolve("data.new");
        Directories.delete(partial);
        Files.createDirectory(partial);
        var script = new StringBuilder("CREATE DATABASE mysql;\nUSE mysql;\n");
        // root only through a socket, and there is no socket: nobody signs in as root
        script.append("SET @auth_root_socket = 'root';\n");
        for (var file : SYSTEM_TABLES) {
            script.append(Files.readString(engine.share().resolve(file))).append('\n');
        }
        bootstrap(partial, script);
        mark(partial, engine.version());
        Files.move(partial, home.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    static void mark(Path data, EngineVersion version) throws IOException {
        Files.writeString(data.resolve(MARKER), version + "\n", StandardCharsets.US_ASCII);
    }

    private void bootstrap(Path data, CharSequence script) throws IOException {
        var input = home.temporaryFiles().resolve("system-tables.sql");
        Files.writeString(input, script);
        var log = home.logs().resolve("installation.log");
        var command = new ArrayList<String>();
        command.add(engine.server().toString());
        command.addAll(engine.baseArguments());
        command.addAll(
                List.of(
                        "--bootstrap",
                        "--datadir=" + data,
                        "--tmpdir=" + home.temporaryFiles(),
                        "--enforce-storage-engine=",
                        "--log-warnings=0"));
        command.addAll(ServerStart.userArgument());
        var status = Program.run(command, input, log);
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
    }
}
