package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.testing.DatabaseTest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * What follows from a paper is not dated before it, nor is a paper undone under what rests on it;
 * of two who do both at once one is refused.
 */
@DatabaseTest
class PaperOrderTest {

    private static final String RULE = "rule: {kind: weights, indicator: w}";

    /** 120 million by 2 : 2 : 2 is 40 each; by 1 : 2 : 3 it is 20, 40 and 60. */
    private static final String FIRST = table(2, 2, 2);

    private static final String LATER = table(1, 2, 3);

    private final Recalculations recalculations;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Contributions contributions;
    private final Checks checks;
    private final Town town;
    private int key;

    @Autowired
    PaperOrderTest(
            Recalculations recalculations,
            Assessments assessments,
            Receipts receipts,
            Contributions contributions,
            Checks checks,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.recalculations = recalculations;
        this.assessments = assessments;
        this.receipts = receipts;
        this.contributions = contributions;
        this.checks = checks;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @Test
    void aRunIsNotDatedBeforeTheReceiptThatItGivesBackTo() {
        dues();
        pay(YOGYA, "40000000", "2006-04-03");
        pay(SLEMAN, "40000000", "2006-08-01");

        refused(
                "contributions.before-paper",
                () -> recalculations.preview(town.finance(), run(LATER, "2006-03-15")),
                "RC-2006-0001",
                "2006-04-03");
        refused(
                "contributions.before-paper",
                () -> recalculate(LATER, "2006-04-02"),
                "RC-2006-0001",
                "2006-04-03");
        // Sleman pays as much as before, so its later receipt hinders nothing
        recalculate(LATER, "2006-04-03");
        for (var day : List.of("2006-04-02", "2006-04-03", "2006-12-31")) {
            assertThat(open(YOGYA, day).paid().minorUnits()).as(day).isNotNegative();
        }
    }

    @Test
    void whatIsStillOpenIsLoweredOnAnyDay() {
        dues();
        pay(YOGYA, "15000000", "2006-08-01");

        recalculate(LATER, "2006-03-15");

        assertThat(open(YOGYA, "2006-07-31").open()).isEqualTo(rupiah("20000000"));
        assertThat(open(YOGYA, "2006-08-01").open()).isEqualTo(rupiah("5000000"));
    }

    @Test
    void aRunIsNotDatedBeforeTheUseThatItGivesBackTo() {
        dues();
        receipts.record(
                town.finance(),
                on(town.receipt(YOGYA, "UMUM", "40000000", List.of(), List.of()), "2006-02-01"),
                "r");
        apply("RC-2006-0001", "40000000", "2006-05-02");

        refused(
                "contributions.before-paper",
                () -> recalculate(LATER, "2006-05-01"),
                "PU-2006-0001",
                "2006-05-02");
        recalculate(LATER, "2006-05-02");
    }

    @Test
    void aRunIsNotDatedBeforeMoneyWasTakenBackThatWouldHaveBeenTooMuch() {
        dues();
        pay(YOGYA, "40000000", "2006-04-03");
        receipts.reverse(town.finance(), "RC-2006-0001", day("2006-06-01"), "Salah", "x");

        refused(
                "contributions.before-undoing",
                () -> recalculate(LATER, "2006-05-31"),
                "RC-2006-0001",
                "2006-06-01");
        recalculate(LATER, "2006-06-01");
    }

    @Test
    void aRunIsNotDatedBeforeAnEarningOrItsUndoing() {
        project();
        cost("60000000", "2006-05-02");

        refused(
                "contributions.before-paper",
                () -> recalculate(LATER, "2006-05-01"),
                "ER-2006-0001",
                "2006-05-02");
        assessments.reverseEarning(
                town.finance(), "AS-2006-0001", "ER-2006-0001", day("2006-06-01"), "x", "y");
        refused(
                "contributions.before-undoing",
                () -> recalculate(LATER, "2006-05-31"),
                "ER-2006-0001",
                "2006-06-01");
        recalculate(LATER, "2006-06-01");
    }

    @Test
    void aCostIsNotDatedBeforeTheRunOfWhoseSharesItEarns() {
        project();
        recalculate(LATER, "2006-05-02");

        refused(
                "contributions.before-paper",
                () -> cost("120000000", "2006-05-01"),
                "TU-2006-0001",
                "2006-05-02");
        undo("TU-2006-0001", "2006-07-01");
        refused(
                "contributions.before-undoing",
                () -> cost("120000000", "2006-06-30"),
                "TU-2006-0001",
                "2006-07-01");
        cost("120000000", "2006-07-01");
    }

    @Test
    void aRunIsNotDatedBeforeAnotherWasUndone() {
        dues();
        recalculate(LATER, "2006-05-02");
        undo("TU-2006-0001", "2006-07-01");

        refused(
                "contributions.before-undoing",
                () -> recalculate(LATER, "2006-06-30"),
                "TU-2006-0001",
                "2006-07-01");
        recalculate(LATER, "2006-07-01");
        assertThat(open(YOGYA, "2006-06-30").charged()).isEqualTo(rupiah("20000000"));
        assertThat(open(YOGYA, "2006-07-01").charged()).isEqualTo(rupiah("20000000"));
    }

    @Test
    void whatARunGaveBackIsUsedFromItsDayOn() {
        dues();
        pay(YOGYA, "45000000", "2006-02-01");
        recalculate(LATER, "2006-05-02");

        refused(
                "contributions.before-paper",
                () -> refund("RC-2006-0001", "6000000", "2006-05-01"),
                "TU-2006-0001",
                "2006-05-02");
        refund("RC-2006-0001", "5000000", "2006-03-01");
        refund("RC-2006-0001", "20000000", "2006-05-02");
    }

    @Test
    void moneyOfADayDoesNotSettleWhatLaterFiguresAddedAfterIt() {
        dues();
        recalculate(LATER, "2006-05-02");

        var early = pay(BANTUL, "60000000", "2006-04-03");

        assertThat(early.left()).isEqualTo(rupiah("20000000"));
        assertThat(open(BANTUL, "2006-04-03").open()).isEqualTo(rupiah("0"));
        assertThat(open(BANTUL, "2006-05-02").open()).isEqualTo(rupiah("20000000"));
        refused(
                "contributions.more-than-open",
                () ->
                        receipts.usePrepayment(
                                town.finance(),
                                NewPrepaymentUse.applied(
                                        "RC-2006-0001",
                                        day("2006-05-01"),
                                        rupiah("20000000"),
                                        "AS-2006-0001/" + BANTUL,
                                        "Dipakai"),
                                "early"),
                "AS-2006-0001/" + BANTUL);
        receipts.usePrepayment(
                town.finance(),
                NewPrepaymentUse.applied(
                        "RC-2006-0001",
                        day("2006-05-02"),
                        rupiah("20000000"),
                        "AS-2006-0001/" + BANTUL,
                        "Dipakai"),
                "then");
        assertThat(open(BANTUL, "2006-05-02").open()).isEqualTo(rupiah("0"));
    }

    @Test
    void moneyOfADaySettlesTheLeastThatIsOpenFromThenOn() {
        dues();
        recalculate(LATER, "2006-05-02");
        pay(BANTUL, "20000000", "2006-05-10");

        // 40 were open from January on, 60 from 2 May on, 40 again from 10 May on
        assertThat(pay(BANTUL, "40000000", "2006-04-03").left()).isEqualTo(rupiah("0"));

        for (var day : List.of("2006-04-03", "2006-05-01", "2006-05-10", "2006-12-31")) {
            assertThat(open(BANTUL, day).open()).as(day).isEqualTo(rupiah("0"));
        }
        assertThat(open(BANTUL, "2006-05-02").open()).isEqualTo(rupiah("20000000"));
        // Of Yogyakarta 40 were open until the run left 20 of it
        assertThat(pay(YOGYA, "40000000", "2006-04-03").left()).isEqualTo(rupiah("20000000"));
    }

    @Test
    void theFirstDayThatIsNamedIsNotRefusedAgain() {
        dues();
        pay(YOGYA, "45000000", "2006-04-03");
        recalculate(LATER, "2006-05-02");
        undo("TU-2006-0001", "2006-06-01");
        recalculate(LATER, "2006-06-02");
        refused(
                "contributions.before-paper",
                () -> refund("RC-2006-0001", "25000000", "2006-04-02"),
                "TU-2006-0002",
                "2006-06-02");
        refused(
                "contributions.before-paper",
                () -> apply("RC-2006-0001", "1000000", "2006-01-02"),
                "RC-2006-0001",
                "2006-04-03");
        undo("TU-2006-0002", "2006-07-01");
        refund("RC-2006-0001", "5000000", "2006-04-03");
        receipts.reverseUse(town.finance(), "PU-2006-0001", day("2006-08-01"), "x", "u");
        refused(
                "contributions.before-undoing",
                () -> receipts.reverse(town.finance(), "RC-2006-0001", day("2006-04-02"), "x", "r"),
                "PU-2006-0001",
                "2006-08-01");
        receipts.reverse(town.finance(), "RC-2006-0001", day("2006-09-01"), "x", "r");
        refused(
                "contributions.before-undoing",
                () ->
                        assessments.cancel(
                                town.finance(), "AS-2006-0001", day("2006-01-02"), "x", "c"),
                "RC-2006-0001",
                "2006-09-01");
        assessments.cancel(town.finance(), "AS-2006-0001", day("2006-09-01"), "x", "c");
    }

    @Test
    void theFirstDayToEarnIsThatOfTheLatestRun() {
        project();
        recalculate(LATER, "2006-05-02");
        refused(
                "contributions.before-paper",
                () -> cost("120000000", "2006-01-31"),
                "TU-2006-0001",
                "2006-05-02");

        var next = duesOf2007().code();
        recalculations.issue(town.finance(), run(next, LATER, "2007-02-01", "2007-06-30"), next());
        refused(
                "contributions.before-paper",
                () -> earn(next, "2006-12-31"),
                "TU-2007-0001",
                "2007-02-01");
        earn(next, "2007-02-01");
    }

    private void earn(String code, String date) {
        assessments.earnDues(town.finance(), code, day(date), "Tahun berjalan", next());
    }

    @Test
    void whatIsUndoneIsUndoneAfterWhatRestedOnIt() {
        dues();
        pay(YOGYA, "40000000", "2006-02-01");
        recalculate(LATER, "2006-05-02");
        refund("RC-2006-0001", "20000000", "2006-06-01");
        receipts.reverseUse(town.finance(), "PU-2006-0001", day("2006-07-01"), "x", "u");

        refused(
                "contributions.before-undoing",
                () -> undo("TU-2006-0001", "2006-06-30"),
                "PU-2006-0001",
                "2006-07-01");
        undo("TU-2006-0001", "2006-08-01");
        refused(
                "contributions.before-undoing",
                () -> receipts.reverse(town.finance(), "RC-2006-0001", day("2006-07-31"), "x", "r"),
                "TU-2006-0001",
                "2006-08-01");
        refused(
                "contributions.has-receipts",
                () ->
                        assessments.cancel(
                                town.finance(), "AS-2006-0001", day("2006-08-31"), "x", "c"),
                "RC-2006-0001");
        receipts.reverse(town.finance(), "RC-2006-0001", day("2006-09-01"), "x", "r");
        refused(
                "contributions.before-undoing",
                () ->
                        assessments.cancel(
                                town.finance(), "AS-2006-0001", day("2006-08-31"), "x", "c"),
                "RC-2006-0001",
                "2006-09-01");
        assessments.cancel(town.finance(), "AS-2006-0001", day("2006-09-01"), "x", "c");
    }

    @Test
    void aRunIsNotUndoneOnTheStrengthOfAPrepaymentInAnotherFund() {
        dues();
        receipts.record(
                town.finance(),
                new NewReceipt(
                        YOGYA,
                        day("2006-02-01"),
                        "Dua dana",
                        List.of(part("UMUM", "40000000"), part("PROYEK-SAMPAH", "25000000")),
                        null,
                        null,
                        null,
                        null,
                        null),
                "r");
        recalculate(LATER, "2006-05-02");
        refund("RC-2006-0001", "20000000", "2006-06-01");
        refund("RC-2006-0001", "20000000", "2006-06-01");
        receipts.reverseUse(town.finance(), "PU-2006-0001", day("2006-06-01"), "x", "u");
        assertThat(receipts.get(town.finance(), "RC-2006-0001").prepaid())
                .extracting(Receipt.Prepaid::fund, Receipt.Prepaid::left)
                .contains(org.assertj.core.groups.Tuple.tuple("PROYEK-SAMPAH", rupiah("25000000")));

        refused(
                "contributions.used-since",
                () -> undo("TU-2006-0001", "2006-06-01"),
                "PU-2006-0002");
    }

    @Test
    void whatWasGivenBackAndUsedForAnotherChargeCanBeCorrected() {
        dues();
        pay(YOGYA, "40000000", "2006-04-03");
        recalculate(LATER, "2006-05-02");
        dues();
        apply("RC-2006-0001", "20000000", "2006-05-10", "AS-2006-0002");

        refused(
                "contributions.before-paper",
                () -> unuse("PU-2006-0001", "2006-05-09"),
                "PU-2006-0001",
                "2006-05-10");
        unuse("PU-2006-0001", "2006-06-01");

        assertThat(receipts.get(town.finance(), "RC-2006-0001").left())
                .isEqualTo(rupiah("20000000"));
        undo("TU-2006-0001", "2006-06-01");
        receipts.reverse(town.finance(), "RC-2006-0001", day("2006-06-01"), "x", "r");
        for (var code : List.of("AS-2006-0002", "AS-2006-0001")) {
            assessments.cancel(town.finance(), code, day("2006-06-01"), "x", code);
        }
        intact();
    }

    @Test
    void whatWasGivenBackAndUsedForTheSameChargeCanBeCorrected() {
        dues();
        pay(YOGYA, "40000000", "2006-04-03");
        recalculate(LATER, "2006-05-02");
        recalculate(FIRST, "2006-05-03");
        apply("RC-2006-0001", "20000000", "2006-05-10");
        recalculate(LATER, "2006-05-20");

        // The third run gave back what the use had settled
        refused(
                "contributions.used-since",
                () -> unuse("PU-2006-0001", "2006-06-01"),
                "PU-2006-0001",
                "TU-2006-0003");
        undo("TU-2006-0003", "2006-06-01");
        unuse("PU-2006-0001", "2006-06-01");
        undo("TU-2006-0002", "2006-06-01");
        undo("TU-2006-0001", "2006-06-01");
        receipts.reverse(town.finance(), "RC-2006-0001", day("2006-06-01"), "x", "r");
        assessments.cancel(town.finance(), "AS-2006-0001", day("2006-06-01"), "x", "c");
        intact();
    }

    @Test
    void whatWasCancelledIsNoPartOfTheCollection() {
        dues();
        var wrong = duesOf2007();
        assertThat(contributions.collection(town.finance(), null).year()).isEqualTo(2007);

        assessments.cancel(
                town.finance(), wrong.code(), wrong.paper().date(), "Tahun keliru", next());

        assertThat(contributions.collection(town.finance(), null).year()).isEqualTo(2006);
        assertThat(contributions.collection(town.finance(), 2007).lines()).isEmpty();
    }

    private Assessment duesOf2007() {
        var wish = town.dues(RULE, new LegalBasis("PKS-1", "Pasal 6"));
        return issue(
                new NewAssessment(
                        wish.kind(),
                        2007,
                        wish.fund(),
                        wish.project(),
                        wish.total(),
                        RULE,
                        FIRST,
                        null,
                        wish.legalBasis(),
                        wish.date(),
                        wish.due(),
                        wish.description(),
                        null,
                        Map.of(),
                        Map.of()));
    }

    @Test
    void theCollectionOfADayHoldsNothingThatIsDatedLater() {
        dues();
        var later = java.time.LocalDate.now(java.time.ZoneId.of("Asia/Jakarta")).plusDays(40);
        pay(YOGYA, "45000000", later.toString());

        var collection = contributions.collection(town.finance(), 2006);

        assertThat(collection.paid()).isEqualTo(rupiah("0"));
        assertThat(collection.prepaid()).isEqualTo(rupiah("0"));
        assertThat(collection.open()).isEqualTo(rupiah("120000000"));
    }

    private void unuse(String code, String date) {
        receipts.reverseUse(town.finance(), code, day(date), "Keliru", next());
    }

    private static NewReceipt.Part part(String fund, String gross) {
        return new NewReceipt.Part(
                new FundCode(fund), new AccountCode("11200"), rupiah(gross), List.of(), null);
    }

    @Test
    void theUseOfAPrepaymentIsNotUndoneUnderARunThatGaveItBack() {
        dues();
        receipts.record(
                town.finance(),
                on(town.receipt(YOGYA, "UMUM", "41000000", List.of(), List.of()), "2006-02-01"),
                "r");
        apply("RC-2006-0001", "40000000", "2006-03-01");
        refund("RC-2006-0001", "1000000", "2006-03-01");
        recalculate(LATER, "2006-05-02");

        refused(
                "contributions.used-since",
                () ->
                        receipts.reverseUse(
                                town.finance(), "PU-2006-0001", day("2006-06-01"), "x", "1"),
                "TU-2006-0001");
        // What was refunded has nothing to do with it
        receipts.reverseUse(town.finance(), "PU-2006-0002", day("2006-06-01"), "x", "2");
        undo("TU-2006-0001", "2006-07-01");
        refused(
                "contributions.before-undoing",
                () ->
                        receipts.reverseUse(
                                town.finance(), "PU-2006-0001", day("2006-06-30"), "x", "3"),
                "TU-2006-0001",
                "2006-07-01");
        receipts.reverseUse(town.finance(), "PU-2006-0001", day("2006-07-01"), "x", "4");
        assertThat(open(YOGYA, "2006-07-01").open()).isEqualTo(rupiah("40000000"));
    }

    @Test
    void theLatestDayToPayIsThatOfTheRunThatRaisedTheCharge() {
        dues();
        pay(BANTUL, "40000000", "2006-02-01");
        assertThat(open(BANTUL, "2006-12-31").due()).isEqualTo(day("2006-03-31"));
        recalculate(LATER, "2006-05-02", "2006-09-30");
        assertThat(open(BANTUL, "2006-05-01").due()).isEqualTo(day("2006-03-31"));
        assertThat(open(BANTUL, "2006-12-31").due()).isEqualTo(day("2006-09-30"));

        // Lowered to 53,333,333: more than first, and due no later
        recalculate(table(3, 2, 4), "2006-06-01", "2006-11-30");
        assertThat(open(BANTUL, "2006-12-31").charged()).isGreaterThan(rupiah("40000000"));
        assertThat(open(BANTUL, "2006-12-31").due()).isEqualTo(day("2006-09-30"));
        recalculate(LATER, "2006-07-01", "2006-12-15");
        assertThat(open(BANTUL, "2006-12-31").due()).isEqualTo(day("2006-12-15"));
        undo("TU-2006-0003", "2006-08-01");
        assertThat(open(BANTUL, "2006-07-31").due()).isEqualTo(day("2006-12-15"));
        assertThat(open(BANTUL, "2006-12-31").due()).isEqualTo(day("2006-09-30"));
        recalculate(FIRST, "2006-08-01", "2006-12-31");
        assertThat(open(BANTUL, "2006-12-31").due()).isEqualTo(day("2006-03-31"));
    }

    @Test
    void whatIsDueAfterItsYearIsOverdueInTheCollectionOfThatYear() {
        dues();
        pay(YOGYA, "40000000", "2006-02-01");
        pay(SLEMAN, "40000000", "2006-02-01");
        pay(BANTUL, "40000000", "2006-02-01");
        recalculate(LATER, "2007-02-01", "2007-03-31");

        var collection = contributions.collection(town.finance(), 2006);

        assertThat(collection.asOf()).isAfter(day("2007-03-31"));
        var line =
                collection.lines().stream()
                        .filter(one -> one.party().equals(BANTUL))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.open()).isEqualTo(rupiah("20000000"));
        assertThat(line.overdue()).isEqualTo(day("2007-03-31"));
        assertThat(line.daysOverdue()).isPositive();
        assertThat(collection.lines())
                .filteredOn(one -> !one.party().equals(BANTUL))
                .allSatisfy(one -> assertThat(one.overdue()).isNull());
    }

    @Test
    void ofTheSameRunAtOnceOneIsPosted() throws Exception {
        for (var round = 1; round <= 3; round++) {
            var assessment = dues();
            pay(YOGYA, "40000000", "2006-02-01");
            var code = assessment.code();
            var wish = run(code, LATER, "2006-05-02", "2006-09-30");
            assertThat(
                            atOnce(
                                    () ->
                                            recalculations
                                                    .issue(town.finance(), wish, code + "a")
                                                    .code(),
                                    () ->
                                            recalculations
                                                    .issue(town.finance(), wish, code + "b")
                                                    .code()))
                    .filteredOn(outcome -> !outcome.startsWith("TU-"))
                    .containsExactly("contributions.nothing-changed");
            assertThat(
                            atOnce(
                                    () ->
                                            recalculations
                                                    .issue(town.finance(), again(wish), code + "c")
                                                    .code(),
                                    () ->
                                            recalculations
                                                    .issue(town.finance(), again(wish), code + "c")
                                                    .code()))
                    .allMatch(outcome -> outcome.startsWith("TU-"))
                    .satisfies(outcomes ->
                            assertThat(outcomes.getFirst()).isEqualTo(outcomes.getLast()));
            intact();
        }
    }

    private static NewRecalculation again(NewRecalculation wish) {
        return new NewRecalculation(
                wish.assessment(), wish.date(), wish.due(), "Ralat", "Tabel", table(3, 2, 1));
    }

    @Test
    void ofAReversalAndARunAtOnceOneIsRefused() throws Exception {
        for (var round = 1; round <= 5; round++) {
            var code = dues().code();
            var receipt = payFor(code).code();
            var wish = run(code, LATER, "2006-05-02", "2006-09-30");

            var outcomes =
                    atOnce(
                            () -> recalculations.issue(town.finance(), wish, code).code(),
                            () ->
                                    receipts.reverse(
                                                    town.finance(),
                                                    receipt,
                                                    day("2006-06-01"),
                                                    "Salah",
                                                    receipt)
                                            .code());

            assertThat(outcomes)
                    .filteredOn(outcome -> outcome.startsWith("contributions."))
                    .hasSize(1)
                    .isSubsetOf("contributions.used-since", "contributions.before-undoing");
            intact();
        }
    }

    private Receipt payFor(String assessment) {
        var all = List.of(new NewReceipt.Allocation(assessment + "/" + YOGYA, rupiah("40000000")));
        return receipts.record(
                town.finance(),
                on(town.receipt(YOGYA, "UMUM", "40000000", List.of(), all), "2006-02-01"),
                next());
    }

    /** The code of what each did, or of the refusal. */
    private static List<String> atOnce(Callable<String> one, Callable<String> other)
            throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> outcome(one));
            var second = threads.submit(() -> outcome(other));
            return List.of(first.get(), second.get());
        }
    }

    private static String outcome(Callable<String> work) throws Exception {
        try {
            return work.call();
        } catch (DomainException refused) {
            return refused.code();
        }
    }

    private void intact() {
        // The people of these books are made up
        assertThat(checks.run(town.finance()))
                .filteredOn(one -> !one.check().equals("known-actors"))
                .allMatch(CheckResult::passed);
    }

    private Assessment dues() {
        return issue(town.dues(RULE, new LegalBasis("PKS-1", "Pasal 6")));
    }

    private Assessment project() {
        return issue(town.project("SAMPAH", "120000000", RULE, Map.of()));
    }

    private Assessment issue(NewAssessment wish) {
        return assessments.issue(
                town.finance(),
                new NewAssessment(
                        wish.kind(),
                        wish.year(),
                        wish.fund(),
                        wish.project(),
                        rupiah("120000000"),
                        RULE,
                        FIRST,
                        null,
                        wish.legalBasis(),
                        wish.date(),
                        wish.due(),
                        wish.description(),
                        null,
                        Map.of(),
                        Map.of()),
                next());
    }

    private static String table(int yogya, int sleman, int bantul) {
        return "party,name,w\n34.71,Y,%d\n34.04,S,%d\n34.02,B,%d\n"
                .formatted(yogya, sleman, bantul);
    }

    private static NewRecalculation run(String table, String date) {
        return run("AS-2006-0001", table, date, "2007-12-31");
    }

    private static NewRecalculation run(String code, String table, String date, String due) {
        return new NewRecalculation(code, day(date), day(due), "Ralat", "Tabel", table);
    }

    private Recalculation recalculate(String table, String date) {
        return recalculate(table, date, "2007-12-31");
    }

    private Recalculation recalculate(String table, String date, String due) {
        return recalculations.issue(town.finance(), run("AS-2006-0001", table, date, due), next());
    }

    private void undo(String code, String date) {
        recalculations.reverse(town.finance(), "AS-2006-0001", code, day(date), "Keliru", next());
    }

    private Receipt pay(String party, String gross, String date) {
        return receipts.record(town.finance(), on(town.receipt(party, gross), date), next());
    }

    private static NewReceipt on(NewReceipt wish, String date) {
        return new NewReceipt(
                wish.party(),
                day(date),
                wish.description(),
                wish.parts(),
                null,
                null,
                null,
                null,
                null);
    }

    private void apply(String receipt, String amount, String date) {
        apply(receipt, amount, date, "AS-2006-0001");
    }

    private void apply(String receipt, String amount, String date, String assessment) {
        receipts.usePrepayment(
                town.finance(),
                NewPrepaymentUse.applied(
                        receipt, day(date), rupiah(amount), assessment + "/" + YOGYA, "Dipakai"),
                next());
    }

    private void refund(String receipt, String amount, String date) {
        receipts.usePrepayment(
                town.finance(),
                NewPrepaymentUse.refunded(
                        receipt,
                        day(date),
                        rupiah(amount),
                        new AccountCode("11200"),
                        "Dikembalikan"),
                next());
    }

    private void cost(String amount, String date) {
        assessments.recogniseCost(
                town.finance(),
                new NewProjectCost(
                        "AS-2006-0001",
                        day(date),
                        rupiah(amount),
                        new AccountCode("54100"),
                        new AccountCode("21100"),
                        null,
                        "Biaya",
                        null),
                next());
    }

    private OpenCharge open(String party, String date) {
        return contributions
                .openCharges(town.finance(), party, day(date), Long.MAX_VALUE)
                .getFirst();
    }

    private String next() {
        return "key-" + ++key;
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    private static void refused(String code, ThrowingCallable work, String... named) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .withMessageContainingAll(named)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
