package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.simulation.Forecaster.Expected;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether a forecast would have been any good, with a rolling origin: from every month with two
 * years before it and one after, the forecast of that one is set beside what came, and beside the
 * naive forecast, the same month of the year before.
 */
public sealed interface Backtest {

    /** Two years to learn from and one to be tested on. */
    int LEAST_MONTHS = 36;

    /** A band between the 10th and the 90th percentile. */
    Fraction INNER_BAND = Fraction.of(8, 10);

    /** A band between the 5th and the 95th percentile. */
    Fraction OUTER_BAND = Fraction.of(9, 10);

    /** Nothing can be said, and no fan is to be drawn: so many months are missing. */
    record TooShort(int missing) implements Backtest {}

    /**
     * What was found.
     *
     * @param origins from how many months was forecast
     * @param naive the same month of the year before
     */
    record Tested(int origins, Score ours, Score naive, Optional<Coverage> coverage)
            implements Backtest {

        /** Whether ours erred less, in amounts and, where they are defined, in percentages. */
        public boolean better() {
            return ours.error() < naive.error()
                    && (ours.percentage().isEmpty()
                            || ours.percentage().get().compareTo(naive.percentage().orElseThrow())
                                    < 0);
        }
    }

    /**
     * How a forecast erred.
     *
     * @param percentage mean absolute percentage error as a part of 1, six decimals, half-even;
     *     empty if nothing ever came
     * @param leftOut forecasts of months in which nothing came, which have no percentage
     * @param error mean absolute error in minor units, half-even
     * @param bias mean of forecast less actual in minor units, half-even: above zero it promised
     *     too much
     */
    record Score(Optional<BigDecimal> percentage, int leftOut, long error, long bias) {}

    /**
     * How often the amount lay within its band.
     *
     * @param of forecasts with a band; where nothing ever came before, there is none
     * @param months different months among them: forecasts of one month err together
     * @param nominal the share that is meant to be inside
     */
    record Coverage(int inside, int of, int months, Fraction nominal) {

        /** The part that was inside. */
        public Fraction share() {
            return Fraction.of(inside, of);
        }

        /**
         * Two binomial standard errors of a band that is right, as many trials as months; four
         * decimals, up.
         */
        public BigDecimal margin() {
            var variance =
                    nominal.times(Fraction.ONE.minus(nominal)).dividedBy(Fraction.of(months));
            return variance.rounded(12, RoundingMode.HALF_EVEN)
                    .sqrt(MathContext.DECIMAL64)
                    .multiply(BigDecimal.TWO)
                    .setScale(4, RoundingMode.UP);
        }

        /** Whether the share agrees with the one that is meant within the margin. */
        public boolean right() {
            var off = share().minus(nominal);
            var size = off.signum() < 0 ? off.negated() : off;
            return size.compareTo(Fraction.of(margin())) <= 0;
        }
    }

    /** Tests our own forecast. */
    static Backtest of(List<Long> history) {
        return of(history, Forecaster::seasonal, INNER_BAND);
    }

    /**
     * Tests a forecast.
     *
     * @param history what came month by month, or what there was at its end, in minor units, the
     *     oldest first
     * @param band the share of months that the forecast's band is meant to hold
     */
    static Backtest of(List<Long> history, Forecaster forecaster, Fraction band) {
        if (history.size() < LEAST_MONTHS) return new TooShort(LEAST_MONTHS - history.size());
        List<Compared> ours = new ArrayList<>();
        List<Compared> naive = new ArrayList<>();
        for (var origin = LEAST_MONTHS - 12; origin + 12 <= history.size(); origin++) {
            var before = history.subList(0, origin);
            compare(ours, history, origin, forecaster.next(before));
            compare(naive, history, origin, Forecaster.naive(before));
        }
        return new Tested(ours.size() / 12, score(ours), score(naive), coverage(ours, band));
    }

    /** A forecast beside what came. */
    record Compared(int month, Expected expected, long actual) {}

    private static void compare(
            List<Compared> into, List<Long> history, int origin, List<Expected> forecast) {
        for (var at = 0; at < 12; at++) {
            into.add(new Compared(origin + at, forecast.get(at), history.get(origin + at)));
        }
    }

    private static Score score(List<Compared> all) {
        var percentages = BigDecimal.ZERO;
        var error = BigDecimal.ZERO;
        var bias = BigDecimal.ZERO;
        var leftOut = 0;
        for (var one : all) {
            var actual = BigDecimal.valueOf(one.actual());
            var off = BigDecimal.valueOf(one.expected().amount()).subtract(actual);
            bias = bias.add(off);
            error = error.add(off.abs());
            if (actual.signum() == 0) {
                leftOut++;
            } else {
                percentages =
                        percentages.add(off.abs().divide(actual.abs(), MathContext.DECIMAL64));
            }
        }
        var counted = all.size() - leftOut;
        return new Score(
                counted == 0 ? Optional.empty() : Optional.of(mean(percentages, counted, 6)),
                leftOut,
                mean(error, all.size(), 0).longValueExact(),
                mean(bias, all.size(), 0).longValueExact());
    }

    private static BigDecimal mean(BigDecimal sum, int count, int decimals) {
        return sum.divide(BigDecimal.valueOf(count), decimals, RoundingMode.HALF_EVEN);
    }

    private static Optional<Coverage> coverage(List<Compared> all, Fraction band) {
        var banded =
                all.stream().filter(one -> one.expected().low() < one.expected().high()).toList();
        if (banded.isEmpty()) return Optional.empty();
        var inside =
                banded.stream()
                        .filter(one ->
                                one.expected().low() <= one.actual()
                                        && one.actual() <= one.expected().high())
                        .count();
        var months = banded.stream().map(Compared::month).distinct().count();
        return Optional.of(
                new Coverage(
                        Math.toIntExact(inside), banded.size(), Math.toIntExact(months), band));
    }
}
