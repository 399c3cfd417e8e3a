package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.PatunganApplication;
import id.patungan.testing.ChildProgram;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The commands as a shell gives them, beside a server that has their home open. */
class CommandsIT {

    private static final Path HOME = Path.of("target/homes/commands").toAbsolutePath();
    private static final int ROWS = 500;
    private static final int BAD = 321;

    @SuppressWarnings("NullAway.Init")
    private static ChildProgram server;

    private static int port;

    @TempDir private Path folder;

    private record Outcome(int code, String out, String err) {}

    @BeforeAll
    static void aServerOnItsHome() throws Exception {
        FileSystemUtils.deleteRecursively(HOME);
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        server =
                ChildProgram.start(
                        PatunganApplication.class, "serve", "--home", HOME, "--port", port);
        var deadline = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!answers()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(200);
        }
    }

    @AfterAll
    static void itStops() {
        server.close();
    }

    private static boolean answers() throws InterruptedException {
        var health = URI.create("http://localhost:" + port + "/actuator/health");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(health).build(), BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void aSecondServerIsToldWhoHasTheHome() {
        var refused = run("serve", "--port", "0");

        assertThat(refused.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(refused.err())
                .contains("process " + server.pid())
                .contains("http://localhost:" + port)
                .doesNotContain("\tat ");
    }

    @Test
    void aBodyIsCreatedOnceAndListed() throws IOException {
        var file = bodyFile("karya");

        assertThat(run("body", "create", file)).isEqualTo(new Outcome(0, "karya\n", ""));
        assertThat(run("body", "create", file)).isEqualTo(new Outcome(0, "karya\n", ""));
        assertThat(run("body", "list").out()).contains("karya").contains("IDR");
        assertThat(run("body", "list", "--format", "csv").out())
                .startsWith("code,name,zone,currency,sample\n")
                .contains("karya,Badan karya,Asia/Jakarta,IDR,false\n");
        var json = JsonMapper.shared().readTree(run("body", "list", "--format", "json").out());
        assertThat(json.findValuesAsString("code")).contains("karya");
    }

    @Test
    void aBodyFileIsRefusedWithEveryFaultAndNothingIsStored() throws IOException {
        var file = folder.resolve("salah.yml");
        Files.writeString(
                file,
                """
                body:
                  code: salah
                  name: Badan
                  zone: Mars/Utara
                  currency: XXQ
                  first_open_date: 31-02-2006
                """);

        var refused = run("body", "create", file.toString());

        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines())
                .hasSize(3)
                .allMatch(line -> line.matches("\\S+salah\\.yml:[456]:[0-9]+: [a-z.-]+: .+"));
        assertThat(run("body", "list").out()).doesNotContain("salah");
    }

    /**
     * What can be imported: 500 good rows, and one of them broken.
     *
     * @param fault column, code and a word of what is said about the broken one
     */
    record Kind(String command, String header, String row, String broken, String fault) {

        private List<String> lines(boolean withFault) {
            var lines = new ArrayList<>(List.of(header));
            IntStream.rangeClosed(1, ROWS)
                    .mapToObj(at -> withFault && at == BAD ? broken : row.replace("#", "" + at))
                    .forEach(lines::add);
            return lines;
        }

        @Override
        public String toString() {
            return command;
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                new Kind(
                        "accounts",
                        "code,name_id,name_en,kind,funding_class",
                        "59#,Beban #,Cost #,expense,",
                        "59321,Beban,Cost,ekspense,",
                        "accounts.csv:322:0: input.unreadable: 'ekspense' is not a kind"),
                new Kind(
                        "funds",
                        "code,name,restriction,party",
                        "DANA-#,Dana #,project,",
                        "DANA-321,Dana,project,34.99",
                        "funds.csv:322:1: ledger.unknown-party"),
                new Kind(
                        "parties",
                        "code,name,kind",
                        "TOKO-#,Toko #,vendor",
                        "TOKO-321,Toko,kios",
                        "parties.csv:322:3: parties.bad-form"),
                new Kind(
                        "journal",
                        "entry_id,date,description,account_code,fund_code,project_code,member_code,debit,credit",
                        "#,2006-01-31,Belanja,51100,UMUM,,,#.50,\n#,,,11200,UMUM,,,,#.50",
                        "X,2006-01-31,Belanja,51100,UMUM,,,\"1,900,000.00\",\nX,,,11200,UMUM,,,,1",
                        "journal.csv:642:8: "));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aFileIsImportedWholeOnceOrNotAtAll(Kind kind) throws IOException {
        var body = kind.command() + "-body";
        assertThat(run("body", "create", bodyFile(body)).code()).isZero();
        var file = folder.resolve(kind.command() + ".csv").toString();

        Files.write(Path.of(file), kind.lines(true));
        var refused = run("import", kind.command(), file, "--body", body);
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains(kind.fault());

        Files.write(Path.of(file), kind.lines(false));
        for (var dry = 0; dry < 2; dry++) {
            assertThat(run("import", kind.command(), file, "--body", body, "--dry-run").out())
                    .contains("500", "500 added", "dry run");
        }
        assertThat(run("import", kind.command(), file, "--body", body).out())
                .contains("500 added")
                .doesNotContain("dry run");
        assertThat(run("import", kind.command(), file, "--body", body).out()).contains(" 0 added");
        assertThat(run("check", "--body", body).code()).isZero();
    }

    @Test
    void statementsAreFilesWithAManifestOfTheirDigests() throws Exception {
        assertThat(run("body", "create", bodyFile("surat")).code()).isZero();
        var journal = folder.resolve("iuran.csv");
        Files.writeString(
                journal,
                """
                entry_id,date,description,account_code,fund_code,party_code,debit,credit
                1,2006-01-31,Iuran,11300,UMUM,34.04,110000000,
                1,,,41100,UMUM,34.04,,110000000
                2,2006-02-28,Iuran,11300,UMUM,34.02,90000000,
                2,,,41100,UMUM,34.02,,90000000
                """);
        assertThat(run("import", "journal", journal.toString(), "--body", "surat").err()).isEmpty();

        var out = folder.resolve("surat");
        var made = statements(out, "2006-01-01", "pdf,xlsx,csv,json,html");

        assertThat(made.err()).isEmpty();
        var manifest = Files.readString(out.resolve("manifest.json"));
        assertThat(manifest).contains("34.02", "34.04");
        var files = JsonMapper.shared().readTree(manifest).get("files").properties();
        assertThat(files).hasSize(10);
        for (var file : files) {
            var bytes = Files.readAllBytes(out.resolve(file.getKey()));
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(made.out()).contains(file.getKey());
            assertThat(file.getValue().get("sha256").asString())
                    .isEqualTo(HexFormat.of().formatHex(digest));
        }
        assertThat(statements(out, "2006-01-01", "pdf,xlsx,csv,json,html").code()).isZero();
        assertThat(Files.readString(out.resolve("manifest.json"))).isEqualTo(manifest);

        aPaperIsHeldAgainstTheBook(out);

        assertThat(statements(out, "31-02-2006", "csv").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(statements(out, "2006-01-01", "docx").code()).isEqualTo(ExitCode.REFUSED);
        var inTheWay = Files.writeString(folder.resolve("file"), "");
        assertThat(statements(inTheWay, "2006-01-01", "csv"))
                .isEqualTo(
                        new Outcome(
                                ExitCode.ENVIRONMENT,
                                "",
                                inTheWay + " is a file, not a directory\n"));
    }

    private static void aPaperIsHeldAgainstTheBook(Path out) throws IOException {
        var statement = out.resolve(only(out, "34.04", ".json"));
        var manifest = out.resolve("manifest.json");

        var held = run("check", "--body", "surat", "--against", statement + "," + manifest);

        assertThat(held.code()).isZero();
        assertThat(held.out()).contains("surat ok   papers-hold                  11 examined, 0");

        var hash = JsonMapper.shared().readTree(Files.readString(statement));
        var real = hash.at("/statement/asKnownAt/hash").asString();
        var other =
                Files.writeString(
                        out.resolveSibling("other.json"),
                        Files.readString(statement).replace(real, "ab".repeat(32)));
        var later =
                Files.writeString(
                        out.resolveSibling("later.json"),
                        Files.readString(statement)
                                .replaceFirst("\"entryNo\": ?2,", "\"entryNo\": 3,"));
        var failed = run("check", "--body", "surat", "--against", other + "," + later);
        assertThat(failed.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(failed.out())
                .contains("Entry 2 stands on a paper with another hash: it was rewritten")
                .contains("Entry 3 stands on a paper and is gone");

        var refused = run("check", "--against", out.resolve(only(out, "34.04", ".csv")).toString());
        assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err()).contains("check.no-head", "manifest.json");
    }

    private static String only(Path out, String party, String suffix) throws IOException {
        return names(out).stream()
                .filter(name -> name.contains(party) && name.endsWith(suffix))
                .findFirst()
                .orElseThrow();
    }

    private static Outcome statements(Path out, String from, String formats) {
        return run(
                "statements",
                "--body",
                "surat",
                "--from",
                from,
                "--until",
                "2006-12-31",
                "--format",
                formats,
                "--out",
                out.toString());
    }

    /** A line among the anchors that the book does not answer to. */
    @Test
    void aFailedCheckHasAnExitCodeOfItsOwn() throws IOException {
        assertThat(run("body", "create", bodyFile("diubah")).code()).isZero();
        var journal = folder.resolve("satu.csv");
        Files.writeString(
                journal,
                """
                entry_id,date,description,account_code,fund_code,debit,credit
                1,2006-01-31,Belanja,51100,UMUM,1000,
                1,,,11200,UMUM,,1000
                """);
        var anchors = Files.createDirectories(HOME.resolve("anchors"));
        var there = names(anchors);
        assertThat(run("import", "journal", journal.toString(), "--body", "diubah").err())
                .isEmpty();
        var own = names(anchors);
        own.removeAll(there);
        Files.writeString(
                anchors.resolve(own.getFirst()),
                "7 " + "ab".repeat(32) + " 2006-01-31T00:00:00Z\n",
                StandardOpenOption.APPEND);

        var failed = run("check", "--body", "diubah");

        assertThat(failed.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(failed.out()).contains("diubah FAIL").contains("diubah ok");
    }

    private static List<String> names(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return new ArrayList<>(files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "4, check --body x --home /proc/none",
        "2, check --body tidak-ada",
        "2, import journal FILE --body tidak-ada",
        "4, import accounts NONE --body karya",
        "1, import journal --body karya",
        "1, import",
        "1, body",
        "1, statements --body karya",
        "1, check --verbose",
        "1, rapikan"
    })
    void whatCannotBeDoneEndsWithASentenceAndItsCode(int code, String line) throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), "entry_id\n").toString();
        var refused =
                run(line.replace("FILE", file).replace("NONE", file + ".none").split(" ", -1));

        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).isNotBlank().doesNotContain("\tat ", "Exception");
    }

    private String bodyFile(String code) throws IOException {
        var file = folder.resolve(code + ".yml");
        Files.writeString(
                file,
                """
                body:
                  code: %1$s
                  name: Badan %1$s
                  zone: WIB
                  currency: IDR
                  first_open_date: 2006-01-01
                members:
                  - {code: 34.04, from: 2004-01-01}
                  - {code: 34.02, from: 2004-01-01}
                """
                        .formatted(code));
        return file.toString();
    }

    private static Outcome run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--home") && arguments.length > 1) {
            all.addAll(List.of("--home", HOME.toString()));
        }
        var code =
                Commands.run(
                        PatunganApplication.class,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        all.toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }
}
