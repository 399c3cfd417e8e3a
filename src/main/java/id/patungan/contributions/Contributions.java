package id.patungan.contributions;

import id.patungan.basics.AccountCode;
import id.patungan.basics.Money;
import id.patungan.contributions.OpenItemRepository.As;
import id.patungan.contributions.OpenItemRepository.Which;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What parties were charged, paid and owe, within the viewer's reach. */
@Service
public class Contributions {

    /**
     * The accounts whose postings of a party make up its statement of account: receivables for dues
     * and project shares, and its prepayments. Deferred charges (21610) are the body's own matter
     * and stay out: an assessment of a project posts the party on both 11310 and 21610.
     */
    public static final Set<AccountCode> STATEMENT_ACCOUNTS =
            Set.of(Entries.DUES_RECEIVABLE, Entries.PROJECT_RECEIVABLE, Entries.PREPAID);

    private final Books books;
    private final ReceiptRepository parties;
    private final OpenItemRepository openItems;
    private final FactRepository facts;
    private final NameRepository names;
    private final InKindRepository inKind;
    private final Transactions transactions;
    private final Clock clock;

    Contributions(
            Books books,
            ReceiptRepository parties,
            OpenItemRepository openItems,
            FactRepository facts,
            NameRepository names,
            InKindRepository inKind,
            Transactions transactions,
            Clock clock) {
        this.books = books;
        this.parties = parties;
        this.openItems = openItems;
        this.facts = facts;
        this.names = names;
        this.inKind = inKind;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What the papers say about the entries of a party, for the statement of account.
     *
     * @param party its code
     * @param until the first day that is left out
     * @param knownAt entries up to this number
     * @throws AccessException not found, if the party is not within reach
     */
    public List<StatementFact> statementFacts(
            Access access, String party, LocalDate from, LocalDate until, long knownAt) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                facts.facts(
                        access.body(),
                        new FactRepository.Span(
                                within(access, party).id(),
                                from,
                                until,
                                knownAt,
                                books.get(access.body()).currency())));
    }

    /**
     * What a party gave in kind, dated in the span and standing at its end; for the memo of the
     * statement.
     *
     * @param until the first day that is left out
     * @param knownAt entries up to this number
     * @throws AccessException not found, if the party is not within reach
     */
    public List<InKind> inKind(
            Access access, String party, LocalDate from, LocalDate until, long knownAt) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                inKind.standing(
                        access.body(),
                        within(access, party).id(),
                        from,
                        until,
                        knownAt,
                        books.get(access.body()).currency()));
    }

    /**
     * The charges of a party with what is open, as of a day and as known at an entry; for ageing.
     *
     * @param party its code; null for all within reach
     * @throws AccessException not found, if the party is not within reach
     */
    public List<OpenCharge> openCharges(
            Access access, @Nullable String party, LocalDate asOf, long knownAt) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                openItems.charges(
                        access.body(),
                        access.reach(),
                        new Which(party == null ? null : within(access, party).id(), null, null),
                        new As(asOf, knownAt, asOf)));
    }

    /**
     * What is left of a party's prepayments on a day, over all funds.
     *
     * @throws AccessException not found, if the party is not within reach
     */
    public Money prepaid(Access access, String party, LocalDate asOf, long knownAt) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> {
            var code = within(access, party).code();
            var currency = books.get(access.body()).currency();
            var as = openItems.bound(access.body(), new As(asOf, knownAt, asOf));
            return openItems.prepaid(access.body(), access.reach(), as, currency).stream()
                    .filter(one -> one.party().equals(code))
                    .map(OpenItemRepository.Prepaid::left)
                    .reduce(Money.zero(currency), Money::plus);
        });
    }

    /** The charges within reach as they stand now, the oldest first. */
    public List<OpenCharge> openCharges(Access access, @Nullable String party) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                openItems.charges(
                        access.body(),
                        access.reach(),
                        new Which(party == null ? null : within(access, party).id(), null, null),
                        As.now(today(access))));
    }

    /** The charges of an assessment within reach with what is open as of a day. */
    public List<OpenCharge> chargesOf(Access access, String assessment, LocalDate asOf) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                openItems.charges(
                        access.body(),
                        access.reach(),
                        Which.ofAssessment(assessment),
                        new As(asOf, null, asOf)));
    }

    /**
     * A charge within reach with what is open as of a day.
     *
     * @param code such as {@code AS-2006-0001/34.04}
     */
    public Optional<OpenCharge> charge(Access access, String code, LocalDate asOf) {
        access.require(Action.READ_OWN);
        var slash = code.indexOf('/');
        if (slash < 0) return Optional.empty();
        return transactions.read(() ->
                parties.payer(access.body(), code.substring(slash + 1)).stream()
                        .flatMap(payer ->
                                openItems
                                        .charges(
                                                access.body(),
                                                access.reach(),
                                                new Which(
                                                        payer.id(), code.substring(0, slash), null),
                                                new As(asOf, null, asOf))
                                        .stream())
                        .filter(charge -> charge.charge().equals(code))
                        .findFirst());
    }

    /**
     * What each party within reach was charged for a fiscal year, has paid and owes, as it stands
     * today: later figures and payments after the year belong to it, and so does what is late. What
     * is dated after today is not in it yet, and what was cancelled no more.
     *
     * @param year null for the latest year that was charged
     */
    public Collection collection(Access access, @Nullable Integer year) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> collected(access, year));
    }

    /** What the codes of the book stand for, as far as the viewer reaches. */
    public BookNames names(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> names.names(access.body(), access.reach()));
    }

    private Collection collected(Access access, @Nullable Integer asked) {
        var today = today(access);
        var as = openItems.bound(access.body(), new As(today, null, today));
        var all =
                openItems
                        .charges(access.body(), access.reach(), new Which(null, null, asked), as)
                        .stream()
                        .filter(charge -> charge.status() != OpenCharge.Status.CANCELLED)
                        .toList();
        var year =
                asked == null
                        ? all.stream()
                                .mapToInt(charge -> Integer.parseInt(charge.period()))
                                .max()
                                .orElse(today.getYear())
                        : (int) asked;
        var currency = books.get(access.body()).currency();
        var zero = Money.zero(currency);
        var prepaid = new LinkedHashMap<String, Money>();
        for (var one : openItems.prepaid(access.body(), access.reach(), as, currency)) {
            prepaid.merge(one.party(), one.left(), Money::plus);
        }
        var lines = new LinkedHashMap<String, Collection.Line>();
        for (var charge : all) {
            if (!charge.period().equals(Integer.toString(year))) continue;
            lines.merge(
                    charge.party(),
                    Collection.Line.of(charge, prepaid.getOrDefault(charge.party(), zero), today),
                    Collection.Line::plus);
        }
        return new Collection(year, today, lines.values().stream().toList(), zero);
    }

    private ReceiptRepository.Payer within(Access access, String party) {
        var found = parties.payer(access.body(), party);
        if (found.isEmpty()
                || !(access.reach().everything()
                        || access.reach().parties().contains(found.get().id()))) {
            throw AccessException.nothingHere("party");
        }
        return found.get();
    }

    private LocalDate today(Access access) {
        return LocalDate.now(clock.withZone(books.get(access.body()).zone()));
    }
}
