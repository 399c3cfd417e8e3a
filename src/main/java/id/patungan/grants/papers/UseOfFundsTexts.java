package id.patungan.grants.papers;

import id.patungan.grants.papers.PaperLayout.Cell;
import id.patungan.grants.papers.PaperLayout.Check;
import id.patungan.grants.papers.PaperLayout.Kind;
import id.patungan.grants.papers.PaperLayout.Part;
import id.patungan.grants.papers.PaperLayout.Row;
import id.patungan.grants.papers.PaperLayout.Shape;
import id.patungan.grants.papers.PaperLayout.Table;

import java.util.ArrayList;
import java.util.List;

/** How the use of funds by voucher reads in one language. */
final class UseOfFundsTexts {

    private final UseOfFunds report;
    private final PaperWords words;

    UseOfFundsTexts(UseOfFunds report, PaperWords words) {
        this.report = report;
        this.words = words;
    }

    PaperLayout layout() {
        var table = vouchers(words, "vouchers.list", report.vouchers(), report.common());
        return words.layout(
                "vouchers",
                List.<Part>of(table),
                new Check(
                        words.text("vouchers.check", words.plain(report.inAward())),
                        words.text("vouchers.verdict", words.formats().amount(report.local()))));
    }

    /** Costs under their numbers; of a foreign award in both currencies, with the rates. */
    static Table vouchers(
            PaperWords words,
            String caption,
            List<UseOfFunds.Voucher> vouchers,
            AwardPaper.Common common) {
        return common.foreign()
                ? inBoth(words, caption, vouchers, common)
                : HibahReportTexts.evidence(words, caption, vouchers);
    }

    /** With the payee below it, where one is named. */
    static String purpose(AwardPaper.Cost cost) {
        return cost.payee() == null ? cost.description() : cost.description() + "\n" + cost.payee();
    }

    private static Table inBoth(
            PaperWords words,
            String caption,
            List<UseOfFunds.Voucher> vouchers,
            AwardPaper.Common common) {
        var rows = new ArrayList<Row>();
        long local = 0;
        long given = 0;
        for (var one : vouchers) {
            var cost = one.cost();
            local += cost.amount();
            given += Ledgers.inAward(common, cost);
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            Cell.text(Integer.toString(one.number())),
                            new Cell.Day(cost.date()),
                            Cell.text(purpose(cost)),
                            words.amount(cost.amount()),
                            words.rates(cost.memo()),
                            words.inAward(Ledgers.inAward(common, cost)),
                            Cell.text(cost.line()),
                            Cell.text(words.voucher(cost.document(), cost.entry()))));
        }
        if (!rows.isEmpty()) {
            rows.add(
                    Row.of(
                            Kind.TOTAL,
                            Cell.none(),
                            Cell.none(),
                            Cell.text(words.text("total")),
                            words.amount(local),
                            Cell.none(),
                            words.inAward(given),
                            Cell.none(),
                            Cell.none()));
        }
        return new Table(
                "vouchers",
                words.text(caption),
                Shape.PAYMENTS,
                List.of(
                        words.column("number"),
                        words.column("date"),
                        words.column("purpose"),
                        words.column(
                                "local", words.formats().currency().getCurrencyCode(), "local"),
                        words.column("rate"),
                        words.column("given", common.currency().getCurrencyCode(), "given"),
                        words.column("line"),
                        words.column("document")),
                rows,
                words.text("statement.costs.none"));
    }
}
