package id.patungan.grants.exchange;

import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.grants.AwardExchange;
import id.patungan.grants.AwardTerms.ExchangeBearer;
import id.patungan.grants.AwardTerms.ExchangeMethod;
import id.patungan.grants.Awards;
import id.patungan.grants.EuroAward;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Pages and API of an award in euro, by role and language. */
@DatabaseTest
class ExchangePagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private static final AtomicInteger KEY = new AtomicInteger();

    private static final Map<String, String> RECEIPT =
            Map.of(
                    "date", "15-01-2006",
                    "tranche", "T1",
                    "original", "10.000,00",
                    "amount", "170.000.000,00",
                    "kept", "yes",
                    "documentNo", "SWIFT-1");

    private static final Map<String, String> COST =
            Map.of(
                    "date", "10-02-2006",
                    "documentNo", "BKK-1",
                    "description", "Tenaga ahli",
                    "account", "52400",
                    "fund", EuroAward.FUND,
                    "awardLine", EuroAward.CODE + "/A",
                    "amount", "5.000,00");

    private static final Map<String, String> INTEREST =
            Map.of(
                    "date", "31-03-2006",
                    "original", "10,00",
                    "amount", "175.000,00",
                    "documentNo", "RK-3");

    private final MockMvcTester http;
    private final AwardExchange exchange;
    private final Secretariat body;
    private final String finance;
    private final String gtz;
    private final String logic;

    @Autowired
    ExchangePagesTest(
            WebApplicationContext context,
            AwardExchange exchange,
            Awards awards,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.exchange = exchange;
        this.body = Secretariat.open(bodies, parties, books, awards);
        body.approved(
                EuroAward.CODE,
                EuroAward.terms(ExchangeMethod.TRANSFER_AVERAGE, ExchangeBearer.AWARD, true));
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.gtz =
                person(people, clock, "g", Role.DONOR_VIEWER, new Scope.OneParty(body.id("GTZ")));
        this.logic =
                person(people, clock, "l", Role.DONOR_VIEWER, new Scope.OneParty(body.id("LOGIC")));
    }

    private String person(People people, Clock clock, String name, Role role, Scope scope) {
        var handle = name + "-" + body.code();
        people.create(ADMINISTRATOR, handle, handle, "a long password 1");
        people.grant(
                ADMINISTRATOR,
                handle,
                new Permission(role, body.body(), scope),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void moneyIsReceivedSpentAndSeenInBothCurrencies(String language) throws Exception {
        var indonesian = language.equals("id");
        assertThat(text(get(finance, "?lang=" + language))).doesNotContain("??");
        assertThat(text(http.get().uri(base().replace("/exchange", "")).with(user(gtz)).exchange()))
                .contains(base() + "\"", base().replace("/exchange", "/lineage") + "\"");
        for (var action : ExchangeAction.values()) {
            assertThat(text(get(finance, "/" + action.code() + "?lang=" + language)))
                    .contains("name=\"date\"")
                    .doesNotContain("??");
        }
        assertThat(post(finance, "/receive", RECEIPT)).hasStatus3xxRedirection();
        assertThat(post(finance, "/spend", COST)).hasStatus3xxRedirection();
        assertThat(post(finance, "/interest", INTEREST)).hasStatus3xxRedirection();
        assertThat(text(post(finance, "/settle", INTEREST))).contains("href=\"#");

        assertThat(text(get(gtz, "?lang=" + language)))
                .contains("BKK-1", "T1")
                .contains(indonesian ? "85.000.000,00" : "85,000,000.00")
                .contains(indonesian ? "5.000,00" : "5,000.00")
                .contains(indonesian ? "17.000" : "17,000")
                .contains(indonesian ? "tahap T1" : "tranche T1")
                .doesNotContain("??", "/exchange/spend");
    }

    @Test
    void whatIsWrongIsNamedAtItsFieldAndNothingIsPosted() throws Exception {
        var refused =
                post(
                        finance,
                        "/receive",
                        Map.of("date", "31-02-2006", "original", "9,350", "amount", "x"));

        assertThat(refused).hasStatus(422);
        assertThat(text(refused))
                .contains("href=\"#date\"", "href=\"#original\"", "href=\"#amount\"")
                .contains("href=\"#kept\"");
        assertThat(post(finance, "/spend", COST)).hasStatus(422);
        assertThat(post(finance, "/revalue", Map.of("date", "30-06-2006"))).hasStatus(422);
        assertThat(
                        post(
                                finance,
                                "/refund",
                                Map.of(
                                        "date",
                                        "30-06-2006",
                                        "original",
                                        "1,00",
                                        "documentNo",
                                        "S")))
                .hasStatus(422);
        assertThat(exchange.view(body.finance(), EuroAward.CODE).tranches()).isEmpty();
        assertThat(get(finance, "/nothing")).hasStatus(404);
    }

    @Test
    void aGiverReadsItsOwnAwardAndRecordsNothing() throws Exception {
        for (var giver : List.of(gtz, logic)) {
            assertThat(post(giver, "/receive", RECEIPT)).hasStatus(403);
            assertThat(send(giver, "/receipts", "{}")).hasStatus(403);
            assertThat(get(giver, "/receive")).hasStatus(403);
        }
        assertThat(get(gtz, "")).hasStatusOk();
        assertThat(get(logic, "")).hasStatus(404);
        assertThat(api(logic)).hasStatus(404);
    }

    @Test
    void theApiDoesTheSame() throws Exception {
        assertThat(
                        send(
                                finance,
                                "/receipts",
                                """
                                {"date": "2006-01-15", "tranche": "T1", "original": "10000.00",
                                 "amount": "170000000.00", "kept": true}\
                                """))
                .hasStatusOk();
        assertThat(
                        send(
                                finance,
                                "/costs",
                                """
                                {"date": "2006-02-10", "documentNo": "BKK-1", "description": "Ahli",
                                 "account": "52400", "parts": [{"fund": "DONOR-GTZ",
                                 "awardLine": "GTZ-EUR/A", "amount": "5000.00"}]}\
                                """))
                .hasStatusOk();
        assertThat(
                        send(
                                finance,
                                "/refunds",
                                """
                                {"date": "2006-10-01", "original": "5000.00",
                                 "documentNo": "SWIFT-9"}\
                                """))
                .hasStatusOk();
        assertThat(
                        send(
                                finance,
                                "/interest",
                                """
                                {"date": "2006-11-01", "original": "10.00", "amount": "175000.00",
                                 "documentNo": "RK-11"}\
                                """))
                .hasStatusOk();
        assertThat(
                        text(
                                send(
                                        finance,
                                        "/settlements",
                                        """
                                        {"date": "2006-11-02", "original": "10.00",
                                         "amount": "1.00", "documentNo": "L"}\
                                        """)))
                .contains("rates.not-on-account");
        assertThat(text(send(finance, "/revaluations", "{\"date\": \"2006-06-30\"}")))
                .contains("rates.no-rate");
        assertThat(send(finance, "/costs", "{}")).hasStatus(400);

        assertThat(api(gtz))
                .bodyJson()
                .extractingPath("$.costs[0].amount")
                .isEqualTo("85000000.00");
        assertThat(api(gtz))
                .bodyJson()
                .extractingPath("$.costs[0].rates[0].tranches[0]")
                .isEqualTo("T1");
        assertThat(api(gtz)).bodyJson().extractingPath("$.holdings[0].original").isEqualTo("10.00");
        assertThat(api(gtz)).bodyJson().extractingPath("$.own.balance").isEqualTo("10.00");
        assertThat(api(gtz)).bodyJson().extractingPath("$.own.refunded").isEqualTo("5000.00");
        assertThat(exchange.view(body.finance(), EuroAward.CODE).position().refunded())
                .isEqualTo(rupiah(85_000_000));
    }

    private String base() {
        return "/bodies/" + body.code() + "/awards/" + EuroAward.CODE + "/exchange";
    }

    private MvcTestResult get(String person, String path) {
        return http.get().uri(base() + path).with(user(person)).exchange();
    }

    private MvcTestResult post(String person, String path, Map<String, String> fields) {
        var request = http.post().uri(base() + path).with(user(person)).with(csrf());
        var all = new HashMap<>(fields);
        all.put("key", "k" + KEY.incrementAndGet());
        all.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult api(String person) {
        return http.get().uri("/api/v1" + base()).with(user(person)).exchange();
    }

    private MvcTestResult send(String person, String path, String json) {
        return http.post()
                .uri("/api/v1" + base() + path)
                .with(user(person))
                .with(csrf())
                .header("Idempotency-Key", "a" + KEY.incrementAndGet())
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }
}
