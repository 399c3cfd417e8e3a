package id.patungan.contributions.stages;

import id.patungan.contributions.stages.Approval.Limit;
import id.patungan.contributions.stages.Approval.State;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The way of a charge through the payer's legislature, from dated events alone. Each receipt starts
 * a limit of its own, so early answers leave nothing over for the next one.
 */
public final class ApprovalClock {

    private ApprovalClock() {}

    /** What can happen. */
    public enum Step {
        /** The legislature received it. */
        SUBMITTED,
        /** The head of region received it back, to be revised. */
        RETURNED,
        /** The legislature received it again. */
        RESUBMITTED,
        /** The legislature approved. */
        APPROVED,
        /** The legislature refused; it can be submitted anew. */
        REJECTED,
        /** No approval needed: within the unit's tasks and already in the running budget. */
        EXEMPT
    }

    /** Something that happened. */
    public record Event(Step step, LocalDate on) {}

    /** What can happen after a step; null before the first. */
    static Set<Step> after(@Nullable Step last) {
        if (last == null) {
            return EnumSet.of(Step.SUBMITTED, Step.APPROVED, Step.EXEMPT);
        }
        return switch (last) {
            case SUBMITTED, RESUBMITTED ->
                    EnumSet.of(Step.RETURNED, Step.APPROVED, Step.REJECTED, Step.EXEMPT);
            case RETURNED -> EnumSet.of(Step.RESUBMITTED, Step.EXEMPT);
            case REJECTED -> EnumSet.of(Step.SUBMITTED);
            case APPROVED, EXEMPT -> EnumSet.noneOf(Step.class);
        };
    }

    /**
     * Where it stands at the end of a day.
     *
     * @param events in the order in which they happened; what came later than the day, or after
     *     silence had already approved, counts for nothing
     * @param versions the limits of the body, the oldest version first
     * @throws StagesException if the holidays of a year that is needed are not known
     */
    public static Approval on(
            List<Event> events,
            List<ApprovalLimits> versions,
            WorkCalendar calendar,
            LocalDate day) {
        Event last = null;
        for (var event : events) {
            if (event.on().isAfter(day)) {
                break;
            }
            if (last != null) {
                // Up to the day before it: on the last day of a limit an answer is in time
                var silent = silence(last, versions, calendar, event.on());
                if (silent != null) {
                    return silent;
                }
            }
            last = event;
        }
        if (last == null) {
            return Approval.NONE;
        }
        var silent = silence(last, versions, calendar, day);
        return silent != null ? silent : standing(last, versions, calendar, day);
    }

    /** The approval by silence since that event, if the limit is over on the day. */
    private static @Nullable Approval silence(
            Event since, List<ApprovalLimits> versions, WorkCalendar calendar, LocalDate day) {
        var limits = ApprovalLimits.on(versions, since.on());
        var approves =
                since.step() == Step.RESUBMITTED
                        || (since.step() == Step.SUBMITTED && limits.silenceApproves());
        if (!approves) {
            return null;
        }
        var days = since.step() == Step.RESUBMITTED ? limits.answer() : limits.assess();
        // A limit of n working days has at least n days: before that no calendar is needed
        if (!day.isAfter(since.on().plusDays(days))) {
            return null;
        }
        var end = calendar.after(since.on(), days);
        return day.isAfter(end)
                ? new Approval(
                        State.DEEMED, end.plusDays(1), new Limit(since.on(), days, end, days, null))
                : null;
    }

    private static Approval standing(
            Event last, List<ApprovalLimits> versions, WorkCalendar calendar, LocalDate day) {
        var limits = ApprovalLimits.on(versions, last.on());
        return switch (last.step()) {
            case SUBMITTED -> running(State.ASSESSING, last.on(), limits.assess(), calendar, day);
            case RETURNED -> running(State.REVISING, last.on(), limits.revise(), calendar, day);
            case RESUBMITTED -> running(State.ANSWERING, last.on(), limits.answer(), calendar, day);
            case APPROVED -> new Approval(State.APPROVED, last.on(), null);
            case REJECTED -> new Approval(State.REJECTED, last.on(), null);
            case EXEMPT -> new Approval(State.EXEMPT, last.on(), null);
        };
    }

    private static Approval running(
            State state, LocalDate received, int days, WorkCalendar calendar, LocalDate day) {
        var end = calendar.after(received, days);
        if (!day.isAfter(end)) {
            return new Approval(
                    state,
                    received,
                    new Limit(received, days, end, calendar.between(received, day), 0));
        }
        // How late it is may reach into years that nobody has recorded; that it is late does not
        var over = calendar.knows(end, day) ? calendar.between(end, day) : null;
        return new Approval(state, received, new Limit(received, days, end, days, over));
    }
}
