package id.patungan.contributions.arrears;

import id.patungan.basics.Money;
import id.patungan.contributions.arrears.ArrearsPolicy.ClockStart;
import id.patungan.contributions.arrears.ArrearsPolicy.Terms;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Where a member stands on a day, and what is proposed: a pure function of the policy, of what
 * people decided and of what is overdue.
 *
 * <p>A notice holds while one of the charges that it names is overdue. A suspension or an expulsion
 * holds until a reinstatement is decided, which is proposed once nothing at all is overdue: a
 * partial payment changes nothing.
 *
 * @param proposal null if there is nothing to decide
 */
public record Standing(State state, @Nullable Proposal proposal) {

    /** Where a member stands. */
    public enum State {
        /** Nothing is overdue. */
        GOOD,
        /** Something is overdue. */
        OVERDUE,
        /** It was given notice of what is overdue. */
        NOTIFIED,
        /** Its rights rest, by decision. */
        SUSPENDED,
        /** It was put out, by decision. */
        EXPELLED,
        /** It was let back in, by decision, and nothing is overdue since. */
        REINSTATED;

        /** As sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A charge of which something is overdue.
     *
     * @param due the earliest day on which something of it fell due that is still open
     * @param days since that day, more than zero
     * @param open what is overdue; instalments that are still to come are no part of it
     */
    public record Late(String charge, String description, LocalDate due, long days, Money open) {}

    /**
     * A step that was decided.
     *
     * @param charges that it names
     */
    public record Taken(Step step, LocalDate on, Set<String> charges) {

        /** Takes a copy. */
        public Taken {
            charges = Set.copyOf(charges);
        }
    }

    /**
     * What is proposed, and why.
     *
     * @param days that have passed by the policy's clock; 0 for a reinstatement
     * @param limit days that were to pass; 0 for a reinstatement
     * @param since the day from which the days count; null for a reinstatement
     * @param charges that led to it; none for a reinstatement
     */
    public record Proposal(
            Step step, long days, int limit, @Nullable LocalDate since, List<Late> charges) {

        /** Takes a copy. */
        public Proposal {
            charges = List.copyOf(charges);
        }
    }

    /**
     * Derives the standing; pure.
     *
     * @param terms of the policy in force on the day; null if there is none: nothing is proposed
     * @param taken what was decided up to that day, in order
     * @param late what is overdue on that day
     */
    public static Standing of(
            @Nullable Terms terms, List<Taken> taken, List<Late> late, LocalDate asOf) {
        Taken notice = null;
        Taken sanction = null;
        var reinstated = false;
        for (var one : taken) {
            switch (one.step()) {
                case NOTICE -> notice = one;
                case SUSPENSION, EXPULSION -> sanction = one;
                case REINSTATEMENT -> {
                    notice = null;
                    sanction = null;
                    reinstated = true;
                }
            }
        }
        if (sanction != null) {
            return sanctioned(terms, sanction, late, asOf);
        }
        var noticed = noticed(notice, late);
        if (notice != null && !noticed.isEmpty()) {
            return new Standing(State.NOTIFIED, suspension(terms, notice, noticed, asOf));
        }
        if (!late.isEmpty()) {
            return new Standing(State.OVERDUE, notice(terms, late));
        }
        return new Standing(reinstated ? State.REINSTATED : State.GOOD, null);
    }

    private static List<Late> noticed(@Nullable Taken notice, List<Late> late) {
        return notice == null
                ? List.of()
                : late.stream().filter(one -> names(notice, one)).toList();
    }

    /** An instalment that fell due after the notice is not what the notice was about. */
    private static boolean names(Taken notice, Late late) {
        return notice.charges().contains(late.charge()) && !late.due().isAfter(notice.on());
    }

    private static Standing sanctioned(
            @Nullable Terms terms, Taken sanction, List<Late> late, LocalDate asOf) {
        var state = sanction.step() == Step.EXPULSION ? State.EXPELLED : State.SUSPENDED;
        if (terms == null) return new Standing(state, null);
        if (late.isEmpty()) {
            return new Standing(state, new Proposal(Step.REINSTATEMENT, 0, 0, null, List.of()));
        }
        var limit = terms.expelAfter();
        var days = ChronoUnit.DAYS.between(sanction.on(), asOf);
        return new Standing(
                state,
                state == State.SUSPENDED && limit != null && days > limit
                        ? new Proposal(Step.EXPULSION, days, limit, sanction.on(), late)
                        : null);
    }

    private static @Nullable Proposal suspension(
            @Nullable Terms terms, Taken notice, List<Late> noticed, LocalDate asOf) {
        if (terms == null) return null;
        var oldest = oldest(noticed);
        var fromDue = terms.clock() == ClockStart.DUE;
        var since = fromDue ? oldest.due() : notice.on();
        var days = fromDue ? oldest.days() : ChronoUnit.DAYS.between(since, asOf);
        return days > terms.suspendAfter()
                ? new Proposal(Step.SUSPENSION, days, terms.suspendAfter(), since, noticed)
                : null;
    }

    private static @Nullable Proposal notice(@Nullable Terms terms, List<Late> late) {
        var oldest = oldest(late);
        return terms != null && oldest.days() > terms.noticeAfter()
                ? new Proposal(Step.NOTICE, oldest.days(), terms.noticeAfter(), oldest.due(), late)
                : null;
    }

    private static Late oldest(List<Late> late) {
        var oldest = late.getFirst();
        for (var one : late) {
            if (one.days() > oldest.days()) oldest = one;
        }
        return oldest;
    }
}
