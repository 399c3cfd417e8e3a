package id.patungan.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The directory that holds everything of one installation: the lock, the engine, the data, logs.
 *
 * <p>It belongs to one user (mode 0700) and must not lie below the temporary directory, which
 * systems empty without asking.
 */
public record Home(Path directory) {

    /** Makes the path absolute ({@code ~/} is the user's directory); nothing is created yet. */
    public Home {
        if (directory.startsWith("~")) {
            directory =
                    Path.of(System.getProperty("user.home"))
                            .resolve(Path.of("~").relativize(directory));
        }
        directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Creates the directory when missing and returns the home.
     *
     * @throws EnvironmentException if the place is unsuitable or cannot be written
     */
    Home prepare() {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"));
        if (isBelow(directory, temporary)) {
            throw new EnvironmentException(
                    "The home "
                            + directory
                            + " lies below the temporary directory "
                            + temporary
                            + ", which may be emptied at any time; choose another with --home or"
                            + " PATUNGAN_HOME.");
        }
        try {
            createPrivate(directory);
            for (var part : Set.of(logs(), temporaryFiles())) {
                createPrivate(part);
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The home " + directory + " cannot be written: " + e.getMessage(), e);
        }
        return this;
    }

    Path lock() {
        return directory.resolve("lock");
    }

    /** Held together by the programs that work on the server of another one. */
    Path joined() {
        return directory.resolve("joined");
    }

    Path serverFile() {
        return directory.resolve("server.json");
    }

    Path data() {
        return directory.resolve("data");
    }

    Path logs() {
        return directory.resolve("log");
    }

    Path temporaryFiles() {
        return directory.resolve("tmp");
    }

    /** Where engines are unpacked, one directory per version. */
    Path engines() {
        return directory.resolve("engine");
    }

    private static void createPrivate(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean isBelow(Path path, Path parent) {
        return real(path).startsWith(real(parent));
    }

    /** The path without links, as far as it exists. */
    private static Path real(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        for (var existing = absolute; existing != null; existing = existing.getParent()) {
            if (Files.exists(existing)) {
                try {
                    return existing.toRealPath().resolve(existing.relativize(absolute));
                } catch (IOException e) {
                    return absolute;
                }
            }
        }
        return absolute;
    }
}
