package id.patungan.grants.papers;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.grants.AwardMoney;
import id.patungan.grants.AwardMoney.Move;
import id.patungan.grants.AwardMoney.Part;
import id.patungan.grants.AwardMoney.Receipt;
import id.patungan.grants.AwardMoney.Spending;
import id.patungan.grants.Awards;
import id.patungan.grants.Secretariat;
import id.patungan.ledger.Books;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.MovableClock;
import id.patungan.testing.Needs;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Papers about awards and the activity file through pages and for programs, by role. */
@DatabaseTest
@Import(MovableClock.Hands.class)
class AwardPaperPagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private final MockMvcTester http;
    private final AwardMoney money;
    private final People people;
    private final MovableClock clock;
    private final Secretariat office;

    @Autowired
    AwardPaperPagesTest(
            WebApplicationContext context,
            Awards awards,
            AwardMoney money,
            People people,
            MovableClock clock,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.money = money;
        this.people = people;
        this.clock = clock;
        this.office = Secretariat.open(bodies, parties, books, awards);
    }

    @BeforeEach
    void aYear() {
        clock.set(day("2006-01-03"));
        office.approved("LOGIC", Secretariat.framed());
        clock.set(day("2006-12-31"));
        var finance = office.finance();
        money.receive(
                finance,
                "LOGIC",
                new Receipt(
                        day("2006-01-20"),
                        "T1",
                        Map.of("DONOR-LOGIC", rupiah(300_000_000)),
                        "TRF-1",
                        null),
                "k1");
        money.spend(
                finance,
                "LOGIC",
                new Spending(
                        day("2006-03-10"),
                        "V-1",
                        "Lokakarya wali kota",
                        "52300",
                        null,
                        null,
                        List.of(new Part("DONOR-LOGIC", "LOGIC/A/1.1", rupiah(40_000_000)))),
                "k2");
        money.move(
                finance,
                "LOGIC",
                new Move(
                        day("2006-11-15"),
                        "LOGIC/A/1.1",
                        "52300",
                        rupiah(5_000_000),
                        "UMUM",
                        "M-1",
                        "Jamuan tidak dibiayai donor"),
                "k3");
        person("f", Role.FINANCE, new Scope.All());
        person("a", Role.AUDITOR, new Scope.All());
        person("l", Role.DONOR_VIEWER, new Scope.OneParty(office.id("LOGIC")));
        person("g", Role.DONOR_VIEWER, new Scope.OneParty(office.id("GTZ")));
    }

    private void person(String name, Role role, Scope scope) {
        var handle = handle(name);
        people.create(ADMINISTRATOR, handle, handle, "a long password 1");
        people.grant(
                ADMINISTRATOR,
                handle,
                new Permission(role, office.body(), scope),
                day("2006-01-01"),
                null);
    }

    private String handle(String name) {
        return name + "-" + office.code();
    }

    private MvcTestResult get(String who, String address) {
        return http.get()
                .uri(address.replace("BODY", "bodies/" + office.code()))
                .param("lang", "en")
                .with(user(handle(who)))
                .exchange();
    }

    private MvcTestResult post(String who, String address, Map<String, String> fields) {
        var request =
                http.post()
                        .uri(address.replace("BODY", "bodies/" + office.code()))
                        .with(user(handle(who)))
                        .with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult send(String who, String address, String json, @Nullable String key) {
        var request =
                http.post()
                        .uri(address.replace("BODY", "bodies/" + office.code()))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .with(user(handle(who)))
                        .with(csrf());
        if (key != null) request.header("Idempotency-Key", key);
        return request.exchange();
    }

    private static String text(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void whoMaySeeWhat() throws Exception {
        var statement =
                "/BODY/awards/LOGIC/accountability/statement?from=2006-01-01&until=2006-12-31";
        for (var who : List.of("f", "a", "l")) {
            assertThat(get(who, statement)).hasStatusOk();
            assertThat(text(get(who, statement)))
                    .contains("Lokakarya wali kota", "35,000,000.00", "Agrees with the ledger");
            assertThat(get(who, "/api/v1" + statement)).hasStatusOk();
        }
        assertThat(text(get("l", statement))).doesNotContain("name=\"reason\"");
        for (var address : List.of(statement, statement.replace("statement?", "statement.csv?"))) {
            assertThat(get("g", address)).hasStatus(404);
        }
        assertThat(get("g", "/api/v1" + statement)).hasStatus(404);
        var bridge = "/BODY/awards/LOGIC/accountability/bridge?from=2006-01-01&until=2006-12-31";
        assertThat(get("a", bridge)).hasStatusOk();
        assertThat(get("l", bridge)).hasStatus(403);
        assertThat(get("g", bridge)).hasStatus(404);
    }

    @Test
    void everyLayoutIsAPageAndFilesForWhoMaySeeIt() throws Exception {
        for (var kind : List.of("federal", "eu", "face", "vouchers", "association")) {
            var address = "/BODY/awards/LOGIC/accountability/" + kind;
            var donor = kind.equals("association") ? 403 : 200;
            for (var end : List.of("", ".xlsx", ".csv", ".json")) {
                assertThat(get("f", address + end)).hasStatusOk();
                assertThat(get("a", address + end)).hasStatusOk();
                assertThat(get("l", address + end)).hasStatus(donor);
                assertThat(get("g", address + end)).hasStatus(404);
            }
            assertThat(get("l", "/api/v1" + address)).hasStatus(donor);
            assertThat(get("g", "/api/v1" + address)).hasStatus(404);
            assertThat(text(get("f", address))).contains("Agrees with the ");
        }
    }

    @Test
    void wrongAddressesAreNamed() {
        assertThat(get("f", "/BODY/awards/LOGIC/accountability/nothing")).hasStatus(404);
        assertThat(get("f", "/BODY/awards/LOGIC/accountability/statement.doc")).hasStatus(400);
        assertThat(get("f", "/BODY/awards/LOGIC/accountability/statement?from=31-2-2006"))
                .hasStatus(400);
        assertThat(get("f", "/BODY/awards/LOGIC/accountability/lpj")).hasStatus(422);
    }

    @Test
    void notesAreTypedOnThePageAndByPrograms() throws Exception {
        var address = "/BODY/awards/LOGIC/accountability/notes";
        var typed =
                new HashMap<>(
                        Map.of(
                                "line", "A",
                                "from", "2006-01-01",
                                "until", "2006-12-31",
                                "textId", "Lokakarya mundur",
                                "textEn", "Workshops moved",
                                "key", "n1"));
        assertThat(post("l", address, typed)).hasStatus(403);
        assertThat(post("g", address, typed)).hasStatus(403);
        assertThat(post("f", address, typed)).hasStatus(302);
        assertThat(post("f", address, typed)).hasStatus(302);
        var statement =
                "/BODY/awards/LOGIC/accountability/statement?from=2006-01-01&until=2006-12-31";
        for (var who : List.of("f", "a", "l")) {
            assertThat(text(get(who, statement))).contains("Workshops moved (f-");
            assertThat(text(get(who, address))).contains("Workshops moved", "stands");
            assertThat(text(get(who, "/api/v1" + address))).contains("Lokakarya mundur");
        }
        assertThat(text(get("l", address))).doesNotContain("name=\"textId\"");
        assertThat(get("g", address)).hasStatus(404);
        assertThat(get("g", "/api/v1" + address)).hasStatus(404);
        typed.put("key", "n2");
        typed.put("textEn", "");
        assertThat(text(post("f", address, typed))).contains("textEn-error", "Lokakarya mundur");
        typed.put("from", "never");
        assertThat(post("f", address, typed)).hasStatus(422);
        var wish =
                """
                {"line": "B", "from": "2006-01-01", "until": "2006-12-31",
                 "textId": "a", "textEn": "b"}\
                """;
        assertThat(send("l", "/api/v1" + address, wish, "n3")).hasStatus(403);
        assertThat(send("f", "/api/v1" + address, wish.replace("B", "Z"), "n3")).hasStatus(422);
        assertThat(send("f", "/api/v1" + address, "{}", "n3")).hasStatus(400);
        assertThat(text(send("f", "/api/v1" + address, wish, "n3"))).contains("\"no\":2");
    }

    @Test
    @Needs(Needs.Part.FONTS)
    void issuedThroughTheFormItStandsInTheRegisterOfTheDonor() throws Exception {
        var address = "/BODY/awards/LOGIC/accountability/statement";
        var typed =
                Map.of(
                        "from", "2006-01-01",
                        "until", "2006-12-31",
                        "date", "31-12-2006",
                        "language", "en",
                        "reason", "",
                        "key", "k");
        assertThat(post("l", address, typed)).hasStatus(403);
        assertThat(post("f", address, typed)).hasStatus(302);
        assertThat(post("f", address, typed))
                .hasRedirectedUrl("/bodies/" + office.code() + "/papers/LD-2006-0001");
        assertThat(get("l", "/BODY/papers/LD-2006-0001.pdf")).hasStatusOk();
        assertThat(get("g", "/BODY/papers/LD-2006-0001")).hasStatus(404);
        var again = new HashMap<>(typed);
        again.put("key", "other");
        assertThat(post("f", address, again)).hasStatus(422);
        assertThat(text(post("f", address, again))).contains("LD-2006-0001", "error-summary");
        again.put("date", "never");
        assertThat(post("f", address, again)).hasStatus(422);
    }

    @Test
    @Needs(Needs.Part.FONTS)
    void issuedByAProgram() throws Exception {
        var address = "/api/v1/BODY/awards/LOGIC/accountability/statement";
        var wish =
                """
                {"from": "2006-01-01", "until": "2006-12-31", "date": "2006-12-31"}\
                """;
        assertThat(send("l", address, wish, "k")).hasStatus(403);
        assertThat(send("f", address, "{}", "k")).hasStatus(400);
        assertThat(send("f", address, wish.replace("12-31\"}", "12-30\"}"), "k")).hasStatus(422);
        assertThat(send("f", address, wish, "k")).hasStatusOk();
        assertThat(text(get("l", "/api/v1/BODY/awards/LOGIC/accountability")))
                .contains("LD-2006-0001");
        assertThat(get("g", "/api/v1/BODY/awards/LOGIC/accountability")).hasStatus(404);
    }

    @Test
    void theActivityFileIsEnteredAndEachGiverGetsItsOwn() throws Exception {
        assertThat(get("f", "/BODY/iati")).hasStatusOk();
        assertThat(get("f", "/BODY/iati.xml")).hasStatus(422);
        var body = Map.of("organisation", "ID-KSD-1", "type", "other_public", "country", "ID");
        var wrong = new HashMap<>(body);
        wrong.put("key", "k0");
        wrong.put("organisation", "a b");
        assertThat(post("f", "/BODY/iati", wrong)).hasStatus(422);
        wrong.put("organisation", "ID-KSD-1");
        wrong.put("type", "x");
        assertThat(post("f", "/BODY/iati", wrong)).hasStatus(422);
        wrong.putAll(body);
        assertThat(post("l", "/BODY/iati", wrong)).hasStatus(403);
        assertThat(post("f", "/BODY/iati", wrong)).hasStatus(302);
        var award = Map.of("sector", "15112", "giver", "XM-DAC-41114", "key", "i1");
        assertThat(get("f", "/BODY/iati/awards/LOGIC")).hasStatusOk();
        assertThat(get("l", "/BODY/iati/awards/LOGIC")).hasStatus(403);
        assertThat(post("f", "/BODY/iati/awards/LOGIC", Map.of("sector", "1", "key", "i2")))
                .hasStatus(422);
        assertThat(post("f", "/BODY/iati/awards/NONE", award)).hasStatus(404);
        assertThat(post("f", "/BODY/iati/awards/LOGIC", award)).hasStatus(302);
        assertThat(text(get("f", "/BODY/iati"))).contains("ID-KSD-1-LOGIC", "ready");
        for (var address : List.of("/BODY/iati.xml", "/api/v1/BODY/iati")) {
            assertThat(text(get("l", address))).contains("ID-KSD-1-LOGIC");
            assertThat(get("g", address)).hasStatus(404);
        }
        assertThat(
                        send(
                                "f",
                                "/api/v1/BODY/iati",
                                """
                                {"organisation": "ID-KSD-2", "type": "other", "country": "ID"}\
                                """,
                                "i3"))
                .hasStatusOk();
        assertThat(text(get("a", "/api/v1/BODY/iati"))).contains("ID-KSD-2-LOGIC");
    }
}
