package id.patungan.contributions.stages;

import static id.patungan.contributions.stages.WorkCalendarTest.HOLIDAYS;
import static id.patungan.contributions.stages.WorkCalendarTest.NONE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.contributions.stages.Approval.State;
import id.patungan.contributions.stages.ApprovalClock.Event;
import id.patungan.contributions.stages.ApprovalClock.Step;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The clock of facts.md 1.2: the legislature assesses in 15, the head of region revises in 14, the
 * legislature answers in 15 working days, and its silence then is approval.
 */
class ApprovalClockTest {

    private static final List<ApprovalLimits> PP = List.of(ApprovalLimits.PP_50_2007);

    /** Steps as {@code SUBMITTED@2026-06-01}, one after the other. */
    private static List<Event> events(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(one -> !one.isEmpty())
                .map(one -> one.split("@", -1))
                .map(one -> new Event(Step.valueOf(one[0]), LocalDate.parse(one[1])))
                .toList();
    }

    private static Approval.Limit limit(Approval approval) {
        return Objects.requireNonNull(approval.limit());
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource(
            nullValues = "-",
            value = {
                "'', 2026-06-01, NONE, -, -, -, -",
                "SUBMITTED@2026-06-01, 2026-05-31, NONE, -, -, -, -",
                "SUBMITTED@2026-06-01, 2026-06-01, ASSESSING, 2026-06-01, 2026-06-22, 0, 0",
                "SUBMITTED@2026-06-01, 2026-06-09, ASSESSING, 2026-06-01, 2026-06-22, 6, 0",
                "SUBMITTED@2026-06-01, 2026-06-22, ASSESSING, 2026-06-01, 2026-06-22, 15, 0",
                "SUBMITTED@2026-06-01, 2026-06-23, ASSESSING, 2026-06-01, 2026-06-22, 15, 1",
                "SUBMITTED@2026-06-01 RETURNED@2026-06-22, 2026-06-22, REVISING, 2026-06-22, 2026-07-10, 0, 0",
                "SUBMITTED@2026-06-01 RETURNED@2026-06-22, 2026-07-13, REVISING, 2026-06-22, 2026-07-10, 14, 1",
                "SUBMITTED@2026-06-01 RETURNED@2026-06-22 RESUBMITTED@2026-07-10, 2026-07-31, ANSWERING, 2026-07-10, 2026-07-31, 15, 0",
                "SUBMITTED@2026-06-01 RETURNED@2026-06-22 RESUBMITTED@2026-07-10, 2026-08-01, DEEMED, 2026-08-01, 2026-07-31, 15, -",
                "SUBMITTED@2026-06-01 RETURNED@2026-06-22 RESUBMITTED@2026-07-10, 2029-08-01, DEEMED, 2026-08-01, 2026-07-31, 15, -",
                // Answered on the last day: in time; a day later: silence has approved
                "SUBMITTED@2026-06-01 RETURNED@2026-06-22 RESUBMITTED@2026-07-10 REJECTED@2026-07-31, 2026-08-20, REJECTED, 2026-07-31, -, -, -",
                "SUBMITTED@2026-06-01 RETURNED@2026-06-22 RESUBMITTED@2026-07-10 REJECTED@2026-08-03, 2026-08-20, DEEMED, 2026-08-01, 2026-07-31, 15, -",
                "SUBMITTED@2026-06-01 APPROVED@2026-06-10, 2026-12-31, APPROVED, 2026-06-10, -, -, -",
                "APPROVED@2026-06-10, 2026-12-31, APPROVED, 2026-06-10, -, -, -",
                "EXEMPT@2026-06-10, 2031-12-31, EXEMPT, 2026-06-10, -, -, -",
                "SUBMITTED@2026-06-01 EXEMPT@2026-06-10, 2026-06-30, EXEMPT, 2026-06-10, -, -, -",
                "SUBMITTED@2026-06-01 REJECTED@2026-06-10 SUBMITTED@2026-06-15, 2026-06-16, ASSESSING, 2026-06-15, 2026-07-06, 1, 0",
                // Returned twice: the head of region has another full limit
                "SUBMITTED@2026-06-01 RETURNED@2026-06-02 RESUBMITTED@2026-06-03 RETURNED@2026-06-04, 2026-06-05, REVISING, 2026-06-04, 2026-06-24, 1, 0"
            })
    void whereItStands(
            String events,
            LocalDate day,
            State state,
            LocalDate since,
            LocalDate last,
            Integer used,
            Integer over) {
        var found = ApprovalClock.on(events(events), PP, NONE, day);

        assertThat(found.state()).isEqualTo(state);
        assertThat(found.since()).isEqualTo(since);
        var limit = found.limit();
        assertThat(limit == null ? null : limit.last()).isEqualTo(last);
        assertThat(limit == null ? null : limit.used()).isEqualTo(used);
        assertThat(limit == null ? null : limit.over()).isEqualTo(over);
        assertThat(found.late()).isEqualTo(over != null && over > 0);
    }

    @Test
    void three_limits_to_the_full_are_forty_four_working_days_and_not_forty_five() {
        var start = LocalDate.of(2026, 6, 1);
        var returned = NONE.after(start, 15);
        var again = NONE.after(returned, 14);
        var events =
                List.of(
                        new Event(Step.SUBMITTED, start),
                        new Event(Step.RETURNED, returned),
                        new Event(Step.RESUBMITTED, again));

        var silent = ApprovalClock.on(events, PP, NONE, LocalDate.of(2026, 12, 31));

        var last = limit(silent).last();
        assertThat(last).isEqualTo(NONE.after(start, 44)).isEqualTo("2026-07-31");
        assertThat(last).isNotEqualTo(NONE.after(start, 45)).isNotEqualTo(start.plusDays(45));
        assertThat(NONE.after(start, 45)).isEqualTo("2026-08-03");
    }

    @Test
    void early_answers_leave_nothing_over_for_the_next_limit() {
        var quick = events("SUBMITTED@2026-06-01 RETURNED@2026-06-02 RESUBMITTED@2026-06-03");

        var silent = ApprovalClock.on(quick, PP, NONE, LocalDate.of(2026, 6, 25));

        assertThat(silent.state()).isEqualTo(State.DEEMED);
        assertThat(silent.since()).isEqualTo("2026-06-25");
    }

    @ParameterizedTest(name = "submitted on {0}: assessed by {1}")
    @CsvSource({
        // Two days off, a year's end, receipt on a Saturday
        "2026-03-02, 2026-03-25",
        "2026-12-18, 2027-01-12",
        "2026-03-07, 2026-03-31"
    })
    void holidaysAndWeekendsDoNotCount(LocalDate submitted, LocalDate last) {
        var found =
                ApprovalClock.on(
                        List.of(new Event(Step.SUBMITTED, submitted)), PP, HOLIDAYS, submitted);

        assertThat(limit(found).last()).isEqualTo(last);
        assertThat(limit(found).left()).isEqualTo(15);
    }

    @Test
    void silence_on_the_first_assessment_approves_only_where_the_body_says_so() {
        var own =
                List.of(
                        ApprovalLimits.PP_50_2007,
                        new ApprovalLimits(LocalDate.of(2026, 1, 1), 15, 14, 15, true, "Perda"));
        var submitted = events("SUBMITTED@2026-06-01");

        assertThat(ApprovalClock.on(submitted, PP, NONE, LocalDate.of(2026, 6, 23)).state())
                .isEqualTo(State.ASSESSING);
        assertThat(ApprovalClock.on(submitted, own, NONE, LocalDate.of(2026, 6, 22)).state())
                .isEqualTo(State.ASSESSING);
        var deemed = ApprovalClock.on(submitted, own, NONE, LocalDate.of(2026, 6, 23));
        assertThat(deemed.state()).isEqualTo(State.DEEMED);
        assertThat(deemed.since()).isEqualTo("2026-06-23");
    }

    @Test
    void each_receipt_has_the_limits_of_its_day() {
        var versions =
                List.of(
                        ApprovalLimits.PP_50_2007,
                        new ApprovalLimits(LocalDate.of(2026, 6, 10), 5, 5, 5, false, "Perda A"),
                        new ApprovalLimits(LocalDate.of(2026, 6, 10), 3, 3, 3, false, "Perda B"));

        assertThat(ApprovalLimits.on(versions, LocalDate.of(2026, 6, 9)).assess()).isEqualTo(15);
        assertThat(ApprovalLimits.on(versions, LocalDate.of(2026, 6, 10)).source())
                .isEqualTo("Perda B");
        var found =
                ApprovalClock.on(
                        events("SUBMITTED@2026-06-08 RETURNED@2026-06-11"),
                        versions,
                        NONE,
                        LocalDate.of(2026, 6, 11));
        assertThat(limit(found).days()).isEqualTo(3);
    }

    @Test
    void without_the_calendar_of_a_year_that_is_needed_nothing_is_counted() {
        var known = new WorkCalendar(Set.of(), Set.of(2026));
        var late = events("SUBMITTED@2026-12-18");

        assertThatThrownBy(() -> ApprovalClock.on(late, PP, known, LocalDate.of(2026, 12, 21)))
                .isInstanceOf(StagesException.class)
                .hasMessageContaining("2027");
        // What is over is over, however late that is
        var early =
                ApprovalClock.on(
                        events("SUBMITTED@2026-06-01"), PP, known, LocalDate.of(2031, 1, 1));
        assertThat(limit(early).over()).isNull();
        assertThat(early.late()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 14, 15", "15, 251, 15", "15, 14, -1"})
    void aLimitOutOfRangeIsRefused(int assess, int revise, int answer) {
        assertThatThrownBy(() ->
                        new ApprovalLimits(
                                LocalDate.of(2026, 1, 1), assess, revise, answer, false, "Perda"))
                .isInstanceOf(StagesException.class);
    }
}
