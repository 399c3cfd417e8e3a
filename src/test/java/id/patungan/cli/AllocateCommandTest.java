package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.allocation.AcceptanceCases;
import id.patungan.allocation.AcceptanceCases.Case;
import id.patungan.allocation.AcceptanceCases.Refused;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

class AllocateCommandTest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @TempDir private Path directory;

    @ParameterizedTest(name = "{0}")
    @MethodSource("id.patungan.allocation.AcceptanceCases#all")
    void aCaseOfTheGuideGivesItsFiguresAsJson(Case given) throws IOException {
        var result = allocate(given, "--format", "json");
        var json = JsonMapper.shared().readTree(result.out());

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(json.get("total").asString()).isEqualTo(given.total() + ".00");
        assertThat(json.get("shares")).hasSize(given.expected().size());
        for (var share : json.get("shares")) {
            assertThat(share.get("share").asString())
                    .isEqualTo(given.expected().get(share.get("party").asString()));
        }
        assertThat(json.get("trace")).isNotEmpty();
        assertThat(allocate(given, "--format", "json")).isEqualTo(result);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("id.patungan.allocation.AcceptanceCases#all")
    void aCaseOfTheGuideGivesItsFiguresAsCsv(Case given) throws IOException {
        var result = allocate(given, "--format", "csv");

        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("party,name,quota,bound,rounding,share\n");
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var rows = CSVParser.parse(result.out(), format)) {
            assertThat(rows.getRecords())
                    .hasSize(given.expected().size())
                    .allSatisfy(row ->
                            assertThat(row.get("share"))
                                    .isEqualTo(given.expected().get(row.get("party"))));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("id.patungan.allocation.AcceptanceCases#all")
    void aCaseOfTheGuideGivesItsFiguresAsText(Case given) throws IOException {
        var result = allocate(given, "--trace");

        assertThat(result.code()).isZero();
        given.expected()
                .forEach((party, share) ->
                        assertThat(result.out().lines())
                                .anyMatch(line ->
                                        line.startsWith(party + " ")
                                                && line.endsWith(" " + share)));
        assertThat(result.out()).contains("Rounded to units of 1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("id.patungan.allocation.AcceptanceCases#refusals")
    void aRefusalNamesFileLineColumnAndCode(Refused given) throws IOException {
        var result =
                run(
                        write("rule.yml", given.rule()),
                        write("parties.csv", given.parties()),
                        given.total());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .allMatch(line -> line.matches(".*rule\\.yml:\\d+:\\d+: [a-z]+\\.[a-z-]+: .+"))
                .anyMatch(line -> line.contains(": " + given.code() + ": "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("id.patungan.allocation.KindCases#priced")
    void aPriceListNeedsNoTotalAndRefusesAnotherOne(Case given) throws IOException {
        var rule = write("rule.yml", given.rule()).toString();
        var parties = write("parties.csv", given.parties()).toString();
        var currency = given.currency();
        var command =
                List.of("allocate", "--rule", rule, "--parties", parties, "--currency", currency);

        var json = JsonMapper.shared().readTree(run(with(command, "--format", "json")).out());
        var csv = run(with(command, "--format", "csv")).out();
        var text = run(with(command, "--trace")).out();

        assertThat(json.get("total").asString()).isEqualTo(given.total() + ".00");
        for (var share : json.get("shares")) {
            assertThat(share.get("share").asString())
                    .isEqualTo(given.expected().get(share.get("party").asString()));
        }
        given.expected()
                .forEach((party, share) -> {
                    assertThat(csv.lines())
                            .anyMatch(line ->
                                    line.startsWith(party + ",") && line.endsWith("," + share));
                    assertThat(text.lines())
                            .anyMatch(line ->
                                    line.startsWith(party + " ") && line.endsWith(" " + share));
                });
        assertThat(text).contains("half up");
        assertThat(run(with(command, "--total", given.total())).code()).isZero();
        assertThat(run(with(command, "--total", "1")))
                .satisfies(result -> {
                    assertThat(result.code()).isEqualTo(2);
                    assertThat(result.err())
                            .contains("allocation.other-total", given.total() + ".00", "1.00");
                });
    }

    @Test
    void aScaleOfTwoHundredPayersIsOneRuleFileAndOneCsv() throws IOException {
        var total = new BigDecimal("3386912345");
        var folder = Path.of("src/test/resources/allocation");

        var result =
                run(
                        folder.resolve("payers.yml"),
                        folder.resolve("payers.csv"),
                        total.toPlainString(),
                        "--format",
                        "csv");

        // Worked out anew from the two files: pins as they stand, the rest by capacity
        var pins = new TreeMap<String, BigDecimal>();
        for (var line : Files.readAllLines(folder.resolve("payers.yml"))) {
            if (line.matches("    N\\d{3}: .*")) {
                pins.put(line.substring(4, 8), new BigDecimal(line.substring(10)));
            }
        }
        var capacities = new TreeMap<String, BigDecimal>();
        for (var line : Files.readAllLines(folder.resolve("payers.csv"))) {
            if (line.startsWith("N") && !line.endsWith(",")) {
                capacities.put(
                        line.substring(0, 4),
                        new BigDecimal(line.substring(line.lastIndexOf(',') + 1)));
            }
        }
        var pinned = pins.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var capacity = capacities.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(pins).hasSize(70);
        assertThat(pinned).isEqualByComparingTo("27.543");
        assertThat(result.code()).isZero();
        var sum = BigDecimal.ZERO;
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var rows = CSVParser.parse(result.out(), format)) {
            for (var row : rows.getRecords()) {
                var share = new BigDecimal(row.get("share"));
                var pin = pins.get(row.get("party"));
                var exact =
                        pin != null
                                ? total.multiply(pin).movePointLeft(2)
                                : total.multiply(HUNDRED.subtract(pinned))
                                        .movePointLeft(2)
                                        .multiply(capacities.get(row.get("party")))
                                        .divide(capacity, 20, RoundingMode.HALF_EVEN);
                assertThat(share.subtract(exact).abs()).isLessThan(BigDecimal.ONE);
                assertThat(row.get("bound")).isEqualTo(pin == null ? "" : "pin");
                sum = sum.add(share);
            }
            assertThat(rows.getRecordNumber()).isEqualTo(200);
        }
        assertThat(sum).isEqualByComparingTo(total);
    }

    @Test
    void instalmentsAreShownForEachPartyAndInAll() throws IOException {
        var rule = write("rule.yml", "rule: {kind: equal}");
        var parties = write("parties.csv", "party,name\nA,a\nB,b\nC,c\n");

        assertThat(run(rule, parties, "100", "--instalments", "3", "--format", "csv").out())
                .isEqualTo(
                        """
                        party,name,share,1,2,3
                        A,a,34.00,11.00,12.00,11.00
                        B,b,33.00,11.00,11.00,11.00
                        C,c,33.00,11.00,11.00,11.00
                        """);
        assertThat(run(rule, parties, "100", "--instalments", "3").columns())
                .contains("total 100.00 33.00 34.00 33.00");
        assertThat(run(rule, parties, "100", "--instalments", "3", "--format", "json").out())
                .contains("\"instalments\":[{\"party\":\"A\",\"amounts\":[\"11.00\",\"12.00\",")
                .endsWith(",\"due\":[\"33.00\",\"34.00\",\"33.00\"]}\n");
        assertThat(run(rule, parties, "100", "--instalments", "0").code()).isEqualTo(2);
    }

    @Test
    void whatWasChargedBeforeIsSettledByTheFinalRun() throws IOException {
        var rule = write("rule.yml", "rule: {kind: equal}");
        var parties = write("parties.csv", "party,name\nA,a\nB,b\nC,c\n");
        var before =
                write("before.csv", run(rule, parties, "100", "--format", "csv").out()).toString();

        assertThat(run(rule, parties, "130", "--provisional", before, "--format", "csv").out())
                .isEqualTo(
                        """
                        party,name,share,provisional,difference
                        A,a,44.00,34.00,10.00
                        B,b,43.00,33.00,10.00
                        C,c,43.00,33.00,10.00
                        """);
        assertThat(run(rule, parties, "130", "--provisional", before).columns())
                .contains("total 130.00 100.00 30.00");
        assertThat(run(rule, parties, "130", "--provisional", before, "--format", "json").out())
                .contains("\"settlement\":[{\"party\":\"A\",\"name\":\"a\",\"share\":\"44.00\",")
                .endsWith(",\"settled\":\"30.00\"}\n");
    }

    @Test
    void severalTotalsAreSplitAtOnceAsTheRuleSays() throws IOException {
        var alone = write("alone.yml", "rule: {kind: equal}");
        var tied = write("tied.yml", "lines: controlled\nrule: {kind: equal}");
        var parties = write("parties.csv", "party,name\nA,a\nB,b\nC,c\n");
        var totals = write("totals.csv", "line,amount\nSalaries,100\nRent,100\nTravel,100\n");

        assertThat(split(alone, parties, totals, "--format", "text").columns())
                .contains("A a 34.00 34.00 34.00 102.00")
                .contains("total 100.00 100.00 100.00 300.00");
        assertThat(split(tied, parties, totals, "--format", "text", "--trace").columns())
                .contains("A a 33.00 34.00 33.00 100.00")
                .contains("In equal parts among 3 parties");
        assertThat(split(tied, parties, totals, "--format", "csv").out())
                .startsWith("line,party,name,quota,bound,rounding,share\nSalaries,A,a,100/3,,");
        assertThat(split(alone, parties, totals, "--format", "json").out())
                .startsWith(
                        "{\"total\":\"300.00\",\"currency\":\"IDR\",\"lines\":[{\"line\":\"Salaries\"")
                .contains("\"totals\":[{\"party\":\"A\",\"name\":\"a\",\"share\":\"102.00\"}");
        assertThat(split(alone, parties, totals, "--total", "3").code()).isEqualTo(1);
        assertThat(split(alone, parties, totals, "--instalments", "3").code()).isEqualTo(1);
        assertThat(split(alone, parties, write("bad.csv", "line,amount\nx,1,0\n")).err())
                .contains("bad.csv:2:0: allocation.columns: ");
        assertThat(
                        run(List.of(
                                        "allocate",
                                        "--rule",
                                        alone.toString(),
                                        "--parties",
                                        parties.toString()))
                                .err())
                .contains("allocation.no-total");
    }

    private static Result split(Path rule, Path parties, Path totals, String... options) {
        return run(
                with(
                        List.of(
                                "allocate",
                                "--rule",
                                rule.toString(),
                                "--parties",
                                parties.toString(),
                                "--totals",
                                totals.toString()),
                        options));
    }

    private static List<String> with(List<String> arguments, String... more) {
        return Stream.concat(arguments.stream(), Stream.of(more)).toList();
    }

    @Test
    void aCostGameSaysWhoWouldBeBetterOffAloneWithoutBeingAskedForTheTrace() throws IOException {
        var rule =
                write(
                        "rule.yml",
                        "rule: {kind: stand-alone, costs: {A: 90, B: 50, C: 20, A+B: 95, A+C: 100,"
                                + " B+C: 30, A+B+C: 100}}");
        var parties = write("parties.csv", "party,name\nA,a\nB,b\nC,c\n");
        var warning = "Warning: 1 of 6 coalitions would be better off alone, by up to 13.75.";

        var text = run(rule, parties, "100");
        var csv = run(rule, parties, "100", "--format", "csv");
        var json = run(rule, parties, "100", "--format", "json");

        assertThat(text.out()).contains(warning).contains("  B+C  30  13.75\n");
        assertThat(text.err()).isEmpty();
        assertThat(csv.out().lines()).hasSize(4);
        assertThat(csv.err()).contains(warning);
        assertThat(json.out()).contains("\"step\":\"outside-core\",\"mark\":\"warning\"");
        assertThat(json.err()).isEmpty();
    }

    @Test
    void theJsonIsTheOneThatInterfacesPromise() throws IOException {
        var waste = AcceptanceCases.all().findFirst().orElseThrow();

        assertThat(allocate(waste, "--format", "json").out())
                .startsWith(
                        "{\"total\":\"1900000000.00\",\"currency\":\"IDR\",\"shares\":["
                                + "{\"party\":\"34.71\",\"name\":\"Kota Yogyakarta\","
                                + "\"quota\":\"1425000000\",\"share\":\"1425000000.00\","
                                + "\"bound\":null,\"rounding\":\"0.00\"},")
                .contains("\"trace\":[{\"place\":\"rule\",\"step\":\"percent\"")
                .endsWith("]}\n");
    }

    @Test
    void allProblemsOfAllFilesAreNamedAtOnce() throws IOException {
        var rule = write("rule.yml", "name: x\nrule: {kind: equall}\nextra: 1\n");
        var parties = write("parties.csv", "party,name\nA,a\nA,b\n");

        var result = run(rule, parties, "9.350");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err().lines())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("9350").contains("9.350"),
                        line -> assertThat(line).contains("rule.yml:2:14: allocation.unknown-kind"),
                        line -> assertThat(line).contains("rule.yml:3:1: allocation.unknown-field"),
                        line -> assertThat(line).contains("parties.csv:3:1: "));
    }

    @Test
    void aFileThatIsNotThereOrNotUtf8IsSaidSo() throws IOException {
        var rule = write("rule.yml", "rule: {kind: equal}");
        var latin = directory.resolve("latin.csv");
        Files.write(latin, "party,name\nA,caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(run(rule, directory.resolve("absent.csv"), "100").code()).isEqualTo(4);
        assertThat(run(rule, latin, "100"))
                .satisfies(result -> {
                    assertThat(result.code()).isEqualTo(2);
                    assertThat(result.err()).contains("UTF-8");
                });
    }

    @Test
    void aWrongCommandLineIsAUsageError() {
        assertThat(run(List.of("allocate")).code()).isEqualTo(1);
        assertThat(run(List.of("alocate")).code()).isEqualTo(1);
        assertThat(run(List.of()).code()).isEqualTo(1);
        assertThat(run(List.of("allocate", "--format", "xml")).code()).isEqualTo(1);
        assertThat(run(List.of("allocate", "--help")))
                .satisfies(result -> {
                    assertThat(result.code()).isZero();
                    assertThat(result.out()).contains("--rule");
                });
    }

    @Test
    void amountsAreReadAsPeopleWriteThem() throws IOException {
        var rule = write("rule.yml", "rule: {kind: equal}");
        var parties = write("parties.csv", "party,name\nA,a\nB,b\n");

        assertThat(run(rule, parties, "Rp. 330 Juta").out()).contains("165000000.00");
        assertThat(run(rule, parties, "-1.900.000,00").out()).contains("-950000.00");
        assertThat(run(rule, parties, "100", "--currency", "EUR").out()).contains("EUR", "50.00");
    }

    private Result allocate(Case given, String... options) throws IOException {
        return run(
                write("rule.yml", given.rule()),
                write("parties.csv", given.parties()),
                given.total(),
                options);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static Result run(Path rule, Path parties, String total, String... options) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "allocate",
                                "--rule",
                                rule.toString(),
                                "--parties",
                                parties.toString(),
                                "--total",
                                total));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    private static Result run(List<String> arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code =
                Commands.run(
                        AllocateCommandTest.class,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        arguments.toArray(String[]::new));
        return new Result(code, out.toString(), err.toString());
    }

    private record Result(int code, String out, String err) {
        /** One space between columns, however wide they are. */
        String columns() {
            return out.replaceAll(" +", " ");
        }
    }
}
