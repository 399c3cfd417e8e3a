package id.patungan.contributions.disputes;

import id.patungan.basics.Money;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A balance that a treasurer confirmed, as the book held it then.
 *
 * @param number within the body, from 1
 * @param knownAt the book was read up to this entry
 * @param hash of the chain at that entry
 * @param by handle of who confirmed
 * @param person name of who confirmed, at that time
 * @param capacity the office in which it was confirmed
 */
public record Confirmation(
        int number,
        String party,
        String partyName,
        LocalDate asOf,
        long knownAt,
        String hash,
        List<Charge> charges,
        Money balance,
        String by,
        String person,
        String capacity,
        Instant at) {

    /** Takes a copy. */
    public Confirmation {
        charges = List.copyOf(charges);
    }

    /** A charge and what was open of it. */
    public record Charge(String charge, Money open) {}

    /**
     * A confirmation and what the book holds for the same day now.
     *
     * @param now the balance of the day, with all that was dated back since
     */
    public record Compared(Confirmation confirmation, Money now) {

        /** What entries dated back have changed since; zero if nothing. */
        public Money difference() {
            return now.minus(confirmation.balance());
        }

        /** Whether the balance of the day is still the one that was confirmed. */
        public boolean holds() {
            return difference().isZero();
        }
    }
}
