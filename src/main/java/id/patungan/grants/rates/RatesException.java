package id.patungan.grants.rates;

import id.patungan.basics.DomainException;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** Why an exchange rate was not recorded, or a cost not converted; nothing was stored. */
public final class RatesException extends DomainException {

    private static final long serialVersionUID = 1L;

    private RatesException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    private static RatesException refused(String code, String message, Object... arguments) {
        return new RatesException(Kind.REFUSED, code, message, arguments);
    }

    /** The text, or null if nothing was said. */
    static @Nullable String text(RateField field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) return null;
        var said = text.strip();
        if (said.codePointCount(0, said.length()) > longest
                || said.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(
                    "rates.too-long",
                    "'%s' has more than %d characters, or some that are no text"
                            .formatted(field, longest),
                    field,
                    longest);
        }
        return said;
    }

    static RatesException missing(RateField field) {
        return refused("rates.missing", "'%s' is missing".formatted(field), field);
    }

    static RatesException notADay(String text) {
        return refused(
                "rates.not-a-day",
                "'%s' is neither a day like 2006-03-15 nor a month like 2006-03, from 1900 to 2999"
                        .formatted(text),
                text);
    }

    static RatesException unknownCurrency(String code) {
        return refused(
                "rates.unknown-currency",
                "'%s' is not the code of a currency such as EUR or USD".formatted(code),
                code);
    }

    static RatesException bookCurrency(String code) {
        return refused(
                "rates.book-currency",
                "%s is the currency of the book itself; it has no exchange rate".formatted(code),
                code);
    }

    static RatesException badRate(String text) {
        return refused(
                "rates.bad-rate",
                "'%s' is not a rate: write a number above 0, at most 12 digits before and 12 after the point"
                        .formatted(text),
                text);
    }

    static RatesException ambiguous(String text, String larger, String smaller) {
        return refused(
                "rates.ambiguous",
                "'%s' can mean %s or %s; write one of these".formatted(text, larger, smaller),
                text,
                larger,
                smaller);
    }

    static RatesException inFuture(RateDate on, LocalDate today) {
        return refused(
                "rates.in-future",
                "Today is %s; nobody can know the rate of %s yet".formatted(today, on),
                on.shown(),
                today);
    }

    static RatesException already(Currency currency, RateDate on, BigDecimal rate, String source) {
        return refused(
                "rates.already",
                "%s of %s is recorded as %s (%s); give the reason, if this corrects it"
                        .formatted(currency, on, rate.toPlainString(), source),
                currency.getCurrencyCode(),
                on.shown(),
                rate,
                source);
    }

    static RatesException nothingToCorrect(Currency currency, RateDate on) {
        return refused(
                "rates.nothing-to-correct",
                "There is no rate of %s for %s that could be corrected; leave the reason empty"
                        .formatted(currency, on),
                currency.getCurrencyCode(),
                on.shown());
    }

    static RatesException twiceInFile(Currency currency, RateDate on, int line) {
        return refused(
                "rates.twice-in-file",
                "%s of %s stands on line %d already".formatted(currency, on, line),
                currency.getCurrencyCode(),
                on.shown(),
                Integer.toString(line));
    }

    static RatesException noFile() {
        return refused("rates.no-file", "Neither a file nor pasted lines; give one of them");
    }

    static RatesException twoFiles() {
        return refused("rates.two-files", "A file and pasted lines; give one of them");
    }

    static RatesException tooManyRows(int most) {
        return refused(
                "rates.too-many-rows",
                "More than %d rates at once; divide the file".formatted(most),
                Integer.toString(most));
    }

    static RatesException noRate(Currency currency, RateDate on) {
        return refused(
                "rates.no-rate",
                "There is no rate of %s for %s; enter it under exchange rates, with its source"
                        .formatted(currency, on),
                currency.getCurrencyCode(),
                on.shown());
    }

    static RatesException beforeFirstTranche(String use, LocalDate on) {
        return refused(
                "rates.before-first-tranche",
                "%s of %s comes before the first tranche, whose rate it needs; date it later or use a method that takes recorded rates"
                        .formatted(use, on),
                use,
                on);
    }

    static RatesException beyondTranches(String use, LocalDate on) {
        return refused(
                "rates.beyond-tranches",
                "%s of %s needs more than all tranches received up to then; record the tranche it is paid from"
                        .formatted(use, on),
                use,
                on);
    }

    static RatesException moreBackThanUsed(String use, LocalDate on) {
        return refused(
                "rates.more-back-than-used",
                "%s of %s brings back more than was spent of all tranches up to then"
                        .formatted(use, on),
                use,
                on);
    }

    static RatesException tooLarge() {
        return refused(
                "rates.too-large",
                "The amount is too large to be converted; check it and its rate");
    }

    static RatesException undoesNothing(String use, String undoes) {
        return refused(
                "rates.undoes-nothing",
                "%s undoes %s, which does not come before it".formatted(use, undoes),
                use,
                undoes);
    }

    static RatesException notOnAccount(Currency currency, BigDecimal there, BigDecimal wanted) {
        return refused(
                "rates.not-on-account",
                "%s %s is more than the account holds, %s %s"
                        .formatted(
                                currency, wanted.toPlainString(), currency, there.toPlainString()),
                currency.getCurrencyCode(),
                wanted,
                there);
    }
}
