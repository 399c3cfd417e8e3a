package id.patungan.grants.papers;

import id.patungan.basics.Money;
import id.patungan.grants.papers.AwardPaper.Cost;
import id.patungan.grants.papers.AwardPaper.Foreign;
import id.patungan.grants.papers.AwardPaper.Transfer;
import id.patungan.grants.papers.DonorStatement.Flows;
import id.patungan.grants.papers.DonorStatement.Line;
import id.patungan.grants.papers.DonorStatement.Spent;
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
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** How a donor statement reads in one language. */
final class DonorStatementTexts {

    private final DonorStatement statement;
    private final PaperWords words;

    DonorStatementTexts(DonorStatement statement, PaperWords words) {
        this.statement = statement;
        this.words = words;
    }

    PaperLayout layout() {
        var parts = new ArrayList<Part>();
        parts.add(cash());
        if (!statement.lines().isEmpty()) {
            parts.add(lines());
            parts.add(new Words(words.text("statement.variance"), false));
        }
        if (!statement.promises().isEmpty()) parts.add(promises());
        if (statement.common().foreign()) parts.add(inBook());
        parts.add(received());
        parts.add(costs());
        parts.add(moved());
        parts.add(overrides());
        parts.add(loans());
        return words.layout("statement", parts, check());
    }

    private Table cash() {
        var rows = new ArrayList<Row>();
        flow(rows, "opening", 1, Flows::opening);
        flow(rows, "received", 1, Flows::received);
        flow(rows, "interest", 1, Flows::interest);
        if (statement.cumulative().exchange() != 0) flow(rows, "exchange", 1, Flows::exchange);
        flow(rows, "spent", -1, Flows::spent);
        flow(rows, "moved", 1, Flows::moved);
        flow(rows, "refunded", -1, Flows::refunded);
        rows.add(
                Row.of(
                        Kind.TOTAL,
                        Cell.text(words.text("flow.closing")),
                        words.amount(statement.period().closing()),
                        words.amount(statement.cumulative().closing())));
        rows.add(
                Row.of(
                        Kind.SUB,
                        Cell.text(words.text("flow.eligible")),
                        words.amount(statement.period().eligible()),
                        words.amount(statement.cumulative().eligible())));
        return new Table(
                "cash",
                words.text("statement.cash", words.formats().currency().getCurrencyCode()),
                Shape.FLOWS,
                List.of(words.column("item"), words.column("period"), words.column("cumulative")),
                rows,
                null);
    }

    private void flow(List<Row> rows, String key, int sign, ToLongFunction<Flows> amount) {
        rows.add(
                Row.of(
                        Kind.PLAIN,
                        Cell.text(words.text("flow." + key)),
                        words.amount(sign * amount.applyAsLong(statement.period())),
                        words.amount(sign * amount.applyAsLong(statement.cumulative()))));
    }

    /** What a sponsor gets for its money, instead of a budget. */
    private Table promises() {
        var rows =
                statement.promises().stream()
                        .map(one ->
                                Row.of(
                                        Kind.PLAIN,
                                        Cell.text(
                                                words.name(
                                                        one.promise().nameId(),
                                                        one.promise().nameEn())),
                                        words.inAward(one.promise().amount()),
                                        Cell.day(one.promise().dueOn()),
                                        Cell.day(one.settledOn()),
                                        Cell.text(words.text("promise." + one.state()))))
                        .toList();
        return new Table(
                "promises",
                words.text("statement.promises", statement.common().currency().getCurrencyCode()),
                Shape.USE,
                List.of(
                        words.column("promise"),
                        words.column("amount"),
                        words.column("due"),
                        words.column("settled"),
                        words.column("state")),
                rows,
                null);
    }

    private Table lines() {
        var rows = new ArrayList<Row>();
        for (var line : statement.lines()) {
            rows.add(line(line));
            line.activities()
                    .forEach(one ->
                            rows.add(
                                    Row.of(
                                            Kind.SUB,
                                            Cell.text(words.name(one.nameId(), one.nameEn())),
                                            Cell.text(one.code()),
                                            Cell.none(),
                                            words.inAward(one.spent().before()),
                                            words.inAward(one.spent().within()),
                                            words.inAward(one.spent().total()),
                                            Cell.none(),
                                            Cell.none(),
                                            Cell.none(),
                                            Cell.none())));
        }
        var none = statement.unassigned();
        if (none.before() != 0 || none.within() != 0) {
            rows.add(total(Kind.PLAIN, "statement.no-line", 0, none, -none.total(), none.total()));
        }
        long budget = 0;
        long before = none.before();
        long within = none.within();
        long planned = 0;
        for (var line : statement.lines()) {
            budget += line.budget();
            before += line.spent().before();
            within += line.spent().within();
            planned += line.planned();
        }
        var sum = new Spent(before, within);
        rows.add(
                total(
                        Kind.TOTAL,
                        "total",
                        budget,
                        sum,
                        budget - sum.total(),
                        sum.total() - planned));
        return new Table(
                "lines",
                words.text("statement.lines", statement.common().currency().getCurrencyCode()),
                Shape.LINES,
                List.of(
                        words.column("line"),
                        words.column("logframe"),
                        words.column("budget"),
                        words.column("before"),
                        words.column("within"),
                        words.column("spent", "before+within"),
                        words.column("left", "budget-spent"),
                        words.column("percent"),
                        words.column("variance"),
                        words.column("note")),
                rows,
                null);
    }

    private Row line(Line line) {
        return Row.of(
                Kind.PLAIN,
                Cell.text(line.code() + " \u00b7 " + words.name(line.nameId(), line.nameEn())),
                Cell.text(
                        line.activities().stream()
                                .map(DonorStatement.ActivitySpent::code)
                                .collect(Collectors.joining(", "))),
                words.inAward(line.budget()),
                words.inAward(line.spent().before()),
                words.inAward(line.spent().within()),
                words.inAward(line.spent().total()),
                words.inAward(line.left()),
                PaperWords.percent(line.spent().total(), line.budget()),
                words.inAward(line.variance()),
                note(line));
    }

    private Cell note(Line line) {
        var note = line.note();
        return note == null ? Cell.none() : Cell.text(words.note(note));
    }

    private Row total(Kind kind, String key, long budget, Spent spent, long left, long variance) {
        return Row.of(
                kind,
                Cell.text(words.text(key)),
                Cell.none(),
                words.inAward(budget),
                words.inAward(spent.before()),
                words.inAward(spent.within()),
                words.inAward(spent.total()),
                words.inAward(left),
                PaperWords.percent(spent.total(), budget),
                words.inAward(variance),
                Cell.none());
    }

    /** The same costs in the currency of the book, where that is another. */
    private Table inBook() {
        var rows = new ArrayList<Row>();
        long before = 0;
        long within = 0;
        for (var line : statement.lines()) {
            before += line.inBook().before();
            within += line.inBook().within();
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            Cell.text(
                                    line.code()
                                            + " \u00b7 "
                                            + words.name(line.nameId(), line.nameEn())),
                            words.amount(line.inBook().within()),
                            words.amount(line.inBook().total())));
        }
        var none = statement.unassignedInBook();
        if (none.before() != 0 || none.within() != 0) {
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            Cell.text(words.text("statement.no-line")),
                            words.amount(none.within()),
                            words.amount(none.total())));
        }
        rows.add(
                Row.of(
                        Kind.TOTAL,
                        Cell.text(words.text("total")),
                        words.amount(none.within() + within),
                        words.amount(none.total() + before + within)));
        return new Table(
                "in-book",
                words.text("statement.in-book", words.formats().currency().getCurrencyCode()),
                Shape.FLOWS,
                List.of(words.column("line"), words.column("period"), words.column("cumulative")),
                rows,
                null);
    }

    private Table received() {
        var rows = new ArrayList<Row>();
        statement.received().forEach(one -> rows.add(transfer(one)));
        statement.refunded().forEach(one -> rows.add(transfer(one)));
        return transactions("transfers", "original", rows);
    }

    private Table costs() {
        var rows = new ArrayList<Row>();
        for (Cost one : statement.costs()) {
            rows.add(
                    transaction(
                            Kind.PLAIN,
                            List.of(
                                    new Cell.Day(one.date()),
                                    Cell.text(words.voucher(one.document(), one.entry())),
                                    Cell.text(one.description()),
                                    Cell.text(one.line() == null ? one.account() : one.line()),
                                    Cell.text(one.activity()),
                                    words.amount(one.amount())),
                            words.memo(one.memo()),
                            words.rates(one.memo())));
        }
        if (!rows.isEmpty()) {
            rows.add(
                    transaction(
                            Kind.TOTAL,
                            List.of(
                                    Cell.none(),
                                    Cell.none(),
                                    Cell.text(words.text("total")),
                                    Cell.none(),
                                    Cell.none(),
                                    words.amount(statement.period().eligible())),
                            words.inAward(statement.memo()),
                            Cell.none()));
        }
        return transactions("costs", "memo", rows);
    }

    /**
     * A table of transactions; only a foreign award has columns of another currency.
     *
     * @param foreign column of the amounts in it
     */
    private Table transactions(String name, String foreign, List<Row> rows) {
        var columns =
                new ArrayList<>(
                        List.of(
                                words.column("date"),
                                words.column("document"),
                                words.column("description"),
                                words.column("code"),
                                words.column("logframe"),
                                words.column("amount")));
        var differs = statement.common().foreign();
        if (differs) columns.addAll(List.of(words.column(foreign), words.column("rate")));
        return new Table(
                name,
                words.text("statement." + name),
                differs ? Shape.VOUCHERS : Shape.COSTS,
                columns,
                rows,
                words.text("statement." + name + ".none"));
    }

    private Row transaction(Kind kind, List<Cell> cells, Cell foreign, Cell rate) {
        var all = new ArrayList<>(cells);
        if (statement.common().foreign()) all.addAll(List.of(foreign, rate));
        return new Row(kind, all, null);
    }

    private Row transfer(Transfer one) {
        return transaction(
                Kind.PLAIN,
                List.of(
                        new Cell.Day(one.date()),
                        Cell.text(words.voucher(one.document(), one.entry())),
                        Cell.text(one.description()),
                        Cell.text(one.tranche()),
                        Cell.none(),
                        words.amount(one.amount())),
                original(one.foreign()),
                rate(one.foreign()));
    }

    private static Cell original(@Nullable Foreign foreign) {
        return foreign == null
                ? Cell.none()
                : new Cell.Original(new Money(foreign.currency(), foreign.amount()));
    }

    private Cell rate(@Nullable Foreign foreign) {
        if (foreign == null) return Cell.none();
        var rate = words.formats().number(new BigDecimal(foreign.rate()));
        return Cell.text(foreign.memo() == null ? rate : rate + " \u00b7 " + foreign.memo());
    }

    private Table moved() {
        var rows = new ArrayList<Row>();
        for (var one : statement.moved()) {
            var fund = one.toFund();
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            new Cell.Day(one.date()),
                            Cell.text(words.voucher(one.document(), one.entry())),
                            Cell.text(
                                    words.text(
                                            "statement.moved.what",
                                            words.money(one.amount()),
                                            String.valueOf(one.line()))),
                            Cell.text(one.reason()),
                            Cell.text(fund)));
        }
        return new Table(
                "moved",
                words.text("statement.moved"),
                Shape.NOTES,
                List.of(
                        words.column("date"),
                        words.column("document"),
                        words.column("what"),
                        words.column("reason"),
                        words.column("bearer")),
                rows,
                words.text("statement.moved.none"));
    }

    private Table overrides() {
        var rows = new ArrayList<Row>();
        for (var one : statement.overrides()) {
            var amount = one.amount();
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            new Cell.Day(one.date()),
                            Cell.text(one.document()),
                            Cell.text(
                                    words.text("override." + one.rule())
                                            + (amount == null
                                                    ? ""
                                                    : " \u00b7 " + words.money(amount))),
                            Cell.text(one.reason()),
                            Cell.text(one.by())));
        }
        return new Table(
                "overrides",
                words.text("statement.overrides"),
                Shape.NOTES,
                List.of(
                        words.column("date"),
                        words.column("document"),
                        words.column("what"),
                        words.column("reason"),
                        words.column("person")),
                rows,
                words.text("statement.overrides.none"));
    }

    private Table loans() {
        var rows = new ArrayList<Row>();
        for (var one : statement.loans()) {
            rows.add(
                    Row.of(
                            Kind.PLAIN,
                            Cell.text(
                                    words.text(
                                            one.amount() > 0
                                                    ? "statement.loan.owed"
                                                    : "statement.loan.owes",
                                            one.fund(),
                                            one.account())),
                            words.amount(one.amount())));
        }
        return new Table(
                "loans",
                words.text("statement.loans"),
                Shape.PAIR,
                List.of(words.column("item"), words.column("amount")),
                rows,
                words.text("statement.loans.none"));
    }

    private Check check() {
        var flows = statement.period();
        var formats = words.formats();
        return new Check(
                words.text(
                        "statement.check",
                        formats.amount(flows.opening()),
                        formats.amount(flows.received()),
                        formats.amount(flows.interest()),
                        formats.amount(flows.exchange()),
                        formats.amount(flows.eligible()),
                        formats.amount(flows.refunded()),
                        formats.amount(flows.closing())),
                words.text(
                        "statement.verdict",
                        statement.balances().isEmpty()
                                ? words.text("statement.all-zero")
                                : statement.balances().stream()
                                        .map(one ->
                                                one.account() + " " + formats.amount(one.amount()))
                                        .collect(Collectors.joining(", "))));
    }
}
