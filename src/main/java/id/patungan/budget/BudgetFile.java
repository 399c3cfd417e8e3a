package id.patungan.budget;

import id.patungan.basics.AmountReader;
import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.DecimalReader;
import id.patungan.basics.DomainException;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.CsvFile;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The lines of a budget from a CSV or XLSX file: all rows or none, every problem named with its
 * line and column. The rows replace the draft's lines; the same file once more changes nothing.
 *
 * <p>A row says how its months come about: {@code posts} and {@code salary} (with {@code
 * first_month}, {@code service_months}, {@code thr_month}, {@code thr_pays}), or {@code
 * year_amount} (with {@code in_months}), or the months {@code m01} to {@code m12} themselves. Where
 * it has both, as an export has, they must agree.
 */
@Service
public class BudgetFile {

    /** The months, as their columns are called. */
    public static final List<String> MONTHS =
            IntStream.rangeClosed(1, BudgetLine.MONTHS).mapToObj(BudgetLine::column).toList();

    /** All columns, in the order of an export; {@code side} is for the reader alone. */
    public static final List<String> COLUMNS =
            Stream.of(
                            Stream.of("fund", "account", "side", "project", "text"),
                            Stream.of("posts", "salary", "first_month", "service_months"),
                            Stream.of("thr_month", "thr_pays", "year_amount", "in_months"),
                            MONTHS.stream(),
                            Stream.of("total"))
                    .flatMap(part -> part)
                    .toList();

    private static final List<String> REQUIRED = List.of("fund", "account", "text");
    private static final List<String> OPTIONAL =
            COLUMNS.stream().filter(column -> !REQUIRED.contains(column)).toList();

    private final Budgets budgets;
    private final BudgetRules rules;

    BudgetFile(Budgets budgets, BudgetRules rules) {
        this.budgets = budgets;
        this.rules = rules;
    }

    /**
     * What an import did, or would do.
     *
     * @param rows in the file
     * @param changed whether the draft was another before
     * @param stored false if nothing was to be stored
     */
    public record Outcome(int rows, boolean changed, boolean stored) {}

    /**
     * Which budget the lines are for.
     *
     * @param alternative as {@link Budgets#alternative} makes it; it is started if it is not there
     * @param nameId of the alternative, if it is started; its code if nothing is said
     */
    public record Target(
            int year,
            String alternative,
            BudgetStep step,
            @Nullable String nameId,
            @Nullable String nameEn) {}

    /**
     * Imports the lines.
     *
     * @param name of the file, as problems show it
     * @param numbers how amounts are written
     * @param dryRun checks everything and stores nothing
     * @throws InputException with every problem of the file; nothing is stored then
     * @throws BudgetException if that budget takes no lines now
     */
    public Outcome read(
            Access access,
            Target target,
            String name,
            InputStream stream,
            Grammar numbers,
            boolean dryRun)
            throws IOException {
        access.require(Action.PREPARE);
        budgets.requireOpen(access, target.year(), target.alternative(), target.step());
        var problems = new ArrayList<Problem>();
        var lines = lines(access, name, stream.readAllBytes(), numbers, problems);
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column));
            throw new InputException(problems);
        }
        var before = budgets.find(access, target.year(), target.alternative()).map(Budget::newest);
        var plan =
                before.map(one -> one.plan().with(lines))
                        .orElseGet(() ->
                                new BudgetPlan(
                                        named(target.nameId(), target.alternative()),
                                        named(target.nameEn(), target.alternative()),
                                        lines));
        var changed =
                before.filter(one -> one.step() == target.step() && one.plan().equals(plan))
                        .isEmpty();
        if (!dryRun) {
            budgets.draft(access, target.year(), target.alternative(), target.step(), plan, null);
        }
        return new Outcome(lines.size(), changed, !dryRun);
    }

    private static String named(@Nullable String name, String alternative) {
        return name == null || name.isBlank() ? alternative : name.strip();
    }

    private List<BudgetLine> lines(
            Access access, String name, byte[] bytes, Grammar numbers, List<Problem> problems) {
        var known = rules.known(access);
        var most = BudgetRules.MOST_LINES;
        var text =
                BudgetSheet.is(bytes)
                        ? new BudgetSheet(name, numbers, problems::add).csv(bytes, most)
                        : bytes;
        var lines = new ArrayList<BudgetLine>();
        if (!problems.isEmpty()) return lines;
        var first = new HashMap<BudgetLine.Key, Integer>();
        var rows = 0;
        try (var csv =
                new CsvFile(
                        name, new ByteArrayInputStream(text), REQUIRED, OPTIONAL, problems::add)) {
            for (var row : csv) {
                if (++rows > most) {
                    problems.add(at(row, "fund", BudgetException.tooManyLines(most)));
                    break;
                }
                var reader = new Reader(row, known, numbers, problems);
                var line = reader.line();
                if (line == null) continue;
                if (first.putIfAbsent(line.key(), row.line()) != null) {
                    problems.add(at(row, "text", BudgetException.twice(line.key())));
                }
                lines.add(line);
            }
        }
        if (rows == 0 && problems.isEmpty()) {
            problems.add(said(new Problem(name, 1, 0, "", ""), BudgetException.noRows()));
        }
        return lines;
    }

    /** Reads one row, noting everything that is wrong with it. */
    private static final class Reader {

        private final CsvFile.Row row;
        private final BudgetRules.Known known;
        private final Grammar numbers;
        private final List<Problem> problems;
        private final int before;

        Reader(CsvFile.Row row, BudgetRules.Known known, Grammar numbers, List<Problem> problems) {
            this.row = row;
            this.known = known;
            this.numbers = numbers;
            this.problems = problems;
            this.before = problems.size();
        }

        /** The line; null if something is wrong with it. */
        @Nullable BudgetLine line() {
            var staff = staff();
            var spread = spread();
            var months = months();
            if (problems.size() > before) return null;
            try {
                var line = known.require(made(staff, spread, months));
                requireTotal(line);
                return line;
            } catch (DomainException refusal) {
                note(column(refusal), refusal);
                return null;
            }
        }

        private BudgetLine made(
                @Nullable Staff staff, @Nullable Spread spread, @Nullable List<Long> typed) {
            if (staff != null && spread != null) throw BudgetException.twoWorkings();
            var months =
                    typed != null
                            ? typed
                            : staff != null
                                    ? staff.months()
                                    : spread != null ? spread.months(known.unit()) : null;
            if (months == null) throw BudgetException.nothingPlanned();
            return new BudgetLine(
                    row.text("account"),
                    row.text("fund"),
                    row.textOrNull("project"),
                    unguarded(row.text("text")),
                    staff,
                    spread,
                    months);
        }

        /** An export puts an apostrophe before what a spreadsheet would take for a formula. */
        private static String unguarded(String text) {
            return text.matches("'[=+@-].*") ? text.substring(1) : text;
        }

        private @Nullable Staff staff() {
            var said =
                    Stream.of("posts", "salary", "first_month", "service_months", "thr_month")
                            .anyMatch(column -> row.textOrNull(column) != null);
            if (!said) return null;
            var posts = number(BudgetField.POSTS, null);
            var salary = amount("salary", true);
            var first = number(BudgetField.FIRST_MONTH, 1);
            var service = number(BudgetField.SERVICE_MONTHS, BudgetLine.MONTHS + 1 - first);
            var thr = row.textOrNull("thr_month") == null ? null : number(BudgetField.THR_MONTH, 0);
            var pays = pays(thr != null);
            return salary == null ? null : new Staff(posts, salary, first, service, thr, pays);
        }

        private BigDecimal pays(boolean usual) {
            var text = row.textOrNull("thr_pays");
            if (text == null) return usual ? BigDecimal.ONE : BigDecimal.ZERO;
            return DecimalReader.read(text, numbers)
                    .orElseGet(() -> {
                        note("thr_pays", BudgetException.notAnAmount(text));
                        return BigDecimal.ZERO;
                    });
        }

        private @Nullable Spread spread() {
            if (row.textOrNull("year_amount") == null) {
                if (row.textOrNull("in_months") != null) {
                    note("year_amount", BudgetException.missing(BudgetField.YEAR_AMOUNT));
                }
                return null;
            }
            var amount = amount("year_amount", true);
            if (amount == null) return null;
            var in = row.textOrNull("in_months");
            if (in == null) return Spread.wholeYear(amount);
            try {
                return new Spread(amount, namedMonths(in));
            } catch (BudgetException refusal) {
                note("in_months", refusal);
                return null;
            }
        }

        /** The months; null if none is given. */
        private @Nullable List<Long> months() {
            if (MONTHS.stream().allMatch(column -> row.textOrNull(column) == null)) return null;
            return MONTHS.stream()
                    .map(column -> Objects.requireNonNullElse(amount(column, false), 0L))
                    .toList();
        }

        private void requireTotal(BudgetLine line) {
            var total = amount("total", false);
            if (total != null && total != line.total()) {
                note("total", BudgetException.notTheTotal());
            }
        }

        private int number(BudgetField field, @Nullable Integer usual) {
            var text = row.textOrNull(field.code());
            if (text == null && usual != null) return usual;
            if (text == null) {
                note(field.code(), BudgetException.missing(field));
                return 0;
            }
            if (text.matches("[0-9]{1,6}")) return Integer.parseInt(text);
            note(field.code(), BudgetException.number(field, text, 0, 999_999));
            return 0;
        }

        /** An amount in minor units; null if there is none, or it is a problem. */
        private @Nullable Long amount(String column, boolean needed) {
            var text = row.textOrNull(column);
            if (text == null) {
                if (needed) note(column, BudgetException.missing(field(column)));
                return null;
            }
            if (AmountReader.read(text, known.currency(), numbers)
                    instanceof AmountReader.Read(var amount)) {
                return amount.minorUnits();
            }
            var otherwise = numbers == Grammar.PLAIN ? Grammar.INDONESIAN : Grammar.PLAIN;
            var other = AmountReader.read(text, known.currency(), otherwise);
            note(
                    column,
                    other instanceof AmountReader.Read
                            ? BudgetException.twoGrammars(
                                    text, numbers == Grammar.PLAIN ? "1900000.50" : "1.900.000,50")
                            : BudgetException.notAnAmount(text));
            return null;
        }

        private static BudgetField field(String column) {
            return column.equals("salary") ? BudgetField.SALARY : BudgetField.YEAR_AMOUNT;
        }

        private void note(String column, DomainException refusal) {
            problems.add(at(row, column, refusal));
        }
    }

    /**
     * Months as typed: {@code 3 9}, also with commas or semicolons between them.
     *
     * @throws BudgetException if it names none, or one that there is not
     */
    public static List<Integer> namedMonths(String text) {
        var months = new TreeSet<Integer>();
        for (var part : text.strip().split("[ ,;+]+", -1)) {
            if (!part.matches("0?[1-9]|1[0-2]") || !months.add(Integer.parseInt(part))) {
                throw BudgetException.monthsNamed(text);
            }
        }
        return List.copyOf(months);
    }

    /** The column that a refusal of a line is about. */
    public static String column(DomainException refusal) {
        for (var argument : refusal.arguments()) {
            if (argument instanceof BudgetField field && COLUMNS.contains(field.code())) {
                return field.code();
            }
        }
        return switch (refusal.code()) {
            case "budget.negative", "budget.not-the-working" ->
                    BudgetLine.column(
                            Integer.parseInt(String.valueOf(refusal.arguments().getFirst())));
            case "budget.side" -> "account";
            case "budget.thr-pays", "budget.thr-fraction" -> "thr_pays";
            case "budget.no-service" -> "service_months";
            case "budget.months-named" -> "in_months";
            case "budget.two-workings" -> "year_amount";
            default -> "text";
        };
    }

    private static Problem at(CsvFile.Row row, String column, DomainException refusal) {
        return said(row.problemAt(column, refusal.code(), ""), refusal);
    }

    /** A problem at that place, said in English and for the bundles. */
    static Problem said(Problem place, DomainException refusal) {
        return new Problem(
                place.file(),
                place.line(),
                place.column(),
                refusal.code(),
                String.valueOf(refusal.getMessage()),
                new Problem.Said(
                        "refusal." + refusal.code(),
                        refusal.arguments().stream().map(String::valueOf).toList()));
    }
}
