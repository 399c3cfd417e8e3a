package id.patungan.forecasting.papers;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.documents.ChartRow;
import id.patungan.documents.Workbooks;
import id.patungan.forecasting.indicators.IndicatorCode.Unit;
import id.patungan.forecasting.indicators.IndicatorWords;
import id.patungan.forecasting.indicators.Value;
import id.patungan.forecasting.pages.ForecastWords;
import id.patungan.forecasting.projection.Projection;

import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The report as a spreadsheet: what the paper says, every indicator with its formula and inputs,
 * the projection month by month, its lines with what they come from, and the method.
 */
final class ReportWorkbook {

    private static final int DECIMALS = 6;
    private static final int HEAD = 2;
    private static final int WIDE = 44 * 256;
    private static final int NARROW = 18 * 256;

    private final SustainabilityReport report;
    private final ReportLayout layout;
    private final ForecastWords words;
    private final IndicatorWords indicators;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final Workbooks.Styles styles;

    ReportWorkbook(SustainabilityReport report, ReportLayout layout, MessageSource messages) {
        this.report = report;
        this.layout = layout;
        var language = layout.formats().language();
        this.words = new ForecastWords(messages, language, report.entry(), report.names());
        this.indicators = new IndicatorWords(messages, language, report.entry(), report.names());
        this.styles =
                Workbooks.Styles.of(book, report.body().currency().getDefaultFractionDigits());
    }

    byte[] render(@Nullable String number) {
        answers(number);
        layout.tables().forEach(this::table);
        indicators();
        inputs();
        funds();
        lines();
        charts();
        method();
        return Workbooks.bytes(
                book, layout.head().title(), report.body().name(), report.known().recordedAt());
    }

    private String text(String key, Object... arguments) {
        return words.text("sustainability-report." + key, arguments);
    }

    private void answers(@Nullable String number) {
        var sheet = sheet(layout.head().title(), NARROW + NARROW, WIDE + WIDE);
        var head = layout.head();
        line(sheet, head.title(), styles.title());
        line(sheet, report.body().name(), styles.text());
        line(sheet, head.about(), styles.text());
        line(sheet, number == null ? text("preview") : text("number", number), styles.text());
        if (head.stamp() != null) line(sheet, head.stamp(), styles.text());
        for (var answer : layout.answers()) pair(sheet, answer.question(), answer.text());
        layout.foot().state().forEach(state -> pair(sheet, "", state));
    }

    private void table(ReportLayout.Table some) {
        var sheet = sheet(some.caption(), WIDE, NARROW + NARROW / 2);
        heads(sheet, some.heads());
        for (int at = 0; at < some.rows().size(); at++) {
            var row = sheet.createRow(HEAD + 1 + at);
            for (int column = 0; column < some.rows().get(at).size(); column++) {
                Workbooks.text(
                        row.createCell(column), some.rows().get(at).get(column), styles.wrapped());
            }
        }
        var note = some.note();
        if (note != null) line(sheet, note, styles.text());
    }

    private void indicators() {
        var sheet = sheet(text("sheet.indicators"), WIDE, WIDE);
        heads(
                sheet,
                words.text("sustainability.column.indicator"),
                words.text("sustainability.column.formula"),
                words.text("sustainability.column.value"),
                text("sheet.number"),
                words.text("sustainability.column.exact"),
                words.text("sustainability.column.threshold"),
                words.text("sustainability.column.status"));
        var rows = indicators.rows(report.indicators());
        for (int at = 0; at < rows.size(); at++) {
            var shown = rows.get(at);
            var one = report.indicators().all().get(at);
            var row = sheet.createRow(HEAD + 1 + at);
            Workbooks.text(row.createCell(0), shown.name(), styles.wrapped());
            Workbooks.text(row.createCell(1), shown.formula(), styles.wrapped());
            var reason = shown.reason();
            Workbooks.text(
                    row.createCell(2),
                    reason == null ? shown.value() : shown.value() + ": " + reason,
                    styles.wrapped());
            if (one.value() instanceof Value.Exact(var exact)) {
                var main = one.code().unit() == Unit.MONEY ? main(exact) : exact;
                Workbooks.amount(
                        row.createCell(3),
                        main.rounded(DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros(),
                        styles.text());
                Workbooks.text(row.createCell(4), main.toString(), styles.text());
            }
            var threshold = shown.threshold();
            Workbooks.text(
                    row.createCell(5),
                    threshold == null ? "" : threshold + " (" + shown.owner() + ")",
                    styles.wrapped());
            Workbooks.text(row.createCell(6), shown.status(), styles.text());
        }
    }

    private Fraction main(Fraction minorUnits) {
        return minorUnits.times(Fraction.of(new Money(report.body().currency(), 1).toDecimal()));
    }

    private void inputs() {
        var sheet = sheet(words.text("sustainability.inputs"), WIDE, NARROW);
        heads(
                sheet,
                words.text("sustainability.column.indicator"),
                words.text("sustainability.column.amount"),
                words.text("sustainability.column.part-amount"),
                words.text("sustainability.column.input"));
        var at = HEAD + 1;
        for (var one : report.indicators().all()) {
            for (var term : one.inputs()) {
                var row = sheet.createRow(at++);
                Workbooks.text(row.createCell(0), indicators.name(one.code()), styles.text());
                var count = term.parts().size();
                if (count == 0) {
                    amount(row, 1, 0);
                } else {
                    Workbooks.formula(
                            row.createCell(1),
                            "SUM(C%d:C%d)".formatted(at + 1, at + count),
                            styles.amount());
                }
                Workbooks.text(
                        row.createCell(3),
                        words.text("sustainability.input." + term.key()),
                        styles.text());
                for (var part : term.parts()) {
                    var own = sheet.createRow(at++);
                    amount(own, 2, part.amount());
                    Workbooks.text(
                            own.createCell(3), indicators.label(part.label()), styles.text());
                }
            }
        }
    }

    /** Each fund month by month; what it holds is a formula of what it held, came and went. */
    private void funds() {
        var sheet = sheet(text("sheet.funds"), NARROW, NARROW);
        sheet.setColumnWidth(1, WIDE);
        heads(
                sheet,
                words.text("forecast.month"),
                text("sheet.fund"),
                words.text("forecast.opening"),
                words.text("forecast.came"),
                words.text("forecast.went"),
                words.text("forecast.borne"),
                words.text("forecast.closing"));
        var projection = report.forecast().changed();
        var at = HEAD + 1;
        for (var fund : projection.funds()) {
            if (still(fund)) continue;
            at = fund(sheet, projection, fund, at);
        }
    }

    private static boolean still(Projection.Fund fund) {
        return fund.pot().opening() == 0
                && fund.came().stream().allMatch(one -> one == 0)
                && fund.went().stream().allMatch(one -> one == 0)
                && fund.borne().stream().allMatch(one -> one == 0);
    }

    private int fund(XSSFSheet sheet, Projection projection, Projection.Fund fund, int first) {
        for (int month = 0; month < projection.outlook().months(); month++) {
            var row = sheet.createRow(first + month);
            Workbooks.text(
                    row.createCell(0),
                    words.month(projection.outlook().month(month)),
                    styles.text());
            Workbooks.text(row.createCell(1), words.fund(fund.pot().fund()), styles.text());
            if (month == 0) amount(row, 2, fund.pot().opening());
            else Workbooks.formula(row.createCell(2), "G" + (first + month), styles.amount());
            amount(row, 3, fund.came().get(month));
            amount(row, 4, fund.went().get(month));
            amount(row, 5, fund.borne().get(month));
            var no = first + month + 1;
            Workbooks.formula(
                    row.createCell(6), "C%1$d+D%1$d-E%1$d+F%1$d".formatted(no), styles.amount());
        }
        return first + projection.outlook().months();
    }

    /** Each line month by month, with what it comes from. */
    private void lines() {
        var sheet = sheet(words.text("forecast.lines"), WIDE, NARROW);
        var projection = report.forecast().changed();
        var outlook = projection.outlook();
        var heads = new ArrayList<String>();
        heads.add(words.text("forecast.line"));
        heads.add(text("sheet.group"));
        heads.add(text("sheet.sources"));
        heads.add(words.text("forecast.total"));
        for (int month = 0; month < outlook.months(); month++) {
            heads.add(words.month(outlook.month(month)));
        }
        heads(sheet, heads);
        for (int at = 0; at < outlook.lines().size(); at++) {
            var line = outlook.lines().get(at);
            var row = sheet.createRow(HEAD + 1 + at);
            Workbooks.text(
                    row.createCell(0), words.name(line) + " · " + words.more(line), styles.text());
            Workbooks.text(row.createCell(1), words.group(line.group()), styles.text());
            Workbooks.text(
                    row.createCell(2),
                    String.join("; ", line.origins().stream().map(words::origin).toList()),
                    styles.text());
            var cash = projection.cash().get(at);
            Workbooks.formula(
                    row.createCell(3),
                    "SUM(E%1$d:%2$s%1$d)"
                            .formatted(
                                    HEAD + 2 + at,
                                    CellReference.convertNumToColString(3 + cash.size())),
                    styles.total());
            for (int month = 0; month < cash.size(); month++) {
                amount(
                        row,
                        4 + month,
                        line.income() ? cash.get(month) : Math.negateExact(cash.get(month)));
            }
        }
    }

    private void charts() {
        var mix = layout.mix();
        if (mix != null) chart(words.text("forecast.chart.mix"), mix.heads(), mix.rows());
        for (var panel : layout.second()) {
            var chart = panel.chart();
            if (chart != null) chart(panel.title(), chart.heads(), chart.rows());
        }
    }

    private void chart(String name, List<String> heads, List<ChartRow> rows) {
        var sheet = sheet(name, NARROW, NARROW);
        heads(sheet, heads);
        for (int at = 0; at < rows.size(); at++) {
            var row = sheet.createRow(HEAD + 1 + at);
            Workbooks.text(row.createCell(0), rows.get(at).label(), styles.text());
            for (int column = 0; column < rows.get(at).figures().size(); column++) {
                Workbooks.text(
                        row.createCell(1 + column),
                        rows.get(at).figures().get(column),
                        styles.text());
            }
        }
    }

    private void method() {
        var sheet = sheet(text("method"), NARROW + NARROW, WIDE + WIDE);
        line(sheet, text("method"), styles.title());
        layout.method().forEach(fact -> pair(sheet, fact.label(), fact.value()));
    }

    /** A sheet whose name is its title, with the width of its first column and of the others. */
    private XSSFSheet sheet(String title, int first, int others) {
        var safe = WorkbookUtil.createSafeSheetName(title);
        var name = safe;
        for (int more = 2; book.getSheet(name) != null; more++) {
            name = safe.substring(0, Math.min(safe.length(), 28)) + " " + more;
        }
        var sheet = book.createSheet(name);
        sheet.setColumnWidth(0, first);
        for (int column = 1; column < 8; column++) sheet.setColumnWidth(column, others);
        var print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        print.setFitHeight((short) 0);
        sheet.setFitToPage(true);
        return sheet;
    }

    private void heads(XSSFSheet sheet, String... heads) {
        heads(sheet, List.of(heads));
    }

    private void heads(XSSFSheet sheet, List<String> heads) {
        Workbooks.text(sheet.createRow(0).createCell(0), sheet.getSheetName(), styles.title());
        var row = sheet.createRow(HEAD);
        for (int column = 0; column < heads.size(); column++) {
            Workbooks.text(row.createCell(column), heads.get(column), styles.head());
        }
        sheet.createFreezePane(1, HEAD + 1);
    }

    private void line(XSSFSheet sheet, String text, CellStyle style) {
        Workbooks.text(sheet.createRow(sheet.getLastRowNum() + 1).createCell(0), text, style);
    }

    private void pair(XSSFSheet sheet, String label, String value) {
        var row = sheet.createRow(sheet.getLastRowNum() + 1);
        Workbooks.text(row.createCell(0), label, styles.text());
        Workbooks.text(row.createCell(1), value, styles.wrapped());
    }

    private void amount(Row row, int column, long minorUnits) {
        Workbooks.amount(
                row.createCell(column),
                new Money(report.body().currency(), minorUnits).toDecimal(),
                styles.amount());
    }
}
