package id.patungan.contributions.lab;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.documents.Sha256;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Indicators;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The lab's pages, papers and API, by role. */
@DatabaseTest
class LabPagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private static final String AREA =
            "rule: {kind: bounded, floor: 10, cap: 50, rule: {kind: weights, indicator: area_km2}}";

    private final MockMvcTester http;
    private final Rules rules;
    private final Town town;
    private final String finance;
    private final String sleman;

    @Autowired
    LabPagesTest(
            WebApplicationContext context,
            Rules rules,
            Indicators indicators,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.rules = rules;
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        indicators.adoptOfficial(town.finance(), List.of(YOGYA, SLEMAN, BANTUL));
        var id = java.util.Objects.requireNonNull(town.ids().get(SLEMAN));
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.sleman = person(people, clock, "s", Role.TREASURER, new Scope.OneParty(id));
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
    void a_link_makes_the_comparison_with_differences_per_member_and_per_head(String language)
            throws Exception {
        var page = text(compared(language, Map.of()));

        var indonesian = language.equals("id");
        assertThat(page)
                .contains(indonesian ? "54.393.274,00" : "54,393,274.00")
                .contains(indonesian ? "157.013.933,00" : "157,013,933.00")
                .contains(indonesian ? "+37.311.732,00" : "+37,311,732.00")
                .contains(indonesian ? "-55.606.726,00" : "-55,606,726.00")
                // 55,606,726 / 415,605 and 37,311,732 / 1,125,571
                .contains(indonesian ? "-133,80" : "-133.80")
                .contains(indonesian ? "+33,15" : "+33.15")
                .contains(indonesian ? "membayar lebih" : "pays more")
                .contains(indonesian ? "3 dari 3 aturan" : "3 of 3 rules")
                .doesNotContain("??");
    }

    @Test
    void a_changed_figure_and_a_way_stand_on_the_same_page() throws Exception {
        var page =
                text(
                        compared(
                                "id",
                                Map.of(
                                        "party",
                                        SLEMAN,
                                        "indicator",
                                        "population",
                                        "change",
                                        "+10%",
                                        "from",
                                        "1",
                                        "to",
                                        "2",
                                        "years",
                                        "4")));

        assertThat(page)
                .contains("1.125.571 menjadi 1.238.128,1")
                .contains("155.118.431,00")
                .contains("Aturan ini tidak membagi menurut Penduduk")
                .contains("82.196.637,00");
    }

    @Test
    void what_is_typed_wrongly_is_said_at_its_field() throws Exception {
        for (var wrong :
                List.of(
                        Map.of("total", ""),
                        Map.of("total", "banyak"),
                        Map.of("year", "0"),
                        Map.of("on", "31-02-2025"),
                        Map.of("against", "AS-2006-0099"),
                        Map.of("party", "34.03", "indicator", "population", "change", "+1%"),
                        Map.of("years", "99", "from", "1", "to", "2"),
                        Map.of("years", "x", "from", "1", "to", "2"),
                        Map.of("corridor", "-1", "years", "2", "from", "1", "to", "2"))) {
            var answer = compared("id", wrong);
            assertThat(answer).as(wrong.toString()).hasStatus(422);
            assertThat(text(answer)).contains("error-summary");
        }
    }

    @Test
    void the_paper_is_saved_from_the_page_and_comes_as_pdf_spreadsheet_and_data() throws Exception {
        var page = text(compared("id", Map.of("from", "1", "to", "3", "years", "3")));
        var seen = page.replaceAll("(?s).*name=\"seen\" value=\"([0-9a-f]{64})\".*", "$1");
        var saved =
                http.post()
                        .uri("/bodies/{b}/lab/papers", town.code())
                        .with(user(finance))
                        .with(csrf())
                        .param("key", "k")
                        .param("seen", seen)
                        .param("title", "Tiga rumus untuk forum")
                        .param("from", "1")
                        .param("to", "3")
                        .param("years", "3");
        base(saved);
        var answer = saved.exchange();
        assertThat(answer).hasStatus3xxRedirection();
        var address = String.valueOf(answer.getResponse().getRedirectedUrl());
        assertThat(address).contains("/lab/papers/LAB-");

        assertThat(text(ask(sleman, address))).contains("157.013.933,00", "Tiga rumus untuk forum");
        var list = text(ask(sleman, "/bodies/" + town.code() + "/lab/papers"));
        assertThat(list).contains("Tiga rumus untuk forum").doesNotContain("btn-primary");

        var pdf = ask(sleman, address + ".pdf?lang=en").getResponse().getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            var printed = new PDFTextStripper().getText(document);
            assertThat(printed)
                    .contains("Tiga rumus untuk forum", "157,013,933.00", "+33.15", "pays more")
                    .contains(seen, "Area: Kabupaten Bantul 511.527")
                    .containsPattern("Page 1 of +" + document.getNumberOfPages())
                    .contains("47.58 %");
        }
        var xlsx = ask(finance, address + ".xlsx").getResponse().getContentAsByteArray();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            var sheet = book.getSheet("Selisih");
            assertThat(sheet.getRow(3).getCell(4).getCellFormula()).isEqualTo("D4-C4");
            var total = book.getSheet("Bagian").getRow(9).getCell(5);
            assertThat(total.getCellFormula()).isEqualTo("SUM(F7:F9)");
            assertThat(total.getNumericCellValue()).isEqualTo(330_000_000);
        }
        var data = text(ask(finance, address + ".json"));
        var tree = new JsonMapper().readValue(data, Map.class);
        assertThat(Sha256.hex(id.patungan.documents.CanonicalJson.bytes(tree))).isEqualTo(seen);
        assertThat(ask(finance, address + ".doc")).hasStatus(404);
    }

    @Test
    void without_a_title_the_comparison_and_its_form_stay() throws Exception {
        var request =
                http.post()
                        .uri("/bodies/{b}/lab/papers", town.code())
                        .with(user(finance))
                        .with(csrf())
                        .param("key", "k")
                        .param("title", " ");
        base(request);
        var answer = request.exchange();

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("href=\"#title\"", "id=\"title\"", "157.013.933,00");
    }

    @Test
    void the_lab_itself_is_not_open_to_a_treasurer() {
        assertThat(ask(sleman, "/bodies/" + town.code() + "/lab")).hasStatus(403);
    }

    @Test
    void rounding_is_shown_to_members() throws Exception {
        assertThat(text(ask(sleman, "/bodies/" + town.code() + "/rounding")))
                .contains("Pembulatan dari tahun ke tahun");
    }

    @Test
    void the_page_of_rules_leads_to_the_rounding() throws Exception {
        rules.draft(
                town.finance(),
                new NewRuleVersion(
                        "IURAN", Kartamantul.EQUAL, LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6"),
                "d");
        assertThat(text(ask(finance, "/bodies/" + town.code() + "/rules")))
                .contains("/bodies/" + town.code() + "/rounding");
    }

    @Test
    void programs_compare_and_save_over_the_api() throws Exception {
        var wish =
                """
                {"total":"330000000","year":2025,"on":"2025-06-30","rules":[
                 {"text":"rule: {kind: equal}"},{"text":"%s","figuresOf":2024}]}
                """
                        .formatted(AREA);
        var compared = post("/lab/comparison", wish, null);
        assertThat(compared).hasStatusOk();
        assertThat(text(compared)).contains("\"157013933.00\"", "\"139986067.00\"");

        var saved = post("/lab/papers", "{\"title\":\"API\",\"comparison\":" + wish + "}", "k1");
        assertThat(saved).hasStatus(201);
        var again = post("/lab/papers", "{\"title\":\"API\",\"comparison\":" + wish + "}", "k1");
        assertThat(text(again)).isEqualTo(text(saved));
        assertThat(post("/lab/comparison", "{\"total\":\"1\"}", null)).hasStatus(400);
        assertThat(
                        post(
                                "/lab/comparison",
                                wish.replace("\"text\":\"rule: {kind: equal}\"", "\"version\":1"),
                                null))
                .hasStatus(400);
    }

    private MvcTestResult post(
            String path, String json, @org.jspecify.annotations.Nullable String key) {
        var request =
                http.post()
                        .uri("/api/v1/bodies/" + town.code() + path)
                        .with(user(finance))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json);
        if (key != null) request.header("Idempotency-Key", key);
        return request.exchange();
    }

    /** Equal, by population, and by area of 2024 between 10 and 50 percent. */
    private MvcTestResult compared(String language, Map<String, String> instead) {
        var request =
                http.get()
                        .uri("/bodies/{b}/lab", town.code())
                        .with(user(finance))
                        .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                        .param("lang", language);
        var fields = new java.util.TreeMap<>(instead);
        for (var field :
                Map.of("total", "330000000", "year", "2025", "on", "30-06-2025").entrySet()) {
            fields.putIfAbsent(field.getKey(), field.getValue());
        }
        fields.forEach(request::param);
        request.param("rule", "template:equal", "template:weights", "text");
        request.param("text", "", "", AREA);
        request.param("figuresOf", "", "", "2024");
        return request.exchange();
    }

    private static void base(MockMvcTester.MockMvcRequestBuilder request) {
        request.param("total", "330000000").param("year", "2025").param("on", "30-06-2025");
        request.param("rule", "template:equal", "template:weights", "text");
        request.param("text", "", "", AREA);
        request.param("figuresOf", "", "", "2024");
    }

    private MvcTestResult ask(String handle, String address) {
        return http.get().uri(address).with(user(handle)).exchange();
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
