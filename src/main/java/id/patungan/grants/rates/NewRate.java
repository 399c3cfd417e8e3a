package id.patungan.grants.rates;

import id.patungan.basics.DecimalReader;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * A rate to be recorded.
 *
 * @param rate book currency per one of the currency, both in main units; at most 12 digits before
 *     and 12 after the point
 * @param source who says so: a bank, a gazette, an agreement
 * @param document the paper or page where it stands
 * @param reason why another rate of that day is corrected; null for the first
 */
public record NewRate(
        Currency currency,
        RateDate on,
        BigDecimal rate,
        String source,
        @Nullable String document,
        @Nullable String reason) {

    static final int LONGEST_SOURCE = 200;
    static final int LONGEST_DOCUMENT = 200;
    static final int LONGEST_REASON = 500;
    private static final int DIGITS = 12;

    /**
     * Looks at every value.
     *
     * @throws RatesException if the rate is none or the source is missing
     */
    public NewRate {
        rate = shortest(rate);
        var said = RatesException.text(RateField.SOURCE, source, LONGEST_SOURCE);
        if (said == null) throw RatesException.missing(RateField.SOURCE);
        source = said;
        document = RatesException.text(RateField.DOCUMENT, document, LONGEST_DOCUMENT);
        reason = RatesException.text(RateField.REASON, reason, LONGEST_REASON);
    }

    private static BigDecimal shortest(BigDecimal rate) {
        var stripped = rate.stripTrailingZeros();
        if (stripped.signum() <= 0
                || stripped.scale() > DIGITS
                || stripped.precision() - stripped.scale() > DIGITS) {
            throw RatesException.badRate(stripped.toString());
        }
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * The currency with that code.
     *
     * @throws RatesException if there is none that money is kept in
     */
    public static Currency currency(String code) {
        var value = code.strip();
        if (value.matches("[A-Z]{3}")) {
            try {
                var currency = Currency.getInstance(value);
                if (currency.getDefaultFractionDigits() >= 0) return currency;
            } catch (IllegalArgumentException unknown) {
                throw RatesException.unknownCurrency(value);
            }
        }
        throw RatesException.unknownCurrency(value);
    }

    /**
     * A rate as typed, in the Indonesian or the English grammar.
     *
     * @throws RatesException if it is no number, or can be read as two
     */
    public static BigDecimal rate(String text) {
        var readings = DecimalReader.readings(text);
        if (readings.isEmpty()) throw RatesException.badRate(text.strip());
        if (readings.size() > 1) {
            // Written back so that each can be typed: without grouping, or with one more decimal
            throw RatesException.ambiguous(
                    text.strip(),
                    readings.getFirst().toPlainString(),
                    readings.getLast().toPlainString() + "0");
        }
        return shortest(readings.getFirst());
    }
}
