package id.patungan.contributions.lab;

import id.patungan.documents.Workbooks;
import id.patungan.platform.BodyDirectory.BodyEntry;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import java.math.BigDecimal;
import java.util.List;

/**
 * The spreadsheet: shares are numbers; differences, percentages, amounts per head and totals are
 * live formulas.
 */
final class LabWorkbook {

    private final LabPaper paper;
    private final BodyEntry body;
    private final LabView view;
    private final XSSFWorkbook book = new XSSFWorkbook();
    private final Workbooks.Styles styles;

    LabWorkbook(LabPaper paper, BodyEntry body, LabView view) {
        this.paper = paper;
        this.body = body;
        this.view = view;
        this.styles = Workbooks.Styles.of(book, body.currency().getDefaultFractionDigits());
    }

    byte[] render() {
        shares(book.createSheet(view.text("sheet.shares")));
        differences(book.createSheet(view.text("sheet.differences")));
        if (view.way() != null) {
            way(book.createSheet(view.text("sheet.ramp")));
        }
        rules(book.createSheet(view.text("sheet.rules")));
        return Workbooks.bytes(
                book, paper.code() + " \u00b7 " + paper.title(), body.name(), paper.at());
    }

    private void shares(XSSFSheet sheet) {
        widths(sheet, 10, 30, 16);
        line(sheet, 0, paper.title());
        sheet.getRow(0).getCell(0).setCellStyle(styles.title());
        line(sheet, 1, body.name() + (body.sample() ? " \u00b7 " + view.text("paper.stamp") : ""));
        line(sheet, 2, paper.code() + " \u00b7 " + view.asked());
        line(sheet, 3, view.text("paper.digest", paper.digest()));
        var head = sheet.createRow(5);
        var columns = new java.util.ArrayList<String>();
        columns.addAll(List.of(view.text("code"), view.text("member"), view.text("population")));
        columns.addAll(view.sideHeads());
        heads(head, columns);
        var at = 6;
        var comparison = view.comparison();
        var against = comparison.against();
        for (var party : comparison.parties()) {
            var row = sheet.createRow(at++);
            Workbooks.text(row.createCell(0), party.party(), styles.text());
            Workbooks.text(row.createCell(1), party.name(), styles.text());
            var heads = party.population();
            if (heads != null) {
                Workbooks.amount(row.createCell(2), new BigDecimal(heads.value()), styles.text());
            }
            var column = 3;
            if (against.assessment() != null) {
                amount(row, column++, against.shares().getOrDefault(party.party(), "0"));
            }
            for (var rule : comparison.rules()) {
                if (rule.applies()) {
                    amount(
                            row,
                            column,
                            LabView.byParty(rule.shares()).getOrDefault(party.party(), "0"));
                }
                column++;
            }
        }
        var total = sheet.createRow(at);
        Workbooks.text(total.createCell(1), view.text("total"), styles.totalText());
        for (var column = 3; column < columns.size(); column++) {
            sum(total, column, 7, at);
        }
        sheet.createFreezePane(2, 6);
        line(sheet, at + 2, view.checked());
        line(sheet, at + 3, view.heads());
    }

    private void differences(XSSFSheet sheet) {
        widths(sheet, 10, 30, 20);
        var at = 0;
        for (var table : view.differences()) {
            at = difference(sheet, at, table);
        }
        var changed = view.changed();
        if (changed != null) {
            line(sheet, at, changed);
            at += 2;
            for (var table : view.changes()) {
                at = difference(sheet, at, table);
            }
        }
    }

    private int difference(XSSFSheet sheet, int from, Differing.Table table) {
        line(sheet, from, table.title());
        line(
                sheet,
                from + 1,
                table.base() == null ? table.finding() : table.base() + " " + table.finding());
        if (!table.any()) {
            return from + 3;
        }
        heads(
                sheet.createRow(from + 2),
                List.of(
                        view.text("code"),
                        view.text("member"),
                        table.before(),
                        table.after(),
                        view.text("difference"),
                        view.text("percent"),
                        view.text("population"),
                        view.text("per-head"),
                        view.text("verdict")));
        var at = from + 3;
        var first = at + 1;
        for (var member : table.rows()) {
            var row = sheet.createRow(at++);
            Workbooks.text(row.createCell(0), member.party(), styles.text());
            Workbooks.text(row.createCell(1), member.name(), styles.text());
            Workbooks.amount(row.createCell(2), member.exactBefore(), styles.amount());
            Workbooks.amount(row.createCell(3), member.exactAfter(), styles.amount());
            Workbooks.formula(row.createCell(4), "D%1$d-C%1$d".formatted(at), styles.amount());
            Workbooks.formula(
                    row.createCell(5),
                    "IF(C%1$d=0,\"\",E%1$d/C%1$d*100)".formatted(at),
                    styles.amount());
            if (member.heads() != null && member.heads().signum() > 0) {
                Workbooks.amount(row.createCell(6), member.heads(), styles.text());
                Workbooks.formula(row.createCell(7), "E%1$d/G%1$d".formatted(at), styles.amount());
            }
            Workbooks.formula(
                    row.createCell(8),
                    "IF(E%1$d>0,\"%2$s\",IF(E%1$d<0,\"%3$s\",\"%4$s\"))"
                            .formatted(at, view.text("more"), view.text("less"), view.text("same")),
                    styles.text());
        }
        var total = sheet.createRow(at);
        Workbooks.text(total.createCell(1), view.text("total"), styles.totalText());
        for (var column = 2; column <= 4; column++) {
            sum(total, column, first, at);
        }
        return at + 2;
    }

    private void way(XSSFSheet sheet) {
        widths(sheet, 10, 30, 20);
        line(sheet, 0, String.valueOf(view.way()));
        var good = view.years().stream().filter(year -> year.refusals().isEmpty()).toList();
        var columns = new java.util.ArrayList<String>();
        columns.addAll(List.of(view.text("code"), view.text("member")));
        good.forEach(year -> columns.add(year.label() + " (" + year.percent() + ")"));
        heads(sheet.createRow(2), columns);
        var ramp = view.comparison().ramp();
        var at = 3;
        for (var party : view.parties()) {
            var row = sheet.createRow(at++);
            Workbooks.text(row.createCell(0), party.party(), styles.text());
            Workbooks.text(row.createCell(1), party.name(), styles.text());
            var column = 2;
            for (var year : java.util.Objects.requireNonNull(ramp).years()) {
                if (year.refusals().isEmpty()) {
                    amount(
                            row,
                            column++,
                            LabView.byParty(year.shares()).getOrDefault(party.party(), "0"));
                }
            }
        }
        var total = sheet.createRow(at);
        Workbooks.text(total.createCell(1), view.text("total"), styles.totalText());
        for (var column = 2; column < columns.size(); column++) {
            sum(total, column, 4, at);
        }
        for (var reason : view.wayRefusals()) {
            line(sheet, ++at + 1, reason);
        }
    }

    private void rules(XSSFSheet sheet) {
        sheet.setColumnWidth(0, 40 * 256);
        sheet.setColumnWidth(1, 100 * 256);
        for (var rule : view.rules()) {
            pair(sheet, rule.label(), rule.yaml());
            if (rule.origin() != null) {
                pair(sheet, "", view.text("origin", rule.origin(), String.valueOf(rule.state())));
            }
            rule.refusals().forEach(reason -> pair(sheet, "", view.text("refused", reason)));
            if (rule.ownTotal() != null) {
                pair(sheet, "", rule.ownTotal());
            }
            for (var input : rule.inputs()) {
                pair(sheet, input.indicator(), input.figures() + " \u00b7 " + input.source());
            }
            for (var report : rule.report()) {
                pair(sheet, "", report.text());
                report.lines().forEach(line -> pair(sheet, "", String.join(" \u00b7 ", line)));
            }
        }
    }

    private static void widths(XSSFSheet sheet, int code, int name, int others) {
        for (var column = 0; column < 20; column++) {
            var width = column == 0 ? code : column == 1 ? name : others;
            sheet.setColumnWidth(column, width * 256);
        }
    }

    private void heads(Row row, List<String> heads) {
        for (var column = 0; column < heads.size(); column++) {
            Workbooks.text(row.createCell(column), heads.get(column), styles.head());
        }
    }

    private void amount(Row row, int column, String amount) {
        Workbooks.amount(row.createCell(column), new BigDecimal(amount), styles.amount());
    }

    private void sum(Row row, int column, int first, int last) {
        var letter = org.apache.poi.ss.util.CellReference.convertNumToColString(column);
        Workbooks.formula(
                row.createCell(column),
                "SUM(%1$s%2$d:%1$s%3$d)".formatted(letter, first, last),
                styles.total());
    }

    private void pair(XSSFSheet sheet, String key, String value) {
        var row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        Workbooks.text(row.createCell(0), key, styles.text());
        Workbooks.text(row.createCell(1), value, styles.wrapped());
    }

    private void line(XSSFSheet sheet, int at, String text) {
        var row = sheet.getRow(at) == null ? sheet.createRow(at) : sheet.getRow(at);
        Workbooks.text(row.createCell(0), text, styles.text());
    }
}
