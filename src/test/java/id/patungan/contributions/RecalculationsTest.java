package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AccountCode;
import id.patungan.basics.DomainException;
import id.patungan.basics.Money;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Ledger;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Indicators;
import id.patungan.parties.Members;
import id.patungan.parties.NewIndicatorValue;
import id.patungan.parties.Parties;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Later figures charge and credit their difference; what was charged and shown before stays. */
@DatabaseTest
class RecalculationsTest {

    private static final String BY_PEOPLE = "rule: {kind: weights, indicator: population}";
    private static final LocalDate MAY = LocalDate.of(2006, 5, 2);
    private static final LocalDate DUE = LocalDate.of(2006, 9, 30);

    /** 330 million by 415,605 : 1,125,571 : 980,269, and with 1,000,000 for Bantul. */
    private static final Map<String, Money> BEFORE =
            Map.of(
                    YOGYA, rupiah("54393274"),
                    SLEMAN, rupiah("147311732"),
                    BANTUL, rupiah("128294994"));

    private static final Map<String, Money> AFTER =
            Map.of(
                    YOGYA, rupiah("53970937"),
                    SLEMAN, rupiah("146167928"),
                    BANTUL, rupiah("129861135"));

    private final Recalculations recalculations;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Contributions contributions;
    private final Indicators indicators;
    private final Journal journal;
    private final Ledger ledger;
    private final SuperUser database;
    private final Town town;

    @Autowired
    RecalculationsTest(
            Recalculations recalculations,
            Assessments assessments,
            Receipts receipts,
            Contributions contributions,
            Indicators indicators,
            Journal journal,
            Ledger ledger,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.recalculations = recalculations;
        this.assessments = assessments;
        this.receipts = receipts;
        this.contributions = contributions;
        this.indicators = indicators;
        this.journal = journal;
        this.ledger = ledger;
        this.database = database;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @BeforeEach
    void theCensusAsFirstPublished() {
        people(YOGYA, "415605", "BPS 2005");
        people(SLEMAN, "1125571", "BPS 2005");
        people(BANTUL, "980269", "BPS 2005");
    }

    private void people(String party, String count, String source) {
        indicators.record(
                town.finance(),
                new NewIndicatorValue(
                        party, "population", 2006, new BigDecimal(count), "jiwa", source, null));
    }

    private void corrected() {
        people(BANTUL, "1000000", "BPS 2006, angka tetap");
    }

    private static NewRecalculation wish(LocalDate date) {
        return new NewRecalculation(
                "AS-2006-0001", date, DUE, "Angka tetap sensus", "BPS 2006, hlm. 3", null);
    }

    private Assessment dues() {
        return assessments.issue(
                town.finance(), town.dues(BY_PEOPLE, new LegalBasis("PKS-1", "Pasal 6")), "dues");
    }

    private Assessment project() {
        return assessments.issue(
                town.finance(), town.project("SAMPAH", "330000000", BY_PEOPLE, Map.of()), "cost");
    }

    @Test
    void theDifferenceIsChargedByOneEntryAndTheAssessmentStaysAsItWas() throws SQLException {
        var issued = dues();
        assertThat(charged()).isEqualTo(BEFORE);
        corrected();

        var preview = recalculations.preview(town.finance(), wish(MAY));
        assertThat(charged()).isEqualTo(BEFORE);
        var run = recalculations.issue(town.finance(), wish(MAY), "k");

        assertThat(run.code()).isEqualTo("TU-2006-0001");
        assertThat(run.changes()).isEqualTo(preview.changes());
        assertThat(run.changes())
                .allSatisfy(change -> {
                    assertThat(change.before()).isEqualTo(BEFORE.get(change.party()));
                    assertThat(change.share()).isEqualTo(AFTER.get(change.party()));
                });
        assertThat(charged()).isEqualTo(AFTER);
        assertThat(balances("11300")).isEqualTo(minor(AFTER, 1));
        assertThat(balances("41100")).isEqualTo(minor(AFTER, -1));
        var whole = Objects.requireNonNull(run.whole());
        assertThat(whole.digest()).matches("[0-9a-f]{64}");
        assertThat(whole.sheet()).isEqualTo(preview.sheet());
        assertThat(whole.sheet().rows())
                .filteredOn(row -> row.party().equals(BANTUL))
                .allSatisfy(row ->
                        assertThat(Objects.requireNonNull(row.figures().get("population")).source())
                                .isEqualTo("BPS 2006, angka tetap"));
        var again = assessments.get(town.finance(), issued.code());
        assertThat(again.whole()).isEqualTo(issued.whole());
        assertThat(again.shares())
                .extracting(Assessment.Share::share)
                .containsExactlyInAnyOrderElementsOf(BEFORE.values());
        assertThat(contributions.collection(town.finance(), 2006).charged())
                .isEqualTo(rupiah("330000000"));
    }

    @Test
    void whatWasKnownBeforeCanBeReadAgain() {
        dues();
        receipts.record(town.finance(), town.receipt(YOGYA, "54393274"), "r");
        var known = journal.head(town.body()).lastNo();
        var charges = contributions.openCharges(town.finance(), null, MAY, known);
        var facts = facts(YOGYA, known);
        corrected();

        recalculations.issue(town.finance(), wish(MAY), "k");

        assertThat(contributions.openCharges(town.finance(), null, MAY, known)).isEqualTo(charges);
        assertThat(facts(YOGYA, known)).isEqualTo(facts);
        assertThat(facts(YOGYA, Long.MAX_VALUE)).hasSize(facts.size() + 1);
    }

    @Test
    void whatIsPaidAlreadyBecomesAPrepaymentOfTheReceiptThatPaidIt() throws SQLException {
        dues();
        var receipt = receipts.record(town.finance(), town.receipt(YOGYA, "54393274"), "r");
        receipts.record(town.finance(), town.receipt(SLEMAN, "147000000"), "s");
        corrected();

        recalculations.issue(town.finance(), wish(MAY), "k");

        assertThat(charge(YOGYA).charged()).isEqualTo(AFTER.get(YOGYA));
        assertThat(charge(YOGYA).open()).isEqualTo(rupiah("0"));
        assertThat(charge(YOGYA).status()).isEqualTo(OpenCharge.Status.PAID);
        assertThat(receipts.get(town.finance(), receipt.code()).left()).isEqualTo(rupiah("422337"));
        // Of Sleman's 1,143,804 less, 311,732 were open; the rest is a prepayment
        assertThat(charge(SLEMAN).open()).isEqualTo(rupiah("0"));
        assertThat(balances("21600")).isEqualTo(Map.of(YOGYA, -422_337_00L, SLEMAN, -832_072_00L));
        refused(
                "contributions.used-since",
                () -> receipts.reverse(town.finance(), receipt.code(), MAY, "Salah", "x"));
        var refunded =
                receipts.usePrepayment(
                        town.finance(),
                        NewPrepaymentUse.refunded(
                                receipt.code(),
                                MAY,
                                rupiah("422337"),
                                new AccountCode("11200"),
                                "Dikembalikan"),
                        "back");
        assertThat(refunded.left()).isEqualTo(rupiah("0"));
        refused(
                "contributions.used-since",
                () ->
                        recalculations.reverse(
                                town.finance(), "AS-2006-0001", "TU-2006-0001", MAY, "Salah", "y"));
    }

    @Test
    void whatIsMoreIsDueLaterThanWhatWasChargedFirst() {
        dues();
        receipts.record(town.finance(), town.receipt(BANTUL, "128294994"), "b");
        corrected();
        recalculations.issue(town.finance(), wish(MAY), "k");

        assertThat(charge(BANTUL).open()).isEqualTo(rupiah("1566141"));
        assertThat(charge(BANTUL).due()).isEqualTo(DUE);
        assertThat(charge(SLEMAN).due()).isEqualTo(LocalDate.of(2006, 3, 31));
        var paid = receipts.record(town.finance(), may(town.receipt(BANTUL, "1566141")), "b2");
        assertThat(paid.left()).isEqualTo(rupiah("0"));
        assertThat(charge(BANTUL).status()).isEqualTo(OpenCharge.Status.PAID);
    }

    private static NewReceipt may(NewReceipt wish) {
        return new NewReceipt(
                wish.party(),
                MAY,
                wish.description(),
                wish.parts(),
                wish.sp2dNo(),
                wish.sp2dOn(),
                wish.payerAccount(),
                wish.unit(),
                wish.basis());
    }

    @Test
    void aSecondRunCountsTheFirstAndUndoingThemGoesBackInOrder() throws SQLException {
        dues();
        refused(
                "contributions.nothing-changed",
                () -> recalculations.issue(town.finance(), wish(MAY), "0"));
        corrected();
        var first = recalculations.issue(town.finance(), wish(MAY), "1");
        assertThat(recalculations.issue(town.finance(), wish(MAY), "1")).isEqualTo(first);
        refused(
                "contributions.nothing-changed",
                () -> recalculations.preview(town.finance(), wish(MAY)));
        people(BANTUL, "980269", "BPS, ralat");
        var second = recalculations.issue(town.finance(), wish(MAY), "2");

        assertThat(second.code()).isEqualTo("TU-2006-0002");
        assertThat(charged()).isEqualTo(BEFORE);
        refused("contributions.used-since", () -> undo("TU-2006-0001", "a"));
        refused(
                "contributions.is-recalculated",
                () -> assessments.cancel(town.finance(), "AS-2006-0001", MAY, "Salah", "c"));
        assertThat(undo("TU-2006-0002", "b").paper().reversal()).isNotNull();
        assertThat(charged()).isEqualTo(AFTER);
        refused("contributions.already-reversed", () -> undo("TU-2006-0002", "b2"));
        undo("TU-2006-0001", "d");
        assertThat(charged()).isEqualTo(BEFORE);
        assertThat(balances("11300")).isEqualTo(minor(BEFORE, 1));
        assertThat(assessments.cancel(town.finance(), "AS-2006-0001", MAY, "Salah", "e").paper())
                .matches(paper -> paper.reversal() != null);
    }

    private Recalculation undo(String code, String key) {
        return recalculations.reverse(
                town.finance(), "AS-2006-0001", code, MAY, "Keliru", "undo-" + key);
    }

    @Test
    void ofAProjectWhatIsEarnedIsRestatedAndNothingStaysDeferredAtFullCost() throws SQLException {
        project();
        cost("110000000", "1");
        corrected();
        recalculations.issue(town.finance(), wish(MAY), "k");

        assertThat(balances("11310")).isEqualTo(minor(AFTER, 1));
        assertThat(total("41200")).isEqualTo(-110_000_000_00L);
        assertThat(total("21610")).isEqualTo(-220_000_000_00L);
        // a third of the final share, to the sen
        assertThat(balances("41200").get(BANTUL)).isEqualTo(-43_287_045_00L);
        refused(
                "contributions.is-recalculated",
                () ->
                        assessments.reverseEarning(
                                town.finance(), "AS-2006-0001", "ER-2006-0001", MAY, "x", "y"));

        cost("220000000", "2");

        assertThat(balances("41200")).isEqualTo(minor(AFTER, -1));
        assertThat(balances("21610").values()).allMatch(left -> left == 0);
    }

    @Test
    void afterFullCostTheDifferenceIsIncomeAtOnce() throws SQLException {
        project();
        cost("330000000", "1");
        corrected();
        recalculations.issue(town.finance(), wish(MAY), "k");

        assertThat(balances("41200")).isEqualTo(minor(AFTER, -1));
        assertThat(balances("21610").values()).allMatch(left -> left == 0);
    }

    private void cost(String amount, String key) {
        assessments.recogniseCost(
                town.finance(),
                new NewProjectCost(
                        "AS-2006-0001",
                        MAY,
                        rupiah(amount),
                        new AccountCode("54100"),
                        new AccountCode("21100"),
                        null,
                        "Biaya",
                        null),
                "cost-" + key);
    }

    @Test
    void anAssessmentByAGivenTableNeedsTheCorrectedTable() throws SQLException {
        var wish = town.dues(BY_PEOPLE, new LegalBasis("PKS-1", "Pasal 6"));
        var table = "party,name,population\n34.71,Y,1\n34.04,S,1\n34.02,B,%s\n";
        assessments.issue(
                town.finance(),
                new NewAssessment(
                        wish.kind(),
                        wish.year(),
                        wish.fund(),
                        null,
                        wish.total(),
                        wish.rule(),
                        table.formatted("1"),
                        null,
                        wish.legalBasis(),
                        wish.date(),
                        wish.due(),
                        wish.description(),
                        null,
                        Map.of(),
                        Map.of()),
                "t");

        refused(
                "contributions.no-later-table",
                () -> recalculations.preview(town.finance(), wish(MAY)));
        refused(
                "contributions.other-parties",
                () ->
                        recalculations.preview(
                                town.finance(), with("party,name,population\n34.71,Y,1\n")));
        recalculations.issue(town.finance(), with(table.formatted("2")), "k");
        assertThat(balances("11300"))
                .isEqualTo(
                        Map.of(
                                YOGYA, 82_500_000_00L,
                                SLEMAN, 82_500_000_00L,
                                BANTUL, 165_000_000_00L));
    }

    private static NewRecalculation with(@Nullable String table) {
        return new NewRecalculation("AS-2006-0001", MAY, DUE, "Ralat", "Tabel kedua", table);
    }

    @Test
    void datesAndPeopleAreHeldToTheRules() {
        dues();
        corrected();
        refused(
                "contributions.before-paper",
                () -> recalculations.issue(town.finance(), wish(LocalDate.of(2006, 1, 1)), "a"));
        refused(
                "contributions.figures-registered",
                () -> recalculations.preview(town.finance(), with("party,name\n")));
        refused(
                "contributions.no-such-paper",
                () ->
                        recalculations.preview(
                                town.finance(),
                                new NewRecalculation("AS-2006-0009", MAY, DUE, "x", "y", null)));
        for (var month = YearMonth.of(2005, 1);
                !month.isAfter(YearMonth.of(2006, 5));
                month = month.plusMonths(1)) {
            ledger.close(town.finance(), month);
        }
        refused("ledger.closed-period", () -> recalculations.issue(town.finance(), wish(MAY), "b"));
        var sleman = town.treasurerOf(SLEMAN);
        refused("access.not-allowed", () -> recalculations.preview(sleman, wish(DUE)));
        refused("access.not-allowed", () -> recalculations.issue(sleman, wish(DUE), "c"));
        assertThat(recalculations.ofAssessment(town.finance(), "AS-2006-0001")).isEmpty();

        recalculations.issue(town.finance(), wish(LocalDate.of(2006, 6, 1)), "d");

        assertThat(recalculations.ofAssessment(sleman, "AS-2006-0001"))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.whole()).isNull();
                    assertThat(run.changes())
                            .extracting(Recalculation.Change::party)
                            .containsExactly(SLEMAN);
                });
    }

    @Test
    void theFactsOfEveryPartyTieToItsPostings() throws SQLException {
        dues();
        receipts.record(town.finance(), town.receipt(YOGYA, "54000000"), "r");
        corrected();
        recalculations.issue(town.finance(), wish(MAY), "k");
        undo("TU-2006-0001", "z");

        for (var party : List.of(YOGYA, SLEMAN, BANTUL)) {
            for (var fact : facts(party, Long.MAX_VALUE)) {
                assertThat(fact.charged().minus(fact.gross()).minorUnits())
                        .as(party + " " + fact.documentNo())
                        .isEqualTo(
                                sum(
                                        "a.code IN ('11300', '11310', '21600') AND b.code = '"
                                                + party
                                                + "' AND p.entry_no = "
                                                + fact.entryNo()));
            }
        }
    }

    private List<StatementFact> facts(String party, long knownAt) {
        return contributions.statementFacts(
                town.finance(), party, LocalDate.of(2006, 1, 1), LocalDate.of(2007, 1, 1), knownAt);
    }

    private OpenCharge charge(String party) {
        return contributions.openCharges(town.finance(), party).getFirst();
    }

    private Map<String, Money> charged() {
        var charged = new TreeMap<String, Money>();
        contributions
                .openCharges(town.finance(), null)
                .forEach(charge -> charged.put(charge.party(), charge.charged()));
        return charged;
    }

    private static Map<String, Long> minor(Map<String, Money> amounts, int sign) {
        var minor = new TreeMap<String, Long>();
        amounts.forEach((party, amount) -> minor.put(party, sign * amount.minorUnits()));
        return minor;
    }

    private Map<String, Long> balances(String account) throws SQLException {
        var balances = new TreeMap<String, Long>();
        for (var party : List.of(YOGYA, SLEMAN, BANTUL)) {
            var sum = sum("a.code = '" + account + "' AND b.code = '" + party + "'");
            if (sum != 0 || account.equals("21610")) balances.put(party, sum);
        }
        return balances;
    }

    private long total(String account) throws SQLException {
        return sum("a.code = '" + account + "'");
    }

    private long sum(String where) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT COALESCE(SUM(p.amount), 0) FROM posting p JOIN account a ON"
                                        + " a.book_id = p.book_id AND a.account_id = p.account_id"
                                        + " LEFT JOIN book_party b ON b.book_id = p.book_id AND"
                                        + " b.party_id = p.party_id WHERE p.book_id = "
                                        + town.body().value()
                                        + " AND "
                                        + where)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
