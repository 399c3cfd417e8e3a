package id.patungan.forecasting.simulation;

import static id.patungan.forecasting.simulation.Models.every;
import static id.patungan.forecasting.simulation.Models.f;
import static id.patungan.forecasting.simulation.Models.inYear;
import static id.patungan.forecasting.simulation.Models.lognormal;
import static id.patungan.forecasting.simulation.Models.pert;
import static id.patungan.forecasting.simulation.Models.pot;
import static id.patungan.forecasting.simulation.Models.simple;
import static id.patungan.forecasting.simulation.Models.triangular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.simulation.Bands.Percentiles;
import id.patungan.forecasting.simulation.SimulationModel.Correlation;
import id.patungan.forecasting.simulation.SimulationModel.Drawn;
import id.patungan.forecasting.simulation.SimulationModel.Driver;
import id.patungan.forecasting.simulation.SimulationModel.Owed;
import id.patungan.forecasting.simulation.SimulationModel.Payer;
import id.patungan.forecasting.simulation.SimulationModel.Pot;
import id.patungan.forecasting.simulation.SimulationModel.Stream;
import id.patungan.forecasting.simulation.SimulationModel.Use;
import id.patungan.testing.ChildProgram;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

class SimulationTest {

    private static final int PATHS = 10_000;
    private static final int[] PERCENTS = {5, 25, 50, 75, 95};

    /** Of 400 paths over 36 months with seed 6: on every machine, for ever. */
    private static final String GOLDEN =
            "bdf9c7be3d6d44649646f154db97ee39f1a45d0cc39faf2c4a85f6489a8e9c08";

    @ParameterizedTest(name = "{0} threads")
    @ValueSource(ints = {1, 2, 16})
    void theNumberOfThreadsChangesNothing(int threads) {
        assertThat(Simulation.run(Models.everything(36), 400, 6, threads).digest())
                .isEqualTo(GOLDEN);
    }

    @Test
    void manyPathsAreTheSameOnOneAndOnManyThreads() {
        var model = Models.everything(60);
        assertThat(Simulation.run(model, PATHS, 1, 16).canonical())
                .isEqualTo(Simulation.run(model, PATHS, 1, 1).canonical());
    }

    @Test
    void theInterpreterAloneGivesTheSame() throws Exception {
        try (var child =
                ChildProgram.start(List.of("-Xint"), SimulationProgram.class, 36, 400, 6, 2)) {
            assertThat(child.await("digest ", Duration.ofMinutes(2))).isEqualTo(GOLDEN);
        }
    }

    @Test
    void anotherSeedGivesAnotherResult() {
        assertThat(Simulation.run(Models.everything(36), 400, 7, 1).digest()).isNotEqualTo(GOLDEN);
    }

    /** One draw decides the cash at the end, so its quantiles are known. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20_061_231, -77})
    void percentilesOfKnownDistributionsComeOut(long seed) {
        agrees(
                seed,
                triangular("0.5", "0.75", "1.5"),
                p ->
                        p < 0.25
                                ? 0.5 + StrictMath.sqrt(p * 0.25)
                                : 1.5 - StrictMath.sqrt((1 - p) * 0.75));
        agrees(seed, lognormal("1.1", "0.4"), p -> 1.1 * StrictMath.exp(0.4 * Normal.quantile(p)));
        agrees(seed, pert("0", "0", "1"), p -> 1 - StrictMath.pow(1 - p, 0.2));
    }

    private static void agrees(long seed, Distribution factor, DoubleUnaryOperator quantile) {
        var unit = 1_000_000_000L;
        var bands = Simulation.run(simple(1, 0, unit, 0, Drawn.ONCE, factor), PATHS, seed, 2);
        within(bands.months().getFirst().cash(), p -> unit * quantile.applyAsDouble(p));
    }

    /** Within four standard errors of the rank, as of 10,000 draws from the distribution. */
    private static void within(Percentiles found, DoubleUnaryOperator quantile) {
        long[] values = {found.p5(), found.p25(), found.p50(), found.p75(), found.p95()};
        for (var number = 0; number < PERCENTS.length; number++) {
            var p = PERCENTS[number] / 100.0;
            var error = 4 * StrictMath.sqrt(p * (1 - p) / PATHS);
            assertThat((double) values[number])
                    .as("P%d", PERCENTS[number])
                    .isBetween(
                            quantile.applyAsDouble(p - error), quantile.applyAsDouble(p + error));
        }
    }

    /** A product of two correlated lognormal factors is lognormal with a known spread. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {2, 3})
    void correlatedFactorsSpreadAsTheirCorrelationSays(long seed) {
        for (var rank : List.of("-1", "-0.7", "0", "0.5", "1")) {
            var model =
                    new SimulationModel(
                            1,
                            1,
                            List.of(pot("UMUM", Use.FREE, 1, 0, 0, 0)),
                            List.of(
                                    new Driver("a", Drawn.ONCE, lognormal("1", "0.3")),
                                    new Driver("b", Drawn.ONCE, lognormal("1", "0.5"))),
                            List.of(new Correlation("a", "b", f(rank))),
                            List.of(
                                    new Stream(
                                            "UMUM",
                                            true,
                                            List.of("a", "b"),
                                            every(1, 1_000_000_000))),
                            List.of());
            var r = 2 * StrictMath.sin(StrictMath.PI / 6 * Quantile.number(f(rank)));
            var sigma = StrictMath.sqrt(0.09 + 0.25 + 2 * r * 0.15);

            within(
                    Simulation.run(model, PATHS, seed, 2).months().getFirst().cash(),
                    p -> 1e9 * StrictMath.exp(sigma * Normal.quantile(p)));
        }
    }

    /** The sum of correlated normal draws is normal. */
    @Test
    void sumsOfNormalDrawsHaveTheQuantilesOfTheirVariance() {
        var names = List.of("a", "b", "c");
        var rank = f("0.5");
        var normals =
                new Normals(
                        names,
                        List.of(new Correlation("a", "b", rank), new Correlation("b", "c", rank)));
        var r = 2 * StrictMath.sin(StrictMath.PI / 12);
        var deviation = StrictMath.sqrt(3 + 4 * r);
        var sums = new double[PATHS];
        var drawn = new double[3][1];
        var room = new double[3][1];
        for (var path = 0; path < PATHS; path++) {
            normals.draw(Xoshiro.of(5, path), 1, drawn, room, 0);
            sums[path] = drawn[0][0] + drawn[1][0] + drawn[2][0];
        }
        Arrays.sort(sums);
        for (var percent : PERCENTS) {
            var p = percent / 100.0;
            var error = 4 * StrictMath.sqrt(p * (1 - p) / PATHS);
            assertThat(sums[PATHS * percent / 100])
                    .isBetween(
                            deviation * Normal.quantile(p - error),
                            deviation * Normal.quantile(p + error));
        }
    }

    /** Spearman's correlation of what was drawn, whatever the distributions. */
    @ParameterizedTest(name = "rank correlation {0}")
    @ValueSource(strings = {"-1", "-0.8", "-0.3", "0", "0.45", "0.9", "1"})
    void theRankCorrelationThatWasAskedForIsFound(String asked) {
        var normals = new Normals(List.of("a", "b"), List.of(new Correlation("a", "b", f(asked))));
        var maker = new Quantile.Maker();
        var factors = List.of(maker.of(pert("0.9", "0.95", "2")), maker.of(lognormal("1", "0.5")));
        var found = new double[2][PATHS];
        var drawn = new double[2][1];
        var room = new double[2][1];
        for (var path = 0; path < PATHS; path++) {
            normals.draw(Xoshiro.of(11, path), 1, drawn, room, 0);
            for (var which = 0; which < 2; which++) {
                factors.get(which).apply(drawn[which], 1);
                found[which][path] = drawn[which][0];
            }
        }
        // the standard error is at most about 1/sqrt(n)
        assertThat(spearman(found[0], found[1]))
                .isEqualTo(Quantile.number(f(asked)), offset(4 / StrictMath.sqrt(PATHS)));
    }

    private static double spearman(double[] one, double[] other) {
        var first = ranks(one);
        var second = ranks(other);
        var squares = 0.0;
        for (var at = 0; at < one.length; at++) {
            squares += StrictMath.pow(first[at] - second[at], 2);
        }
        double n = one.length;
        return 1 - 6 * squares / (n * (n * n - 1));
    }

    private static int[] ranks(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return Arrays.stream(values)
                .mapToInt(value -> Arrays.binarySearch(sorted, value))
                .toArray();
    }

    @Test
    void withoutChanceEveryPathIsTheCertainOne() {
        var model = simple(30, 1_000, 100, 150, Drawn.MONTHLY, new Distribution.Fixed(f("1")));
        var bands = Simulation.run(model, 400, 1, 2);

        assertThat(bands.opening()).isEqualTo(1_000);
        for (var month : bands.months()) {
            var cash = 1_000 - 50L * month.number();
            assertThat(month.cash()).isEqualTo(new Percentiles(cash, cash, cash, cash, cash));
            assertThat(month.mean()).isEqualTo(cash);
            // zero at the end of month 20 is not below zero
            assertThat(month.dry()).isEqualTo(month.number() > 20 ? 400 : 0);
        }
        assertThat(bands.lowest().p50()).isEqualTo(-500);
        assertThat(bands.runwayUnder(21)).isEqualTo(Fraction.ZERO);
        assertThat(bands.runwayUnder(22)).isEqualTo(Fraction.ONE);
        assertThat(bands.convergence().getLast().errorOfMedian()).isZero();
    }

    /** In debt at the beginning is dry from the beginning, whatever comes. */
    @Test
    void belowZeroAtTheOpeningIsARunwayOfZero() {
        var model = simple(2, -1, 100, 0, Drawn.ONCE, new Distribution.Fixed(f("1")));
        var bands = Simulation.run(model, 400, 1, 1);
        assertThat(bands.runwayUnder(1)).isEqualTo(Fraction.ONE);
        assertThat(bands.dryBy(0)).isEqualTo(Fraction.ONE);
    }

    /** Money that comes too late does not undo that it had run out. */
    @Test
    void onceDryAPathStaysSo() {
        var comes = List.of(0L, 0L, 1_000L);
        var model =
                new SimulationModel(
                        3,
                        1,
                        List.of(new Pot("UMUM", Use.FREE, 100, comes, List.of(0L, 0L, 0L))),
                        List.of(
                                new Driver(
                                        "repair",
                                        Drawn.ONCE,
                                        new Distribution.Bernoulli(f("0.3"), f("0")))),
                        List.of(),
                        List.of(
                                new Stream(
                                        "UMUM", false, List.of("repair"), List.of(0L, 200L, 0L))),
                        List.of());
        var bands = Simulation.run(model, PATHS, 3, 2);

        assertThat(bands.months().get(0).dry()).isZero();
        assertThat(bands.months().get(1).dry()).isEqualTo(bands.months().get(2).dry());
        assertThat(Quantile.number(bands.dryBy(2)))
                .isEqualTo(0.7, offset(4 * StrictMath.sqrt(0.21 / PATHS)));
        assertThat(bands.months().get(2).cash().p5()).isEqualTo(900);
    }

    /**
     * A limited pot of 250 pays 100 a month: from the third month the free money bears it until 500
     * come.
     */
    @Test
    void whatLimitedPotsCannotPayFallsOnTheFreeMoneyUntilTheyCan() {
        var model =
                new SimulationModel(
                        5,
                        1,
                        List.of(
                                pot("UMUM", Use.FREE, 5, 1_000, 0, 0),
                                new Pot(
                                        "HIBAH",
                                        Use.LIMITED,
                                        250,
                                        List.of(0L, 0L, 0L, 0L, 500L),
                                        every(5, 100)),
                                pot("PROYEK", Use.APART, 5, -700, 0, 50)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(Simulation.run(model, 400, 1, 1).months())
                .extracting(month -> month.cash().p50())
                .containsExactly(1_000L, 1_000L, 950L, 850L, 1_000L);
    }

    @Test
    void whoDefaultsLosesPartOfACalendarYear() {
        // from October: the first calendar year has one instalment, the second two
        var due = List.of(0L, 100L, 0L, 100L, 100L, 0L);
        var model =
                new SimulationModel(
                        6,
                        10,
                        List.of(pot("UMUM", Use.FREE, 6, 0, 0, 0)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                new Payer(
                                        "34.04",
                                        f("0.2"),
                                        f("0.4"),
                                        List.of(
                                                new Owed(
                                                        "UMUM",
                                                        List.of(),
                                                        due,
                                                        List.of(f("1")))))));
        var last = Simulation.run(model, PATHS, 9, 2).months().getLast();

        // 300 less 40 and 80, each with probability 1/5: 180 in 4 %, 220 and 260 in 16 %, else 300
        assertThat(last.cash()).isEqualTo(new Percentiles(220, 260, 300, 300, 300));
        var deviation = StrictMath.sqrt((40 * 40 + 80 * 80) * 0.16 / PATHS);
        assertThat((double) last.mean()).isEqualTo(276, offset(4 * deviation + 0.5));
    }

    @Test
    void instalmentsComeLateOrNeverAsTheProfileSays() {
        var months = 4;
        var model =
                new SimulationModel(
                        months,
                        1,
                        List.of(pot("UMUM", Use.FREE, months, 0, 0, 0)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                new Payer(
                                        "34.04",
                                        Fraction.ZERO,
                                        Fraction.ZERO,
                                        List.of(
                                                new Owed(
                                                        "UMUM",
                                                        List.of(),
                                                        inYear(months, 0, 1_000_000),
                                                        List.of(f("0.2"), f("0"), f("0.7")))))));
        var found = Simulation.run(model, PATHS, 4, 2).months();

        var error = offset(4 * 1e6 * 0.5 / 100);
        assertThat((double) found.get(0).mean()).isEqualTo(2e5, error);
        assertThat(found.get(1).mean()).isEqualTo(found.get(0).mean());
        assertThat((double) found.get(2).mean()).isEqualTo(9e5, error);
        assertThat(found.get(3).mean()).isEqualTo(found.get(2).mean());
        assertThat(found.get(3).cash().p5()).isZero();
    }

    /** The factor of the month that is due follows the instalment. */
    @Test
    void instalmentsFollowTheirDrivers() {
        var model =
                new SimulationModel(
                        2,
                        1,
                        List.of(pot("UMUM", Use.FREE, 2, 0, 0, 0)),
                        List.of(new Driver("dues", Drawn.ONCE, new Distribution.Fixed(f("1.5")))),
                        List.of(),
                        List.of(),
                        List.of(
                                new Payer(
                                        "34.04",
                                        f("1"),
                                        f("0.5"),
                                        List.of(
                                                new Owed(
                                                        "UMUM",
                                                        List.of("dues"),
                                                        List.of(100L, 0L),
                                                        List.of(f("0"), f("1")))))));
        assertThat(Simulation.run(model, 400, 1, 1).months())
                .extracting(Bands.Month::mean)
                .containsExactly(0L, 75L);
    }

    /** With a known answer, the printed standard error is the true one, about. */
    @Test
    void theErrorOfTheMedianIsHonest() {
        var model = simple(1, 0, 1_000_000, 0, Drawn.ONCE, lognormal("1", "0.3"));
        var at = Simulation.run(model, PATHS, 8, 2).convergence().getFirst();
        // of a median: 1/(2 f sqrt(n)), here with the density 1/(0.3 sqrt(2 pi)) at 1
        var exact = 1_000_000 * 0.3 / Normal.density(0) / 2 / 100;
        assertThat((double) at.errorOfMedian()).isBetween(0.6 * exact, 1.5 * exact);
        assertThat(at.month()).isEqualTo(1);
        assertThat((double) at.half().p50())
                .isEqualTo(1_000_000, offset(4 * exact * StrictMath.sqrt(2)));
        assertThat((double) at.quarter().p50()).isEqualTo(1_000_000, offset(8 * exact));
    }

    /** (n−1)·p: of 0, 10, 20, 30, 40 the fifth percentile is 2, the median 20. */
    @Test
    void percentilesAreOfTypeSeven() {
        double[] sorted = {0, 10, 20, 30, 40};
        assertThat(Simulation.percentile(sorted, 5)).isEqualTo(2);
        assertThat(Simulation.percentile(sorted, 25)).isEqualTo(10);
        assertThat(Simulation.percentile(sorted, 50)).isEqualTo(20);
        assertThat(Simulation.percentile(sorted, 95)).isEqualTo(38);
        assertThat(Simulation.percentile(new double[] {1, 2}, 75)).isEqualTo(1.75);
    }

    @Test
    void convergenceIsShownForEveryYearAndTheLastMonth() {
        assertThat(Simulation.run(Models.everything(30), 400, 1, 1).convergence())
                .extracting(Bands.Convergence::month)
                .containsExactly(12, 24, 30);
    }

    @Test
    void refusesNumbersOfPathsThatDoNotFit() {
        var model = Models.everything(12);
        refused("simulation.paths", () -> Simulation.run(model, 380, 1, 1));
        refused("simulation.paths", () -> Simulation.run(model, 10_001, 1, 1));
        refused("simulation.paths", () -> Simulation.run(model, 2_000_000, 1, 1));
        refused(
                "simulation.too-large",
                () ->
                        Simulation.run(
                                simple(
                                        2,
                                        0,
                                        5_000_000_000_000_000L,
                                        0,
                                        Drawn.ONCE,
                                        new Distribution.Fixed(f("2"))),
                                400,
                                1,
                                1));
    }

    @Test
    void refusesCorrelationsThatContradictEachOther() {
        var drivers = new ArrayList<Driver>();
        for (var name : List.of("a", "b", "c")) {
            drivers.add(new Driver(name, Drawn.ONCE, lognormal("1", "0.1")));
        }
        refused(
                "simulation.contradictory",
                () -> correlated(drivers, "a b 0.9", "b c 0.9", "a c -0.9"));
        refused("simulation.contradictory", () -> correlated(drivers, "a b 1", "a c 0.5"));
        refused("simulation.with-itself", () -> correlated(drivers, "a a 1"));
        refused("simulation.no-correlation", () -> correlated(drivers, "a b 1.01"));
        refused("simulation.correlated-twice", () -> correlated(drivers, "a b 0.1", "b a 0.2"));
        refused("simulation.unknown", () -> correlated(drivers, "a d 0.1"));
        drivers.add(new Driver("d", Drawn.MONTHLY, lognormal("1", "0.1")));
        refused("simulation.drawn-differently", () -> correlated(drivers, "a d 0.1"));
        // the limit itself is possible: c is a, and b against both
        correlated(drivers, "a b -1", "b c -1", "a c 1");
    }

    private static void correlated(List<Driver> drivers, String... pairs) {
        var correlations = new ArrayList<Correlation>();
        for (var pair : pairs) {
            var words = pair.split(" ", -1);
            correlations.add(new Correlation(words[0], words[1], f(words[2])));
        }
        Simulation.run(
                new SimulationModel(
                        1,
                        1,
                        List.of(pot("UMUM", Use.FREE, 1, 0, 0, 0)),
                        drivers,
                        correlations,
                        List.of(),
                        List.of()),
                400,
                1,
                1);
    }

    @Test
    void refusesModelsThatDoNotFitTogether() {
        refused("simulation.horizon", () -> of(0, List.of(), List.of()));
        refused("simulation.horizon", () -> of(601, List.of(), List.of()));
        refused(
                "simulation.twice",
                () ->
                        of(
                                1,
                                List.of(
                                        pot("A", Use.FREE, 1, 0, 0, 0),
                                        pot("A", Use.FREE, 1, 0, 0, 0)),
                                List.of()));
        var pots = List.of(pot("A", Use.FREE, 1, 0, 0, 0));
        refused("simulation.wrong-length", () -> of(2, pots, List.of()));
        refused(
                "simulation.unknown",
                () -> of(1, pots, List.of(new Stream("B", true, List.of(), every(1, 1)))));
        refused(
                "simulation.unknown",
                () -> of(1, pots, List.of(new Stream("A", true, List.of("x"), every(1, 1)))));
        refused(
                "simulation.negative-amount",
                () -> of(1, pots, List.of(new Stream("A", true, List.of(), every(1, -1)))));
        refused(
                "simulation.no-probability",
                () -> new Owed("A", List.of(), every(1, 1), List.of(f("0.6"), f("0.6"))));
        refused("simulation.no-probability", () -> new Payer("P", f("2"), f("0"), List.of()));
        refused("simulation.no-probability", () -> new Payer("P", f("0"), f("-1"), List.of()));
    }

    private static SimulationModel of(int months, List<Pot> pots, List<Stream> streams) {
        return new SimulationModel(months, 1, pots, List.of(), List.of(), streams, List.of());
    }

    private static void refused(String code, ThrowingCallable made) {
        assertThatThrownBy(made)
                .isInstanceOfSatisfying(
                        SimulationException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
