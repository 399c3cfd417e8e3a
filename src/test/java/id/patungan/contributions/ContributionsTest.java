package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.EQUAL;
import static id.patungan.contributions.Kartamantul.PROVINCE;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.NewReceipt.Allocation;
import id.patungan.contributions.NewReceipt.Deduction;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Charges and receipts on the figures of Kartamantul, compared with SQL over the postings. */
@DatabaseTest
class ContributionsTest {

    private static final LocalDate MAY = LocalDate.of(2006, 5, 2);

    private final Assessments assessments;
    private final Receipts receipts;
    private final Contributions contributions;
    private final SuperUser database;
    private final Town town;

    @Autowired
    ContributionsTest(
            Assessments assessments,
            Receipts receipts,
            Contributions contributions,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.assessments = assessments;
        this.receipts = receipts;
        this.contributions = contributions;
        this.database = database;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @Test
    void equalDuesAreChargedWithTheirAssumptionWhenTheRuleSaysEqual() throws SQLException {
        var issued = assessments.issue(town.finance(), town.dues(), "k2");

        assertThat(issued.code()).isEqualTo("AS-2006-0001");
        assertThat(issued.shares())
                .extracting(Assessment.Share::share)
                .containsOnly(rupiah("110000000"));
        assertThat(issued.paper().basis())
                .isEqualTo(new Basis(Basis.Kind.ASSUMED, "Sumber tidak menyebut kunci pembagian"));
        assertThat(balances("11300", null))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                YOGYA, 110_000_000_00L,
                                SLEMAN, 110_000_000_00L,
                                BANTUL, 110_000_000_00L));
        assertThat(balances("41100", null).values()).containsOnly(-110_000_000_00L);
        assertThat(sum("SELECT COUNT(*) FROM posting WHERE book_id = ? AND charge_period = '2006'"))
                .isEqualTo(6);
    }

    @Test
    void withoutARuleNothingIsAssumed() throws SQLException {
        var ground = new LegalBasis("PKS-1", "Pasal 6");

        refused(
                "contributions.no-rule",
                () -> assessments.issue(town.finance(), town.dues(null, ground), "a"));
        refused(
                "contributions.no-rule",
                () -> assessments.preview(town.finance(), town.dues("  ", ground)));
        refused(
                "contributions.no-legal-basis",
                () -> assessments.issue(town.finance(), town.dues(EQUAL, null), "b"));
        refused(
                "contributions.unknown-article",
                () ->
                        assessments.issue(
                                town.finance(),
                                town.dues(EQUAL, new LegalBasis("PKS-1", "Pasal 99")),
                                "c"));
        assertThat(sum("SELECT COUNT(*) FROM posting WHERE book_id = ?")).isZero();
        assertThat(sum("SELECT COUNT(*) FROM assessment WHERE book_id = ?")).isZero();
    }

    @Test
    void wasteIsSplitByAgreedPercentagesAndDeferred() throws SQLException {
        var issued = assessments.issue(town.finance(), town.waste(), "k3");

        assertThat(shares(issued))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                YOGYA, rupiah("1425000000"),
                                SLEMAN, rupiah("285000000"),
                                BANTUL, rupiah("190000000")));
        assertThat(balances("11310", null).get(YOGYA)).isEqualTo(1_425_000_000_00L);
        assertThat(balances("21610", null).get(BANTUL)).isEqualTo(-190_000_000_00L);
        assertThat(balances("41200", null)).isEmpty();
    }

    @Test
    void theProvinceBearsTheRestOfWastewaterThoughItIsNoMember() throws SQLException {
        var issued = assessments.issue(town.finance(), town.wastewater(), "k4");

        assertThat(shares(issued))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                YOGYA, rupiah("125000000"),
                                SLEMAN, rupiah("10000000"),
                                BANTUL, rupiah("10000000"),
                                PROVINCE, rupiah("650000000")));
        var bantul = share(issued, BANTUL);
        assertThat(bantul.basis())
                .isEqualTo(new Basis(Basis.Kind.ASSUMED, "Nama kabupaten kedua disimpulkan"));
        assertThat(share(issued, PROVINCE).member()).isFalse();
        assertThat(balances("11310", null).get(PROVINCE)).isEqualTo(650_000_000_00L);
    }

    @Test
    void duesArePaidByMembersOnly() {
        var wish = town.dues();
        var withProvince =
                new NewAssessment(
                        wish.kind(),
                        wish.year(),
                        wish.fund(),
                        null,
                        wish.total(),
                        "rule: {kind: only, party: \"34\"}",
                        null,
                        null,
                        wish.legalBasis(),
                        wish.date(),
                        wish.due(),
                        wish.description(),
                        null,
                        Map.of(),
                        Map.of());

        refused(
                "contributions.not-member",
                () -> assessments.issue(town.finance(), withProvince, "x"));
    }

    @Test
    void theFrozenSheetSaysWhatTheRuleSaidAndItsDigestProvesIt() {
        var issued = assessments.issue(town.finance(), town.waste(), "k3");

        var whole = issued.whole();
        assertThat(whole).isNotNull();
        if (whole == null) return;
        assertThat(whole.rule()).isEqualTo(Kartamantul.WASTE);
        assertThat(whole.sheet().rows())
                .extracting(Sheet.Row::party, Sheet.Row::quota, Sheet.Row::share)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(YOGYA, "1425000000", "1425000000.00"),
                        org.assertj.core.groups.Tuple.tuple(SLEMAN, "285000000", "285000000.00"),
                        org.assertj.core.groups.Tuple.tuple(BANTUL, "190000000", "190000000.00"));
        assertThat(whole.digest()).matches("[0-9a-f]{64}");
        assertThat(assessments.preview(town.finance(), town.waste()).sheet())
                .isEqualTo(whole.sheet());
    }

    @Test
    void theSameKeyWithTheSameWishChargesOnce() throws SQLException {
        var first = assessments.issue(town.finance(), town.dues(), "once");
        var again = assessments.issue(town.finance(), town.dues(), "once");

        assertThat(again.code()).isEqualTo(first.code());
        assertThat(sum("SELECT COUNT(*) FROM assessment WHERE book_id = ?")).isEqualTo(1);
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> assessments.issue(town.finance(), town.waste(), "once"))
                .matches(refusal -> refusal.kind() == DomainException.Kind.CONFLICT);
    }

    @Test
    void theSameKeyForTheSameWishInAnotherFundIsAConflict() {
        var dues = town.dues();
        var other =
                new NewAssessment(
                        dues.kind(),
                        dues.year(),
                        new FundCode("CADANGAN"),
                        dues.project(),
                        dues.total(),
                        dues.rule(),
                        dues.figures(),
                        dues.indicatorYear(),
                        dues.legalBasis(),
                        dues.date(),
                        dues.due(),
                        dues.description(),
                        dues.basis(),
                        dues.shareBasis(),
                        dues.units());
        assessments.issue(town.finance(), dues, "once");

        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> assessments.issue(town.finance(), other, "once"))
                .matches(refusal -> refusal.kind() == DomainException.Kind.CONFLICT);
    }

    @Test
    void callersAtOnceGetNumbersWithoutGapsAndTheSameKeyOnePaper() throws Exception {
        assessments.issue(town.finance(), town.dues(), "k2");
        var receipt = town.receipt(SLEMAN, "1000000");
        var calls = new ArrayList<Callable<String>>();
        for (var at = 0; at < 6; at++) {
            var key = "receipt-" + at / 2;
            calls.add(() -> receipts.record(town.finance(), receipt, key).code());
        }

        var codes = atOnce(calls);

        assertThat(codes).hasSize(6);
        assertThat(codes.stream().distinct().sorted())
                .containsExactly("RC-2006-0001", "RC-2006-0002", "RC-2006-0003");
        assertThat(balances("11300", null).get(SLEMAN)).isEqualTo(107_000_000_00L);
    }

    @Test
    void payingLessLeavesTheRestOpen() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "k2");

        receipts.record(town.finance(), town.receipt(SLEMAN, "60000000"), "r");

        var charge = charge(SLEMAN, "AS-2006-0001");
        assertThat(charge.charged()).isEqualTo(rupiah("110000000"));
        assertThat(charge.paid()).isEqualTo(rupiah("60000000"));
        assertThat(charge.open()).isEqualTo(rupiah("50000000"));
        assertThat(balances("11300", "AS-2006-0001/34.04").get(SLEMAN)).isEqualTo(50_000_000_00L);
    }

    @Test
    void payingMoreBecomesAPrepaymentThatLaterChargesTake() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "k2");
        var receipt = receipts.record(town.finance(), town.receipt(SLEMAN, "150000000"), "r");
        assertThat(receipt.left()).isEqualTo(rupiah("40000000"));
        assertThat(balances("21600", receipt.code()).get(SLEMAN)).isEqualTo(-40_000_000_00L);
        assessments.issue(town.finance(), town.waste(), "k3");

        var used =
                receipts.usePrepayment(
                        town.finance(),
                        NewPrepaymentUse.applied(
                                receipt.code(),
                                MAY,
                                rupiah("25000000"),
                                "AS-2006-0002/34.04",
                                "Uang muka untuk persampahan"),
                        "use");
        var refunded =
                receipts.usePrepayment(
                        town.finance(),
                        NewPrepaymentUse.refunded(
                                receipt.code(),
                                MAY,
                                rupiah("15000000"),
                                new AccountCode("11200"),
                                "Dikembalikan"),
                        "refund");

        assertThat(used.left()).isEqualTo(rupiah("15000000"));
        assertThat(refunded.left()).isEqualTo(rupiah("0"));
        assertThat(charge(SLEMAN, "AS-2006-0002").open()).isEqualTo(rupiah("260000000"));
        assertThat(balances("29100", null).get(SLEMAN)).isEqualTo(-25_000_000_00L);
        assertThat(balances("19100", null).get(SLEMAN)).isEqualTo(25_000_000_00L);
        assertThat(balances("11200", null).get(SLEMAN)).isEqualTo(135_000_000_00L);
        refused(
                "contributions.prepayment-too-small",
                () ->
                        receipts.usePrepayment(
                                town.finance(),
                                NewPrepaymentUse.refunded(
                                        receipt.code(),
                                        MAY,
                                        rupiah("1"),
                                        new AccountCode("11200"),
                                        "Lagi"),
                                "more"));
        refused(
                "contributions.prepayment-used",
                () -> receipts.reverse(town.finance(), receipt.code(), MAY, "Salah", "rev"));
        var back =
                receipts.reverseUse(
                        town.finance(),
                        refunded.uses().getLast().paper().code(),
                        MAY,
                        "Keliru",
                        "u");
        assertThat(back.left()).isEqualTo(rupiah("15000000"));
    }

    @Test
    void theGrossSettlesTheChargeAndTheNetReachesTheBank() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "k2");

        var receipt =
                receipts.record(
                        town.finance(),
                        town.receipt(
                                YOGYA,
                                "UMUM",
                                "110000000",
                                List.of(
                                        new Deduction(
                                                Deduction.Kind.CREDITABLE_TAX, rupiah("2200000")),
                                        new Deduction(Deduction.Kind.BANK_FEE, rupiah("6500"))),
                                null),
                        "r");

        assertThat(receipt.net()).isEqualTo(rupiah("107793500"));
        assertThat(charge(YOGYA, "AS-2006-0001").open()).isEqualTo(rupiah("0"));
        assertThat(balances("11200", null).get(YOGYA)).isEqualTo(107_793_500_00L);
        assertThat(balances("11500", null).get(YOGYA)).isEqualTo(2_200_000_00L);
        assertThat(balances("52900", null).get(YOGYA)).isEqualTo(6_500_00L);
    }

    @Test
    void aDeductionThatIsNotRecognisedStaysOwed() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "k2");

        receipts.record(
                town.finance(),
                town.receipt(
                        BANTUL,
                        "UMUM",
                        "110000000",
                        List.of(new Deduction(Deduction.Kind.UNRECOGNISED, rupiah("1000000"))),
                        null),
                "r");

        assertThat(charge(BANTUL, "AS-2006-0001").open()).isEqualTo(rupiah("1000000"));
        assertThat(balances("11200", null).get(BANTUL)).isEqualTo(109_000_000_00L);
    }

    @Test
    void moneyOfTwoFundsHasABankLineInEach() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "k2");
        assessments.issue(town.finance(), town.waste(), "k3");
        var bank = new AccountCode("11200");
        var wish = town.receipt(SLEMAN, "110000000");
        var both =
                new NewReceipt(
                        SLEMAN,
                        wish.date(),
                        "Dua dana",
                        List.of(
                                new NewReceipt.Part(
                                        new FundCode("UMUM"),
                                        bank,
                                        rupiah("110000000"),
                                        List.of(),
                                        null),
                                new NewReceipt.Part(
                                        new FundCode("PROYEK-SAMPAH"),
                                        bank,
                                        rupiah("85000000"),
                                        List.of(),
                                        List.of(
                                                new Allocation(
                                                        "AS-2006-0002/34.04",
                                                        rupiah("80000000"))))),
                        null,
                        null,
                        null,
                        null,
                        null);

        var receipt = receipts.record(town.finance(), both, "r");

        assertThat(receipt.gross()).isEqualTo(rupiah("195000000"));
        assertThat(charge(SLEMAN, "AS-2006-0001").open()).isEqualTo(rupiah("0"));
        assertThat(charge(SLEMAN, "AS-2006-0002").open()).isEqualTo(rupiah("205000000"));
        assertThat(receipt.left()).isEqualTo(rupiah("5000000"));
        assertThat(
                        sum(
                                "SELECT COUNT(*) FROM posting p JOIN account a ON a.book_id ="
                                        + " p.book_id AND a.account_id = p.account_id WHERE p.book_id ="
                                        + " ? AND a.code = '11200'"))
                .isEqualTo(2);
    }

    @Test
    void aReversedReceiptOpensItsChargesAgain() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "k2");
        var receipt = receipts.record(town.finance(), town.receipt(SLEMAN, "110000000"), "r");
        refused(
                "contributions.has-receipts",
                () -> assessments.cancel(town.finance(), "AS-2006-0001", MAY, "Salah", "c"));

        var reversed =
                receipts.reverse(town.finance(), receipt.code(), MAY, "Salah pembayar", "rev");

        assertThat(reversed.paper().reversal()).isNotNull();
        assertThat(charge(SLEMAN, "AS-2006-0001").open()).isEqualTo(rupiah("110000000"));
        assertThat(balances("11200", null).getOrDefault(SLEMAN, 0L)).isZero();
        refused(
                "contributions.already-reversed",
                () -> receipts.reverse(town.finance(), receipt.code(), MAY, "Lagi", "rev2"));
        var cancelled =
                assessments.cancel(town.finance(), "AS-2006-0001", MAY, "Salah hitung", "c2");
        assertThat(cancelled.paper().reversal()).isNotNull();
        assertThat(charge(SLEMAN, "AS-2006-0001").status()).isEqualTo(OpenCharge.Status.CANCELLED);
        assertThat(balances("11300", null).values()).allMatch(balance -> balance == 0);
    }

    @Test
    void atFullCostNothingStaysDeferredWhateverTheSteps() throws SQLException {
        assessments.issue(town.finance(), town.wastewater(), "k4");

        assessments.recogniseCost(town.finance(), cost("333333333.33"), "c1");
        assessments.recogniseCost(town.finance(), cost("0.05"), "c2");
        var last = assessments.recogniseCost(town.finance(), cost("461666666.62"), "c3");

        var whole = last.whole();
        assertThat(whole).isNotNull();
        if (whole == null) return;
        assertThat(whole.deferred()).isEqualTo(rupiah("0"));
        assertThat(balances("21610", null).values()).allMatch(balance -> balance == 0);
        assertThat(balances("41200", null))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                YOGYA, -125_000_000_00L,
                                SLEMAN, -10_000_000_00L,
                                BANTUL, -10_000_000_00L));
        assertThat(balances("41210", null))
                .containsExactlyEntriesOf(Map.of(PROVINCE, -650_000_000_00L));
        refused(
                "contributions.cost-exceeds",
                () -> assessments.recogniseCost(town.finance(), cost("0.01"), "c4"));
        refused(
                "contributions.is-earned",
                () -> assessments.cancel(town.finance(), "AS-2006-0001", MAY, "Salah", "x"));
        var back =
                assessments.reverseEarning(
                        town.finance(), "AS-2006-0001", "ER-2006-0002", MAY, "Keliru", "r");
        assertThat(back.whole()).isNotNull();
        assertThat(balances("21610", null).values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(-5);
    }

    @Test
    void duesOfAYearToComeAreDeferredUntilItBegins() throws SQLException {
        var wish = town.dues();
        var next =
                new NewAssessment(
                        wish.kind(),
                        2007,
                        wish.fund(),
                        null,
                        wish.total(),
                        EQUAL,
                        null,
                        null,
                        wish.legalBasis(),
                        LocalDate.of(2006, 12, 1),
                        LocalDate.of(2007, 3, 31),
                        "Iuran 2007",
                        null,
                        Map.of(),
                        Map.of());
        var issued = assessments.issue(town.finance(), next, "n");
        assertThat(balances("21610", null).get(SLEMAN)).isEqualTo(-110_000_000_00L);
        refused(
                "contributions.year-not-begun",
                () ->
                        assessments.earnDues(
                                town.finance(),
                                issued.code(),
                                LocalDate.of(2006, 12, 31),
                                "Terlalu cepat",
                                "e"));

        assessments.earnDues(
                town.finance(), issued.code(), LocalDate.of(2007, 1, 1), "Iuran 2007", "e2");

        assertThat(balances("21610", null).get(SLEMAN)).isZero();
        assertThat(balances("41100", null).get(SLEMAN)).isEqualTo(-110_000_000_00L);
    }

    @Test
    void theFactsOfAPartyTieToItsPostings() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "k2");
        assessments.issue(town.finance(), town.waste(), "k3");
        var receipt = receipts.record(town.finance(), town.receipt(SLEMAN, "120000000"), "r");
        var wrong = receipts.record(town.finance(), town.receipt(SLEMAN, "3000000"), "w");
        receipts.reverse(town.finance(), wrong.code(), MAY, "Salah", "rev");
        receipts.usePrepayment(
                town.finance(),
                NewPrepaymentUse.refunded(
                        receipt.code(),
                        MAY,
                        rupiah("4000000"),
                        new AccountCode("11200"),
                        "Dikembalikan"),
                "refund");

        var facts =
                contributions.statementFacts(
                        town.treasurerOf(SLEMAN),
                        SLEMAN,
                        LocalDate.of(2006, 1, 1),
                        LocalDate.of(2007, 1, 1),
                        Long.MAX_VALUE);

        assertThat(facts)
                .extracting(StatementFact::kind)
                .containsExactly(
                        StatementFact.Kind.CHARGE,
                        StatementFact.Kind.CHARGE,
                        StatementFact.Kind.RECEIPT,
                        StatementFact.Kind.RECEIPT,
                        StatementFact.Kind.CORRECTION,
                        StatementFact.Kind.REFUND);
        for (var fact : facts) {
            assertThat(fact.charged().minus(fact.gross()).minorUnits())
                    .as(fact.documentNo())
                    .isEqualTo(
                            sum(
                                    "SELECT COALESCE(SUM(p.amount), 0) FROM posting p JOIN account"
                                            + " a ON a.book_id = p.book_id AND a.account_id ="
                                            + " p.account_id JOIN book_party b ON b.book_id ="
                                            + " p.book_id AND b.party_id = p.party_id WHERE p.book_id ="
                                            + " ? AND a.code IN ('11300', '11310', '21600') AND b.code"
                                            + " = '34.04' AND p.entry_no = "
                                            + fact.entryNo()));
        }
        assertThat(facts.get(2).period()).isEqualTo("2006");
        assertThat(facts.get(2).sp2dNo()).isEqualTo("0123/LS/2006");
    }

    @Test
    void aTreasurerSeesOnlyWhatIsItsOwn() {
        assessments.issue(town.finance(), town.dues(), "k2");
        var waste = assessments.issue(town.finance(), town.waste(), "k3");
        var yogya = receipts.record(town.finance(), town.receipt(YOGYA, "100000000"), "r");
        var sleman = town.treasurerOf(SLEMAN);

        var own = assessments.get(sleman, waste.code());

        assertThat(own.shares()).extracting(Assessment.Share::party).containsExactly(SLEMAN);
        assertThat(own.whole()).isNull();
        assertThat(assessments.list(sleman, null))
                .extracting(Assessment.Summary::amount)
                .containsExactly(rupiah("285000000"), rupiah("110000000"));
        assertThat(receipts.list(sleman, null, null)).isEmpty();
        assertThat(contributions.collection(sleman, 2006).charged()).isEqualTo(rupiah("395000000"));
        assertThat(contributions.openCharges(sleman, null))
                .extracting(OpenCharge::party)
                .containsOnly(SLEMAN);
        notFound(() -> receipts.get(sleman, yogya.code()));
        notFound(() -> contributions.openCharges(sleman, YOGYA));
        notFound(() ->
                contributions.statementFacts(
                        sleman,
                        YOGYA,
                        LocalDate.of(2006, 1, 1),
                        LocalDate.of(2007, 1, 1),
                        Long.MAX_VALUE));
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(() -> assessments.issue(sleman, town.dues(), "t"))
                .matches(refusal -> refusal.kind() == DomainException.Kind.FORBIDDEN);
        var wastewater = assessments.issue(town.finance(), town.wastewater(), "k4");
        var province = town.treasurerOf(PROVINCE);
        assertThat(assessments.list(province, null))
                .extracting(Assessment.Summary::code)
                .containsExactly(wastewater.code());
        notFound(() -> assessments.get(province, waste.code()));
        var donor = town.as(Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("UMUM")));
        assertThat(assessments.list(donor, null)).isEmpty();
        assertThat(town.as(Role.AUDITOR, new Scope.All()))
                .satisfies(auditor ->
                        assertThat(assessments.list(auditor, null))
                                .extracting(Assessment.Summary::amount)
                                .contains(rupiah("1900000000")));
    }

    private NewProjectCost cost(String amount) {
        return new NewProjectCost(
                "AS-2006-0001",
                MAY,
                rupiah(amount),
                new AccountCode("54200"),
                new AccountCode("21100"),
                PROVINCE,
                "Pekerjaan air limbah",
                null);
    }

    private OpenCharge charge(String party, String assessment) {
        return contributions.openCharges(town.finance(), party).stream()
                .filter(charge -> charge.assessment().equals(assessment))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Money> shares(Assessment assessment) {
        var shares = new TreeMap<String, Money>();
        assessment.shares().forEach(share -> shares.put(share.party(), share.share()));
        return shares;
    }

    private static Assessment.Share share(Assessment assessment, String party) {
        return assessment.shares().stream()
                .filter(share -> share.party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void notFound(ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .satisfies(refusal ->
                        assertThat(refusal.kind()).isEqualTo(DomainException.Kind.NOT_FOUND));
    }

    /** Sums of postings on an account by party, by SQL of their own. */
    private Map<String, Long> balances(String account, @Nullable String charge)
            throws SQLException {
        var sums = new TreeMap<String, Long>();
        try (var connection = database.connect();
                var query =
                        connection.prepareStatement(
                                "SELECT b.code, SUM(p.amount) FROM posting p JOIN account a ON"
                                        + " a.book_id = p.book_id AND a.account_id = p.account_id JOIN"
                                        + " book_party b ON b.book_id = p.book_id AND b.party_id ="
                                        + " p.party_id WHERE p.book_id = ? AND a.code = ? AND (? IS"
                                        + " NULL OR p.charge = ?) GROUP BY b.code")) {
            query.setInt(1, town.body().value());
            query.setString(2, account);
            query.setString(3, charge);
            query.setString(4, charge);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    sums.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return sums;
    }

    private long sum(String sql) throws SQLException {
        try (var connection = database.connect();
                var query = connection.prepareStatement(sql)) {
            query.setInt(1, town.body().value());
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static List<String> atOnce(List<Callable<String>> calls) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            var running = new ArrayList<Future<String>>();
            for (var call : calls) {
                running.add(
                        threads.submit(() -> {
                            start.await();
                            return call.call();
                        }));
            }
            start.countDown();
            var results = new ArrayList<String>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
