package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The months ahead from a shell. */
@DatabaseTest
class ForecastCommandTest {

    @Autowired private ApplicationContext context;
    @Autowired private Demo demo;

    @BeforeEach
    void theDemo() {
        demo.load();
    }

    private String forecast(String... more) throws Exception {
        var all = new ArrayList<>(List.of("--body", "kartamantul"));
        all.addAll(List.of(more));
        var command = new ForecastCommand();
        new CommandLine(command).parseArgs(all.toArray(String[]::new));
        var out = new StringWriter();
        try (var writer = new PrintWriter(out)) {
            assertThat(command.run(context, writer)).isEqualTo(ExitCode.DONE);
        }
        return out.toString();
    }

    @Test
    void itSaysHowLongTheMoneyLasts() throws Exception {
        var said = forecast();
        assertThat(said)
                .contains("\"asOf\": \"2006-12-31\"", "\"freeNow\": \"33245500.00\"")
                .contains("\"month\": \"2007-02\"", "\"reserve\": \"24754500.00\"")
                .doesNotContain("\"changed\"");
        assertThat(forecast()).isEqualTo(said);
    }

    @Test
    void aScenarioStandsBesideTheBase(@TempDir Path folder) throws Exception {
        var file = folder.resolve("s.yml");
        Files.writeString(
                file,
                """
                name: Sleman does not pay
                overlays:
                  - {kind: member-default, party: "34.04", from: 2007-01, percent: 100}
                risks:
                  - {kind: triangular, target: staff, drawn: yearly, low: 1, mode: 1, high: 1.3}
                """);
        assertThat(forecast("--scenario", file.toString(), "--paths", "400"))
                .contains("\"kind\": \"triangular\"", "\"target\": \"staff\"");
        assertThat(forecast("--scenario", file.toString(), "--months", "24"))
                .contains("\"changed\"", "Sleman does not pay", "\"kind\": \"overlay\"");
        Files.writeString(file, "name: x\noverlays:\n  - {kind: storm}\n");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> forecast("--scenario", file.toString()))
                .withMessageContaining("s.yml:3:");
    }

    @Test
    void theSameSeedGivesTheSameBands() throws Exception {
        var one = forecast("--paths", "400", "--seed", "7");
        assertThat(one)
                .contains("xoshiro256++", "\"paths\": 400", "\"dryBy\"", "\"convergence\"")
                .contains("\"target\": \"costs\"");
        assertThat(forecast("--paths", "400", "--seed", "7")).isEqualTo(one);
        assertThat(forecast("--paths", "400", "--seed", "8")).isNotEqualTo(one);
        assertThat(forecast("--paths", "0")).doesNotContain("simulation");
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> forecast("--paths", "399"));
    }

    @Test
    void whatCannotBeLookedAtIsRefused() {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> forecast("--months", "11"));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> forecast("--months", "241"));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> forecast("--as-of", "kemarin"));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> forecast("--format", "pdf"));
    }
}
