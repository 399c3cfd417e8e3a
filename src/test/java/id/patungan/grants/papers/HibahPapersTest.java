package id.patungan.grants.papers;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.documents.PaperFormats;
import id.patungan.grants.AwardEvent.Kind;
import id.patungan.grants.AwardEvents;
import id.patungan.grants.AwardEvents.Happened;
import id.patungan.grants.AwardMoney;
import id.patungan.grants.AwardMoney.Amount;
import id.patungan.grants.AwardMoney.Part;
import id.patungan.grants.AwardMoney.Receipt;
import id.patungan.grants.AwardMoney.Spending;
import id.patungan.grants.Awards;
import id.patungan.grants.Secretariat;
import id.patungan.grants.papers.AwardPapers.Asked;
import id.patungan.grants.papers.AwardPapers.Issue;
import id.patungan.ledger.Books;
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
            AwardPaperRenderer renderer,
            MovableClock clock,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.money = money;
        this.events = events;
        this.papers = papers;
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
