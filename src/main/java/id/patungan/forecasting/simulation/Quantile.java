package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;

import java.util.HashMap;
import java.util.Map;

/** The factors of a distribution that belong to standard normal draws; rises with the draw. */
interface Quantile {

    /** Puts the factors in place of the draws {@code 0 … count-1}. */
    void apply(double[] draws, int count);

    /** Makes them; shapes that take work to prepare are prepared once. */
    final class Maker {

        private final Map<Fraction, PertShape> shapes = new HashMap<>();

        Quantile of(Distribution distribution) {
            return switch (distribution) {
                case Distribution.Fixed fixed -> constant(fixed.value());
                case Distribution.Triangular(var low, var mode, var high) ->
                        low.equals(high) ? constant(low) : triangular(low, mode, high);
                case Distribution.Pert(var low, var mode, var high) ->
                        low.equals(high) ? constant(low) : pert(low, mode, high);
                case Distribution.Lognormal(var median, var sigma) -> lognormal(median, sigma);
                case Distribution.Bernoulli(var probability, var value) ->
                        bernoulli(probability, value);
                case Distribution.Discrete discrete -> discrete(discrete);
            };
        }

        private static Quantile constant(Fraction value) {
            var factor = number(value);
            return (draws, count) -> {
                for (var at = 0; at < count; at++) {
                    draws[at] = factor;
                }
            };
        }

        /** Two roots that meet at the mode. */
        private static Quantile triangular(Fraction low, Fraction mode, Fraction high) {
            var lowest = number(low);
            var highest = number(high);
            var below = number(high.minus(low).times(mode.minus(low)));
            var above = number(high.minus(low).times(high.minus(mode)));
            var middle = number(mode.minus(low).dividedBy(high.minus(low)));
            return (draws, count) -> {
                for (var at = 0; at < count; at++) {
                    var probability = Normal.probability(draws[at]);
                    draws[at] =
                            probability < middle
                                    ? lowest + StrictMath.sqrt(probability * below)
                                    : highest
                                            - StrictMath.sqrt(
                                                    Normal.probability(-draws[at]) * above);
                }
            };
        }

        private Quantile pert(Fraction low, Fraction mode, Fraction high) {
            var place = mode.minus(low).dividedBy(high.minus(low));
            var shape = shapes.computeIfAbsent(place, at -> PertShape.of(number(at)));
            var lowest = number(low);
            var width = number(high.minus(low));
            return (draws, count) -> {
                for (var at = 0; at < count; at++) {
                    draws[at] = lowest + width * shape.at(draws[at]);
                }
            };
        }

        private static Quantile lognormal(Fraction median, Fraction sigma) {
            var middle = number(median);
            var spread = number(sigma);
            return (draws, count) -> {
                for (var at = 0; at < count; at++) {
                    draws[at] = middle * StrictMath.exp(spread * draws[at]);
                }
            };
        }

        private static Quantile bernoulli(Fraction probability, Fraction value) {
            var unchanged = Fraction.ONE.minus(probability);
            return value.compareTo(Fraction.ONE) < 0
                    ? steps(new Fraction[] {value, Fraction.ONE}, probability)
                    : steps(new Fraction[] {Fraction.ONE, value}, unchanged);
        }

        private static Quantile discrete(Distribution.Discrete discrete) {
            var outcomes = discrete.outcomes();
            var values = new Fraction[outcomes.size()];
            var upTo = new Fraction[outcomes.size() - 1];
            var sum = Fraction.ZERO;
            for (var number = 0; number < values.length; number++) {
                values[number] = outcomes.get(number).value();
                sum = sum.plus(outcomes.get(number).probability());
                if (number < upTo.length) {
                    upTo[number] = sum;
                }
            }
            return steps(values, upTo);
        }

        /** The first value up to the first cumulated probability, then the second … */
        private static Quantile steps(Fraction[] values, Fraction... upTo) {
            var factors = new double[values.length];
            var limits = new double[upTo.length];
            for (var number = 0; number < factors.length; number++) {
                factors[number] = number(values[number]);
            }
            for (var number = 0; number < limits.length; number++) {
                limits[number] = limit(upTo[number]);
            }
            return (draws, count) -> {
                for (var at = 0; at < count; at++) {
                    var step = 0;
                    while (step < limits.length && draws[at] >= limits[step]) {
                        step++;
                    }
                    draws[at] = factors[step];
                }
            };
        }

        private static double limit(Fraction probability) {
            if (probability.signum() == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            return probability.equals(Fraction.ONE)
                    ? Double.POSITIVE_INFINITY
                    : Normal.quantile(number(probability));
        }
    }

    /** The quotient of the nearest doubles. */
    static double number(Fraction exact) {
        return exact.numerator().doubleValue() / exact.denominator().doubleValue();
    }
}
