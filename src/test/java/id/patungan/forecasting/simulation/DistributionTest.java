package id.patungan.forecasting.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.simulation.Distribution.Bernoulli;
import id.patungan.forecasting.simulation.Distribution.Discrete;
import id.patungan.forecasting.simulation.Distribution.Fixed;
import id.patungan.forecasting.simulation.Distribution.Lognormal;
import id.patungan.forecasting.simulation.Distribution.Pert;
import id.patungan.forecasting.simulation.Distribution.Triangular;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

class DistributionTest {

    private static Fraction f(String text) {
        return Fraction.parse(text);
    }

    private static double at(Distribution distribution, double probability) {
        var draws = new double[] {Normal.quantile(probability)};
        new Quantile.Maker().of(distribution).apply(draws, 1);
        return draws[0];
    }

    /** The distribution function of what is drawn gives back the probability. */
    private static void inverts(
            Distribution distribution, DoubleUnaryOperator function, double error) {
        for (var thousandth = 1; thousandth < 1_000; thousandth++) {
            var probability = thousandth / 1_000.0;
            assertThat(function.applyAsDouble(at(distribution, probability)))
                    .as("%s at %s", distribution, probability)
                    .isEqualTo(probability, within(error));
        }
    }

    @Test
    void triangular() {
        inverts(
                new Triangular(f("0.5"), f("0.75"), f("1.5")),
                x -> x < 0.75 ? (x - 0.5) * (x - 0.5) / 0.25 : 1 - (1.5 - x) * (1.5 - x) / 0.75,
                1e-13);
        inverts(new Triangular(f("0"), f("0"), f("1")), x -> 1 - (1 - x) * (1 - x), 1e-13);
        inverts(new Triangular(f("0"), f("1"), f("1")), x -> x * x, 1e-13);
    }

    /** Where the shapes are whole, the beta distribution is a polynomial. */
    @Test
    void pert() {
        inverts(
                new Pert(f("0"), f("1/2"), f("1")),
                x -> x * x * x * (10 - 15 * x + 6 * x * x),
                1e-8);
        inverts(
                new Pert(f("0.5"), f("0.75"), f("1.5")),
                factor -> {
                    var x = factor - 0.5;
                    var y = 1 - x;
                    return 1 - y * y * y * y * (y + 5 * x);
                },
                1e-8);
        inverts(new Pert(f("0"), f("0"), f("2")), x -> 1 - StrictMath.pow(1 - x / 2, 5), 1e-8);
        inverts(new Pert(f("0"), f("2"), f("2")), x -> StrictMath.pow(x / 2, 5), 1e-8);
    }

    /** Its mean is (low + 4 mode + high)/6 whatever the mode; a sum over 20,000 equal pieces. */
    @Test
    void theMeanOfPert() {
        for (var mode : List.of("0.1", "0.37", "1/3", "0.9")) {
            var pert = new Pert(f("0"), f(mode), f("1"));
            var draws = new double[20_000];
            for (var at = 0; at < draws.length; at++) {
                draws[at] = Normal.quantile((at + 0.5) / draws.length);
            }
            new Quantile.Maker().of(pert).apply(draws, draws.length);
            assertThat(Arrays.stream(draws).average().orElseThrow())
                    .isEqualTo((4 * Quantile.number(f(mode)) + 1) / 6, within(1e-6));
        }
    }

    @Test
    void pertRisesAndStaysWithinItsEnds() {
        for (var mode : List.of("0", "0.1", "0.5", "0.999", "1")) {
            var draws = new double[4_001];
            for (var at = 0; at < draws.length; at++) {
                draws[at] = (at - 2_000) / 200.0;
            }
            new Quantile.Maker().of(new Pert(f("0"), f(mode), f("1"))).apply(draws, draws.length);
            assertThat(draws).isSorted();
            assertThat(draws[0]).isGreaterThanOrEqualTo(0);
            assertThat(draws[4_000]).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void lognormal() {
        inverts(
                new Lognormal(f("1.2"), f("0.3")),
                x -> Normal.probability(StrictMath.log(x / 1.2) / 0.3),
                1e-13);
    }

    @Test
    void bernoulliTakesTheEndThatItsValueIsAt() {
        var loss = new Bernoulli(f("0.2"), f("0.5"));
        assertThat(at(loss, 0.1999)).isEqualTo(0.5);
        assertThat(at(loss, 0.2001)).isEqualTo(1);
        var extra = new Bernoulli(f("0.2"), f("1.5"));
        assertThat(at(extra, 0.7999)).isEqualTo(1);
        assertThat(at(extra, 0.8001)).isEqualTo(1.5);
        assertThat(at(new Bernoulli(f("0"), f("0")), 1e-9)).isEqualTo(1);
        assertThat(at(new Bernoulli(f("1"), f("0")), 1 - 1e-9)).isEqualTo(0);
    }

    @Test
    void discreteValuesComeInAscendingOrder() {
        var three =
                new Discrete(
                        List.of(
                                new Discrete.Outcome(f("3"), f("1/4")),
                                new Discrete.Outcome(f("1"), f("1/2")),
                                new Discrete.Outcome(f("2"), f("1/4"))));
        assertThat(List.of(at(three, 0.499), at(three, 0.501), at(three, 0.749), at(three, 0.751)))
                .containsExactly(1.0, 2.0, 2.0, 3.0);
    }

    @Test
    void certainFactorsAreNeverDrawn() {
        assertThat(at(new Fixed(f("0.7")), 0.9)).isEqualTo(0.7);
        assertThat(at(new Pert(f("0.7"), f("0.7"), f("0.7")), 0.1)).isEqualTo(0.7);
        assertThat(at(new Triangular(f("0.7"), f("0.7"), f("0.7")), 0.1)).isEqualTo(0.7);
        assertThat(at(new Lognormal(f("0.7"), f("0")), 0.1)).isEqualTo(0.7);
    }

    @Test
    void refusesWhatIsNoDistribution() {
        refused("simulation.out-of-order", () -> new Triangular(f("1"), f("0.9"), f("2")));
        refused("simulation.out-of-order", () -> new Triangular(f("1"), f("3"), f("2")));
        refused("simulation.out-of-order", () -> new Pert(f("2"), f("2"), f("1")));
        refused("simulation.negative-factor", () -> new Pert(f("-1"), f("0"), f("1")));
        refused("simulation.negative-factor", () -> new Fixed(f("-0.1")));
        refused("simulation.median-not-positive", () -> new Lognormal(f("0"), f("0.1")));
        refused("simulation.sigma-out-of-range", () -> new Lognormal(f("1"), f("-0.1")));
        refused("simulation.sigma-out-of-range", () -> new Lognormal(f("1"), f("3.1")));
        refused("simulation.no-probability", () -> new Bernoulli(f("1.1"), f("0")));
        refused("simulation.no-probability", () -> new Bernoulli(f("-0.1"), f("0")));
        refused("simulation.negative-factor", () -> new Bernoulli(f("0.1"), f("-1")));
        refused("simulation.probability-sum", () -> new Discrete(List.of()));
        refused(
                "simulation.value-twice",
                () ->
                        new Discrete(
                                List.of(
                                        new Discrete.Outcome(f("1"), f("0.5")),
                                        new Discrete.Outcome(f("1"), f("0.5")))));
    }

    private static void refused(String code, ThrowingCallable made) {
        assertThatThrownBy(made)
                .isInstanceOfSatisfying(
                        SimulationException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
