package id.patungan.forecasting.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.stream.IntStream;

class NormalTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal PI =
            new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494");

    /** The check values printed with the algorithm. */
    @Test
    void givesTheQuantilesThatWerePublishedWithIt() {
        assertThat(Normal.quantile(0.25)).isEqualTo(-0.6744897501960817, within(1e-15));
        assertThat(Normal.quantile(0.001)).isEqualTo(-3.090232306167814, within(4e-15));
        assertThat(Normal.quantile(1e-20)).isEqualTo(-9.262340089798409, within(1e-14));
        assertThat(Normal.quantile(0.975)).isEqualTo(1.959963984540054, within(1e-15));
        assertThat(Normal.quantile(0.5)).isZero();
    }

    @Test
    void theProbabilityIsThatOfTheSeries() {
        for (var hundredths = -700; hundredths <= 700; hundredths += 7) {
            var z = hundredths / 100.0;
            var exact = series(new BigDecimal(z)).doubleValue();
            assertThat(Normal.probability(z)).as("at %s", z).isEqualTo(exact, within(1e-15));
            assertThat(Normal.probability(z) / exact).as("at %s", z).isEqualTo(1, within(1e-8));
        }
    }

    /** 1/2 + φ(z)·(z + z³/3 + z⁵/15 …), by its other form with alternating signs. */
    private static BigDecimal series(BigDecimal z) {
        var square = z.pow(2, DIGITS);
        var term = z;
        var sum = z;
        for (var k = 1; k < 300; k++) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf(-2L * k), DIGITS);
            sum = sum.add(term.divide(BigDecimal.valueOf(2L * k + 1), DIGITS), DIGITS);
        }
        var root = PI.multiply(BigDecimal.TWO).sqrt(DIGITS);
        return sum.divide(root, DIGITS).add(new BigDecimal("0.5"));
    }

    @Test
    void quantileAndProbabilityUndoEachOther() {
        for (var probability = 1e-15; probability < 0.5; probability *= 1.7) {
            assertThat(Normal.probability(Normal.quantile(probability)) / probability)
                    .as("at %s", probability)
                    .isEqualTo(1, within(1e-8));
            assertThat(Normal.quantile(1 - probability))
                    .isEqualTo(-Normal.quantile(1 - (1 - probability)), within(1e-12));
        }
    }

    @Test
    void bothRiseEverywhere() {
        assertThat(
                        IntStream.range(1, 100_000)
                                .mapToDouble(at -> Normal.quantile(at * 1e-5))
                                .toArray())
                .isSorted();
        assertThat(
                        IntStream.range(-4_000, 820)
                                .mapToDouble(at -> Normal.probability(at / 100.0))
                                .toArray())
                .isSorted();
    }
}
