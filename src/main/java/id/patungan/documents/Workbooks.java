package id.patungan.documents;

import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Spreadsheets as people calculate with: numeric cells, live formulas whose results are stored too,
 * and text that no program takes for a formula. The same input gives the same bytes.
 */
public final class Workbooks {

    /** What a spreadsheet's binary fraction holds exactly, in digits. */
    private static final int EXACT_DIGITS = 15;

    private static final LocalDateTime ZIP_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Workbooks() {}

    /** The styles of a sheet of figures. */
    public record Styles(
            CellStyle title,
            CellStyle text,
            CellStyle wrapped,
            CellStyle head,
            CellStyle date,
            CellStyle amount,
            CellStyle total,
            CellStyle totalText) {

        /**
         * Makes them.
         *
         * @param decimals of the amounts
         */
        public static Styles of(Workbook book, int decimals) {
            var figures = "#,##0" + (decimals == 0 ? "" : "." + "0".repeat(decimals));
            var bold = book.createFont();
            bold.setBold(true);
            var large = book.createFont();
            large.setBold(true);
            large.setFontHeightInPoints((short) 14);
            var title = book.createCellStyle();
            title.setFont(large);
            var wrapped = book.createCellStyle();
            wrapped.setWrapText(true);
            wrapped.setVerticalAlignment(VerticalAlignment.TOP);
            var text = book.createCellStyle();
            text.setVerticalAlignment(VerticalAlignment.TOP);
            var head = book.createCellStyle();
            head.setFont(bold);
            head.setWrapText(true);
            head.setAlignment(HorizontalAlignment.CENTER);
            head.setVerticalAlignment(VerticalAlignment.CENTER);
            head.setBorderBottom(BorderStyle.THIN);
            head.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
            var date = style(book, "dd-mm-yyyy", text);
            var amount = style(book, figures, text);
            var total = style(book, figures, text);
            total.setFont(bold);
            total.setBorderTop(BorderStyle.THIN);
            total.setBorderBottom(BorderStyle.DOUBLE);
            var totalText = book.createCellStyle();
            totalText.cloneStyleFrom(total);
            totalText.setDataFormat((short) 0);
            return new Styles(title, text, wrapped, head, date, amount, total, totalText);
        }

        private static CellStyle style(Workbook book, String format, CellStyle like) {
            var style = book.createCellStyle();
            style.cloneStyleFrom(like);
            style.setDataFormat(book.createDataFormat().getFormat(format));
            return style;
        }
    }

    /** Puts text into a cell, harmless to spreadsheet programs. */
    public static void text(Cell cell, String text, CellStyle style) {
        cell.setCellValue(CellText.guarded(text));
        cell.setCellStyle(style);
    }

    /** Puts a day into a cell. */
    public static void date(Cell cell, LocalDate date, CellStyle style) {
        cell.setCellValue(date);
        cell.setCellStyle(style);
    }

    /**
     * Puts an amount into a cell as a number.
     *
     * <p>The file format knows binary fractions only. Up to fifteen digits they name the amount
     * uniquely; beyond that the amount is written as text rather than changed.
     */
    public static void amount(Cell cell, BigDecimal amount, CellStyle style) {
        if (amount.precision() > EXACT_DIGITS) {
            cell.setCellValue(amount.toPlainString());
        } else {
            cell.setCellValue(amount.doubleValue());
        }
        cell.setCellStyle(style);
    }

    /** Puts a whole number into a cell, such as that of a journal entry. */
    public static void number(Cell cell, long number, CellStyle style) {
        amount(cell, BigDecimal.valueOf(number), style);
    }

    /** Puts a formula into a cell; its result is calculated when the file is written. */
    public static void formula(Cell cell, String formula, CellStyle style) {
        cell.setCellFormula(formula);
        cell.setCellStyle(style);
    }

    /**
     * The file, with all formulas calculated.
     *
     * @param dataFrom stands as the file's date
     */
    public static byte[] bytes(XSSFWorkbook book, String title, String author, Instant dataFrom) {
        book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        return written(book, title, author, dataFrom);
    }

    /**
     * The file, its formulas left to the program that opens it, which is told to calculate: for
     * formulas that the library here does not evaluate as spreadsheet programs do.
     *
     * @param dataFrom stands as the file's date
     */
    public static byte[] uncalculated(
            XSSFWorkbook book, String title, String author, Instant dataFrom) {
        book.setForceFormulaRecalculation(true);
        return written(book, title, author, dataFrom);
    }

    private static byte[] written(
            XSSFWorkbook book, String title, String author, Instant dataFrom) {
        try (book) {
            var properties = book.getProperties().getCoreProperties();
            properties.setTitle(title);
            properties.setCreator(author);
            properties.setCreated(Optional.of(Date.from(dataFrom)));
            properties.setModified(Optional.of(Date.from(dataFrom)));
            var bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return withFixedTimes(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same archive, its entries in order of name and dated 1980: zip files carry the clock. */
    private static byte[] withFixedTimes(byte[] archive) throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return zip(entries);
    }

    /** An archive of these files in the order of their names, the same bytes each time. */
    public static byte[] zip(java.util.SortedMap<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ZIP_TIME);
                out.putNextEntry(entry);
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
