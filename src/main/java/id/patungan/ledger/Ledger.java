package id.patungan.ledger;

import id.patungan.platform.Access;
import id.patungan.platform.Action;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

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

    Ledger(Books books, EntryWriter writer, EntryRepository entries, Periods periods) {
        this.books = books;
        this.writer = writer;
        this.entries = entries;
        this.periods = periods;
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
     * Posts 1 to {@value #MOST_AT_A_TIME} entries in one transaction with one seal, all or none;
     * those that are there already are returned.
     *
     * @throws LedgerException as {@link #post}
     */
    public List<Entry> postAll(Access access, List<NewEntry> wishes) {
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
                    return writer.append(asked, access.handle(), null);
                });
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
     * @throws LedgerException if there is no such entry, it is reversed already, no reason is given
     *     or the date is closed
     */
    public Entry reverse(Access access, long no, LocalDate on, String reason, String sourceKey) {
        access.require(Action.PREPARE);
        if (reason.isBlank()) {
            throw LedgerException.reasonRequired();
        }
        if (sourceKey.startsWith(Drafts.KEY)) {
            throw LedgerException.badSourceKey(sourceKey);
        }
        var why = Texts.name("reason", reason, 500);
        var currency = books.currency(access.body());
        return books.write(
                access.body(),
                () -> {
                    var undone =
                            entries
                                    .entries(
                                            access.body(),
                                            List.of(no),
                                            books.locked().head().lastNo())
                                    .stream()
                                    .findFirst()
                                    .orElseThrow(() -> LedgerException.noSuchEntry(no));
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
