package id.patungan.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Homes of single tests, below {@code target}. */
final class TestHomes {

    private TestHomes() {}

    /** Empty. */
    static Home empty(String name) throws IOException {
        var directory = Path.of("target/homes", name).toAbsolutePath();
        Directories.delete(directory);
        return new Home(directory);
    }

    /** The engine of this build, unpacked once for all tests. */
    static Engine engine() {
        return Engine.unpack(engines());
    }

    static Path engines() {
        return Path.of(System.getProperty("patungan.engines", "target/engines")).toAbsolutePath();
    }

    /** A folder that has the engine of this build under the name of other versions. */
    static Path enginesNamed(Home home, EngineVersion... versions) throws IOException {
        var folder = Files.createDirectories(home.directory().resolve("engines"));
        for (var version : versions) {
            var link = folder.resolve(version.toString());
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, engine().directory());
            }
        }
        return folder;
    }
}
