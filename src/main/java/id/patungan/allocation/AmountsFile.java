package id.patungan.allocation;

import id.patungan.basics.AmountReader;
import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.basics.Problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Files of named amounts as CSV: {@code line,amount} for totals that are split at once, and {@code
 * party,…,share} for an earlier run, such as {@code allocate --format csv} prints it.
 */
public final class AmountsFile {

    private static final int LONGEST = 20_000_000;

    private AmountsFile() {}

    /**
     * Reads the totals of lines.
     *
     * @param file its name, for the problems
     * @throws InputException with every problem, each with line and field number
     */
    public static List<LineShares.Total> totals(String file, String text, Currency currency) {
        return amounts(file, text, "line", "amount", currency).entrySet().stream()
                .map(entry -> new LineShares.Total(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * Reads what each party was charged before.
     *
     * @param file its name, for the problems
     * @throws InputException with every problem, each with line and field number
     */
    public static SequencedMap<String, Money> shares(String file, String text, Currency currency) {
        return amounts(file, text, "party", "share", currency);
    }

    private static SequencedMap<String, Money> amounts(
            String file, String text, String key, String column, Currency currency) {
        var problems = new ArrayList<Problem>();
        if (text.length() > LONGEST) {
            problems.add(
                    new Problem(file, 0, 0, "allocation.file-too-large", "It has at most 20 MB"));
            throw new InputException(problems);
        }
        var rows = CsvRows.read(file, text, problems);
        var header = rows.isEmpty() ? List.<String>of() : rows.getFirst().cells();
        var amountAt = header.indexOf(column);
        if (header.isEmpty() || !header.getFirst().equals(key) || amountAt < 0) {
            problems.add(
                    new Problem(
                            file,
                            1,
                            0,
                            "allocation.header",
                            "The first line names the columns: " + key + ",…," + column));
            throw new InputException(problems);
        }
        if (rows.size() == 1) {
            problems.add(
                    new Problem(file, 0, 0, "allocation.no-rows", "There is no line below it"));
        }
        var amounts = new LinkedHashMap<String, Money>();
        var seen = new HashSet<String>();
        for (var row : rows.subList(1, rows.size())) {
            var cells = row.cells();
            if (cells.size() != header.size()) {
                problems.add(
                        new Problem(
                                file,
                                row.line(),
                                0,
                                "allocation.columns",
                                "The line has "
                                        + cells.size()
                                        + " fields, the header "
                                        + header.size()));
                continue;
            }
            if (cells.getFirst().isEmpty() || !seen.add(cells.getFirst())) {
                problems.add(
                        new Problem(
                                file,
                                row.line(),
                                1,
                                "allocation.duplicate-name",
                                cells.getFirst().isEmpty()
                                        ? "The " + key + " has no name"
                                        : cells.getFirst()
                                                + " is there twice; leave one line out"));
            }
            switch (AmountReader.read(cells.get(amountAt), currency, Grammar.PLAIN)) {
                case AmountReader.Read(var amount) -> amounts.put(cells.getFirst(), amount);
                default ->
                        problems.add(
                                new Problem(
                                        file,
                                        row.line(),
                                        amountAt + 1,
                                        "allocation.not-an-amount",
                                        "'"
                                                + cells.get(amountAt)
                                                + "' is no amount in "
                                                + currency.getCurrencyCode()
                                                + "; write digits with a decimal point and no"
                                                + " grouping: 1900000.50"));
            }
        }
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new InputException(problems);
        }
        return amounts;
    }
}
