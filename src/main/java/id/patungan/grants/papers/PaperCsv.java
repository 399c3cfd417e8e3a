package id.patungan.grants.papers;

import id.patungan.documents.CsvPaper;
import id.patungan.grants.papers.PaperLayout.Cell;
import id.patungan.grants.papers.PaperLayout.Table;
import id.patungan.grants.papers.PaperLayout.Words;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The paper as rows for any program: {@code table} says to which table a row belongs, {@code row}
 * what it is; then a column for each key that any table has. What is no table stands as {@code
 * fact}, {@code text}, {@code check} and {@code state} in {@code label} and {@code text}.
 */
final class PaperCsv {

    private final PaperLayout layout;

    PaperCsv(PaperLayout layout) {
        this.layout = layout;
    }

    byte[] render(@Nullable String number) {
        var keys = new LinkedHashSet<String>();
        keys.addAll(List.of("table", "row", "currency", "label", "text"));
        for (var part : layout.parts()) {
            if (part instanceof Table table) {
                table.columns().forEach(column -> keys.add(column.key()));
            }
        }
        var columns = List.copyOf(keys);
        var csv = new CsvPaper(layout.formats().language(), columns);
        var width = columns.size();
        var head = layout.head();
        words(csv, width, "title", number, head.title());
        words(csv, width, "period", null, head.period());
        if (head.stamp() != null) words(csv, width, "sample", null, head.stamp());
        for (var fact : layout.facts()) {
            words(csv, width, "fact", fact.label(), fact.value());
        }
        for (var part : layout.parts()) {
            switch (part) {
                case Words(var text, var _) -> words(csv, width, "text", null, text);
                case Table table -> table(csv, columns, table);
            }
        }
        words(csv, width, "check", null, layout.check().line());
        words(csv, width, "check", null, layout.check().verdict());
        layout.foot().state().forEach(state -> words(csv, width, "state", null, state));
        return csv.bytes();
    }

    private static void words(
            CsvPaper csv, int width, String row, @Nullable String label, String text) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(null);
        cells.add(row);
        cells.add(null);
        cells.add(label);
        cells.add(text);
        while (cells.size() < width) cells.add(null);
        csv.row(cells.toArray());
    }

    private void table(CsvPaper csv, List<String> columns, Table table) {
        for (var row : table.rows()) {
            var cells = new @Nullable Object[columns.size()];
            cells[0] = table.name();
            cells[1] = row.kind().code();
            cells[2] = currency(row);
            for (int at = 0; at < row.cells().size(); at++) {
                var key = table.columns().get(at).key();
                cells[columns.indexOf(key)] = value(row.cells().get(at), currency(row));
            }
            csv.row(cells);
        }
    }

    private static @Nullable String currency(PaperLayout.Row row) {
        for (var cell : row.cells()) {
            if (cell instanceof Cell.Amount(var money)) return money.currency().getCurrencyCode();
        }
        return null;
    }

    /** An amount; with its currency, where that is not the one of the row. */
    private static @Nullable Object value(Cell cell, @Nullable String currency) {
        return switch (cell) {
            case Cell.Text(var text) -> text;
            case Cell.Amount(var money) ->
                    money.currency().getCurrencyCode().equals(currency)
                            ? money.toDecimal()
                            : money.toString();
            case Cell.Original(var money) -> money.toString();
            case Cell.Percent(var percent) -> percent;
            case Cell.Day(var day) -> day;
            case Cell.Blank() -> null;
        };
    }
}
