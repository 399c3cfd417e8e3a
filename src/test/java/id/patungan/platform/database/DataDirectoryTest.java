package id.patungan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;

/** Versions are only names here: the engine of this build stands under several of them. */
class DataDirectoryTest {

    private static final EngineVersion OLD = new EngineVersion(11, 3, 9);
    private static final EngineVersion NEW = new EngineVersion(11, 5, 1);

    @Test
    void anIncompleteDataDirectoryIsRefusedAndLeftAlone() throws IOException {
        var home = TestHomes.empty("incomplete").prepare();
        Files.createDirectories(home.data());
        Files.writeString(home.data().resolve("ibdata1"), "half");

        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> dataDirectory(home, OLD).prepare())
                .withMessageContaining("not complete")
                .withMessageContaining("restore a backup");
        assertThat(home.data().resolve("ibdata1")).hasContent("half");
    }

    @Test
    void whatAnInterruptedFirstStartLeftIsMadeAgain() throws IOException {
        var home = TestHomes.empty("interrupted").prepare();
        var partial = Files.createDirectories(home.directory().resolve("data.new"));
        Files.writeString(partial.resolve("ibdata1"), "half");

        dataDirectory(home, OLD).prepare();

        assertThat(partial).doesNotExist();
        assertThat(home.data().resolve(DataDirectory.MARKER)).hasContent(OLD.toString());
    }

    @Test
    void dataOfANewerEngineAreRefused() throws IOException {
        var home = TestHomes.empty("downgrade").prepare();
        dataDirectory(home, NEW).prepare();

        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> dataDirectory(home, OLD).prepare())
                .withMessageContaining("cannot go back")
                .withMessageContaining(NEW.toString());
    }

    @Test
    void anUpgradeNeedsTheOldEngineForACleanStop() throws IOException {
        var home = TestHomes.empty("old-engine-missing").prepare();
        dataDirectory(home, OLD).prepare();
        Files.delete(home.directory().resolve("engines").resolve(OLD.toString()));

        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> dataDirectory(home, NEW).prepare())
                .withMessageContaining("must stop cleanly once");
    }

    @Test
    void anUpgradeWorksOnACopyAndKeepsTheOldData() throws IOException, SQLException {
        var home = TestHomes.empty("upgrade").prepare();
        dataDirectory(home, OLD).prepare();
        storeARowAndCrash(home);

        dataDirectory(home, NEW).prepare();

        assertThat(home.data().resolve(DataDirectory.MARKER)).hasContent(NEW.toString());
        assertThat(home.directory().resolve("data.of-" + OLD)).isDirectory();
        assertThat(home.directory().resolve("data.upgrading")).doesNotExist();
        assertThat(storedRow(home)).isEqualTo(17);
    }

    @Test
    void afterAFailedUpgradeTheOldDataAreInTheirPlace() throws IOException, SQLException {
        var home = TestHomes.empty("failed-upgrade").prepare();
        dataDirectory(home, OLD).prepare();
        storeARowAndCrash(home);
        var failing = engineWhoseCheckFails(home);
        var engines = TestHomes.enginesNamed(home, OLD);

        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> new DataDirectory(home, failing, engines).prepare())
                .withMessageContaining("old data are untouched");

        assertThat(home.data().resolve(DataDirectory.MARKER)).hasContent(OLD.toString());
        assertThat(storedRow(home)).isEqualTo(17);
    }

    @Test
    void anUpgradeCutOffBetweenItsLastStepsIsFinished() throws IOException {
        var home = TestHomes.empty("cut-off").prepare();
        dataDirectory(home, NEW).prepare();
        Files.move(home.data(), home.directory().resolve("data.upgrading"));

        dataDirectory(home, NEW).prepare();

        assertThat(home.data().resolve(DataDirectory.MARKER)).hasContent(NEW.toString());
        assertThat(home.directory().resolve("data.upgrading")).doesNotExist();
    }

    private static DataDirectory dataDirectory(Home home, EngineVersion version)
            throws IOException {
        var engines = TestHomes.enginesNamed(home, version);
        return new DataDirectory(
                home, new Engine(version, engines.resolve(version.toString())), engines);
    }

    private static void storeARowAndCrash(Home home) throws IOException, SQLException {
        var server = new ServerStart(home, TestHomes.engine()).run(ServerFile.Passwords.random());
        try (var connection = server.administrator().connect();
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE patungan.kept (n INT NOT NULL) ENGINE=InnoDB");
            statement.execute("INSERT INTO patungan.kept VALUES (17)");
        }
        server.process().server().destroyForcibly();
        server.process().ended().join();
    }

    private static int storedRow(Home home) throws IOException, SQLException {
        var server = new ServerStart(home, TestHomes.engine()).run(ServerFile.Passwords.random());
        try (var connection = server.administrator().connect();
                var statement = connection.createStatement();
                var result = statement.executeQuery("SELECT n FROM patungan.kept")) {
            result.next();
            return result.getInt(1);
        } finally {
            server.process().stop();
        }
    }

    private static Engine engineWhoseCheckFails(Home home) throws IOException {
        var real = TestHomes.engine().directory();
        var directory = home.directory().resolve("engines").resolve(NEW.toString());
        Files.createDirectories(directory.resolve("bin"));
        Files.createSymbolicLink(directory.resolve("share"), real.resolve("share"));
        Files.createSymbolicLink(directory.resolve("bin/mariadbd"), real.resolve("bin/mariadbd"));
        Files.createFile(
                directory.resolve("bin/mariadb-check"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(directory.resolve("bin/mariadb-check"), "#!/bin/sh\nexit 3\n");
        return new Engine(NEW, directory);
    }
}
