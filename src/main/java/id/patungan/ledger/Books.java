package id.patungan.ledger;

import id.patungan.basics.BodyId;
import id.patungan.basics.PartyId;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.Clock;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The books of bodies, and the one way to change them: {@link #write} locks the head of a book
 * before anything else.
 */
@Service
public class Books {

    private static final ScopedValue<LockedBook> LOCKED = ScopedValue.newInstance();

    private final BookRepository books;
    private final ChartRepository charts;
    private final Anchors anchors;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    /** Charts as committed; one is used only while the locked head carries its number. */
    private final ConcurrentHashMap<BodyId, Chart> committed = new ConcurrentHashMap<>();

    Books(
            BookRepository books,
            ChartRepository charts,
            Anchors anchors,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.books = books;
        this.charts = charts;
        this.anchors = anchors;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens the book of {@code access.body()} with the default chart of accounts and funds; asked
     * again for the same, returns the book that is open.
     *
     * @throws LedgerException if another book of that body or code is open
     */
    public Book open(Access access, NewBook wish) {
        access.require(Action.PREPARE);
        var uid = UUID.randomUUID();
        return transactions.run(() -> {
            var there = books.find(access.body());
            if (there.isPresent()) {
                return sameWish(there.get(), wish);
            }
            var book =
                    new Book(
                            access.body(),
                            wish.code(),
                            uid,
                            wish.currency(),
                            wish.zone(),
                            wish.firstOpen(),
                            wish.approvalRequired());
            try {
                books.insert(book, clock.instant());
            } catch (RuntimeException e) {
                throw DatabaseRefusal.duplicate(e, "uq_book_code")
                        ? LedgerException.bookExists(wish.code())
                        : e;
            }
            DefaultChart.accounts().forEach(account -> charts.insert(book.id(), account));
            DefaultChart.funds().forEach(fund -> charts.insert(book.id(), fund, null, null));
            audit.record(access, "book.open", book.code(), null, wish);
            return book;
        });
    }

    private static Book sameWish(Book book, NewBook wish) {
        if (!book.code().equals(wish.code())
                || !book.currency().equals(wish.currency())
                || !book.zone().equals(wish.zone())
                || !book.firstOpen().equals(wish.firstOpen())) {
            throw LedgerException.bookExists(book.code());
        }
        return book;
    }

    /**
     * The book of the body.
     *
     * @throws LedgerException if it is not open
     */
    public Book get(BodyId body) {
        return find(body).orElseThrow(() -> LedgerException.noSuchBook(body.value()));
    }

    /** The book of the body, if it is open. */
    public Optional<Book> find(BodyId body) {
        return transactions.read(() -> books.find(body));
    }

    /** Whether entries made by hand need another person's approval from now on. */
    public void requireApproval(Access access, boolean required) {
        access.require(Action.APPROVE);
        write(
                access.body(),
                () -> {
                    var before = chart().book().approvalRequired();
                    if (before != required) {
                        books.approvalRequired(access.body(), required);
                        changeChart();
                        audit.record(access, "book.require-approval", "approval", before, required);
                    }
                    return Boolean.TRUE;
                });
    }

    /**
     * Runs the work in one transaction whose first statement locks the head of the book; retried as
     * a whole. Inside another such work of the same book it becomes a part of that one.
     *
     * @throws IllegalStateException inside a work on another body's book: no transaction spans two
     */
    public <T> T write(BodyId body, Supplier<T> work) {
        if (LOCKED.isBound()) {
            if (!LOCKED.get().body().equals(body)) {
                throw new IllegalStateException("No transaction spans the books of two bodies");
            }
            return work.get();
        }
        return transactions.run(() -> {
            var head =
                    books.lockHead(body)
                            .orElseThrow(() -> LedgerException.noSuchBook(body.value()));
            return ScopedValue.where(LOCKED, new LockedBook(body, head))
                    .call(() -> {
                        if (anchors.lacks(body, head.lastNo())) {
                            anchors.keepAfterCommit(
                                    chart().book(),
                                    head.lastNo(),
                                    head.hash(),
                                    Utc.instant(head.lastRecordedAt()));
                        }
                        return work.get();
                    });
        });
    }

    /** The chart of accounts, by code. */
    public List<Account> accounts(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() ->
                charts.accounts(access.body()).values().stream()
                        .map(Chart.AccountRow::account)
                        .toList());
    }

    /** The funds within reach, by code. */
    public List<Fund> funds(Access access) {
        access.require(Action.READ_OWN);
        var reach = access.reach();
        return transactions.read(() ->
                charts.funds(access.body()).values().stream()
                        .map(Chart.FundRow::fund)
                        .filter(fund -> reach.everything() || reach.funds().contains(fund.code()))
                        .toList());
    }

    /**
     * Adds accounts; those that are there get the new names, funding class and activity.
     *
     * @throws LedgerException if a code is there with another kind or control
     */
    public void addAccounts(Access access, List<Account> accounts) {
        access.require(Action.PREPARE);
        write(
                access.body(),
                () -> {
                    var there = chart().accounts();
                    for (var account : accounts) {
                        var row = there.get(account.code());
                        if (row == null) {
                            charts.insert(access.body(), account);
                        } else if (!row.account().equals(account)) {
                            requireSameAccount(row.account(), account);
                            charts.update(access.body(), row.id(), account);
                        } else {
                            continue;
                        }
                        audit.record(
                                access,
                                "account.set",
                                account.code().value(),
                                row == null ? null : row.account(),
                                account);
                    }
                    changeChart();
                    return Boolean.TRUE;
                });
    }

    private static void requireSameAccount(Account there, Account wish) {
        if (there.kind() != wish.kind()
                || there.control() != wish.control()
                || there.postable() != wish.postable()) {
            throw LedgerException.codeTaken("account", wish.code().value());
        }
    }

    /**
     * Adds funds; those that are there get the new names, party, bank account and activity.
     *
     * @throws LedgerException if a code is there with another restriction, or the party or bank
     *     account is unknown
     */
    public void addFunds(Access access, List<Fund> funds) {
        access.require(Action.PREPARE);
        write(
                access.body(),
                () -> {
                    var chart = chart();
                    for (var fund : funds) {
                        var row = chart.funds().get(fund.code());
                        if (row != null && row.fund().equals(fund)) {
                            continue;
                        }
                        setFund(access.body(), chart, row, fund);
                        audit.record(
                                access,
                                "fund.set",
                                fund.code().value(),
                                row == null ? null : row.fund(),
                                fund);
                    }
                    changeChart();
                    return Boolean.TRUE;
                });
    }

    private void setFund(BodyId body, Chart chart, Chart.@Nullable FundRow row, Fund fund) {
        var partyCode = fund.party();
        var party = partyCode == null ? null : known("party", partyCode, chart.parties());
        var bankCode = fund.bankAccount();
        var bank = bankCode == null ? null : chart.accounts().get(bankCode);
        if (bankCode != null && bank == null) {
            throw LedgerException.unknownCode("account", bankCode.value());
        }
        var bankId = bank == null ? null : (Integer) bank.id();
        if (row == null) {
            charts.insert(body, fund, party, bankId);
        } else if (row.fund().restriction() == fund.restriction()) {
            charts.update(body, row.id(), fund, party, bankId);
        } else {
            throw LedgerException.codeTaken("fund", fund.code().value());
        }
    }

    /**
     * Makes the party known to the book; again with another name renames it.
     *
     * @throws LedgerException if the code belongs to another party, or the party has another code
     */
    public void registerParty(BodyId body, PartyId party, String code, String name) {
        Texts.requireCode("code of a party", code, 32);
        var text = Texts.name("name of party " + code, name, 200);
        write(
                body,
                () -> {
                    var there = chart().parties().get(code);
                    var oldName = charts.partyName(body, party.value());
                    if (there == null && oldName == null) {
                        charts.insertParty(body, party, code, text);
                        changeChart();
                    } else if (there == null || there != party.value()) {
                        throw LedgerException.codeTaken("party", code);
                    } else if (!text.equals(oldName)) {
                        charts.renameParty(body, party, text);
                        changeChart();
                    }
                    return Boolean.TRUE;
                });
    }

    /**
     * Makes a paying unit of a party known to the book; again with another name renames it.
     *
     * @throws LedgerException if the party is unknown or the code is another party's unit
     */
    public void addUnit(BodyId body, String party, String code, String name) {
        Texts.requireCode("code of a paying unit", code, 32);
        var text = Texts.name("name of paying unit " + code, name, 200);
        write(
                body,
                () -> {
                    var chart = chart();
                    var partyId = known("party", party, chart.parties());
                    var there = chart.units().get(code);
                    if (there == null) {
                        charts.insertUnit(body, partyId, code, text);
                    } else if (there.party().equals(party)) {
                        charts.renameUnit(body, there.id(), text);
                    } else {
                        throw LedgerException.codeTaken("paying-unit", code);
                    }
                    changeChart();
                    return Boolean.TRUE;
                });
    }

    /** Makes a project known to the book; again with other names renames it. */
    public void addProject(BodyId body, String code, String nameId, String nameEn) {
        Texts.requireCode("code of a project", code, 32);
        var id = Texts.name("name of project " + code, nameId, 200);
        var en = Texts.name("name of project " + code, nameEn, 200);
        write(
                body,
                () -> {
                    var there = chart().projects().get(code);
                    if (there == null) {
                        charts.insertProject(body, code, id, en);
                    } else {
                        charts.renameProject(body, there, id, en);
                    }
                    changeChart();
                    return Boolean.TRUE;
                });
    }

    /** Makes an award line, or a pair {@code line/logframe}, known to the book. */
    public void addAwardLine(BodyId body, String code, String nameId, String nameEn) {
        Texts.requireCode("code of an award line", code, 64);
        var id = Texts.name("name of award line " + code, nameId, 200);
        var en = Texts.name("name of award line " + code, nameEn, 200);
        write(
                body,
                () -> {
                    var there = chart().awardLines().get(code);
                    if (there == null) {
                        charts.insertAwardLine(body, code, id, en);
                    } else {
                        charts.renameAwardLine(body, there, id, en);
                    }
                    changeChart();
                    return Boolean.TRUE;
                });
    }

    /**
     * The next number, without gaps from 1, of documents of that type and fiscal year; call it
     * late, inside {@link #write}.
     */
    public int nextDocumentNumber(BodyId body, String type, int fiscalYear) {
        if (!type.matches("[A-Z0-9-]{1,24}")) {
            throw new IllegalArgumentException("'" + type + "' is not a type of documents");
        }
        return write(body, () -> books.nextNumber(body, type, fiscalYear));
    }

    /** The currency of the book, which never changes. */
    Currency currency(BodyId body) {
        var chart = committed.get(body);
        return chart == null ? get(body).currency() : chart.book().currency();
    }

    /** The head that this transaction has locked. */
    LockedBook locked() {
        return LOCKED.get();
    }

    /** The chart of the locked book. */
    Chart chart() {
        var locked = LOCKED.get();
        var loaded = locked.chart();
        if (loaded != null) {
            return loaded;
        }
        var chart = committed.get(locked.body());
        if (locked.chartChanged() || chart == null || chart.number() != locked.head().chartNo()) {
            var book = books.find(locked.body()).orElseThrow();
            chart = charts.load(book, locked.head().chartNo());
            // What this transaction changed itself may yet be rolled back: others must not see it
            if (!locked.chartChanged()) {
                committed.put(locked.body(), chart);
            }
        }
        locked.chart(chart);
        return chart;
    }

    private void changeChart() {
        var locked = LOCKED.get();
        var moved = locked.head().nextChart();
        books.changeChart(locked.body(), moved);
        locked.changeChart(moved);
    }

    private static int known(String what, String code, java.util.Map<String, Integer> ids) {
        var id = ids.get(code);
        if (id == null) {
            throw LedgerException.unknownCode(what, code);
        }
        return id;
    }
}
