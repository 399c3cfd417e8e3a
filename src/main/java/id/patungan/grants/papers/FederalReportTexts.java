package id.patungan.grants.papers;

import id.patungan.grants.papers.PaperLayout.Cell;
import id.patungan.grants.papers.PaperLayout.Check;
import id.patungan.grants.papers.PaperLayout.Kind;
import id.patungan.grants.papers.PaperLayout.Part;
import id.patungan.grants.papers.PaperLayout.Row;
import id.patungan.grants.papers.PaperLayout.Shape;
import id.patungan.grants.papers.PaperLayout.Table;
import id.patungan.grants.papers.PaperLayout.Words;

import java.util.ArrayList;
import java.util.List;

/** How lines 10 and 11 of SF-425 read in one language. */
final class FederalReportTexts {

    private final FederalReport report;
    private final PaperWords words;

    FederalReportTexts(FederalReport report, PaperWords words) {
        this.report = report;
        this.words = words;
    }

    PaperLayout layout() {
        var parts = new ArrayList<Part>();
        parts.add(new Words(words.text("federal.basis"), true));
        parts.add(transactions());
        parts.add(indirect());
        parts.add(new Words(words.text("federal.what"), false));
        if (report.cash() != null) parts.add(cash(report.cash()));
        return words.layout("federal", parts, check());
    }

    private Table transactions() {
        var rows = new ArrayList<Row>();
        both(rows, Kind.PLAIN, "a", report.receipts());
        both(rows, Kind.PLAIN, "b", report.disbursements());
        both(rows, Kind.TOTAL, "c", report.onHand());
        both(rows, Kind.PLAIN, "d", report.authorized());
        row(rows, Kind.PLAIN, "e", report.obligations(), report.obligations() - report.unpaid());
        row(rows, Kind.PLAIN, "f", 0, report.unpaid());
        both(rows, Kind.TOTAL, "g", report.obligations());
        both(rows, Kind.TOTAL, "h", report.unobligated());
        both(rows, Kind.PLAIN, "i", 0);
        both(rows, Kind.PLAIN, "j", report.shareProvided());
        both(rows, Kind.TOTAL, "k", -report.shareProvided());
        both(rows, Kind.PLAIN, "l", 0);
        both(rows, Kind.PLAIN, "m", 0);
        both(rows, Kind.PLAIN, "n", 0);
        both(rows, Kind.TOTAL, "o", 0);
        return new Table(
                "transactions",
                words.text("federal.transactions", report.common().currency().getCurrencyCode()),
                Shape.FORM,
                List.of(
                        words.column("number"),
                        words.column("item"),
                        words.column("accrual"),
                        words.column("cash")),
                rows,
                null);
    }

    private void both(List<Row> rows, Kind kind, String line, long amount) {
        row(rows, kind, line, amount, amount);
    }

    private void row(List<Row> rows, Kind kind, String line, long accrual, long cash) {
        rows.add(
                Row.of(
                        kind,
                        Cell.text("10" + line),
                        Cell.text(words.text("federal." + line)),
                        words.inAward(accrual),
                        words.inAward(cash)));
    }

    private Table indirect() {
        var rows = new ArrayList<Row>();
        for (var one : report.indirect()) {
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            Cell.text(
                                    one.code()
                                            + " \u00b7 "
                                            + words.name(one.nameId(), one.nameEn())),
                            Cell.text(words.capped(one.cap())),
                            Cell.text(
                                    words.formats().shortDate(one.from())
                                            + "\n"
                                            + words.formats().shortDate(one.until())),
                            words.inAward(one.base()),
                            words.inAward(one.charged()),
                            words.inAward(one.charged())));
        }
        return new Table(
                "indirect",
                words.text("federal.indirect"),
                Shape.BRIDGE,
                List.of(
                        words.column("type"),
                        words.column("cap"),
                        words.column("dates"),
                        words.column("base"),
                        words.column("charged"),
                        words.column("federal")),
                rows,
                words.text("federal.indirect.none"));
    }

    private Table cash(FederalReport.Cash cash) {
        var rows = new ArrayList<Row>();
        pair(rows, Kind.PLAIN, "federal.c", cash.onHand());
        pair(rows, Kind.PLAIN, "flow.interest", cash.interest());
        if (cash.exchange() != 0) pair(rows, Kind.PLAIN, "flow.exchange", cash.exchange());
        if (cash.lent() != 0) {
            var what = cash.lent() > 0 ? "federal.lent" : "federal.borrowed";
            pair(rows, Kind.PLAIN, what, -cash.lent());
        }
        pair(rows, Kind.TOTAL, "federal.bank", cash.bank());
        return new Table(
                "ledger",
                words.text("federal.ledger"),
                Shape.PAIR,
                List.of(words.column("item"), words.column("amount")),
                rows,
                null);
    }

    private void pair(List<Row> rows, Kind kind, String key, long amount) {
        rows.add(Row.of(kind, Cell.text(words.text(key)), words.amount(amount)));
    }

    private Check check() {
        var cash = report.cash();
        return new Check(
                words.text(
                        "federal.check",
                        words.plain(report.authorized()),
                        words.plain(report.obligations()),
                        words.plain(report.unobligated())),
                cash == null
                        ? words.text("federal.verdict.foreign", words.plain(report.costs()))
                        : words.text("federal.verdict", words.formats().amount(cash.bank())));
    }
}
