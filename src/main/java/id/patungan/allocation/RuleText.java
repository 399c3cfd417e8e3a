package id.patungan.allocation;

import id.patungan.allocation.RuleWords.Amount;
import id.patungan.allocation.RuleWords.Indicator;
import id.patungan.allocation.RuleWords.Party;
import id.patungan.allocation.RuleWords.Phrase;
import id.patungan.allocation.RuleWords.Price;
import id.patungan.allocation.RuleWords.Unit;
import id.patungan.basics.AmountFormat;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;

/**
 * Writes the phrases of {@link RuleWords} as sentences, from the bundles {@code
 * messages/allocation}, which are read here for the reason given at {@link TraceText}.
 *
 * @param locale whose words and separators are taken
 * @param currency of the amounts
 * @param parties the name of a party by its code; the code itself if it has none
 * @param indicators the name of a column of figures; its code if it has none
 */
public record RuleText(
        Locale locale,
        Currency currency,
        UnaryOperator<String> parties,
        UnaryOperator<String> indicators) {

    /**
     * A sentence with those that belong to it.
     *
     * @param depth as in {@link Phrase}
     */
    public record Sentence(int depth, String text, List<Sentence> within) {
        /** Takes a copy. */
        public Sentence {
            within = List.copyOf(within);
        }
    }

    /** The sentences as a tree, each with a capital and a full stop, or a colon before others. */
    public List<Sentence> sentences(List<Phrase> phrases) {
        var at = new int[1];
        return level(phrases, 0, at);
    }

    private List<Sentence> level(List<Phrase> phrases, int depth, int[] at) {
        var sentences = new ArrayList<Sentence>();
        while (at[0] < phrases.size() && phrases.get(at[0]).depth() >= depth) {
            var phrase = phrases.get(at[0]++);
            var within = level(phrases, depth + 1, at);
            var text = of(phrase);
            sentences.add(
                    new Sentence(
                            depth,
                            text.substring(0, 1).toUpperCase(locale)
                                    + text.substring(1)
                                    + (within.isEmpty() ? "." : ":"),
                            within));
        }
        return List.copyOf(sentences);
    }

    /** One phrase, without capital and full stop. */
    public String of(Phrase phrase) {
        return text(phrase.key(), phrase.arguments().stream().map(this::shown).toArray());
    }

    private String text(String key, Object... arguments) {
        var bundle =
                ResourceBundle.getBundle(
                        "messages.allocation",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    private String shown(Object argument) {
        return switch (argument) {
            case Phrase phrase -> of(phrase);
            case Party(var code) -> named(code, parties.apply(code));
            case Indicator(var code) -> indicators.apply(code);
            case Amount(var value) -> amount(value);
            case Price(var name, var amount) ->
                    text("allocation.words.price", name, amount(amount.value()));
            case Unit(var value) -> unit(value);
            case Fraction number -> AmountFormat.number(number, locale);
            case Integer count -> AmountFormat.number(Fraction.of(count), locale);
            case List<?> several -> joined(several.stream().map(this::shown).toList());
            default -> argument.toString();
        };
    }

    static String named(String code, String name) {
        return name.equals(code) ? code : name + " (" + code + ")";
    }

    /** With the mark of the currency; decimals only where there are any, as in agreements. */
    private String amount(Fraction value) {
        var mark = AmountFormat.money(Money.zero(currency), locale).replaceAll("[0-9.,]+$", "");
        var digits = value.toDecimal().map(this::digits).orElseGet(value::toString);
        return digits.startsWith("-") ? "-" + mark + digits.substring(1) : mark + digits;
    }

    private String digits(BigDecimal value) {
        var decimals = value.scale() <= 0 ? 0 : currency.getDefaultFractionDigits();
        return AmountFormat.number(value.setScale(Math.max(decimals, value.scale())), locale);
    }

    /** A rounding unit as an amount; for null the one that is taken where a rule names none. */
    public String unit(@Nullable Fraction unit) {
        return amount(unit == null ? smallest() : unit);
    }

    private Fraction smallest() {
        return currency.getCurrencyCode().equals("IDR")
                ? Fraction.ONE
                : Fraction.of(Money.zero(currency).toDecimal().ulp());
    }

    private String joined(List<String> texts) {
        if (texts.size() < 2) {
            return String.join("", texts);
        }
        var others = String.join(", ", texts.subList(0, texts.size() - 1));
        return text("allocation.words.and", others, texts.getLast());
    }
}
