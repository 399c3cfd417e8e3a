package id.patungan.contributions.arrears;

import id.patungan.basics.Money;
import id.patungan.documents.CsvPaper;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.Workbooks;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The ageing as files: rows for programs, a spreadsheet with live totals, the data. */
@Component
class AgeingFiles {

    private static final int HEAD_ROW = 4;
    private static final int FIRST_AMOUNT = 2;

    /** Columns from the total to the allowance: standing, days and disputes stand between. */
    private static final int ALLOWANCE = 4;

    private final MessageSource messages;
    private final JsonMapper json;

    AgeingFiles(MessageSource messages, JsonMapper json) {
        this.messages = messages;
        this.json = json;
    }

    /** In what form the ageing leaves the house. */
    enum Format {
        /** One row per party. */
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
         * @throws ArrearsException if there is none
         */
        static Format of(String name) {
            for (var format : values()) {
                if (format.suffix().equals(name)) return format;
            }
            throw ArrearsException.unknownFormat(name);
        }
    }

    /**
     * Renders the ageing.
     *
     * @param at stands as the spreadsheet's date
     */
    byte[] render(AgeingView view, BodyEntry body, Format format, Locale language, Instant at) {
        return switch (format) {
            case CSV -> csv(view, language);
            case XLSX -> new Sheet(view, body, language).render(at);
            case JSON ->
                    json.writerWithDefaultPrettyPrinter().writeValueAsBytes(AgeingJson.of(view));
        };
    }

    private byte[] csv(AgeingView view, Locale language) {
        var columns = new ArrayList<>(List.of("asOf", "party", "name"));
        for (var bucket : Bucket.values()) columns.add(bucket.code());
        columns.addAll(List.of("total", "standing", "oldestDays", "currency", "disputes"));
        if (view.allowances()) columns.addAll(List.of("allowance", "net"));
        var csv = new CsvPaper(language, columns);
        for (var row : view.ageing().rows()) {
            var cells = new ArrayList<@Nullable Object>();
            cells.add(view.ageing().asOf());
            cells.add(row.party());
            cells.add(row.name());
            for (var bucket : Bucket.values()) cells.add(row.in(bucket).toDecimal());
            cells.add(row.total().toDecimal());
            cells.add(view.standing(row.party()));
            cells.add(row.oldestDays());
            cells.add(view.ageing().zero().currency().getCurrencyCode());
            var disputed = view.disputed(row.party());
            cells.add(disputed == null ? 0 : disputed.count());
            if (view.allowances()) {
                cells.add(row.allowance().toDecimal());
                cells.add(row.net().toDecimal());
            }
            csv.row(cells.toArray());
        }
        return csv.bytes();
    }

    /** One sheet; sums of rows and columns are formulas. */
    private final class Sheet {

        private final AgeingView view;
        private final BodyEntry body;
        private final Locale language;
        private final PaperFormats formats;
        private final XSSFWorkbook book = new XSSFWorkbook();
        private final Workbooks.Styles styles;

        Sheet(AgeingView view, BodyEntry body, Locale language) {
            this.view = view;
            this.body = body;
            this.language = language;
            this.formats = new PaperFormats(language, body.currency(), body.zone());
            this.styles = Workbooks.Styles.of(book, body.currency().getDefaultFractionDigits());
        }

        byte[] render(Instant at) {
            var sheet = book.createSheet(text("arrears.ageing"));
            sheet.setColumnWidth(0, 10 * 256);
            sheet.setColumnWidth(1, 32 * 256);
            for (var column = FIRST_AMOUNT; column <= last() + 5; column++) {
                sheet.setColumnWidth(column, 20 * 256);
            }
            line(sheet, 0, text("arrears.ageing"));
            sheet.getRow(0).getCell(0).setCellStyle(styles.title());
            line(sheet, 1, body.name());
            line(sheet, 2, asOf());
            heads(sheet.createRow(HEAD_ROW));
            var at0 = HEAD_ROW + 1;
            for (var row : view.ageing().rows()) {
                row(sheet.createRow(at0++), row);
            }
            total(sheet.createRow(at0), at0);
            line(sheet, at0 + 2, check());
            sheet.createFreezePane(FIRST_AMOUNT, HEAD_ROW + 1);
            return Workbooks.bytes(book, text("arrears.ageing"), body.name(), at);
        }

        private int last() {
            return FIRST_AMOUNT + Bucket.values().length;
        }

        private String asOf() {
            return text(
                    "arrears.as-of.words",
                    formats.date(view.ageing().asOf()),
                    formats.entryNo(view.ageing().knownAt()),
                    body.currency().getCurrencyCode());
        }

        private String check() {
            var ageing = view.ageing();
            var terms = new ArrayList<String>();
            for (var control : ageing.controls()) {
                terms.add(control.account() + " " + formats.amount(control.ledger().minorUnits()));
            }
            return text(
                    "arrears.check.sheet",
                    formats.amount(ageing.total().minorUnits()),
                    String.join(" + ", terms));
        }

        private void heads(Row row) {
            var heads = new ArrayList<>(List.of(text("arrears.code"), text("arrears.party")));
            for (var bucket : Bucket.values()) heads.add(text("arrears.bucket." + bucket.code()));
            heads.addAll(
                    List.of(
                            text("arrears.total"),
                            text("arrears.standing"),
                            text("arrears.oldest"),
                            text("disputes.column")));
            if (view.allowances()) {
                heads.add(text("claims.allowance"));
                heads.add(text("claims.net"));
            }
            for (var column = 0; column < heads.size(); column++) {
                Workbooks.text(row.createCell(column), heads.get(column), styles.head());
            }
        }

        private void row(Row row, Ageing.Row party) {
            Workbooks.text(row.createCell(0), party.party(), styles.text());
            Workbooks.text(row.createCell(1), party.name(), styles.text());
            var column = FIRST_AMOUNT;
            for (var bucket : Bucket.values()) {
                amount(row, column++, party.in(bucket));
            }
            Workbooks.formula(
                    row.createCell(column),
                    "SUM(%s:%s)"
                            .formatted(
                                    cell(row.getRowNum(), FIRST_AMOUNT),
                                    cell(row.getRowNum(), column - 1)),
                    styles.amount());
            var standing = view.standing(party.party());
            Workbooks.text(
                    row.createCell(column + 1),
                    standing.isEmpty() ? "" : text("arrears.state." + standing),
                    styles.text());
            Workbooks.number(row.createCell(column + 2), party.oldestDays(), styles.text());
            var disputed = view.disputed(party.party());
            Workbooks.number(
                    row.createCell(column + 3),
                    disputed == null ? 0 : disputed.count(),
                    styles.text());
            if (!view.allowances()) return;
            amount(row, column + ALLOWANCE, party.allowance());
            Workbooks.formula(
                    row.createCell(column + ALLOWANCE + 1),
                    "%s-%s"
                            .formatted(
                                    cell(row.getRowNum(), column),
                                    cell(row.getRowNum(), column + ALLOWANCE)),
                    styles.amount());
        }

        private void total(Row row, int at) {
            Workbooks.text(row.createCell(1), text("arrears.total"), styles.totalText());
            for (var column = FIRST_AMOUNT;
                    column <= (view.allowances() ? last() + ALLOWANCE + 1 : last());
                    column++) {
                if (column > last() && column < last() + ALLOWANCE) continue;
                if (at == HEAD_ROW + 1) {
                    Workbooks.amount(
                            row.createCell(column),
                            view.ageing().zero().toDecimal(),
                            styles.total());
                } else {
                    Workbooks.formula(
                            row.createCell(column),
                            "SUM(%s:%s)"
                                    .formatted(cell(HEAD_ROW + 1, column), cell(at - 1, column)),
                            styles.total());
                }
            }
        }

        private void amount(Row row, int column, Money money) {
            Workbooks.amount(row.createCell(column), money.toDecimal(), styles.amount());
        }

        private void line(XSSFSheet sheet, int at, String text) {
            Workbooks.text(sheet.createRow(at).createCell(0), text, styles.text());
        }

        private static String cell(int row, int column) {
            return new CellReference(row, column).formatAsString();
        }

        private String text(String key, Object... arguments) {
            return messages.getMessage(key, arguments, language);
        }
    }
}
