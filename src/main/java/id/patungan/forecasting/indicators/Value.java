package id.patungan.forecasting.indicators;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Runway;

import java.util.Locale;

/** What an indicator comes to. What cannot be said is said to be undefined, never 0 or 1. */
public sealed interface Value {

    /** An exact number, in the indicator's unit. */
    record Exact(Fraction number) implements Value {}

    /** There is no such number. */
    record Undefined(Reason reason) implements Value {}

    /**
     * A runway that does not end in the months that were projected.
     *
     * @param months that were projected
     */
    record Beyond(int months) implements Value {}

    /** Why there is no number. */
    enum Reason {
        /** The body has no entry until that day. */
        NO_BOOKS,
        /** The income of the year is zero or less. */
        NO_INCOME,
        /** The expense is zero or less. */
        NO_EXPENSE,
        /** The recurring expense of the year is zero or less. */
        NO_RECURRING_EXPENSE,
        /** A single payer cannot be more or less concentrated. */
        ONE_PAYER,
        /** A single funding class cannot be more or less concentrated. */
        ONE_CLASS,
        /** Nothing is charged for the year, after credit notes. */
        NOTHING_ASSESSED,
        /** Nothing of the year's dues is collected. */
        NOTHING_COLLECTED,
        /** No restricted money is unspent. */
        NOTHING_RESTRICTED,
        /** It has not been projected. */
        NO_PROJECTION,
        /** Nobody pays in the year ahead. */
        NO_PAYER,
        /** The body has no donor. */
        NO_DONOR,
        /** The register of indicators holds no budget of the member. */
        NO_BUDGET,
        /** The budget of the member is zero or less. */
        BUDGET_NOT_POSITIVE,
        /** The budget of the member is in another unit than the book's currency. */
        BUDGET_UNIT;

        /** As sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A runway in months. */
    static Value of(Runway runway) {
        return runway.beyond()
                ? new Beyond(runway.months())
                : new Exact(Fraction.of(runway.months()));
    }

    /** The quotient; undefined where the denominator is zero or less. */
    static Value ratio(long numerator, long denominator, Reason otherwise) {
        return denominator <= 0
                ? new Undefined(otherwise)
                : new Exact(Fraction.of(numerator, denominator));
    }
}
