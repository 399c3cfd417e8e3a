package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.grants.Award;
import id.patungan.grants.AwardExpiries;
import id.patungan.grants.AwardPosition;
import id.patungan.grants.AwardPromise;
import id.patungan.grants.AwardStanding;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.AwardVersion.State;
import id.patungan.grants.Awards;
import id.patungan.grants.papers.AwardPaperKind;
import id.patungan.grants.papers.AwardPapers;
import id.patungan.grants.papers.AwardPapers.Asked;
import id.patungan.grants.papers.Bridge;
import id.patungan.grants.papers.DonorStatement;
import id.patungan.grants.papers.HibahReport;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Journal;
import id.patungan.parties.Bodies;
import id.patungan.platform.Access;
import id.patungan.platform.People;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Needs;
import id.patungan.testing.SuperUser;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** LoGIC, the three hibah and the sponsors of the demo, by figures worked out by hand. */
@DatabaseTest
class DemoGiversTest {

    private static final LocalDate FIRST = LocalDate.of(2006, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2008, 12, 31);

    private final MockMvcTester http;

    @Autowired private Demo demo;
    @Autowired private Bodies bodies;
    @Autowired private People people;
    @Autowired private Awards awards;
    @Autowired private AwardExpiries expiries;
    @Autowired private AwardPapers papers;
    @Autowired private Journal journal;
    @Autowired private Checks checks;
    @Autowired private SuperUser superUser;

    DemoGiversTest(@Autowired WebApplicationContext context) {
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
    }

    @BeforeEach
    void theDemo() {
        demo.load();
    }

    private Access all(String body) {
        return Access.system(bodies.byCode(body).orElseThrow().id());
    }

    private Access as(String handle, String body) {
        return new Access(people.viewer(handle).orElseThrow(), all(body).body());
    }

    private static long minor(String main) {
        return new BigDecimal(main).movePointRight(2).longValueExact();
    }

    @ParameterizedTest
    @ValueSource(strings = {DemoKomwil.BODY, DemoHibah.BODY, DemoSponsors.BODY})
    void everyCheckPassesAndWhatIsInventedSaysSo(String body) throws SQLException {
        assertThat(checks.run(all(body)))
                .allSatisfy(result ->
                        assertThat(result).as(result.check()).matches(CheckResult::passed));
        try (var connection = superUser.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT description FROM journal_entry WHERE kind <> 'assessment'"
                                        + " AND book_id = "
                                        + all(body).body().value())) {
            while (rows.next()) assertThat(rows.getString(1)).contains("contoh");
        }
    }

    private Asked asked(AwardPaperKind kind) {
        return new Asked(kind, DemoKomwil.AWARD, FIRST, LAST);
    }

    /**
     * Costs of 110.5, 141 and 191.5 million in the three years, of which 4.5 million moved to the
     * association; received 500, interest 3.
     */
    @Test
    void logicIsToldWhatBecameOfItsMoneyByLine() {
        var statement =
                (DonorStatement) papers.of(all(DemoKomwil.BODY), asked(AwardPaperKind.STATEMENT));

        assertThat(statement.period())
                .isEqualTo(
                        new DonorStatement.Flows(
                                0,
                                minor("500000000"),
                                minor("3000000"),
                                0,
                                minor("443000000"),
                                minor("4500000"),
                                0,
                                minor("64500000")));
        assertThat(statement.lines())
                .extracting(DonorStatement.Line::code, one -> one.spent().total())
                .containsExactly(
                        tuple("A", minor("253000000")),
                        tuple("B", minor("82500000")),
                        tuple("C", minor("103000000")));
        var book = awards.book(all(DemoKomwil.BODY), DemoKomwil.AWARD);
        var end = AwardPosition.of(book, LocalDate.of(2009, 2, 16));
        assertThat(end.refunded()).isEqualTo(minor("64500000"));
        assertThat(end.balance()).isZero();
    }

    /** Inside the frame and out of it, both accounts come to what the book has: 504.65 million. */
    @Test
    void theBridgeLeadsFromTheDonorsAccountToTheAssociations() {
        var all = all(DemoKomwil.BODY);
        var bridge = (Bridge) papers.of(all, asked(AwardPaperKind.BRIDGE));

        assertThat(bridge.rows())
                .extracting(
                        Bridge.Row::code, Bridge.Row::inside, Bridge.Row::donor, Bridge.Row::others)
                .containsExactly(
                        tuple("1.1", true, minor("58000000"), minor("6000000")),
                        tuple("1.2", true, minor("61500000"), minor("4500000")),
                        tuple("1.3", true, minor("145500000"), 0L),
                        tuple("2.1", true, minor("91000000"), 0L),
                        tuple("2.2", true, minor("82500000"), 0L),
                        tuple("AKSI", false, 0L, minor("55650000")));
        assertThat(bridge.donor()).isEqualTo(minor("438500000"));
        assertThat(bridge.others()).isEqualTo(minor("66150000"));
        assertThat(bridge.byFund())
                .containsExactly(new Bridge.ByFund("ASOSIASI", minor("66150000")));
        var cells = journal.trialBalance(all, LAST, Journal.HEAD).cells();
        assertThat(
                        cells.stream()
                                .filter(one -> one.account().value().startsWith("5"))
                                .mapToLong(one -> one.opening() + one.debit() - one.credit())
                                .sum())
                .isEqualTo(minor("504650000"));
        // three contributions of 25 million less what the association bore
        assertThat(
                        cells.stream()
                                .filter(one -> one.account().value().equals("11200"))
                                .mapToLong(one -> one.opening() + one.debit() - one.credit())
                                .sum())
                .isEqualTo(minor("8850000"));
    }

    @ParameterizedTest
    @CsvSource({
        "statement, logic, 438500000 500000000 64500000 253000000 82500000 103000000",
        "bridge, regional, 438500000 66150000 504650000 55650000"
    })
    @Needs(Needs.Part.FONTS)
    void pagePdfAndSheetSayTheSame(String kind, String handle, String figures) throws Exception {
        var asked =
                "/bodies/%s/awards/LOGIC/accountability/%s".formatted(DemoKomwil.BODY, kind)
                        + "%s?from=2006-01-01&until=2008-12-31&lang=id";
        var page = new String(get(handle, asked.formatted("")), StandardCharsets.UTF_8);
        var pdf = text(get(handle, asked.formatted(".pdf")));
        var sheet = numbers(get(handle, asked.formatted(".xlsx")));
        for (var figure : figures.split(" ", -1)) {
            var printed = printed(figure);
            assertThat(page).contains(printed);
            assertThat(pdf).contains(printed);
            assertThat(sheet).contains(Double.valueOf(figure));
        }
    }

    private static String printed(String figure) {
        return String.format(Locale.of("id"), "%,d,00", Long.valueOf(figure));
    }

    private byte[] get(String handle, String address) {
        var answer = http.get().uri(address).with(user(handle)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static List<Double> numbers(byte[] bytes) throws Exception {
        var found = new ArrayList<Double>();
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            book.forEach(sheet ->
                    sheet.forEach(row ->
                            row.forEach(cell -> {
                                var type =
                                        cell.getCellType() == CellType.FORMULA
                                                ? cell.getCachedFormulaResultType()
                                                : cell.getCellType();
                                if (type == CellType.NUMERIC) found.add(cell.getNumericCellValue());
                            })));
        }
        return found;
    }

    /** Received, interest, spent, refunded and left at the end of 2011, by purpose. */
    @ParameterizedTest
    @CsvSource({
        "HIBAH-KANTOR, 400000000, 750000, 392500000, 8250000, 0",
        "HIBAH-SDM, 150000000, 200000, 137000000, 13200000, 0",
        "HIBAH-OPS, 1000000000, 1600000, 716000000, 0, 285600000"
    })
    void everyPurposeOfTheHibahStandsForItself(
            String fund,
            String received,
            String interest,
            String spent,
            String refunded,
            String left) {
        var book = awards.book(all(DemoHibah.BODY), DemoHibah.AWARD);
        var position =
                AwardPosition.of(book, fund, LocalDate.of(2011, 1, 1), LocalDate.of(2011, 12, 31));

        assertThat(position.received()).isEqualTo(minor(received));
        assertThat(position.interest()).isEqualTo(minor(interest));
        assertThat(position.eligible()).isEqualTo(minor(spent));
        assertThat(position.refunded()).isEqualTo(minor(refunded));
        assertThat(position.balance()).isEqualTo(minor(left));
        assertThat(position.ties()).isTrue();
    }

    @Test
    void theHibahGoesFromTrancheToDepositSlip() {
        var book = awards.book(all(DemoHibah.BODY), DemoHibah.AWARD);

        assertThat(second(AwardStanding.of(book, LocalDate.of(2011, 7, 28)))).isEqualTo("waiting");
        assertThat(second(AwardStanding.of(book, LocalDate.of(2011, 7, 29)))).isEqualTo("ready");
        assertThat(second(AwardStanding.of(book, LocalDate.of(2011, 8, 12)))).isEqualTo("received");
        assertThat(book.balance(LocalDate.of(2012, 1, 2), "21400")).isEqualTo(-minor("284000000"));
        assertThat(book.balance(LocalDate.of(2012, 1, 3), "21400")).isZero();
        assertThat(book.balance(LocalDate.of(2012, 1, 5), "21700")).isEqualTo(-minor("285600000"));
        assertThat(book.balance(LocalDate.of(2012, 1, 6), "21700")).isZero();
        assertThat(AwardPosition.of(book, LocalDate.of(2012, 1, 6)).balance()).isZero();

        var report =
                (HibahReport)
                        papers.of(
                                all(DemoHibah.BODY),
                                new Asked(
                                        AwardPaperKind.LPJ,
                                        DemoHibah.AWARD,
                                        LocalDate.of(2011, 1, 1),
                                        LocalDate.of(2011, 12, 31)));
        assertThat(report.realised()).isEqualTo(minor("1245500000"));
        assertThat(report.closing()).isEqualTo(minor("285600000"));
        assertThat(report.objections()).isEmpty();
    }

    /**
     * A month of operating is 716 million by 12. The dues of 125 million bring 10,416,666.67 a
     * month; 30 million in the 349 days since the book began cost 2,614,613.18 of it.
     */
    @Test
    void theGapAtTheEndOfTheFirstYearIsWhatDuesDoNotBring() {
        var all = all(DemoHibah.BODY);
        var expiry =
                expiries.of(all, awards.book(all, DemoHibah.AWARD), LocalDate.of(2011, 12, 31))
                        .orElseThrow();

        assertThat(expiry.ends())
                .extracting(
                        one -> one.purpose().code(), one -> one.daysLeft(), one -> one.monthly())
                .containsExactly(tuple("5", 0L, minor("59666666.67")));
        assertThat(expiry.gap()).isEqualTo(minor("51864613.18"));
    }

    private static String second(AwardStanding standing) {
        return standing.tranches().get(1).state();
    }

    /**
     * Pay is 12 months of director, managers and staff and one month more: 13 x (12 + 8 m + 14)
     * million, with four, five and two managers; two contracts at 6 million a month in the third.
     */
    @Test
    void theModelsAreBudgetsOfPostsAndTheFirstWasApproved() {
        var award = awards.get(all(DemoHibah.BODY), DemoHibah.AWARD);
        var first = version(award, State.APPROVED, 0);
        var second = version(award, State.REJECTED, 1);
        var third = version(award, State.REJECTED, 0);

        assertThat(pay(first)).isEqualTo(minor("754000000"));
        assertThat(pay(second)).isEqualTo(minor("858000000"));
        assertThat(pay(third)).isEqualTo(minor("546000000"));
        assertThat(third.line("5.5").orElseThrow().amount()).isEqualTo(minor("144000000"));
        assertThat(List.of(first, second, third))
                .extracting(one -> one.line("5.6").orElseThrow().amount())
                .containsExactly(minor("246000000"), minor("142000000"), minor("310000000"));
        assertThat(List.of(first, second, third))
                .extracting(AwardTerms::amount)
                .containsOnly(minor("1550000000"));
        assertThat(award.inForce()).isEqualTo(first);
        assertThat(award.versions())
                .filteredOn(one -> one.state() == State.REJECTED)
                .allSatisfy(
                        one -> assertThat(one.reason()).contains("disimpan sebagai pembanding"));
    }

    private static AwardTerms version(Award award, State state, int number) {
        return award.versions().stream()
                .filter(one -> one.state() == state)
                .skip(number)
                .findFirst()
                .orElseThrow()
                .terms();
    }

    private static long pay(AwardTerms terms) {
        return terms.lines().stream()
                .filter(line -> line.accounts().stream().anyMatch(one -> one.startsWith("51")))
                .mapToLong(AwardTerms.BudgetLine::amount)
                .sum();
    }

    /** IBM gave 12,000 euros: the link was kept for 8,000, the stand is owed for 4,000. */
    @Test
    void sponsorsSeeWhatTheyWerePromisedAndWhatWasKept() {
        var book = awards.book(all(DemoSponsors.BODY), "IBM");
        var day = LocalDate.of(2007, 1, 15);

        assertThat(AwardPromise.of(book, day))
                .extracting(AwardPromise::state, one -> one.promise().amount())
                .containsExactly(tuple("kept", 800_000L), tuple("due", 400_000L));
        assertThat(book.balance(day, "21510")).isEqualTo(-400_000);
        assertThat(book.balance(day, "44100")).isEqualTo(-800_000);
        assertThat(AwardPosition.of(book, day).balance()).isEqualTo(700_000);
        var all = awards.all(all(DemoSponsors.BODY));
        assertThat(all)
                .extracting(Award::code)
                .containsExactly("IBM", "LECOS", "MINDWERK", "NOVELL");
        assertThat(AwardPromise.of(awards.book(all(DemoSponsors.BODY), "NOVELL"), day))
                .extracting(AwardPromise::state)
                .containsExactly("kept");
    }

    /** A sponsor has no budget: its statement says what was promised instead. */
    @Test
    @Needs(Needs.Part.FONTS)
    void aSponsorsStatementTellsOfPromisesAndOfNoBudget() throws Exception {
        var address = "/bodies/" + DemoSponsors.BODY + "/awards/IBM/accountability/statement.pdf";
        var pdf = text(get("ibm", address + "?from=2006-01-01&until=2007-01-15&lang=en"));

        assertThat(pdf)
                .contains("Promises to the sponsor (EUR)", "8,000.00", "Kept", "Not kept yet")
                .doesNotContain("Budget against actual", "-5,000.00 5,000.00");
    }

    @Test
    void everyGiverSeesItsOwnAwardAlone() {
        assertThat(awards.all(as(DemoKomwil.GIVER, DemoKomwil.BODY)))
                .extracting(Award::code)
                .containsExactly(DemoKomwil.AWARD);
        assertThat(awards.all(as(DemoSponsors.GIVER, DemoSponsors.BODY)))
                .extracting(Award::code)
                .containsExactly("IBM");
        assertThat(
                        new String(
                                get(DemoKomwil.GIVER, "/bodies/" + DemoKomwil.BODY + "?lang=id"),
                                StandardCharsets.UTF_8))
                .contains("Kegiatan Sekber Komwil VI dalam kerangka LoGIC");
        var province = awards.get(as(DemoHibah.GIVER, DemoHibah.BODY), DemoHibah.AWARD);
        assertThat(province.inForce().funds())
                .containsExactlyInAnyOrder("HIBAH-KANTOR", "HIBAH-SDM", "HIBAH-OPS");
        assertThat(province.versions()).hasSize(1);
    }
}
