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

/** How advance and liquidation read in one language. */
final class AdvanceReportTexts {

    private final AdvanceReport report;
    private final PaperWords words;

    AdvanceReportTexts(AdvanceReport report, PaperWords words) {
        this.report = report;
        this.words = words;
    }

    PaperLayout layout() {
        return words.layout(
                "face",
                List.<Part>of(
                        lines(),
                        new Words(words.text("face.parts"), false),
                        new Words(accepted(), false),
                        new Words(next(), false)),
                check());
    }

    private String accepted() {
        return report.accepted().isEmpty()
                ? words.text("face.accepted.none")
                : words.text("face.accepted", String.join(", ", report.accepted()));
    }

    private String next() {
        var next = report.next();
        if (next == null) {
            if (!report.tranches()) return words.text("face.next.unknown");
            var over = report.until().isAfter(report.common().awardTo());
            return words.text(over ? "face.next.over" : "face.next.none");
        }
        return words.text(
                next.ready() ? "face.next.ready" : "face.next.waiting",
                next.tranche(),
                words.plain(next.amount()),
                words.date(next.expectedOn()));
    }

    private Table lines() {
        var rows = new ArrayList<Row>();
        for (var one : report.lines()) {
            rows.add(one.activity() ? activity(one) : row(Kind.PLAIN, name(one), one));
        }
        rows.add(row(Kind.TOTAL, words.text("total"), report.total()));
        return new Table(
                "lines",
                words.text("face.lines", report.common().currency().getCurrencyCode()),
                Shape.ADVANCE,
                List.of(
                        words.column("line"),
                        words.column("authorized"),
                        words.column("actual"),
                        words.column("accepted"),
                        words.column("balance", "authorized-accepted"),
                        words.column("request"),
                        words.column("granted"),
                        words.column("outstanding", "balance+granted")),
                rows,
                null);
    }

    private String name(AdvanceReport.Line one) {
        return one.code() == null
                ? words.text("statement.no-line")
                : one.code() + " \u00b7 " + words.name(one.nameId(), one.nameEn());
    }

    private Row row(Kind kind, String name, AdvanceReport.Line one) {
        return Row.of(
                kind,
                Cell.text(name),
                words.inAward(one.authorized()),
                words.inAward(one.actual()),
                words.inAward(one.accepted()),
                words.inAward(one.balance()),
                words.inAward(one.request()),
                words.inAward(one.granted()),
                words.inAward(one.outstanding()));
    }

    private Row activity(AdvanceReport.Line one) {
        return Row.of(
                Kind.SUB,
                Cell.text(name(one)),
                Cell.none(),
                words.inAward(one.actual()),
                words.inAward(one.accepted()),
                Cell.none(),
                Cell.none(),
                Cell.none(),
                Cell.none());
    }

    private Check check() {
        var total = report.total();
        return new Check(
                words.text(
                        "face.check",
                        words.plain(total.authorized()),
                        words.plain(total.accepted()),
                        words.plain(total.balance()),
                        words.plain(total.granted()),
                        words.plain(total.outstanding())),
                words.text(
                        "face.verdict",
                        words.plain(report.received()),
                        words.plain(total.actual())));
    }
}
