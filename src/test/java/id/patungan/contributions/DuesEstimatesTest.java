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
import id.patungan.ledger.Ledger;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Indicators;
import id.patungan.parties.Members;
import id.patungan.parties.NewIndicatorValue;
import id.patungan.parties.Parties;
import id.patungan.parties.RevenueBasis;
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

/**
 * Ten percent of the hotel and restaurant tax: estimated from the budget, billed as declared, trued
 * up by the realised figure. All figures are invented.
 */
@DatabaseTest
class DuesEstimatesTest {

    private static final String TEN_PERCENT =
            "rule: {kind: rate, rates: {\"34.04\": 1/10}, indicators: [hotel_tax]}";

    private final DuesEstimates estimates;
    private final Indicators indicators;
    private final Assessments assessments;
    private final Recalculations recalculations;
    private final Contributions contributions;
    private final Ledger ledger;
    private final Checks checks;
    private final SuperUser database;
    private final Town town;

    @Autowired
    DuesEstimatesTest(
            DuesEstimates estimates,
            Indicators indicators,
            Assessments assessments,
            Recalculations recalculations,
            Contributions contributions,
            Ledger ledger,
            Checks checks,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.estimates = estimates;
        this.indicators = indicators;
        this.assessments = assessments;
        this.recalculations = recalculations;
        this.contributions = contributions;
        this.ledger = ledger;
        this.checks = checks;
        this.database = database;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    private void declare(RevenueBasis basis, String amount) {
        indicators.record(
                town.finance(),
                new NewIndicatorValue(
                        SLEMAN,
                        "hotel_tax",
                        2005,
                        new BigDecimal(amount),
                        "IDR",
                        "Dokumen contoh",
                        LocalDate.of(2006, 1, 5),
                        basis));
    }

    private static NewAssessment dues(LocalDate date) {
        return new NewAssessment(
                NewAssessment.Kind.DUES,
                2006,
                new FundCode("UMUM"),
                null,
                null,
                TEN_PERCENT,
                null,
                2005,
                new LegalBasis("PKS-1", "Pasal 6"),
                date,
                LocalDate.of(2006, 12, 31),
                "Iuran 10% pajak hotel",
                new Basis(Basis.Kind.SAMPLE, "Contoh"),
                Map.of(),
                Map.of());
    }

    private static final LocalDate JANUARY = LocalDate.of(2006, 1, 16);
    private static final LocalDate JUNE = LocalDate.of(2006, 6, 30);

    private Map<String, Long> balances() throws SQLException {
        var balances = new TreeMap<String, Long>();
        try (var connection = database.connect();
                var query =
                        connection.prepareStatement(
                                """
                                SELECT code, SUM(amount) FROM posting JOIN account USING (book_id, account_id)
                                 WHERE book_id = ? GROUP BY code HAVING SUM(amount) <> 0\
                                """)) {
            query.setInt(1, town.body().value());
            try (var rows = query.executeQuery()) {
                while (rows.next()) balances.put(rows.getString(1), rows.getLong(2));
            }
        }
        return balances;
    }

    private void tied() {
        assertThat(checks.run(town.finance()))
                // The people of this book are made up
                .filteredOn(one -> !one.check().equals("known-actors"))
                .allMatch(CheckResult::passed);
    }

    @Test
    void theEstimateIsIncomeAndNobodyIsCharged() throws SQLException {
        declare(RevenueBasis.BUDGET, "10000000000");

        var estimate = estimates.issue(town.finance(), dues(JANUARY), "e");

        assertThat(estimate.code()).isEqualTo("ES-2006-0001");
        assertThat(estimate.open()).isTrue();
        assertThat(estimate.shares())
                .extracting(share -> share.party() + " " + share.share().toDecimal())
                .containsExactlyInAnyOrder(
                        SLEMAN + " 1000000000.00", YOGYA + " 0.00", BANTUL + " 0.00");
        assertThat(balances())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("11330", 1_000_000_000_00L, "41100", -1_000_000_000_00L));
        assertThat(contributions.openCharges(town.finance(), null)).isEmpty();
        tied();
    }

    @Test
    void billedOnlyTheDifferenceIsIncomeAndTheRealisedFigureIsTruedUp() throws SQLException {
        declare(RevenueBasis.BUDGET, "10000000000");
        estimates.issue(town.finance(), dues(JANUARY), "e");
        declare(RevenueBasis.BUDGET, "9000000000");

        var billed = estimates.bill(town.finance(), "ES-2006-0001", dues(JUNE), "b");

        assertThat(estimates.get(town.finance(), "ES-2006-0001").billedBy())
                .isEqualTo(billed.code());
        assertThat(balances())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("11300", 900_000_000_00L, "41100", -900_000_000_00L));
        tied();

        declare(RevenueBasis.REALISATION, "11500000000");
        recalculations.issue(
                town.finance(),
                new NewRecalculation(
                        billed.code(),
                        LocalDate.of(2006, 7, 3),
                        LocalDate.of(2006, 12, 31),
                        "Realisasi",
                        "LRA (contoh)",
                        null),
                "tu");
        assertThat(contributions.openCharges(town.finance(), SLEMAN).getFirst().charged())
                .isEqualTo(rupiah("1150000000"));
        assertThat(balances())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("11300", 1_150_000_000_00L, "41100", -1_150_000_000_00L));
        tied();
    }

    @Test
    void aCancelledBillPutsTheEstimateBack() throws SQLException {
        declare(RevenueBasis.BUDGET, "10000000000");
        estimates.issue(town.finance(), dues(JANUARY), "e");
        var billed = estimates.bill(town.finance(), "ES-2006-0001", dues(JUNE), "b").code();
        refused(
                "estimates.billed",
                () -> estimates.bill(town.finance(), "ES-2006-0001", dues(JUNE), "c"));
        refused("estimates.billed", () -> reverse(JUNE, "Salah", "r"));

        assessments.cancel(town.finance(), billed, LocalDate.of(2006, 7, 1), "Salah", "x");

        assertThat(balances().get("11330")).isEqualTo(1_000_000_000_00L);
        tied();
        refused("contributions.before-undoing", () -> reverse(JUNE, "Salah", "s"));
        reverse(LocalDate.of(2006, 7, 2), "Salah", "t");
        assertThat(balances()).isEmpty();
        tied();
        refused(
                "contributions.already-reversed",
                () -> estimates.bill(town.finance(), "ES-2006-0001", dues(JUNE), "d"));
    }

    private DuesEstimate reverse(LocalDate on, String reason, String key) {
        return estimates.reverse(town.finance(), "ES-2006-0001", on, reason, key);
    }

    @Test
    void whatDoesNotFitIsRefusedAndNothingIsStored() throws SQLException {
        declare(RevenueBasis.BUDGET, "10000000000");
        refused(
                "estimates.too-early",
                () -> estimates.issue(town.finance(), dues(LocalDate.of(2005, 12, 1)), "a"));
        refused("estimates.of-dues", () -> estimates.issue(town.finance(), town.waste(), "b"));
        assertThat(balances()).isEmpty();
        estimates.issue(town.finance(), dues(JUNE), "e");
        refused(
                "contributions.before-paper",
                () -> estimates.bill(town.finance(), "ES-2006-0001", dues(JANUARY), "c"));
        refused(
                "estimates.other",
                () -> estimates.bill(town.finance(), "ES-2006-0001", town.waste(), "d"));
        refused(
                "contributions.no-such-paper",
                () -> estimates.bill(town.finance(), "ES-2006-0009", dues(JUNE), "f"));
    }

    @Test
    void aBudgetNeverTakesThePlaceOfTheRealisedFigure() {
        declare(RevenueBasis.BUDGET, "10000000000");
        declare(RevenueBasis.REALISATION, "11500000000");

        refused("parties.already-realised", () -> declare(RevenueBasis.BUDGET, "1"));
        declare(RevenueBasis.REALISATION, "11600000000");

        assertThat(indicators.revisions(town.finance(), SLEMAN, "hotel_tax", 2005))
                .extracting(one -> one.figure().revenueBasis() + " " + one.value().toPlainString())
                .containsExactly(
                        "REALISATION 11600000000", "REALISATION 11500000000", "BUDGET 10000000000");
    }

    @Test
    void theSheetSaysWhatTheBaseWasTakenFrom() {
        declare(RevenueBasis.BUDGET, "10000000000");

        var sheet =
                Objects.requireNonNull(estimates.issue(town.finance(), dues(JANUARY), "e").whole())
                        .sheet();

        assertThat(sheet.rows())
                .filteredOn(row -> row.party().equals(SLEMAN))
                .singleElement()
                .satisfies(row ->
                        assertThat(Objects.requireNonNull(row.figures().get("hotel_tax")))
                                .extracting(Sheet.Figure::revenueBasis)
                                .isEqualTo("budget"));
    }

    @Test
    void nothingDeclaredIsNothingToEstimate() throws SQLException {
        declare(RevenueBasis.BUDGET, "0");
        refused(
                "contributions.not-positive",
                () -> estimates.issue(town.finance(), dues(JANUARY), "e"));
        assertThat(balances()).isEmpty();
    }

    @Test
    void aTreasurerSeesItsOwnAndPreparesNothing() {
        declare(RevenueBasis.BUDGET, "10000000000");
        estimates.issue(town.finance(), dues(JANUARY), "e");
        var sleman = town.treasurerOf(SLEMAN);

        assertThat(estimates.get(sleman, "ES-2006-0001").shares())
                .extracting(DuesEstimate.Share::party)
                .containsExactly(SLEMAN);
        assertThat(estimates.get(sleman, "ES-2006-0001").whole()).isNull();
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> estimates.issue(sleman, dues(JANUARY), "x"));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() ->
                        estimates.reverse(
                                town.as(Role.AUDITOR, new Scope.All()),
                                "ES-2006-0001",
                                JUNE,
                                "Salah",
                                "y"));
    }

    @Test
    void theCheckNamesWhatNoEstimateExplains() {
        ledger.post(
                town.finance(),
                new NewEntry(
                        JANUARY,
                        "manual",
                        "Tanpa taksiran",
                        "by-hand",
                        null,
                        List.of(
                                NewPosting.debit(
                                                new AccountCode("11330"), new FundCode("UMUM"), 500)
                                        .party(SLEMAN),
                                NewPosting.credit(
                                                new AccountCode("41100"), new FundCode("UMUM"), 500)
                                        .party(SLEMAN))));

        assertThat(checks.run(town.finance()))
                .filteredOn(result -> result.check().equals("estimates-tie"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.passed()).isFalse();
                    assertThat(result.findings().getFirst()).contains(SLEMAN, "500");
                });
    }

    @Test
    void whatIsStoredIsNeverChanged() {
        declare(RevenueBasis.BUDGET, "10000000000");
        estimates.issue(town.finance(), dues(JANUARY), "e");
        var where = " WHERE book_id = " + town.body().value();
        for (var forbidden :
                List.of(
                        "UPDATE dues_estimate SET total = 1" + where,
                        "DELETE FROM dues_estimate_share" + where)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> database.execute(forbidden))
                    .withMessageContaining("-02");
        }
        assertThat(
                        Objects.requireNonNull(
                                        estimates.get(town.finance(), "ES-2006-0001").whole())
                                .digest())
                .hasSize(64);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
