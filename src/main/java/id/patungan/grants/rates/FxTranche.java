package id.patungan.grants.rates;

import java.time.LocalDate;

/**
 * Money received from a giver in another currency than the book's.
 *
 * @param ref what to call it, such as the code of the tranche
 * @param original minor units of the award's currency, more than 0
 * @param book minor units of the book's currency that the bank credited, more than 0
 */
public record FxTranche(String ref, LocalDate date, long original, long book) {

    /** Refuses nothing and less. */
    public FxTranche {
        if (original <= 0 || book <= 0) {
            throw new IllegalArgumentException("Tranche " + ref + " is not more than nothing");
        }
    }
}
