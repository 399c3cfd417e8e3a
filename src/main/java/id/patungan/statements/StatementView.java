package id.patungan.statements;

import id.patungan.documents.Waterfall;
import id.patungan.documents.Waterfall.Bar;
import id.patungan.statements.RegionStatement.Kind;
import id.patungan.statements.RegionStatement.Movement;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement as the page shows it: every figure formatted, every sentence made, in one language.
 *
 * @param address of the body's pages, for links to the journal; null where there is nothing to link
 */
record StatementView(RegionStatement statement, StatementTexts texts, @Nullable String address) {

    /** How many parts an explanation names one by one. */
    private static final int NAMED_PARTS = 8;

    /** A row of the table. */
    record Row(
            Movement movement,
            String date,
            String entry,
            @Nullable String link,
            String details,
            @Nullable String reference,
            @Nullable String mark,
            @Nullable String markClass,
            @Nullable String reversal,
            @Nullable String disputed,
            @Nullable Integer dispute,
            String charge,
            String gross,
            String deductions,
            String net,
            String balance) {

        /** Whether the columns of payments apply. */
        public boolean pays() {
            return movement.gross() != 0 || movement.deductions() != 0;
        }

        /** Whether the column of charges applies. */
        public boolean charges() {
            return movement.charge() != 0 || !pays();
        }
    }

    /** One of the four key figures. */
    record Figure(String key, String label, String amount, List<Part> parts, String journal) {}

    /** A part of an explained sum. */
    record Part(String label, String amount) {}

    public String title() {
        return texts.title();
    }

    public String subtitle() {
        return statement.party().code() + " \u00b7 " + texts.period();
    }

    public String currency() {
        return texts.formats().symbol();
    }

    public List<Row> rows() {
        return statement.movements().stream().map(this::row).toList();
    }

    private Row row(Movement movement) {
        var formats = texts.formats();
        var basis = movement.basis();
        return new Row(
                movement,
                formats.shortDate(movement.date()),
                texts.text("entry", formats.entryNo(movement.entryNo())),
                address == null ? null : address + "/journal/" + movement.entryNo(),
                joined(
                        texts.kind(movement),
                        movement.period(),
                        movement.unit(),
                        texts.instalments(movement)),
                movement.sp2d() == null && movement.accountCode() == null
                        ? null
                        : joined(movement.sp2d(), movement.accountCode()),
                texts.basis(movement),
                basis == null
                        ? null
                        : switch (basis.kind()) {
                            case SOURCE -> "basis";
                            case ASSUMED -> "basis basis-assumed";
                            case SAMPLE -> "basis basis-sample";
                        },
                texts.reversal(movement),
                texts.objection(movement),
                dispute(movement),
                formats.amount(movement.charge()),
                formats.amount(movement.gross()),
                formats.amount(movement.deductions()),
                formats.amount(movement.net()),
                formats.amount(movement.balance()));
    }

    private @Nullable Integer dispute(Movement movement) {
        return statement.remarks().disputes().stream()
                .filter(one -> Objects.equals(one.entryNo(), movement.entryNo()))
                .findFirst()
                .map(RegionStatement.Objection::number)
                .orElse(null);
    }

    /** The currency as a word: {@code rupiah}. */
    public String unit() {
        return texts.formats().unit();
    }

    /** The caption of its tables. */
    public String caption() {
        return texts.text("caption", title(), texts.period());
    }

    public String openingDate() {
        return texts.formats().shortDate(statement.from());
    }

    public String amount(long minorUnits) {
        return texts.formats().amount(minorUnits);
    }

    /** The class of an amount's cell: negative ones stand out, zeros stand back. */
    public String tone(long minorUnits) {
        return minorUnits < 0 ? "num neg" : minorUnits == 0 ? "num zero" : "num";
    }

    /** Opening, net charges, payments, closing. */
    public List<Figure> figures() {
        var totals = statement.totals();
        return List.of(
                figure("opening", statement.opening(), List.of(), movement -> 0),
                figure("charged", totals.charge(), charges(), Movement::charge),
                figure("paid", totals.gross(), payments(), Movement::gross),
                figure("closing", statement.closing(), closing(), movement -> 0));
    }

    private Figure figure(
            String key, long amount, List<Part> parts, ToLongFunction<Movement> column) {
        var label =
                key.equals("closing")
                        ? texts.text(
                                "closing.lead",
                                texts.closingMeaning().toLowerCase(texts.formats().language()))
                        : texts.text("figure." + key);
        var entries =
                statement.movements().stream()
                        .filter(movement -> column.applyAsLong(movement) != 0)
                        .count();
        return new Figure(
                key,
                label,
                amount(amount),
                parts,
                joined(
                        entries == 0 ? null : texts.text("explain.journal", entries),
                        texts.text(
                                "explain.asOf",
                                texts.formats().date(statement.until()),
                                texts.formats().entryNo(statement.known().entryNo()))));
    }

    private List<Part> charges() {
        var parts = named(Movement::charge, Kind.CHARGE, "explain.charges");
        return withCorrections(parts, Movement::charge);
    }

    private List<Part> payments() {
        var parts = new ArrayList<>(named(Movement::gross, Kind.RECEIPT, "explain.receipts"));
        statement.movements().stream()
                .filter(movement -> movement.kind() == Kind.IN_KIND)
                .map(this::part)
                .forEach(parts::add);
        var all = withCorrections(parts, Movement::gross);
        var inKind =
                statement.movements().stream()
                        .filter(movement -> movement.net() == 0)
                        .mapToLong(Movement::gross)
                        .reduce(0, Math::addExact);
        var deducted = Math.subtractExact(statement.totals().deductions(), inKind);
        if (deducted != 0) {
            all.add(new Part(texts.text("explain.deductions"), amount(deducted)));
        }
        if (inKind != 0) {
            all.add(new Part(texts.text("explain.inKind"), amount(inKind)));
        }
        return all;
    }

    private List<Part> named(ToLongFunction<Movement> column, Kind kind, String key) {
        var movements =
                statement.movements().stream()
                        .filter(movement ->
                                movement.kind() == kind || movement.kind() == Kind.JOURNAL)
                        .filter(movement -> column.applyAsLong(movement) != 0)
                        .toList();
        if (movements.size() > NAMED_PARTS) {
            var sum = movements.stream().mapToLong(column).reduce(0, Math::addExact);
            return List.of(new Part(texts.text(key, movements.size()), amount(sum)));
        }
        return movements.stream()
                .map(movement ->
                        new Part(
                                joined(movement.documentNo(), movement.description()),
                                amount(column.applyAsLong(movement))))
                .toList();
    }

    private Part part(Movement movement) {
        return new Part(
                joined(movement.documentNo(), movement.description()), amount(movement.gross()));
    }

    private List<Part> withCorrections(List<Part> parts, ToLongFunction<Movement> column) {
        var all = new ArrayList<>(parts);
        var corrections =
                statement.movements().stream()
                        .filter(movement ->
                                switch (movement.kind()) {
                                    case CORRECTION, REFUND, APPLICATION -> true;
                                    case CHARGE, RECEIPT, IN_KIND, JOURNAL -> false;
                                })
                        .mapToLong(column)
                        .reduce(0, Math::addExact);
        if (corrections != 0) {
            all.add(new Part(texts.text("explain.corrections"), amount(corrections)));
        }
        return all;
    }

    private List<Part> closing() {
        var totals = statement.totals();
        return List.of(
                new Part(texts.text("figure.opening"), amount(statement.opening())),
                new Part("+ " + texts.text("figure.charged"), amount(totals.charge())),
                new Part("- " + texts.text("figure.paid"), amount(totals.gross())));
    }

    /** A term of the check line and the sign before it; the first has none. */
    record Term(@Nullable String sign, String text, boolean last) {}

    public List<Term> terms() {
        var texts = this.texts.checkTerms();
        var terms = new ArrayList<Term>();
        for (int at = 0; at < texts.size(); at++) {
            terms.add(
                    new Term(
                            at == 0 ? null : StatementTexts.checkOperators().get(at - 1),
                            texts.get(at),
                            at == texts.size() - 1));
        }
        return terms;
    }

    /** The finding that the chart shows, in one sentence. */
    public String finding() {
        var formats = texts.formats();
        var closing = statement.closing();
        var owed = Math.addExact(statement.opening(), statement.totals().charge());
        if (statement.movements().isEmpty()) {
            return texts.text("chart.finding.empty", formats.money(closing));
        }
        if (closing < 0) {
            return texts.text("chart.finding.credit", formats.money(Math.negateExact(closing)));
        }
        return closing == 0
                ? texts.text("chart.finding.paid", formats.money(owed))
                : texts.text("chart.finding.open", formats.money(owed), formats.money(closing));
    }

    /** The steps from the opening to the closing balance, as the chart and its table show them. */
    public List<Part> steps() {
        return bars().stream().map(bar -> new Part(bar.label(), amount(bar.shown()))).toList();
    }

    /** Whether there is anything to draw. */
    public boolean moves() {
        return bars().stream().anyMatch(bar -> bar.shown() != 0);
    }

    public Waterfall chart() {
        var formats = texts.formats();
        var check = statement.check();
        return new Waterfall(
                texts.text("chart.title", statement.party().name()),
                texts.text(
                        "chart.description",
                        formats.money(statement.opening()),
                        formats.money(check.charged()),
                        formats.money(check.adjusted()),
                        formats.money(check.paid()),
                        formats.money(statement.closing())),
                bars(),
                formats,
                statement.body().currency().getDefaultFractionDigits());
    }

    public String chartUnit() {
        return texts.text(
                "chart.unit",
                texts.text("chart.scale." + chart().powerOfTen(), unit()),
                texts.period());
    }

    private List<Bar> bars() {
        var check = statement.check();
        var charged = Math.addExact(statement.opening(), check.charged());
        var adjusted = Math.addExact(charged, check.adjusted());
        return List.of(
                bar("opening", "c5", 0, statement.opening(), statement.opening()),
                bar("charged", "c1", statement.opening(), charged, check.charged()),
                bar("adjusted", "c3", charged, adjusted, check.adjusted()),
                bar("paid", "c2", adjusted, statement.closing(), Math.negateExact(check.paid())),
                bar("closing", "c5", 0, statement.closing(), statement.closing()));
    }

    private Bar bar(String key, String colour, long from, long until, long shown) {
        return new Bar(
                texts.text("chart." + key),
                texts.text("chart.short." + key),
                colour,
                from,
                until,
                shown);
    }

    private static String joined(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining(" \u00b7 "));
    }
}
