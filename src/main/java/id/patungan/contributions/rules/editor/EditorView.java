package id.patungan.contributions.rules.editor;

import id.patungan.allocation.RuleText;
import id.patungan.allocation.Shares;
import id.patungan.allocation.TraceText;
import id.patungan.basics.AmountFormat;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.rules.editor.Spec.Input;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.util.MultiValueMap;

import java.math.RoundingMode;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What the template of the editor asks for, beside the form itself. */
final class EditorView {

    private final @Nullable RuleForm form;
    private final Known known;
    private final MultiValueMap<String, String> sent;
    private final Editor editor;
    private final Currency currency;

    EditorView(
            @Nullable RuleForm form,
            Known known,
            MultiValueMap<String, String> sent,
            Editor editor,
            Currency currency) {
        this.form = form;
        this.known = known;
        this.sent = sent;
        this.editor = editor;
        this.currency = currency;
    }

    /** What was typed into a field beside the rule. */
    public String typed(String field) {
        return Draft.text(sent, field);
    }

    /** The id of the field at a place. */
    public String id(String place) {
        return RuleForm.id(place);
    }

    /** The kinds by what they are for. */
    public Map<String, List<String>> groups() {
        return Schema.GROUPS;
    }

    /** The starters by name. */
    public List<String> starters() {
        return Starters.NAMES;
    }

    /** The field around rules: {@code tie}, say. */
    public Spec around(String name) {
        return Schema.DOCUMENT.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What a field is called in a kind of rule. */
    public String label(String kind, Spec spec) {
        return editor.text("rules.field." + kind + "." + spec.name(), editor.label(spec.name()));
    }

    /** One sentence about a field; empty if its label says enough. */
    public String hint(String kind, Spec spec) {
        return editor.text(
                "rules.hint." + kind + "." + spec.name(),
                editor.text("rules.hint." + spec.name(), ""));
    }

    /** One of the choices of a field. */
    public String choice(Spec spec, String value) {
        return editor.text(
                "rules.choice." + spec.name() + "." + (value.isEmpty() ? "none" : value), value);
    }

    /** What a column of figures is in. */
    public String unit(Spec spec) {
        return switch (spec.input()) {
            case PERCENT -> "%";
            case AMOUNT -> currency.getCurrencyCode();
            default -> text("rules.column." + spec.name());
        };
    }

    /** To what shares are rounded where a rule says nothing of it. */
    public String smallest() {
        return new RuleText(locale(), currency, UnaryOperator.identity(), UnaryOperator.identity())
                .unit(null);
    }

    /** Credits, which every rule may have. */
    public Spec credits() {
        return Schema.CREDITS;
    }

    /** A bound as a percentage. */
    public Spec percent(Spec limit) {
        return Spec.table(limit.name(), Input.PARTY, Input.PERCENT);
    }

    /** The figures that are neither amounts nor anything else. */
    public List<String> plainFigures() {
        return List.of("PERCENT", "NUMBER", "RATE", "WHOLE");
    }

    /** The text of a key. */
    public String text(String key) {
        return editor.text(key, key);
    }

    /** A name with its code. */
    public String named(String input, String code) {
        var name = name(input, code);
        return name.isEmpty() || name.equals(code) ? code : name + " (" + code + ")";
    }

    /** The parties that a table has no row for. */
    public List<String> others(String place) {
        var others = new LinkedHashSet<>(known.names().keySet());
        if (form != null) {
            form.rows(place).forEach(row -> others.remove(form.text(row + ".key")));
        }
        return List.copyOf(others);
    }

    /** Whether anything unusual is said about rounding. */
    public boolean roundingShown() {
        return form != null
                && Stream.of("unit", "basis").anyMatch(field -> !form.text(field).isBlank());
    }

    /** An exact figure with six decimals. */
    public String quota(Fraction exact) {
        return AmountFormat.number(exact.rounded(6, RoundingMode.HALF_UP), locale());
    }

    /** What rounding added: {@code +1}, {@code 0}. */
    public String rounding(Money added) {
        var value = Fraction.of(added.toDecimal());
        return (value.signum() > 0 ? "+" : "") + AmountFormat.number(value, locale());
    }

    /** A share in percent, with four decimals; empty where there is no whole. */
    public String part(Shares.Share share, Money whole) {
        return whole.isZero()
                ? ""
                : AmountFormat.percent(
                        Fraction.of(share.share().minorUnits())
                                .times(Fraction.HUNDRED)
                                .dividedBy(Fraction.of(whole.minorUnits())),
                        4,
                        locale());
    }

    /** How the shares came about. */
    public List<String> steps(Shares shares) {
        return shares.trace().stream()
                .map(step ->
                        TraceText.of(
                                step,
                                locale(),
                                editor::figure,
                                code -> known.names().getOrDefault(code, code)))
                .toList();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    /** The name of a party or an indicator; its code if it has none. */
    public String name(String input, String code) {
        return input.equals("INDICATOR") ? indicator(code) : known.names().getOrDefault(code, "");
    }

    /** The name of an indicator; its code if it has none. */
    public String indicator(String code) {
        return editor.text("contributions.indicator." + code, code);
    }

    /** What may be ticked or chosen at a place: first what is, then what may be. */
    public List<String> options(Spec spec, String place) {
        var options = new LinkedHashSet<String>();
        if (form != null) {
            form.texts(place).stream().filter(text -> !text.isBlank()).forEach(options::add);
        }
        if (spec.input() == Input.PARTY) {
            options.addAll(
                    spec.shape() == Spec.Shape.CHECKS ? known.members() : known.names().keySet());
        } else {
            options.addAll(known.indicators());
        }
        return List.copyOf(options);
    }
}
