package id.patungan.contributions.sheet;

import id.patungan.basics.Fraction;
import id.patungan.documents.CellText;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** A worksheet that is written from top to bottom; hands out the addresses of its cells. */
final class Page {

    /** Where the values of parameters stand, right of their names. */
    static final int VALUE = 2;

    /** The last column over which words may run. */
    private static final int WORDS_UNTIL = 9;

    private static final int CHARACTERS_PER_LINE = 130;

    /** Room for heads of three lines, in twentieths of a point. */
    private static final short HEAD_HEIGHT = 900;

    /** One line of words. */
    private static final int LINE_HEIGHT = 300;

    /** The highest row that a spreadsheet can have. */
    private static final int MOST_HEIGHT = 8_000;

    private static final int EXACT_DIGITS = 15;
    private static final BigInteger EXACT = BigInteger.TEN.pow(EXACT_DIGITS);

    private final XSSFWorkbook book;
    private final XSSFSheet sheet;
    private final Map<String, CellStyle> styles = new HashMap<>();
    private int next;

    Page(XSSFWorkbook book, String name) {
        this.book = book;
        this.sheet = book.createSheet(name);
        sheet.setColumnWidth(0, 12 * 256);
        sheet.setColumnWidth(1, 52 * 256);
        for (var column = VALUE; column < 24; column++) {
            sheet.setColumnWidth(column, 20 * 256);
        }
        var print = sheet.getPrintSetup();
        print.setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
    }

    XSSFSheet sheet() {
        return sheet;
    }

    /** The number of the next row, from 0. */
    int next() {
        return next;
    }

    void skip() {
        next++;
    }

    /** Takes the next rows for a table. */
    int take(int rows) {
        var first = next;
        next += rows;
        return first;
    }

    void title(String text) {
        put(next++, 0, new Entry.Text(text), style("title"));
    }

    void heading(String text) {
        put(next++, 0, new Entry.Text(text), style("heading"));
    }

    /** A paragraph over the width of the page. */
    void words(String text) {
        put(next, 0, new Entry.Text(text), style("words"));
        var lines = text.lines().mapToInt(line -> 1 + line.length() / CHARACTERS_PER_LINE).sum();
        row(next).setHeight((short) Math.min(MOST_HEIGHT, LINE_HEIGHT * Math.max(1, lines)));
        sheet.addMergedRegion(new CellRangeAddress(next, next, 0, WORDS_UNTIL));
        next++;
    }

    /** A line with a name and room for a value, which {@link #fill} gives it. */
    String reserve(String label) {
        put(next, 1, new Entry.Text(label), style("text"));
        return address(next++, VALUE);
    }

    /** A line with a name and a value. */
    String parameter(String label, Entry value, Look look) {
        var address = reserve(label);
        fill(address, value, look);
        return address;
    }

    /** Puts a value into a cell by its address. */
    void fill(String address, Entry value, Look look) {
        var at = new CellReference(address);
        put(at.getRow(), at.getCol(), value, look, false);
    }

    void head(int row, int column, String text) {
        put(row, column, new Entry.Text(text), style("head"));
        row(row).setHeight(HEAD_HEIGHT);
    }

    void put(int row, int column, Entry entry, Look look, boolean total) {
        var input = entry instanceof Entry.Input || entry instanceof Entry.InputText;
        put(row, column, entry, style(look, input, total));
    }

    private void put(int row, int column, Entry entry, CellStyle style) {
        var cell = row(row).createCell(column);
        cell.setCellStyle(style);
        switch (entry) {
            case Entry.Text(var text) -> cell.setCellValue(CellText.guarded(text));
            case Entry.InputText(var text) -> cell.setCellValue(CellText.guarded(text));
            case Entry.Figure(var value) -> figure(cell, value);
            case Entry.Input(var value) -> figure(cell, value);
            case Entry.Formula(var formula) -> cell.setCellFormula(formula);
            case Entry.Blank _ -> {}
        }
    }

    /** A number where a cell can hold it; what is no decimal is a division. */
    private static void figure(Cell cell, Fraction value) {
        var decimal = value.toDecimal();
        if (decimal.isPresent() && decimal.get().stripTrailingZeros().precision() <= EXACT_DIGITS) {
            cell.setCellValue(decimal.get().doubleValue());
        } else if (value.numerator().abs().compareTo(EXACT) < 0
                && value.denominator().compareTo(EXACT) < 0) {
            cell.setCellFormula(value.numerator() + "/" + value.denominator());
        } else {
            cell.setCellValue(
                    value.rounded(EXACT_DIGITS, java.math.RoundingMode.HALF_EVEN).doubleValue());
        }
    }

    private org.apache.poi.ss.usermodel.Row row(int number) {
        var row = sheet.getRow(number);
        return row == null ? sheet.createRow(number) : row;
    }

    static String address(int row, int column) {
        return new CellReference(row, column).formatAsString();
    }

    /** The address of a cell of this page as other pages name it. */
    String from(String address) {
        return "'" + sheet.getSheetName().replace("'", "''") + "'!" + address;
    }

    /** Gives a range a name that can be used in formulas, and by who looks for it. */
    void name(String name, int row, int column, int rows) {
        var first = new CellReference(row, column, true, true).formatAsString();
        var last = new CellReference(row + rows - 1, column, true, true).formatAsString();
        var named = book.createName();
        named.setNameName(name);
        named.setRefersToFormula(from(rows == 1 ? first : first + ":" + last));
    }

    private CellStyle style(Look look, boolean input, boolean total) {
        return styles.computeIfAbsent(
                look + " " + input + " " + total,
                key -> {
                    var style = book.createCellStyle();
                    style.setVerticalAlignment(VerticalAlignment.TOP);
                    style.setDataFormat(book.createDataFormat().getFormat(look.format()));
                    if (look == Look.TEXT && !input) style.setWrapText(true);
                    if (input) {
                        style.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
                        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                        style.setBorderBottom(BorderStyle.HAIR);
                    }
                    if (total) {
                        var bold = book.createFont();
                        bold.setBold(true);
                        style.setFont(bold);
                        style.setBorderTop(BorderStyle.THIN);
                        style.setBorderBottom(BorderStyle.DOUBLE);
                    }
                    return style;
                });
    }

    private CellStyle style(String kind) {
        return styles.computeIfAbsent(
                kind,
                key -> {
                    var style = book.createCellStyle();
                    style.setVerticalAlignment(VerticalAlignment.TOP);
                    var font = book.createFont();
                    switch (key) {
                        case "title" -> {
                            font.setBold(true);
                            font.setFontHeightInPoints((short) 14);
                        }
                        case "heading" -> {
                            font.setBold(true);
                            font.setFontHeightInPoints((short) 12);
                        }
                        case "head" -> {
                            font.setBold(true);
                            style.setWrapText(true);
                            style.setAlignment(HorizontalAlignment.CENTER);
                            style.setVerticalAlignment(VerticalAlignment.CENTER);
                            style.setBorderBottom(BorderStyle.THIN);
                            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
                            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
                        }
                        case "words" -> style.setWrapText(true);
                        default -> {}
                    }
                    style.setFont(font);
                    return style;
                });
    }
}
