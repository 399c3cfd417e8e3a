package id.patungan.ledger;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What a line was in a foreign currency.
 *
 * @param amount in minor units of that currency; 0 when only the rate moved (a revaluation)
 * @param rate book currency per one of the original currency, both in main units; more than 0, at
 *     most 12 digits before and 12 after the point
 */
public record Original(Currency currency, long amount, BigDecimal rate) {

    /** Brings the rate to its shortest form, so that equal rates are equal. */
    public Original {
        rate = rate.stripTrailingZeros();
        if (rate.scale() < 0) {
            rate = rate.setScale(0);
        }
        if (rate.signum() <= 0 || rate.scale() > 12 || rate.precision() - rate.scale() > 12) {
            throw LedgerException.badRate(currency.getCurrencyCode(), rate.toPlainString());
        }
    }

    /** The same at the same rate with the other sign. */
    Original negated() {
        return new Original(currency, Math.negateExact(amount), rate);
    }
}
