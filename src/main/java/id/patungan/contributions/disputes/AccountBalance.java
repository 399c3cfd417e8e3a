package id.patungan.contributions.disputes;

import id.patungan.basics.Money;
import id.patungan.contributions.OpenCharge;

import java.time.LocalDate;
import java.util.List;

/**
 * What a party owes at the end of a day, as its statement of account closes.
 *
 * @param knownAt the book was read up to this entry
 * @param hash of the chain at that entry, 64 hexadecimal digits
 * @param open the charges of which something is open
 * @param balance below zero: the party's credit
 */
public record AccountBalance(
        String party,
        String partyName,
        LocalDate asOf,
        long knownAt,
        String hash,
        List<OpenCharge> open,
        Money balance) {

    /** Takes a copy. */
    public AccountBalance {
        open = List.copyOf(open);
    }

    /** What is open of all charges. */
    public Money charges() {
        return open.stream()
                .map(OpenCharge::open)
                .reduce(Money.zero(balance.currency()), Money::plus);
    }

    /** What is in the balance beside the charges: prepayments, and entries made by hand. */
    public Money others() {
        return balance.minus(charges());
    }
}
