package id.patungan.allocation;

import id.patungan.basics.Problem;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The rows of a CSV file, comma or semicolon, each with the line on which it begins. */
final class CsvRows {

    private CsvRows() {}

    /** A row; the cells carry no spaces around them. */
    record Row(int line, List<String> cells) {}

    /** The rows, the header first; adds a problem if the text is not CSV. */
    static List<Row> read(String file, String text, List<Problem> problems) {
        var content = text.startsWith("\uFEFF") ? text.substring(1) : text;
        var firstLine = content.lines().findFirst().orElse("");
        var semicolons = firstLine.chars().filter(c -> c == ';').count();
        var commas = firstLine.chars().filter(c -> c == ',').count();
        var format =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(semicolons > commas ? ';' : ',')
                        .setTrim(true)
                        .setIgnoreSurroundingSpaces(true)
                        .setIgnoreEmptyLines(true)
                        .get();
        var rows = new ArrayList<Row>();
        try (var parser = CSVParser.parse(new StringReader(content), format)) {
            var records = parser.iterator();
            while (records.hasNext()) {
                var record = records.next();
                var breaks =
                        record.stream().mapToLong(cell -> cell.lines().count()).max().orElse(1);
                var line = parser.getCurrentLineNumber() - Math.max(0, breaks - 1);
                rows.add(new Row((int) line, record.toList()));
            }
        } catch (IOException | UncheckedIOException e) {
            problems.add(
                    new Problem(
                            file,
                            rows.size() + 1,
                            0,
                            "allocation.csv",
                            "Not readable as CSV: " + e.getMessage()));
        }
        return rows;
    }
}
