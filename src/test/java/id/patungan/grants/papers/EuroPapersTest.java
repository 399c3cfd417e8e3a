package id.patungan.grants.papers;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.patungan.documents.PaperFormats;
import id.patungan.grants.AwardExchange;
import id.patungan.grants.AwardExchange.Part;
import id.patungan.grants.AwardExchange.Receipt;
import id.patungan.grants.AwardExchange.Spending;
import id.patungan.grants.AwardMoney;
import id.patungan.grants.AwardTerms.ExchangeBearer;
import id.patungan.grants.AwardTerms.ExchangeMethod;
import id.patungan.grants.Awards;
import id.patungan.grants.EuroAward;
import id.patungan.grants.Secretariat;
import id.patungan.grants.papers.AwardPapers.Asked;
import id.patungan.grants.rates.ExchangeRates;
import id.patungan.grants.rates.NewRate;
import id.patungan.grants.rates.RateDate;
import id.patungan.ledger.Books;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Golden;
import id.patungan.testing.MovableClock;
import id.patungan.testing.Needs;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Papers of a euro award whose bank changes what comes in: 85,000,000 rupiah at 17,000 are 5,000.00
 * euros; 200,000,000 are the other 5,000.00 of the first tranche and 115,000,000 at 17,500,
 * 6,571.428…; 300,000,000 are the 13,428.571… that are left of the second and 65,000,000 at 18,000,
 * 3,611.111…. The sum is 33,611.111…, and so are the rounded lines: 5,000.00 + 11,571.43 +
 * 17,039.68.
 */
@DatabaseTest
@Import(MovableClock.Hands.class)
class EuroPapersTest {

    private static final String AWARD = EuroAward.CODE;

    private final AwardExchange exchange;
    private final AwardMoney money;
    private final ExchangeRates rates;
    private final AwardPapers papers;
    private final AwardPaperRenderer renderer;
    private final Secretariat office;
    private final Access finance;
    private int keys;

    @Autowired
    EuroPapersTest(
            Awards awards,
            AwardExchange exchange,
            AwardMoney money,
            ExchangeRates rates,
            AwardPapers papers,
            AwardPaperRenderer renderer,
            MovableClock clock,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.exchange = exchange;
        this.money = money;
        this.rates = rates;
        this.papers = papers;
        this.renderer = renderer;
        this.office = Secretariat.open(bodies, parties, books, awards);
        this.finance = office.finance();
        clock.set(day("2006-12-31"));
    }

    private void aYear(ExchangeMethod method) {
        office.approved(AWARD, EuroAward.terms(method, ExchangeBearer.AWARD, true));
        for (var rate : List.of("2006-02 17100", "2006-05 17400", "2006-08 18100")) {
            var text = rate.split(" ", -1);
            rates.record(
                    finance,
                    new NewRate(
                            EuroAward.EUR,
                            RateDate.read(text[0]),
                            NewRate.rate(text[1]),
                            "InforEuro",
                            null,
                            null));
        }
        receive("T1", "2006-01-15", 10_000_00, 170_000_000);
        spend("V-1", "2006-02-10", 85_000_000);
        receive("T2", "2006-04-15", 20_000_00, 350_000_000);
        spend("V-2", "2006-05-20", 200_000_000);
        receive("T3", "2006-07-15", 10_000_00, 180_000_000);
        spend("V-3", "2006-08-05", 300_000_000);
    }

    /** Rp115 million went back from an account in rupiah: nobody knows how many euros that were. */
    @Test
    void whatIsNotKnownInTheGiversCurrencyIsNotTakenForNothing() {
        aYear(ExchangeMethod.FIRST_IN);
        money.interest(
                finance,
                AWARD,
                new AwardMoney.Amount(
                        day("2006-12-30"), null, rupiah(1_000_000), "RK-12", null, null),
                "i");
        for (var kind : List.of(AwardPaperKind.FEDERAL, AwardPaperKind.FACE)) {
            assertThatExceptionOfType(AwardPaperException.class)
                    .isThrownBy(() ->
                            papers.of(
                                    finance,
                                    new AwardPapers.Asked(
                                            kind, AWARD, day("2006-01-01"), day("2006-12-31"))))
                    .satisfies(refusal ->
                            assertThat(refusal.code()).isEqualTo("awardpapers.not-in-currency"));
        }
    }

    private void receive(String tranche, String on, long original, long rupiah) {
        exchange.receive(
                finance,
                AWARD,
                new Receipt(
                        day(on),
                        tranche,
                        null,
                        original,
                        rupiah(rupiah),
                        false,
                        "SWIFT-" + tranche,
                        null),
                "k" + ++keys);
    }

    private void spend(String document, String on, long rupiah) {
        exchange.spend(
                finance,
                AWARD,
                new Spending(
                        day(on),
                        document,
                        "Tenaga ahli",
                        "52400",
                        List.of(new Part(EuroAward.FUND, AWARD + "/A", rupiah(rupiah)))),
                "k" + ++keys);
    }

    private AwardPaper paper(AwardPaperKind kind) {
        return papers.of(finance, new Asked(kind, AWARD, day("2006-04-01"), day("2006-12-31")));
    }

    @Test
    void everyCostSaysWhatItIsInTheDonorsCurrencyByTheMethodOfTheAward() {
        aYear(ExchangeMethod.FIRST_IN);
        var statement = (DonorStatement) paper(AwardPaperKind.STATEMENT);

        assertThat(statement.costs())
                .extracting(one -> Objects.requireNonNull(one.memo()).amount())
                .containsExactly(11_571_43L, 17_039_68L);
        assertThat(statement.memo()).isEqualTo(28_611_11L).isEqualTo(statement.spent());
        var parts = Objects.requireNonNull(statement.costs().getFirst().memo()).rates();
        assertThat(parts)
                .extracting(AwardPaper.Rate::rate, AwardPaper.Rate::tranches)
                .containsExactly(tuple("17000", List.of("T1")), tuple("17500", List.of("T2")));
        for (var language : List.of(PaperFormats.INDONESIAN, Locale.ENGLISH)) {
            Golden.assertApproved(
                    "grants/euro-statement_" + language.getLanguage() + ".approved.txt",
                    LayoutText.of(renderer.layout(statement, language)));
        }
    }

    /** 200,000,000 at 17,400 are 11,494.25; 300,000,000 at 18,100 are 16,574.59. */
    @Test
    void aMonthlyRateNamesItsSourceAndMonth() {
        aYear(ExchangeMethod.MONTH);
        var statement = (DonorStatement) paper(AwardPaperKind.STATEMENT);

        assertThat(statement.costs())
                .extracting(one -> Objects.requireNonNull(one.memo()).amount())
                .containsExactly(11_494_25L, 16_574_59L);
        assertThat(LayoutText.of(renderer.layout(statement, Locale.ENGLISH)))
                .contains(
                        "17,400 \u00b7 InforEuro, May 2006",
                        "18,100 \u00b7 InforEuro, August 2006");
    }

    @Test
    @Needs(Needs.Part.FONTS)
    void paperAndFilesShowTheForeignAmounts() throws Exception {
        aYear(ExchangeMethod.FIRST_IN);
        var paper = paper(AwardPaperKind.STATEMENT);

        assertThat(PdfText.of(renderer.render(paper, AwardPaperFormat.PDF, Locale.ENGLISH, null)))
                .contains("11,571.43", "17,039.68", "28,611.11", "17,500 \u00b7 tranche T2");
        assertThat(
                        new String(
                                renderer.render(paper, AwardPaperFormat.CSV, Locale.ENGLISH, null),
                                StandardCharsets.UTF_8))
                .contains("EUR 11571.43");
        try (var book =
                new XSSFWorkbook(
                        new ByteArrayInputStream(
                                renderer.render(
                                        paper, AwardPaperFormat.XLSX, Locale.ENGLISH, null)))) {
            var sheet = book.getSheet("Transactions of this period");
            assertThat(sheet.getRow(3).getCell(6).getNumericCellValue()).isEqualTo(11_571.43);
            assertThat(sheet.getRow(5).getCell(6).getCellFormula()).isEqualTo("SUM(G4:G5)");
            assertThat(sheet.getRow(5).getCell(6).getNumericCellValue()).isEqualTo(28_611.11);
        }
    }

    /** 33,611.11 of 40,000.00, that is 6,388.89 or 15.97 percent less. */
    @Test
    void theLayoutsAreInTheDonorsCurrency() {
        aYear(ExchangeMethod.FIRST_IN);
        var eu = (BudgetReport) paper(AwardPaperKind.EU);
        assertThat(eu.lines().getFirst().units())
                .isEqualTo(new BudgetReport.Units("10", "orang-bulan", 4_000_00));
        assertThat(eu.lines().getFirst().variation()).isEqualTo(-6_388_89);
        assertThat(eu.listed()).isEqualTo(28_611_11);
        var federal = (FederalReport) paper(AwardPaperKind.FEDERAL);
        assertThat(federal.receipts()).isEqualTo(40_000_00);
        assertThat(federal.disbursements()).isEqualTo(33_611_11);
        assertThat(federal.unobligated()).isEqualTo(6_388_89);
        assertThat(federal.cash()).isNull();
        var face = (AdvanceReport) paper(AwardPaperKind.FACE);
        assertThat(face.total().authorized()).isEqualTo(40_000_00);
        assertThat(face.next()).isNull();
        var vouchers = (UseOfFunds) paper(AwardPaperKind.VOUCHERS);
        assertThat(vouchers.local()).isEqualTo(rupiah(500_000_000));
        assertThat(vouchers.inAward()).isEqualTo(28_611_11);
        for (var kind : List.of(AwardPaperKind.EU, AwardPaperKind.VOUCHERS)) {
            for (var language : List.of(PaperFormats.INDONESIAN, Locale.ENGLISH)) {
                Golden.assertApproved(
                        "grants/euro-%s_%s.approved.txt"
                                .formatted(kind.code(), language.getLanguage()),
                        LayoutText.of(renderer.layout(paper(kind), language)));
            }
        }
    }
}
