package id.patungan.grants.pages;

import id.patungan.basics.AmountReader;
import id.patungan.basics.AmountReader.Grammar;
import id.patungan.basics.DateReader;
import id.patungan.basics.DecimalReader;
import id.patungan.basics.Money;
import id.patungan.grants.AwardException;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was sent about an award, as texts: from a form in the language of the page, or from a
 * program with plain amounts and dates. Every field is read before anything is said.
 */
final class AwardFields {

    private final Map<String, String> texts;
    private final Currency currency;
    private final @Nullable Locale locale;
    private final FormErrors errors = new FormErrors();

    /**
     * Of those texts.
     *
     * @param locale of the form; null for a program
     */
    AwardFields(Map<String, String> texts, Currency currency, @Nullable Locale locale) {
        this.texts = new HashMap<>(texts);
        this.currency = currency;
        this.locale = locale;
    }

    /** What was typed; empty if nothing was. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    AwardFields set(String field, @Nullable String text) {
        texts.put(field, text == null ? "" : text);
        return this;
    }

    /** What could not be read. */
    FormErrors errors() {
        return errors;
    }

    /** The text without blanks; null if nothing was typed. */
    @Nullable String optional(String field) {
        var text = text(field).strip();
        return text.isEmpty() ? null : text;
    }

    /** The text; noted if nothing was typed. */
    String required(String field) {
        return errors.read(
                        field,
                        () -> {
                            var text = optional(field);
                            if (text == null) throw AwardException.missing(field);
                            return text;
                        })
                .orElse("");
    }

    /** A day; noted if it is none. */
    LocalDate day(String field) {
        return errors.read(field, () -> read(required(field, text(field)))).orElse(LocalDate.EPOCH);
    }

    /** A day, or null if nothing was typed. */
    @Nullable LocalDate optionalDay(String field) {
        var text = optional(field);
        return text == null ? null : errors.read(field, () -> read(text)).orElse(LocalDate.EPOCH);
    }

    private static String required(String field, String text) {
        if (text.isBlank()) throw AwardException.missing(field);
        return text;
    }

    /** A day, refused if it is none. */
    static LocalDate read(String text) {
        try {
            var day = DateReader.read(text.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 2999) return day;
        } catch (IllegalArgumentException unreadable) {
            throw AwardException.notADay(text);
        }
        throw AwardException.notADay(text);
    }

    /** An amount in minor units; noted if it is none or could mean two. */
    long amount(String field) {
        return errors.read(field, () -> amount(required(field, text(field)), currency)).orElse(0L);
    }

    /** An amount in minor units; 0 if nothing was typed. */
    long optionalAmount(String field) {
        return optional(field) == null ? 0 : amount(field);
    }

    /**
     * How many units. Where the text can mean two numbers, the language of the page decides: a
     * number misread so does not lead to the amount of its line, and is refused by that.
     */
    BigDecimal quantity(String text) {
        var own =
                locale == null
                        ? Grammar.PLAIN
                        : locale.getLanguage().equals("en") ? Grammar.ENGLISH : Grammar.INDONESIAN;
        return DecimalReader.read(text, own)
                .or(() ->
                        locale == null
                                ? Optional.empty()
                                : DecimalReader.readings(text).stream().findFirst())
                .orElseThrow(() -> AwardException.quantity(text));
    }

    long amount(String text, Currency of) {
        var read =
                locale == null
                        ? Optional.of(AmountReader.require("amount", text, of, Grammar.PLAIN))
                        : switch (AmountReader.read(text.strip(), of, locale)) {
                            case AmountReader.Read(var amount) -> Optional.of(amount);
                            case AmountReader.Ambiguous _, AmountReader.Unreadable _ ->
                                    Optional.<Money>empty();
                        };
        return read.orElseThrow(() -> AwardException.notAnAmount(text)).minorUnits();
    }
}
