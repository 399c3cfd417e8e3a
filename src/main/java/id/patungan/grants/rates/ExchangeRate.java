package id.patungan.grants.rates;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;

/**
 * A recorded rate.
 *
 * @param no in the book, from 1
 * @param rate book currency per one of the currency, both in main units
 * @param replaces number of the rate it corrects; null for the first of its day
 * @param reason of the correction
 * @param replacedBy number of the rate that corrects this one; null if it counts
 * @param recordedAt in UTC
 */
public record ExchangeRate(
        int no,
        Currency currency,
        RateDate on,
        BigDecimal rate,
        String source,
        @Nullable String document,
        @Nullable Integer replaces,
        @Nullable String reason,
        @Nullable Integer replacedBy,
        String recordedBy,
        Instant recordedAt) {

    /** Brings the rate to its shortest form, so that equal rates are equal. */
    public ExchangeRate {
        rate = rate.stripTrailingZeros();
        if (rate.scale() < 0) rate = rate.setScale(0);
    }

    /** Whether it is what the wish says; the reason of a correction does not count. */
    boolean says(NewRate wish) {
        return rate.compareTo(wish.rate()) == 0
                && source.equals(wish.source())
                && Objects.equals(document, wish.document());
    }
}
