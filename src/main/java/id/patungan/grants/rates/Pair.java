package id.patungan.grants.rates;

import id.patungan.basics.Fraction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * The currencies of an award and of the book, between whose minor units is converted; exactly.
 *
 * @param scale minor units of the book per minor unit of the award at a rate of 1
 */
record Pair(Fraction scale) {

    static Pair of(Currency award, Currency book) {
        return new Pair(
                Fraction.of(
                        BigDecimal.ONE
                                .scaleByPowerOfTen(book.getDefaultFractionDigits())
                                .divide(
                                        BigDecimal.ONE.scaleByPowerOfTen(
                                                award.getDefaultFractionDigits()))));
    }

    /** Book currency per one of the award's, both in main units. */
    Fraction rate(Fraction original, Fraction book) {
        return book.dividedBy(original).dividedBy(scale);
    }

    Fraction toBook(Fraction original, Fraction rate) {
        return original.times(rate).times(scale);
    }

    /**
     * Half up, in minor units.
     *
     * @throws RatesException if that is more than can be counted
     */
    static long rounded(Fraction amount) {
        var whole = amount.rounded(0, RoundingMode.HALF_UP).toBigIntegerExact();
        if (whole.bitLength() >= Long.SIZE) throw RatesException.tooLarge();
        return whole.longValueExact();
    }

    Fraction toOriginal(Fraction book, Fraction rate) {
        return book.dividedBy(rate).dividedBy(scale);
    }
}
