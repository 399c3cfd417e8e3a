package id.patungan.cli;

import static id.patungan.contributions.Kartamantul.EQUAL;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Indicators;
import id.patungan.parties.Members;
import id.patungan.parties.NewIndicatorValue;
import id.patungan.parties.Parties;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Charging from a shell. */
@DatabaseTest
class AssessCommandTest {

    private final ApplicationContext context;
    private final Assessments assessments;
    private final Rules rules;
    private final Indicators indicators;
    private final Town town;
    private final StringWriter err = new StringWriter();

    @Autowired
    AssessCommandTest(
            ApplicationContext context,
            Assessments assessments,
            Rules rules,
            Indicators indicators,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.context = context;
        this.assessments = assessments;
        this.rules = rules;
        this.indicators = indicators;
        this.town =
                new Kartamantul(bodies, parties, members, agreements, books)
                        .open(java.util.Currency.getInstance("IDR"), true);
    }

    @BeforeEach
    void anApprovedRule() {
        approve("IURAN", "name: Iuran 2006\n" + EQUAL);
    }

    private void approve(String code, String text) {
        rules.draft(
                town.finance(),
                new NewRuleVersion(code, text, LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6"),
                code);
        rules.decide(
                town.as(Role.APPROVER, new Scope.All()), code, 1, true, null, "approve-" + code);
    }

    @Test
    void aDryRunShowsWhatWouldBeChargedAndChargesNothing() throws Exception {
        var out = assess("--rule", "IURAN", "--total", "330 juta", "--dry-run");

        assertThat(out).contains("34.04", "110000000.00", "330000000.00");
        assertThat(assess("--rule", "IURAN", "--total", "330 juta", "--dry-run")).isEqualTo(out);
        assertThat(err.toString()).isEmpty();
        assertThat(assessments.list(town.finance(), null)).isEmpty();
    }

    @Test
    void explainedItNamesTheVersionAndTheSteps() throws Exception {
        var plain = assess("--rule", "IURAN", "--total", "100000000", "--dry-run");
        var out = assess("--rule", "IURAN", "--total", "100000000", "--dry-run", "--explain");

        assertThat(out)
                .startsWith(plain)
                .contains("rule IURAN version 1 of 2006-01-01, PKS-1 Pasal 6")
                .contains("sha256 " + rules.version(town.finance(), "IURAN", 1).digest());
        var csv =
                assess(
                        "--rule",
                        "IURAN",
                        "--total",
                        "100000000",
                        "--dry-run",
                        "--explain",
                        "--format",
                        "csv");
        assertThat(csv)
                .startsWith("party,name,quota,bound,rounding,share\n")
                .doesNotContain("sha256");
        assertThat(err.toString()).contains("sha256");
    }

    @Test
    void theSameCommandTwiceChargesOnce() throws Exception {
        for (var time = 0; time < 2; time++) {
            var out = assess("--rule", "IURAN", "--total", "330000000", "--due", "31-03-2006");
            assertThat(out).contains("110000000.00");
        }

        assertThat(err.toString()).isEqualTo("charged as AS-2006-0001\ncharged as AS-2006-0001\n");
        var charged = assessments.get(town.finance(), "AS-2006-0001");
        assertThat(charged.paper().description()).isEqualTo("Iuran 2006");
        assertThat(charged.rule()).isEqualTo(rules.version(town.finance(), "IURAN", 1).reference());
        refused(
                "command.key-reused",
                "--rule",
                "IURAN",
                "--total",
                "340000000",
                "--due",
                "31-03-2006");
    }

    @Test
    void itFallsDueInInstalmentsAtAnIntervalOrOnDaysOfTheirOwn() throws Exception {
        assess(
                "--rule",
                "IURAN",
                "--total",
                "330000000",
                "--due",
                "31-03-2006",
                "--instalments",
                "4",
                "--every-months",
                "3");

        assertThat(assessments.get(town.finance(), "AS-2006-0001").dues())
                .containsExactly(
                        LocalDate.of(2006, 3, 31),
                        LocalDate.of(2006, 6, 30),
                        LocalDate.of(2006, 9, 30),
                        LocalDate.of(2006, 12, 31));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() ->
                        assess(
                                "--rule",
                                "IURAN",
                                "--total",
                                "330000000",
                                "--due",
                                "31-03-2006",
                                "--due",
                                "30-06-2006",
                                "--instalments",
                                "2"))
                .withMessageContaining("--instalments");
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() ->
                        assess(
                                "--rule",
                                "IURAN",
                                "--total",
                                "330000000",
                                "--due",
                                "30-06-2006",
                                "--due",
                                "31-03-2006"))
                .withMessageContaining("dues");
    }

    @Test
    void proposedItChargesNothingUntilSomebodyApproves() throws Exception {
        for (var time = 0; time < 2; time++) {
            assertThat(
                            assess(
                                    "--rule",
                                    "IURAN",
                                    "--total",
                                    "330000000",
                                    "--due",
                                    "31-03-2006",
                                    "--propose"))
                    .contains("110000000.00");
        }

        assertThat(err.toString()).isEqualTo("proposed as number 1\nproposed as number 1\n");
        assertThat(assessments.list(town.finance(), null)).isEmpty();
    }

    /** The figures may have changed meanwhile; what was charged has not. */
    @Test
    void theSameCommandAgainPrintsWhatWasChargedNotWhatLaterFiguresGive() throws Exception {
        approve("JIWA", "rule: {kind: weights, indicator: population}");
        people(1);
        var charge =
                new String[] {
                    "--rule", "JIWA", "--total", "400000000", "--due", "31-03-2006", "--explain"
                };
        var first = assess(charge);
        people(2);

        assertThat(first).contains("133333333.00", "rule JIWA version 1");
        assertThat(assess(charge)).isEqualTo(first);
        assertThat(assess("--rule", "JIWA", "--total", "400000000", "--dry-run"))
                .contains("100000000.00", "200000000.00");
    }

    private void people(int ofBantul) {
        for (var party : List.of(Kartamantul.YOGYA, Kartamantul.SLEMAN, Kartamantul.BANTUL)) {
            var count = party.equals(Kartamantul.BANTUL) ? ofBantul : 1;
            indicators.record(
                    town.finance(),
                    new NewIndicatorValue(
                            party,
                            "population",
                            2006,
                            new BigDecimal(count),
                            "jiwa",
                            "BPS " + count,
                            null));
        }
    }

    @Test
    void theSameCommandAfterACancellationIsRefusedAndPrintsNothing() throws Exception {
        var charge =
                new String[] {"--rule", "IURAN", "--total", "330000000", "--due", "31-03-2006"};
        assess(charge);
        assessments.cancel(
                town.finance(), "AS-2006-0001", LocalDate.of(2006, 2, 1), "Salah jumlah", "c");

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> assess(charge))
                .withMessageContainingAll("AS-2006-0001", "2006-02-01")
                .satisfies(refusal ->
                        assertThat(refusal.code())
                                .isEqualTo("contributions.charged-and-cancelled"));
        assertThat(assessments.list(town.finance(), null)).hasSize(1);
    }

    @Test
    void aRuleWithAPriceListNeedsATableAndNoTotal() throws Exception {
        approve("TARIF", "rule: {kind: rate, rate: 2, indicators: [w]}");
        var table = Files.createTempFile("figures", ".csv");
        Files.writeString(table, "party,name,w\n34.71,Y,10\n34.04,S,20\n34.02,B,12.25\n");

        var out =
                assess(
                        "--rule",
                        "TARIF",
                        "--figures",
                        table.toString(),
                        "--dry-run",
                        "--format",
                        "json");

        assertThat(out).contains("\"total\":\"85.00\"");
        Files.delete(table);
    }

    @Test
    void whatCannotBeChargedIsRefusedByName() {
        refused("input.unreadable", "--rule", "IURAN", "--total", "330000000");
        refused("rules.no-such-rule", "--rule", "LAIN", "--total", "1", "--dry-run");
        refused("allocation.no-total", "--rule", "IURAN", "--dry-run");
        refused("input.unreadable", "--rule", "IURAN", "--total", "banyak", "--dry-run");
    }

    private void refused(String code, String... arguments) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> assess(arguments))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private String assess(String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("--body", town.code(), "--year", "2006"));
        all.addAll(List.of("--date", "16-01-2006"));
        all.addAll(List.of(arguments));
        var command = new AssessCommand();
        new CommandLine(command)
                .setErr(new PrintWriter(err, true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .parseArgs(all.toArray(String[]::new));
        var out = new StringWriter();
        var writer = new PrintWriter(out);
        assertThat(command.run(context, writer)).isEqualTo(ExitCode.DONE);
        writer.flush();
        return out.toString();
    }
}
