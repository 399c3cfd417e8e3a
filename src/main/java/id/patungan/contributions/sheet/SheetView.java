package id.patungan.contributions.sheet;

import id.patungan.allocation.RuleText.Sentence;
import id.patungan.allocation.TraceStep;
import id.patungan.allocation.TraceText;
import id.patungan.basics.AmountFormat;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.Sheet;
import id.patungan.contributions.rules.RuleTexts;
import id.patungan.contributions.sheet.CalculationSheet.Line;
import id.patungan.documents.PaperFormats;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A calculation sheet in one language: every figure formatted, every sentence made, so that page
 * and paper say the same.
 */
final class SheetView {

    private static final int SHARE_DECIMALS = 12;
    private static final int QUOTA_DECIMALS = 6;

    private final CalculationSheet sheet;
    private final MessageSource messages;
    private final PaperFormats formats;
    private final RuleTexts.InWords rule;

    SheetView(
            CalculationSheet sheet, RuleTexts.InWords rule, MessageSource messages, Locale locale) {
        this.sheet = sheet;
        this.rule = rule;
        this.messages = messages;
        this.formats = new PaperFormats(locale, sheet.body().currency(), sheet.body().zone());
    }

    /** A figure that went in. */
    record Input(
            String party,
            String code,
            String indicator,
            String value,
            String unit,
            String source,
            String year) {}

    /** A step of the division, with what it gave each party. */
    record Step(String text, String place, boolean warning, List<Part> parts) {}

    /**
     * What a step gave a party.
     *
     * @param figure what it was computed from; empty if nothing was
     */
    record Part(String party, String figure, String result) {}

    /** A party's line in the last table. */
    record Row(
            String code,
            String name,
            boolean member,
            String portion,
            String quota,
            String down,
            String remainder,
            String rank,
            String added,
            String bound,
            String share) {}

    /**
     * A party beside its share of the year before.
     *
     * @param note that it is no longer charged; empty for all others
     */
    record Change(
            String code,
            String name,
            String note,
            String before,
            String now,
            String change,
            String percent) {

        /** The name with the note, where there is one line for both. */
        public String called() {
            return note.isEmpty() ? name : name + " \u00b7 " + note;
        }
    }

    public CalculationSheet sheet() {
        return sheet;
    }

    public PaperFormats formats() {
        return formats;
    }

    /** The text of {@code sheet.<key>}. */
    public String text(String key, Object... arguments) {
        return messages.getMessage("sheet." + key, arguments, formats.language());
    }

    public String title() {
        return text("heading", sheet.issued().code());
    }

    /** The paper's title, in both languages where they differ. */
    public String paperTitle() {
        return text("paper.title", sheet.issued().code());
    }

    /** What the division rests on, if that needs saying. */
    public @Nullable String note() {
        var basis = sheet.issued().paper().basis();
        return basis == null
                ? null
                : messages.getMessage(
                                "contributions.basis." + basis.kind().code(),
                                null,
                                formats.language())
                        + ": "
                        + basis.note();
    }

    /** When and by whom the assessment was recorded. */
    public String recorded() {
        var paper = sheet.issued().paper();
        return text(
                "recorded",
                formats.instant(paper.at()),
                paper.by(),
                formats.entryNo(paper.entryNo()));
    }

    /** Which rule was used: its name, and its code and version where the body keeps it. */
    public String ruleName() {
        var version = sheet.issued().version();
        var name = sheet.document().name();
        var called = name == null ? text("rule.unnamed") : name;
        return version == null
                ? text("rule.given", called)
                : text("rule.version", called, version.code(), Integer.toString(version.version()));
    }

    /** The same with the digest of the version. */
    public String ruleVersion() {
        var version = sheet.issued().version();
        return version == null ? ruleName() : text("rule.digest", ruleName(), version.digest());
    }

    public String digest() {
        return sheet.issued().digest();
    }

    public String ruleFile() {
        return sheet.issued().rule();
    }

    public String subtitle() {
        return sheet.issued().paper().description();
    }

    public String total() {
        return formats.money(sheet.issued().total().minorUnits());
    }

    public String currency() {
        return formats.unit();
    }

    public String unit() {
        var unit = new BigDecimal(sheet.issued().sheet().unit()).stripTrailingZeros();
        return plain(unit.setScale(Math.max(0, unit.scale())));
    }

    public String date() {
        return formats.date(sheet.issued().paper().date());
    }

    public String legalBasis() {
        return text("legal", sheet.issued().legalText(), sheet.issued().legalBasis().article());
    }

    public String indicator(String code) {
        var known =
                messages.getMessage(
                        "contributions.indicator." + code, null, code, formats.language());
        return Objects.requireNonNullElse(known, code);
    }

    /** The name of an indicator within a sentence. */
    private String figure(String code) {
        return Objects.requireNonNullElse(
                messages.getMessage("allocation.indicator." + code, null, null, formats.language()),
                indicator(code));
    }

    /** A: what went in. */
    public List<Input> inputs() {
        var inputs = new ArrayList<Input>();
        for (var line : sheet.lines()) {
            var row = line.row();
            for (var name : new TreeSet<>(row.figures().keySet())) {
                var figure = Objects.requireNonNull(row.figures().get(name));
                inputs.add(
                        new Input(
                                row.name(),
                                row.party(),
                                indicator(name),
                                number(figure.value()),
                                Objects.requireNonNullElse(figure.unit(), ""),
                                source(figure),
                                figure.year() == null ? "" : Integer.toString(figure.year())));
            }
        }
        return inputs;
    }

    private String source(Sheet.Figure figure) {
        var source = figure.source();
        if (source == null) return text("source.none");
        var basis = figure.revenueBasis();
        return basis == null ? source : text("revenue-basis." + basis) + " · " + source;
    }

    private String number(String value) {
        return Fraction.tryParse(value)
                .map(figure -> AmountFormat.number(figure, formats.language()))
                .orElse(value);
    }

    /** B: the rule in words. */
    public List<Sentence> sentences() {
        return rule.sentences();
    }

    public String formula() {
        return rule.formula();
    }

    public List<String> symbols() {
        return rule.symbols();
    }

    /** C: the division, step by step. */
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var step : sheet.shares().trace()) {
            var parts = new ArrayList<Part>();
            // The last table shows how units were handed out, and more of it
            var shown =
                    step.step() == TraceStep.Step.ROUNDING
                            ? List.<TraceStep.Line>of()
                            : step.lines();
            for (var line : shown) {
                var figure = line.figure();
                parts.add(
                        new Part(
                                name(line.party()),
                                figure == null ? "" : decimals(figure, QUOTA_DECIMALS),
                                decimals(line.result(), QUOTA_DECIMALS)));
            }
            steps.add(
                    new Step(
                            text("step", decimals(step.amount(), QUOTA_DECIMALS), words(step)),
                            step.place(),
                            step.step().mark() == TraceStep.Mark.WARNING,
                            parts));
        }
        return steps;
    }

    private String words(TraceStep step) {
        return TraceText.of(step, formats.language(), this::figure, this::name);
    }

    /** Of a party; in cost games also of a class, or of a coalition. */
    private String name(String code) {
        var own = sheet.parties().find(code);
        if (own.isPresent()) return own.get().name();
        return code.contains("+")
                ? Arrays.stream(code.split("\\+", -1))
                        .map(this::name)
                        .collect(Collectors.joining(" + "))
                : code;
    }

    /** The last table. */
    public List<Row> rows() {
        return sheet.lines().stream().map(this::row).toList();
    }

    private Row row(Line line) {
        var row = line.row();
        var total = Fraction.of(sheet.issued().total().toDecimal());
        var portion = total.signum() == 0 ? Fraction.ZERO : line.quota().dividedBy(total);
        return new Row(
                row.party(),
                row.name(),
                row.member(),
                decimals(portion, SHARE_DECIMALS),
                decimals(line.quota(), QUOTA_DECIMALS),
                decimal(row.down()),
                decimals(Fraction.parse(row.remainder()), QUOTA_DECIMALS),
                row.rank() == null ? "" : Integer.toString(row.rank()),
                signed(row.rounding()),
                row.bound() == null
                        ? ""
                        : messages.getMessage(
                                "allocation.bound." + row.bound(), null, formats.language()),
                decimal(row.share()));
    }

    /** Its foot. */
    public Row sums() {
        return new Row(
                "",
                text("sum"),
                true,
                decimals(Fraction.ONE, SHARE_DECIMALS),
                decimals(
                        sheet.lines().stream()
                                .map(Line::quota)
                                .reduce(Fraction.ZERO, Fraction::plus),
                        QUOTA_DECIMALS),
                plain(sheet.down()),
                decimals(
                        sheet.lines().stream()
                                .map(line -> Fraction.parse(line.row().remainder()))
                                .reduce(Fraction.ZERO, Fraction::plus),
                        QUOTA_DECIMALS),
                "",
                signed(sheet.added().toPlainString()),
                "",
                plain(sheet.sum()));
    }

    /** D: the proof that it sums. */
    public String proof() {
        return text(
                "proof",
                plain(sheet.down()),
                plain(sheet.added()),
                plain(sheet.sum()),
                plain(sheet.issued().total().toDecimal()));
    }

    public String verdict() {
        return text(
                !sheet.ties() ? "verdict.fails" : sheet.reproduced() ? "verdict" : "verdict.other");
    }

    public boolean ties() {
        return sheet.ties() && sheet.reproduced();
    }

    /** F: beside the year before; empty if there was none. */
    public List<Change> changes() {
        var before = sheet.before();
        if (before == null) return List.of();
        var changes = new ArrayList<Change>();
        var none = Money.zero(sheet.body().currency());
        var sum = none;
        for (var line : sheet.lines()) {
            changes.add(
                    change(
                            line.row().party(),
                            line.row().name(),
                            "",
                            line.before(),
                            line.share(sheet.body().currency())));
            sum = sum.plus(line.share(sheet.body().currency()));
        }
        for (var one : sheet.left()) {
            changes.add(change(one.party(), one.name(), gone(), one.before(), none));
        }
        changes.add(change("", text("sum"), "", before.total(), sum));
        return changes;
    }

    /** Said of those who paid the year before only. */
    public String gone() {
        return text("gone");
    }

    private Change change(
            String code, String name, String note, @Nullable Money before, Money now) {
        var was = before == null ? Money.zero(now.currency()) : before;
        var change = now.minus(was);
        return new Change(
                code,
                name,
                note,
                before == null ? "" : formats.amount(was.minorUnits()),
                formats.amount(now.minorUnits()),
                signed(change.toDecimal().toPlainString()),
                was.isZero()
                        ? ""
                        : (change.isNegative() || change.isZero() ? "" : "+")
                                + AmountFormat.percent(
                                        Fraction.of(change.toDecimal())
                                                .times(Fraction.HUNDRED)
                                                .dividedBy(Fraction.of(was.toDecimal())),
                                        2,
                                        formats.language()));
    }

    public String beforeTitle() {
        var before = sheet.before();
        return before == null
                ? text("before.none", Integer.toString(sheet.issued().year() - 1))
                : before.later() == null
                        ? text("before", before.code(), Integer.toString(before.year()))
                        : text(
                                "before.later",
                                before.code(),
                                Integer.toString(before.year()),
                                before.later());
    }

    private String decimals(Fraction value, int decimals) {
        return AmountFormat.number(
                value.rounded(decimals, RoundingMode.HALF_UP), formats.language());
    }

    private String decimal(String decimal) {
        return plain(new BigDecimal(decimal));
    }

    private String plain(BigDecimal decimal) {
        return AmountFormat.number(decimal, formats.language());
    }

    private String signed(String decimal) {
        var value = new BigDecimal(decimal);
        return (value.signum() > 0 ? "+" : "") + plain(value);
    }
}
