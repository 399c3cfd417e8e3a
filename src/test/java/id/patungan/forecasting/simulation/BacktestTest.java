package id.patungan.forecasting.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import id.patungan.forecasting.simulation.Backtest.Tested;
import id.patungan.forecasting.simulation.Backtest.TooShort;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/** Histories of a known process, in minor units. */
class BacktestTest {

    private static final double[] SEASON = {20, 25, 60, 90, 100, 110, 100, 100, 95, 120, 150, 230};

    /** The amounts of a process whose innovations are normal draws. */
    private static List<Long> history(
            long seed,
            int number,
            int months,
            DoubleUnaryOperator noise,
            IntToDoubleFunction mean) {
        var random = Xoshiro.of(seed, number);
        var history = new ArrayList<Long>();
        for (var month = 0; month < months; month++) {
            var draw = noise.applyAsDouble(random.uniform());
            history.add((long) StrictMath.rint(1_000_000 * (mean.applyAsDouble(month) + draw)));
        }
        return history;
    }

    private static Tested tested(List<Long> history) {
        return (Tested) Backtest.of(history);
    }

    @ParameterizedTest(name = "{0} months")
    @ValueSource(ints = {0, 24, 35})
    void tooLittleHistoryIsSaidWithWhatIsMissing(int months) {
        assertThat(Backtest.of(Collections.nCopies(months, 1L)))
                .isEqualTo(new TooShort(36 - months));
    }

    @Test
    void threeYearsAreEnoughForOneOrigin() {
        var found = tested(history(1, 0, 36, Normal::quantile, at -> SEASON[at % 12]));
        assertThat(found.origins()).isEqualTo(1);
        assertThat(found.coverage().orElseThrow().months()).isEqualTo(12);
    }

    /** With independent noise around a season the band holds 80 %, whatever the noise. */
    @ParameterizedTest(name = "{0} months")
    @ValueSource(ints = {36, 48, 72, 120})
    void theBandCoversWhatItSays(int months) {
        var histories = 400;
        covers("normal", months, histories, u -> 5 * Normal.quantile(u));
        covers("uniform", months, histories, u -> 20 * (u - 0.5));
        covers("skewed", months, histories, u -> -5 * StrictMath.log(1 - u));
    }

    private static void covers(String what, int months, int histories, DoubleUnaryOperator noise) {
        var seed = 6L;
        var shares = new double[histories];
        var right = 0;
        for (var number = 0; number < histories; number++) {
            var coverage =
                    tested(history(seed, number, months, noise, at -> SEASON[at % 12]))
                            .coverage()
                            .orElseThrow();
            shares[number] = (double) coverage.inside() / coverage.of();
            right += coverage.right() ? 1 : 0;
        }
        var mean = Arrays.stream(shares).average().orElseThrow();
        var squares = Arrays.stream(shares).map(x -> (x - mean) * (x - mean)).sum();
        var error = StrictMath.sqrt(squares / (histories - 1) / histories);
        System.out.printf(
                "coverage, %s noise, %d months, seed %d: %.4f +- %.4f, %d of %d within their margin%n",
                what, months, seed, mean, error, right, histories);
        // half a percent is what the rule of the percentiles leaves
        assertThat(mean).isEqualTo(0.8, offset(4 * error + 0.005));
        assertThat(right).isGreaterThan(histories * 8 / 10);
    }

    /** Where years differ by chance alone, the mean of some years beats the last one. */
    @Test
    void isBetterThanNaiveWhereTheSeasonReturns() {
        assertThat(better("season", 84, number -> season(number, 84))).isGreaterThan(70);
        assertThat(better("season", 240, number -> season(number, 240))).isGreaterThan(90);
    }

    private static List<Long> season(int number, int months) {
        return history(7, number, months, u -> 8 * Normal.quantile(u), at -> SEASON[at % 12]);
    }

    /** What is once gone stays gone: the last year is the best guess, and the test says so. */
    @Test
    void admitsThatItIsNoBetterOnARandomWalk() {
        assertThat(better("random walk", 84, number -> walk(number, 84))).isLessThan(40);
        assertThat(better("random walk", 240, number -> walk(number, 240))).isLessThan(40);
        var ours = 0L;
        var naive = 0L;
        for (var number = 0; number < 100; number++) {
            var found = tested(walk(number, 84));
            ours += found.ours().error();
            naive += found.naive().error();
            assertThat(found.better() && found.ours().error() >= found.naive().error()).isFalse();
        }
        assertThat(ours).isGreaterThan(naive);
    }

    private static List<Long> walk(int number, int months) {
        var walk = new double[] {4_000};
        return history(8, number, months, u -> walk[0] += 6 * Normal.quantile(u), _ -> 0);
    }

    private static int better(String what, int months, IntFunction<List<Long>> history) {
        var better = 0;
        for (var number = 0; number < 100; number++) {
            better += tested(history.apply(number)).better() ? 1 : 0;
        }
        System.out.printf("%s of %d months: skill shown on %d of 100%n", what, months, better);
        return better;
    }

    /** A donor leaves after five years of seven, and the mean remembers it for three. */
    @Test
    void admitsThatItIsNoBetterAfterABreak() {
        for (var number = 0; number < 50; number++) {
            var history =
                    history(
                            9,
                            number,
                            84,
                            u -> 4 * Normal.quantile(u),
                            at -> at < 48 ? 300 + SEASON[at % 12] : SEASON[at % 12]);
            assertThat(tested(history).better()).isFalse();
        }
    }

    /** Two years alike, then a third with one month doubled: by hand. */
    @Test
    void worksOutErrorAndBias() {
        var year = List.of(10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L, 10L);
        var history = new ArrayList<Long>();
        history.addAll(year);
        history.addAll(year);
        history.addAll(year);
        history.set(30, 16L);

        var found = tested(history);

        // 6 of 16 in one month of twelve; 6 in twelve months
        assertThat(found.naive())
                .isEqualTo(new Backtest.Score(Optional.of(new BigDecimal("0.031250")), 0, 0, 0));
        assertThat(found.ours()).isEqualTo(found.naive());
        assertThat(found.better()).isFalse();
        assertThat(found.coverage()).isEmpty();
    }

    @Test
    void monthsInWhichNothingCameHaveNoPercentage() {
        var history = new ArrayList<Long>();
        for (var month = 0; month < 48; month++) {
            history.add(month % 12 == 2 ? 1_000L + 10L * (month / 12) : 0L);
        }
        var found = tested(history);

        // 13 origins, each with one March
        assertThat(found.ours().leftOut()).isEqualTo(13 * 11);
        assertThat(found.ours().percentage()).isPresent();
        // a straight line is found exactly
        assertThat(found.ours().error()).isZero();
        assertThat(found.better()).isTrue();
    }

    @Test
    void nothingEverIsNoSkill() {
        var found = tested(Collections.nCopies(48, 0L));
        assertThat(found.ours().percentage()).isEmpty();
        assertThat(found.better()).isFalse();
        assertThat(found.coverage()).isEmpty();
    }

    /** A forecast that always says double what the naive one says. */
    @Test
    void aForecastThatPromisesTooMuchHasABias() {
        var history = Collections.nCopies(40, 500L);
        var found =
                (Tested)
                        Backtest.of(
                                history,
                                before ->
                                        Forecaster.naive(before).stream()
                                                .map(one ->
                                                        new Forecaster.Expected(
                                                                2 * one.amount(), 0, 1))
                                                .toList(),
                                Backtest.INNER_BAND);
        assertThat(found.ours().bias()).isEqualTo(500);
        assertThat(found.ours().percentage()).contains(new BigDecimal("1.000000"));
        assertThat(found.coverage().orElseThrow().inside()).isZero();
        assertThat(found.coverage().orElseThrow().right()).isFalse();
        assertThat(found.better()).isFalse();
    }

    /** 2·sqrt(0.8·0.2/16) = 0.2. */
    @Test
    void theMarginIsTwoBinomialErrors() {
        assertThat(new Backtest.Coverage(100, 192, 16, Backtest.INNER_BAND).margin())
                .isEqualByComparingTo("0.2000");
    }
}
