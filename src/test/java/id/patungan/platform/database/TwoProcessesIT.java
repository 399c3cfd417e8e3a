package id.patungan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.testing.ChildProgram;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** What several programs do to one home, and what is left when one of them is killed. */
class TwoProcessesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void aSecondServerIsToldWhoHasTheHomeAndWhere() throws Exception {
        var home = TestHomes.empty("second-server");
        try (var first = open(home, "ALONE")) {
            first.await("open", PATIENCE);
            try (var second = open(home, "ALONE")) {
                assertThat(second.await("refused", PATIENCE))
                        .contains("process " + first.pid())
                        .contains("http://localhost:8080")
                        .contains("--home");
                assertThat(second.finish()).isEqualTo(EnvironmentException.EXIT_CODE);
            }
            assertThat(first.finish()).isZero();
        }
    }

    @Test
    void aCommandWorksOnTheServerOfAnotherProgramWhichWaitsForIt() throws Exception {
        var home = TestHomes.empty("joined");
        try (var first = open(home, "ALONE")) {
            var url = first.await("open", PATIENCE);
            try (var command = open(home, "JOIN")) {
                assertThat(command.await("open", PATIENCE)).isEqualTo(url);
                var server = server(home);

                var stopping = Thread.ofVirtual().unstarted(() -> finish(first));
                stopping.start();
                Thread.sleep(1_500);
                assertThat(server.isAlive()).as("kept for the command").isTrue();

                assertThat(command.finish()).isZero();
                stopping.join();
                assertThat(server.isAlive()).isFalse();
            }
        }
    }

    @Test
    void aCommandAloneRunsTheServerItself() throws Exception {
        var home = TestHomes.empty("command-alone");
        try (var command = open(home, "JOIN")) {
            command.await("open", PATIENCE);
            var server = server(home);
            assertThat(command.finish()).isZero();
            assertThat(server.isAlive()).isFalse();
        }
    }

    @Test
    void whenTheProgramIsKilledItsDatabaseStopsAndTheNextStartFindsTheHomeFree() throws Exception {
        var home = TestHomes.empty("killed");
        try (var first = open(home, "ALONE")) {
            first.await("open", PATIENCE);
            var server = server(home);
            first.kill();

            var deadline = Instant.now().plus(PATIENCE);
            while (server.isAlive()) {
                assertThat(Instant.now()).isBefore(deadline);
                Thread.sleep(50);
            }
        }
        try (var next = open(home, "ALONE")) {
            next.await("open", PATIENCE);
            assertThat(next.finish()).isZero();
        }
    }

    @Test
    void aStartRightAfterTheKillWaitsForTheOldServerAndNeverRunsASecond() throws Exception {
        var home = TestHomes.empty("killed-and-restarted");
        try (var first = open(home, "ALONE")) {
            first.await("open", PATIENCE);
            var server = server(home);
            first.kill();
            try (var next = open(home, "ALONE")) {
                next.await("open", PATIENCE);
                assertThat(server.isAlive()).isFalse();
                assertThat(server(home).pid()).isNotEqualTo(server.pid());
                assertThat(next.finish()).isZero();
            }
        }
    }

    private static ChildProgram open(Home home, String sharing) throws IOException {
        return ChildProgram.start(HomeProgram.class, home.directory(), sharing);
    }

    private static ProcessHandle server(Home home) {
        return ServerFile.read(home.serverFile())
                .flatMap(file -> file.database().running())
                .orElseThrow();
    }

    private static void finish(ChildProgram program) {
        try {
            program.finish();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
