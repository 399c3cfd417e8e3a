package id.patungan.grants;

import static id.patungan.grants.Secretariat.day;
import static id.patungan.grants.Secretariat.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.grants.AwardMoney.Amount;
import id.patungan.grants.AwardMoney.Part;
import id.patungan.grants.AwardMoney.Receipt;
import id.patungan.grants.AwardMoney.Spending;
import id.patungan.ledger.Books;
import id.patungan.parties.Bodies;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Restricted money without a condition (pattern 5): income when it is agreed, a claim until it is
 * there, and no release with a cost. Conditional money beside it, asked by two people at once.
 */
@DatabaseTest
class UnconditionalAwardTest {

    private static final String AWARD = "LOGIC";
    private static final String FUND = "DONOR-LOGIC";
    private static final String LINE = "LOGIC/A/1.1";

    private final Awards awards;
    private final AwardMoney money;
    private final Secretariat office;
    private final Access finance;
    private int keys;

    @Autowired
    UnconditionalAwardTest(
            Awards awards, AwardMoney money, Bodies bodies, Parties parties, Books books) {
        this.awards = awards;
        this.money = money;
        this.office = Secretariat.open(bodies, parties, books, awards);
        this.finance = office.finance();
    }

    @BeforeEach
    void agree() {
        office.approved(AWARD, Secretariat.framed(false));
        money.agree(finance, AWARD, receipt("2006-01-10", 300_000_000), "agree");
    }

    private static Receipt receipt(String on, long amount) {
        return new Receipt(day(on), "T1", Map.of(FUND, rupiah(amount)), "T-1", null);
    }

    private void spend(String voucher, long amount) {
        money.spend(
                finance,
                AWARD,
                new Spending(
                        day("2006-03-01"),
                        voucher,
                        "Lokakarya",
                        "52300",
                        null,
                        null,
                        List.of(new Part(FUND, LINE, rupiah(amount)))),
                "k" + ++keys);
    }

    private long balance(String on, String account) {
        return awards.book(finance, AWARD).balance(day(on), account);
    }

    @Test
    void itIsIncomeWhenAgreedAndAClaimUntilItComes() {
        assertThat(balance("2006-01-31", "43100")).isEqualTo(-rupiah(300_000_000));
        assertThat(balance("2006-01-31", "11320")).isEqualTo(rupiah(300_000_000));
        var claimed = AwardStanding.of(awards.book(finance, AWARD), day("2006-01-31"));
        assertThat(claimed.tranches().getFirst().received()).isZero();
        money.receive(finance, AWARD, receipt("2006-02-01", 200_000_000), "r1");
        money.receive(finance, AWARD, receipt("2006-02-15", 100_000_000), "r2");
        spend("V-1", 120_000_000);

        assertThat(balance("2006-12-31", "11320")).isZero();
        assertThat(balance("2006-12-31", "21500")).isZero();
        assertThat(balance("2006-12-31", "43100")).isEqualTo(-rupiah(300_000_000));
        var position = AwardPosition.of(awards.book(finance, AWARD), day("2006-12-31"));
        assertThat(position.ties()).isTrue();
        assertThat(position.received()).isEqualTo(rupiah(300_000_000));
        assertThat(position.eligible()).isEqualTo(rupiah(120_000_000));
        assertThat(position.balance()).isEqualTo(rupiah(180_000_000));
    }

    /** 300 million are income of 2006; what goes back in 2009 is an expense of that year. */
    @Test
    void whatGoesBackLaterIsAnExpenseOfThatYear() {
        money.receive(finance, AWARD, receipt("2006-02-01", 300_000_000), "r1");
        spend("V-1", 120_000_000);
        money.interest(
                finance,
                AWARD,
                new Amount(day("2006-12-31"), null, rupiah(1_000_000), "RK", null, null),
                "i");
        assertThat(balance("2006-12-31", "46100")).isEqualTo(-rupiah(1_000_000));
        var back = new Amount(day("2009-04-02"), null, rupiah(181_000_000), "STS-1", null, null);
        money.giveUp(finance, AWARD, back, "g");
        money.refund(finance, AWARD, back, "b");

        assertThat(balance("2009-12-31", "58100")).isEqualTo(rupiah(181_000_000));
        assertThat(balance("2009-12-31", "21700")).isZero();
        var position = AwardPosition.of(awards.book(finance, AWARD), day("2009-12-31"));
        assertThat(position.ties()).isTrue();
        assertThat(position.refunded()).isEqualTo(rupiah(181_000_000));
        assertThat(position.balance()).isZero();
    }

    /**
     * 100 of interest is the body's: it is paid out once, and not again when it was no interest.
     */
    @Test
    void whatTheAwardOwesIsPaidOutOnce() {
        office.approved(AWARD, Secretariat.framed(false, AwardTerms.Interest.BODY));
        money.receive(finance, AWARD, receipt("2006-02-01", 300_000_000), "r1");
        var wish = new Amount(day("2006-03-01"), null, rupiah(100), "RK", null, null);
        var interest = money.interest(finance, AWARD, wish, "i");
        refused("grants.more-than-owed", () -> settle("2006-03-10", 101));
        settle("2006-03-10", 100);

        refused("grants.more-than-owed", () -> settle("2006-03-05", 100));
        refused("grants.more-than-owed", () -> settle("2006-03-11", 1));
        refused(
                "grants.undo-first",
                () ->
                        money.undo(
                                finance,
                                AWARD,
                                interest.no(),
                                day("2006-03-12"),
                                "Bukan jasa giro",
                                "u"));
        assertThat(balance("2006-12-31", "29100")).isZero();
        assertThat(balance("2006-12-31", "11220")).isEqualTo(rupiah(300_000_000));
    }

    private void settle(String on, long amount) {
        money.settle(
                finance,
                AWARD,
                new Amount(day(on), null, rupiah(amount), "TRF", null, null),
                "k" + ++keys);
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work::run)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** A line of 200 million has 150 spent: of two people who each ask for 50, one gets it. */
    @Test
    void twoAtOnceDoNotSpendTheSameMoney() throws Exception {
        money.receive(finance, AWARD, receipt("2006-02-01", 300_000_000), "r1");
        spend("V-1", 150_000_000);
        var tried = new ArrayList<Callable<Boolean>>();
        for (var voucher : List.of("V-2", "V-3", "V-4", "V-5")) {
            tried.add(() -> spent(voucher, 50_000_000));
        }
        assertThat(atOnce(tried)).containsOnlyOnce(true).hasSize(4);
        assertThat(AwardBudget.of(awards.book(finance, AWARD), LocalDate.MAX).lines().getFirst())
                .satisfies(line -> assertThat(line.left()).isZero());
    }

    /** The same voucher, sent twice under two keys, is one cost. */
    @Test
    void twoAtOnceDoNotChargeTheSameVoucher() throws Exception {
        money.receive(finance, AWARD, receipt("2006-02-01", 300_000_000), "r1");
        assertThat(
                        atOnce(
                                List.of(
                                        () -> spent("V-1", 10_000_000),
                                        () -> spent("V-1", 10_000_000),
                                        () -> spent("V-1", 10_000_000))))
                .containsOnlyOnce(true)
                .hasSize(3);
    }

    private boolean spent(String voucher, long amount) {
        var wish =
                new Spending(
                        day("2006-03-02"),
                        voucher,
                        "Lokakarya",
                        "52300",
                        null,
                        null,
                        List.of(new Part(FUND, LINE, rupiah(amount))));
        try {
            money.spend(finance, AWARD, wish, "at-once-" + Thread.currentThread().threadId());
            return true;
        } catch (DomainException refused) {
            assertThat(refused.code()).startsWith("grants.ineligible.");
            return false;
        }
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> tried) throws Exception {
        try (var threads = Executors.newFixedThreadPool(tried.size())) {
            var answers = new ArrayList<Boolean>();
            for (var one : threads.invokeAll(tried)) {
                try {
                    answers.add(one.get());
                } catch (ExecutionException failed) {
                    throw new AssertionError(failed.getCause());
                }
            }
            return answers;
        }
    }

    @Test
    void conditionalMoneyIsNotAgreedAsIncome() {
        office.approved("HIBAH-1", Secretariat.hibah());
        assertThatExceptionOfType(AwardException.class)
                .isThrownBy(() ->
                        money.agree(
                                finance,
                                "HIBAH-1",
                                new Receipt(
                                        day("2011-02-01"),
                                        "T1",
                                        Map.of("HIBAH-OPS", 1L),
                                        null,
                                        null),
                                "x"))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("grants.word"));
    }
}
