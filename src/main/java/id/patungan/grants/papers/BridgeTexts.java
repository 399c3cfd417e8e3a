package id.patungan.grants.papers;

import id.patungan.grants.papers.AwardPaper.Cost;
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

/** How the bridge reads in one language. */
final class BridgeTexts {

    private final Bridge bridge;
    private final PaperWords words;

    BridgeTexts(Bridge bridge, PaperWords words) {
        this.bridge = bridge;
        this.words = words;
    }

    PaperLayout layout() {
        var parts =
                List.<Part>of(
                        new Words(words.text("bridge.what"), false),
                        rows(),
                        accounts(),
                        new Words(words.text("bridge.others.title"), true),
                        byFund(),
                        costs(words, bridge.costs(), bridge.others()));
        return words.layout("bridge", parts, check());
    }

    private Table rows() {
        var rows = new ArrayList<Row>();
        for (var one : bridge.rows()) {
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            Cell.text(words.name(one.nameId(), one.nameEn())),
                            Cell.text(one.code()),
                            Cell.text(words.text(one.inside() ? "yes" : "no")),
                            words.amount(one.donor()),
                            words.amount(one.others()),
                            words.amount(one.total())));
        }
        if (!rows.isEmpty()) {
            rows.add(
                    Row.of(
                            Kind.TOTAL,
                            Cell.text(words.text("total")),
                            Cell.none(),
                            Cell.none(),
                            words.amount(bridge.donor()),
                            words.amount(bridge.others()),
                            words.amount(bridge.donor() + bridge.others())));
        }
        return new Table(
                "bridge",
                words.text("bridge.rows"),
                Shape.BRIDGE,
                List.of(
                        words.column("activity"),
                        words.column("logframe"),
                        words.column("inside"),
                        words.column("donor"),
                        words.column("others"),
                        words.column("sum", "donor+others")),
                rows,
                words.text("statement.costs.none"));
    }

    /** How both accounts tie to the trial balance. */
    private Table accounts() {
        var rows = new ArrayList<Row>();
        for (var one : bridge.accounts()) {
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            Cell.text(one.account()),
                            words.amount(one.donor()),
                            words.amount(one.others()),
                            words.amount(one.rest()),
                            words.amount(one.booked())));
        }
        if (!rows.isEmpty()) {
            rows.add(
                    Row.of(
                            Kind.TOTAL,
                            Cell.text(words.text("total")),
                            words.amount(bridge.donor()),
                            words.amount(bridge.others()),
                            words.amount(sum(Bridge.ByAccount::rest)),
                            words.amount(sum(Bridge.ByAccount::booked))));
        }
        return new Table(
                "accounts",
                words.text("bridge.accounts"),
                Shape.FUNDS,
                List.of(
                        words.column("account"),
                        words.column("donor"),
                        words.column("others"),
                        words.column("rest"),
                        words.column("booked", "donor+others+rest")),
                rows,
                null);
    }

    private long sum(ToLongFunction<Bridge.ByAccount> amount) {
        return bridge.accounts().stream().mapToLong(amount).sum();
    }

    private Table byFund() {
        var rows = new ArrayList<Row>();
        for (var one : bridge.byFund()) {
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            Cell.text(words.text("bridge.fund", one.fund())),
                            words.amount(one.amount())));
        }
        if (!rows.isEmpty()) {
            rows.add(
                    Row.of(
                            Kind.TOTAL,
                            Cell.text(words.text("total")),
                            words.amount(bridge.others())));
        }
        return new Table(
                "funds",
                words.text("bridge.funds"),
                Shape.PAIR,
                List.of(words.column("item"), words.column("amount")),
                rows,
                words.text("bridge.none"));
    }

    /** Costs that other funds bear, down to the voucher. */
    static Table costs(PaperWords words, List<Cost> costs, long sum) {
        var rows = new ArrayList<Row>();
        for (var one : costs) {
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            new Cell.Day(one.date()),
                            Cell.text(words.voucher(one.document(), one.entry())),
                            Cell.text(one.description()),
                            Cell.text(one.fund()),
                            Cell.text(one.activity() == null ? one.line() : one.activity()),
                            words.amount(one.amount())));
        }
        if (!rows.isEmpty()) {
            rows.add(
                    Row.of(
                            Kind.TOTAL,
                            Cell.none(),
                            Cell.none(),
                            Cell.text(words.text("total")),
                            Cell.none(),
                            Cell.none(),
                            words.amount(sum)));
        }
        return new Table(
                "costs",
                words.text("bridge.costs"),
                Shape.COSTS,
                List.of(
                        words.column("date"),
                        words.column("document"),
                        words.column("description"),
                        words.column("fund"),
                        words.column("logframe"),
                        words.column("amount")),
                rows,
                words.text("bridge.none"));
    }

    private Check check() {
        var formats = words.formats();
        return new Check(
                words.text(
                        "bridge.check",
                        formats.amount(bridge.donor()),
                        formats.amount(bridge.others()),
                        formats.amount(bridge.donor() + bridge.others())),
                words.text(
                        "bridge.verdict",
                        bridge.byFund().isEmpty()
                                ? words.text("bridge.no-others")
                                : bridge.byFund().stream()
                                        .map(one -> one.fund() + " " + formats.amount(one.amount()))
                                        .collect(Collectors.joining(", "))));
    }
}
