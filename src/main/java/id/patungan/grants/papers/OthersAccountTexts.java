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

/** How the account of the association reads in one language. */
final class OthersAccountTexts {

    private final OthersAccount account;
    private final PaperWords words;

    OthersAccountTexts(OthersAccount account, PaperWords words) {
        this.account = account;
        this.words = words;
    }

    PaperLayout layout() {
        return words.layout(
                "association",
                List.<Part>of(
                        new Words(words.text("association.what"), false),
                        activities(),
                        funds(),
                        BridgeTexts.costs(words, account.costs(), account.total())),
                check());
    }

    private Table activities() {
        var rows = new ArrayList<Row>();
        for (var one : account.rows()) {
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            Cell.text(one.code()),
                            Cell.text(words.name(one.nameId(), one.nameEn())),
                            one.inside() ? words.amount(one.others()) : Cell.none(),
                            one.inside() ? Cell.none() : words.amount(one.others())));
        }
        if (!rows.isEmpty()) {
            rows.add(
                    Row.of(
                            Kind.TOTAL,
                            Cell.none(),
                            Cell.text(words.text("total")),
                            words.amount(borne(true)),
                            words.amount(borne(false))));
        }
        return new Table(
                "activities",
                words.text("association.activities"),
                Shape.FORM,
                List.of(
                        words.column("logframe"),
                        words.column("activity"),
                        words.column("within-frame"),
                        words.column("outside-frame")),
                rows,
                words.text("bridge.none"));
    }

    private long borne(boolean inside) {
        return account.rows().stream()
                .filter(one -> one.inside() == inside)
                .mapToLong(Bridge.Row::others)
                .sum();
    }

    private Table funds() {
        var rows = new ArrayList<Row>();
        for (var one : account.funds()) {
            rows.add(row(Kind.PLAIN, "association.fund.opening", one.fund(), one.opening()));
            rows.add(row(Kind.PLAIN, "association.fund.received", one.fund(), one.received()));
            rows.add(row(Kind.PLAIN, "association.fund.spent", one.fund(), -one.spent()));
            rows.add(row(Kind.TOTAL, "association.fund.closing", one.fund(), one.closing()));
            rows.add(row(Kind.SUB, "association.fund.borne", one.fund(), one.borne()));
        }
        return new Table(
                "funds",
                words.text("association.funds"),
                Shape.PAIR,
                List.of(words.column("item"), words.column("amount")),
                rows,
                words.text("bridge.none"));
    }

    private Row row(Kind kind, String key, String fund, long amount) {
        return Row.of(kind, Cell.text(words.text(key, fund)), words.amount(amount));
    }

    private Check check() {
        var formats = words.formats();
        return new Check(
                words.text(
                        "association.check",
                        formats.amount(borne(true)),
                        formats.amount(borne(false)),
                        formats.amount(account.total())),
                words.text("association.verdict", formats.amount(account.total())));
    }
}
