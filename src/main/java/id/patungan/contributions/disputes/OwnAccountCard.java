package id.patungan.contributions.disputes;

import id.patungan.basics.PartyId;
import id.patungan.contributions.Contributions;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.HomeCard;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The home card of a party's treasurer: the balance of the last 31 December if it is still to be
 * confirmed, and the disputes in which the secretariat has spoken last.
 */
@Component
class OwnAccountCard implements HomeCard {

    /** An answer that closed a dispute is shown for so long. */
    private static final Duration NEWS = Duration.ofDays(30);

    private final Confirmations confirmations;
    private final Disputes disputes;
    private final Contributions contributions;
    private final Journal journal;
    private final Parties parties;
    private final Books books;
    private final Clock clock;

    OwnAccountCard(
            Confirmations confirmations,
            Disputes disputes,
            Contributions contributions,
            Journal journal,
            Parties parties,
            Books books,
            Clock clock) {
        this.confirmations = confirmations;
        this.disputes = disputes;
        this.contributions = contributions;
        this.journal = journal;
        this.parties = parties;
        this.books = books;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "disputes-own-account";
    }

    @Override
    public String titleKey() {
        return "disputes.card.own";
    }

    @Override
    public String fragment() {
        return "contributions/disputes/home :: own";
    }

    @Override
    public Action needs() {
        return Action.CONFIRM;
    }

    @Override
    public int order() {
        return 11;
    }

    @Override
    public Optional<?> model(Access access, Locale locale) {
        var day =
                ConfirmationPages.lastOfYear(
                        journal.reportingDay(access, confirmations.today(access)));
        var unconfirmed = new ArrayList<AccountBalance>();
        for (var party : charged(access)) {
            var balance = confirmations.balance(access, party, day);
            var compared = confirmations.compared(access, party, day, balance.knownAt(), null);
            if (compared.isEmpty()
                    || !compared.get().confirmation().asOf().equals(day)
                    || !compared.get().holds()) {
                unconfirmed.add(balance);
            }
        }
        var since = clock.instant().minus(NEWS);
        var answered =
                disputes.all(access).stream()
                        .filter(one -> !one.events().getLast().said().party())
                        .filter(one -> one.open() || one.since().isAfter(since))
                        .filter(one -> confirmations.mayConfirm(access, one.party()))
                        .toList();
        return unconfirmed.isEmpty() && answered.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Shown(books.get(access.body()).code(), day, unconfirmed, answered));
    }

    /** The viewer's own parties that were ever charged. */
    private Set<String> charged(Access access) {
        var found = new TreeSet<String>();
        for (var charge : contributions.openCharges(access, null)) {
            if (!found.contains(charge.party())
                    && access.may(Action.CONFIRM, id(access, charge.party()))) {
                found.add(charge.party());
            }
        }
        return found;
    }

    private PartyId id(Access access, String party) {
        return parties.get(Access.system(access.body()), party).id();
    }

    /**
     * What the card shows.
     *
     * @param body code, for addresses
     * @param day whose balances are to be confirmed
     */
    public record Shown(
            String body, LocalDate day, List<AccountBalance> balances, List<Dispute> answered) {}
}
