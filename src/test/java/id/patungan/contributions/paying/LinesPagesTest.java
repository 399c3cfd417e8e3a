package id.patungan.contributions.paying;

import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.Receipts;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Pages and API of payment lines, by role and language. */
@DatabaseTest
class LinesPagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private static final String WISH =
            """
            {"party": "34.04", "effectiveFrom": "2006-01-01", "basisNote": "Contoh",
             "lines": [
               {"unit": "SLM-SEKDA", "route": "grant", "weight": "60",
                "payerAccount": "5.1.05.05.01.0001", "nomenclature": "Kepmendagri 050-5889/2021"},
               {"unit": "SLM-BAPPEDA", "route": "programme-spending",
                "source": "Transfer pusat"}]}\
            """;

    private final MockMvcTester http;
    private final PaymentLines lines;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Town town;
    private final String finance;
    private final String auditor;
    private final String sleman;
    private final String yogya;

    @Autowired
    LinesPagesTest(
            WebApplicationContext context,
            PaymentLines lines,
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
        this.lines = lines;
        this.assessments = assessments;
        this.receipts = receipts;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.auditor = person(people, clock, "a", Role.AUDITOR, new Scope.All());
        this.sleman = treasurer(people, clock, "s", SLEMAN);
        this.yogya = treasurer(people, clock, "y", YOGYA);
    }

    private String treasurer(People people, Clock clock, String name, String party) {
        var id = town.ids().get(party);
        if (id == null) throw new IllegalStateException();
        return person(people, clock, name, Role.TREASURER, new Scope.OneParty(id));
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

    private static MultiValueMap<String, String> unit(String code, String name) {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("unitParty", SLEMAN);
        fields.add("unitCode", code);
        fields.add("unitName", name);
        return fields;
    }

    private void units() {
        assertThat(post(finance, "/units", unit("SLM-SEKDA", "Sekretariat Daerah")))
                .hasStatus3xxRedirection();
        assertThat(post(finance, "/units", unit("SLM-BAPPEDA", "BAPPEDA Sleman")))
                .hasStatus3xxRedirection();
    }

    private static MultiValueMap<String, String> typed() {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.add("key", "k1");
        fields.add("party", SLEMAN);
        fields.add("effectiveFrom", "1-1-2006");
        fields.put("unit", List.of("SLM-SEKDA", "SLM-BAPPEDA", "", ""));
        fields.put("weight", List.of("37,5", "", "", ""));
        fields.put("route", List.of("grant", "programme-spending", "grant", "grant"));
        fields.put("payerAccount", List.of("5.1.05.05.01.0001", "", "", ""));
        fields.put("nomenclature", List.of("Kepmendagri 050-5889/2021", "", "", ""));
        fields.put("source", List.of("", "Transfer pusat", "", ""));
        fields.add("document", "Surat 12/2006");
        return fields;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void linesAreTypedAndCarryTheChargeEverywhere(String language) throws Exception {
        var lang = "?lang=" + language;
        var indonesian = language.equals("id");
        assertThat(text(get(finance, "/payment-lines" + lang))).doesNotContain("??");
        units();
        assertThat(post(finance, "", typed())).hasStatus3xxRedirection();
        assessments.issue(town.finance(), town.dues(), "a");
        receipts.record(town.finance(), town.receipt(SLEMAN, "50000000"), "r");

        assertThat(text(get(sleman, "/payment-lines" + lang)))
                .contains("Sekretariat Daerah", "BAPPEDA Sleman", "5.1.05.05.01.0001")
                .contains("Transfer pusat", "Surat 12/2006")
                .contains(indonesian ? "NPHD, BAST dan LPJ" : "NPHD, BAST and LPJ")
                .contains(indonesian ? "68.750.000,00" : "68,750,000.00")
                .doesNotContain("??", "lines-form");
        assertThat(text(get(sleman, "/assessments/AS-2006-0001" + lang)))
                .contains(indonesian ? "41.250.000,00" : "41,250,000.00")
                .contains(indonesian ? "Siapa membayar dari mana" : "Who pays from where")
                .doesNotContain("??");
        assertThat(text(get(yogya, "/assessments/AS-2006-0001" + lang)))
                .doesNotContain("SLM-SEKDA", "41.250.000,00", "41,250,000.00");
        assertThat(text(get(sleman, "/regions/" + SLEMAN + lang + "&year=2006")))
                .contains("SLM-SEKDA", "Transfer pusat")
                .contains(indonesian ? "Unit pembayar" : "Paying units")
                .doesNotContain("??");
        assertThat(text(get(finance, "/receipts/RC-2006-0001" + lang)))
                .contains("Sekretariat Daerah", "BAPPEDA Sleman");
        assertThat(text(get(finance, "/receipts/new" + lang + "&party=" + SLEMAN)))
                .contains("SLM-SEKDA");
        assertThat(text(get(finance, "/receipts/new" + lang + "&party=" + YOGYA)))
                .doesNotContain("SLM-SEKDA");
        assertThat(text(get(yogya, "/payment-lines" + lang))).doesNotContain("SLM-SEKDA");
    }

    @Test
    void whatIsWrongIsNamedAtItsFieldAndNothingIsStored() throws Exception {
        units();
        var wrong = typed();
        wrong.set("party", "");
        wrong.set("effectiveFrom", "31-2-2006");
        wrong.put("weight", List.of("0", "", "", ""));
        wrong.put("payerAccount", List.of("5", "5.1", "", ""));
        var refused = post(finance, "", wrong);

        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("href=\"#party\"", "href=\"#effectiveFrom\"", "href=\"#weight-0\"")
                .contains("href=\"#payerAccount-0\"", "href=\"#payerAccount-1\"")
                .contains("Surat 12/2006");
        var stranger = typed();
        stranger.put("unit", List.of("NIX", "", "", ""));
        stranger.put("source", List.of("", "", "", ""));
        assertThat(text(post(finance, "", stranger))).contains("NIX bukan unit pembayar 34.04");
        assertThat(post(finance, "/units", unit("", ""))).hasStatus(422);
        for (var code : List.of("-1", "a b", "x".repeat(33), "\u0661")) {
            assertThat(post(finance, "/units", unit(code, "Setda"))).hasStatus(422);
        }
        var elsewhere = unit("SLM-SEKDA", "Setda");
        elsewhere.set("unitParty", YOGYA);
        assertThat(post(finance, "/units", elsewhere)).hasStatus(422);
        assertThat(lines.versions(town.finance(), null)).isEmpty();
        assertThat(lines.units(town.finance(), null))
                .extracting(PayingUnit::name)
                .containsExactly("BAPPEDA Sleman", "Sekretariat Daerah");
    }

    @Test
    void onlyWhoKeepsTheBooksChangesThemAndPartiesSeeTheirOwn() throws Exception {
        units();
        for (var other : List.of(auditor, sleman)) {
            assertThat(post(other, "", typed())).hasStatus(403);
            assertThat(post(other, "/units", unit("X", "X"))).hasStatus(403);
            assertThat(send(other, "/payment-lines", WISH, "k")).hasStatus(403);
            assertThat(send(other, "/paying-units", "{}", "k")).hasStatus(403);
        }
        assertThat(send(finance, "/payment-lines", WISH, "k")).hasStatusOk();
        assertThat(api(sleman, "/payment-lines"))
                .bodyJson()
                .extractingPath("$[0].lines[0].payerAccount")
                .isEqualTo("5.1.05.05.01.0001");
        assertThat(text(api(yogya, "/payment-lines"))).isEqualTo("[]");
        assertThat(text(api(yogya, "/paying-units"))).isEqualTo("[]");
        assertThat(api(yogya, "/payment-lines?party=" + SLEMAN)).hasStatus(404);
        assertThat(api(yogya, "/unit-accounts?party=" + SLEMAN)).hasStatus(404);
        assertThat(api(finance, "/unit-accounts?asOf=9999-12-31")).hasStatus(400);
    }

    @Test
    void theApiTellsWhatEachUnitAndSourceOwes() throws Exception {
        units();
        assertThat(send(finance, "/payment-lines", WISH, "k")).hasStatusOk();
        assertThat(send(finance, "/payment-lines", WISH, "k"))
                .bodyJson()
                .extractingPath("$.version")
                .isEqualTo(1);
        assessments.issue(town.finance(), town.dues(), "a");
        receipts.record(town.finance(), town.receipt(SLEMAN, "70000000"), "r");

        var accounts = api(sleman, "/unit-accounts?assessment=AS-2006-0001");

        assertThat(accounts).bodyJson().extractingPath("$.units[0].paid").isEqualTo("66000000.00");
        assertThat(accounts).bodyJson().extractingPath("$.units[1].open").isEqualTo("40000000.00");
        assertThat(accounts)
                .bodyJson()
                .extractingPath("$.sources[0].source")
                .isEqualTo("Transfer pusat");
        assertThat(accounts).bodyJson().extractingPath("$.sources[0].paid").isEqualTo("4000000.00");
        assertThat(accounts).bodyJson().extractingPath("$.sources[1].source").isNull();
        assertThat(text(api(yogya, "/unit-accounts"))).contains("\"units\":[]");
        assertThat(text(send(finance, "/payment-lines", WISH.replace("5.1.05.05", "51.05"), "x")))
                .contains("paying.account-code");
    }

    private MvcTestResult get(String person, String path) {
        return http.get().uri("/bodies/" + town.code() + path).with(user(person)).exchange();
    }

    private MvcTestResult post(String person, String path, MultiValueMap<String, String> fields) {
        return http.post()
                .uri("/bodies/" + town.code() + "/payment-lines" + path)
                .with(user(person))
                .with(csrf())
                .params(fields)
                .exchange();
    }

    private MvcTestResult api(String person, String path) {
        return http.get().uri("/api/v1/bodies/" + town.code() + path).with(user(person)).exchange();
    }

    private MvcTestResult send(String person, String path, String body, String key) {
        return http.post()
                .uri("/api/v1/bodies/" + town.code() + path)
                .with(user(person))
                .with(csrf())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }
}
