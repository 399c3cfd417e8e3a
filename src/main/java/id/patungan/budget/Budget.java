package id.patungan.budget;

import org.jspecify.annotations.Nullable;

/**
 * A budget of a year: the original and, once that is adopted, perhaps its revision.
 *
 * @param original adopted, or the draft
 * @param revision null while there is none
 */
public record Budget(
        int year, String alternative, YearBudget original, @Nullable YearBudget revision) {

    /** The code of the usual alternative. */
    public static final String MAIN = "main";

    /** What holds: the adopted revision, else the adopted original, else the draft. */
    public YearBudget inForce() {
        return revision != null && revision.adopted() ? revision : original;
    }

    /** The newest, be it a draft. */
    public YearBudget newest() {
        return revision == null ? original : revision;
    }

    /** What can be edited; null if the newest is adopted. */
    public @Nullable YearBudget draft() {
        return newest().adopted() ? null : newest();
    }
}
