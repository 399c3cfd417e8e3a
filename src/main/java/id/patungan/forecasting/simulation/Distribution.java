package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;

import java.util.List;

/**
 * By what an amount is multiplied, when that is uncertain: a factor, 1 where nothing changes. Exact
 * as data; what is drawn from it is floating point. Every kind is drawn by its inverse distribution
 * function, so a larger draw is a larger factor and rank correlations work between all kinds.
 */
public sealed interface Distribution {

    /** Above this, one path in twenty would be more than a hundred times the median. */
    Fraction LARGEST_SIGMA = Fraction.of(3);

    /** Certain. */
    record Fixed(Fraction value) implements Distribution {
        /**
         * Checks it.
         *
         * @throws SimulationException if it is below 0
         */
        public Fixed {
            SimulationException.checkFactor(value);
        }
    }

    /** Straight from the lowest up to the most likely, straight down to the highest. */
    record Triangular(Fraction low, Fraction mode, Fraction high) implements Distribution {
        /**
         * Checks the order.
         *
         * @throws SimulationException if the mode does not lie between, or the lowest is below 0
         */
        public Triangular {
            SimulationException.checkOrder(low, mode, high);
        }
    }

    /**
     * The beta distribution of project planning (Malcolm et al. 1959), mean {@code (low + 4 mode +
     * high) / 6}, with the shapes {@code 1 + 4 (mode − low) / (high − low)} and {@code 6} less
     * that.
     */
    record Pert(Fraction low, Fraction mode, Fraction high) implements Distribution {
        /**
         * Checks the order.
         *
         * @throws SimulationException if the mode does not lie between, or the lowest is below 0
         */
        public Pert {
            SimulationException.checkOrder(low, mode, high);
        }
    }

    /**
     * {@code median · e^(sigma·z)}: never negative, skewed to the right; its mean is above the
     * median.
     */
    record Lognormal(Fraction median, Fraction sigma) implements Distribution {
        /**
         * Checks the figures.
         *
         * @throws SimulationException if the median is not above 0, or sigma not from 0 to 3
         */
        public Lognormal {
            if (median.signum() <= 0) {
                throw SimulationException.medianNotPositive(median);
            }
            if (sigma.signum() < 0 || sigma.compareTo(LARGEST_SIGMA) > 0) {
                throw SimulationException.sigmaOutOfRange(sigma, LARGEST_SIGMA);
            }
        }
    }

    /** The value with that probability, otherwise 1: nothing changes. */
    record Bernoulli(Fraction probability, Fraction value) implements Distribution {
        /**
         * Checks the probability.
         *
         * @throws SimulationException if it is not from 0 to 1, or the value below 0
         */
        public Bernoulli {
            SimulationException.checkFactor(value);
            SimulationException.checkProbability(probability);
        }
    }

    /** One of a few values. */
    record Discrete(List<Outcome> outcomes) implements Distribution {
        /**
         * Checks them and puts them in ascending order.
         *
         * @throws SimulationException if probabilities do not add to 1, or a value comes twice
         */
        public Discrete {
            outcomes =
                    outcomes.stream()
                            .sorted((one, other) -> one.value().compareTo(other.value()))
                            .toList();
            var sum = Fraction.ZERO;
            for (var number = 0; number < outcomes.size(); number++) {
                var outcome = outcomes.get(number);
                SimulationException.checkFactor(outcome.value());
                SimulationException.checkProbability(outcome.probability());
                sum = sum.plus(outcome.probability());
                if (number > 0 && outcomes.get(number - 1).value().equals(outcome.value())) {
                    throw SimulationException.valueTwice(outcome.value());
                }
            }
            if (!sum.equals(Fraction.ONE)) {
                throw SimulationException.probabilitySum(sum);
            }
        }

        /** A value and how likely it is. */
        public record Outcome(Fraction value, Fraction probability) {}
    }
}
