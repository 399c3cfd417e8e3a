package id.patungan.forecasting.pages;

import id.patungan.documents.CsvPaper;
import id.patungan.documents.Workbooks;
import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.ForecastException;
import id.patungan.forecasting.ForecastJson;
import id.patungan.forecasting.projection.Line;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a forecast by month as files; what goes out is negative. */
final class ForecastFiles {

    private static final List<String> COLUMNS =
            List.of("id", "group", "name", "fund", "account", "fundingClass", "party");
    private static final int FIRST = COLUMNS.size();
    private static final int HEAD = 3;

    private final Forecast forecast;
    private final ForecastWords words;

    ForecastFiles(Forecast forecast, ForecastWords words) {
        this.forecast = forecast;
        this.words = words;
    }

    /** In what form it leaves the house. */
    enum Format {
        /** One row per line. */
        CSV("text/csv;charset=UTF-8"),
        /** The spreadsheet, with live totals. */
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
         * @throws ForecastException if there is none
         */
        static Format of(String name) {
            for (var format : values()) {
                if (format.suffix().equals(name)) return format;
            }
            throw ForecastException.unknownFormat(name);
        }
    }

    /**
     * The file.
     *
     * @param at stands as the spreadsheet's date
     */
    byte[] render(Format format, Instant at) {
        return switch (format) {
            case CSV -> csv();
            case XLSX -> xlsx(at);
            case JSON -> ForecastJson.text(forecast, null).getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] csv() {
        var csv = new CsvPaper(words.formats().language(), heads());
        for (int at = 0; at < lines().size(); at++) {
            var cells = new ArrayList<@Nullable Object>(texts(lines().get(at)));
            cells.addAll(amounts(at));
            csv.row(cells.toArray());
        }
        return csv.bytes();
    }

    private List<Line> lines() {
        return forecast.changed().outlook().lines();
    }

    private List<String> heads() {
        var heads = new ArrayList<>(COLUMNS);
        for (int at = 0; at < forecast.changed().outlook().months(); at++) {
            heads.add(forecast.changed().outlook().month(at).toString());
        }
        return heads;
    }

    private List<@Nullable String> texts(Line line) {
        var texts = new ArrayList<@Nullable String>();
        texts.add(line.id());
        texts.add(line.group().code());
        texts.add(words.name(line));
        texts.add(line.fund());
        texts.add(line.account());
        texts.add(line.fundingClass());
        texts.add(line.party());
        return texts;
    }

    private List<BigDecimal> amounts(int line) {
        var sign = lines().get(line).income() ? 1 : -1;
        var digits = forecast.changed().outlook().currency().getDefaultFractionDigits();
        return forecast.changed().cash().get(line).stream()
                .map(amount -> BigDecimal.valueOf(sign * amount, digits))
                .toList();
    }

    private byte[] xlsx(Instant at) {
        var book = new XSSFWorkbook();
        var outlook = forecast.changed().outlook();
        var styles = Workbooks.Styles.of(book, outlook.currency().getDefaultFractionDigits());
        var sheet = book.createSheet(words.text("forecast.title"));
        line(sheet, 0, words.text("forecast.title") + " · " + words.body().name(), styles);
        line(sheet, 1, basis(), styles);
        var head = sheet.createRow(HEAD);
        for (int column = 0; column < heads().size(); column++) {
            Workbooks.text(head.createCell(column), heads().get(column), styles.head());
            sheet.setColumnWidth(column, (column == 2 ? 32 : 18) * 256);
        }
        for (int line = 0; line < lines().size(); line++) {
            row(sheet.createRow(HEAD + 1 + line), line, styles);
        }
        var total = sheet.createRow(HEAD + 1 + lines().size());
        Workbooks.text(total.createCell(2), words.text("forecast.total"), styles.totalText());
        for (int month = 0; month < outlook.months() && !lines().isEmpty(); month++) {
            Workbooks.formula(
                    total.createCell(FIRST + month),
                    "SUM(%s:%s)"
                            .formatted(
                                    cell(HEAD + 1, FIRST + month),
                                    cell(HEAD + lines().size(), FIRST + month)),
                    styles.total());
        }
        sheet.createFreezePane(FIRST, HEAD + 1);
        return Workbooks.bytes(book, words.text("forecast.title"), words.body().name(), at);
    }

    private String basis() {
        var outlook = forecast.changed().outlook();
        return words.text(
                "forecast.basis",
                words.formats().date(outlook.asOf()),
                words.formats().entryNo(outlook.knownAt()),
                outlook.currency().getCurrencyCode(),
                scenario());
    }

    private String scenario() {
        return forecast.scenario().overlays().isEmpty()
                ? words.text("forecast.base")
                : forecast.scenario().name();
    }

    private void row(Row row, int line, Workbooks.Styles styles) {
        var texts = texts(lines().get(line));
        for (int column = 0; column < texts.size(); column++) {
            var text = texts.get(column);
            Workbooks.text(row.createCell(column), text == null ? "" : text, styles.text());
        }
        var amounts = amounts(line);
        for (int month = 0; month < amounts.size(); month++) {
            Workbooks.amount(row.createCell(FIRST + month), amounts.get(month), styles.amount());
        }
    }

    private static void line(XSSFSheet sheet, int at, String text, Workbooks.Styles styles) {
        Workbooks.text(
                sheet.createRow(at).createCell(0), text, at == 0 ? styles.title() : styles.text());
    }

    private static String cell(int row, int column) {
        return new CellReference(row, column).formatAsString();
    }
}
