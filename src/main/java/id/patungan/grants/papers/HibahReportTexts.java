package id.patungan.grants.papers;

import id.patungan.grants.papers.AwardPaper.Transfer;
import id.patungan.grants.papers.HibahReport.Use;
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
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** How the account of a hibah reads in one language. */
final class HibahReportTexts {

    private final HibahReport report;
    private final PaperWords words;

    HibahReportTexts(HibahReport report, PaperWords words) {
        this.report = report;
        this.words = words;
    }

    PaperLayout layout() {
        var parts = new ArrayList<Part>();
        parts.add(new Words(words.text("lpj.year", Integer.toString(report.year())), true));
        parts.add(uses());
        parts.add(new Words(words.text("lpj.basis"), false));
        parts.add(cash());
        parts.add(accrual());
        parts.add(new Words(words.text("lpj.statement.title"), true));
        parts.add(
                new Words(
                        words.text(
                                "lpj.statement",
                                report.common().agreementNo(),
                                words.money(report.realised()),
                                words.formats().words(report.realised())),
                        false));
        parts.add(transfers());
        parts.add(evidence(words, "lpj.evidence", report.evidence()));
        parts.add(account());
        return words.layout("lpj", parts, check());
    }

    private Table uses() {
        var rows = new ArrayList<Row>();
        for (var use : report.uses()) {
            rows.add(
                    row(
                            Kind.PLAIN,
                            use.code() + " \u00b7 " + words.name(use.nameId(), use.nameEn()),
                            use.budget(),
                            use.realised(),
                            use.left(),
                            remark(use)));
        }
        if (report.realisedUnassigned() != 0) {
            rows.add(
                    row(
                            Kind.PLAIN,
                            words.text("statement.no-line"),
                            0,
                            report.realisedUnassigned(),
                            -report.realisedUnassigned(),
                            ""));
        }
        rows.add(
                row(
                        Kind.TOTAL,
                        words.text("total"),
                        sum(Use::budget),
                        report.realised(),
                        sum(Use::left) - report.realisedUnassigned(),
                        ""));
        return new Table(
                "uses",
                words.text("lpj.uses"),
                Shape.USE,
                List.of(
                        words.column("use"),
                        words.column("budget"),
                        words.column("realised"),
                        words.column("left"),
                        words.column("remark")),
                rows,
                null);
    }

    private long sum(ToLongFunction<Use> amount) {
        return report.uses().stream().mapToLong(amount).sum();
    }

    private Row row(Kind kind, String name, long budget, long realised, long left, String remark) {
        return Row.of(
                kind,
                Cell.text(name),
                words.amount(budget),
                words.amount(realised),
                words.amount(left),
                Cell.text(remark));
    }

    private String remark(Use use) {
        var percent = PaperWords.percent(use.earlier() + use.realised(), use.budget());
        var remark =
                percent instanceof Cell.Percent(var part)
                        ? words.text(
                                "lpj.remark",
                                words.formats().number(part),
                                Integer.toString(use.evidence()))
                        : "";
        var all = new ArrayList<String>();
        all.add(remark);
        if (use.earlier() != 0) all.add(words.text("lpj.earlier", words.money(use.earlier())));
        var note = use.note();
        if (note != null) all.add(words.note(note));
        return String.join("; ", all);
    }

    private Table cash() {
        var rows = new ArrayList<Row>();
        pair(rows, Kind.PLAIN, words.text("lpj.opening"), report.opening());
        for (var one : report.received()) {
            pair(
                    rows,
                    Kind.PLAIN,
                    words.text(
                            "lpj.received",
                            paper(one),
                            words.date(one.date()),
                            one.tranche() == null ? "-" : String.valueOf(one.tranche())),
                    one.amount());
        }
        pair(rows, Kind.PLAIN, words.text("lpj.interest"), report.interest());
        pair(rows, Kind.PLAIN, words.text("lpj.spent"), -report.realised());
        for (var one : report.refunded()) {
            pair(
                    rows,
                    Kind.PLAIN,
                    words.text("lpj.refunded", paper(one), words.date(one.date())),
                    one.amount());
        }
        var listed = rows.stream().mapToLong(HibahReportTexts::amount).sum();
        var end = report.closing() + report.unpaid();
        if (listed != end) pair(rows, Kind.PLAIN, words.text("lpj.other"), end - listed);
        pair(rows, Kind.TOTAL, words.text("lpj.closing", words.date(report.until())), end);
        pair(rows, Kind.SUB, words.text("lpj.bank"), report.bank());
        if (report.advances() != 0) {
            pair(rows, Kind.SUB, words.text("lpj.advances"), report.advances());
        }
        if (report.loans() != 0) pair(rows, Kind.SUB, words.text("lpj.loans"), report.loans());
        pair(rows, Kind.SUB, words.text("lpj.due-back"), report.dueBack());
        for (var one : report.refundedAfter()) {
            pair(
                    rows,
                    Kind.SUB,
                    words.text("lpj.refunded-after", paper(one), words.date(one.date())),
                    -one.amount());
        }
        return pairs("cash", words.text("lpj.cash"), rows);
    }

    private static long amount(Row row) {
        return row.cells().get(1) instanceof Cell.Amount(var money) ? money.minorUnits() : 0;
    }

    private static String paper(Transfer one) {
        var document = one.document();
        return document == null ? one.description() : document;
    }

    private Table accrual() {
        var rows = new ArrayList<Row>();
        pair(rows, Kind.PLAIN, words.text("lpj.costs"), report.costs());
        pair(rows, Kind.PLAIN, words.text("lpj.unpaid"), -report.unpaid());
        pair(rows, Kind.PLAIN, words.text("lpj.unpaid-before"), report.unpaidBefore());
        pair(rows, Kind.TOTAL, words.text("lpj.realised"), report.realised());
        return pairs("accrual", words.text("lpj.accrual"), rows);
    }

    private void pair(List<Row> rows, Kind kind, String label, long amount) {
        rows.add(Row.of(kind, Cell.text(label), words.amount(amount)));
    }

    private Table pairs(String name, String caption, List<Row> rows) {
        return new Table(
                name,
                caption,
                Shape.PAIR,
                List.of(words.column("item"), words.column("amount")),
                rows,
                null);
    }

    /** The deposit slips once more, each as evidence of its own. */
    private Table transfers() {
        var rows = new ArrayList<Row>();
        for (var one : List.of(report.refunded(), report.refundedAfter())) {
            one.forEach(slip ->
                    pair(
                            rows,
                            Kind.PLAIN,
                            words.text("lpj.slip", paper(slip), words.date(slip.date())),
                            -slip.amount()));
        }
        return new Table(
                "slips",
                words.text("lpj.slips"),
                Shape.PAIR,
                List.of(words.column("item"), words.column("amount")),
                rows,
                words.text("lpj.slips.none"));
    }

    /** Costs under their numbers, in one currency. */
    static Table evidence(PaperWords words, String caption, List<UseOfFunds.Voucher> evidence) {
        var rows = new ArrayList<Row>();
        long sum = 0;
        for (var one : evidence) {
            var cost = one.cost();
            sum += cost.amount();
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            Cell.text(Integer.toString(one.number())),
                            new Cell.Day(cost.date()),
                            Cell.text(words.voucher(cost.document(), cost.entry())),
                            Cell.text(UseOfFundsTexts.purpose(cost)),
                            Cell.text(cost.line()),
                            words.amount(cost.amount())));
        }
        if (!rows.isEmpty()) {
            rows.add(
                    Row.of(
                            Kind.TOTAL,
                            Cell.none(),
                            Cell.none(),
                            Cell.none(),
                            Cell.text(words.text("total")),
                            Cell.none(),
                            words.amount(sum)));
        }
        return new Table(
                "evidence",
                words.text(caption),
                Shape.EVIDENCE,
                List.of(
                        words.column("number"),
                        words.column("date"),
                        words.column("document"),
                        words.column("description"),
                        words.column("line"),
                        words.column("amount")),
                rows,
                words.text("statement.costs.none"));
    }

    /** The copy of the bank account. */
    private Table account() {
        var account = report.account();
        var rows = new ArrayList<Row>();
        rows.add(
                Row.of(
                        Kind.SUB,
                        new Cell.Day(report.from()),
                        Cell.none(),
                        Cell.text(words.text("flow.opening")),
                        Cell.none(),
                        Cell.none(),
                        words.amount(account.opening())));
        long in = 0;
        long out = 0;
        for (var one : account.lines()) {
            in += Math.max(0, one.amount());
            out += Math.max(0, -one.amount());
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            new Cell.Day(one.date()),
                            Cell.text(words.voucher(one.document(), one.entry())),
                            Cell.text(one.description()),
                            one.amount() > 0 ? words.amount(one.amount()) : Cell.none(),
                            one.amount() > 0 ? Cell.none() : words.amount(-one.amount()),
                            words.amount(one.balance())));
        }
        rows.add(
                Row.of(
                        Kind.TOTAL,
                        new Cell.Day(report.until()),
                        Cell.none(),
                        Cell.text(words.text("flow.closing")),
                        words.amount(in),
                        words.amount(out),
                        words.amount(account.closing())));
        return new Table(
                "account",
                words.text("lpj.account", account.code()),
                Shape.ACCOUNT,
                List.of(
                        words.column("date"),
                        words.column("document"),
                        words.column("description"),
                        words.column("in"),
                        words.column("out"),
                        words.column("after")),
                rows,
                null);
    }

    private Check check() {
        var formats = words.formats();
        var accounts =
                List.of(
                        words.text("lpj.check.bank", formats.amount(report.bank())),
                        words.text("lpj.check.advances", formats.amount(report.advances())),
                        words.text("lpj.check.loans", formats.amount(report.loans())));
        return new Check(
                words.text(
                        "lpj.check",
                        formats.amount(report.closing() + report.unpaid()),
                        accounts.stream().collect(Collectors.joining(" + "))),
                words.text("lpj.verdict", formats.amount(report.costs())));
    }
}
