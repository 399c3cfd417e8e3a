package id.patungan.ledger;

import id.patungan.basics.DateReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.Problem;
import id.patungan.ledger.LedgerFiles.JournalOptions;
import id.patungan.platform.CsvFile;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads a journal file as a stream of entries. What is wrong goes to the consumer of problems, and
 * the entry it belongs to is left out; nothing of the file is kept but a fingerprint of each id.
 */
final class JournalCsv implements AutoCloseable {

    private static final List<String> REQUIRED =
            List.of(
                    "entry_id",
                    "date",
                    "description",
                    "account_code",
                    "fund_code",
                    "debit",
                    "credit");

    private static final List<String> OPTIONAL =
            List.of(
                    "project_code",
                    "member_code",
                    "party_code",
                    "charge",
                    "paying_unit",
                    "period",
                    "award_line",
                    "logframe",
                    "currency",
                    "original_amount",
                    "rate",
                    "document_no",
                    "memo",
                    // what an export adds for information
                    "kind",
                    "reverses",
                    "reason",
                    "source_key",
                    "prepared_by",
                    "approved_by",
                    "recorded_at",
                    "hash");

    private final JournalRow lines;
    private final Consumer<Read> entries;
    private final InputStream bytes;
    private final CsvFile csv;
    private final Fingerprints seen = new Fingerprints();
    private boolean broken;

    /** An entry, with the row where it begins. */
    record Read(NewEntry entry, CsvFile.Row first) {

        /** A problem of the entry, at a column of its first row. */
        Problem problem(String column, DomainException refusal) {
            return first.problemAt(column, refusal.code(), String.valueOf(refusal.getMessage()));
        }
    }

    JournalCsv(
            String file,
            LedgerFiles.Source source,
            Book book,
            KnownCodes codes,
            JournalOptions options,
            MissingCodes missing,
            Consumer<Problem> problems,
            Consumer<Read> entries) {
        this.lines = new JournalRow(book.currency(), codes, options, missing);
        this.entries = entries;
        try {
            this.bytes = source.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.csv =
                new CsvFile(
                        file,
                        bytes,
                        REQUIRED,
                        OPTIONAL,
                        problem -> {
                            broken = true;
                            problems.accept(problem);
                        });
    }

    /** Hands on every entry in the order of the file. */
    void read() {
        @Nullable Gathered entry = null;
        for (var row : csv) {
            var id = row.text("entry_id");
            if (entry == null || !entry.id.equals(id)) {
                finish(entry);
                entry = begin(row, id);
            } else {
                sameHead(entry, row);
            }
            entry.add(lines.posting(row));
            entry.broken |= broken;
            broken = false;
        }
        finish(entry);
    }

    private Gathered begin(CsvFile.Row row, String id) {
        if (id.isEmpty()) {
            row.problem("entry_id", "journal.no-id", "the entry_id is missing");
        } else if (!seen.add(id)) {
            row.problem(
                    "entry_id",
                    "journal.repeated-id",
                    "the entry '%s' stands further up already; the rows of an entry follow each other"
                            .formatted(id));
        }
        return new Gathered(id, row, date(row));
    }

    private static @Nullable LocalDate date(CsvFile.Row row) {
        try {
            return DateReader.read(row.text("date"));
        } catch (IllegalArgumentException unreadable) {
            row.problem("date", "journal.date", String.valueOf(unreadable.getMessage()));
            return null;
        }
    }

    /** Every row of an entry says the same of the entry, or nothing. */
    private static void sameHead(Gathered entry, CsvFile.Row row) {
        for (var column : List.of("date", "description", "document_no")) {
            var text = row.text(column);
            if (!text.isEmpty() && !text.equals(entry.first.text(column))) {
                row.problem(
                        column,
                        "journal.differs",
                        "'%s' differs from the first row of the entry, which says '%s'"
                                .formatted(text, entry.first.text(column)));
            }
        }
    }

    private void finish(@Nullable Gathered entry) {
        if (entry == null || entry.broken || entry.date == null) {
            return;
        }
        try {
            var documentNo = entry.first.textOrNull("document_no");
            entries.accept(
                    new Read(
                            new NewEntry(
                                    entry.date,
                                    NewEntry.IMPORT,
                                    JournalRow.plain(entry.first.text("description")),
                                    "journal:" + entry.id,
                                    documentNo == null ? null : JournalRow.plain(documentNo),
                                    entry.postings),
                            entry.first));
        } catch (LedgerException refusal) {
            entry.first.problem("entry_id", refusal.code(), String.valueOf(refusal.getMessage()));
            broken = false;
        } catch (IllegalArgumentException unreadable) {
            entry.first.problem(
                    "description", "journal.text", String.valueOf(unreadable.getMessage()));
            broken = false;
        }
    }

    @Override
    public void close() {
        csv.close();
        try {
            bytes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of one entry, until the next begins. */
    private static final class Gathered {

        private final String id;
        private final CsvFile.Row first;
        private final @Nullable LocalDate date;
        private final List<NewPosting> postings = new ArrayList<>();
        private boolean broken;

        Gathered(String id, CsvFile.Row first, @Nullable LocalDate date) {
            this.id = id;
            this.first = first;
            this.date = date;
        }

        void add(@Nullable NewPosting posting) {
            if (posting == null) {
                broken = true;
            } else {
                postings.add(posting);
            }
        }
    }
}
