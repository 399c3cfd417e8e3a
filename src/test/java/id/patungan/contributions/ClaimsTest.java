package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.EQUAL;
import static id.patungan.contributions.Kartamantul.IDR;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.NewClaim.Kind;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.AccessException;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Credit notes, allowances, write-offs and recoveries, against the postings. */
@DatabaseTest
class ClaimsTest {

    private static final LocalDate MAY = LocalDate.of(2006, 5, 2);
    private static final String DUES_OF_SLEMAN = "AS-2006-0001/" + SLEMAN;

    private final Claims claims;
    private final ClaimPapers papers;
    private final ClaimWishes wishes;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Recalculations recalculations;
    private final Contributions contributions;
    private final Rules rules;
    private final Ledger ledger;
    private final Checks checks;
    private final SuperUser database;
    private final Kartamantul kartamantul;
    private Town town;

    @Autowired
    ClaimsTest(
            Claims claims,
            ClaimPapers papers,
            ClaimWishes wishes,
            Assessments assessments,
            Receipts receipts,
            Recalculations recalculations,
            Contributions contributions,
            Rules rules,
            Ledger ledger,
            Checks checks,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.claims = claims;
        this.papers = papers;
        this.wishes = wishes;
        this.assessments = assessments;
        this.receipts = receipts;
        this.recalculations = recalculations;
        this.contributions = contributions;
        this.rules = rules;
        this.ledger = ledger;
        this.checks = checks;
        this.database = database;
        this.kartamantul = new Kartamantul(bodies, parties, members, agreements, books);
        this.town = kartamantul.open();
    }

    private static NewClaim wish(Kind kind, String charge, String amount, LocalDate day) {
        return new NewClaim(
                kind, charge, day, rupiah(amount), false, "SK 07/2006", "Keputusan forum");
    }

    private static NewClaim together(String charge, String amount, LocalDate day) {
        return new NewClaim(
                Kind.WRITE_OFF, charge, day, rupiah(amount), true, "SK 07/2006", "Hapus");
    }

    private ClaimPaper take(Kind kind, String amount) {
        return take(wish(kind, DUES_OF_SLEMAN, amount, MAY));
    }

    private ClaimPaper take(NewClaim wish) {
        return Objects.requireNonNull(
                claims.take(town.finance(), wish, "t" + wish.hashCode()).paper());
    }

    private OpenCharge charge() {
        return charge(DUES_OF_SLEMAN);
    }

    private OpenCharge charge(String code) {
        return contributions.openCharges(town.finance(), null).stream()
                .filter(one -> one.charge().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCreditNoteTakesBackIncomeAndLeavesThePartsApart() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "a");

        var credit = take(Kind.CREDIT, "10000000");

        assertThat(credit.code()).isEqualTo("CN-2006-0001");
        assertThat(entry(credit)).containsExactly("11300 -1000000000", "41100 1000000000");
        assertThat(charge().charged()).isEqualTo(rupiah("110000000"));
        assertThat(charge().credited()).isEqualTo(rupiah("10000000"));
        assertThat(charge().paid()).isEqualTo(rupiah("0"));
        assertThat(charge().open()).isEqualTo(rupiah("100000000"));
        take(wish(Kind.CREDIT, DUES_OF_SLEMAN, "100000000", MAY));
        assertThat(charge().status()).isEqualTo(OpenCharge.Status.CREDITED);
        assertThat(facts(SLEMAN))
                .extracting(StatementFact::charged)
                .containsExactly(rupiah("110000000"), rupiah("-10000000"), rupiah("-100000000"));
        passes();
    }

    @Test
    void whatWasPaidAlreadyBecomesAPrepaymentOfItsReceipt() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "a");
        var receipt = receipts.record(town.finance(), town.receipt(SLEMAN, "105000000"), "r");

        var credit = take(Kind.CREDIT, "10000000");

        assertThat(entry(credit))
                .containsExactly("11300 -500000000", "21600 -500000000", "41100 1000000000");
        assertThat(charge().open()).isEqualTo(rupiah("0"));
        assertThat(charge().paid()).isEqualTo(rupiah("100000000"));
        assertThat(receipts.get(town.finance(), receipt.code()).left())
                .isEqualTo(rupiah("5000000"));
        refused(
                "contributions.used-since",
                () -> receipts.reverse(town.finance(), receipt.code(), MAY, "Salah", "x"));
        receipts.usePrepayment(
                town.finance(),
                NewPrepaymentUse.refunded(
                        receipt.code(), MAY, rupiah("1"), new AccountCode("11200"), "Kembali"),
                "u");
        refused(
                "contributions.used-since",
                () -> claims.reverse(town.finance(), credit.code(), MAY, "Salah", "y"));
        receipts.reverseUse(town.finance(), "PU-2006-0001", MAY, "Salah", "z");
        claims.reverse(town.finance(), credit.code(), MAY, "Salah", "w");
        assertThat(charge().credited()).isEqualTo(rupiah("0"));
        assertThat(charge().open()).isEqualTo(rupiah("5000000"));
        passes();
    }

    @Test
    void aCreditOfAProjectComesOffWhatIsNotEarnedFirst() throws SQLException {
        assessments.issue(town.finance(), town.waste(), "a");
        var charge = "AS-2006-0001/" + SLEMAN;
        assessments.recogniseCost(
                town.finance(),
                new NewProjectCost(
                        "AS-2006-0001",
                        LocalDate.of(2006, 4, 3),
                        rupiah("1710000000"),
                        new AccountCode("54100"),
                        new AccountCode("21100"),
                        null,
                        "Biaya",
                        null),
                "c");

        var credit = take(wish(Kind.CREDIT, charge, "30000000", MAY));

        assertThat(entry(credit))
                .containsExactly("11310 -3000000000", "21610 2850000000", "41200 150000000");
        var earned = assessments.get(town.finance(), "AS-2006-0001").whole();
        assertThat(earned).isNotNull();
        refused(
                "contributions.used-since",
                () ->
                        assessments.reverseEarning(
                                town.finance(), "AS-2006-0001", "ER-2006-0001", MAY, "X", "e"));
        refused(
                "contributions.used-since",
                () -> assessments.cancel(town.finance(), "AS-2006-0001", MAY, "X", "f"));
        passes();
    }

    @Test
    void whatCannotBeCreditedIsRefusedInWords() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "a");
        var before = balances();
        refused("contributions.credit-too-much", () -> take(Kind.CREDIT, "110000000.01"));
        refused("contributions.not-positive", () -> take(Kind.CREDIT, "0"));
        refused(
                "contributions.no-such-claim",
                () -> take(wish(Kind.CREDIT, "AS-2006-0009/" + SLEMAN, "1", MAY)));
        refused(
                "contributions.no-such-claim",
                () -> take(wish(Kind.CREDIT, "AS-2006-0001/34", "1", MAY)));
        refused("contributions.no-such-claim", () -> take(wish(Kind.CREDIT, "Sleman", "1", MAY)));
        refused(
                "contributions.before-paper",
                () -> take(wish(Kind.CREDIT, DUES_OF_SLEMAN, "1", LocalDate.of(2006, 1, 2))));
        refused(
                "contributions.other-currency",
                () ->
                        take(
                                new NewClaim(
                                        Kind.CREDIT,
                                        DUES_OF_SLEMAN,
                                        MAY,
                                        id.patungan.basics.Money.of(
                                                java.util.Currency.getInstance("EUR"),
                                                BigDecimal.ONE),
                                        false,
                                        "SK",
                                        "X")));
        assertThat(balances()).isEqualTo(before);
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() ->
                        claims.take(
                                town.treasurerOf(SLEMAN),
                                wish(Kind.CREDIT, DUES_OF_SLEMAN, "1", MAY),
                                "k"));
        assessments.cancel(town.finance(), "AS-2006-0001", MAY, "Salah", "c");
        refused("contributions.already-reversed", () -> take(Kind.CREDIT, "1"));
    }

    @Test
    void anAllowanceIsKeptByPartyAndChargeAndTakenBack() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "a");

        var allowance = take(Kind.ALLOWANCE, "60000000");

        assertThat(entry(allowance)).containsExactly("11390 -6000000000", "56100 6000000000");
        assertThat(charge().allowance()).isEqualTo(rupiah("60000000"));
        assertThat(charge().open()).isEqualTo(rupiah("110000000"));
        assertThat(contributions.openCharges(town.treasurerOf(SLEMAN), null).getFirst().allowance())
                .isEqualTo(rupiah("0"));
        assertThat(papers.shown(town.treasurerOf(SLEMAN), null).isEmpty()).isTrue();
        assertThat(facts(SLEMAN)).hasSize(1);
        refused("contributions.allowance-too-much", () -> take(Kind.ALLOWANCE, "50000000.01"));
        refused("contributions.release-too-much", () -> take(Kind.RELEASE, "60000000.01"));
        refused(
                "contributions.before-paper",
                () -> take(wish(Kind.RELEASE, DUES_OF_SLEMAN, "1", MAY.minusDays(1))));
        var release = take(wish(Kind.RELEASE, DUES_OF_SLEMAN, "20000000", MAY.plusDays(1)));
        assertThat(entry(release)).containsExactly("11390 2000000000", "56100 -2000000000");
        refused(
                "contributions.used-since",
                () -> claims.reverse(town.finance(), allowance.code(), MAY, "X", "y"));
        claims.reverse(town.finance(), release.code(), MAY.plusDays(2), "X", "z");
        refused(
                "contributions.before-undoing",
                () -> claims.reverse(town.finance(), allowance.code(), MAY, "X", "w"));
        claims.reverse(town.finance(), allowance.code(), MAY.plusDays(2), "X", "v");
        assertThat(balances()).doesNotContainKey("11390").doesNotContainKey("56100");
        passes();
    }

    @Test
    void aWriteOffNeedsAnAllowanceAndStaysInMemoUntilItIsGivenUp() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "a");
        take(Kind.ALLOWANCE, "60000000");
        refused("contributions.write-off-too-much", () -> take(Kind.WRITE_OFF, "110000000.01"));
        refused("contributions.not-covered", () -> take(Kind.WRITE_OFF, "60000000.01"));

        var covered = take(Kind.WRITE_OFF, "60000000");

        assertThat(entry(covered)).containsExactly("11300 -6000000000", "11390 6000000000");
        assertThat(charge().writtenOff()).isEqualTo(rupiah("60000000"));
        assertThat(charge().memo()).isEqualTo(rupiah("60000000"));
        assertThat(charge().open()).isEqualTo(rupiah("50000000"));
        var rest = take(together(DUES_OF_SLEMAN, "50000000", MAY));
        assertThat(rest.provided()).isEqualTo(rupiah("50000000"));
        assertThat(entry(rest))
                .containsExactly(
                        "11300 -5000000000",
                        "11390 -5000000000",
                        "11390 5000000000",
                        "56100 5000000000");
        assertThat(charge().status()).isEqualTo(OpenCharge.Status.WRITTEN_OFF);
        refused("contributions.written-off", () -> take(Kind.CREDIT, "1"));
        refused("contributions.recover-too-much", () -> take(Kind.MEMO_RELEASE, "110000000.01"));
        var tomorrow = LocalDate.now(java.time.Clock.systemUTC()).plusDays(2);
        refused(
                "contributions.claim-future",
                () -> take(wish(Kind.MEMO_RELEASE, DUES_OF_SLEMAN, "1", tomorrow)));
        var given =
                claims.take(
                                town.finance(),
                                wish(Kind.MEMO_RELEASE, DUES_OF_SLEMAN, "30000000", MAY),
                                "m")
                        .release();
        assertThat(given).isNotNull();
        assertThat(charge().memo()).isEqualTo(rupiah("80000000"));
        assertThat(charge().writtenOff()).isEqualTo(rupiah("110000000"));
        refused(
                "contributions.used-since",
                () -> claims.reverse(town.finance(), rest.code(), MAY, "X", "y"));
        refused("contributions.recover-too-much", () -> take(Kind.RECOVERY, "80000000.01"));
        assertThat(contributions.collection(town.finance(), 2006).open())
                .isEqualTo(rupiah("220000000"));
        passes();
    }

    @Test
    void aRecoveryStandsAmongTheReceivablesAgainUntilItIsPaidAndItsAllowanceReleased()
            throws SQLException {
        assessments.issue(town.finance(), town.dues(), "a");
        var written = take(together(DUES_OF_SLEMAN, "110000000", MAY));

        var recovery =
                take(wish(Kind.RECOVERY, DUES_OF_SLEMAN, "40000000", LocalDate.of(2006, 6, 1)));

        assertThat(entry(recovery)).containsExactly("11300 4000000000", "11390 -4000000000");
        assertThat(charge().open()).isEqualTo(rupiah("40000000"));
        assertThat(charge().memo()).isEqualTo(rupiah("70000000"));
        var receipt =
                receipts.record(
                        town.finance(),
                        new NewReceipt(
                                SLEMAN,
                                LocalDate.of(2006, 6, 5),
                                "Bayar",
                                town.receipt(SLEMAN, "40000000").parts(),
                                null,
                                null,
                                null,
                                null,
                                null),
                        "r");
        assertThat(charge().paid()).isEqualTo(rupiah("40000000"));
        assertThat(charge().status()).isEqualTo(OpenCharge.Status.WRITTEN_OFF);
        refused(
                "contributions.write-off-too-much",
                () ->
                        claims.reverse(
                                town.finance(),
                                recovery.code(),
                                LocalDate.of(2006, 6, 9),
                                "X",
                                "x"));
        var release =
                take(wish(Kind.RELEASE, DUES_OF_SLEMAN, "40000000", LocalDate.of(2006, 6, 5)));
        assertThat(entry(release)).containsExactly("11390 4000000000", "56100 -4000000000");
        refused(
                "contributions.used-since",
                () -> claims.reverse(town.finance(), written.code(), MAY, "X", "y"));
        assertThat(balances().get("56100")).isEqualTo(70_000_000_00L);
        var last = LocalDate.of(2006, 6, 30);
        claims.reverse(town.finance(), release.code(), last, "X", "1");
        receipts.reverse(town.finance(), receipt.code(), last, "X", "2");
        claims.reverse(town.finance(), recovery.code(), last, "X", "3");
        claims.reverse(town.finance(), written.code(), last, "X", "4");
        assertThat(charge().open()).isEqualTo(rupiah("110000000"));
        assertThat(balances()).doesNotContainKey("11390");
        passes();
    }

    @Test
    void laterFiguresKeepWhatWasCreditedAndCannotGoBelowIt() throws SQLException {
        var table = "party,name,w\n34.71,Y,1\n34.04,S,%d\n34.02,B,1\n";
        var dues = town.dues();
        assessments.issue(
                town.finance(),
                new NewAssessment(
                        dues.kind(),
                        2006,
                        dues.fund(),
                        null,
                        rupiah("330000000"),
                        "rule: {kind: weights, indicator: w}",
                        table.formatted(1),
                        null,
                        new LegalBasis("PKS-1", "Pasal 6"),
                        dues.date(),
                        dues.due(),
                        "Iuran",
                        null,
                        Map.of(),
                        Map.of()),
                "a");
        var credit = take(Kind.CREDIT, "100000000");
        var june = LocalDate.of(2006, 6, 1);
        refused(
                "contributions.below-credited",
                () ->
                        recalculations.issue(
                                town.finance(),
                                new NewRecalculation(
                                        "AS-2006-0001",
                                        june,
                                        june,
                                        "Ralat",
                                        "Tabel",
                                        "party,name,w\n34.71,Y,3\n34.04,S,1\n34.02,B,3\n"),
                                "t"));
        recalculations.issue(
                town.finance(),
                new NewRecalculation(
                        "AS-2006-0001", june, june, "Ralat", "Tabel", table.formatted(2)),
                "u");
        assertThat(charge().charged()).isEqualTo(rupiah("165000000"));
        assertThat(charge().open()).isEqualTo(rupiah("65000000"));
        assertThat(balances().get("41100")).isEqualTo(-230_000_000_00L);
        refused(
                "contributions.used-since",
                () -> claims.reverse(town.finance(), credit.code(), june, "X", "x"));
        passes();
    }

    @Test
    void theCollectionRateIsOfWhatWasChargedLessCreditNotes() {
        assessments.issue(town.finance(), town.dues(), "a");
        take(Kind.CREDIT, "10000000");
        receipts.record(town.finance(), town.receipt(SLEMAN, "50000000"), "r");

        var line =
                contributions.collection(town.finance(), 2006).lines().stream()
                        .filter(one -> one.party().equals(SLEMAN))
                        .findFirst()
                        .orElseThrow();

        assertThat(line.percent()).isEqualTo("50.0");
        assertThat(line.open()).isEqualTo(rupiah("50000000"));
        take(together(DUES_OF_SLEMAN, "50000000", MAY));
        var after = contributions.collection(town.finance(), 2006);
        assertThat(after.percent()).isEqualTo("15.6");
        assertThat(after.open()).isEqualTo(rupiah("220000000"));
    }

    @Test
    void whereTheBodyAsksForTwoPeopleAnotherApproves() throws SQLException {
        town = kartamantul.open(IDR, true);
        var approver = town.as(Role.APPROVER, new Scope.All());
        var draft =
                rules.draft(
                        town.finance(),
                        new NewRuleVersion(
                                "IURAN", EQUAL, LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6"),
                        "d");
        rules.decide(approver, "IURAN", draft.version(), true, null, "ok");
        assessments.issue(town.finance(), town.dues(null, null).by("IURAN"), "a");
        var before = balances();
        var wish = wish(Kind.CREDIT, DUES_OF_SLEMAN, "10000000", MAY);

        var waiting = Objects.requireNonNull(claims.take(town.finance(), wish, "k").waiting());

        assertThat(balances()).isEqualTo(before);
        assertThat(waiting.state()).isEqualTo(ClaimWish.State.WAITING);
        refused(
                "contributions.claim-not-approved",
                () -> claims.book(town.finance(), waiting.number(), "b"));
        refused(
                "contributions.claim-no-reason",
                () -> wishes.decide(approver, waiting.number(), false, " ", "n"));
        refused("contributions.no-such-wish", () -> wishes.decide(approver, 7, true, null, "7"));
        wishes.decide(approver, waiting.number(), true, null, "y");
        refused(
                "contributions.claim-decided",
                () -> wishes.decide(approver, waiting.number(), false, "Tidak", "z"));
        assertThat(balances()).isEqualTo(before);
        var paper = claims.book(town.finance(), waiting.number(), "c").paper();
        assertThat(paper).isNotNull();
        assertThat(charge().credited()).isEqualTo(rupiah("10000000"));
        assertThat(claims.book(town.finance(), waiting.number(), "c").paper()).isEqualTo(paper);
        refused(
                "contributions.claim-not-approved",
                () -> claims.book(town.finance(), waiting.number(), "again"));
        var second =
                Objects.requireNonNull(
                        claims.take(
                                        town.finance(),
                                        wish(Kind.ALLOWANCE, DUES_OF_SLEMAN, "1", MAY),
                                        "l")
                                .waiting());
        assertThat(wishes.decide(approver, second.number(), false, "Tidak perlu", "q").state())
                .isEqualTo(ClaimWish.State.REJECTED);
        refused(
                "contributions.claim-not-approved",
                () -> claims.book(town.finance(), second.number(), "r"));
        appendOnly("UPDATE claim_wish SET amount = 2 WHERE book_id = ?");
        appendOnly("DELETE FROM claim_wish_decision WHERE book_id = ?");
        appendOnly("UPDATE claim_paper SET amount = 2 WHERE book_id = ?");
        passes();
    }

    @Test
    void whoPreparedDoesNotApprove() {
        town = kartamantul.open(IDR, true);
        assertThat(ClaimException.ownWork().code()).isEqualTo("contributions.claim-own-work");
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> wishes.decide(town.finance(), 1, true, null, "x"));
    }

    @Test
    void theCheckFindsAnAllowanceThatIsBelowNothing() throws SQLException {
        assessments.issue(town.finance(), town.dues(), "a");
        var umum = new FundCode("UMUM");
        ledger.post(
                town.finance(),
                new NewEntry(
                        MAY,
                        NewEntry.MANUAL,
                        "Salah akun",
                        "hand:1",
                        null,
                        List.of(
                                NewPosting.debit(new AccountCode("11390"), umum, 100)
                                        .party(BANTUL)
                                        .charge("AS-2006-0001/" + BANTUL),
                                NewPosting.credit(new AccountCode("56100"), umum, 100))));

        var found =
                checks.run(town.finance()).stream()
                        .filter(one -> one.check().equals("claims-hold"))
                        .findFirst()
                        .orElseThrow();

        assertThat(found.passed()).isFalse();
        assertThat(found.findings())
                .containsExactly(
                        "The allowance on AS-2006-0001/" + BANTUL + " has a debit balance of 100");
    }

    private void appendOnly(String change) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> {
                    try (var connection = database.connect();
                            var statement = connection.prepareStatement(change)) {
                        statement.setInt(1, town.body().value());
                        statement.execute();
                    }
                })
                .withMessageContaining("append-only");
    }

    private void passes() {
        assertThat(checks.run(town.finance()))
                .filteredOn(one -> !one.check().equals("known-actors"))
                .allMatch(CheckResult::passed);
        for (var one : contributions.openCharges(town.finance(), null)) {
            assertThat(
                            one.charged()
                                    .minus(one.credited())
                                    .minus(one.paid())
                                    .minus(one.writtenOff()))
                    .isEqualTo(one.open());
        }
        assertThat(YOGYA).isNotEmpty();
    }

    private List<StatementFact> facts(String party) {
        return contributions.statementFacts(
                town.finance(), party, LocalDate.of(2006, 1, 1), LocalDate.of(2007, 1, 1), 1_000);
    }

    private void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .matches(refusal -> refusal.code().equals(code), code);
    }

    private List<String> entry(ClaimPaper paper) throws SQLException {
        return rows(
                "SELECT CONCAT(a.code, ' ', p.amount) FROM posting p JOIN account a ON a.book_id ="
                        + " p.book_id AND a.account_id = p.account_id WHERE p.book_id = ? AND"
                        + " p.entry_no = "
                        + paper.paper().entryNo()
                        + " ORDER BY a.code, p.amount");
    }

    private Map<String, Long> balances() throws SQLException {
        var balances = new TreeMap<String, Long>();
        for (var row :
                rows(
                        "SELECT CONCAT(a.code, ' ', SUM(p.amount)) FROM posting p JOIN account a ON"
                                + " a.book_id = p.book_id AND a.account_id = p.account_id WHERE"
                                + " p.book_id = ? GROUP BY a.code HAVING SUM(p.amount) <> 0")) {
            balances.put(row.substring(0, 5), Long.valueOf(row.substring(6)));
        }
        return balances;
    }

    private List<String> rows(String query) throws SQLException {
        var found = new java.util.ArrayList<String>();
        try (var connection = database.connect();
                var statement = connection.prepareStatement(query)) {
            statement.setInt(1, town.body().value());
            try (var rows = statement.executeQuery()) {
                while (rows.next()) found.add(rows.getString(1));
            }
        }
        return found;
    }
}
