package id.patungan.ledger;

import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Consumer;

/**
 * The only writer of postings.
 *
 * <p>Every method names its own key or state and may be asked again after a lost answer: what is
 * done already is returned, never done twice.
 */
@Service
public class Ledger {

    /** How many entries go into one transaction at most. */
    public static final int MOST_AT_A_TIME = 1_000;

    private final Books books;
    private final EntryWriter writer;
    private final EntryRepository entries;
    private final Periods periods;
    private final Transactions transactions;

    Ledger(
            Books books,
            EntryWriter writer,
            EntryRepository entries,
            Periods periods,
            Transactions transactions) {
        this.books = books;
        this.writer = writer;
        this.entries = entries;
        this.periods = periods;
        this.transactions = transactions;
    }

    /**
     * Posts the entry once; asked again with the same content, it returns the entry that is there.
     *
     * @throws LedgerException if the date is closed, a code unknown, or the source key posted with
     *     other content
     */
    public Entry post(Access access, NewEntry entry) {
        return postAll(access, List.of(entry)).getFirst();
    }

    /**
     * The same, for the paper of a module that somebody has approved.
     *
     * @param approvedBy who did, as the module has made sure; null if nobody had to
     */
    public Entry post(Access access, NewEntry entry, @Nullable String approvedBy) {
        return postAll(access, List.of(entry), approvedBy).getFirst();
    }

    /**
     * Posts 1 to {@value #MOST_AT_A_TIME} entries in one transaction with one seal, all or none;
     * those that are there already are returned.
     *
     * @throws LedgerException as {@link #post}
     */
    public List<Entry> postAll(Access access, List<NewEntry> wishes) {
        return postAll(access, wishes, null);
    }

    private List<Entry> postAll(Access access, List<NewEntry> wishes, @Nullable String approvedBy) {
        access.require(Action.PREPARE);
        if (wishes.isEmpty() || wishes.size() > MOST_AT_A_TIME) {
            throw LedgerException.batchSize(wishes.size(), MOST_AT_A_TIME);
        }
        for (var wish : wishes) {
            if (wish.kind().equals(NewEntry.REVERSAL)) {
                throw LedgerException.reservedKind(wish.kind());
            }
            if (wish.sourceKey().startsWith(Drafts.KEY)) {
                throw LedgerException.badSourceKey(wish.sourceKey());
            }
        }
        var currency = books.currency(access.body());
        var asked = wishes.stream().map(wish -> Asked.entry(currency, wish)).toList();
        return books.write(
                access.body(),
                () -> {
                    if (books.chart().book().approvalRequired()) {
                        requireNotByHand(wishes);
                    }
                    return writer.append(asked, access.handle(), approvedBy);
                });
    }

    /**
     * Posts what another person prepared and this one approves, for the module that keeps both with
     * its paper; the entry names the two.
     *
     * @param preparedBy handle of who prepared it
     * @throws LedgerException as {@link #post}, or if both are the same person
     */
    public Entry postApproved(Access access, NewEntry wish, String preparedBy) {
        access.require(Action.APPROVE);
        if (preparedBy.equals(access.handle())) {
            throw LedgerException.approvedByPreparer();
        }
        if (wish.kind().equals(NewEntry.REVERSAL)) {
            throw LedgerException.reservedKind(wish.kind());
        }
        if (wish.sourceKey().startsWith(Drafts.KEY)) {
            throw LedgerException.badSourceKey(wish.sourceKey());
        }
        var asked = Asked.entry(books.currency(access.body()), wish);
        return books.write(
                access.body(),
                () -> writer.append(List.of(asked), preparedBy, access.handle()).getFirst());
    }

    private static void requireNotByHand(List<NewEntry> wishes) {
        if (wishes.stream().anyMatch(wish -> NewEntry.BY_HAND.contains(wish.kind()))) {
            throw LedgerException.approvalRequired();
        }
    }

    /**
     * Undoes the entry by its mirror image: the same lines with every dimension and the original
     * currency, signs swapped, linked to it. A reversal may itself be reversed, once.
     *
     * @param on accounting date, in an open month
     * @param reason kept with the entry
     * @param sourceKey as for any entry
     *     <p>Where entries made by hand need approval, so does undoing them: it is done by one who
     *     approves and did not prepare the entry, so that two people answer for both. What a module
     *     posted is undone where its paper is, or the paper would go on standing.
     * @throws LedgerException if there is no such entry, it is reversed already, no reason is
     *     given, the date is closed, or it is not for this person or this door to undo it
     */
    public Entry reverse(Access access, long no, LocalDate on, String reason, String sourceKey) {
        if (!(access.may(Action.APPROVE) && books.get(access.body()).approvalRequired())) {
            access.require(Action.PREPARE);
        }
        return mirror(
                access,
                no,
                on,
                reason,
                sourceKey,
                undone -> {
                    switch (undoing(access, undone)) {
                        case OPEN -> {}
                        case BY_ANOTHER -> throw LedgerException.undoneByAnother(no);
                        case WITH_PAPER -> throw LedgerException.undoneWithPaper(no, undone.kind());
                    }
                });
    }

    /**
     * As {@link #reverse}, for the module that posted the entry and undoes its own paper with it.
     */
    public Entry undo(Access access, long no, LocalDate on, String reason, String sourceKey) {
        access.require(Action.PREPARE);
        return mirror(access, no, on, reason, sourceKey, _ -> {});
    }

    /** Who undoes an entry, and where. */
    public enum Undoing {
        /** The viewer, here. */
        OPEN,
        /** Another person: who approves and did not prepare it, where entries need approval. */
        BY_ANOTHER,
        /** The module that posted it, with the paper it keeps. */
        WITH_PAPER
    }

    /** Whether {@link #reverse} is open to the viewer for an entry read whole; if not, why. */
    public Undoing undoing(Access access, Entry entry) {
        var kind = transactions.read(() -> first(access, entry)).kind();
        var byHand = NewEntry.BY_HAND.contains(kind);
        if (!byHand && !kind.equals(NewEntry.IMPORT)) {
            return Undoing.WITH_PAPER;
        }
        var twoPeople = byHand && books.get(access.body()).approvalRequired();
        var other = !entry.preparedBy().equals(access.handle());
        var open = twoPeople ? access.may(Action.APPROVE) && other : access.may(Action.PREPARE);
        return open ? Undoing.OPEN : Undoing.BY_ANOTHER;
    }

    /** The entry at the bottom of a pile of reversals. */
    private Entry first(Access access, Entry entry) {
        var first = entry;
        for (var no = entry.reverses(); no != null; no = first.reverses()) {
            first = posted(access, no, entry.no());
        }
        return first;
    }

    /**
     * An entry that a module has posted for this viewer, read again.
     *
     * @throws LedgerException if there is no such entry
     */
    public Entry posted(Access access, long no) {
        access.require(Action.PREPARE);
        return transactions.read(() -> posted(access, no, Long.MAX_VALUE));
    }

    private Entry posted(Access access, long no, long knownAt) {
        return entries.entries(access.body(), List.of(no), knownAt).stream()
                .findFirst()
                .orElseThrow(() -> LedgerException.noSuchEntry(no));
    }

    private Entry mirror(
            Access access,
            long no,
            LocalDate on,
            String reason,
            String sourceKey,
            Consumer<Entry> rule) {
        if (reason.isBlank()) {
            throw LedgerException.reasonRequired();
        }
        if (sourceKey.startsWith(Drafts.KEY)) {
            throw LedgerException.badSourceKey(sourceKey);
        }
        var why = Texts.reason(reason);
        var currency = books.currency(access.body());
        return books.write(
                access.body(),
                () -> {
                    var undone = posted(access, no, books.locked().head().lastNo());
                    rule.accept(undone);
                    var mirror =
                            new NewEntry(
                                    on,
                                    undone.closing() ? NewEntry.CLOSING : NewEntry.REVERSAL,
                                    undone.description(),
                                    sourceKey,
                                    undone.documentNo(),
                                    undone.lines().stream()
                                            .map(line -> line.asAsked().negated())
                                            .toList());
                    var asked = Asked.reversal(currency, mirror, no, why);
                    return writer.append(List.of(asked), access.handle(), null).getFirst();
                });
    }

    /** Closes the next month; see {@link Periods#close}. */
    public void close(Access access, YearMonth month) {
        periods.close(access, month);
    }

    /** Reopens the last closed month; see {@link Periods#reopen(Access, String)}. */
    public void reopen(Access access, String reason) {
        periods.reopen(access, reason);
    }

    /**
     * Deletes rows that a fault left beyond the head, where they block the book; the check {@code
     * unsealed} names them. Nothing that is in the book can be touched by this.
     */
    public void discardUnsealed(Access access) {
        access.require(Action.CLOSE);
        books.write(
                access.body(),
                () -> {
                    entries.discardUnsealed(access.body());
                    return Boolean.TRUE;
                });
    }
}
