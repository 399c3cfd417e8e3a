package id.patungan.forecasting.indicators;

import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.Fraction;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.Receipts;
import id.patungan.forecasting.indicators.Threshold.Side;
import id.patungan.ledger.Books;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Indicators;
import id.patungan.parties.Members;
import id.patungan.parties.NewIndicatorValue;
import id.patungan.parties.Parties;
import id.patungan.platform.AccessException;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The indicators as page, files and API; the body's own thresholds. */
@DatabaseTest
class SustainabilityPagesTest {

    private static final LocalDate END = LocalDate.of(2006, 12, 31);

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));

    private final MockMvcTester http;
    private final Town town;
    private final Sustainability sustainability;
    private final Thresholds thresholds;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Ledger ledger;
    private final Indicators register;
    private final SuperUser database;
    private final String finance;
    private final String auditor;
    private final String sleman;

    @Autowired
    SustainabilityPagesTest(
            WebApplicationContext context,
            Sustainability sustainability,
            Thresholds thresholds,
            Assessments assessments,
            Receipts receipts,
            Ledger ledger,
            Indicators register,
            SuperUser database,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.sustainability = sustainability;
        this.thresholds = thresholds;
        this.assessments = assessments;
        this.receipts = receipts;
        this.ledger = ledger;
        this.register = register;
        this.database = database;
        var id = town.ids().get(SLEMAN);
        if (id == null) throw new IllegalStateException();
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.auditor = person(people, clock, "a", Role.AUDITOR, new Scope.All());
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

    /** K2, of which two of three have paid, and 440 juta of salaries. */
    private void aYear() {
        assessments.issue(town.finance(), town.dues(), "k2");
        receipts.record(town.finance(), town.receipt("34.71", "110000000"), "r1");
        receipts.record(town.finance(), town.receipt("34.02", "110000000"), "r2");
        ledger.post(
                town.finance(),
                new NewEntry(
                        LocalDate.of(2006, 6, 30),
                        NewEntry.MANUAL,
                        "Gaji",
                        "gaji",
                        null,
                        List.of(
                                NewPosting.debit("51100", "UMUM", 44_000_000_000L),
                                NewPosting.credit("11200", "UMUM", 44_000_000_000L))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void thePageSaysEachValueItsFormulaAndWhereItComesFrom(String language) throws Exception {
        aYear();
        var page = text(get(finance, "/sustainability?asOf=31-12-2006&lang=" + language));

        assertThat(page)
                .contains(language.equals("id") ? "0,3333" : "0.3333")
                .contains(language.equals("id") ? "66,7%" : "66.7%")
                // 440 needed, 220 collected
                .contains(language.equals("id") ? "+100,0%" : "+100.0%")
                .contains(language.equals("id") ? "Tanpa ambang" : "No threshold")
                .contains("Calabrese 2011")
                .contains("popovertarget=\"explain-hhi-payer\"")
                .contains("account=51100&amp;fund=UMUM")
                .contains(language.equals("id") ? "data s.d. entri no. 4" : "up to entry no. 4")
                .contains(
                        language.equals("id")
                                ? "tidak ada dalam daftar"
                                : "register of indicators has no")
                .contains(language.equals("id") ? "Ketahanan kas" : "Runway")
                .contains(language.equals("id") ? "tidak ada donor" : "there is no donor")
                .contains(
                        language.equals("id")
                                ? "Dibagi menurut aturan yang berlaku: AS-2006-0001"
                                : "Divided by the rule in force: AS-2006-0001")
                .contains(language.equals("id") ? "+330.000.000,00" : "+330,000,000.00")
                .doesNotContain("??");
        assertThat(text(get(finance, "/sustainability?asOf=30-06-2006&lang=" + language)))
                .contains(language.equals("id") ? "belum berakhir" : "is not over");
        assertThat(text(get(finance, "/sustainability?asOf=31-12-2004&lang=" + language)))
                .contains(language.equals("id") ? "Belum ada entri jurnal" : "no journal entry")
                .doesNotContain("popovertarget");
    }

    @Test
    void aDayThatCannotBeReadIsNamedAtItsField() throws Exception {
        var refused = get(finance, "/sustainability?asOf=31-02-2006");

        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("31-02-2006").contains("id=\"asOf-error\"");
        assertThat(http.get().uri(api("?asOf=kemarin")).with(user(finance)).exchange())
                .hasStatus(422);
    }

    @Test
    void onlyWhoReadsTheWholeBookSeesIndicators() {
        for (var path :
                List.of("/sustainability", "/sustainability.csv", "/sustainability/thresholds")) {
            assertThat(get(auditor, path)).hasStatusOk();
            assertThat(get(sleman, path)).hasStatus(403);
        }
        assertThat(http.get().uri(api("")).with(user(sleman)).exchange()).hasStatus(403);
        assertThat(http.get().uri(api("/thresholds")).with(user(sleman)).exchange()).hasStatus(403);
        var treasurer = town.treasurerOf(SLEMAN);
        assertThatThrownBy(() -> sustainability.on(treasurer, END))
                .isInstanceOf(AccessException.class);
        assertThatThrownBy(() -> thresholds.all(treasurer)).isInstanceOf(AccessException.class);
    }

    @Test
    void filesAndApiSayTheSame() throws Exception {
        aYear();
        register.record(
                town.finance(),
                new NewIndicatorValue(
                        SLEMAN, "PAD", 2006, new BigDecimal("2200000000"), "IDR", "Contoh", null));

        var csv = text(get(finance, "/sustainability.csv?asOf=2006-12-31&lang=id"));
        assertThat(csv).contains("hhi-payer;").contains(";1/3;0,333333;");
        assertThat(csv).contains("structural-balance;").contains(";-110000000,000000;");

        var xlsx = get(finance, "/sustainability.xlsx?asOf=2006-12-31");
        try (var book =
                new XSSFWorkbook(
                        new ByteArrayInputStream(xlsx.getResponse().getContentAsByteArray()))) {
            assertThat(book.getSheetAt(0).getRow(5).getCell(3).getStringCellValue()).isEqualTo("0");
            assertThat(book.getSheetAt(1).getLastRowNum()).isGreaterThan(20);
        }

        assertThat(text(get(finance, "/sustainability.json?asOf=2006-12-31")))
                .contains("\"exact\" : \"1/3\"");
        var api = http.get().uri(api("?asOf=2006-12-31")).with(user(finance)).exchange();
        assertThat(api)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.indicators[?(@.code=='uplift')].value.exact")
                .asArray()
                .containsExactly("1");
        // 220 juta of dues after that in 2,200 juta of own revenue
        assertThat(api)
                .bodyJson()
                .extractingPath("$.members[?(@.party=='34.04')].weight.exact")
                .asArray()
                .containsExactly("1/10");
        assertThat(api)
                .bodyJson()
                .extractingPath("$.members[?(@.party=='34.71')].weight.undefined")
                .asArray()
                .containsExactly("no-budget");
        assertThat(api).bodyJson().extractingPath("$.spread.assessment").isEqualTo("AS-2006-0001");
        assertThat(api).bodyJson().extractingPath("$.spread.proportional").isNull();
        assertThat(get(finance, "/sustainability.docx")).hasStatus(404);
    }

    private Thresholds.Wish most(Fraction bound, LocalDate from) {
        return new Thresholds.Wish(
                IndicatorCode.TOP_1, Side.AT_MOST, bound, "Rapat Forum", "BA-3/2006", from);
    }

    @Test
    void thresholdsAreVersionsInForceFromTheirDay() {
        aYear();
        var access = town.finance();
        thresholds.set(access, most(Fraction.of(1, 2), LocalDate.of(2006, 1, 1)), "a");
        thresholds.set(access, most(Fraction.of(1, 4), LocalDate.of(2006, 7, 1)), "b");
        assertThat(thresholds.set(access, most(Fraction.of(1, 4), LocalDate.of(2006, 7, 1)), "b"))
                .matches(one -> one.version() == 2);

        var june = sustainability.on(access, LocalDate.of(2006, 6, 30)).get(IndicatorCode.TOP_1);
        assertThat(june.status()).isEqualTo(Indicator.Status.MET);
        var december = sustainability.on(access, END).get(IndicatorCode.TOP_1);
        assertThat(december.status()).isEqualTo(Indicator.Status.MISSED);
        assertThat(december.threshold())
                .isNotNull()
                .matches(one -> one.owner().equals("Rapat Forum"));

        thresholds.set(
                access,
                new Thresholds.Wish(IndicatorCode.TOP_1, null, null, "Rapat", "BA-4", END),
                "c");
        assertThat(sustainability.on(access, END).get(IndicatorCode.TOP_1).status())
                .isEqualTo(Indicator.Status.NONE);
        assertThat(thresholds.all(access)).hasSize(3);
    }

    @Test
    void halfAThresholdOneWithoutOwnerOrNothingToTakeAwayIsRefused() {
        var access = town.finance();
        assertRefused("sustainability.half", Side.AT_MOST, null, "Rapat", "BA");
        assertRefused("sustainability.missing", Side.AT_MOST, Fraction.ONE, " ", "BA");
        assertRefused("sustainability.missing", Side.AT_MOST, Fraction.ONE, "Rapat", "");
        assertRefused("sustainability.too-long", Side.AT_MOST, Fraction.ONE, "R".repeat(161), "BA");
        assertRefused(
                "sustainability.too-long",
                Side.AT_MOST,
                Fraction.of(new BigDecimal("0." + "1".repeat(45))),
                "Rapat",
                "BA");
        assertRefused("sustainability.nothing-to-take-away", null, null, "Rapat", "BA");
        assertThat(thresholds.all(access)).isEmpty();
        assertThatThrownBy(() ->
                        thresholds.set(
                                town.as(Role.AUDITOR, new Scope.All()),
                                most(Fraction.ONE, END),
                                "x"))
                .isInstanceOf(AccessException.class);
    }

    private void assertRefused(
            String code,
            @org.jspecify.annotations.Nullable Side side,
            @org.jspecify.annotations.Nullable Fraction bound,
            String owner,
            String basis) {
        var wish = new Thresholds.Wish(IndicatorCode.DSO, side, bound, owner, basis, END);
        assertThatThrownBy(() -> thresholds.set(town.finance(), wish, "key"))
                .isInstanceOf(ForecastingException.class)
                .extracting("code")
                .isEqualTo(code);
    }

    @Test
    void theDatabaseRefusesToChangeAThreshold() throws SQLException {
        thresholds.set(town.finance(), most(Fraction.ONE, END), "a");
        for (var sql :
                List.of(
                        "UPDATE forecast_threshold SET bound = '2' WHERE book_id = %d",
                        "DELETE FROM forecast_threshold WHERE book_id = %d",
                        "INSERT INTO forecast_threshold SELECT book_id, indicator, 9, side, bound,"
                                + " owner, basis, effective_from, recorded_by, recorded_at FROM"
                                + " forecast_threshold WHERE book_id = %d")) {
            assertThatThrownBy(() -> database.execute(sql.formatted(town.body().value())))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("FORECAST-0");
        }
    }

    @Test
    void theFormReadsAPercentageAsPeopleWriteIt() throws Exception {
        aYear();
        var sent = post("top-1", "at-most", "33,5", "Rapat Forum", "01-01-2006");
        assertThat(sent).hasStatus3xxRedirection();
        assertThat(thresholds.all(town.finance()).getFirst().bound())
                .isEqualTo(Fraction.of(335, 1000));
        assertThat(text(get(finance, "/sustainability?asOf=31-12-2006&lang=id")))
                .contains("paling banyak 33,5%")
                .contains("Rapat Forum")
                .contains("Sesuai ambang");
        assertThat(text(get(auditor, "/sustainability/thresholds?lang=en")))
                .contains("at most 33.5%")
                .doesNotContain("<form class=\"narrow-form\"");

        for (var wrong :
                List.of(
                        post("top-1", "at-most", "1.234", "Rapat", "01-01-2006"),
                        post("top-9", "at-most", "1", "Rapat", "01-01-2006"),
                        post("top-1", "about", "1", "Rapat", "01-01-2006"),
                        post("top-1", "at-most", "1", "", "01-01-2006"),
                        post("top-1", "at-most", "1", "Rapat", "soon"))) {
            assertThat(wrong).hasStatus(422);
            assertThat(text(wrong)).contains("-error\"").doesNotContain("??");
        }
        assertThat(thresholds.all(town.finance())).hasSize(1);
    }

    private MvcTestResult post(
            String indicator, String side, String bound, String owner, String from) {
        return http.post()
                .uri("/bodies/" + town.code() + "/sustainability/thresholds")
                .with(user(finance))
                .with(csrf())
                .param("key", "set-" + (bound + owner + side + from).hashCode())
                .param("indicator", indicator)
                .param("side", side)
                .param("bound", bound)
                .param("owner", owner)
                .param("basis", "BA-1")
                .param("from", from)
                .exchange();
    }

    @Test
    void programsSendExactBounds() {
        var sent =
                http.post()
                        .uri(api("/thresholds"))
                        .with(user(finance))
                        .with(csrf())
                        .header("Idempotency-Key", "one")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"indicator": "structural-balance", "side": "at-least",
                                 "bound": "-1000", "owner": "Rapat", "basis": "BA",
                                 "from": "2006-01-01"}\
                                """)
                        .exchange();
        assertThat(sent).hasStatusOk().bodyJson().extractingPath("$.bound").isEqualTo("-1000");
        assertThat(thresholds.all(town.finance()).getFirst().bound())
                .isEqualTo(Fraction.of(-100_000));
        assertThat(http.get().uri(api("/thresholds")).with(user(auditor)).exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].side")
                .isEqualTo("at-least");
    }

    private MvcTestResult get(String who, String path) {
        return http.get().uri("/bodies/" + town.code() + path).with(user(who)).exchange();
    }

    private String api(String path) {
        return "/api/v1/bodies/" + town.code() + "/sustainability" + path;
    }

    private static String text(MvcTestResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
