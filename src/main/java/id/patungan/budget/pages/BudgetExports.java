package id.patungan.budget.pages;

import id.patungan.budget.Budget;
import id.patungan.budget.BudgetException;
import id.patungan.budget.BudgetFile;
import id.patungan.budget.BudgetLine;
import id.patungan.budget.BudgetPlan;
import id.patungan.budget.BudgetSide;
import id.patungan.budget.BudgetStep;
import id.patungan.budget.Spread;
import id.patungan.budget.Staff;
import id.patungan.budget.YearBudget;
import id.patungan.documents.CsvPaper;
import id.patungan.documents.Workbooks;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Budgets as files: CSV and XLSX with the columns that {@link BudgetFile} reads again, and the
 * data.
 */
@Component
class BudgetExports {

    private static final int FIRST_MONTH = BudgetFile.COLUMNS.indexOf("m01");
    private static final int LAST_MONTH = BudgetFile.COLUMNS.indexOf("m12");
    private static final int TOTAL = BudgetFile.COLUMNS.indexOf("total");
    private static final int SIDE = BudgetFile.COLUMNS.indexOf("side");

    private final MessageSource messages;
    private final JsonMapper json;

    BudgetExports(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** In what form a budget leaves the house. */
    enum Format {
        /** One row per line. */
        CSV("text/csv;charset=UTF-8"),
        /** The same with live totals, and a sheet of sums. */
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        /** What the API answers. */
        JSON("application/json");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        String mediaType() {
            return mediaType;
        }

        String suffix() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The format of that name.
         *
         * @throws BudgetException if there is none
         */
        static Format of(String name) {
            for (var format : values()) {
                if (format.suffix().equals(name)) return format;
            }
            throw BudgetException.unknownFormat(name);
        }
    }

    /**
     * Renders one version of a budget.
     *
     * @param at stands as the spreadsheet's date
     */
    byte[] render(
            Budget budget,
            YearBudget version,
            BodyEntry body,
            Format format,
            Locale language,
            Instant at) {
        return switch (format) {
            case CSV -> csv(version, language);
            case XLSX -> new Sheet(version, body, language).render(at);
            case JSON ->
                    json.writerWithDefaultPrettyPrinter().writeValueAsBytes(BudgetJson.of(budget));
        };
    }

    /** A file to begin from: a line of each working, in amounts that nobody takes for real ones. */
    byte[] template(BodyEntry body, Format format, Locale language, Instant at) {
        var unit = BigDecimal.TEN.pow(body.currency().getDefaultFractionDigits()).longValueExact();
        var months = new ArrayList<>(Collections.nCopies(BudgetLine.MONTHS, 0L));
        months.set(6, 18_765_000 * unit);
        months.set(10, 25_432_000 * unit);
        var lines =
                List.of(
                        BudgetLine.of(
                                "41100",
                                "UMUM",
                                null,
                                text("budget.template.dues", language),
                                new Spread(312_480_000 * unit, List.of(3, 9)),
                                unit),
                        BudgetLine.of(
                                "51100",
                                "UMUM",
                                null,
                                text("budget.template.staff", language),
                                Staff.wholeYear(5, 5_123_000 * unit, 8)),
                        BudgetLine.of(
                                "52100",
                                "UMUM",
                                null,
                                text("budget.template.office", language),
                                Spread.wholeYear(12_345_600 * unit),
                                unit),
                        BudgetLine.typed(
                                "52300",
                                "UMUM",
                                null,
                                text("budget.template.meetings", language),
                                months));
        var sides =
                Map.of(
                        "41100", BudgetSide.INCOME,
                        "51100", BudgetSide.EXPENSE,
                        "52100", BudgetSide.EXPENSE,
                        "52300", BudgetSide.EXPENSE);
        var title = text("budget.template", language);
        var sample =
                new YearBudget(
                        2000,
                        Budget.MAIN,
                        BudgetStep.ORIGINAL,
                        1,
                        body.currency(),
                        new BudgetPlan(title, title, lines),
                        sides,
                        "",
                        at,
                        null,
                        null,
                        null);
        if (format == Format.JSON) throw BudgetException.unknownFormat(format.suffix());
        return render(
                new Budget(2000, Budget.MAIN, sample, null), sample, body, format, language, at);
    }

    private String text(String key, Locale language) {
        return messages.getMessage(key, null, language);
    }

    private static byte[] csv(YearBudget budget, Locale language) {
        var csv = new CsvPaper(language, BudgetFile.COLUMNS);
        for (var line : budget.lines()) csv.row(cells(budget, line).toArray());
        return csv.bytes();
    }

    /** The cells of a row: texts, whole numbers, amounts. */
    private static List<@Nullable Object> cells(YearBudget budget, BudgetLine line) {
        var cells = new ArrayList<@Nullable Object>();
        Collections.addAll(
                cells,
                line.fund(),
                line.account(),
                budget.side(line).code(),
                line.project(),
                line.text());
        var staff = line.staff();
        Collections.addAll(
                cells,
                staff == null ? null : Long.valueOf(staff.posts()),
                staff == null ? null : amount(budget, staff.salary()),
                staff == null ? null : Long.valueOf(staff.firstMonth()),
                staff == null ? null : Long.valueOf(staff.serviceMonths()),
                staff == null || staff.thrMonth() == null ? null : staff.thrMonth().longValue(),
                staff == null || staff.thrMonth() == null ? null : staff.thrPays());
        var spread = line.spread();
        cells.add(spread == null ? null : amount(budget, spread.amount()));
        cells.add(
                spread == null
                        ? null
                        : spread.in().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(" ")));
        for (long month : line.months()) cells.add(amount(budget, month));
        cells.add(amount(budget, line.total()));
        return cells;
    }

    private static BigDecimal amount(YearBudget budget, long minorUnits) {
        return BigDecimal.valueOf(minorUnits, budget.currency().getDefaultFractionDigits());
    }

    /** Two sheets: the lines, and what they come to. */
    private final class Sheet {

        private final YearBudget budget;
        private final BodyEntry body;
        private final Locale language;
        private final XSSFWorkbook book = new XSSFWorkbook();
        private final Workbooks.Styles styles;

        Sheet(YearBudget budget, BodyEntry body, Locale language) {
            this.budget = budget;
            this.body = body;
            this.language = language;
            this.styles = Workbooks.Styles.of(book, body.currency().getDefaultFractionDigits());
        }

        byte[] render(Instant at) {
            var lines = book.createSheet(text("budget.sheet.lines", language));
            lines(lines);
            sums(book.createSheet(text("budget.sheet.sums", language)), lines.getSheetName());
            return Workbooks.bytes(book, text("budget.title", language), body.name(), at);
        }

        private void lines(XSSFSheet sheet) {
            var head = sheet.createRow(0);
            for (var column = 0; column < BudgetFile.COLUMNS.size(); column++) {
                Workbooks.text(
                        head.createCell(column), BudgetFile.COLUMNS.get(column), styles.head());
                sheet.setColumnWidth(column, (column < FIRST_MONTH ? 14 : 18) * 256);
            }
            sheet.setColumnWidth(BudgetFile.COLUMNS.indexOf("text"), 36 * 256);
            var at = 1;
            for (var line : budget.lines()) {
                var row = sheet.createRow(at++);
                var cells = cells(budget, line);
                for (var column = 0; column < TOTAL; column++) {
                    fill(row.createCell(column), cells.get(column));
                }
                Workbooks.formula(
                        row.createCell(TOTAL),
                        "SUM(%s:%s)".formatted(cell(at - 1, FIRST_MONTH), cell(at - 1, LAST_MONTH)),
                        styles.amount());
            }
            sheet.createFreezePane(5, 1);
        }

        private void fill(Cell cell, @Nullable Object value) {
            switch (value) {
                case null -> {
                    // stays empty
                }
                case BigDecimal amount -> Workbooks.amount(cell, amount, styles.amount());
                case Long number -> Workbooks.number(cell, number, styles.text());
                default -> Workbooks.text(cell, value.toString(), styles.text());
            }
        }

        private void sums(XSSFSheet sheet, String lines) {
            Workbooks.text(
                    sheet.createRow(0).createCell(0),
                    "%d · %s"
                            .formatted(
                                    budget.year(),
                                    language.getLanguage().equals("en")
                                            ? budget.plan().nameEn()
                                            : budget.plan().nameId()),
                    styles.title());
            var heads = sheet.createRow(2);
            var titles =
                    List.of("fund", "side.income", "side.expense", "side.assets", "difference");
            for (var column = 0; column < titles.size(); column++) {
                Workbooks.text(
                        heads.createCell(column),
                        text("budget." + titles.get(column), language),
                        styles.head());
                sheet.setColumnWidth(column, 24 * 256);
            }
            var at = 3;
            for (var fund : budget.funds()) {
                var row = sheet.createRow(at);
                Workbooks.text(row.createCell(0), fund, styles.text());
                for (var side : BudgetSide.values()) {
                    Workbooks.formula(
                            row.createCell(1 + List.of(BudgetSide.values()).indexOf(side)),
                            "SUMIFS(%s,%s,%s,%s,\"%s\")"
                                    .formatted(
                                            column(lines, TOTAL),
                                            column(lines, 0),
                                            cell(at, 0),
                                            column(lines, SIDE),
                                            side.code()),
                            styles.amount());
                }
                Workbooks.formula(
                        row.createCell(4),
                        "%s-%s-%s".formatted(cell(at, 1), cell(at, 2), cell(at, 3)),
                        styles.amount());
                at++;
            }
            var total = sheet.createRow(at);
            Workbooks.text(total.createCell(0), text("budget.total", language), styles.totalText());
            for (var column = 1; column < titles.size() && at > 3; column++) {
                Workbooks.formula(
                        total.createCell(column),
                        "SUM(%s:%s)".formatted(cell(3, column), cell(at - 1, column)),
                        styles.total());
            }
        }

        /** All lines of a column of the first sheet. */
        private String column(String sheet, int column) {
            return "'%s'!%s:%s"
                    .formatted(
                            sheet,
                            new CellReference(1, column, true, true).formatAsString(),
                            new CellReference(
                                            Math.max(1, budget.lines().size()), column, true, true)
                                    .formatAsString());
        }

        private static String cell(int row, int column) {
            return new CellReference(row, column).formatAsString();
        }
    }
}
