package id.patungan.contributions.pages;

import id.patungan.basics.AmountReader;
import id.patungan.basics.DateReader;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A form as it was sent: the texts, to be shown again as typed, and what could not be read of them.
 * Reads every field before anything is said, so that all problems are named at once.
 */
final class Sent {

    private final MultiValueMap<String, String> texts;
    private final FormErrors errors = new FormErrors();
    private final Currency currency;
    private final Locale locale;

    Sent(MultiValueMap<String, String> texts, Currency currency, Locale locale) {
        this.texts = texts;
        this.currency = currency;
        this.locale = locale;
    }

    /** What was typed; empty if nothing was. */
    public String text(String field) {
        var text = texts.getFirst(field);
        return text == null ? "" : text;
    }

    /** What was typed in the n-th field of that name, counted from 0. */
    public String text(String field, int at) {
        var all = all(field);
        return at < all.size() ? all.get(at) : "";
    }

    List<String> all(String field) {
        return texts.getOrDefault(field, List.of());
    }

    void set(String field, String text) {
        texts.set(field, text);
    }

    FormErrors errors() {
        return errors;
    }

    /** The text without blanks around it; null if nothing was typed. */
    @Nullable String optional(String field) {
        var text = text(field).strip();
        return text.isEmpty() ? null : text;
    }

    /** The text; noted as missing if nothing was typed. */
    Optional<String> required(String field) {
        var text = optional(field);
        if (text == null) {
            errors.add(field, "contributions.missing." + field);
        }
        return Optional.ofNullable(text);
    }

    Optional<LocalDate> date(String field) {
        var text = required(field);
        if (text.isEmpty()) return Optional.empty();
        return readDate(field, text.get());
    }

    Optional<LocalDate> optionalDate(String field) {
        var text = optional(field);
        return text == null ? Optional.empty() : readDate(field, text);
    }

    private Optional<LocalDate> readDate(String field, String text) {
        try {
            return Optional.of(DateReader.read(text));
        } catch (IllegalArgumentException unreadable) {
            errors.add(field, "contributions.not-a-date", text);
            return Optional.empty();
        }
    }

    Optional<Integer> year(String field) {
        var text = required(field);
        if (text.isEmpty()) return Optional.empty();
        if (!text.get().matches("(19|20)[0-9]{2}")) {
            errors.add(field, "contributions.not-a-year", text.get());
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(text.get()));
    }

    Optional<Money> amount(String field) {
        return required(field).flatMap(text -> read(field, text));
    }

    /** The amount in the n-th field of that name; nothing typed is zero. */
    Optional<Money> amount(String field, int at) {
        var text = text(field, at).strip();
        return text.isEmpty() ? Optional.of(Money.zero(currency)) : read(field + "-" + at, text);
    }

    /** An ambiguous amount is asked about, never guessed. */
    private Optional<Money> read(String field, String text) {
        switch (AmountReader.read(text, currency, locale)) {
            case AmountReader.Read(var amount) -> {
                return Optional.of(amount);
            }
            case AmountReader.Ambiguous(var readings) ->
                    errors.add(
                            field,
                            "contributions.ambiguous-amount",
                            text,
                            readings.getFirst(),
                            readings.getLast());
            case AmountReader.Unreadable(var reason) ->
                    errors.add(field, "contributions.not-an-amount", text);
        }
        return Optional.empty();
    }

    /** Notes what the constructor of a value object refuses. */
    <T> Optional<T> value(String field, java.util.function.Supplier<T> made) {
        try {
            return Optional.of(made.get());
        } catch (InputException unreadable) {
            errors.add(field, unreadable);
        } catch (IllegalArgumentException unreadable) {
            errors.add(field, "contributions.not-readable", text(field));
        }
        return Optional.empty();
    }

    /** A number as the form wants it typed again, without grouping. */
    static String plain(BigDecimal amount) {
        return amount.toPlainString();
    }
}
