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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class AllocateCommandTest {

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

    private record Result(int code, String out, String err) {}
}
