package id.patungan.forecasting.indicators;

import id.patungan.basics.Fraction;
import id.patungan.documents.CsvPaper;
import id.patungan.documents.Workbooks;
import id.patungan.ledger.Names;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The indicators as files: a row for each, and in the spreadsheet the inputs on a second sheet. */
@Component
class SustainabilityFiles {

    private static final int HEAD_ROW = 4;
    private static final int DECIMALS = 6;
    private static final int WIDE = 40 * 256;
    private static final int NARROW = 18 * 256;

    private final MessageSource messages;
    private final JsonMapper json;

    SustainabilityFiles(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** In what form the indicators leave the house. */
    enum Format {
        /** One row per indicator. */
        CSV("text/csv;charset=UTF-8"),
        /** The spreadsheet. */
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
         * @throws ForecastingException if there is none
         */
        static Format of(String name) {
            for (var format : values()) {
                if (format.suffix().equals(name)) return format;
            }
            throw ForecastingException.unknownFormat(name);
        }
    }

    /**
     * Renders the indicators.
     *
     * @param at stands as the spreadsheet's date
     */
    byte[] render(
            Indicators of, BodyEntry body, Names names, Format format, Locale locale, Instant at) {
        var words = new IndicatorWords(messages, locale, body, names);
        return switch (format) {
            case CSV -> csv(of, body, words, locale);
            case XLSX -> new Book(of, body, words, locale).render(at);
            case JSON ->
                    json.writerWithDefaultPrettyPrinter()
                            .writeValueAsBytes(SustainabilityJson.of(of, body.currency()));
        };
    }

    /** The value as a decimal; money in main units; null if there is none. */
    private static @Nullable BigDecimal decimal(IndicatorCode code, Value value, BodyEntry body) {
        return value instanceof Value.Exact(var number)
                ? main(code, number, body).rounded(DECIMALS, RoundingMode.HALF_UP)
                : null;
    }

    private static Fraction main(IndicatorCode code, Fraction number, BodyEntry body) {
        return code.unit() == IndicatorCode.Unit.MONEY
                ? SustainabilityJson.main(number, body.currency())
                : number;
    }

    private static byte[] csv(Indicators of, BodyEntry body, IndicatorWords words, Locale locale) {
        var csv =
                new CsvPaper(
                        locale,
                        List.of(
                                "asOf",
                                "knownAt",
                                "indicator",
                                "name",
                                "unit",
                                "exact",
                                "value",
                                "undefined",
                                "twoYearsBefore",
                                "yearBefore",
                                "side",
                                "bound",
                                "owner",
                                "basis",
                                "from",
                                "status"));
        for (var one : of.all()) {
            var threshold = one.threshold();
            var side = threshold == null ? null : threshold.side();
            var bound = threshold == null ? null : threshold.bound();
            csv.row(
                    of.asOf(),
                    of.knownAt(),
                    one.code().code(),
                    words.name(one.code()),
                    one.code().unit().code(),
                    one.value() instanceof Value.Exact(var number)
                            ? main(one.code(), number, body).toString()
                            : null,
                    decimal(one.code(), one.value(), body),
                    words.reason(one.value()),
                    decimal(one.code(), one.trend().getFirst().value(), body),
                    decimal(one.code(), one.trend().get(1).value(), body),
                    side == null ? null : side.code(),
                    bound == null ? null : main(one.code(), bound, body).toString(),
                    threshold == null ? null : threshold.owner(),
                    threshold == null ? null : threshold.basis(),
                    threshold == null ? null : threshold.from(),
                    one.status().code());
        }
        return csv.bytes();
    }

    /** The indicators on one sheet, what they are made of on another. */
    private final class Book {

        private final Indicators of;
        private final BodyEntry body;
        private final IndicatorWords words;
        private final Locale locale;
        private final XSSFWorkbook book = new XSSFWorkbook();
        private final Workbooks.Styles styles;

        Book(Indicators of, BodyEntry body, IndicatorWords words, Locale locale) {
            this.of = of;
            this.body = body;
            this.words = words;
            this.locale = locale;
            this.styles = Workbooks.Styles.of(book, body.currency().getDefaultFractionDigits());
        }

        byte[] render(Instant at) {
            var sheet = book.createSheet(text("sustainability.title"));
            title(sheet);
            heads(
                    sheet,
                    "sustainability.column.indicator",
                    "sustainability.column.formula",
                    "sustainability.column.value",
                    "sustainability.column.exact",
                    "sustainability.column.trend",
                    "sustainability.column.threshold",
                    "sustainability.column.status");
            var row = HEAD_ROW + 1;
            for (var one : words.rows(of)) indicator(sheet.createRow(row++), one);
            sheet.createFreezePane(1, HEAD_ROW + 1);
            inputs();
            return Workbooks.bytes(book, text("sustainability.title"), body.name(), at);
        }

        private void title(XSSFSheet sheet) {
            for (var column = 0; column < 7; column++) {
                sheet.setColumnWidth(column, column == 2 || column == 3 ? NARROW : WIDE);
            }
            var at = sheet.createRow(0).createCell(0);
            Workbooks.text(at, text("sustainability.title"), styles.title());
            Workbooks.text(sheet.createRow(1).createCell(0), body.name(), styles.text());
            Workbooks.text(
                    sheet.createRow(2).createCell(0),
                    text(
                            "sustainability.as-of.words",
                            id.patungan.basics.DateReader.typed(of.asOf()),
                            Long.toString(of.knownAt()),
                            body.currency().getCurrencyCode()),
                    styles.text());
        }

        private void heads(XSSFSheet sheet, String... keys) {
            var row = sheet.createRow(HEAD_ROW);
            for (var column = 0; column < keys.length; column++) {
                Workbooks.text(row.createCell(column), text(keys[column]), styles.head());
            }
        }

        private void indicator(Row row, IndicatorWords.Row one) {
            var exact = of.get(IndicatorCode.of(one.code()).orElseThrow());
            var reason = one.reason();
            var cells =
                    List.of(
                            one.name(),
                            one.formula(),
                            reason == null ? one.value() : one.value() + ": " + reason,
                            exact.value() instanceof Value.Exact(var number)
                                    ? main(exact.code(), number, body).toString()
                                    : "",
                            String.join(
                                    "; ",
                                    one.trend().stream()
                                            .map(point -> point.year() + ": " + point.value())
                                            .toList()),
                            one.threshold() == null
                                    ? ""
                                    : one.threshold() + " (" + one.owner() + ")",
                            one.status());
            for (var column = 0; column < cells.size(); column++) {
                Workbooks.text(row.createCell(column), cells.get(column), styles.wrapped());
            }
        }

        private void inputs() {
            var sheet = book.createSheet(text("sustainability.inputs"));
            title(sheet);
            heads(
                    sheet,
                    "sustainability.column.indicator",
                    "sustainability.column.input",
                    "sustainability.column.amount",
                    "sustainability.column.part-amount",
                    "sustainability.column.part");
            var at = HEAD_ROW + 1;
            for (var one : of.all()) {
                for (var term : one.inputs()) {
                    var row = sheet.createRow(at++);
                    Workbooks.text(row.createCell(0), words.name(one.code()), styles.text());
                    Workbooks.text(
                            row.createCell(1),
                            text("sustainability.input." + term.key()),
                            styles.text());
                    var count = term.parts().size();
                    if (count == 0) {
                        amount(row, 2, 0);
                    } else {
                        Workbooks.formula(
                                row.createCell(2),
                                "SUM(D%d:D%d)".formatted(at + 1, at + count),
                                styles.amount());
                    }
                    for (var part : term.parts()) {
                        var own = sheet.createRow(at++);
                        amount(own, 3, part.amount());
                        Workbooks.text(own.createCell(4), words.label(part.label()), styles.text());
                    }
                }
            }
        }

        private void amount(Row row, int column, long minorUnits) {
            Workbooks.amount(
                    row.createCell(column),
                    new id.patungan.basics.Money(body.currency(), minorUnits).toDecimal(),
                    styles.amount());
        }

        private String text(String key, Object... arguments) {
            return messages.getMessage(key, arguments, locale);
        }
    }
}
