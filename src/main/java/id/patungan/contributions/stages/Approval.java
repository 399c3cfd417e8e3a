package id.patungan.contributions.stages;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Where an approval stands on a day.
 *
 * @param since when the state began; null if nothing has happened
 * @param limit that runs, or that silence has outlasted; null if none does
 */
public record Approval(State state, @Nullable LocalDate since, @Nullable Limit limit) {

    /** Nothing was submitted, nor said to need no approval. */
    static final Approval NONE = new Approval(State.NONE, null, null);

    /** Where it can stand. */
    public enum State {
        /** Nothing has happened. */
        NONE,
        /** The legislature assesses what was submitted. */
        ASSESSING,
        /** The head of region revises what was returned. */
        REVISING,
        /** The legislature is to answer what was submitted again. */
        ANSWERING,
        /** The legislature approved. */
        APPROVED,
        /** Approved by silence. */
        DEEMED,
        /** The legislature refused. */
        REJECTED,
        /** No approval needed. */
        EXEMPT
    }

    /**
     * A limit in working days.
     *
     * @param received the day of receipt, which is not counted
     * @param days how many it has
     * @param last its last day
     * @param used how many of them are over, this day included
     * @param over how many have passed since its last day, 0 while it runs; null where the calendar
     *     does not reach, or nobody can be late any more
     */
    public record Limit(
            LocalDate received, int days, LocalDate last, int used, @Nullable Integer over) {

        /** How many are left after this day. */
        public int left() {
            return days - used;
        }
    }

    /** Whether the limit was missed by whoever had to act. */
    public boolean late() {
        return limit != null && state != State.DEEMED && (limit.over() == null || limit.over() > 0);
    }
}
