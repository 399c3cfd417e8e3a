package id.patungan.ledger;

import java.time.LocalDate;
import java.util.List;

/**
 * The card of an account, a fund or a party: opening balance, movements, closing balance.
 *
 * @param from the first day
 * @param until the first day after it
 * @param opening minor units before {@code from}, debit positive
 * @param debit minor units, of all movements and not only of those on this page
 * @param credit minor units, not negative
 * @param movements in the order of their dates, of one page
 * @param count of all movements
 */
public record Card(
        LocalDate from,
        LocalDate until,
        long knownAt,
        long opening,
        long debit,
        long credit,
        List<Movement> movements,
        long count,
        int page,
        int size) {

    /** Copies the list. */
    public Card {
        movements = List.copyOf(movements);
    }

    /** The balance at the end, in minor units, debit positive. */
    public long closing() {
        return Math.subtractExact(Math.addExact(opening, debit), credit);
    }

    /** How many pages there are, at least one. */
    public int pages() {
        return (int) Math.max(1, (count + size - 1) / size);
    }
}
