package id.patungan.contributions.arrears;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.arrears.ArrearsPolicy.ClockStart;
import id.patungan.contributions.arrears.ArrearsPolicy.Terms;
import id.patungan.contributions.arrears.Standing.State;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.SQLException;
import java.time.LocalDate;

/** SALGA's clock lived through: proposed by the system, prepared and approved by people. */
@DatabaseTest
class StandingsTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2006, 1, 1);
    private static final LocalDate DUE = LocalDate.of(2006, 3, 31);
    private static final Terms SALGA = new Terms(ClockStart.NOTICE, 0, 30, 60);

    private final Arrears arrears;
    private final ArrearsPolicies policies;
    private final Standings standings;
    private final StandingDecisions decisions;
    private final Receipts receipts;
    private final SuperUser database;
    private final Town town;
    private final Access finance;
    private final Access approver;

    @Autowired
    StandingsTest(
            Arrears arrears,
            ArrearsPolicies policies,
            Standings standings,
            StandingDecisions decisions,
            Assessments assessments,
            Receipts receipts,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.arrears = arrears;
        this.policies = policies;
        this.standings = standings;
        this.decisions = decisions;
        this.receipts = receipts;
        this.database = database;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = town.finance();
        this.approver = town.as(Role.APPROVER, new Scope.All());
        assessments.issue(finance, town.dues(), "k2");
    }

    private void policy(Terms terms, boolean approval, boolean open) {
        var draft = policies.draft(finance, wish(terms, approval, open, NEW_YEAR), "p" + approval);
        policies.decide(approver, draft.version(), true, null, "pa" + approval);
    }

    private static NewArrearsPolicy wish(
            Terms terms, boolean approval, boolean open, LocalDate from) {
        return new NewArrearsPolicy(
                from, "PKS-1", "Pasal 6", terms, "Rapat anggota", approval, open, open, null);
    }

    private static NewStep step(Step step, LocalDate on) {
        return new NewStep(SLEMAN, step, on, "01/SK/2006", "Belum membayar");
    }

    @Test
    void aMemberIsNotifiedSuspendedAndReinstatedByPeople() {
        policy(SALGA, true, false);
        assertThat(proposed(DUE)).isNull();
        assertThat(proposed(DUE.plusDays(1))).isEqualTo(Step.NOTICE);
        refused(
                "standing.not-proposed",
                () -> decisions.prepare(finance, step(Step.SUSPENSION, DUE.plusDays(40)), "s0"));

        var noticeDay = DUE.plusDays(10);
        var notice = decisions.prepare(finance, step(Step.NOTICE, noticeDay), "n");
        assertThat(notice.state()).isEqualTo(StandingStep.State.WAITING);
        assertThat(state(noticeDay)).isEqualTo(State.OVERDUE);
        refused("access.not-allowed", () -> decisions.decide(finance, 1, true, null, "own"));
        refused(
                "standing.waits",
                () -> decisions.prepare(finance, step(Step.NOTICE, noticeDay), "n2"));
        decisions.decide(approver, notice.number(), true, "Rapat", "na");
        assertThat(state(noticeDay)).isEqualTo(State.NOTIFIED);
        assertThat(state(noticeDay.minusDays(1))).isEqualTo(State.OVERDUE);

        assertThat(proposed(noticeDay.plusDays(30))).isNull();
        assertThat(proposed(noticeDay.plusDays(31))).isEqualTo(Step.SUSPENSION);
        var day = noticeDay.plusDays(31);
        var suspension = decisions.prepare(finance, step(Step.SUSPENSION, day), "s");
        assertThat(suspension.days()).isEqualTo(31);
        assertThat(suspension.charges())
                .extracting(Standing.Late::charge)
                .containsExactly("AS-2006-0001/34.04");
        decisions.decide(approver, suspension.number(), true, null, "sa");
        assertThat(state(day)).isEqualTo(State.SUSPENDED);
        assertThat(proposed(day.plusDays(60))).isNull();
        assertThat(proposed(day.plusDays(61))).isEqualTo(Step.EXPULSION);

        receipts.record(finance, town.receipt(SLEMAN, "60000000"), "part");
        assertThat(proposed(day.plusDays(1))).isNull();
        receipts.record(finance, town.receipt(SLEMAN, "50000000"), "rest");
        assertThat(proposed(day.plusDays(1))).isEqualTo(Step.REINSTATEMENT);
        assertThat(state(day.plusDays(1))).isEqualTo(State.SUSPENDED);

        var back = decisions.prepare(finance, step(Step.REINSTATEMENT, day.plusDays(2)), "b");
        decisions.decide(approver, back.number(), true, null, "ba");
        assertThat(state(day.plusDays(2))).isEqualTo(State.REINSTATED);
        assertThat(standings.of(finance, SLEMAN, day.plusDays(2)).steps())
                .extracting(StandingStep::number)
                .containsExactly(1, 2, 3);
    }

    @Test
    void whatWasPaidMeanwhileCannotBeApprovedAndIsRejectedWithAReason() {
        policy(SALGA, true, false);
        var notice = decisions.prepare(finance, step(Step.NOTICE, DUE.plusDays(10)), "n");
        receipts.record(finance, town.receipt(SLEMAN, "110000000"), "paid");

        refused("standing.not-proposed", () -> decisions.decide(approver, 1, true, null, "a"));
        refused("standing.no-reason", () -> decisions.decide(approver, 1, false, " ", "r"));
        var rejected = decisions.decide(approver, notice.number(), false, "Sudah dibayar", "r2");
        assertThat(rejected.state()).isEqualTo(StandingStep.State.REJECTED);
        assertThat(state(DUE.plusDays(10))).isEqualTo(State.GOOD);
        refused("standing.already-decided", () -> decisions.decide(approver, 1, true, null, "x"));
        refused("standing.no-such-step", () -> decisions.decide(approver, 9, true, null, "y"));
    }

    @Test
    void wherePolicyAsksForNoApprovalAStepHoldsAtOnce() {
        policy(SALGA, false, false);

        var notice = decisions.prepare(finance, step(Step.NOTICE, DUE.plusDays(5)), "n");

        assertThat(notice.state()).isEqualTo(StandingStep.State.APPROVED);
        assertThat(decisions.prepare(finance, step(Step.NOTICE, DUE.plusDays(5)), "n"))
                .isEqualTo(notice);
        refused(
                "standing.day",
                () -> decisions.prepare(finance, step(Step.SUSPENSION, DUE.plusDays(4)), "s"));
        refused(
                "standing.day",
                () ->
                        decisions.prepare(
                                finance, step(Step.SUSPENSION, LocalDate.of(2990, 1, 1)), "t"));
    }

    @Test
    void withoutAnApprovedPolicyNothingIsProposedOrTaken() {
        assertThat(proposed(DUE.plusDays(500))).isNull();
        refused(
                "standing.no-policy",
                () -> decisions.prepare(finance, step(Step.NOTICE, DUE.plusDays(9)), "n"));
        policies.draft(finance, wish(SALGA, true, true, NEW_YEAR), "p");
        assertThat(proposed(DUE.plusDays(500))).isNull();
        assertThat(policies.all(town.treasurerOf(SLEMAN))).isEmpty();
        refused("access.not-allowed", () -> policies.decide(finance, 1, true, null, "self"));
        policies.draft(finance, wish(SALGA, true, false, NEW_YEAR), "p2");
        refused("agreed.replaced", () -> policies.decide(approver, 1, true, null, "a"));
        refused(
                "contributions.not-in-force",
                () ->
                        policies.draft(
                                finance,
                                wish(SALGA, true, true, LocalDate.of(2012, 1, 1)),
                                "late"));
    }

    @Test
    void whatOthersSeeIsWhatThePolicyOpens() {
        var sleman = town.treasurerOf(SLEMAN);
        var donor = town.as(Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("UMUM")));
        var day = DUE.plusDays(40);
        assertThat(standings.all(sleman, day))
                .extracting(MemberStanding::party)
                .containsExactly(SLEMAN);
        refused("access.nothing-here", () -> standings.of(sleman, BANTUL, day));
        assertThat(arrears.view(sleman, day).ageing().rows()).hasSize(1);

        policy(SALGA, true, true);

        var bantul = standings.of(sleman, BANTUL, day);
        assertThat(bantul.standing().state()).isEqualTo(State.OVERDUE);
        assertThat(bantul.open()).isFalse();
        assertThat(bantul.standing().proposal()).isNull();
        assertThat(bantul.late()).isEmpty();
        assertThat(standings.of(sleman, SLEMAN, day).late()).hasSize(1);
        var view = arrears.view(sleman, day);
        assertThat(view.ageing().rows()).hasSize(3);
        assertThat(view.ageing().ties()).isTrue();
        assertThat(view.opened()).isTrue();
        assertThat(standings.all(donor, day)).isEmpty();
        assertThat(arrears.ageing(donor, day).rows()).isEmpty();
        refused("access.not-allowed", () -> decisions.prepare(sleman, step(Step.NOTICE, day), "x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arrears_policy",
                "arrears_policy_decision",
                "standing_step",
                "standing_step_charge",
                "standing_decision"
            })
    void nothingOfItIsEverChanged(String table) throws SQLException {
        policy(SALGA, false, false);
        decisions.prepare(finance, step(Step.NOTICE, DUE.plusDays(5)), "n");
        var where = " WHERE book_id = " + town.body().value();

        assertThatThrownBy(() ->
                        database.execute("UPDATE " + table + " SET book_id = book_id" + where))
                .hasMessageContaining("ARREARS-02");
        assertThatThrownBy(() -> database.execute("DELETE FROM " + table + where))
                .hasMessageContaining("ARREARS-02");
    }

    private State state(LocalDate asOf) {
        return standings.of(finance, SLEMAN, asOf).standing().state();
    }

    private @Nullable Step proposed(LocalDate asOf) {
        var proposal = standings.of(finance, SLEMAN, asOf).standing().proposal();
        return proposal == null ? null : proposal.step();
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(wish)
                .extracting(DomainException::code)
                .isEqualTo(code);
    }
}
