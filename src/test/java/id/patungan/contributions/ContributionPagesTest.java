package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Pages and API of assessments and receipts, by role. */
@DatabaseTest
class ContributionPagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private final MockMvcTester http;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Town town;
    private final String finance;
    private final String sleman;
    private final String auditor;

    @Autowired
    ContributionPagesTest(
            WebApplicationContext context,
            Assessments assessments,
            Receipts receipts,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.assessments = assessments;
        this.receipts = receipts;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        var id = town.ids().get(SLEMAN);
        if (id == null) throw new IllegalStateException();
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.sleman = person(people, clock, "s", Role.TREASURER, new Scope.OneParty(id));
        this.auditor = person(people, clock, "a", Role.AUDITOR, new Scope.All());
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
    void aNewAssessmentIsPreviewedIssuedAndShown(String language) throws Exception {
        var form = get(finance, "/assessments/new?lang=" + language);
        assertThat(form).hasStatusOk();
        var preview = assess("preview", "rule: {kind: equal}", "PKS-1/Pasal 6", language);
        assertThat(preview).hasStatusOk();
        assertThat(text(preview))
                .contains(language.equals("id") ? "110.000.000,00" : "110,000,000.00")
                .contains("Kabupaten Sleman");
        assertThat(assessments.list(town.finance(), null)).isEmpty();

        var issued = assess("issue", "rule: {kind: equal}", "PKS-1/Pasal 6", language);

        assertThat(issued)
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/bodies/" + town.code() + "/assessments/AS-2006-0001");
        var detail = text(get(finance, "/assessments/AS-2006-0001?lang=" + language));
        assertThat(detail)
                .contains(language.equals("id") ? "pengandaian" : "assumption")
                .contains("Sumber tidak menyebut kunci")
                .doesNotContain("??");
    }

    @Test
    void withoutRuleAndLegalBasisTheFormSaysBothAndStoresNothing() throws Exception {
        var refused = assess("issue", "", "", "id");

        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("Bagi rata tidak diandaikan")
                .contains("Belum ada dasar hukum");
        assertThat(assessments.list(town.finance(), null)).isEmpty();
    }

    @Test
    void anUnreadableAmountOrRuleIsNamedAtItsField() throws Exception {
        var refused = assess("preview", "rule: {kind: percent, shares: {\"34.71\": 99}}", "", "id");
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("Persentase berjumlah 99");

        var template =
                http.post()
                        .uri(path("/assessments"))
                        .with(user(finance))
                        .with(csrf())
                        .param("do", "template")
                        .param("template", "percent")
                        .param("date", "2006-01-16")
                        .exchange();
        assertThat(template).hasStatusOk();
        assertThat(text(template)).contains("kind: percent").contains("34.71");
    }

    @Test
    void aReceiptIsRecordedAndReversedByForms() throws Exception {
        assessments.issue(town.finance(), town.dues(), "k2");
        assertThat(text(get(finance, "/receipts/new?party=" + SLEMAN)))
                .contains("AS-2006-0001/34.04");

        var recorded =
                http.post()
                        .uri(path("/receipts"))
                        .with(user(finance))
                        .with(csrf())
                        .param("do", "record")
                        .param("key", "form-1")
                        .param("party", SLEMAN)
                        .param("date", "3 Apr 2006")
                        .param("description", "Iuran")
                        .param("fund", "UMUM")
                        .param("bank", "11200")
                        .param("gross", "110 juta")
                        .param("final-tax", "1.100.000")
                        .exchange();

        assertThat(recorded).hasRedirectedUrl(path("/receipts/RC-2006-0001"));
        assertThat(text(get(finance, "/receipts/RC-2006-0001")))
                .contains("110.000.000,00")
                .contains("108.900.000,00")
                .doesNotContain("??");
        assertThat(get(finance, "/receipts/RC-2006-0001/reverse")).hasStatusOk();
        var reversed =
                http.post()
                        .uri(path("/receipts/RC-2006-0001/reverse"))
                        .with(user(finance))
                        .with(csrf())
                        .param("key", "form-2")
                        .param("on", "2006-04-05")
                        .param("reason", "Salah pembayar")
                        .exchange();
        assertThat(reversed).hasRedirectedUrl(path("/receipts/RC-2006-0001"));
        assertThat(text(get(finance, "/receipts/RC-2006-0001"))).contains("Salah pembayar");
        assertThat(receipts.get(town.finance(), "RC-2006-0001").paper().reversal()).isNotNull();
    }

    @Test
    void theApiIssuesOncePerKeyAndSpeaksInDecimalStrings() throws Exception {
        var body =
                """
                {"kind": "project", "year": 2006, "fund": "PROYEK-LIMBAH", "project": "LIMBAH",
                 "total": "795000000.00", "rule": %s,
                 "legalBasis": {"agreement": "PKS-1", "article": "Pasal 7"},
                 "date": "2006-02-01", "due": "2006-06-30", "description": "Air limbah",
                 "basis": {"kind": "source", "note": "Kajian"},
                 "shareBasis": {"34.02": {"kind": "assumed", "note": "disimpulkan"}}}
                """
                        .formatted(quoted(Kartamantul.WASTEWATER));

        var issued = post(finance, "/assessments", "k", body);

        assertThat(issued).hasStatus(201);
        assertThat(issued)
                .bodyJson()
                .extractingPath("$.shares[?(@.party=='34')].share")
                .asArray()
                .containsExactly("650000000.00");
        assertThat(post(finance, "/assessments", "k", body))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("AS-2006-0001");
        var other = post(finance, "/assessments", "k", body.replace("795000000", "796000000"));
        assertThat(other)
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.type")
                .asString()
                .startsWith("urn:problem:");
        assertThat(post(finance, "/assessments", "n", body.replace("\"rule\"", "\"x-rule\"")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:problem:contributions.no-rule");
        assertThat(post(sleman, "/assessments", "s", body)).hasStatus(403);
        var receipt =
                """
                {"party": "34", "date": "2006-03-01", "description": "Termin I",
                 "parts": [{"fund": "PROYEK-LIMBAH", "bank": "11200", "gross": "650000000.00",
                   "deductions": [{"kind": "bank-fee", "amount": "5000.00"}], "net": "649995000.00"}]}
                """;
        assertThat(post(finance, "/receipts", "r", receipt))
                .hasStatus(201)
                .bodyJson()
                .extractingPath("$.allocations[0].charge")
                .isEqualTo("AS-2006-0001/34");
        assertThat(post(finance, "/receipts", "r2", receipt.replace("649995000", "650000000")))
                .hasStatus(400);
    }

    @Test
    void nobodyFindsAnothersFiguresInTheirAnswers() throws Exception {
        assessments.issue(town.finance(), town.dues(), "k2");
        assessments.issue(town.finance(), town.waste(), "k3");
        var yogya = receipts.record(town.finance(), town.receipt(YOGYA, "77777777"), "y");
        receipts.record(town.finance(), town.receipt(BANTUL, "66666666"), "b");
        var secrets =
                List.of(
                        "1425000000",
                        "1.425.000.000",
                        "1,425,000,000",
                        "190000000",
                        "190.000.000",
                        "1900000000",
                        "1.900.000.000",
                        "77777777",
                        "77.777.777",
                        "66.666.666",
                        "\"34.71\"",
                        "330.000.000",
                        "330000000");

        for (var address :
                List.of(
                        "/assessments",
                        "/assessments?lang=en",
                        "/assessments/AS-2006-0001",
                        "/assessments/AS-2006-0002",
                        "/receipts",
                        "/receipts?party=34.71",
                        "/receipts/" + yogya.code(),
                        "/receipts/new",
                        "/assessments/new",
                        "/assessments/AS-2006-0002/cost",
                        "/assessments/AS-2006-0002/cancel",
                        "")) {
            assertThat(text(get(sleman, address))).as(address).doesNotContain(secrets);
            assertThat(get(auditor, address).getResponse().getStatus()).as(address).isIn(200, 403);
        }
        for (var address :
                List.of(
                        "/assessments",
                        "/assessments/AS-2006-0002",
                        "/receipts",
                        "/receipts?party=34.71",
                        "/receipts/" + yogya.code())) {
            var answer =
                    http.get()
                            .uri("/api/v1/bodies/" + town.code() + address)
                            .with(user(sleman))
                            .exchange();
            assertThat(text(answer)).as(address).doesNotContain(secrets);
        }
        assertThat(get(sleman, "/receipts/" + yogya.code())).hasStatus(404);
        assertThat(get(sleman, "/assessments/new")).hasStatus(403);
        assertThat(text(get(sleman, "/assessments/AS-2006-0002"))).contains("285.000.000,00");
        assertThat(text(get(auditor, "/assessments/AS-2006-0002"))).contains("1.425.000.000,00");
        assertThat(text(get(finance, ""))).contains("1.425.000.000,00".replace("1.425", "1.535"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void laterFiguresAreShownBeforeTheyArePostedAndCanBeUndone(String language) throws Exception {
        var table = "party,name,population\n34.71,Y,1\n34.04,S,1\n34.02,B,";
        var wish =
                """
                {"kind": "dues", "year": 2006, "fund": "UMUM", "total": "330000000",
                 "rule": "rule: {kind: weights, indicator: population}", "figures": %s,
                 "legalBasis": {"agreement": "PKS-1", "article": "Pasal 6"},
                 "date": "2006-02-01", "due": "2006-06-30", "description": "Iuran"}
                """
                        .formatted(quoted(table + "1\n").replace("\n", "\\n"));
        assertThat(post(finance, "/assessments", "a", wish)).hasStatus(201);
        var many = language.equals("id") ? "165.000.000,00" : "165,000,000.00";
        assertThat(text(get(finance, "/assessments/AS-2006-0001?lang=" + language)))
                .doesNotContain("??");
        assertThat(get(finance, "/assessments/AS-2006-0001/recalculate")).hasStatusOk();

        var preview = recalculate("preview", table + "2\n", language);
        assertThat(preview).hasStatusOk();
        assertThat(text(preview)).contains(many).doesNotContain("??");
        var missing = recalculate("post", "", language);
        assertThat(missing).hasStatus(422);
        assertThat(text(missing)).contains("figures-error");
        var posted = recalculate("post", table + "2\n", language);

        assertThat(posted).hasRedirectedUrl(path("/assessments/AS-2006-0001"));
        assertThat(text(get(finance, "/assessments/AS-2006-0001?lang=" + language)))
                .contains("TU-2006-0001", many)
                .doesNotContain("??");
        assertThat(text(get(sleman, "/assessments/AS-2006-0001?lang=" + language)))
                .contains("TU-2006-0001")
                .doesNotContain(many);
        assertThat(get(finance, "/assessments/AS-2006-0001/recalculations/TU-2006-0001/reverse"))
                .hasStatusOk();
        var reversal = "{\"date\": \"2006-05-02\", \"reason\": \"Keliru\"}";
        var undo = "/assessments/AS-2006-0001/recalculations/TU-2006-0001/reversal";
        assertThat(post(sleman, undo, "x", reversal)).hasStatus(403);
        assertThat(post(finance, undo, "u", reversal))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.reversed.reason")
                .isEqualTo("Keliru");
    }

    private MvcTestResult recalculate(String wanted, String figures, String language) {
        return http.post()
                .uri(path("/assessments/AS-2006-0001/recalculate?lang=" + language))
                .with(user(finance))
                .with(csrf())
                .param("do", wanted)
                .param("key", "later")
                .param("date", "2006-05-02")
                .param("due", "30/06/2006")
                .param("reason", "Angka tetap")
                .param("source", "BPS 2006")
                .param("figures", figures)
                .exchange();
    }

    private MvcTestResult assess(String wanted, String rule, String ground, String language) {
        return http.post()
                .uri(path("/assessments?lang=" + language))
                .with(user(finance))
                .with(csrf())
                .param("do", wanted)
                .param("key", "form")
                .param("kind", "dues")
                .param("year", "2006")
                .param("fund", "UMUM")
                .param("total", "330 juta")
                .param("rule", rule)
                .param("ground", ground)
                .param("date", "2006-01-16")
                .param("due", "31/03/2006")
                .param("description", "Iuran 2006")
                .param("basis", "assumed")
                .param("basisNote", "Sumber tidak menyebut kunci")
                .exchange();
    }

    private MvcTestResult post(String handle, String address, String key, String body) {
        return http.post()
                .uri("/api/v1/bodies/" + town.code() + address)
                .with(user(handle))
                .with(csrf())
                .header("Idempotency-Key", key)
                .header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String handle, String address) {
        return http.get().uri(path(address)).with(user(handle)).exchange();
    }

    private String path(String address) {
        return "/bodies/" + town.code() + address;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String text(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
