package id.patungan.grants.papers;

import id.patungan.documents.Workbooks;
import id.patungan.grants.papers.PaperLayout.Cell;
import id.patungan.grants.papers.PaperLayout.Column;
import id.patungan.grants.papers.PaperLayout.Kind;
import id.patungan.grants.papers.PaperLayout.Row;
import id.patungan.grants.papers.PaperLayout.Table;
import id.patungan.grants.papers.PaperLayout.Words;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The paper as a spreadsheet: what it is about on the first sheet, then a sheet for each table.
 * Amounts are numbers; sums and what is calculated from other columns are live formulas.
 */
final class PaperWorkbook {

    private static final Pattern KEY = Pattern.compile("[a-z]+");
    private static final int HEAD = 2;

    private final PaperLayout layout;
    private final @Nullable String number;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final Workbooks.Styles styles;
    private final CellStyle percent;

    PaperWorkbook(PaperLayout layout, @Nullable String number) {
        this.layout = layout;
        this.number = number;
        this.styles =
                Workbooks.Styles.of(book, layout.formats().currency().getDefaultFractionDigits());
        this.percent = book.createCellStyle();
        percent.cloneStyleFrom(styles.text());
        percent.setDataFormat(book.createDataFormat().getFormat("0.00"));
    }

    byte[] render(String about) {
        about(book.createSheet(WorkbookUtil.createSafeSheetName(about)));
        for (var part : layout.parts()) {
            if (part instanceof Table table && !table.rows().isEmpty()) table(table);
        }
        return Workbooks.bytes(
                book, layout.head().title(), layout.head().body().name(), layout.foot().dataFrom());
    }

    private void about(XSSFSheet sheet) {
        sheet.setColumnWidth(0, 38 * 256);
        sheet.setColumnWidth(1, 110 * 256);
        var head = layout.head();
        line(sheet, head.title(), styles.title());
        var stamp = head.stamp();
        line(
                sheet,
                stamp == null ? head.body().name() : head.body().name() + " \u00b7 " + stamp,
                styles.text());
        if (number != null) line(sheet, number, styles.text());
        line(sheet, head.period(), styles.text());
        for (var fact : layout.facts()) {
            pair(sheet, fact.label(), fact.value());
        }
        for (var part : layout.parts()) {
            if (part instanceof Words words) pair(sheet, "", words.text());
            if (part instanceof Table table && table.rows().isEmpty() && table.empty() != null) {
                pair(sheet, table.caption(), Objects.requireNonNull(table.empty()));
            }
        }
        pair(sheet, "", layout.check().line());
        pair(sheet, "", layout.check().verdict());
        layout.foot().state().forEach(state -> pair(sheet, "", state));
    }

    private void line(XSSFSheet sheet, String text, CellStyle style) {
        Workbooks.text(sheet.createRow(sheet.getPhysicalNumberOfRows()).createCell(0), text, style);
    }

    private void pair(XSSFSheet sheet, String label, String value) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        Workbooks.text(row.createCell(0), label, styles.text());
        Workbooks.text(row.createCell(1), value, styles.wrapped());
    }

    private void table(Table table) {
        var sheet = book.createSheet(name(table.caption()));
        Workbooks.text(sheet.createRow(0).createCell(0), table.caption(), styles.title());
        var head = sheet.createRow(HEAD);
        for (int column = 0; column < table.columns().size(); column++) {
            sheet.setColumnWidth(column, table.shape().width(column) * 256);
            Workbooks.text(
                    head.createCell(column), table.columns().get(column).label(), styles.head());
        }
        for (int at = 0; at < table.rows().size(); at++) {
            row(sheet, table, at);
        }
        sheet.createFreezePane(0, HEAD + 1);
        var print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
    }

    /** At most 31 characters, none of those that sheets may not have, not twice. */
    private String name(String caption) {
        var safe = WorkbookUtil.createSafeSheetName(caption);
        var name = safe;
        for (int more = 2; book.getSheet(name) != null; more++) {
            name = safe.substring(0, Math.min(safe.length(), 28)) + " " + more;
        }
        return name;
    }

    private void row(XSSFSheet sheet, Table table, int at) {
        var row = table.rows().get(at);
        var line = sheet.createRow(HEAD + 1 + at);
        var total = row.kind() == Kind.TOTAL;
        for (int column = 0; column < row.cells().size(); column++) {
            var cell = line.createCell(column);
            switch (row.cells().get(column)) {
                case Cell.Blank() -> cell.setCellStyle(total ? styles.totalText() : styles.text());
                case Cell.Day(var day) -> Workbooks.date(cell, day, styles.date());
                case Cell.Percent(var part) -> Workbooks.amount(cell, part, percent);
                case Cell.Amount(var money) -> {
                    var style = total ? styles.total() : styles.amount();
                    var formula = formula(table, row, at, column);
                    if (formula != null) {
                        Workbooks.formula(cell, formula, style);
                    } else {
                        Workbooks.amount(cell, money.toDecimal(), style);
                    }
                }
                case Cell.Text text ->
                        Workbooks.text(
                                cell, text.text(), total ? styles.totalText() : styles.wrapped());
                case Cell.Original original ->
                        Workbooks.text(cell, layout.shown(original), styles.text());
            }
        }
    }

    /** Of a sum, or of a column that is calculated from others in its row. */
    private @Nullable String formula(Table table, Row row, int at, int column) {
        var formula = table.columns().get(column).formula();
        if (formula != null && row.kind() != Kind.SUB) {
            return KEY.matcher(formula).replaceAll(key -> address(at, index(table, key.group())));
        }
        if (row.kind() == Kind.TOTAL && sums(table, at, column)) {
            var first = firstPlain(table, at);
            return "SUM(" + address(first, column) + ":" + address(at - 1, column) + ")";
        }
        return null;
    }

    private static int index(Table table, String key) {
        for (int at = 0; at < table.columns().size(); at++) {
            Column column = table.columns().get(at);
            if (column.key().equals(key)) return at;
        }
        throw new IllegalArgumentException(table.name() + " has no column " + key);
    }

    /** Whether the rows right above are what is summed. */
    private static boolean sums(Table table, int at, int column) {
        long sum = 0;
        for (int above = firstPlain(table, at); above < at; above++) {
            var value = amount(table.rows().get(above), column);
            if (value.isEmpty()) continue;
            sum = Math.addExact(sum, value.getAsLong());
        }
        var total = amount(table.rows().get(at), column);
        return firstPlain(table, at) < at && total.isPresent() && total.getAsLong() == sum;
    }

    private static OptionalLong amount(Row row, int column) {
        return row.cells().get(column) instanceof Cell.Amount(var money)
                ? OptionalLong.of(money.minorUnits())
                : OptionalLong.empty();
    }

    private static int firstPlain(Table table, int at) {
        int first = at;
        while (first > 0 && table.rows().get(first - 1).kind() == Kind.PLAIN) first--;
        return first;
    }

    private static String address(int row, int column) {
        return new CellReference(HEAD + 1 + row, column).formatAsString();
    }
}
