package id.patungan.grants.rates;

import id.patungan.platform.FormErrors;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A form with a rate as it was sent, and what could not be read of it. */
final class RateForm {

    private final Map<String, String> texts;
    private final FormErrors errors = new FormErrors();

    RateForm(Map<String, String> texts) {
        this.texts = new HashMap<>(texts);
    }

    /** What was typed; empty if nothing was. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    FormErrors errors() {
        return errors;
    }

    /** The wish; empty if something of it could not be read. */
    Optional<NewRate> wish() {
        var currency =
                errors.read("currency", () -> NewRate.currency(required(RateField.CURRENCY)));
        var on = errors.read("on", () -> RateDate.read(required(RateField.ON)));
        var rate = errors.read("rate", () -> NewRate.rate(required(RateField.RATE)));
        var source = errors.read("source", () -> required(RateField.SOURCE));
        if (errors.any()) return Optional.empty();
        try {
            return Optional.of(
                    new NewRate(
                            currency.orElseThrow(),
                            on.orElseThrow(),
                            rate.orElseThrow(),
                            source.orElseThrow(),
                            text("document"),
                            text("reason")));
        } catch (RatesException refused) {
            errors.add(RateFile.columnOf(refused), refused);
            return Optional.empty();
        }
    }

    private String required(RateField field) {
        var typed = text(field.toString()).strip();
        if (typed.isEmpty()) throw RatesException.missing(field);
        return typed;
    }
}
