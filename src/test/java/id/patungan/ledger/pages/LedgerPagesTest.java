package id.patungan.ledger.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.ledger.Books;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Fund;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.ledger.Restriction;
import id.patungan.parties.Bodies;
import id.patungan.parties.Letterhead;
import id.patungan.parties.NewBody;
import id.patungan.parties.NewParty;
import id.patungan.parties.Parties;
import id.patungan.parties.Profile;
import id.patungan.platform.Access;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LedgerPagesTest {

    private static final String BODY = "uji-halaman";
    private static final String PASSWORD = "gunung merapi 2968";
    private static final FundCode GTZ = new FundCode("DONOR-GTZ");

    @Autowired Bodies bodies;
    @Autowired Parties parties;
    @Autowired People people;
    @Autowired Books books;
    @Autowired Ledger ledger;
    @Autowired Journal journal;
    @Autowired Checks checks;

    private MockMvcTester http;
    private BodyId body;
    private Access finance;

    @BeforeAll
    void aBodyWithPeople(@Autowired WebApplicationContext context) {
        http =
                MockMvcTester.from(
                        context,
                        builder ->
                                builder.apply(SecurityMockMvcConfigurers.springSecurity()).build());
        body =
                bodies.create(
                                Viewer.system(),
                                new NewBody(
                                        BODY,
                                        new Profile("Badan Uji", null, null, Letterhead.NONE, null),
                                        ZoneId.of("Asia/Jakarta"),
                                        Currency.getInstance("IDR"),
                                        LocalDate.of(2006, 1, 1),
                                        false))
                        .id();
        finance = Access.system(body);
        var sleman = parties.add(finance, NewParty.region("34.04"));
        parties.add(finance, NewParty.region("34.02"));
        books.addFunds(
                finance,
                List.of(new Fund(GTZ, "GTZ", "GTZ", Restriction.RESTRICTED, null, null, true)));
        person("hal.siti", Role.FINANCE, new Scope.All());
        person("hal.ani", Role.APPROVER, new Scope.All());
        person("hal.tri", Role.TREASURER, new Scope.OneParty(sleman.id()));
        person("hal.greta", Role.DONOR_VIEWER, new Scope.OneFund(GTZ));
        person("hal.rudi", Role.AUDITOR, new Scope.All());
        post(
                "dues",
                NewPosting.debit("11300", "UMUM", 110_111_222_33L).party("34.04").charge("A/34.04"),
                NewPosting.credit("41100", "UMUM", 110_111_222_33L).party("34.04"),
                NewPosting.debit("11300", "UMUM", 220_333_444_55L).party("34.02").charge("A/34.02"),
                NewPosting.credit("41100", "UMUM", 220_333_444_55L).party("34.02"));
        post(
                "=grant",
                NewPosting.debit("11220", "DONOR-GTZ", 400_000_000_00L),
                NewPosting.credit("43100", "DONOR-GTZ", 400_000_000_00L));
    }

    private void person(String handle, Role role, Scope scope) {
        people.create(Viewer.system(), handle, handle, PASSWORD);
        people.grant(
                Viewer.system(),
                handle,
                new Permission(role, body, scope),
                LocalDate.of(2006, 1, 1),
                null);
    }

    private void post(String key, NewPosting... postings) {
        ledger.post(
                finance,
                new NewEntry(
                        LocalDate.of(2006, 1, 31),
                        NewEntry.MANUAL,
                        key,
                        "test:" + key,
                        null,
                        List.of(postings)));
    }

    @Test
    void everyPageIsThereInBothLanguagesForThoseWhoReadTheBooks() {
        var pages =
                List.of(
                        "",
                        "/journal",
                        "/journal?account=11300&from=2006-01-01&until=2006-12-31&text=dues",
                        "/journal?account=%3F%3F&from=kemarin",
                        "/journal/1",
                        "/drafts",
                        "/accounts",
                        "/funds",
                        "/funds/DONOR-GTZ?from=2006-01-01&until=2006-12-31",
                        "/trial-balance?until=2006-12-31",
                        "/trial-balance?until=2006-12-31&fund=UMUM&known=1",
                        "/periods",
                        "/checks");
        for (var page : pages) {
            for (var handle : List.of("hal.siti", "hal.rudi", "hal.ani")) {
                for (var language : List.of("id", "en")) {
                    var separator = page.contains("?") ? "&" : "?";
                    var answer = get(handle, page + separator + "lang=" + language);
                    assertThat(answer).as(page).hasStatusOk();
                    assertThat(text(answer)).as(page).doesNotContain("??").contains("</html>");
                }
            }
        }
        for (var page : List.of("/journal/new", "/journal/1/reverse", "/accounts/11300")) {
            assertThat(get("hal.siti", page)).hasStatusOk();
            assertThat(get("hal.rudi", page)).hasStatus(403);
        }
    }

    @Test
    void aTreasurerSeesOwnLinesAndNothingElse() {
        assertThat(get("hal.tri", "/journal")).hasStatus(403);
        assertThat(get("hal.tri", "/journal.csv")).hasStatus(403);
        assertThat(get("hal.tri", "/trial-balance")).hasStatus(403);
        assertThat(get("hal.tri", "/funds")).hasStatus(403);
        assertThat(get("hal.tri", "/accounts")).hasStatus(403);
        assertThat(get("hal.tri", "/journal/2")).hasStatus(404);
        assertThat(get("hal.tri", "/journal/999")).hasStatus(404);

        assertThat(text(get("hal.tri", "/journal/1")))
                .contains("110.111.222,33")
                .doesNotContain("220.333.444,55", "34.02", "Bantul", "330.444.666,88");
    }

    @Test
    void aDonorSeesItsFundAlone() {
        for (var page :
                List.of(
                        "/journal",
                        "/journal.csv",
                        "/journal.json",
                        "/trial-balance?until=2006-12-31",
                        "/funds/DONOR-GTZ?until=2006-12-31")) {
            var answer = get("hal.greta", page);
            assertThat(answer).as(page).hasStatusOk();
            assertThat(text(answer))
                    .as(page)
                    .containsPattern("400[.]?000[.]?000[,.]00")
                    .doesNotContain("110.111.222", "220.333.444", "11011122233", "Sleman");
        }
        assertThat(get("hal.greta", "/funds/UMUM")).hasStatus(404);
        assertThat(get("hal.greta", "/journal/1")).hasStatus(404);
        assertThat(get("hal.greta", "/drafts")).hasStatus(403);
    }

    @Test
    void theExportGuardsAgainstFormulasAndTotalsAreThoseOfTheFilter() {
        assertThat(text(get("hal.rudi", "/journal.csv?fund=DONOR-GTZ")))
                .startsWith("\uFEFFentry_id,date,description,")
                .contains(",'=grant,11220,DONOR-GTZ,,,400000000.00,,")
                .doesNotContain("dues");
    }

    @Test
    void anEntryIsTypedPostedOnceAndReversed() {
        var before = journal.head(body).lastNo();
        var first = send("k-1", "post", "31-01-2006", "1.500.000,00", "1.500.000,00");
        var again = send("k-1", "post", "31-01-2006", "1.500.000,00", "1.500.000,00");
        var address = String.valueOf(first.getResponse().getRedirectedUrl());

        assertThat(first).hasStatus3xxRedirection();
        assertThat(again.getResponse().getRedirectedUrl()).isEqualTo(address);
        assertThat(journal.head(body).lastNo()).isEqualTo(before + 1);

        var number = address.substring(address.lastIndexOf('/') + 1);
        var missing =
                http.post()
                        .uri("/bodies/" + BODY + "/journal/" + number + "/reverse")
                        .with(user("hal.siti"))
                        .with(csrf())
                        .param("date", "31-01-2006")
                        .param("reason", " ")
                        .param("key", "r-1")
                        .exchange();
        assertThat(missing).hasStatus(422);
        var reversed =
                http.post()
                        .uri("/bodies/" + BODY + "/journal/" + number + "/reverse")
                        .with(user("hal.siti"))
                        .with(csrf())
                        .param("date", "31-01-2006")
                        .param("reason", "Salah catat")
                        .param("key", "r-1")
                        .exchange();
        assertThat(reversed).hasStatus3xxRedirection();
        assertThat(text(get("hal.siti", "/journal/" + number)))
                .contains("dibalik oleh no. " + (before + 2));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndNothingIsStored() {
        var before = journal.head(body).lastNo();
        var answer = send("k-2", "post", "31-11-2006", "1.500.000,00", "1.400.000,00");

        assertThat(answer).hasStatus(422);
        assertThat(text(answer))
                .contains(
                        "31-11-2006",
                        "Debet dan kredit selisih Rp100.000,00",
                        "value=\"1.500.000,00\"")
                .contains("<title>Galat: ");
        assertThat(journal.head(body).lastNo()).isEqualTo(before);
    }

    @Test
    void anAmountThatCanMeanTwoThingsIsAskedAbout() {
        var answer =
                http.post()
                        .uri("/bodies/" + BODY + "/journal/new?lang=en")
                        .with(user("hal.siti"))
                        .with(csrf())
                        .param("key", "k-3")
                        .param("do", "post")
                        .param("date", "31-01-2006")
                        .param("description", "Rapat")
                        .param("account", "52300", "11200")
                        .param("fund", "UMUM", "UMUM")
                        .param("debit", "9.350", "")
                        .param("credit", "", "9.350")
                        .exchange();

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("debit-1=9,350.00", "debit-1=9.35");
    }

    @Test
    void aDraftIsApprovedByAnotherPersonAndPosted() {
        var draft =
                String.valueOf(
                        send("k-4", "submit", "31-01-2006", "70", "70")
                                .getResponse()
                                .getRedirectedUrl());

        assertThat(draft).contains("/drafts/");
        assertThat(decide("hal.siti", draft, "approve", "")).hasStatus(403);
        assertThat(decide("hal.ani", draft, "reject", "")).hasStatus(422);
        assertThat(decide("hal.ani", draft, "approve", "")).hasStatus3xxRedirection();
        assertThat(decide("hal.siti", draft, "post", "").getResponse().getRedirectedUrl())
                .contains("/journal/");
    }

    @Test
    void theApiPostsOncePerKeyAndAnswersConflictForOtherContent() {
        var entry =
                """
                {"date": "2006-01-31", "description": "API", "lines": [
                  {"account": "52300", "fund": "UMUM", "debit": "%s"},
                  {"account": "11200", "fund": "UMUM", "credit": "%s"}]}
                """;
        var first = api("hal.siti", "k-api", entry.formatted("12.50", "12.50"));
        assertThat(first).hasStatus(201);
        assertThat(
                        api("hal.siti", "k-api", entry.formatted("12.50", "12.50"))
                                .getResponse()
                                .getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(api("hal.siti", "k-api", entry.formatted("13.50", "13.50")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:problem:ledger.other-content");
        assertThat(api("hal.siti", "k-api2", entry.formatted("13.50", "12.50")))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("type")
                .isEqualTo("urn:problem:ledger.unbalanced");
        assertThat(api("hal.siti", "k-api3", entry.formatted("1.900,50", "1.900,50")))
                .hasStatus(400);
        assertThat(api("hal.rudi", "k-api4", entry.formatted("1", "1"))).hasStatus(403);
    }

    @Test
    void noKindThatACallerNamesEscapesTheApproval() {
        var approver =
                new Access(
                        new Viewer(
                                "hal.ani",
                                "Ani",
                                List.of(new Permission(Role.APPROVER, body, new Scope.All()))),
                        body);
        books.requireApproval(approver, true);
        try {
            for (var kind : List.of("manual", "receipt", "import", "closing")) {
                assertThat(
                                api(
                                        "hal.siti",
                                        "k-kind-" + kind,
                                        """
                                        {"date": "2006-01-31", "kind": "%s", "description": "API", "lines": [
                                          {"account": "52300", "fund": "UMUM", "debit": "1"},
                                          {"account": "11200", "fund": "UMUM", "credit": "1"}]}
                                        """
                                                .formatted(kind)))
                        .as(kind)
                        .bodyJson()
                        .extractingPath("type")
                        .isEqualTo("urn:problem:ledger.approval-required");
            }
            assertThat(send("k-kind", "post", "31-01-2006", "70", "70"))
                    .as("nor does the form")
                    .hasStatus(422);
        } finally {
            books.requireApproval(approver, false);
        }
    }

    @Test
    void theApiAnswersWithinReach() {
        assertThat(apiGet("hal.tri", "/entries")).hasStatus(403);
        assertThat(apiGet("hal.tri", "/entries/2")).hasStatus(404);
        assertThat(apiGet("hal.tri", "/accounts")).hasStatus(403);
        assertThat(text(apiGet("hal.tri", "/entries/1")))
                .contains("\"110111222.33\"")
                .doesNotContain("220333444.55", "34.02");
        assertThat(apiGet("hal.greta", "/entries"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("debit")
                .isEqualTo("400000000.00");
        assertThat(apiGet("hal.rudi", "/trial-balance?asOf=2006-12-31"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("balances")
                .isEqualTo(true);
        assertThat(apiGet("hal.rudi", "/accounts")).hasStatusOk();
        assertThat(apiGet("hal.rudi", "/entries?from=kemarin")).hasStatus(400);
    }

    private MvcTestResult send(String key, String wish, String date, String debit, String credit) {
        return http.post()
                .uri("/bodies/" + BODY + "/journal/new")
                .with(user("hal.siti"))
                .with(csrf())
                .param("key", key)
                .param("do", wish)
                .param("date", date)
                .param("description", "Rapat koordinasi")
                .param("account", "52300", "11200", "")
                .param("fund", "UMUM", "UMUM", "UMUM")
                .param("party", "", "", "")
                .param("project", "", "", "")
                .param("debit", debit, "", "")
                .param("credit", "", credit, "")
                .param("memo", "", "", "")
                .exchange();
    }

    @Test
    void theChecksAreNamedInWordsAndRunForThoseWhoReadTheBooks() {
        var asked = text(get("hal.rudi", "/checks?lang=en"));
        assertThat(asked).contains("Every entry balances, as a whole and per fund");
        assertThat(asked).doesNotContain("Passed");

        var run = text(get("hal.rudi", "/checks?run=true&lang=id"));
        assertThat(checks.names()).allSatisfy(name -> assertThat(run).contains(name));
        assertThat(run).contains("Debit sama dengan kredit di setiap dana", "Semua lulus");
        assertThat(run).doesNotContain("??");
        for (var handle : List.of("hal.tri", "hal.greta")) {
            assertThat(get(handle, "/checks")).hasStatus(403);
            assertThat(get(handle, "/checks?run=true")).hasStatus(403);
        }
    }

    @Test
    void aPaperIsHeldAgainstTheBook() {
        var head = journal.head(body);
        var page = "/checks?lang=en&paper=";

        assertThat(text(get("hal.rudi", page + head.lastNo() + ":" + head.hash())))
                .contains("It holds: that entry is in the book");
        assertThat(text(get("hal.rudi", page + head.lastNo() + ":" + "ab".repeat(32))))
                .contains("It does not agree with the book", "was rewritten");
        var unreadable = get("hal.rudi", page + "kepala");
        assertThat(unreadable).hasStatus(422);
        assertThat(text(unreadable)).contains("kepala", "write the number of the entry, a colon");
    }

    @Test
    void aDayThatIsNoneIsNamedByItsPlaceWithTheWayOut() {
        var answer =
                http.post()
                        .uri("/api/v1/bodies/" + BODY + "/receipts")
                        .with(httpBasic("hal.siti", PASSWORD))
                        .header("Idempotency-Key", "no-day")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"date\":\"31-02-2006\"}")
                        .exchange();
        assertThat(answer).hasStatus(400);
        assertThat(text(answer))
                .contains("date: '31-02-2006' is not a date; write it as 2006-12-31");
    }

    private MvcTestResult decide(String handle, String address, String wish, String reason) {
        return http.post()
                .uri(address)
                .with(user(handle))
                .with(csrf())
                .param("version", "1")
                .param("do", wish)
                .param("reason", reason)
                .exchange();
    }

    private MvcTestResult get(String handle, String page) {
        return http.get().uri("/bodies/" + BODY + page).with(user(handle)).exchange();
    }

    private MvcTestResult apiGet(String handle, String path) {
        return http.get()
                .uri("/api/v1/bodies/" + BODY + path)
                .with(httpBasic(handle, PASSWORD))
                .exchange();
    }

    private MvcTestResult api(String handle, String key, String json) {
        return http.post()
                .uri("/api/v1/bodies/" + BODY + "/entries")
                .with(httpBasic(handle, PASSWORD))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
