package id.patungan.contributions.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.basics.Money;
import id.patungan.contributions.arrears.ArrearsPolicy.ClockStart;
import id.patungan.contributions.arrears.ArrearsPolicy.Terms;
import id.patungan.contributions.arrears.Standing.Late;
import id.patungan.contributions.arrears.Standing.State;
import id.patungan.contributions.arrears.Standing.Taken;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The day table of the standing: SALGA's thirty days, with the clock where the policy says. */
class StandingTest {

    private static final LocalDate DUE = LocalDate.of(2006, 3, 31);
    private static final Terms FROM_DUE = new Terms(ClockStart.DUE, 0, 30, 90);
    private static final Terms FROM_NOTICE = new Terms(ClockStart.NOTICE, 14, 30, null);
    private static final String CHARGE = "AS-2006-0001/34.04";

    @ParameterizedTest
    @CsvSource({"1, 0, NOTICE", "14, 14, ", "15, 14, NOTICE", "31, 14, NOTICE", "0, 0, "})
    void aNoticeIsProposedAfterMoreThanItsDays(int days, int after, @Nullable Step step) {
        var terms = new Terms(ClockStart.DUE, after, 30, null);
        var standing = Standing.of(terms, List.of(), late(days), DUE.plusDays(days));

        assertThat(standing.state()).isEqualTo(days > 0 ? State.OVERDUE : State.GOOD);
        assertThat(step(standing)).isEqualTo(step);
    }

    /** {@code due → overdue → notice → suspended (> 30 d)}: day 30 no, day 31 proposed. */
    @ParameterizedTest
    @CsvSource({"10, ", "29, ", "30, ", "31, SUSPENSION", "32, SUSPENSION", "400, SUSPENSION"})
    void fromTheDueDayThirtyDaysMustHavePassed(int days, @Nullable Step step) {
        var standing = Standing.of(FROM_DUE, List.of(notice(5)), late(days), DUE.plusDays(days));

        assertThat(standing.state()).isEqualTo(State.NOTIFIED);
        assertThat(step(standing)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({"31, ", "49, ", "50, ", "51, SUSPENSION"})
    void fromTheNoticeTheyCountFromItsDay(int days, @Nullable Step step) {
        var standing =
                Standing.of(FROM_NOTICE, List.of(notice(20)), late(days), DUE.plusDays(days));

        assertThat(standing.state()).isEqualTo(State.NOTIFIED);
        assertThat(step(standing)).isEqualTo(step);
    }

    @Test
    void theProposalSaysWhichChargesAndHowManyDays() {
        var standing = Standing.of(FROM_NOTICE, List.of(notice(20)), late(51), DUE.plusDays(51));

        var proposal = Objects.requireNonNull(standing.proposal());
        assertThat(proposal.days()).isEqualTo(31);
        assertThat(proposal.limit()).isEqualTo(30);
        assertThat(proposal.since()).isEqualTo(DUE.plusDays(20));
        assertThat(proposal.charges()).extracting(Late::charge).containsExactly(CHARGE);
    }

    @Test
    void withoutANoticeNobodyIsSuspendedHoweverLong() {
        assertThat(step(Standing.of(FROM_DUE, List.of(), late(500), DUE.plusDays(500))))
                .isEqualTo(Step.NOTICE);
    }

    @Test
    void aNoticeLapsesWhenItsChargesArePaidAndAnotherChargeNeedsAnother() {
        var other = new Late("AS-2007-0001/34.04", "Iuran 2007", DUE, 40, money(5));

        var standing = Standing.of(FROM_DUE, List.of(notice(5)), List.of(other), DUE.plusDays(40));

        assertThat(standing.state()).isEqualTo(State.OVERDUE);
        assertThat(step(standing)).isEqualTo(Step.NOTICE);
        assertThat(Standing.of(FROM_DUE, List.of(notice(5)), List.of(), DUE.plusDays(40)).state())
                .isEqualTo(State.GOOD);
    }

    @Test
    void paidProposesReinstatementAndAPartialPaymentDoesNot() {
        var taken = List.of(notice(5), taken(Step.SUSPENSION, 31));
        var partly = new Late(CHARGE, "Iuran", DUE, 60, money(1));

        var open = Standing.of(FROM_DUE, taken, List.of(partly), DUE.plusDays(60));
        assertThat(open.state()).isEqualTo(State.SUSPENDED);
        assertThat(open.proposal()).isNull();

        var paid = Standing.of(FROM_DUE, taken, List.of(), DUE.plusDays(60));
        assertThat(paid.state()).isEqualTo(State.SUSPENDED);
        assertThat(step(paid)).isEqualTo(Step.REINSTATEMENT);

        var back = List.of(notice(5), taken(Step.SUSPENSION, 31), taken(Step.REINSTATEMENT, 61));
        assertThat(Standing.of(FROM_DUE, back, List.of(), DUE.plusDays(61)).state())
                .isEqualTo(State.REINSTATED);
        var again = Standing.of(FROM_DUE, back, late(90), DUE.plusDays(90));
        assertThat(again.state()).isEqualTo(State.OVERDUE);
        assertThat(step(again)).isEqualTo(Step.NOTICE);
    }

    @ParameterizedTest
    @CsvSource({"90, 90, ", "90, 91, EXPULSION", ", 4000, "})
    void anExpulsionIsProposedOnlyWhereThePolicyKnowsOne(
            @Nullable Integer after, int days, @Nullable Step step) {
        var terms = new Terms(ClockStart.DUE, 0, 30, after);
        var taken = List.of(notice(5), taken(Step.SUSPENSION, 31));

        var standing = Standing.of(terms, taken, late(31 + days), DUE.plusDays(31 + days));

        assertThat(standing.state()).isEqualTo(State.SUSPENDED);
        assertThat(step(standing)).isEqualTo(step);
    }

    @Test
    void whoWasExpelledStaysSoUntilPeopleDecideOtherwise() {
        var taken = List.of(notice(5), taken(Step.SUSPENSION, 31), taken(Step.EXPULSION, 130));

        var standing = Standing.of(FROM_DUE, taken, late(500), DUE.plusDays(500));
        assertThat(standing.state()).isEqualTo(State.EXPELLED);
        assertThat(standing.proposal()).isNull();
        assertThat(step(Standing.of(FROM_DUE, taken, List.of(), DUE.plusDays(500))))
                .isEqualTo(Step.REINSTATEMENT);
    }

    @Test
    void withoutAPolicyNothingIsProposed() {
        var standing = Standing.of(null, List.of(), late(5000), DUE.plusDays(5000));

        assertThat(standing.state()).isEqualTo(State.OVERDUE);
        assertThat(standing.proposal()).isNull();
    }

    @Test
    void daysThatCannotBeMeantAreRefused() {
        assertThatThrownBy(() -> new Terms(ClockStart.DUE, -1, 30, null))
                .isInstanceOf(StandingException.class);
        assertThatThrownBy(() -> new Terms(ClockStart.DUE, 0, 30, 3651))
                .isInstanceOf(StandingException.class);
    }

    private static List<Late> late(int days) {
        return days <= 0 ? List.of() : List.of(new Late(CHARGE, "Iuran", DUE, days, money(100)));
    }

    private static Taken notice(int day) {
        return taken(Step.NOTICE, day);
    }

    private static Taken taken(Step step, int day) {
        return new Taken(
                step, DUE.plusDays(day), step == Step.REINSTATEMENT ? Set.of() : Set.of(CHARGE));
    }

    private static @Nullable Step step(Standing standing) {
        var proposal = standing.proposal();
        return proposal == null ? null : proposal.step();
    }

    private static Money money(long minorUnits) {
        return new Money(Currency.getInstance("IDR"), minorUnits);
    }
}
