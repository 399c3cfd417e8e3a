package id.patungan.contributions.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A table of the live sheet: a line for each party, coalition or part, and below their sums. It
 * knows the addresses of all its cells before it is written, so that formulas can name them.
 */
final class Block {

    private static final int FIRST_COLUMN = 2;

    private final Page page;
    private final List<Label> labels;
    private final int head;
    private final List<Column> columns = new ArrayList<>();

    /** What stands before a line. */
    record Label(String code, String name) {}

    private record Column(
            String key, String heading, Look look, boolean summed, IntFunction<Entry> content) {}

    /** Takes its place on the page: no column changes it any more. */
    Block(Page page, List<Label> labels) {
        this.page = page;
        this.labels = labels;
        this.head = page.take(labels.size() + 3);
    }

    /**
     * Adds a column.
     *
     * @param content by line, from 0
     */
    Block add(String key, String heading, Look look, boolean summed, IntFunction<Entry> content) {
        columns.add(new Column(key, heading, look, summed, content));
        return this;
    }

    /** How many lines. */
    int size() {
        return labels.size();
    }

    /** The first line's row, from 0. */
    int firstRow() {
        return head + 1;
    }

    /** Where a column stands, from 0. */
    int column(String key) {
        for (var at = 0; at < columns.size(); at++) {
            if (columns.get(at).key.equals(key)) return FIRST_COLUMN + at;
        }
        throw new IllegalArgumentException("No column is named " + key);
    }

    String at(String key, int line) {
        return Page.address(firstRow() + line, column(key));
    }

    /** All lines of a column, without the sum. */
    String range(String key) {
        var last = Math.max(0, labels.size() - 1);
        return "%s:%s"
                .formatted(
                        new org.apache.poi.ss.util.CellReference(
                                        firstRow(), column(key), true, true)
                                .formatAsString(),
                        new org.apache.poi.ss.util.CellReference(
                                        firstRow() + last, column(key), true, true)
                                .formatAsString());
    }

    /** The sum below a column. */
    String sum(String key) {
        return new org.apache.poi.ss.util.CellReference(
                        firstRow() + labels.size(), column(key), true, true)
                .formatAsString();
    }

    /** Both cells of an amount. */
    Exact exact(String key, int line) {
        return new Exact(at(key + ".whole", line), at(key + ".part", line));
    }

    /** Writes head, lines and sums. */
    void write(String codeHead, String nameHead, String sumLabel) {
        page.head(head, 0, codeHead);
        page.head(head, 1, nameHead);
        for (var at = 0; at < columns.size(); at++) {
            page.head(head, FIRST_COLUMN + at, columns.get(at).heading);
        }
        for (var line = 0; line < labels.size(); line++) {
            var row = firstRow() + line;
            page.put(row, 0, new Entry.Text(labels.get(line).code), Look.TEXT, false);
            page.put(row, 1, new Entry.Text(labels.get(line).name), Look.TEXT, false);
            for (var at = 0; at < columns.size(); at++) {
                var column = columns.get(at);
                page.put(row, FIRST_COLUMN + at, column.content.apply(line), column.look, false);
            }
        }
        if (columns.stream().noneMatch(Column::summed)) return;
        var total = firstRow() + labels.size();
        page.put(total, 0, Entry.blank(), Look.TEXT, true);
        page.put(total, 1, new Entry.Text(sumLabel), Look.TEXT, true);
        for (var at = 0; at < columns.size(); at++) {
            var column = columns.get(at);
            page.put(
                    total,
                    FIRST_COLUMN + at,
                    column.summed && !labels.isEmpty()
                            ? Entry.formula("SUM(" + range(column.key) + ")")
                            : Entry.blank(),
                    column.look,
                    true);
        }
    }
}
