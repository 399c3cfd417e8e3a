package id.patungan.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.PatunganApplication;
import id.patungan.platform.Access;
import id.patungan.testing.ChildProgram;

import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;

/**
 * Kills during posting: every entry that the client has in its own synced file is there after a
 * restart. A kill is not a power cut: that the disk keeps its word is checked nowhere; that the
 * server asks it to is checked at each start.
 */
class CrashIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void whatWasAcknowledgedSurvivesAKillOfTheProgram() throws Exception {
        var directory = empty("crash-program");
        var file = directory.resolve("acknowledged");
        for (var run = 1; run <= 2; run++) {
            try (var client = posting(directory, file, run)) {
                client.await("acknowledged " + 20 * run, PATIENCE);
                client.kill();
            }
        }
        assertEverythingIsThere(directory, file);
    }

    @Test
    void whatWasAcknowledgedSurvivesAKillOfTheDatabaseAndTheClientGoesOn() throws Exception {
        var directory = empty("crash-database");
        var file = directory.resolve("acknowledged");
        try (var client = posting(directory, file, 1)) {
            client.await("acknowledged 20", PATIENCE);
            ProcessHandle.of(databaseProcess(directory)).orElseThrow().destroyForcibly();
            var acknowledged = Files.readAllLines(file).size();
            client.await("acknowledged " + (acknowledged + 20), PATIENCE);
            client.kill();
        }
        assertEverythingIsThere(directory, file);
    }

    private static ChildProgram posting(Path directory, Path file, int run) throws IOException {
        return ChildProgram.start(PostingProgram.class, directory.resolve("home"), file, run);
    }

    private static void assertEverythingIsThere(Path directory, Path file) throws IOException {
        var acknowledged = Files.readAllLines(file);
        try (var context = restart(directory)) {
            var access = Access.system(PostingProgram.BODY);
            var journal = context.getBean(Journal.class);
            var last = 0L;
            for (var line : acknowledged) {
                var parts = line.split(" ", 3);
                var entry = journal.entry(access, Long.parseLong(parts[0]));
                assertThat(entry.sourceKey()).isEqualTo(parts[1]);
                assertThat(entry.hash()).isEqualTo(parts[2]);
                last = Math.max(last, entry.no());
            }
            var head = journal.head(PostingProgram.BODY);
            assertThat(head.lastNo())
                    .as("at most the one entry of each run whose answer never arrived")
                    .isBetween(last, last + 1);
            assertThat(context.getBean(Checks.class).run(access))
                    .isNotEmpty()
                    .allMatch(CheckResult::passed);
        }
    }

    private static ConfigurableApplicationContext restart(Path directory) {
        return new SpringApplicationBuilder(PatunganApplication.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--patungan.home=" + directory.resolve("home"),
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--logging.level.root=warn");
    }

    private static long databaseProcess(Path directory) throws IOException {
        var text = Files.readString(directory.resolve("home/server.json"));
        return JsonMapper.shared().readTree(text).path("database").path("pid").asLong();
    }

    private static Path empty(String name) throws IOException {
        var directory = Path.of("target/crashes", name).toAbsolutePath();
        if (Files.exists(directory)) {
            try (var paths = Files.walk(directory)) {
                for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return Files.createDirectories(directory);
    }
}
