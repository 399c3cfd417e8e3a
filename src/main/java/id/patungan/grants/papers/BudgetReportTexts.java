package id.patungan.grants.papers;

import id.patungan.grants.papers.PaperLayout.Cell;
import id.patungan.grants.papers.PaperLayout.Check;
import id.patungan.grants.papers.PaperLayout.Kind;
import id.patungan.grants.papers.PaperLayout.Part;
import id.patungan.grants.papers.PaperLayout.Row;
import id.patungan.grants.papers.PaperLayout.Shape;
import id.patungan.grants.papers.PaperLayout.Table;
import id.patungan.grants.papers.PaperLayout.Words;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** How the European Union's budget against actual reads in one language. */
final class BudgetReportTexts {

    private final BudgetReport report;
    private final PaperWords words;

    BudgetReportTexts(BudgetReport report, PaperWords words) {
        this.report = report;
        this.words = words;
    }

    PaperLayout layout() {
        return words.layout(
                "eu",
                List.<Part>of(
                        budget(),
                        new Words(words.text("eu.variation"), false),
                        expenditure(),
                        sources()),
                check());
    }

    private Table budget() {
        var rows = new ArrayList<Row>();
        long budget = 0;
        long before = report.unassigned().before();
        long within = report.unassigned().within();
        for (var line : report.lines()) {
            budget += line.budget();
            before += line.spent().before();
            within += line.spent().within();
            rows.add(line(line));
        }
        var none = report.unassigned();
        if (none.before() != 0 || none.within() != 0) {
            rows.add(row(Kind.PLAIN, words.text("statement.no-line"), null, 0, none, null));
        }
        rows.add(
                row(
                        Kind.TOTAL,
                        words.text("total"),
                        null,
                        budget,
                        new DonorStatement.Spent(before, within),
                        null));
        return new Table(
                "budget",
                words.text("eu.budget", report.common().currency().getCurrencyCode()),
                Shape.UNITS,
                List.of(
                        words.column("line"),
                        words.column("unit"),
                        words.column("quantity"),
                        words.column("unitcost"),
                        words.column("budget"),
                        words.column("before"),
                        words.column("within"),
                        words.column("spent", "before+within"),
                        words.column("variation", "spent-budget"),
                        words.column("percent"),
                        words.column("note")),
                rows,
                null);
    }

    private Row line(BudgetReport.Line line) {
        return row(
                Kind.PLAIN,
                line.code() + " \u00b7 " + words.name(line.nameId(), line.nameEn()),
                line.units(),
                line.budget(),
                line.spent(),
                line.note());
    }

    private Row row(
            Kind kind,
            String name,
            BudgetReport.@Nullable Units units,
            long budget,
            DonorStatement.Spent spent,
            @Nullable AwardNote note) {
        var none = kind == Kind.PLAIN ? Cell.text("-") : Cell.none();
        return Row.of(
                kind,
                Cell.text(name),
                units == null ? none : Cell.text(units.unit()),
                units == null
                        ? none
                        : Cell.text(words.formats().number(new BigDecimal(units.quantity()))),
                units == null ? none : words.inAward(units.unitCost()),
                words.inAward(budget),
                words.inAward(spent.before()),
                words.inAward(spent.within()),
                words.inAward(spent.total()),
                words.inAward(spent.total() - budget),
                PaperWords.percent(spent.total() - budget, budget),
                note == null ? Cell.none() : Cell.text(words.note(note)));
    }

    private Table expenditure() {
        return UseOfFundsTexts.vouchers(
                words,
                "eu.expenditure",
                UseOfFunds.numbered(report.expenditure()),
                report.common());
    }

    private Table sources() {
        var rows = new ArrayList<Row>();
        long period = 0;
        long cumulative = 0;
        for (var one : report.sources()) {
            period += one.period();
            cumulative += one.cumulative();
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            Cell.text(words.text("eu.source." + one.what())),
                            words.amount(one.period()),
                            words.amount(one.cumulative())));
        }
        rows.add(
                Row.of(
                        Kind.TOTAL,
                        Cell.text(words.text("total")),
                        words.amount(period),
                        words.amount(cumulative)));
        return new Table(
                "sources",
                words.text("eu.sources", words.formats().currency().getCurrencyCode()),
                Shape.FLOWS,
                List.of(words.column("source"), words.column("period"), words.column("cumulative")),
                rows,
                null);
    }

    private Check check() {
        return new Check(
                words.text("eu.check", words.plain(report.listed())),
                words.text(
                        "eu.verdict",
                        words.formats()
                                .amount(
                                        report.expenditure().stream()
                                                .mapToLong(AwardPaper.Cost::amount)
                                                .sum())));
    }
}
