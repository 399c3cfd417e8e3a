package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.IDR;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.contributions.AssessmentRun.State;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.contributions.sheet.CalculationSheets;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Indicators;
import id.patungan.parties.Members;
import id.patungan.parties.NewIndicatorValue;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What one person prepares another approves, and exactly that is charged. */
@DatabaseTest
class AssessmentRunsTest {

    private static final String BY_PEOPLE = "rule: {kind: weights, indicator: population}";

    private final AssessmentRuns runs;
    private final Assessments assessments;
    private final Recalculations recalculations;
    private final Contributions contributions;
    private final CalculationSheets calculationSheets;
    private final Indicators indicators;
    private final Members members;
    private final Rules rules;
    private final Journal journal;
    private final SuperUser database;
    private final Town town;
    private final Access approver;

    @Autowired
    AssessmentRunsTest(
            AssessmentRuns runs,
            Assessments assessments,
            Recalculations recalculations,
            Contributions contributions,
            CalculationSheets calculationSheets,
            Indicators indicators,
            Rules rules,
            Journal journal,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.runs = runs;
        this.assessments = assessments;
        this.recalculations = recalculations;
        this.contributions = contributions;
        this.calculationSheets = calculationSheets;
        this.indicators = indicators;
        this.members = members;
        this.rules = rules;
        this.journal = journal;
        this.database = database;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open(IDR, true);
        this.approver = town.as(Role.APPROVER, new Scope.All());
    }

    @BeforeEach
    void aRuleByPeople() {
        people(2006, YOGYA, "415605");
        people(2006, SLEMAN, "1125571");
        people(2006, BANTUL, "980269");
        rule("2006-01-01", BY_PEOPLE);
    }

    private void people(int year, String party, String count) {
        indicators.record(
                town.finance(),
                new NewIndicatorValue(
                        party, "population", year, new BigDecimal(count), "jiwa", "BPS", null));
    }

    private void rule(String from, String text) {
        var drafted =
                rules.draft(
                        town.finance(),
                        new NewRuleVersion(
                                "IURAN", text, LocalDate.parse(from), "PKS-1", "Pasal 6"),
                        "draft-" + from);
        rules.decide(approver, "IURAN", drafted.version(), true, null, "approve-" + from);
    }

    private static NewAssessment wish(int year) {
        return new NewAssessment(
                        NewAssessment.Kind.DUES,
                        year,
                        new FundCode("UMUM"),
                        null,
                        rupiah("330000000"),
                        null,
                        null,
                        year == 2006 ? null : 2006,
                        null,
                        LocalDate.of(year, 1, 16),
                        LocalDate.of(year, 3, 31),
                        "Iuran " + year,
                        new Basis(Basis.Kind.SAMPLE, "Contoh"),
                        Map.of(),
                        Map.of())
                .by("IURAN");
    }

    @Test
    void whatIsPreparedChargesNothingUntilAnotherPersonApproves() {
        var wish = wish(2006).dueOn(DueDays.every(LocalDate.of(2006, 3, 31), 4, 3));
        var run = runs.prepare(town.finance(), wish, "p");

        assertThat(run.number()).isEqualTo(1);
        assertThat(run.state()).isEqualTo(State.WAITING);
        assertThat(run.wish()).isEqualTo(wish);
        assertThat(run.total()).isEqualTo(rupiah("330000000"));
        assertThat(contributions.openCharges(town.finance(), null)).isEmpty();

        var done = runs.decide(approver, 1, true, null, "d");

        assertThat(done.state()).isEqualTo(State.APPROVED);
        assertThat(done.assessment()).isEqualTo("AS-2006-0001");
        var issued = assessments.get(town.finance(), "AS-2006-0001");
        assertThat(issued.dues()).hasSize(4);
        assertThat(java.util.Objects.requireNonNull(issued.whole()).digest())
                .isEqualTo(run.digest());
        assertThat(issued.shares())
                .extracting(Assessment.Share::share)
                .containsExactlyInAnyOrder(
                        rupiah("54393274"), rupiah("147311732"), rupiah("128294994"));
        var entry = journal.entry(town.finance(), issued.paper().entryNo());
        assertThat(entry.preparedBy()).isEqualTo(town.finance().handle());
        assertThat(entry.approvedBy()).isEqualTo(approver.handle());
    }

    @Test
    void theSameKeyAnswersTheSameRunAndApprovalIsGivenOnce() {
        assertThat(runs.prepare(town.finance(), wish(2006), "p").number())
                .isEqualTo(runs.prepare(town.finance(), wish(2006), "p").number());
        runs.decide(approver, 1, true, null, "d");
        assertThat(runs.decide(approver, 1, true, null, "d").assessment())
                .isEqualTo("AS-2006-0001");
        refused("contributions.run-decided", () -> runs.decide(approver, 1, true, null, "again"));
        refused(
                "contributions.run-decided",
                () -> runs.withdraw(town.finance(), 1, "Terlambat", "w"));
        assertThat(assessments.list(town.finance(), null)).hasSize(1);
    }

    @Test
    void onlyAnotherPersonWhoApprovesDecides() {
        runs.prepare(town.finance(), wish(2006), "p");

        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> runs.decide(town.finance(), 1, true, null, "a"));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() ->
                        runs.decide(town.as(Role.AUDITOR, new Scope.All()), 1, true, null, "b"));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> runs.prepare(approver, wish(2006), "c"));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> runs.get(town.treasurerOf(SLEMAN), 1));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> runs.withdraw(approver, 1, "Salah", "d"));
        refused("contributions.no-such-run", () -> runs.get(approver, 7));
    }

    @Test
    void aRejectionNeedsAReasonAndIssuesNothing() {
        runs.prepare(town.finance(), wish(2006), "p");

        refused("contributions.no-reason", () -> runs.decide(approver, 1, false, " ", "a"));
        var done = runs.decide(approver, 1, false, "Jumlahnya belum disepakati", "b");

        assertThat(done.state()).isEqualTo(State.REJECTED);
        assertThat(done.reason()).isEqualTo("Jumlahnya belum disepakati");
        assertThat(assessments.list(town.finance(), null)).isEmpty();
    }

    @Test
    void whoPreparesMayTakeItBackWithAReason() {
        runs.prepare(town.finance(), wish(2006), "p");

        refused("contributions.no-reason", () -> runs.withdraw(town.finance(), 1, "", "a"));
        assertThat(runs.withdraw(town.finance(), 1, "Salah jumlah", "b").state())
                .isEqualTo(State.WITHDRAWN);
        refused("contributions.run-decided", () -> runs.decide(approver, 1, true, null, "c"));
    }

    @Test
    void figuresThatChangedSinceAreNamedAndNothingIsCharged() {
        runs.prepare(town.finance(), wish(2006), "p");
        people(2006, BANTUL, "1000000");

        refused(
                "contributions.run-figures-changed",
                () -> runs.decide(approver, 1, true, null, "d"),
                "34.02 population: 980269 → 1000000");
        assertThat(runs.get(approver, 1).state()).isEqualTo(State.WAITING);
        assertThat(assessments.list(town.finance(), null)).isEmpty();
    }

    @Test
    void aRuleThatCameIntoForceSinceIsNamed() {
        runs.prepare(town.finance(), wish(2006), "p");
        rule("2006-01-10", "rule: {kind: equal}");

        refused(
                "contributions.run-rule-changed",
                () -> runs.decide(approver, 1, true, null, "d"),
                "IURAN/1",
                "IURAN/2");
    }

    @Test
    void aMemberThatLeftSinceIsNamed() throws SQLException {
        runs.prepare(town.finance(), wish(2006), "p");
        database.execute(
                "UPDATE membership SET until_date = '2006-01-10' WHERE body_id = %d AND party_id = %d"
                        .formatted(
                                town.body().value(),
                                java.util.Objects.requireNonNull(town.ids().get(BANTUL)).value()));

        refused(
                "contributions.run-parties-changed",
                () -> runs.decide(approver, 1, true, null, "d"),
                "34.02");
        assertThat(members.on(town.finance(), LocalDate.of(2006, 1, 16))).hasSize(2);
    }

    @Test
    void theYearBeforeIsComparedAsItStandsWithLaterFigures() {
        assessments.issue(town.finance(), wish(2006), "a");
        people(2006, BANTUL, "1000000");
        recalculations.issue(
                town.finance(),
                new NewRecalculation(
                        "AS-2006-0001",
                        LocalDate.of(2006, 5, 2),
                        LocalDate.of(2006, 9, 30),
                        "Angka tetap sensus",
                        "BPS 2006",
                        null),
                "r");
        var run = runs.prepare(town.finance(), wish(2007), "p");

        var comparison = runs.compared(approver, run);

        assertThat(comparison.assessment()).isEqualTo("AS-2006-0001");
        assertThat(comparison.later()).isEqualTo("TU-2006-0001");
        assertThat(comparison.changes())
                .extracting(AssessmentRun.Change::before)
                .containsExactlyInAnyOrder(
                        rupiah("53970937"), rupiah("146167928"), rupiah("129861135"));
        assertThat(comparison.changes()).allMatch(change -> change.more().isZero());
        assertThat(comparison.before()).isEqualTo(comparison.now());

        // The calculation sheet of the next year says the same
        var code = runs.decide(approver, run.number(), true, null, "d").assessment();
        var before =
                java.util.Objects.requireNonNull(
                        calculationSheets
                                .of(town.finance(), java.util.Objects.requireNonNull(code))
                                .before());
        assertThat(before.later()).isEqualTo("TU-2006-0001");
        assertThat(before.total()).isEqualTo(rupiah("330000000"));
    }

    @Test
    void whoJoinsAndWhoLeavesIsNamed() {
        assessments.issue(
                town.finance(),
                new NewAssessment(
                                NewAssessment.Kind.DUES,
                                2006,
                                new FundCode("UMUM"),
                                null,
                                rupiah("100000000"),
                                null,
                                "party,name,population\n34.71,Kota Yogyakarta,1\n34.04,Kabupaten Sleman,1\n",
                                null,
                                null,
                                LocalDate.of(2006, 1, 16),
                                LocalDate.of(2006, 3, 31),
                                "Iuran 2006",
                                null,
                                Map.of(),
                                Map.of())
                        .by("IURAN"),
                "a");
        var run =
                runs.prepare(
                        town.finance(),
                        new NewAssessment(
                                        NewAssessment.Kind.DUES,
                                        2007,
                                        new FundCode("UMUM"),
                                        null,
                                        rupiah("90000000"),
                                        null,
                                        "party,name,population\n34.71,Kota Yogyakarta,1\n34.02,Kabupaten Bantul,1\n",
                                        null,
                                        null,
                                        LocalDate.of(2007, 1, 16),
                                        LocalDate.of(2007, 3, 31),
                                        "Iuran 2007",
                                        null,
                                        Map.of(),
                                        Map.of())
                                .by("IURAN"),
                        "p");

        var comparison = runs.compared(approver, run);

        assertThat(comparison.changes())
                .filteredOn(AssessmentRun.Change::joined)
                .extracting(AssessmentRun.Change::party)
                .containsExactly(BANTUL);
        assertThat(comparison.changes())
                .filteredOn(AssessmentRun.Change::left)
                .extracting(AssessmentRun.Change::party)
                .containsExactly(SLEMAN);
        assertThat(comparison.sum().more()).isEqualTo(rupiah("-10000000"));
    }

    @Test
    void theDatabaseKeepsRunsAndRefusesOnesOwnApproval() throws SQLException {
        runs.prepare(town.finance(), wish(2006), "p");
        var where = " WHERE book_id = " + town.body().value();

        for (var forbidden :
                List.of(
                        "UPDATE assessment_run SET total = 1" + where,
                        "DELETE FROM assessment_run" + where)) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> database.execute(forbidden))
                    .withMessageContaining("RUN-02");
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() ->
                        database.execute(
                                """
                                INSERT INTO assessment_run_decision
                                SELECT book_id, number, prepared_by, approval_required, 'reject', NULL, 'x',
                                       prepared_by, prepared_at FROM assessment_run\
                                """
                                        + where))
                .withMessageContaining("ck_assessment_run_decision_person");
    }

    private static void refused(String code, ThrowingCallable call, String... saying) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(code);
                    for (var words : saying) assertThat(refusal.getMessage()).contains(words);
                });
    }
}
