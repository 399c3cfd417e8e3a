package id.patungan.contributions.disputes;

import id.patungan.basics.PartyId;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.disputes.ConfirmationRepository.Who;
import id.patungan.contributions.disputes.Dispute.Subject;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.parties.Parties;
import id.patungan.parties.Party;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Commands;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Balances that parties confirm. Only a treasurer of the party itself may; everybody within reach
 * sees it, with what entries dated back have changed since.
 */
@Service
public class Confirmations {

    private final ConfirmationRepository confirmations;
    private final DisputeRepository disputes;
    private final Contributions contributions;
    private final Parties parties;
    private final Journal journal;
    private final Books books;
    private final Commands commands;
    private final Audit audit;
    private final Transactions transactions;
    private final Clock clock;

    Confirmations(
            ConfirmationRepository confirmations,
            DisputeRepository disputes,
            Contributions contributions,
            Parties parties,
            Journal journal,
            Books books,
            Commands commands,
            Audit audit,
            Transactions transactions,
            Clock clock) {
        this.confirmations = confirmations;
        this.disputes = disputes;
        this.contributions = contributions;
        this.parties = parties;
        this.journal = journal;
        this.books = books;
        this.commands = commands;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Today in the body's zone. */
    public LocalDate today(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone()));
    }

    /**
     * The party of that code, if it is within reach.
     *
     * @throws AccessException not found
     */
    Party within(Access access, String party) {
        access.require(Action.READ_OWN);
        // Codes are ASCII; the database cannot compare others with them
        if (!party.matches("[!-~]{1,32}")) throw AccessException.nothingHere("party");
        var reach = access.reach();
        return parties.find(Access.system(access.body()), party)
                .filter(found -> reach.everything() || reach.parties().contains(found.id()))
                .orElseThrow(() -> AccessException.nothingHere("party"));
    }

    /** Whether the viewer may confirm and dispute for that party. */
    public boolean mayConfirm(Access access, String party) {
        return access.may(Action.CONFIRM, within(access, party).id());
    }

    /**
     * What a party owes at the end of a day, as the book knows it now.
     *
     * @throws DisputesException if the day is after today
     */
    public AccountBalance balance(Access access, String party, LocalDate asOf) {
        var found = within(access, party);
        var today = today(access);
        if (Disputing.day(asOf).isAfter(today)) throw DisputesException.inFuture(asOf, today);
        return transactions.read(() -> read(access, found, asOf));
    }

    private AccountBalance read(Access access, Party party, LocalDate asOf) {
        var head = journal.head(access.body());
        return new AccountBalance(
                party.code(),
                party.name(),
                asOf,
                head.lastNo(),
                head.hash(),
                contributions
                        .openCharges(
                                Access.system(access.body()), party.code(), asOf, head.lastNo())
                        .stream()
                        .filter(charge -> !charge.open().isZero())
                        .filter(charge -> charge.status() != OpenCharge.Status.CANCELLED)
                        .toList(),
                confirmations.balance(
                        access.body(),
                        party.id(),
                        asOf,
                        head.lastNo(),
                        books.get(access.body()).currency()));
    }

    /**
     * Confirms the balance of a day.
     *
     * @param key of the command; the same key with the same wish confirms once
     * @throws DisputesException if the book holds another balance, it is confirmed already, or it
     *     is disputed
     */
    public Confirmation confirm(Access access, NewConfirmation wish, String key) {
        var party = within(access, wish.party());
        access.require(Action.CONFIRM, party.id());
        var number =
                books.write(
                        access.body(),
                        () ->
                                commands.once(
                                        access.body(),
                                        key,
                                        new Command("confirm-balance", wish),
                                        Integer.class,
                                        () -> confirmOnce(access, party, wish)));
        return all(access, wish.party()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private record Command(String command, Object request) {}

    private int confirmOnce(Access access, Party party, NewConfirmation wish) {
        var today = today(access);
        if (wish.asOf().isAfter(today)) throw DisputesException.inFuture(wish.asOf(), today);
        var held = read(access, party, wish.asOf());
        if (!held.balance().equals(wish.balance())) {
            throw DisputesException.otherBalance(wish.asOf(), held.balance(), wish.balance());
        }
        requireUndisputed(access, party.id(), wish);
        latest(access, party.code(), wish.asOf())
                .filter(last -> last.asOf().equals(wish.asOf()))
                .filter(last -> last.balance().equals(held.balance()))
                .filter(last -> last.charges().equals(charges(held)))
                .ifPresent(last -> {
                    throw DisputesException.confirmedAlready(last.number(), last.asOf());
                });
        var number = confirmations.nextNumber(access.body());
        confirmations.insert(
                access.body(),
                number,
                party.id(),
                held,
                wish.capacity(),
                new Who(
                        access.handle(),
                        access.viewer().name(),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
        audit.record(access, "balance.confirm", "confirmation/" + number, null, wish);
        return number;
    }

    private static List<Confirmation.Charge> charges(AccountBalance held) {
        return held.open().stream()
                .map(one -> new Confirmation.Charge(one.charge(), one.open()))
                .sorted(Comparator.comparing(Confirmation.Charge::charge))
                .toList();
    }

    private void requireUndisputed(Access access, PartyId party, NewConfirmation wish) {
        var own =
                new id.patungan.platform.Reach(false, java.util.Set.of(party), java.util.Set.of());
        disputes.all(access.body(), own, books.get(access.body()).currency()).stream()
                .filter(Dispute::open)
                .filter(one -> one.subject() == Subject.BALANCE)
                .filter(one -> one.about().equals(wish.asOf()))
                .findFirst()
                .ifPresent(one -> {
                    throw DisputesException.disputed(one.number(), one.about());
                });
    }

    /** The confirmations within reach, the newest first; of one party if it is named. */
    public List<Confirmation> all(Access access, @Nullable String party) {
        access.require(Action.READ_OWN);
        var code = party == null ? null : within(access, party).code();
        return transactions
                .read(() ->
                        confirmations.all(
                                access.body(), access.reach(), books.get(access.body()).currency()))
                .stream()
                .filter(one -> code == null || one.party().equals(code))
                .toList();
    }

    /** The last confirmation of the latest day up to a day. */
    private Optional<Confirmation> latest(Access access, String party, LocalDate until) {
        return all(access, party).stream()
                .filter(one -> !one.asOf().isAfter(until))
                .max(
                        Comparator.comparing(Confirmation::asOf)
                                .thenComparingInt(Confirmation::number));
    }

    /**
     * What stands beside a statement: the last confirmation of the latest day up to its last one,
     * compared with what the book holds for that day.
     *
     * @param knownAt the book is read up to this entry
     * @param before only what was confirmed before this instant; null for all
     */
    public Optional<Confirmation.Compared> compared(
            Access access, String party, LocalDate until, long knownAt, @Nullable Instant before) {
        var found = within(access, party);
        return transactions.read(() ->
                all(access, party).stream()
                        .filter(one -> !one.asOf().isAfter(until))
                        .filter(one -> before == null || one.at().isBefore(before))
                        .max(
                                Comparator.comparing(Confirmation::asOf)
                                        .thenComparingInt(Confirmation::number))
                        .map(one -> compared(access, found.id(), one, knownAt)));
    }

    private Confirmation.Compared compared(
            Access access, PartyId party, Confirmation confirmation, long knownAt) {
        return new Confirmation.Compared(
                confirmation,
                confirmations.balance(
                        access.body(),
                        party,
                        confirmation.asOf(),
                        knownAt,
                        books.get(access.body()).currency()));
    }
}
