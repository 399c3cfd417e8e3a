package id.patungan.grants.papers;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.patungan.basics.DomainException;
import id.patungan.documents.PaperFormats;
import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardEvent.Kind;
import id.patungan.grants.AwardEvents;
import id.patungan.grants.AwardEvents.Happened;
import id.patungan.grants.AwardMoney;
import id.patungan.grants.AwardMoney.Amount;
import id.patungan.grants.AwardMoney.Part;
import id.patungan.grants.AwardMoney.Receipt;
import id.patungan.grants.AwardMoney.Spending;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.Awards;
import id.patungan.grants.Secretariat;
import id.patungan.grants.papers.AwardPapers.Asked;
import id.patungan.grants.papers.AwardPapers.Issue;
import id.patungan.ledger.Books;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.Golden;
import id.patungan.testing.MovableClock;
import id.patungan.testing.Needs;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The account of the first-year hibah (facts C1, amounts invented): what was paid and what is still
 * owed, interest, the rest returned with its slip after the end of the year.
 */
@DatabaseTest
@Import(MovableClock.Hands.class)
class HibahPapersTest {

    private static final String AWARD = "HIBAH-1";
    private static final String FUND = "HIBAH-OPS";
    private static final Asked LPJ =
            new Asked(AwardPaperKind.LPJ, AWARD, day("2011-01-01"), day("2011-12-31"));

    private final AwardMoney money;
    private final AwardEvents events;
    private final AwardPapers papers;
    private final Awards awards;
    private final AwardNotes notes;
    private final Ledger ledger;
    private final AwardPaperRenderer renderer;
    private final MovableClock clock;
    private final Secretariat office;
    private final Access finance;
    private int keys;

    @Autowired
    HibahPapersTest(
            Awards awards,
            AwardMoney money,
            AwardEvents events,
            AwardPapers papers,
            AwardNotes notes,
            Ledger ledger,
            AwardPaperRenderer renderer,
            MovableClock clock,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.money = money;
        this.events = events;
        this.papers = papers;
        this.awards = awards;
        this.notes = notes;
        this.ledger = ledger;
        this.renderer = renderer;
        this.clock = clock;
        this.office = Secretariat.open(bodies, parties, books, awards);
        this.finance = office.finance();
    }

    @BeforeEach
    void aYear() {
        clock.set(day("2011-01-15"));
        office.approved(AWARD, Secretariat.hibah());
        receive("2011-02-05", "T1", 360_000_000);
        spend("2011-03-25", "1", "51100", 150_000_000, "V-1", null);
        spend("2011-06-20", "2", "52100", 70_000_000, "V-2", null);
        happened(Kind.REPORT_SUBMITTED, "2011-07-18");
        happened(Kind.REPORT_ACCEPTED, "2011-08-02");
        receive("2011-08-10", "T2", 240_000_000);
        spend("2011-10-05", "1", "51100", 200_000_000, "V-4", null);
        spend("2011-12-20", "2", "52100", 7_500_000, "V-5", "21100");
        clock.set(day("2011-12-30"));
        money.interest(
                finance,
                AWARD,
                new Amount(day("2011-12-30"), null, rupiah(1_234_567), "RK-12", null, null),
                key());
    }

    private String key() {
        return "k" + ++keys;
    }

    private void receive(String on, String tranche, long amount) {
        clock.set(day(on));
        money.receive(
                finance,
                AWARD,
                new Receipt(
                        day(on), tranche, Map.of(FUND, rupiah(amount)), "SP2D-" + tranche, null),
                key());
    }

    private void spend(
            String on,
            String line,
            String account,
            long amount,
            String voucher,
            @Nullable String from) {
        clock.set(day(on));
        money.spend(
                finance,
                AWARD,
                new Spending(
                        day(on),
                        voucher,
                        "Biaya " + voucher,
                        account,
                        from,
                        null,
                        List.of(new Part(FUND, AWARD + "/" + line, rupiah(amount)))),
                key());
    }

    private void happened(Kind kind, String on) {
        clock.set(day(on));
        events.record(finance, AWARD, new Happened(kind, "R1", day(on), "B-" + on, null), key());
    }

    private void returned() {
        clock.set(day("2012-01-05"));
        money.giveUp(
                finance,
                AWARD,
                new Amount(day("2012-01-03"), null, rupiah(172_500_000), null, null, null),
                key());
        money.refund(
                finance,
                AWARD,
                new Amount(day("2012-01-05"), null, rupiah(173_734_567), "STS-1", null, null),
                key());
    }

    private HibahReport report() {
        return (HibahReport) papers.of(finance, LPJ);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void theAccountReadsAsApproved() {
        returned();
        for (var language : List.of(PaperFormats.INDONESIAN, Locale.ENGLISH)) {
            Golden.assertApproved(
                    "grants/hibah-lpj_" + language.getLanguage() + ".approved.txt",
                    LayoutText.of(renderer.layout(report(), language)));
        }
    }

    @Test
    void realisedIsWhatWasPaidAndTheWayToTheAccrualFigureIsShown() {
        var report = report();

        assertThat(report.costs()).isEqualTo(rupiah(427_500_000));
        assertThat(report.unpaid()).isEqualTo(rupiah(7_500_000));
        assertThat(report.realised()).isEqualTo(rupiah(420_000_000));
        assertThat(report.uses())
                .extracting(HibahReport.Use::realised)
                .containsExactly(rupiah(350_000_000), rupiah(70_000_000));
        assertThat(report.bank()).isEqualTo(rupiah(181_234_567));
        assertThat(report.bank() - report.unpaid()).isEqualTo(report.closing());
        assertThat(report.realisedUnassigned()).isZero();
        assertThat(report.objections()).extracting(DomainException::code).isEmpty();
    }

    @Test
    void theSlipAfterTheYearStandsInTheAccountOfTheYear() {
        returned();
        var report = report();

        assertThat(report.refunded()).isEmpty();
        assertThat(report.refundedAfter())
                .extracting(AwardPaper.Transfer::document)
                .containsExactly("STS-1");
        assertThat(report.refundedAfter().getFirst().amount()).isEqualTo(-rupiah(173_734_567));
    }

    @Test
    void itIsNotDatedBeforeTheLastSpendingNorForAnotherYear() {
        refused(
                "awardpapers.before-last-spending",
                () ->
                        papers.issue(
                                finance,
                                new Issue(LPJ, day("2011-12-19"), Locale.ENGLISH, null),
                                "early"));
        refused(
                "awardpapers.wrong-year",
                () ->
                        papers.of(
                                finance,
                                new Asked(
                                        AwardPaperKind.LPJ,
                                        AWARD,
                                        day("2012-01-01"),
                                        day("2012-12-31"))));
        refused(
                "awardpapers.wrong-year",
                () ->
                        papers.issue(
                                finance,
                                new Issue(LPJ, day("2010-12-19"), Locale.ENGLISH, null),
                                "year"));
    }

    /**
     * 600 came, 427.5 are spent, the rest and 1.2 of interest went back: on hand are the 7.5 that a
     * supplier still gets.
     */
    @Test
    void interestThatWentBackIsNoAdvanceThatWentBack() {
        returned();
        clock.set(day("2012-02-01"));
        var federal =
                (FederalReport)
                        papers.of(
                                finance,
                                new Asked(
                                        AwardPaperKind.FEDERAL,
                                        AWARD,
                                        day("2011-02-01"),
                                        day("2012-01-31")));

        assertThat(federal.receipts()).isEqualTo(rupiah(427_500_000));
        assertThat(federal.onHand()).isEqualTo(rupiah(7_500_000));
        assertThat(face("2012-01-31").total().authorized()).isEqualTo(rupiah(427_500_000));
        assertThat(face("2012-01-31").next()).isNull();
    }

    private AdvanceReport face(String until) {
        return (AdvanceReport)
                papers.of(
                        finance,
                        new Asked(AwardPaperKind.FACE, AWARD, day("2011-02-01"), day(until)));
    }

    /** 360 of 600 came: 240 for line 1 of 400 and 120 for line 2 of 200; 240 more are asked for. */
    @Test
    void advancesAreLiquidatedByReportsThatWereAccepted() {
        assertThat(face("2011-07-01").lines())
                .extracting(
                        AdvanceReport.Line::authorized,
                        AdvanceReport.Line::actual,
                        AdvanceReport.Line::accepted,
                        AdvanceReport.Line::request,
                        AdvanceReport.Line::granted,
                        AdvanceReport.Line::outstanding)
                .containsExactly(
                        tuple(
                                rupiah(240_000_000),
                                rupiah(150_000_000),
                                0L,
                                rupiah(160_000_000),
                                0L,
                                rupiah(240_000_000)),
                        tuple(
                                rupiah(120_000_000),
                                rupiah(70_000_000),
                                0L,
                                rupiah(80_000_000),
                                0L,
                                rupiah(120_000_000)));
        var accepted = face("2011-08-05");
        assertThat(accepted.accepted()).containsExactly("R1");
        assertThat(accepted.total().balance()).isEqualTo(rupiah(140_000_000));
        assertThat(accepted.total().granted()).isEqualTo(rupiah(240_000_000));
        assertThat(accepted.total().outstanding()).isEqualTo(rupiah(380_000_000));
        for (var language : List.of(PaperFormats.INDONESIAN, Locale.ENGLISH)) {
            Golden.assertApproved(
                    "grants/hibah-face_" + language.getLanguage() + ".approved.txt",
                    LayoutText.of(renderer.layout(accepted, language)));
        }
    }

    @Test
    void theBankAccountIsCopiedFromTheLedger() {
        var account = report().account();

        assertThat(account.code()).isEqualTo("11210");
        assertThat(account.opening()).isZero();
        assertThat(account.lines())
                .extracting(HibahReport.BankLine::document, HibahReport.BankLine::balance)
                .containsExactly(
                        tuple("SP2D-T1", rupiah(360_000_000)),
                        tuple("V-1", rupiah(210_000_000)),
                        tuple("V-2", rupiah(140_000_000)),
                        tuple("SP2D-T2", rupiah(380_000_000)),
                        tuple("V-4", rupiah(180_000_000)),
                        tuple("RK-12", rupiah(181_234_567)));
        assertThat(account.closing()).isEqualTo(report().bank());
    }

    private void notIssued(String code) {
        assertThat(report().objections()).extracting(DomainException::code).contains(code);
        clock.set(day("2012-01-09"));
        refused(
                code,
                () ->
                        papers.issue(
                                finance,
                                new Issue(LPJ, day("2012-01-09"), Locale.ENGLISH, null),
                                key()));
        assertThat(papers.issuedAbout(finance, AWARD)).isEmpty();
    }

    @Test
    void nothingBeyondALineIsIssued() {
        events.override(
                office.approver(),
                AWARD,
                new AwardEvents.Override("budget", "V-8", rupiah(131_000_000), "Disetujui"),
                key());
        spend("2011-12-28", "2", "52100", 131_000_000, "V-8", null);
        notIssued("awardpapers.over-budget");
    }

    private void byHand(String on, String account, String against, long amount) {
        ledger.post(
                finance,
                new NewEntry(
                        day(on),
                        "manual",
                        "Dicatat dengan tangan",
                        "manual:" + key(),
                        null,
                        List.of(
                                NewPosting.debit(account, FUND, rupiah(amount)),
                                NewPosting.credit(against, FUND, rupiah(amount))
                                        .party(
                                                against.equals("21400")
                                                        ? Secretariat.PROVINCE
                                                        : null))));
    }

    /** A cost whose line a later version of the terms has no more. */
    @Test
    void nothingOutsideTheBudgetIsIssued() {
        var book = awards.book(finance, AWARD);
        var terms = Secretariat.hibah();
        var changed =
                HibahReport.of(
                        new AwardPaper.Material(
                                new AwardBook(
                                        AWARD,
                                        withoutLine2(terms),
                                        book.currency(),
                                        book.movements(),
                                        book.events(),
                                        book.head()),
                                report().common().body(),
                                "Provinsi",
                                report().common().known(),
                                List.of(),
                                day("2012-01-09"),
                                Map.of(),
                                Map.of(),
                                List.of(),
                                Map.of()),
                        2011);
        assertThat(changed.objections())
                .extracting(DomainException::code)
                .containsExactly("awardpapers.outside-budget", "awardpapers.outside-budget");
        assertThat(changed.objections().getFirst().arguments()).contains("V-2");
    }

    private static AwardTerms withoutLine2(AwardTerms terms) {
        var first = terms.lines().getFirst();
        var whole =
                new AwardTerms.BudgetLine(
                        first.code(),
                        first.purpose(),
                        first.nameId(),
                        first.nameEn(),
                        terms.amount(),
                        first.accounts(),
                        first.activities(),
                        first.indirect(),
                        first.closedFrom());
        return new AwardTerms(
                terms.giver(),
                terms.kind(),
                terms.agreementNo(),
                terms.agreementDate(),
                terms.signatories(),
                terms.titleId(),
                terms.titleEn(),
                terms.currency(),
                terms.amount(),
                terms.conditional(),
                terms.from(),
                terms.to(),
                terms.paidUntil(),
                terms.bankAccount(),
                terms.interest(),
                terms.unspent(),
                terms.returnBy(),
                terms.exchange(),
                terms.exchangeBearer(),
                terms.indirectCap(),
                terms.sample(),
                terms.purposes(),
                List.of(whole),
                terms.activities(),
                terms.tranches(),
                terms.reports(),
                terms.promises());
    }

    @Test
    void whatIsLeftOfAnEarlierYearIsApart() {
        byHand("2010-12-01", "11210", "21400", 9_000_000);
        notIssued("awardpapers.earlier-remainder");
    }

    @Test
    @Needs(Needs.Part.FONTS)
    void aNoteOfTheYearStandsInTheRemarks() throws Exception {
        notes.write(
                finance,
                AWARD,
                new AwardNotes.Wish(
                        "2", LPJ.from(), LPJ.until(), "Rapat ditunda", "Meetings put off"),
                key());

        assertThat(
                        PdfText.of(
                                renderer.render(
                                        report(),
                                        AwardPaperFormat.PDF,
                                        PaperFormats.INDONESIAN,
                                        null)))
                .contains("35,00 %, 2 bukti; Rapat ditunda (finance,", "Salinan rekening bank");
    }

    @Test
    @Needs(Needs.Part.FONTS)
    void issuedItBelongsToTheProvince() {
        returned();
        clock.set(day("2012-01-09"));
        var issued =
                papers.issue(
                        finance,
                        new Issue(LPJ, day("2012-01-09"), PaperFormats.INDONESIAN, null),
                        "lpj");

        assertThat(issued.code()).isEqualTo("LPJ-2012-0001");
        assertThat(papers.issuedAbout(office.giver(Secretariat.PROVINCE), AWARD))
                .containsExactly(issued);
        refused("grants.no-such-award", () -> papers.of(office.giver("GTZ"), LPJ));
    }
}
