package id.patungan.basics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exact number {@code p/q}, always reduced and with a positive denominator, so that equal
 * numbers are equal records: {@code of(2, 4)} is {@code 1/2}. Nothing here rounds, except the
 * methods that say which way.
 *
 * @param numerator carries the sign
 * @param denominator greater than zero
 */
public record Fraction(BigInteger numerator, BigInteger denominator)
        implements Comparable<Fraction> {

    /** 0. */
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** 1. */
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    /** 100, by which percentages are divided. */
    public static final Fraction HUNDRED = of(100);

    /** Longer texts are no figure that an agreement could hold, and cost time to reduce. */
    private static final int LONGEST_TEXT = 100;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final Pattern RATIO = Pattern.compile("([+-]?[0-9]+)/([0-9]+)");

    /**
     * Reduces.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("A fraction cannot have the denominator 0");
        }
        if (!denominator.equals(BigInteger.ONE)) {
            var divisor = commonDivisor(numerator, denominator.abs());
            if (denominator.signum() < 0) {
                divisor = divisor.negate();
            }
            if (!divisor.equals(BigInteger.ONE)) {
                numerator = numerator.divide(divisor);
                denominator = denominator.divide(divisor);
            }
        }
    }

    /** The denominators of agreements fit a long, and Euclid's steps there cost no memory. */
    private static BigInteger commonDivisor(BigInteger numerator, BigInteger denominator) {
        if (denominator.bitLength() >= Long.SIZE) {
            return numerator.gcd(denominator);
        }
        var divisor = denominator.longValueExact();
        var rest = numerator.mod(denominator).longValueExact();
        while (rest != 0) {
            var next = divisor % rest;
            divisor = rest;
            rest = next;
        }
        return BigInteger.valueOf(divisor);
    }

    /** A whole number. */
    public static Fraction of(long value) {
        return new Fraction(BigInteger.valueOf(value), BigInteger.ONE);
    }

    /** The quotient of two whole numbers. */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The decimal, exactly: 33.333 is 33333/1000. */
    public static Fraction of(BigDecimal value) {
        return value.scale() <= 0
                ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /**
     * Reads {@code 75}, {@code -0.5}, {@code 33.333} or {@code 1/3}; nothing else, no grouping, no
     * decimal comma.
     *
     * @throws IllegalArgumentException naming the text and the forms that are read
     */
    public static Fraction parse(String text) {
        return tryParse(text)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'" + text + "' is not a number; write 75, 33.333 or 1/3"));
    }

    /** Like {@link #parse}, empty when the text is not a number. */
    public static Optional<Fraction> tryParse(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.empty();
        }
        if (DECIMAL.matcher(text).matches()) {
            return Optional.of(of(new BigDecimal(text)));
        }
        var ratio = RATIO.matcher(text);
        if (ratio.matches()) {
            var denominator = new BigInteger(ratio.group(2));
            return denominator.signum() == 0
                    ? Optional.empty()
                    : Optional.of(new Fraction(new BigInteger(ratio.group(1)), denominator));
        }
        return Optional.empty();
    }

    /** The exact sum. */
    public Fraction plus(Fraction other) {
        if (other.signum() == 0) return this;
        if (signum() == 0) return other;
        if (denominator.equals(other.denominator)) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The exact difference. */
    public Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    /** The exact product. */
    public Fraction times(Fraction other) {
        if (other.equals(ONE)) return this;
        return new Fraction(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * The exact quotient.
     *
     * @throws ArithmeticException on division by zero
     */
    public Fraction dividedBy(Fraction other) {
        if (other.equals(ONE)) return this;
        return new Fraction(
                numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** This many percent of something: 75 gives 3/4. */
    public Fraction percent() {
        return dividedBy(HUNDRED);
    }

    /** The same number with the other sign. */
    public Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    /** The smaller of the two. */
    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of the two. */
    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** -1, 0 or 1. */
    public int signum() {
        return numerator.signum();
    }

    /** Whether this is a whole number. */
    public boolean isInteger() {
        return denominator.equals(BigInteger.ONE);
    }

    /** The largest whole number that is not greater. */
    public BigInteger floor() {
        var division = numerator.divideAndRemainder(denominator);
        return division[1].signum() < 0 ? division[0].subtract(BigInteger.ONE) : division[0];
    }

    /** The decimal that this number is exactly, if it is one: 1/8 is 0.125, 1/3 is none. */
    public Optional<BigDecimal> toDecimal() {
        var rest = denominator;
        var scale = 0;
        for (var prime : new BigInteger[] {BigInteger.TWO, BigInteger.valueOf(5)}) {
            var count = 0;
            while (rest.mod(prime).signum() == 0) {
                rest = rest.divide(prime);
                count++;
            }
            scale = Math.max(scale, count);
        }
        return rest.equals(BigInteger.ONE)
                ? Optional.of(
                        new BigDecimal(
                                numerator.multiply(BigInteger.TEN.pow(scale)).divide(denominator),
                                scale))
                : Optional.empty();
    }

    /** With that many decimals, for display only; the caller names the rounding. */
    public BigDecimal rounded(int decimals, RoundingMode rounding) {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, rounding);
    }

    @Override
    public int compareTo(Fraction other) {
        return denominator.equals(other.denominator)
                ? numerator.compareTo(other.numerator)
                : numerator
                        .multiply(other.denominator)
                        .compareTo(other.numerator.multiply(denominator));
    }

    /** {@code 3} or {@code 1/3}; {@link #parse} reads it back. */
    @Override
    public String toString() {
        return isInteger() ? numerator.toString() : numerator + "/" + denominator;
    }

    /** The shortest text that {@link #parse} reads back: {@code 33.333}, {@code 1/3}. */
    public String toShortText() {
        return toDecimal().map(BigDecimal::toPlainString).orElseGet(this::toString);
    }
}
