package id.patungan.forecasting.simulation;

import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;

/** Why a simulation cannot be run as described; names the risk, the figure and the way out. */
public final class SimulationException extends DomainException {

    private static final long serialVersionUID = 1L;

    private SimulationException(String code, String message, Object... arguments) {
        super(Kind.REFUSED, code, message, arguments);
    }

    /** A refusal whose message names the arguments: {0} is the first. */
    private static SimulationException refused(String code, String message, Object... arguments) {
        var text = message;
        for (var number = 0; number < arguments.length; number++) {
            text = text.replace("{" + number + "}", arguments[number].toString());
        }
        return new SimulationException(code, text, arguments);
    }

    static void checkOrder(Fraction low, Fraction mode, Fraction high) {
        checkFactor(low);
        if (low.compareTo(mode) > 0 || mode.compareTo(high) > 0) {
            throw refused(
                    "simulation.out-of-order",
                    "Low {0}, mode {1} and high {2} are not in ascending order; correct them",
                    low.toShortText(),
                    mode.toShortText(),
                    high.toShortText());
        }
    }

    static SimulationException medianNotPositive(Fraction median) {
        return refused(
                "simulation.median-not-positive",
                "The median {0} of a lognormal distribution must be above 0",
                median.toShortText());
    }

    static SimulationException sigmaOutOfRange(Fraction sigma, Fraction largest) {
        return refused(
                "simulation.sigma-out-of-range",
                "Sigma {0} is not from 0 to {1}; 0.1 means about 10 % up or down",
                sigma.toShortText(),
                largest.toShortText());
    }

    static void checkProbability(Fraction probability) {
        if (probability.signum() < 0 || probability.compareTo(Fraction.ONE) > 0) {
            throw refused(
                    "simulation.no-probability",
                    "{0} is not a probability from 0 to 1",
                    probability.toShortText());
        }
    }

    static SimulationException probabilitySum(Fraction sum) {
        return refused(
                "simulation.probability-sum",
                "The probabilities add to {0}, not to 1; correct them",
                sum.toShortText());
    }

    static SimulationException valueTwice(Fraction value) {
        return refused(
                "simulation.value-twice",
                "The value {0} comes twice; add its probabilities",
                value.toShortText());
    }

    static void checkFactor(Fraction factor) {
        if (factor.signum() < 0) {
            throw refused(
                    "simulation.negative-factor",
                    "{0} is below 0; a factor of 0 takes all of it, there is no less",
                    factor.toShortText());
        }
    }

    static SimulationException negativeAmount(String what) {
        return refused(
                "simulation.negative-amount",
                "{0} has an amount below 0; give what comes and what goes apart",
                what);
    }

    static SimulationException horizon(int months, int most) {
        return refused(
                "simulation.horizon",
                "{0} months cannot be simulated; give 1 to {1}",
                Integer.toString(months),
                Integer.toString(most));
    }

    static SimulationException horizonTooShort(int wanted, int months) {
        return refused(
                "simulation.horizon-too-short",
                "Whether the runway is under {0} months does not show in {1}; project further",
                Integer.toString(wanted),
                Integer.toString(months));
    }

    static SimulationException paths(int paths, int least, int most, int multiple) {
        return refused(
                "simulation.paths",
                "{0} runs cannot be simulated; give {1} to {2}, a multiple of {3}",
                Integer.toString(paths),
                Integer.toString(least),
                Integer.toString(most),
                Integer.toString(multiple));
    }

    static SimulationException wrongLength(String what, int given, int months) {
        return refused(
                "simulation.wrong-length",
                "{0} has amounts for {1} months, not for {2}",
                what,
                Integer.toString(given),
                Integer.toString(months));
    }

    static SimulationException twice(String name) {
        return refused("simulation.twice", "{0} comes twice; give each a name of its own", name);
    }

    static SimulationException unknown(String name) {
        return refused("simulation.unknown", "{0} is named, but not there; correct the name", name);
    }

    static SimulationException unknownTarget(String lines, String known) {
        return refused(
                "simulation.unknown-target",
                "No projection has lines called {0}; name one of {1}",
                lines,
                known);
    }

    static SimulationException hitsNothing(String risk, String target) {
        return refused(
                "simulation.hits-nothing",
                "The projection has no lines {1} for the risk {0}; name lines that it has",
                risk,
                target);
    }

    static SimulationException withItself(String name) {
        return refused(
                "simulation.with-itself",
                "{0} is always fully correlated with itself; leave it out",
                name);
    }

    static SimulationException noCorrelation(String one, String other, Fraction rank) {
        return refused(
                "simulation.no-correlation",
                "{2} is not a correlation of {0} and {1}; give -1 to 1",
                one,
                other,
                rank.toShortText());
    }

    static SimulationException correlatedTwice(String one, String other) {
        return refused(
                "simulation.correlated-twice",
                "{0} and {1} are correlated twice; once, for both directions, is enough",
                one,
                other);
    }

    static SimulationException drawnDifferently(String one, String other) {
        return refused(
                "simulation.drawn-differently",
                "{0} and {1} are not drawn equally often, so they cannot be correlated; draw both"
                        + " once, yearly or monthly",
                one,
                other);
    }

    static SimulationException contradictory(String name) {
        return refused(
                "simulation.contradictory",
                "The correlations of {0} contradict the others: no such variables exist; bring them"
                        + " nearer to 0",
                name);
    }

    static SimulationException tooLarge() {
        return refused(
                "simulation.too-large",
                "Amounts beyond nine quadrillion minor units cannot be simulated; check the"
                        + " factors");
    }
}
