package id.patungan.statements;

import id.patungan.basics.Money;
import id.patungan.documents.Workbooks;
import id.patungan.statements.RegionStatement.Movement;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * The statement as a spreadsheet: amounts are numbers, net, balance and totals are live formulas,
 * and a cell compares their result with the ledger's figure.
 */
final class StatementSheet {

    private static final List<String> COLUMNS =
            List.of(
                    "date",
                    "entry",
                    "document",
                    "description",
                    "kind",
                    "period",
                    "unit",
                    "accountCode",
                    "sp2d",
                    "charge",
                    "gross",
                    "deductions",
                    "net",
                    "balance",
                    "basis");

    private static final int[] WIDTHS = {
        12, 10, 18, 44, 14, 12, 16, 20, 16, 20, 20, 16, 20, 20, 14
    };
    private static final int HEAD_ROW = 4;

    private final RegionStatement statement;
    private final StatementTexts texts;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final Workbooks.Styles styles;

    StatementSheet(RegionStatement statement, StatementTexts texts) {
        this.statement = statement;
        this.texts = texts;
        this.styles =
                Workbooks.Styles.of(book, statement.body().currency().getDefaultFractionDigits());
    }

    byte[] render(@Nullable Made made) {
        card(book.createSheet(texts.text("sheet.card")));
        about(book.createSheet(texts.text("sheet.about")), made);
        return Workbooks.bytes(
                book,
                texts.title(),
                statement.body().name(),
                made == null ? statement.known().recordedAt() : made.at());
    }

    private void card(XSSFSheet sheet) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.setColumnWidth(column, WIDTHS[column] * 256);
        }
        var heading = statement.body().name();
        if (statement.body().sample()) {
            heading += " \u00b7 " + texts.text("paper.stamp");
        }
        line(sheet, 0, texts.title() + " (" + statement.party().code() + ")");
        sheet.getRow(0).getCell(0).setCellStyle(styles.title());
        line(sheet, 1, heading);
        line(sheet, 2, texts.period() + " \u00b7 " + statement.body().currency());
        var head = sheet.createRow(HEAD_ROW);
        for (int column = 0; column < COLUMNS.size(); column++) {
            var name = COLUMNS.get(column);
            var key = name.equals("document") ? "sheet.document" : "column." + name;
            Workbooks.text(head.createCell(column), texts.text(key), styles.head());
        }
        var at = HEAD_ROW + 1;
        opening(sheet.createRow(at));
        for (var movement : statement.movements()) {
            at++;
            movement(sheet.createRow(at), movement);
        }
        total(sheet, at + 1);
        sheet.createFreezePane(0, HEAD_ROW + 1);
        sheet.setAutoFilter(new CellRangeAddress(HEAD_ROW, at, 0, COLUMNS.size() - 1));
        sheet.setRepeatingRows(new CellRangeAddress(HEAD_ROW, HEAD_ROW, 0, COLUMNS.size() - 1));
        var print = sheet.getPrintSetup();
        print.setPaperSize(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
    }

    private void opening(Row row) {
        Workbooks.date(row.createCell(column("date")), statement.from(), styles.date());
        text(row, "description", texts.text("row.opening"));
        amount(row, "balance", statement.opening());
    }

    private void movement(Row row, Movement movement) {
        Workbooks.date(row.createCell(column("date")), movement.date(), styles.date());
        Workbooks.number(row.createCell(column("entry")), movement.entryNo(), styles.text());
        text(row, "document", movement.documentNo());
        var reversal = texts.reversal(movement);
        text(
                row,
                "description",
                reversal == null
                        ? movement.description()
                        : movement.description() + " (" + reversal + ")");
        text(row, "kind", texts.kind(movement));
        text(row, "period", movement.period());
        text(row, "unit", movement.unit());
        text(row, "accountCode", movement.accountCode());
        text(row, "sp2d", movement.sp2d());
        amount(row, "charge", movement.charge());
        amount(row, "gross", movement.gross());
        amount(row, "deductions", movement.deductions());
        var n = row.getRowNum() + 1;
        formula(row, "net", cell("gross", n) + "-" + cell("deductions", n));
        formula(
                row,
                "balance",
                cell("balance", n - 1) + "+" + cell("charge", n) + "-" + cell("gross", n));
        text(row, "basis", texts.basis(movement));
    }

    private void total(XSSFSheet sheet, int at) {
        var row = sheet.createRow(at);
        for (int column = 0; column < COLUMNS.size(); column++) {
            row.createCell(column).setCellStyle(styles.totalText());
        }
        Workbooks.date(row.getCell(column("date")), statement.until(), styles.totalText());
        row.getCell(column("date")).setBlank();
        Workbooks.text(
                row.getCell(column("description")), texts.text("row.total"), styles.totalText());
        var first = HEAD_ROW + 2;
        for (var key : List.of("charge", "gross", "deductions", "net")) {
            Workbooks.formula(
                    row.getCell(column(key)),
                    "SUM(" + cell(key, first) + ":" + cell(key, at) + ")",
                    styles.total());
        }
        Workbooks.formula(
                row.getCell(column("balance")),
                cell("balance", first) + "+" + cell("charge", at + 1) + "-" + cell("gross", at + 1),
                styles.total());
        ledger(sheet, at);
    }

    /** The ledger's own figure as a number, and whether the total above equals it. */
    private void ledger(XSSFSheet sheet, int total) {
        var row = sheet.createRow(total + 1);
        text(row, "description", texts.text("sheet.ledger"));
        amount(row, "balance", statement.closing());
        var check = sheet.createRow(total + 2);
        text(check, "description", texts.text("sheet.check"));
        Workbooks.formula(
                check.createCell(column("balance")),
                "IF(ROUND(%s-%s,%d)=0,\"%s\",\"%s\")"
                        .formatted(
                                cell("balance", total + 1),
                                cell("balance", total + 2),
                                statement.body().currency().getDefaultFractionDigits(),
                                texts.text("sheet.ok"),
                                texts.text("sheet.fails")),
                styles.totalText());
        line(sheet, total + 4, texts.closingInWords());
    }

    private void about(XSSFSheet sheet, @Nullable Made made) {
        sheet.setColumnWidth(0, 34 * 256);
        sheet.setColumnWidth(1, 110 * 256);
        var known = statement.known();
        pair(sheet, "sheet.body", statement.body().name());
        pair(
                sheet,
                "sheet.party",
                statement.party().name() + " (" + statement.party().code() + ")");
        pair(sheet, "sheet.period", texts.period());
        pair(sheet, "sheet.currency", statement.body().currency().getCurrencyCode());
        pair(sheet, "sheet.words", texts.closingInWords());
        pair(sheet, "sheet.check", texts.checkLine());
        pair(sheet, "sheet.ledger", texts.verdict());
        var shares = texts.shares();
        if (shares != null) {
            pair(sheet, "paper.share", shares);
        }
        var bases = texts.legalBases();
        if (bases != null) {
            pair(sheet, "paper.basis", bases);
        }
        for (var unit : texts.units()) {
            pair(sheet, "units.title", unit);
        }
        for (var gift : texts.gifts()) {
            pair(sheet, "gifts.title", gift);
        }
        for (var note : texts.notes()) {
            pair(sheet, "sheet.about", note);
        }
        for (var words : texts.remarks()) {
            pair(sheet, "sheet.remark", words);
        }
        if (made != null) {
            pair(sheet, "sheet.made", texts.formats().instant(made.at()) + " \u00b7 " + made.by());
        }
        pair(
                sheet,
                "sheet.known",
                texts.formats().entryNo(known.entryNo()) + " \u00b7 " + texts.stateOfBooks());
        pair(sheet, "sheet.chain", known.hash());
        pair(sheet, "sheet.digest", StatementData.digest(statement));
    }

    private void pair(XSSFSheet sheet, String key, String value) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        Workbooks.text(row.createCell(0), texts.text(key), styles.text());
        Workbooks.text(row.createCell(1), value, styles.wrapped());
    }

    private void line(XSSFSheet sheet, int at, String text) {
        Workbooks.text(sheet.createRow(at).createCell(0), text, styles.text());
    }

    private void text(Row row, String column, @Nullable String text) {
        if (text != null) {
            Workbooks.text(row.createCell(column(column)), text, styles.wrapped());
        }
    }

    private void amount(Row row, String column, long minorUnits) {
        var money = new Money(statement.body().currency(), minorUnits);
        Workbooks.amount(row.createCell(column(column)), money.toDecimal(), styles.amount());
    }

    private void formula(Row row, String column, String formula) {
        Workbooks.formula(row.createCell(column(column)), formula, styles.amount());
    }

    private static int column(String key) {
        return COLUMNS.indexOf(key);
    }

    /** The address of a cell, its row counted from 1: {@code N6}. */
    private static String cell(String key, int row) {
        return String.format(Locale.ROOT, "%c%d", 'A' + column(key), row);
    }
}
