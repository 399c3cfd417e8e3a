package id.patungan.grants.rates;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A cost or a refund; negative where money came back. One of the two amounts is converted into the
 * other; where an entry has both, both stay.
 *
 * @param ref what to call it, such as the number of the entry
 * @param original minor units of the award's currency; null if it is to be found
 * @param book minor units of the book's currency; null if it is to be found
 * @param undoes ref of the use that this one takes back whole
 */
public record FxUse(
        String ref,
        LocalDate date,
        @Nullable Long original,
        @Nullable Long book,
        @Nullable String undoes) {

    /** Refuses a use of which nothing is known. */
    public FxUse {
        if (original == null && book == null && undoes == null) {
            throw new IllegalArgumentException("Neither amount of " + ref + " is known");
        }
    }

    /** Paid in the book's currency. */
    public static FxUse inBook(String ref, LocalDate date, long book) {
        return new FxUse(ref, date, null, book, null);
    }

    /** Paid in the award's currency. */
    public static FxUse inOriginal(String ref, LocalDate date, long original) {
        return new FxUse(ref, date, original, null, null);
    }

    /** Posted in both. */
    public static FxUse posted(String ref, LocalDate date, long original, long book) {
        return new FxUse(ref, date, original, book, null);
    }

    /** Takes back another whole. */
    public static FxUse undoing(String ref, LocalDate date, String undoes) {
        return new FxUse(ref, date, null, null, undoes);
    }
}
