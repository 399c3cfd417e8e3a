package id.patungan.grants;

import id.patungan.grants.AwardEvent.Kind;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that is known about one award: its terms, the postings of its money in the order of
 * the book, and what happened besides. All its papers are made from this alone.
 *
 * @param code of the award
 * @param currency of the book
 * @param movements by date and entry; only those that the viewer reaches
 * @param events in their order
 * @param head number of the last entry that was read
 */
public record AwardBook(
        String code,
        AwardTerms terms,
        Currency currency,
        List<AwardMovement> movements,
        List<AwardEvent> events,
        long head) {

    /** Copies the lists. */
    public AwardBook {
        movements = List.copyOf(movements);
        events = List.copyOf(events);
    }

    /** Whether the award is in another currency than the book. */
    public boolean foreign() {
        return !terms.currency().equals(currency);
    }

    /** The movements in its own funds. */
    public Stream<AwardMovement> own() {
        var funds = terms.funds();
        return movements.stream().filter(one -> funds.contains(one.fund()));
    }

    /**
     * The costs in its own funds. The wear of things bought, and their hand-over, is none, as in
     * {@link AwardPosition}.
     */
    public Stream<AwardMovement> costs() {
        var worn =
                own().filter(one -> one.account().equals("12190"))
                        .map(one -> one.entry() + " " + one.fund())
                        .collect(Collectors.toSet());
        return own().filter(AwardMovement::cost)
                .filter(one -> !worn.contains(one.entry() + " " + one.fund()));
    }

    /** The costs that other funds bear for its activities. */
    public Stream<AwardMovement> elsewhere() {
        var funds = terms.funds();
        return movements.stream().filter(one -> one.cost() && !funds.contains(one.fund()));
    }

    /** What stands on accounts of its funds at the end of a day, debit positive. */
    public long balance(LocalDate on, Predicate<AwardMovement> which) {
        return own().filter(one -> !one.date().isAfter(on))
                .filter(which)
                .mapToLong(AwardMovement::amount)
                .sum();
    }

    /** What stands on one account of its funds at the end of a day, debit positive. */
    public long balance(LocalDate on, String account) {
        return balance(on, one -> one.account().equals(account));
    }

    /** Events of a kind that nobody took back. */
    public Stream<AwardEvent> events(Kind kind) {
        return events.stream().filter(one -> one.kind() == kind && !one.undone());
    }
}
