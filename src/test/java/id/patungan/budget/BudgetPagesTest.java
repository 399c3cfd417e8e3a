package id.patungan.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.FundCode;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pages, files and API of budgets, by role and language. */
@DatabaseTest
class BudgetPagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private static final Map<String, String> STAFF =
            Map.of(
                    "account", "51100",
                    "fund", "UMUM",
                    "text", "Staf",
                    "how", "staff",
                    "posts", "5",
                    "salary", "5 juta",
                    "thr_month", "10");

    private final MockMvcTester http;
    private final Budgets budgets;
    private final Town town;
    private final String finance;
    private final String chair;
    private final String auditor;
    private final String donor;

    @Autowired
    BudgetPagesTest(
            WebApplicationContext context,
            Budgets budgets,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.budgets = budgets;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.chair = person(people, clock, "c", Role.APPROVER, new Scope.All());
        this.auditor = person(people, clock, "a", Role.AUDITOR, new Scope.All());
        this.donor =
                person(
                        people,
                        clock,
                        "d",
                        Role.DONOR_VIEWER,
                        new Scope.OneFund(new FundCode("PROYEK-SAMPAH")));
    }

    private String person(People people, Clock clock, String name, Role role, Scope scope) {
        var handle = name + "-" + town.code();
        people.create(ADMINISTRATOR, handle, handle, "a long password 1");
        people.grant(
                ADMINISTRATOR,
                handle,
                new Permission(role, town.body(), scope),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void aBudgetIsStartedFilledAdoptedAndRevised(String language) throws Exception {
        var indonesian = language.equals("id");
        var lang = "?lang=" + language;
        assertThat(text(get(finance, lang)))
                .contains(indonesian ? "Belum ada anggaran. Mulai satu" : "No budgets yet. Start")
                .doesNotContain("??");
        assertThat(post(finance, "", Map.of("year", "2006"))).hasStatus3xxRedirection();
        assertThat(text(get(finance, "/2006/main" + lang)))
                .contains(indonesian ? "Konsep tanpa baris" : "Draft without lines")
                .doesNotContain("??");
        assertThat(text(get(finance, "/2006/main/lines/0" + lang))).doesNotContain("??");
        assertThat(line(0, 1, STAFF)).hasStatus3xxRedirection();
        var dues =
                Map.of(
                        "account",
                        "41100",
                        "fund",
                        "UMUM",
                        "text",
                        "Iuran",
                        "how",
                        "year",
                        "year_amount",
                        "330.000.000,00",
                        "in_months",
                        "3, 9");
        assertThat(line(0, 2, dues)).hasStatus3xxRedirection();
        var tools =
                Map.of(
                        "account",
                        "52100",
                        "fund",
                        "PROYEK-SAMPAH",
                        "project",
                        "SAMPAH",
                        "text",
                        "Alat",
                        "how",
                        "months",
                        "m02",
                        "1500000",
                        "m12",
                        "2,5 juta");
        assertThat(line(0, 3, tools)).hasStatus3xxRedirection();

        var page = text(get(chair, "/2006/main" + lang));
        assertThat(page)
                .contains(indonesian ? "325.000.000" : "325,000,000")
                .contains(indonesian ? "165.000.000" : "165,000,000")
                .contains(indonesian ? "5 pos × 5.000.000 × 12 bulan" : "5 posts × 5,000,000 × 12")
                .contains(indonesian ? "Selisih UMUM" : "Difference UMUM")
                .contains("name=\"decision\"")
                .doesNotContain("??", "/lines/0");
        for (var at = 1; at <= 3; at++) {
            assertThat(text(get(finance, "/2006/main/lines/" + at + lang))).doesNotContain("??");
        }
        assertThat(post(chair, "/2006/main/decision", Map.of("version", "4"))).hasStatus(422);
        assertThat(post(chair, "/2006/main/decision", decision("3"))).hasStatus(422);
        assertThat(post(chair, "/2006/main/decision", decision("4"))).hasStatus3xxRedirection();
        assertThat(post(finance, "/2006/main/revision", Map.of())).hasStatus3xxRedirection();
        var changed = new HashMap<>(STAFF);
        changed.put("posts", "6");
        assertThat(line(3, 5, changed)).hasStatus3xxRedirection();
        assertThat(line(1, 6, Map.of("do", "remove"))).hasStatus3xxRedirection();
        assertThat(text(get(auditor, "/2006/main" + lang)))
                .contains(indonesian ? "390.000.000" : "390,000,000")
                .contains(indonesian ? "65.000.000" : "65,000,000")
                .contains(indonesian ? "-4.000.000" : "-4,000,000")
                .contains("SK 1/2006")
                .contains(indonesian ? "Konsep perubahan" : "Draft of a revision")
                .doesNotContain("??", "name=\"decision\"");
        assertThat(text(get(finance, lang)))
                .contains(indonesian ? "330.000.000" : "330,000,000", "SK 1/2006")
                .doesNotContain("??");
        assertThat(text(get(donor, "/2006/main" + lang)))
                .contains(indonesian ? "4.000.000" : "4,000,000")
                .doesNotContain("??", "Iuran", "330");
        assertThat(text(get(donor, lang))).doesNotContain("??", "330");
    }

    private static Map<String, String> decision(String version) {
        return Map.of("version", version, "decision", "SK 1/2006");
    }

    private MvcTestResult line(int line, int seen, Map<String, String> fields) {
        var sent = new HashMap<>(fields);
        sent.putIfAbsent("do", "save");
        sent.put("seen", Integer.toString(seen));
        return post(finance, "/2006/main/lines/" + line, sent);
    }

    @Test
    void whatIsWrongIsNamedAtItsFieldAndNothingIsStored() throws Exception {
        for (var wrong :
                List.of(
                        Map.of("year", "06"),
                        Map.of("year", "2006", "alternative", "M 1"),
                        Map.of("year", "2006", "alternative", "M1"),
                        Map.of("year", "2006", "income", "banyak"))) {
            assertThat(post(finance, "", wrong)).hasStatus(422);
        }
        assertThat(budgets.all(town.finance())).isEmpty();
        post(finance, "", Map.of("year", "2006"));
        assertThat(post(finance, "", Map.of("year", "2006"))).hasStatus(422);

        assertThat(text(line(0, 1, Map.of("how", "staff"))))
                .contains("href=\"#account\"", "href=\"#fund\"", "href=\"#text\"")
                .contains("href=\"#posts\"", "href=\"#salary\"");
        assertThat(text(line(0, 1, Map.of("how", "months", "m03", "banyak"))))
                .contains("href=\"#m03\"");
        var thr = new HashMap<>(STAFF);
        thr.put("thr_month", "13");
        assertThat(text(line(0, 1, thr))).contains("href=\"#thr_month\"");
        var asset = new HashMap<>(STAFF);
        asset.put("account", "11200");
        assertThat(text(line(0, 1, asset))).contains("href=\"#account\"");
        assertThat(line(0, 0, STAFF)).hasStatus(422);
        assertThat(line(7, 1, STAFF)).hasStatus(404);
        assertThat(budgets.get(town.finance(), 2006, "main").newest().lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void whatIsExportedIsImportedAgain(String language) throws Exception {
        var lang = "?lang=" + language;
        var indonesian = language.equals("id");
        post(finance, "", Map.of("year", "2006"));
        assertThat(text(get(finance, "/2006/main/import" + lang))).doesNotContain("??");
        for (var format : List.of("csv", "xlsx")) {
            var template = get(finance, "/template." + format + lang);
            assertThat(template).hasStatusOk();
            assertThat(upload("2006/main", template, indonesian)).hasStatus3xxRedirection();
            var lines = budgets.get(town.finance(), 2006, "main").newest().lines();
            assertThat(lines).hasSize(4);

            post(
                    finance,
                    "",
                    Map.of("year", "2007", "alternative", format, "name_id", "a", "name_en", "b"));
            var file = get(finance, "/2006/main/file." + format + lang);
            assertThat(upload("2007/" + format, file, indonesian)).hasStatus3xxRedirection();
            assertThat(
                            budgets.get(town.finance(), 2007, Budgets.alternative(format))
                                    .newest()
                                    .lines())
                    .isEqualTo(lines);
        }
        assertThat(text(get(finance, "/2006/main/file.json"))).contains("\"332995000.00\"");
        assertThat(get(finance, "/2006/main/file.pdf")).hasStatus(404);
        assertThat(get(finance, "/template.json")).hasStatus(404);

        var wrong =
                upload(
                        "2006/main",
                        "fund,account,text,m01\nLAIN,51100,x,1\nUMUM,51100,y,\"1.900,5\"\n"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        "plain",
                        lang);
        assertThat(wrong).hasStatus(422);
        assertThat(text(wrong))
                .contains(
                        indonesian
                                ? "“LAIN” pada fund tidak dikenal"
                                : "“LAIN” in fund is not known")
                .contains(indonesian ? "“1.900,5” ditulis dengan cara" : "“1.900,5” is written in")
                .doesNotContain("??");
        assertThat(upload("2006/main", new byte[0], "id", lang)).hasStatus(422);
    }

    @Test
    void onlyWhoMayChangesAndNobodyElseReads() throws Exception {
        post(finance, "", Map.of("year", "2006"));
        for (var other : List.of(auditor, donor, chair)) {
            assertThat(post(other, "", Map.of("year", "2007"))).hasStatus(403);
            assertThat(get(other, "/2006/main/lines/0")).hasStatus(403);
            assertThat(post(other, "/2006/main/revision", Map.of())).hasStatus(403);
            assertThat(send(other, "/2006/main", "{}")).hasStatus(403);
            assertThat(send(other, "/2006/main/csv", "{}")).hasStatus(403);
        }
        assertThat(post(finance, "/2006/main/decision", decision("1"))).hasStatus(403);
        assertThat(send(finance, "/2006/main/decision", "{}")).hasStatus(403);
        assertThat(get(donor, "/2006/main")).hasStatus(404);
        assertThat(get(auditor, "/2006/main")).hasStatusOk();
    }

    @Test
    void theApiDraftsImportsAdoptsAndReads() throws Exception {
        var wish =
                """
                {"seen": 0, "nameId": "Model 1", "nameEn": "Model 1", "lines": [
                 {"fund": "UMUM", "account": "51100", "text": "Staf",
                  "staff": {"posts": 5, "salary": "5000000", "thrMonth": 10}},
                 {"fund": "UMUM", "account": "41100", "text": "Iuran",
                  "spread": {"amount": "330000000", "in": [3, 9]}}]}\
                """;
        assertThat(send(finance, "/2011/m1", wish))
                .bodyJson()
                .extractingPath("$.versions[0].lines[1].total")
                .isEqualTo("325000000.00");
        assertThat(send(finance, "/2011/M1", wish))
                .bodyJson()
                .extractingPath("$.versions[0].version")
                .isEqualTo(1);
        assertThat(
                        send(
                                finance,
                                "/2011/M1",
                                wish.replace("\"seen\": 0", "\"seen\": 7")
                                        .replace("Iuran", "Iuran anggota")))
                .hasStatus(409);
        assertThat(
                        text(
                                send(
                                        finance,
                                        "/2011/M1",
                                        wish.replace(
                                                "\"in\": [3, 9]}",
                                                "\"in\": [3, 9]}, \"months\": [\"1\"]"))))
                .contains("budget.line", "twelve months");
        assertThat(send(finance, "/2011/M1", "{\"step\": \"third\"}")).hasStatus(400);
        assertThat(send(finance, "/2011/M1", "{\"lines\": [{}]}")).hasStatus(422);
        var csv = "{\"csv\": \"fund,account,text,year_amount\\nUMUM,52100,ATK,1200\", %s}";
        assertThat(send(finance, "/2011/M2/csv", csv.formatted("\"check\": true")))
                .bodyJson()
                .extractingPath("$.stored")
                .isEqualTo(false);
        assertThat(send(finance, "/2011/M2/csv", csv.formatted("\"nameId\": \"Model 2\"")))
                .hasStatusOk();
        assertThat(
                        text(
                                send(
                                        finance,
                                        "/2011/M2/csv",
                                        csv.formatted("\"a\": 1").replace("52100", "5"))))
                .contains("budget.unknown");
        assertThat(send(chair, "/2011/M1/decision", "{\"version\": 1, \"decision\": \"SK 2\"}"))
                .bodyJson()
                .extractingPath("$.adopted")
                .isEqualTo(true);
        assertThat(send(chair, "/2011/M2/decision", "{\"version\": 1, \"decision\": \"SK 2\"}"))
                .hasStatus(422);
        assertThat(text(api(auditor, ""))).contains("Model 1", "Model 2", "SK 2");
        assertThat(api(auditor, "/2011/M1")).hasStatusOk();
        assertThat(api(auditor, "/2011/M9")).hasStatus(404);
    }

    private MvcTestResult get(String person, String path) {
        return http.get()
                .uri("/bodies/" + town.code() + "/budgets" + path)
                .with(user(person))
                .exchange();
    }

    private MvcTestResult post(String person, String path, Map<String, String> fields) {
        var request =
                http.post()
                        .uri("/bodies/" + town.code() + "/budgets" + path)
                        .with(user(person))
                        .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult upload(String budget, MvcTestResult file, boolean indonesian) {
        return upload(
                budget,
                file.getResponse().getContentAsByteArray(),
                indonesian ? "id" : "plain",
                "");
    }

    private MvcTestResult upload(String budget, byte[] file, String numbers, String lang) {
        return http.post()
                .uri("/bodies/" + town.code() + "/budgets/" + budget + "/import" + lang)
                .multipart()
                .file(new MockMultipartFile("file", "anggaran", "text/csv", file))
                .with(user(finance))
                .with(csrf())
                .param("numbers", numbers)
                .exchange();
    }

    private MvcTestResult api(String person, String path) {
        return http.get()
                .uri("/api/v1/bodies/" + town.code() + "/budgets" + path)
                .with(user(person))
                .exchange();
    }

    private MvcTestResult send(String person, String path, String body) {
        return http.post()
                .uri("/api/v1/bodies/" + town.code() + "/budgets" + path)
                .with(user(person))
                .with(csrf())
                .contentType(org.springframework.http.MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }
}
