package id.patungan.grants.rates;

import java.time.LocalDate;
import java.util.List;

/**
 * A use in both currencies.
 *
 * @param ref what the use is called
 * @param original minor units of the award's currency
 * @param book minor units of the book's currency, at the award's rate
 * @param parts with the rate of each; empty for nothing
 */
public record FxCost(String ref, LocalDate date, long original, long book, List<FxPart> parts) {

    /** Takes a copy. */
    public FxCost {
        parts = List.copyOf(parts);
    }
}
