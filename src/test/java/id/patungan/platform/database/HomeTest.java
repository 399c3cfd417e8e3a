package id.patungan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class HomeTest {

    @Test
    void aHomeBelowTheTemporaryDirectoryIsRefused() {
        var temporary = Path.of(System.getProperty("java.io.tmpdir"), "books");
        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> new Home(temporary).prepare())
                .withMessageContaining("below the temporary directory")
                .withMessageContaining("--home");
        assertThat(temporary).doesNotExist();
    }

    @Test
    void aLinkIntoTheTemporaryDirectoryIsRefusedToo() throws IOException {
        var home = TestHomes.empty("linked");
        Files.createDirectories(home.directory().getParent());
        Files.createSymbolicLink(home.directory(), Path.of(System.getProperty("java.io.tmpdir")));
        try {
            assertThatExceptionOfType(EnvironmentException.class)
                    .isThrownBy(() -> new Home(home.directory().resolve("books")).prepare());
        } finally {
            Files.delete(home.directory());
        }
    }

    @Test
    void aHomeBelongsToItsUserAlone() throws IOException {
        var home = TestHomes.empty("private").prepare();
        assertThat(Files.getPosixFilePermissions(home.directory())).hasSize(3);
    }

    @Test
    void theTildeIsTheUsersDirectory() {
        assertThat(new Home(Path.of("~/books")).directory())
                .isEqualTo(Path.of(System.getProperty("user.home"), "books"));
    }

    @Test
    void aFullDiskIsRefusedBeforeAnythingStarts() throws IOException {
        var home = TestHomes.empty("full").prepare();
        assertThatExceptionOfType(EnvironmentException.class)
                .isThrownBy(() -> FreeDisk.require(home.directory(), Long.MAX_VALUE))
                .withMessageContaining("free some space");
        assertThatNoException().isThrownBy(() -> FreeDisk.require(home.directory(), 1));
    }
}
