package id.patungan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code target/patungan} as a shell runs it. */
class LauncherIT {

    private static final Path LAUNCHER = Path.of("target/patungan").toAbsolutePath();

    private record Outcome(int status, String output) {}

    @Test
    void itFindsAJavaWithoutAnyEnvironment() throws Exception {
        var outcome = run(LAUNCHER, Map.of(), "--help");
        assertThat(outcome.output()).contains("serve").contains("allocate");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void anOlderJavaInJavaHomeIsPassedOver() throws Exception {
        var old = fakeJava("old-java", "17.0.1");
        var outcome = run(LAUNCHER, Map.of("JAVA_HOME", old.toString()), "--help");
        assertThat(outcome.output()).contains("serve").doesNotContain("fake");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void aNewerJavaInJavaHomeIsUsedAndGetsTheArguments() throws Exception {
        var newer = fakeJava("newer-java", "26");
        var outcome = run(LAUNCHER, Map.of("JAVA_HOME", newer.toString()), "body", "a b", "--x=*");
        assertThat(outcome.output())
                .startsWith("fake ")
                .contains("-jar " + LAUNCHER.resolveSibling("patungan.jar"))
                .endsWith("body|a b|--x=*|\n");
    }

    @Test
    void itWorksThroughALink() throws Exception {
        var link = Path.of("target/linked-launcher").toAbsolutePath();
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, LAUNCHER);
        assertThat(run(link, Map.of(), "--help").status()).isZero();
    }

    @Test
    void whatTheCommandSaysAboutItsHomeReachesTheShell() throws Exception {
        var outcome = run(LAUNCHER, Map.of(), "serve", "--home", "/tmp/patungan-refused");
        assertThat(outcome.output()).contains("below the temporary directory");
        assertThat(outcome.status()).isEqualTo(EnvironmentException.EXIT_CODE);
        assertThat(Path.of("/tmp/patungan-refused")).doesNotExist();
    }

    private static Path fakeJava(String name, String version) throws IOException {
        var home = Path.of("target", name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        var java = home.resolve("bin/java");
        Files.writeString(
                java,
                """
                #!/bin/sh
                printf 'fake %s\\n' "$*"
                while [ "$1" != -jar ]; do shift; done
                shift 2
                printf '%s|' "$@"
                echo
                """);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home.toAbsolutePath();
    }

    private static Outcome run(Path launcher, Map<String, String> environment, String... arguments)
            throws Exception {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/bin:/bin");
        builder.environment().put("HOME", System.getProperty("user.home"));
        builder.environment().putAll(environment);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }
}
