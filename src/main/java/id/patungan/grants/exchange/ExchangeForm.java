package id.patungan.grants.exchange;

import id.patungan.basics.AmountReader;
import id.patungan.basics.DateReader;
import id.patungan.grants.AwardExchange.Interest;
import id.patungan.grants.AwardExchange.Part;
import id.patungan.grants.AwardExchange.Receipt;
import id.patungan.grants.AwardExchange.Refund;
import id.patungan.grants.AwardExchange.Revaluation;
import id.patungan.grants.AwardExchange.Settlement;
import id.patungan.grants.AwardExchange.Spending;
import id.patungan.platform.FormErrors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A form about exchanged money as it was sent; every field is read before anything is said. */
final class ExchangeForm {

    private static final int LONGEST = 400;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private final Map<String, String> texts;
    private final FormErrors errors = new FormErrors();

    ExchangeForm(Map<String, String> texts) {
        this.texts = new HashMap<>(texts);
    }

    /** What was typed; empty if nothing was. */
    public String text(String field) {
        return texts.getOrDefault(field, "");
    }

    ExchangeForm set(String field, String text) {
        texts.put(field, text);
        return this;
    }

    FormErrors errors() {
        return errors;
    }

    @Nullable Receipt receipt(Currency award, Currency book) {
        var date = date();
        var original = amount("original", award);
        var amount = amount("amount", book);
        var kept = text("kept");
        if (!kept.equals("yes") && !kept.equals("no")) errors.add("kept", "exchange.choose");
        var document = optional("documentNo");
        var description = optional("description");
        return errors.any() || date == null
                ? null
                : new Receipt(
                        date,
                        optional("tranche"),
                        optional("fund"),
                        original,
                        amount,
                        kept.equals("yes"),
                        document,
                        description);
    }

    @Nullable Spending spending(Currency paidIn) {
        var date = date();
        var document = required("documentNo");
        var description = required("description");
        var account = required("account");
        var line = required("awardLine");
        var amount = amount("amount", paidIn);
        return errors.any() || date == null
                ? null
                : new Spending(
                        date,
                        document,
                        description,
                        account,
                        List.of(new Part(text("fund"), line, amount)));
    }

    @Nullable Revaluation revaluation() {
        var date = date();
        var document = optional("documentNo");
        return errors.any() || date == null ? null : new Revaluation(date, document);
    }

    @Nullable Interest interest(Currency award, Currency book) {
        var date = date();
        var original = amount("original", award);
        var amount = amount("amount", book);
        var document = required("documentNo");
        var description = optional("description");
        return errors.any() || date == null
                ? null
                : new Interest(date, optional("fund"), original, amount, document, description);
    }

    @Nullable Settlement settlement(Currency award, Currency book) {
        var date = date();
        var original = amount("original", award);
        var amount = amount("amount", book);
        var document = required("documentNo");
        return errors.any() || date == null
                ? null
                : new Settlement(date, optional("fund"), original, amount, document, null);
    }

    @Nullable Refund refund(Currency award) {
        var date = date();
        var original = amount("original", award);
        var document = required("documentNo");
        var description = optional("description");
        return errors.any() || date == null
                ? null
                : new Refund(date, optional("fund"), original, document, description);
    }

    private @Nullable LocalDate date() {
        var text = required("date");
        if (text.isEmpty()) return null;
        try {
            var date = DateReader.read(text);
            if (date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR) return date;
        } catch (IllegalArgumentException unreadable) {
            errors.add("date", "exchange.not-a-day", text);
            return null;
        }
        errors.add("date", "exchange.not-a-day", text);
        return null;
    }

    private long amount(String field, Currency currency) {
        var text = required(field);
        if (text.isEmpty()) return 0;
        var result = AmountReader.read(text, currency, LocaleContextHolder.getLocale());
        if (result instanceof AmountReader.Read(var amount) && amount.minorUnits() > 0) {
            return amount.minorUnits();
        }
        if (result instanceof AmountReader.Ambiguous(var readings)) {
            errors.add(
                    field,
                    "exchange.ambiguous",
                    text,
                    readings.getFirst().toPlainString(),
                    readings.getLast().toPlainString());
        } else {
            errors.add(field, "exchange.not-an-amount", text, currency.getCurrencyCode());
        }
        return 0;
    }

    private String required(String field) {
        var said = optional(field);
        if (said == null && errors.of(field).isEmpty()) errors.add(field, "exchange.missing");
        return said == null ? "" : said;
    }

    private @Nullable String optional(String field) {
        var said = text(field).strip();
        if (said.length() > LONGEST || said.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(field, "exchange.too-long", Integer.toString(LONGEST));
            return null;
        }
        return said.isEmpty() ? null : said;
    }
}
