package id.patungan.allocation;

import id.patungan.basics.Fraction;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a parties file; goes on after a problem, so that the user sees all of them at once. */
final class PartiesReader {

    private static final int LONGEST = 20_000_000;
    private static final int LONGEST_CODE = 64;
    private static final String HISTORY = "tie_history";

    /** What was surely meant as a number, readable or not. */
    private static final Pattern LOOKS_NUMERIC = Pattern.compile("[-+]?[0-9][0-9.,/ ]*");

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    PartiesReader(String file) {
        this.file = file;
    }

    Parties read(String text) {
        var rows = text.length() > LONGEST ? tooLong() : CsvRows.read(file, text, problems);
        var parties = rows.isEmpty() ? noHeader() : parties(rows);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new InputException(problems);
        }
        return new Parties(parties);
    }

    private List<CsvRows.Row> tooLong() {
        problem(0, 0, "allocation.file-too-large", "A parties file has at most 20 MB");
        return List.of();
    }

    private List<Parties.Party> noHeader() {
        if (problems.isEmpty()) {
            problem(1, 0, "allocation.header", "The file is empty; " + HEADER);
        }
        return List.of();
    }

    private static final String HEADER = "the first line names the columns: party,name,INDICATOR…";

    private List<Parties.Party> parties(List<CsvRows.Row> rows) {
        var header = rows.getFirst();
        var names = header.cells();
        if (names.isEmpty() || !names.getFirst().equals("party")) {
            problem(
                    header.line(),
                    1,
                    "allocation.header",
                    "The first column must be party; " + HEADER);
            return List.of();
        }
        var seen = new HashSet<String>();
        for (var column = 0; column < names.size(); column++) {
            if (names.get(column).isEmpty() || !seen.add(names.get(column))) {
                problem(
                        header.line(),
                        column + 1,
                        "allocation.header",
                        names.get(column).isEmpty()
                                ? "A column has no name; name it or delete it"
                                : "The column " + names.get(column) + " is there twice");
            }
        }
        var body = new ArrayList<CsvRows.Row>();
        for (var row : rows.subList(1, rows.size())) {
            if (row.cells().size() == names.size()) {
                body.add(row);
            } else {
                problem(
                        row.line(),
                        0,
                        "allocation.columns",
                        "The line has "
                                + row.cells().size()
                                + " fields, the header "
                                + names.size()
                                + "; put quotes around a field that holds the separator");
            }
        }
        if (rows.size() == 1) {
            problem(0, 0, "allocation.no-parties", "There are no parties; add a line for each");
        }
        return problems.isEmpty() ? parties(names, body) : List.of();
    }

    private List<Parties.Party> parties(List<String> names, List<CsvRows.Row> body) {
        var words = new HashSet<Integer>();
        for (var column = 1; column < names.size(); column++) {
            var at = column;
            if (!names.get(at).equals("name")
                    && !names.get(at).equals(HISTORY)
                    && body.stream().anyMatch(row -> !row.cells().get(at).isEmpty())
                    && body.stream()
                            .noneMatch(
                                    row -> LOOKS_NUMERIC.matcher(row.cells().get(at)).matches())) {
                words.add(at);
            }
        }
        var codes = new HashSet<String>();
        var parties = new ArrayList<Parties.Party>();
        for (var row : body) {
            var code = row.cells().getFirst();
            if (code.isEmpty() || code.length() > LONGEST_CODE) {
                problem(
                        row.line(),
                        1,
                        "allocation.party-code",
                        "A party needs a code of 1 to 64 characters");
            } else if (!codes.add(code)) {
                problem(
                        row.line(),
                        1,
                        "allocation.duplicate-party",
                        "Party " + code + " is there twice; leave one line out");
            }
            parties.add(party(names, row, words));
        }
        return parties;
    }

    private Parties.Party party(List<String> names, CsvRows.Row row, Set<Integer> wordColumns) {
        var name = row.cells().getFirst();
        Long history = null;
        Map<String, Fraction> figures = new LinkedHashMap<>();
        Map<String, String> words = new LinkedHashMap<>();
        for (var column = 1; column < names.size(); column++) {
            var cell = row.cells().get(column);
            if (cell.isEmpty()) {
                continue;
            }
            var title = names.get(column);
            if (title.equals("name")) {
                name = cell;
            } else if (wordColumns.contains(column)) {
                words.put(title, cell);
            } else {
                var figure = figure(cell, row.line(), column + 1);
                if (figure != null && title.equals(HISTORY)) {
                    history = units(figure, row.line(), column + 1);
                } else if (figure != null) {
                    figures.put(title, figure);
                }
            }
        }
        return new Parties.Party(row.cells().getFirst(), name, figures, words, history);
    }

    private @Nullable Long units(Fraction figure, int line, int column) {
        if (figure.isInteger() && figure.numerator().bitLength() < Long.SIZE) {
            return figure.numerator().longValueExact();
        }
        problem(line, column, "allocation.not-a-number", "tie_history counts whole units");
        return null;
    }

    private @Nullable Fraction figure(String cell, int line, int column) {
        var figure = Fraction.tryParse(cell);
        if (figure.isEmpty()) {
            problem(
                    line,
                    column,
                    "allocation.not-a-number",
                    "'"
                            + cell
                            + "' is not a number; write digits with a decimal point and no"
                            + " grouping: 1900000.50");
        }
        return figure.orElse(null);
    }

    private void problem(int line, int column, String code, String message) {
        problems.add(new Problem(file, line, column, code, message));
    }
}
