package id.patungan.statements;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads renderings back, each in its own way. */
final class Renderings {

    private Renderings() {}

    /** What a reader sees of a paper or a page. */
    static String text(byte[] file, StatementFormat format) {
        if (format != StatementFormat.PDF) {
            return new String(file, StandardCharsets.UTF_8);
        }
        try (var document = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The closing balance in minor units, as each rendering for calculating with states it. */
    static List<Long> closings(StatementRenderer renderer, RegionStatement statement) {
        var closings = new ArrayList<Long>();
        for (var language : List.of(Locale.of("id"), Locale.ENGLISH)) {
            closings.add(ofCsv(renderer.render(statement, StatementFormat.CSV, language, null)));
            closings.add(ofJson(renderer.render(statement, StatementFormat.JSON, language, null)));
            closings.add(ofSheet(renderer.render(statement, StatementFormat.XLSX, language, null)));
        }
        return closings;
    }

    private static long ofCsv(byte[] file) {
        var total =
                new String(file, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.startsWith("total"))
                        .findFirst()
                        .orElseThrow();
        var cells = total.contains(";") ? total.split(";", -1) : total.split(",", -1);
        return new BigDecimal(cells[14].replace(',', '.')).movePointRight(2).longValueExact();
    }

    private static long ofJson(byte[] file) {
        var found =
                Pattern.compile("\"closing\": \"(-?[0-9.]+)\",\n    \"closingInWords\"")
                        .matcher(new String(file, StandardCharsets.UTF_8));
        if (!found.find()) {
            throw new AssertionError("No closing balance in the JSON");
        }
        return new BigDecimal(found.group(1)).movePointRight(2).longValueExact();
    }

    private static long ofSheet(byte[] file) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            var sheet = book.getSheetAt(0);
            var filter = sheet.getCTWorksheet().getAutoFilter().getRef();
            var total = Integer.parseInt(filter.replaceFirst(".*:[A-Z]+", ""));
            return BigDecimal.valueOf(sheet.getRow(total).getCell(13).getNumericCellValue())
                    .setScale(2, RoundingMode.HALF_EVEN)
                    .movePointRight(2)
                    .longValueExact();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
