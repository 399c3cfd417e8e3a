package id.patungan.ledger.pages;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.DateReader;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;

import org.springframework.util.MultiValueMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * What somebody typed into the entry form: text, until {@link EntryFormReader} has read it.
 *
 * @param key makes posting twice post once
 * @param version of the draft that is edited, empty for a new entry
 */
public record EntryForm(
        String key,
        String version,
        String date,
        String documentNo,
        String description,
        List<LineForm> lines) {

    /** Rows shown at first, and added at a time where no script does it. */
    static final int ROWS = 4;

    private static final int MOST_ROWS = 500;

    /** Copies the lines. */
    public EntryForm {
        lines = List.copyOf(lines);
    }

    /** One row of the form. */
    public record LineForm(
            String account,
            String fund,
            String party,
            String project,
            String debit,
            String credit,
            String memo) {

        private static final LineForm EMPTY = new LineForm("", "", "", "", "", "", "");

        /** Whether nothing was typed; a fund alone is what a new row is given. */
        boolean blank() {
            return (account + party + project + debit + credit + memo).isBlank();
        }

        private LineForm with(String column, String value) {
            return column.equals("debit")
                    ? new LineForm(account, fund, party, project, value, credit, memo)
                    : new LineForm(account, fund, party, project, debit, value, memo);
        }
    }

    /** An empty form for a day. */
    static EntryForm empty(String key, LocalDate date) {
        return new EntryForm(key, "", DateReader.typed(date), "", "", List.of()).withRows(ROWS);
    }

    /** As sent by a browser: fields of rows come in the order of the rows. */
    static EntryForm sent(MultiValueMap<String, String> sent) {
        var rows = Math.min(MOST_ROWS, sent.getOrDefault("account", List.of()).size());
        var lines = new ArrayList<LineForm>();
        for (var row = 0; row < rows; row++) {
            lines.add(
                    new LineForm(
                            cell(sent, "account", row),
                            cell(sent, "fund", row),
                            cell(sent, "party", row),
                            cell(sent, "project", row),
                            cell(sent, "debit", row),
                            cell(sent, "credit", row),
                            cell(sent, "memo", row)));
        }
        return new EntryForm(
                        cell(sent, "key", 0),
                        cell(sent, "version", 0),
                        cell(sent, "date", 0),
                        cell(sent, "documentNo", 0),
                        cell(sent, "description", 0),
                        lines)
                .withRows(2);
    }

    private static String cell(MultiValueMap<String, String> sent, String name, int row) {
        var values = sent.getOrDefault(name, List.of());
        var value = row < values.size() ? values.get(row) : null;
        return value == null ? "" : value.strip();
    }

    /** A draft, to be edited. */
    static EntryForm of(NewEntry entry, int version, Currency currency, Locale locale) {
        return new EntryForm(
                "",
                Integer.toString(version),
                DateReader.typed(entry.date()),
                entry.documentNo() == null ? "" : entry.documentNo(),
                entry.description(),
                entry.postings().stream().map(line -> line(line, currency, locale)).toList());
    }

    private static LineForm line(NewPosting posting, Currency currency, Locale locale) {
        var amount = posting.amount();
        return new LineForm(
                posting.account().value(),
                posting.fund().value(),
                posting.party() == null ? "" : posting.party(),
                posting.project() == null ? "" : posting.project(),
                amount > 0 ? AmountFormat.amount(amount, currency, locale) : "",
                amount < 0 ? AmountFormat.amount(-amount, currency, locale) : "",
                posting.memo() == null ? "" : posting.memo());
    }

    /** At least so many rows. */
    EntryForm withRows(int rows) {
        var filled = new ArrayList<>(lines);
        while (filled.size() < rows) {
            filled.add(LineForm.EMPTY);
        }
        return new EntryForm(key, version, date, documentNo, description, filled);
    }

    /** More rows below. */
    EntryForm withMoreRows() {
        return withRows(Math.min(MOST_ROWS, lines.size() + 2));
    }

    /**
     * The answer to a question about an amount.
     *
     * @param choice {@code debit-3=6500.00}; anything else changes nothing
     */
    EntryForm chosen(String choice) {
        var match =
                java.util.regex.Pattern.compile("(debit|credit)-([0-9]{1,4})=([0-9.,-]{1,40})")
                        .matcher(choice);
        if (!match.matches()) {
            return this;
        }
        var row = Integer.parseInt(match.group(2)) - 1;
        if (row < 0 || row >= lines.size()) {
            return this;
        }
        var answered = new ArrayList<>(lines);
        answered.set(row, lines.get(row).with(match.group(1), match.group(3)));
        return new EntryForm(key, version, date, documentNo, description, answered);
    }
}
