package id.patungan.ledger;

import id.patungan.basics.DomainException;
import id.patungan.basics.Problem;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks at every entry of a file once, in batches, without keeping more than may be posted at once.
 */
final class JournalValidation implements Consumer<JournalCsv.Read> {

    private final EntryRepository entries;
    private final BookRepository heads;
    private final Transactions transactions;
    private final Book book;
    private final Consumer<Problem> problems;
    private final Consumer<Asked> rules;
    private final List<JournalCsv.Read> batch = new ArrayList<>();
    private @Nullable List<NewEntry> kept;
    private long read;
    private long present;

    JournalValidation(
            EntryRepository entries,
            BookRepository heads,
            Transactions transactions,
            Book book,
            Consumer<Problem> problems,
            Consumer<Asked> rules,
            boolean dryRun) {
        this.entries = entries;
        this.heads = heads;
        this.transactions = transactions;
        this.book = book;
        this.problems = problems;
        this.rules = rules;
        this.kept = dryRun ? null : new ArrayList<>();
    }

    /** Entries of the file. */
    long read() {
        return read;
    }

    /** Those of them that the book has already. */
    long present() {
        return present;
    }

    /** All of them; null when there are more than one transaction takes. */
    @Nullable List<NewEntry> kept() {
        return kept;
    }

    @Override
    public void accept(JournalCsv.Read entry) {
        read++;
        batch.add(entry);
        if (kept != null) {
            kept.add(entry.entry());
            if (kept.size() > LedgerFiles.MOST_AT_ONCE) {
                kept = null;
            }
        }
        if (batch.size() == Ledger.MOST_AT_A_TIME) {
            flush();
        }
    }

    /** What is in the book already must be the same; what is not must be dated in an open month. */
    void flush() {
        if (batch.isEmpty()) {
            return;
        }
        transactions.read(() -> {
            var head =
                    heads.head(book.id())
                            .orElseThrow(() -> LedgerException.noSuchBook(book.id().value()));
            var there =
                    entries.twins(
                            book.id(),
                            head.lastNo(),
                            batch.stream().map(one -> one.entry().sourceKey()).toList());
            batch.forEach(one -> compare(one, there.get(one.entry().sourceKey()), head));
            return Boolean.TRUE;
        });
        batch.clear();
    }

    private void compare(
            JournalCsv.Read read, EntryRepository.@Nullable Twin twin, LockedBook.HeadRow head) {
        var entry = read.entry();
        if (twin != null) {
            present++;
            if (!twin.contentHash().equals(Asked.entry(book.currency(), entry).contentHash())) {
                problems.accept(
                        read.problem("entry_id", LedgerException.otherContent(entry.sourceKey())));
            }
        } else if (!entry.date().isAfter(head.closedThrough())) {
            problems.accept(
                    read.problem(
                            "date",
                            LedgerException.closedPeriod(entry.date(), head.closedThrough())));
        } else {
            requireRules(read);
        }
    }

    private void requireRules(JournalCsv.Read read) {
        try {
            rules.accept(Asked.entry(book.currency(), read.entry()));
        } catch (DomainException refusal) {
            problems.accept(read.problem("entry_id", refusal));
        }
    }
}
