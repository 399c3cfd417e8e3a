package id.patungan.grants;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.grants.AwardEvent.Kind;
import id.patungan.grants.AwardEvents.Happened;
import id.patungan.grants.AwardMoney.Amount;
import id.patungan.grants.AwardMoney.Part;
import id.patungan.grants.AwardMoney.Receipt;
import id.patungan.grants.AwardMoney.Spending;
import id.patungan.ledger.Books;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.MovableClock;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import java.util.List;
import java.util.Map;

/**
 * The first-year hibah (facts C1, amounts invented): two tranches, partly spent, interest, the year
 * ends, the rest goes back with its slip.
 */
@DatabaseTest
@Import(MovableClock.Hands.class)
class FirstYearHibahTest {

    private static final String AWARD = "HIBAH-1";
    private static final String FUND = "HIBAH-OPS";

    private final Awards awards;
    private final AwardMoney money;
    private final AwardEvents events;
    private final MovableClock clock;
    private final Secretariat office;
    private final Access finance;
    private int keys;

    @Autowired
    FirstYearHibahTest(
            Awards awards,
            AwardMoney money,
            AwardEvents events,
            MovableClock clock,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.awards = awards;
        this.money = money;
        this.events = events;
        this.clock = clock;
        this.office = Secretariat.open(bodies, parties, books, awards);
        this.finance = office.finance();
    }

    @BeforeEach
    void approve() {
        clock.set(day("2011-01-15"));
        office.approved(AWARD, Secretariat.hibah());
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

    private void spend(String on, String line, String account, long amount, String voucher) {
        clock.set(day(on));
        money.spend(
                finance,
                AWARD,
                new Spending(
                        day(on),
                        voucher,
                        "Biaya " + voucher,
                        account,
                        null,
                        null,
                        List.of(new Part(FUND, AWARD + "/" + line, rupiah(amount)))),
                key());
    }

    private AwardStanding standing(String on) {
        return AwardStanding.of(awards.book(finance, AWARD), day(on));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void theLiabilityPassesThroughZeroExactlyAndTheSlipClosesIt() {
        receive("2011-02-05", "T1", 360_000_000);
        spend("2011-03-25", "1", "51100", 150_000_000, "V-1");
        spend("2011-06-20", "2", "52100", 70_000_000, "V-2");
        assertThat(standing("2011-06-30").spendable()).isEqualTo(rupiah(140_000_000));
        assertThat(standing("2011-06-30").dueBack()).isEqualTo(rupiah(140_000_000));

        refused(
                "grants.ineligible.condition",
                () -> spend("2011-07-01", "1", "51100", 140_000_001, "V-3"));
        refused("grants.condition-open", () -> receive("2011-07-15", "T2", 240_000_000));
        refused("grants.report-due", () -> receive("2011-07-21", "T2", 240_000_000));
        happened(Kind.REPORT_SUBMITTED, "2011-07-22");
        refused("grants.condition-open", () -> receive("2011-07-23", "T2", 240_000_000));
        happened(Kind.REPORT_ACCEPTED, "2011-08-02");
        refused("grants.tranche-amount", () -> receive("2011-08-09", "T2", 240_000_001));
        receive("2011-08-10", "T2", 240_000_000);

        spend("2011-10-05", "1", "51100", 200_000_000, "V-4");
        clock.set(day("2011-12-30"));
        money.interest(
                finance,
                AWARD,
                new Amount(day("2011-12-30"), null, rupiah(1_234_567), "RK-12", null, null),
                key());
        assertThat(standing("2011-12-31").dueBack()).isEqualTo(rupiah(181_234_567));
        assertThat(standing("2011-12-31").daysLeft()).isZero();

        refused("grants.not-over", () -> giveUp("2011-12-31", 180_000_000));
        refused("grants.more-than-left", () -> giveUp("2012-01-03", 180_000_001));
        giveUp("2012-01-03", 180_000_000);
        refused("grants.missing", () -> refund("2012-01-05", 181_234_567, null));
        refused("grants.more-than-owed", () -> refund("2012-01-05", 181_234_568, "STS-1"));
        refund("2012-01-05", 181_234_567, "STS-1");

        var book = awards.book(finance, AWARD);
        var position = AwardPosition.of(book, day("2012-01-05"));
        assertThat(position.ties()).isTrue();
        assertThat(position.received()).isEqualTo(rupiah(600_000_000));
        assertThat(position.interest()).isEqualTo(rupiah(1_234_567));
        assertThat(position.eligible()).isEqualTo(rupiah(420_000_000));
        assertThat(position.refunded()).isEqualTo(rupiah(181_234_567));
        assertThat(position.balance()).isZero();
        assertThat(book.balance(day("2012-01-05"), "11210")).isZero();
        assertThat(book.balance(day("2012-01-05"), "21400")).isZero();
        assertThat(book.balance(day("2012-01-05"), "21700")).isZero();
    }

    private void giveUp(String on, long amount) {
        clock.set(day(on));
        money.giveUp(
                finance, AWARD, new Amount(day(on), null, rupiah(amount), null, null, null), key());
    }

    private void refund(String on, long amount, @Nullable String slip) {
        clock.set(day(on));
        money.refund(
                finance, AWARD, new Amount(day(on), null, rupiah(amount), slip, null, null), key());
    }

    private void happened(Kind kind, String on) {
        clock.set(day(on));
        events.record(finance, AWARD, new Happened(kind, "R1", day(on), "S-1", null), key());
    }

    @Test
    void theCountdownIsRightOnEveryDayOfTheYear() {
        receive("2011-02-05", "T1", 360_000_000);
        var book = awards.book(finance, AWARD);
        var left = 364L;
        for (var on = day("2011-01-01"); on.getYear() == 2011; on = on.plusDays(1)) {
            var standing = AwardStanding.of(book, on);
            assertThat(standing.daysLeft()).as(on.toString()).isEqualTo(left--);
            var came = !on.isBefore(day("2011-02-05"));
            assertThat(standing.spendable()).isEqualTo(came ? rupiah(360_000_000) : 0);
            var report = standing.nextReport().orElseThrow();
            assertThat(report.report().code()).isEqualTo("R1");
            assertThat(report.state()).isEqualTo(on.isAfter(day("2011-07-20")) ? "overdue" : "due");
        }
    }

    @Test
    void whoDraftsDoesNotApproveAndAGiverSeesItsOwnAlone() {
        refused("grants.no-such-award", () -> awards.get(office.giver("LOGIC"), AWARD));
        assertThat(awards.all(office.giver(Secretariat.PROVINCE)))
                .extracting(Award::code)
                .containsExactly(AWARD);
        assertThat(awards.all(office.ofFund(FUND))).hasSize(1);
        assertThat(awards.all(office.ofFund("UMUM"))).isEmpty();
    }
}
