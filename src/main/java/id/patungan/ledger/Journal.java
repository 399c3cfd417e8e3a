package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.BodyId;
import id.patungan.basics.FundCode;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Action;
import id.patungan.platform.Reach;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reading the books: as of an accounting date, as known at an entry, and as far as the viewer's
 * permissions reach.
 *
 * <p>What the viewer does not reach is answered as if it did not exist, in rows, counts, sums and
 * running balances. Days are half-open: {@code from} is in, {@code until} is not.
 */
@Service
public class Journal {

    /** Stands for "as far as the book goes" wherever a {@code knownAt} is asked for. */
    public static final long HEAD = Long.MAX_VALUE;

    private final JournalReadRepository journal;
    private final EntryRepository entries;
    private final BalanceRepository balances;
    private final Checkpoints checkpoints;
    private final CodeRepository codes;
    private final Transactions transactions;

    Journal(
            JournalReadRepository journal,
            EntryRepository entries,
            BalanceRepository balances,
            Checkpoints checkpoints,
            CodeRepository codes,
            Transactions transactions) {
        this.journal = journal;
        this.entries = entries;
        this.balances = balances;
        this.checkpoints = checkpoints;
        this.codes = codes;
        this.transactions = transactions;
    }

    /**
     * Where the book stands.
     *
     * @throws LedgerException if the body has no book
     */
    public Head head(BodyId book) {
        return transactions.read(() ->
                journal.head(book).orElseThrow(() -> LedgerException.noSuchBook(book.value())));
    }

    /**
     * The journal, newest entries first; for those who read the whole book, and for those who read
     * whole funds, with the lines of these funds.
     */
    public EntryPage entries(Access access, Filter filter) {
        var reach = booksOrFunds(access);
        return transactions.read(() -> {
            var asked = filter.knownAt();
            var known = known(access.body(), asked == null ? HEAD : asked);
            var totals = journal.totals(access.body(), reach, filter, known);
            var numbers = journal.numbers(access.body(), reach, filter, known);
            return new EntryPage(
                    entries.entries(access.body(), reach, numbers, known),
                    totals.count(),
                    totals.debit(),
                    totals.credit(),
                    known,
                    filter.page(),
                    filter.size());
        });
    }

    /**
     * One entry with the lines that the viewer reaches.
     *
     * @throws AccessException not found, also where no line of the entry is reached
     */
    public Entry entry(Access access, long number) {
        var reach = own(access);
        return transactions.read(() -> {
            var known = known(access.body(), HEAD);
            return entries.entries(access.body(), reach, List.of(number), known).stream()
                    .findFirst()
                    .orElseThrow(() -> AccessException.nothingHere("entry " + number));
        });
    }

    /**
     * What ties an entry into the chain.
     *
     * @param previousHash of the entry before, 64 hexadecimal digits
     * @param lines how many lines the entry has, whether the viewer reaches them or not
     */
    public record Proof(String previousHash, int lines) {}

    /** What ties into the chain an entry that {@link #entry} has shown. */
    public Proof proof(Access access, long number) {
        entry(access, number);
        return transactions.read(() -> {
            var proof = journal.proof(access.body(), number);
            return new Proof(proof.previousHash(), proof.lineCount());
        });
    }

    /**
     * The movements on a party's own accounts, receivables (113xx) and prepayments (216xx), in the
     * order of their dates, with running balances.
     *
     * @param knownAt an entry, or {@link #HEAD}
     * @throws AccessException not found, if there is no such party or the viewer does not reach it
     */
    public List<Movement> partyMovements(
            Access access, String party, LocalDate from, LocalDate until, long knownAt) {
        var limits = partyLimits(access, party);
        return transactions.read(() -> {
            var known = known(access.body(), knownAt);
            return balances.movements(
                    access.body(),
                    limits.reach,
                    limits.lines,
                    from,
                    until,
                    known,
                    checkpoints.before(access.body(), limits.reach, limits.lines, from, known),
                    Integer.MAX_VALUE,
                    0);
        });
    }

    /**
     * What a party owed at the beginning of a day, in minor units; negative if it had paid more.
     *
     * @param before the day; its own entries do not count
     * @param knownAt an entry, or {@link #HEAD}
     * @throws AccessException as {@link #partyMovements} does
     */
    public long partyBalance(Access access, String party, LocalDate before, long knownAt) {
        var limits = partyLimits(access, party);
        return transactions.read(() ->
                checkpoints.before(
                        access.body(),
                        limits.reach,
                        limits.lines,
                        before,
                        known(access.body(), knownAt)));
    }

    /** The card of one account, in one fund or in all. */
    public Card accountCard(
            Access access,
            AccountCode account,
            @Nullable FundCode fund,
            LocalDate from,
            LocalDate until,
            long knownAt,
            int page,
            int size) {
        return card(
                access,
                new CardLines(account, fund, null, false),
                from,
                until,
                knownAt,
                page,
                size);
    }

    /**
     * The cash of one fund: what was in its cash and bank accounts, each movement, what is there.
     *
     * @throws AccessException not found, if the viewer does not reach the fund
     */
    public Card fundCash(
            Access access,
            FundCode fund,
            LocalDate from,
            LocalDate until,
            long knownAt,
            int page,
            int size) {
        requireFund(access, fund);
        return card(
                access, new CardLines(null, fund, null, true), from, until, knownAt, page, size);
    }

    private Card card(
            Access access,
            CardLines lines,
            LocalDate from,
            LocalDate until,
            long knownAt,
            int page,
            int size) {
        var reach = booksOrFunds(access);
        return transactions.read(() -> {
            var known = known(access.body(), knownAt);
            var opening = checkpoints.before(access.body(), reach, lines, from, known);
            var sums = balances.cardSums(access.body(), reach, lines, from, until, known);
            var movements =
                    balances.movements(
                            access.body(),
                            reach,
                            lines,
                            from,
                            until,
                            known,
                            opening,
                            size,
                            (long) (page - 1) * size);
            return new Card(
                    from,
                    until,
                    known,
                    opening,
                    sums.debit(),
                    sums.credit(),
                    movements,
                    sums.count(),
                    page,
                    size);
        });
    }

    /** The cash of every fund that the viewer reaches and that ever had any. */
    public List<FundBalance> cashByFund(
            Access access, LocalDate from, LocalDate until, long knownAt) {
        var reach = booksOrFunds(access);
        return transactions.read(() -> {
            var known = known(access.body(), knownAt);
            var cash = new CardLines(null, null, null, true);
            var funds = new TreeMap<FundCode, FundBalance>(Comparator.naturalOrder());
            checkpoints
                    .sums(access.body(), reach, cash, from, from, known)
                    .forEach(cell ->
                            funds.merge(
                                    cell.fund(),
                                    new FundBalance(cell.fund(), cell.opening(), 0, 0),
                                    FundBalance::plus));
            balances.cashMovements(access.body(), reach, from, until, known)
                    .forEach(sums ->
                            funds.merge(
                                    sums.fund(),
                                    new FundBalance(sums.fund(), 0, sums.debit(), sums.credit()),
                                    FundBalance::plus));
            return List.copyOf(funds.values());
        });
    }

    /**
     * Every account in every fund: balance on 1 January, movements of the year, balance at the end
     * of a day.
     *
     * @param asOf the day, which is in
     * @param knownAt an entry, or {@link #HEAD}
     */
    public TrialBalance trialBalance(Access access, LocalDate asOf, long knownAt) {
        return trialBalance(access, asOf.withDayOfYear(1), asOf, knownAt);
    }

    /** The same with movements from another day on. */
    public TrialBalance trialBalance(Access access, LocalDate from, LocalDate asOf, long knownAt) {
        var reach = booksOrFunds(access);
        return transactions.read(() -> {
            var known = known(access.body(), knownAt);
            var cells =
                    checkpoints.sums(
                            access.body(), reach, CardLines.ALL, from, asOf.plusDays(1), known);
            return new TrialBalance(
                    from, asOf, known, cells.stream().filter(cell -> !cell.zero()).toList());
        });
    }

    /**
     * The day up to which one reads where nobody asks for another: today, or the end of the last
     * year with entries while this year has none.
     */
    public LocalDate reportingDay(Access access, LocalDate today) {
        own(access);
        return transactions.read(() ->
                journal.latestDate(access.body(), today, known(access.body(), HEAD))
                        .filter(latest -> latest.getYear() < today.getYear())
                        .map(latest -> LocalDate.of(latest.getYear(), Month.DECEMBER, 31))
                        .orElse(today));
    }

    /** What the codes that the viewer meets stand for. */
    public Names names(Access access) {
        var reach = own(access);
        return transactions.read(() -> codes.names(access.body(), reach));
    }

    /** When months were closed and opened again, newest first. */
    public List<PeriodEvent> periodEvents(Access access) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> journal.periodEvents(access.body()));
    }

    /**
     * Refuses a fund that the viewer does not reach.
     *
     * @throws AccessException not found, as if there were no such fund
     */
    public void requireFund(Access access, FundCode fund) {
        var reach = booksOrFunds(access);
        if (!reach.everything() && !reach.funds().contains(fund)) {
            throw AccessException.nothingHere("fund " + fund.value());
        }
    }

    /** Whether the viewer may list entries at all: the whole journal, or that of whole funds. */
    public static boolean mayList(Access access) {
        var reach = access.reach();
        return reach.everything() || !reach.funds().isEmpty();
    }

    private static Reach booksOrFunds(Access access) {
        access.require(Action.READ_OWN);
        var reach = access.reach();
        if (!reach.everything() && reach.funds().isEmpty()) {
            access.require(Action.READ_BOOKS);
        }
        // a party's lines are read through its statement, never mixed into lists of funds
        return reach.everything() ? reach : new Reach(false, Set.of(), reach.funds());
    }

    private static Reach own(Access access) {
        access.require(Action.READ_OWN);
        return access.reach();
    }

    private record PartyLimits(Reach reach, CardLines lines) {}

    private PartyLimits partyLimits(Access access, String code) {
        var reach = own(access);
        var party =
                transactions
                        .read(() -> codes.party(access.body(), code))
                        .filter(id -> reach.everything() || reach.parties().contains(id))
                        .orElseThrow(() -> AccessException.nothingHere("party " + code));
        var narrowed = reach.everything() ? reach : new Reach(false, Set.of(party), Set.of());
        return new PartyLimits(narrowed, CardLines.of(party));
    }

    private long known(BodyId book, long asked) {
        var last =
                journal.head(book)
                        .orElseThrow(() -> LedgerException.noSuchBook(book.value()))
                        .lastNo();
        return Math.clamp(asked, 0, last);
    }
}
