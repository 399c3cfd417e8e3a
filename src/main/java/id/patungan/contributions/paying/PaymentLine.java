package id.patungan.contributions.paying;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * What one paying unit of a party carries of its charges, and how it pays.
 *
 * @param unit code of the paying unit
 * @param weight its part in proportion to the others'; null: the rest, and then the others' are per
 *     cent
 * @param account in the unit's own budget; null if it is not known
 * @param source whose money it is in the end, where it only passes through the payer
 */
public record PaymentLine(
        String unit,
        Route route,
        @Nullable BigDecimal weight,
        @Nullable PayerAccount account,
        @Nullable String source) {

    private static final int LONGEST_SOURCE = 200;
    private static final int DECIMALS = 6;
    private static final BigDecimal LARGEST = new BigDecimal("1000000");

    /**
     * Looks at the texts; whether the unit exists is known when the lines are stored.
     *
     * @throws PayingException if the weight is no part, or the source is too long
     */
    public PaymentLine {
        if (unit.isBlank()) throw PayingException.noUnit();
        if (weight != null) {
            weight = weight.stripTrailingZeros();
            if (weight.signum() <= 0
                    || weight.scale() > DECIMALS
                    || weight.compareTo(LARGEST) > 0) {
                throw PayingException.weight(weight.toPlainString());
            }
        }
        source = PayingException.optional("source", source, LONGEST_SOURCE);
    }
}
