package id.patungan.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.math.BigInteger;

class FractionTest {

    @Test
    void readsDecimalsAndFractionsExactly() {
        assertThat(Fraction.parse("33.333")).isEqualTo(Fraction.of(33333, 1000));
        assertThat(Fraction.parse("1/3")).isEqualTo(Fraction.of(1, 3));
        assertThat(Fraction.parse("-0.50")).isEqualTo(Fraction.of(-1, 2));
        assertThat(Fraction.parse("75")).isEqualTo(Fraction.of(75));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,5", "1/0", "1e5", "75%", "1.", ".5", "1/-3", "1 / 3", "１"})
    void readsNothingElse(String text) {
        assertThatThrownBy(() -> Fraction.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void isAlwaysReducedSoThatEqualNumbersAreEqual() {
        assertThat(Fraction.of(-2, -4)).isEqualTo(Fraction.of(1, 2)).hasToString("1/2");
        assertThat(Fraction.of(2, -4)).hasToString("-1/2");
        assertThat(Fraction.of(0, 7)).isEqualTo(Fraction.ZERO);
    }

    @Test
    void printsTheShortestTextThatIsReadBack() {
        assertThat(Fraction.parse("33.3330").toShortText()).isEqualTo("33.333");
        assertThat(Fraction.parse("1/8").toShortText()).isEqualTo("0.125");
        assertThat(Fraction.of(new BigDecimal("1E+3")).toShortText()).isEqualTo("1000");
        assertThat(Fraction.of(-4, 3).toShortText()).isEqualTo("-4/3");
    }

    @Test
    void roundsDownTowardsLess() {
        assertThat(Fraction.of(-1, 2).floor()).isEqualTo(BigInteger.ONE.negate());
        assertThat(Fraction.of(3, 2).floor()).isEqualTo(BigInteger.ONE);
    }
}
