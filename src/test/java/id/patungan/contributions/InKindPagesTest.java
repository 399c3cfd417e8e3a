package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.IDR;
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
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages and API of the register of gifts in kind, by role. */
@DatabaseTest
class InKindPagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private static final String WISH =
            """
            {"party": "34.71", "kind": "office", "what": "Kantor", "from": "2006-01-01",
             "until": "2006-12-31", "quantity": "12", "unit": "bulan", "valuation": "tariff",
             "document": "Kesepakatan 1", "tariff": "2000000", "account": "52500",
             "on": "2006-05-02",
             "counts": {"charge": "AS-2006-0001/34.71", "agreement": "PKS-1",
                        "article": "Pasal 6", "yearlyMax": "20000000"}}\
            """;

    private final MockMvcTester http;
    private final InKindRegister register;
    private final Town town;
    private final String finance;
    private final String ketua;
    private final String yogya;
    private final String sleman;
    private final String auditor;

    @Autowired
    InKindPagesTest(
            WebApplicationContext context,
            InKindRegister register,
            Assessments assessments,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books,
            id.patungan.contributions.rules.Rules rules) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.register = register;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open(IDR, true);
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.ketua = person(people, clock, "k", Role.APPROVER, new Scope.All());
        this.auditor = person(people, clock, "a", Role.AUDITOR, new Scope.All());
        this.yogya = treasurer(people, clock, "y", YOGYA);
        this.sleman = treasurer(people, clock, "s", SLEMAN);
        var rule =
                rules.draft(
                        town.finance(),
                        new id.patungan.contributions.rules.NewRuleVersion(
                                "RATA",
                                Kartamantul.EQUAL,
                                LocalDate.of(2006, 1, 1),
                                "PKS-1",
                                "Pasal 6"),
                        "rule");
        rules.decide(
                town.as(Role.APPROVER, new Scope.All()), rule.rule(), 1, true, null, "decided");
        assessments.issue(town.finance(), town.dues(null, null).by("RATA"), "dues");
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

    private static Map<String, String> typed() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("do", "record");
        fields.put("key", "k1");
        fields.put("party", YOGYA);
        fields.put("kind", "office");
        fields.put("what", "Ruang kantor sekretariat");
        fields.put("from", "1-1-2006");
        fields.put("until", "31-12-2006");
        fields.put("quantity", "12");
        fields.put("unit", "bulan");
        fields.put("valuation", "tariff");
        fields.put("document", "Kesepakatan 1/2006");
        fields.put("tariff", "2.000.000,00");
        fields.put("charge", "AS-2006-0001/" + YOGYA);
        fields.put("ground", "PKS-1/Pasal 6");
        fields.put("account", "52500");
        fields.put("on", "2-5-2006");
        return fields;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void itIsProposedDecidedByAnotherAndShown(String language) throws Exception {
        var lang = "?lang=" + language;
        assertThat(text(get(finance, "/in-kind/new" + lang))).doesNotContain("??");
        var sent = post(finance, "/in-kind", typed());
        assertThat(sent)
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/bodies/" + town.code() + "/in-kind/1");
        assertThat(text(get(finance, "/in-kind/1" + lang)))
                .contains(language.equals("id") ? "24.000.000,00" : "24,000,000.00")
                .contains(language.equals("id") ? "Menunggu putusan" : "Waiting for a decision")
                .doesNotContain("??");
        assertThat(text(get(ketua, "" + lang))).contains("/in-kind/1").doesNotContain("??");

        var decided =
                post(ketua, "/in-kind/1/decision", Map.of("do", "approve", "key", "d" + language));

        assertThat(decided).hasStatus3xxRedirection();
        assertThat(text(get(yogya, "/in-kind" + lang)))
                .contains("IK-2006-0001")
                .contains(language.equals("id") ? "Tercatat" : "Recorded")
                .doesNotContain("??");
        assertThat(text(get(yogya, "/assessments/AS-2006-0001" + lang)))
                .contains(language.equals("id") ? "termasuk natura" : "of which in kind");
        assertThat(text(get(yogya, "/regions/" + YOGYA + lang)))
                .contains(language.equals("id") ? "Natura dalam periode" : "In kind in this period")
                .doesNotContain("??");
        assertThat(text(get(finance, "/in-kind/1/reverse" + lang))).contains("IK-2006-0001");
        assertThat(
                        post(
                                finance,
                                "/in-kind/1/reverse",
                                Map.of("on", "3-5-2006", "reason", "Salah", "key", "r")))
                .hasStatus3xxRedirection();
        assertThat(register.get(town.finance(), 1).state()).isEqualTo(InKind.State.REVERSED);
    }

    @Test
    void whatIsWrongIsNamedAtItsFieldAndNothingIsStored() throws Exception {
        var wrong = typed();
        wrong.put("quantity", "1.000");
        wrong.put("what", " ");
        wrong.put("ground", "");
        var refused = post(finance, "/in-kind", wrong);

        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("1.000 bukan jumlah satuan")
                .contains("Isi apa yang diberikan")
                .contains("Pilih perjanjian dan pasal");
        var cash = typed();
        cash.put("account", "11200");
        assertThat(text(post(finance, "/in-kind", cash))).contains("tidak pernah melalui kas");
        assertThat(register.list(town.finance(), null, null)).isEmpty();
        assertThat(text(post(finance, "/in-kind", Map.of("do", "party", "party", YOGYA))))
                .contains("AS-2006-0001/" + YOGYA);
    }

    @Test
    void programsRecordDecideAndReverse() throws Exception {
        var made = send(finance, "/in-kind", WISH, "w1");
        assertThat(made).hasStatus(201);
        assertThat(text(made)).contains("\"state\":\"proposed\"");
        assertThat(send(finance, "/in-kind/1/decision", "{\"approve\": true}", "w2"))
                .hasStatus(403);
        assertThat(send(ketua, "/in-kind/1/decision", "{}", "w3")).hasStatus(400);
        var decided = send(ketua, "/in-kind/1/decision", "{\"approve\": true}", "w4");
        assertThat(decided).hasStatusOk();
        assertThat(text(decided)).contains("\"counted\":\"20000000.00\"");
        assertThat(text(api(yogya, "/in-kind?state=recorded"))).contains("IK-2006-0001");
        assertThat(api(finance, "/in-kind?state=lost")).hasStatus(400);
        assertThat(
                        send(
                                finance,
                                "/in-kind/1/reversal",
                                "{\"date\": \"2006-05-03\", \"reason\": \"Salah\"}",
                                "w5"))
                .hasStatusOk();
        assertThat(text(api(finance, "/in-kind/1"))).contains("\"state\":\"reversed\"");
    }

    @Test
    void onlyFinanceProposesOnlyAnApproverDecidesAndOthersSeeNothingOfIt() throws Exception {
        register.enter(town.finance(), wish(), "k");
        assertThat(get(sleman, "/in-kind/1")).hasStatus(404);
        assertThat(text(get(sleman, "/in-kind"))).doesNotContain("Mobil");
        assertThat(text(get(auditor, "/in-kind"))).contains("Mobil");
        for (var one : List.of(yogya, auditor, ketua)) {
            assertThat(get(one, "/in-kind/new")).hasStatus(403);
            assertThat(post(one, "/in-kind", typed())).hasStatus(403);
            assertThat(post(one, "/in-kind/1/reverse", Map.of())).hasStatus(403);
        }
        for (var one : List.of(yogya, auditor, finance)) {
            assertThat(post(one, "/in-kind/1/decision", Map.of("do", "approve"))).hasStatus(403);
        }
    }

    private static NewInKind wish() {
        return new NewInKind(
                YOGYA,
                InKind.Kind.VEHICLE,
                "Mobil dinas",
                LocalDate.of(2006, 1, 1),
                LocalDate.of(2006, 1, 31),
                java.math.BigDecimal.ONE,
                "bulan",
                InKind.Valuation.BOOK,
                "Neraca 2005",
                null,
                Kartamantul.rupiah("5000000"),
                null,
                new id.patungan.basics.FundCode("UMUM"),
                new id.patungan.basics.AccountCode("52500"),
                LocalDate.of(2006, 5, 2),
                null);
    }

    private MvcTestResult get(String handle, String path) {
        return http.get().uri(path(path)).with(user(handle)).exchange();
    }

    private MvcTestResult api(String handle, String path) {
        return http.get().uri("/api/v1" + path(path)).with(user(handle)).exchange();
    }

    private MvcTestResult post(String handle, String path, Map<String, String> fields) {
        var request = http.post().uri(path(path)).with(user(handle)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult send(String handle, String path, String json, String key) {
        return http.post()
                .uri("/api/v1" + path(path))
                .with(user(handle))
                .with(csrf())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private String path(String rest) {
        return "/bodies/" + town.code() + rest;
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }
}
