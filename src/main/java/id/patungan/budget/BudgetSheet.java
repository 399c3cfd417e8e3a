package id.patungan.budget;

import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.Problem;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The first sheet of an XLSX file as the CSV file it could have been, row by row, so that both are
 * read by one reader and problems name the same places. Numbers are taken as the file writes them,
 * digit by digit; a formula counts as its stored result.
 */
final class BudgetSheet {

    private static final int MOST_COLUMNS = 64;

    private final String name;
    private final Grammar numbers;
    private final Consumer<Problem> problems;

    /**
     * A reader of a file.
     *
     * @param numbers how the amounts among the texts are written; numbers are written so, too
     */
    BudgetSheet(String name, Grammar numbers, Consumer<Problem> problems) {
        this.name = name;
        this.numbers = numbers;
        this.problems = problems;
    }

    /** Whether the bytes begin like an XLSX file. */
    static boolean is(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    }

    /** The first sheet; empty if it cannot be read, which is a problem then. */
    byte[] csv(byte[] bytes, int mostRows) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            if (book.getNumberOfSheets() > 0) return csv(book.getSheetAt(0), mostRows);
        } catch (IOException
                | POIXMLException
                | OpenXML4JRuntimeException
                | RecordFormatException
                | IllegalArgumentException
                | IllegalStateException unreadable) {
            // said below, as for a workbook without a sheet
        }
        var refused = BudgetException.notASheet();
        problems.accept(BudgetFile.said(new Problem(name, 0, 0, "", ""), refused));
        return new byte[0];
    }

    private byte[] csv(XSSFSheet sheet, int mostRows) throws IOException {
        var text = new StringBuilder();
        var heading = sheet.getRow(0);
        var width = heading == null ? 0 : Math.min(heading.getLastCellNum(), MOST_COLUMNS);
        try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            // one row more than is allowed, so that the reader says so
            var last = Math.min(sheet.getLastRowNum(), mostRows + 1);
            for (var at = 0; at <= last; at++) {
                var cells = cells(sheet.getRow(at), at, width);
                if (cells.stream().allMatch(String::isEmpty)) {
                    printer.println();
                } else {
                    printer.printRecord(cells);
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> cells(@Nullable XSSFRow row, int at, int width) {
        var cells = new ArrayList<String>();
        for (var column = 0; column < width; column++) {
            var cell = row == null ? null : row.getCell(column);
            cells.add(cell == null ? "" : text(cell, at, column).strip());
        }
        return cells;
    }

    private String text(XSSFCell cell, int row, int column) {
        var type =
                cell.getCellType() == CellType.FORMULA
                        ? cell.getCachedFormulaResultType()
                        : cell.getCellType();
        return switch (type) {
            case NUMERIC -> number(cell.getRawValue(), row, column);
            case STRING -> cell.getStringCellValue().replaceAll("\\R", " ");
            case BOOLEAN, ERROR -> refused(cell.getRawValue(), row, column);
            default -> "";
        };
    }

    private String number(@Nullable String raw, int row, int column) {
        if (raw == null) return "";
        try {
            var plain = new BigDecimal(raw).stripTrailingZeros();
            var text = (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
            return numbers == Grammar.INDONESIAN ? text.replace('.', ',') : text;
        } catch (ArithmeticException | NumberFormatException unreadable) {
            return refused(raw, row, column);
        }
    }

    private String refused(@Nullable String raw, int row, int column) {
        var place = new Problem(name, row + 1, column + 1, "", "");
        problems.accept(BudgetFile.said(place, BudgetException.cellError(String.valueOf(raw))));
        return "";
    }
}
