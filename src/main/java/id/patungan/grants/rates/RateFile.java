package id.patungan.grants.rates;

import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.CsvFile;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;

/**
 * Exchange rates from a CSV file: all rows or none, every problem named with its line and column,
 * and a second run of the same file adds nothing.
 */
@Service
public class RateFile {

    static final List<String> REQUIRED = List.of("currency", "on", "rate", "source");
    static final List<String> OPTIONAL = List.of("document", "reason");
    private static final int MOST_ROWS = 5_000;

    private final ExchangeRates rates;

    RateFile(ExchangeRates rates) {
        this.rates = rates;
    }

    /**
     * What an import did, or would do.
     *
     * @param rows in the file
     * @param added what was not there before
     * @param stored false if nothing was to be stored
     */
    public record Outcome(int rows, int added, boolean stored) {}

    /** A rate and where it stands. */
    record Line(NewRate wish, CsvFile.Row row) {

        Problem problem(RatesException refused) {
            return at(row, columnOf(refused), refused);
        }
    }

    /** One rate per currency and day in a file. */
    private record Key(Currency currency, RateDate on) {}

    /**
     * Imports {@code currency,on,rate,source} and, where they are there, {@code document,reason};
     * {@code on} is a day like 2006-03-15 or a month like 2006-03.
     *
     * @param name of the file, as problems show it
     * @param dryRun checks everything and stores nothing
     * @throws InputException with every problem of the file; nothing is stored then
     */
    public Outcome read(Access access, String name, InputStream bytes, boolean dryRun) {
        access.require(Action.PREPARE);
        var problems = new ArrayList<Problem>();
        var lines = new ArrayList<Line>();
        var rows = 0;
        try (var csv = new CsvFile(name, bytes, REQUIRED, OPTIONAL, problems::add)) {
            var first = new HashMap<Key, Integer>();
            for (var row : csv) {
                if (++rows > MOST_ROWS) {
                    problems.add(at(row, "currency", RatesException.tooManyRows(MOST_ROWS)));
                    break;
                }
                var wish = wish(row, problems);
                if (wish == null) continue;
                var earlier = first.putIfAbsent(new Key(wish.currency(), wish.on()), row.line());
                if (earlier == null) {
                    lines.add(new Line(wish, row));
                } else {
                    problems.add(
                            at(
                                    row,
                                    "on",
                                    RatesException.twiceInFile(
                                            wish.currency(), wish.on(), earlier)));
                }
            }
        }
        if (rows == 0 && problems.isEmpty()) {
            problems.add(
                    new Problem(
                            name,
                            1,
                            0,
                            "file.no-rows",
                            "the file has a heading and no row",
                            new Problem.Said("rates.problem.no-rows", List.of())));
        }
        var added = rates.recordAll(access, lines, problems, dryRun);
        return new Outcome(rows, added, !dryRun);
    }

    private static @Nullable NewRate wish(CsvFile.Row row, List<Problem> problems) {
        var currency =
                read(row, problems, "currency", () -> NewRate.currency(row.text("currency")));
        var on = read(row, problems, "on", () -> RateDate.read(row.text("on")));
        BigDecimal rate = read(row, problems, "rate", () -> NewRate.rate(row.text("rate")));
        if (currency == null || on == null || rate == null) return null;
        try {
            return new NewRate(
                    currency,
                    on,
                    rate,
                    row.text("source"),
                    row.textOrNull("document"),
                    row.textOrNull("reason"));
        } catch (RatesException refused) {
            problems.add(at(row, columnOf(refused), refused));
            return null;
        }
    }

    private static <T> @Nullable T read(
            CsvFile.Row row, List<Problem> problems, String column, Supplier<T> value) {
        try {
            return value.get();
        } catch (RatesException refused) {
            problems.add(at(row, column, refused));
            return null;
        }
    }

    /** The column, or the field of a form, that a refusal of a whole rate is about. */
    static String columnOf(RatesException refused) {
        return switch (refused.code()) {
            case "rates.missing", "rates.too-long" ->
                    String.valueOf(refused.arguments().getFirst());
            case "rates.book-currency", "rates.unknown-currency" -> "currency";
            case "rates.nothing-to-correct" -> "reason";
            case "rates.already", "rates.bad-rate", "rates.ambiguous" -> "rate";
            default -> "on";
        };
    }

    private static Problem at(CsvFile.Row row, String column, RatesException refused) {
        var plain = row.problemAt(column, refused.code(), String.valueOf(refused.getMessage()));
        return new Problem(
                plain.file(),
                plain.line(),
                plain.column(),
                plain.code(),
                plain.message(),
                new Problem.Said(
                        "refusal." + refused.code(),
                        refused.arguments().stream().map(String::valueOf).toList()));
    }

    static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                .toList();
    }
}
