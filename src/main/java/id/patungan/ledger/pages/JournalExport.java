package id.patungan.ledger.pages;

import id.patungan.ledger.Entry;
import id.patungan.ledger.Filter;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Line;
import id.patungan.platform.Access;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;

/**
 * The filtered journal as a file, read page by page up to one entry number, so that its size does
 * not matter and a posting meanwhile does not shift it.
 *
 * <p>The CSV is {@code journal.csv} of the import with columns behind it that the import passes
 * over; what would be a formula in a spreadsheet gets an apostrophe in front.
 */
@Component
class JournalExport {

    /** The columns of the import, then those that only inform. */
    static final List<String> COLUMNS =
            List.of(
                    "entry_id",
                    "date",
                    "description",
                    "account_code",
                    "fund_code",
                    "project_code",
                    "party_code",
                    "debit",
                    "credit",
                    "charge",
                    "paying_unit",
                    "period",
                    "award_line",
                    "currency",
                    "original_amount",
                    "rate",
                    "document_no",
                    "memo",
                    "kind",
                    "reverses",
                    "reason",
                    "source_key",
                    "prepared_by",
                    "approved_by",
                    "recorded_at",
                    "hash");

    private final Journal journal;
    private final JsonMapper json;

    JournalExport(Journal journal, JsonMapper json) {
        this.journal = journal;
        this.json = json;
    }

    void csv(Access access, BodyEntry body, Filter filter, OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        var printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(COLUMNS);
        each(
                access,
                filter,
                entry -> {
                    for (var line : entry.lines()) {
                        print(printer, row(entry, line, body.currency()));
                    }
                });
        printer.flush();
    }

    void json(Access access, BodyEntry body, Filter filter, OutputStream out) {
        try (var generator = json.createGenerator(out)) {
            generator.writeStartArray();
            each(
                    access,
                    filter,
                    entry -> generator.writePOJO(EntryJson.of(entry, body.currency())));
            generator.writeEndArray();
        }
    }

    private void each(Access access, Filter filter, Consumer<Entry> consumer) {
        var asked = filter.knownAt();
        var fixed = filter.known(asked == null ? journal.head(access.body()).lastNo() : asked);
        for (var page = 1; ; page++) {
            var found = journal.entries(access, fixed.paged(page, Filter.LARGEST_PAGE));
            found.entries().forEach(consumer);
            if (page >= found.pages()) {
                return;
            }
        }
    }

    private static void print(CSVPrinter printer, List<? extends @Nullable Object> row) {
        try {
            printer.printRecord(row);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<@Nullable Object> row(Entry entry, Line line, Currency currency) {
        var original = line.original();
        var row = new java.util.ArrayList<@Nullable Object>();
        row.add(entry.no());
        row.add(entry.date());
        row.add(text(entry.description()));
        row.add(line.account().value());
        row.add(line.fund().value());
        row.add(line.project());
        row.add(line.party());
        row.add(line.amount() > 0 ? EntryJson.plain(currency, line.amount()) : null);
        row.add(line.amount() < 0 ? EntryJson.plain(currency, -line.amount()) : null);
        row.add(line.charge());
        row.add(line.unit());
        row.add(line.period());
        row.add(line.awardLine());
        row.add(original == null ? null : original.currency().getCurrencyCode());
        row.add(original == null ? null : EntryJson.plain(original.currency(), original.amount()));
        row.add(original == null ? null : original.rate().toPlainString());
        row.add(text(entry.documentNo()));
        row.add(text(line.memo()));
        row.add(entry.kind());
        row.add(entry.reverses());
        row.add(text(entry.reason()));
        row.add(text(entry.sourceKey()));
        row.add(entry.preparedBy());
        row.add(entry.approvedBy());
        row.add(entry.recordedAt());
        row.add(entry.hash());
        return row;
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe in front. */
    static @Nullable String text(@Nullable String text) {
        return text != null && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
    }
}
