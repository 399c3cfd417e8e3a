package id.patungan.grants.lineage;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.grants.AwardMoney;
import id.patungan.grants.AwardPosition;
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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The lineage of a hibah from its postings, on the page and by the API. */
@DatabaseTest
class LineagePagesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private static final String AWARD = "HIBAH-1";
    private static final String FUND = "HIBAH-OPS";
    private static final AtomicInteger KEY = new AtomicInteger();

    private final MockMvcTester http;
    private final AwardMoney money;
    private final Awards awards;
    private final Secretariat body;
    private final String province;
    private final String logic;

    @Autowired
    LineagePagesTest(
            WebApplicationContext context,
            AwardMoney money,
            Awards awards,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.money = money;
        this.awards = awards;
        this.body = Secretariat.open(bodies, parties, books, awards);
        body.approved(AWARD, Secretariat.hibah());
        this.province = person(people, clock, "p", Secretariat.PROVINCE);
        this.logic = person(people, clock, "l", "LOGIC");
    }

    private String person(People people, Clock clock, String name, String party) {
        var handle = name + "-" + body.code();
        people.create(ADMINISTRATOR, handle, handle, "a long password 1");
        people.grant(
                ADMINISTRATOR,
                handle,
                new Permission(Role.DONOR_VIEWER, body.body(), new Scope.OneParty(body.id(party))),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    private static String key() {
        return "k" + KEY.incrementAndGet();
    }

    /** 360 million come, 1 million of interest, 100 and 60 are spent, 20 of them for others. */
    private void year() {
        var finance = body.finance();
        money.receive(
                finance,
                AWARD,
                new AwardMoney.Receipt(
                        day("2011-02-01"), "T1", Map.of(FUND, rupiah(360_000_000)), "SP2D-1", null),
                key());
        money.interest(
                finance,
                AWARD,
                new AwardMoney.Amount(
                        day("2011-02-28"), null, rupiah(1_000_000), "RK-2", null, null),
                key());
        spend("V-1", "2011-03-01", 100_000_000);
        var undone = spend("V-2", "2011-03-02", 5_000_000);
        money.undo(finance, AWARD, undone, day("2011-03-03"), "Salah", key());
        spend("V-3", "2011-03-04", 60_000_000);
        money.move(
                finance,
                AWARD,
                new AwardMoney.Move(
                        day("2011-03-05"),
                        AWARD + "/1",
                        "51100",
                        rupiah(20_000_000),
                        "UMUM",
                        "BA-1",
                        "Di luar hibah"),
                key());
    }

    private long spend(String document, String on, long amount) {
        return money.spend(
                        body.finance(),
                        AWARD,
                        new AwardMoney.Spending(
                                day(on),
                                document,
                                "Insentif " + document,
                                "51100",
                                null,
                                null,
                                List.of(new AwardMoney.Part(FUND, AWARD + "/1", rupiah(amount)))),
                        key())
                .no();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsLeftIsTheBalanceByEachOrder(LineageOrder order) {
        year();
        var book = awards.book(body.finance(), AWARD);
        var lineage = new AwardLineage(book, day("2011-12-31")).by(order);

        var left = lineage.sources().stream().mapToLong(lineage::left).sum();
        assertThat(lineage.uncovered()).isZero();
        assertThat(left)
                .isEqualTo(rupiah(221_000_000))
                .isEqualTo(AwardPosition.of(book, day("2011-12-31")).balance());
        assertThat(lineage.links()).hasSize(order == LineageOrder.PRO_RATA ? 4 : 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void theGiverSeesBothDirections(String language) throws Exception {
        var indonesian = language.equals("id");
        assertThat(text(get(province, "?lang=" + language)))
                .contains(indonesian ? "Belum ada uang masuk" : "No money has come yet")
                .doesNotContain("??");
        year();
        for (var order : LineageOrder.values()) {
            assertThat(text(get(province, "?lang=" + language + "&order=" + order.code())))
                    .contains("SP2D-1", "V-1", "V-3", "Insentif V-3")
                    .contains(indonesian ? "221.000.000,00" : "221,000,000.00")
                    .contains(indonesian ? "Uang ini menjadi" : "This money became")
                    .doesNotContain("??");
        }
        assertThat(get(province, "?order=nonsense")).hasStatusOk();
    }

    @Test
    void theApiTellsTheSameAndNobodyElseSeesIt() throws Exception {
        year();
        var answer = api(province, "?order=pro-rata");

        assertThat(answer).bodyJson().extractingPath("$.left").isEqualTo("221000000.00");
        assertThat(answer).bodyJson().extractingPath("$.uncovered").isEqualTo("0.00");
        assertThat(answer).bodyJson().extractingPath("$.sources[0].kind").isEqualTo("received");
        assertThat(answer).bodyJson().extractingPath("$.uses[0].documentNo").isEqualTo("V-1");
        assertThat(api(province, "?order=x")).hasStatus(400);
        assertThat(api(logic, "")).hasStatus(404);
        assertThat(get(logic, "")).hasStatus(404);
    }

    private MvcTestResult get(String person, String query) {
        return http.get()
                .uri("/bodies/" + body.code() + "/awards/" + AWARD + "/lineage" + query)
                .with(user(person))
                .exchange();
    }

    private MvcTestResult api(String person, String query) {
        return http.get()
                .uri("/api/v1/bodies/" + body.code() + "/awards/" + AWARD + "/lineage" + query)
                .with(user(person))
                .exchange();
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }
}
