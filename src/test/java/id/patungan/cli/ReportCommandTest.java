package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.grants.Awards;
import id.patungan.grants.Secretariat;
import id.patungan.ledger.Books;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Papers of awards and their activity file from a shell. */
@DatabaseTest
class ReportCommandTest {

    private final ApplicationContext context;
    private final Secretariat office;

    @Autowired
    ReportCommandTest(
            ApplicationContext context,
            Bodies bodies,
            Parties parties,
            Books books,
            Awards awards) {
        this.context = context;
        this.office = Secretariat.open(bodies, parties, books, awards);
        office.approved("HIBAH-1", Secretariat.hibah());
    }

    private String run(ServiceCommand command, String... arguments) throws Exception {
        var out = new StringWriter();
        new CommandLine(command).parseArgs(arguments);
        try (var writer = new PrintWriter(out)) {
            assertThat(command.run(context, writer)).isEqualTo(ExitCode.DONE);
        }
        return out.toString();
    }

    private String report(String name, String... more) throws Exception {
        var all = new java.util.ArrayList<>(List.of(name, "--body", office.code()));
        all.addAll(List.of("--award", "HIBAH-1"));
        all.addAll(List.of(more));
        return run(new ReportCommand(), all.toArray(String[]::new));
    }

    @Test
    void itWritesThePapersOfAnAward(@TempDir Path folder) throws Exception {
        assertThat(report("donor-statement", "--from", "2011-02-01", "--until", "2011-12-31"))
                .contains("Gaji dan insentif");
        assertThat(report("hibah-report", "--from", "2011-01-01", "--format", "json"))
                .contains("\"HIBAH-1\"");
        var file = folder.resolve("lpj.pdf");
        assertThat(
                        report(
                                "hibah-report",
                                "--from",
                                "2011-01-01",
                                "--format",
                                "pdf",
                                "--lang",
                                "en",
                                "--out",
                                file.toString()))
                .isEqualTo(file + "\n");
        assertThat(Files.readAllBytes(file)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void whatItCannotDoItNames() {
        for (var wrong : List.of(List.of("nothing"), List.of("bridge", "--format", "doc"))) {
            assertThatExceptionOfType(DomainException.class)
                    .isThrownBy(() ->
                            report(
                                    wrong.getFirst(),
                                    wrong.subList(1, wrong.size()).toArray(String[]::new)));
        }
        for (var wrong :
                List.of(
                        List.of("--format", "pdf"),
                        List.of("--lang", "fr"),
                        List.of("--from", "soon"))) {
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> report("bridge", wrong.toArray(String[]::new)));
        }
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> run(new ExportCommand(), "ods", "--body", office.code()));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> run(new ExportCommand(), "iati", "--body", office.code()))
                .satisfies(refusal -> assertThat(refusal.code()).startsWith("awardpapers.iati"));
    }
}
