package id.patungan.basics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * A signed amount in whole minor units of one currency: {@code IDR 1250050} is Rp12.500,50.
 *
 * <p>Addition is exact or throws; nothing here rounds unless the caller names the rounding.
 * Splitting is done by the {@code allocation} module alone.
 */
public record Money(Currency currency, long minorUnits) implements Comparable<Money> {

    /** Nothing, in that currency. */
    public static Money zero(Currency currency) {
        return new Money(currency, 0);
    }

    /**
     * Exact: {@code of(IDR, 12500.5)} is {@code IDR 1250050}.
     *
     * @throws ArithmeticException if the amount has more decimals than the currency or does not fit
     */
    public static Money of(Currency currency, BigDecimal amount) {
        return rounded(currency, amount, RoundingMode.UNNECESSARY);
    }

    /** For the results of rates and percentages, where the rule must name its rounding. */
    public static Money rounded(Currency currency, BigDecimal amount, RoundingMode rounding) {
        var scaled = amount.setScale(currency.getDefaultFractionDigits(), rounding);
        return new Money(currency, scaled.unscaledValue().longValueExact());
    }

    /** The exact sum. */
    public Money plus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.addExact(minorUnits, other.minorUnits));
    }

    /** The exact difference. */
    public Money minus(Money other) {
        requireSameCurrency(other);
        return new Money(currency, Math.subtractExact(minorUnits, other.minorUnits));
    }

    /** The same amount with the other sign. */
    public Money negated() {
        return new Money(currency, Math.negateExact(minorUnits));
    }

    /** Whether this is nothing. */
    public boolean isZero() {
        return minorUnits == 0;
    }

    /** Whether this is less than nothing. */
    public boolean isNegative() {
        return minorUnits < 0;
    }

    /** In main units, with all decimals of the currency: {@code 12500.50}. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    @Override
    public int compareTo(Money other) {
        requireSameCurrency(other);
        return Long.compare(minorUnits, other.minorUnits);
    }

    /** For logs and tests, {@code IDR 12500.50}; people see the forms of the amount format. */
    @Override
    public String toString() {
        return currency + " " + toDecimal().toPlainString();
    }

    private void requireSameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(
                    "Cannot combine " + currency + " with " + other.currency);
        }
    }
}
