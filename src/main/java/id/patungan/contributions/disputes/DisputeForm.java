package id.patungan.contributions.disputes;

import id.patungan.basics.AmountReader;
import id.patungan.basics.DateReader;
import id.patungan.basics.Money;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A form as it was sent, to be shown again as typed; every field is read before anything is said.
 */
final class DisputeForm {

    private final Map<String, String> texts;
    private final FormErrors errors = new FormErrors();

    DisputeForm(Map<String, String> texts) {
        this.texts = new HashMap<>(texts);
    }

    /** What was typed; empty if nothing was. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    DisputeForm set(String field, String text) {
        texts.put(field, text);
        return this;
    }

    FormErrors errors() {
        return errors;
    }

    /** The text without blanks around it; null if nothing was typed. */
    @Nullable String optional(String field) {
        var text = text(field).strip();
        return text.isEmpty() ? null : text;
    }

    /** The text; noted as missing or too long. */
    Optional<String> words(String field, int longest) {
        return errors.read(field, () -> DisputesException.text(field, text(field), longest));
    }

    /** The day, or another where none was typed. */
    LocalDate dateOr(String field, LocalDate other) {
        var text = optional(field);
        if (text == null) return other;
        try {
            return Disputing.day(DateReader.read(text));
        } catch (DisputesException refused) {
            errors.add(field, refused);
        } catch (IllegalArgumentException unreadable) {
            errors.add(field, DisputesException.notADay(text));
        }
        return other;
    }

    /** An amount that the page itself put into the form, as a plain decimal. */
    Optional<Money> plain(String field, Currency currency) {
        return AmountReader.read(text(field).strip(), currency, AmountReader.Grammar.PLAIN)
                        instanceof AmountReader.Read(var amount)
                ? Optional.of(amount)
                : Optional.empty();
    }

    /** An amount; an ambiguous one is asked about, never guessed. */
    Optional<Money> amount(String field, Currency currency, Locale locale) {
        var text = optional(field);
        if (text == null) return Optional.empty();
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
}
