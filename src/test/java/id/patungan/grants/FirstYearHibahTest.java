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
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
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

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
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
    private final AwardExpiries expiries;
    private final Ledger ledger;
    private final MovableClock clock;
    private final Secretariat office;
    private final Access finance;
    private int keys;

    @Autowired
    FirstYearHibahTest(
            Awards awards,
            AwardMoney money,
            AwardEvents events,
            AwardExpiries expiries,
            Ledger ledger,
            MovableClock clock,
            Bodies bodies,
            Parties parties,
            Books books) {
        this.awards = awards;
        this.money = money;
        this.events = events;
        this.expiries = expiries;
        this.ledger = ledger;
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

    /**
     * The hibah bears 150 and 70 million, the members' dues are 120 million a year and the office's
     * other costs 6 million a month. Before 90 days are over the budget tells what a month costs.
     */
    @Test
    void theMoneyAndTheGapAreRightOnEveryDayOfTheYear() {
        duesOf("2011-01-10", 120_000_000);
        receive("2011-02-05", "T1", 360_000_000);
        spend("2011-03-25", "1", "51100", 150_000_000, "V-1");
        spend("2011-06-20", "2", "52100", 70_000_000, "V-2");
        for (var month = 1; month <= 12; month++) {
            ownCost("2011-%02d-15".formatted(month), 6_000_000);
        }
        for (var on = day("2011-01-10"); on.getYear() == 2011; on = on.plusDays(1)) {
            clock.set(on);
            var book = awards.book(finance, AWARD);
            var standing = AwardStanding.of(book, on);
            var expiry = expiries.of(finance, book, on).orElseThrow();
            var left = came(on) - spent(on);
            assertThat(standing.spendable()).as("%s", on).isEqualTo(rupiah(left));
            assertThat(standing.dueBack()).as("%s", on).isEqualTo(rupiah(left));
            var end = expiry.ends().getFirst();
            assertThat(end.daysLeft()).isEqualTo(365 - on.getDayOfYear());
            assertThat(end.monthly()).as("%s", on).isEqualTo(hibahsMonth(on));
            assertThat(expiry.free().monthly()).as("%s", on).isEqualTo(freeMonth(on));
            assertThat(expiry.gap()).as("%s", on).isEqualTo(hibahsMonth(on) - freeMonth(on));
        }
        var last = expiries.of(finance, awards.book(finance, AWARD), day("2011-12-31"));
        // 220 million in 334 days; 120 million / 12 less 72 million in 356 days
        assertThat(last.orElseThrow().ends().getFirst().monthly()).isEqualTo(2_003_493_014L);
        assertThat(last.orElseThrow().free().monthly()).isEqualTo(384_831_461L);
        assertThat(last.orElseThrow().gap()).isEqualTo(1_618_661_553L);
        assertThat(last.orElseThrow().months()).hasValue(2);
        assertThat(expiries.of(office.giver(Secretariat.PROVINCE), book(), day("2011-12-31")))
                .isEmpty();
        assertThat(expiries.of(office.ofFund("UMUM"), book(), day("2011-12-31"))).isEmpty();
    }

    private AwardBook book() {
        return awards.book(finance, AWARD);
    }

    private static long came(LocalDate on) {
        return on.isBefore(day("2011-02-05")) ? 0 : 360_000_000;
    }

    private static long spent(LocalDate on) {
        return (on.isBefore(day("2011-03-25")) ? 0L : 150_000_000L)
                + (on.isBefore(day("2011-06-20")) ? 0L : 70_000_000L);
    }

    /** In sen, from the 91st day on by what was spent. */
    private static long hibahsMonth(LocalDate on) {
        var days = on.getDayOfYear() - 31;
        return days < 90 ? month(600_000_000, 334) : month(spent(on), days);
    }

    private static long freeMonth(LocalDate on) {
        var months = on.getMonthValue() - (on.getDayOfMonth() < 15 ? 1 : 0);
        var days = Math.max(90, on.getDayOfYear() - 9);
        var free =
                new BigDecimal(rupiah(120_000_000))
                        .divide(new BigDecimal(12), 20, RoundingMode.HALF_UP)
                        .subtract(
                                new BigDecimal(rupiah(6_000_000L * months) * 365)
                                        .divide(
                                                new BigDecimal(12 * days),
                                                20,
                                                RoundingMode.HALF_UP));
        return free.setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    private static long month(long amount, long days) {
        return new BigDecimal(rupiah(amount))
                .multiply(new BigDecimal(365))
                .divide(new BigDecimal(12 * days), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private void duesOf(String on, long amount) {
        byHand(on, "11200", "41100", amount);
    }

    private void ownCost(String on, long amount) {
        byHand(on, "52100", "11200", amount);
    }

    private void byHand(String on, String debit, String credit, long amount) {
        ledger.post(
                finance,
                new NewEntry(
                        day(on),
                        NewEntry.MANUAL,
                        "Dana umum",
                        "test:" + key(),
                        null,
                        List.of(
                                NewPosting.debit(debit, "UMUM", rupiah(amount)),
                                NewPosting.credit(credit, "UMUM", rupiah(amount)))));
    }

    @Test
    void whatEndsWithItsMoneyLeavesNoGap() {
        var free = new FreeMoney(day("2011-06-30"), 181, 0, 0, 0);
        assertThat(AwardExpiry.of(book(), free, day("2011-06-30")).ends()).hasSize(1);
        office.approved(AWARD, Secretariat.hibah(true));
        assertThat(AwardExpiry.of(book(), free, day("2011-06-30")).ends()).isEmpty();
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
