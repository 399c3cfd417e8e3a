package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.grants.Awards;
import id.patungan.grants.Secretariat;
import id.patungan.ledger.Books;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
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
import java.time.LocalDate;
import java.util.List;

/** Papers of awards and their activity file from a shell. */
@DatabaseTest
class ReportCommandTest {

    private final ApplicationContext context;
    private final Secretariat office;
    private final Ledger ledger;

    @Autowired
    ReportCommandTest(
            ApplicationContext context,
            Bodies bodies,
            Parties parties,
            Books books,
            Awards awards,
            Ledger ledger) {
        this.context = context;
        this.ledger = ledger;
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

    private String sustainability(String... more) throws Exception {
        var all = new java.util.ArrayList<>(List.of("sustainability", "--body", office.code()));
        all.addAll(List.of(more));
        return run(new ReportCommand(), all.toArray(String[]::new));
    }

    @Test
    void itWritesTheSustainabilityReport(@TempDir Path folder) throws Exception {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> sustainability())
                .satisfies(refusal ->
                        assertThat(refusal.code()).isEqualTo("sustainability-report.no-books"));
        ledger.post(
                office.finance(),
                new NewEntry(
                        LocalDate.of(2011, 2, 1),
                        NewEntry.MANUAL,
                        "Bunga",
                        "bunga-1",
                        null,
                        List.of(
                                NewPosting.debit("11200", "UMUM", 1_000_000_00L),
                                NewPosting.credit("46100", "UMUM", 1_000_000_00L))));
        var scenario = folder.resolve("s.yml");
        Files.writeString(
                scenario,
                "name: Shop\noverlays:\n"
                        + "  - {kind: business-unit, name: Toko, from: 2012-01, income: 5,"
                        + " cost: 2, ramp: 0, probability: 100}\n");
        var options = List.of("--as-of", "2011-12-31", "--paths", "400", "--seed", "7");
        var json = sustainability(options.toArray(String[]::new));
        assertThat(json).contains("\"freeNow\": \"1000000.00\"", "\"seed\": 7");
        assertThat(sustainability(options.toArray(String[]::new))).isEqualTo(json);
        var file = folder.resolve("report.pdf");
        var pdf = new java.util.ArrayList<>(options);
        pdf.addAll(
                List.of(
                        "--scenario",
                        scenario.toString(),
                        "--format",
                        "pdf",
                        "--lang",
                        "en",
                        "--out",
                        file.toString()));
        assertThat(sustainability(pdf.toArray(String[]::new))).isEqualTo(file + "\n");
        assertThat(Files.readAllBytes(file)).startsWith('%', 'P', 'D', 'F');
        for (var wrong :
                List.of(
                        List.of("--format", "pdf"),
                        List.of("--format", "xlsx"),
                        List.of("--as-of", "soon"),
                        List.of("--lang", "fr"))) {
            assertThatExceptionOfType(InputException.class)
                    .isThrownBy(() -> sustainability(wrong.toArray(String[]::new)));
        }
        for (var wrong : List.of(List.of("--format", "csv"), List.of("--paths", "399"))) {
            assertThatExceptionOfType(DomainException.class)
                    .isThrownBy(() -> sustainability(wrong.toArray(String[]::new)));
        }
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> run(new ReportCommand(), "lpj", "--body", office.code()));
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
