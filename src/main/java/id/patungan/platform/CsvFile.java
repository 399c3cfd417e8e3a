package id.patungan.platform;

import id.patungan.basics.Problem;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/**
 * A CSV file with a heading line, read row by row so that its size does not matter: UTF-8 with or
 * without a byte order mark, separated by commas or semicolons (told from the heading).
 *
 * <p>What is wrong with the file's form is handed to the consumer of problems with line and column;
 * rows that cannot be used are skipped after that, so a reader sees every problem of a file at
 * once.
 */
public final class CsvFile implements AutoCloseable, Iterable<CsvFile.Row> {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int LONGEST_HEADING = 1 << 15;

    private final String name;
    private final Consumer<Problem> problems;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final @Nullable CSVParser parser;

    /**
     * Reads the heading.
     *
     * @param name the file's name, as problems show it
     * @param required columns that must be there; without them no row is read
     * @param optional columns that may be there; any other column is a problem
     * @throws UncheckedIOException if the bytes cannot be read
     */
    public CsvFile(
            String name,
            InputStream bytes,
            Collection<String> required,
            Collection<String> optional,
            Consumer<Problem> problems) {
        this.name = name;
        this.problems = problems;
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try {
            var reader = new BufferedReader(new InputStreamReader(bytes, decoder), 1 << 16);
            this.parser = open(reader, required, optional);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable CSVParser open(
            BufferedReader reader, Collection<String> required, Collection<String> optional)
            throws IOException {
        reader.mark(LONGEST_HEADING);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        var separator = separator(reader);
        var opened =
                CSVFormat.RFC4180
                        .builder()
                        .setDelimiter(separator)
                        .setIgnoreEmptyLines(false)
                        .get()
                        .parse(reader);
        var rows = opened.iterator();
        if (!rows.hasNext()) {
            problems.accept(problem(1, 0, "file.empty", "the file has no heading line"));
            return null;
        }
        return headingIsUsable(rows.next(), required, optional) ? opened : null;
    }

    /** Looks no further into the heading than can be gone back. */
    private static char separator(BufferedReader reader) throws IOException {
        reader.mark(LONGEST_HEADING);
        var separator = ',';
        for (var at = 0; at < LONGEST_HEADING; at++) {
            var next = reader.read();
            if (next < 0 || next == '\n' || next == '\r') break;
            if (next == ';') separator = ';';
        }
        reader.reset();
        return separator;
    }

    private boolean headingIsUsable(
            CSVRecord heading, Collection<String> required, Collection<String> optional) {
        var usable = true;
        for (var index = 0; index < heading.size(); index++) {
            var title = heading.get(index).strip().toLowerCase(Locale.ROOT);
            if (!required.contains(title) && !optional.contains(title)) {
                var known = new ArrayList<>(required);
                known.addAll(optional);
                problems.accept(
                        problem(
                                1,
                                index + 1,
                                "file.unknown-column",
                                "'%s' is not a column of this file; known are %s"
                                        .formatted(title, String.join(",", known))));
                usable = false;
            } else if (columns.putIfAbsent(title, index) != null) {
                problems.accept(
                        problem(
                                1,
                                index + 1,
                                "file.repeated-column",
                                "the column '%s' stands twice".formatted(title)));
                usable = false;
            }
        }
        for (var title : required) {
            if (!columns.containsKey(title)) {
                problems.accept(
                        problem(
                                1,
                                0,
                                "file.missing-column",
                                "the column '%s' is missing".formatted(title)));
                usable = false;
            }
        }
        return usable;
    }

    /** Whether the heading has that column. */
    public boolean has(String column) {
        return columns.containsKey(column);
    }

    /** A problem of this file, not yet handed on. */
    public Problem problem(int line, int column, String code, String message) {
        return new Problem(name, line, column, code, message);
    }

    /** The rows after the heading, once; malformed ones are problems and are left out. */
    @Override
    public Iterator<Row> iterator() {
        return new Rows();
    }

    @Override
    public void close() {
        try {
            if (parser != null) {
                parser.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Rows implements Iterator<Row> {

        private @Nullable Row next;

        @Override
        public boolean hasNext() {
            while (next == null && parser != null) {
                // the parser stands on the line where the last row ended
                var line = (int) parser.getCurrentLineNumber() + 1;
                var records = parser.iterator();
                try {
                    if (!records.hasNext()) {
                        return false;
                    }
                    next = read(records.next(), line);
                } catch (UncheckedIOException e) {
                    problems.accept(
                            problem(
                                    line,
                                    0,
                                    "file.quotes",
                                    "a quoted field does not end properly; nothing after it was"
                                            + " read"));
                    return false;
                }
            }
            return next != null;
        }

        @Override
        public Row next() {
            if (!hasNext() || next == null) {
                throw new NoSuchElementException();
            }
            var row = next;
            next = null;
            return row;
        }

        private @Nullable Row read(CSVRecord record, int line) {
            if (record.size() == 1 && record.get(0).isBlank()) {
                return null;
            }
            if (record.size() != columns.size()) {
                problems.accept(
                        problem(
                                line,
                                0,
                                "file.fields",
                                "the line has %d fields, the heading %d"
                                        .formatted(record.size(), columns.size())));
                return null;
            }
            for (var index = 0; index < record.size(); index++) {
                if (record.get(index).indexOf(REPLACEMENT) >= 0) {
                    problems.accept(
                            problem(
                                    line,
                                    index + 1,
                                    "file.encoding",
                                    "the text is not UTF-8; save the file as UTF-8"));
                    return null;
                }
            }
            return new Row(CsvFile.this, line, List.of(record.values()));
        }
    }

    /**
     * One row.
     *
     * @param line where it begins, 1 for the heading
     */
    public record Row(CsvFile file, int line, List<String> fields) {

        /** The field without blanks around it; empty if the file has no such column. */
        public String text(String column) {
            var index = file.columns.get(column);
            return index == null ? "" : fields.get(index).strip();
        }

        /** The field, or null where it is empty or the file has no such column. */
        public @Nullable String textOrNull(String column) {
            var text = text(column);
            return text.isEmpty() ? null : text;
        }

        /** Hands on a problem of one field of this row. */
        public void problem(String column, String code, String message) {
            file.problems.accept(problemAt(column, code, message));
        }

        /** A problem of one field of this row, not yet handed on. */
        public Problem problemAt(String column, String code, String message) {
            var index = file.columns.get(column);
            return file.problem(line, index == null ? 0 : index + 1, code, message);
        }

        /** Hands on a problem of this row as a whole. */
        public void problem(String code, String message) {
            file.problems.accept(file.problem(line, 0, code, message));
        }
    }
}
