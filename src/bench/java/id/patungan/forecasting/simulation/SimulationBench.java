package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.simulation.Distribution.Lognormal;
import id.patungan.forecasting.simulation.Distribution.Pert;
import id.patungan.forecasting.simulation.SimulationModel.Correlation;
import id.patungan.forecasting.simulation.SimulationModel.Drawn;
import id.patungan.forecasting.simulation.SimulationModel.Driver;
import id.patungan.forecasting.simulation.SimulationModel.Pot;
import id.patungan.forecasting.simulation.SimulationModel.Stream;
import id.patungan.forecasting.simulation.SimulationModel.Use;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * 10,000 paths × 120 months × 8 funds, each with a lognormal shock on its income (correlated 0.3
 * between funds) and a shock on its costs that the same draw decides: {@link Simulation#run} beside
 * a bare kernel that does just the arithmetic, with the platform's fast functions, and sorts. Both
 * in turns, several rounds; prints medians and their ratio, which is to be at most 3. Arguments:
 * paths, rounds.
 *
 * <p>Run by {@code ./mvnw -Pbench process-test-classes} on a machine that does nothing else.
 */
public final class SimulationBench {

    private static final int MONTHS = 120;
    private static final int FUNDS = 8;
    private static final double SHARED = 0.3;
    private static final long INCOME = 100_000_000;
    private static final long COST = 98_000_000;
    private static final long OPENING = 1_000_000_000;

    private SimulationBench() {}

    /** Measures, prints a table. */
    public static void main(String[] arguments) {
        var paths = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        var rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
        var model = model();
        var threads = Runtime.getRuntime().availableProcessors();
        measure("1 thread", rounds, () -> bare(paths, false), () -> ours(model, paths, 1));
        measure(
                threads + " threads",
                rounds,
                () -> bare(paths, true),
                () -> ours(model, paths, threads));
    }

    private static void measure(String what, int rounds, DoubleSupplier bare, DoubleSupplier ours) {
        var times = new double[2][rounds];
        var check = 0.0;
        for (var round = -2; round < rounds; round++) {
            for (var which = 0; which < 2; which++) {
                var start = System.nanoTime();
                check += (which == 0 ? bare : ours).getAsDouble();
                // the first rounds only warm up
                if (round >= 0) {
                    times[which][round] = (System.nanoTime() - start) / 1e6;
                }
            }
        }
        for (var row : times) {
            Arrays.sort(row);
        }
        System.out.printf(
                "%-10s bare %6.1f ms (%.1f-%.1f)   ours %6.1f ms (%.1f-%.1f)   ratio %.2f   (%.3g)%n",
                what,
                times[0][rounds / 2],
                times[0][0],
                times[0][rounds - 1],
                times[1][rounds / 2],
                times[1][0],
                times[1][rounds - 1],
                times[1][rounds / 2] / times[0][rounds / 2],
                check);
    }

    private static double ours(SimulationModel model, int paths, int threads) {
        return Simulation.run(model, paths, 42, threads).lowest().p50();
    }

    private static SimulationModel model() {
        var pots = new ArrayList<Pot>();
        var drivers = new ArrayList<Driver>();
        var correlations = new ArrayList<Correlation>();
        var streams = new ArrayList<Stream>();
        var none = Collections.nCopies(MONTHS, 0L);
        for (var fund = 0; fund < FUNDS; fund++) {
            var name = "F" + fund;
            pots.add(new Pot(name, fund == 0 ? Use.FREE : Use.LIMITED, OPENING, none, none));
            drivers.add(
                    new Driver(
                            "income/" + name,
                            Drawn.MONTHLY,
                            new Lognormal(Fraction.ONE, Fraction.of(2, 100))));
            drivers.add(
                    new Driver(
                            "cost/" + name,
                            Drawn.MONTHLY,
                            new Pert(Fraction.ONE, Fraction.ONE, Fraction.of(12, 10))));
            streams.add(stream(name, true, INCOME));
            streams.add(stream(name, false, COST));
        }
        var names = drivers.stream().map(Driver::name).toList();
        for (var one = 0; one < names.size(); one++) {
            for (var other = one + 1; other < names.size(); other++) {
                var same = one / 2 == other / 2;
                correlations.add(
                        new Correlation(
                                names.get(one),
                                names.get(other),
                                same ? Fraction.ONE : Fraction.of(3, 10)));
            }
        }
        return new SimulationModel(MONTHS, 1, pots, drivers, correlations, streams, List.of());
    }

    private static Stream stream(String fund, boolean income, long amount) {
        return new Stream(
                fund,
                income,
                List.of((income ? "income/" : "cost/") + fund),
                Collections.nCopies(MONTHS, amount));
    }

    /** The same work without anything around it; not reproducible beyond one machine. */
    private static double bare(int paths, boolean parallel) {
        var lower = lower();
        var ends = new double[FUNDS * (MONTHS / 12)][paths];
        var numbers = IntStream.range(0, paths);
        (parallel ? numbers.parallel() : numbers)
                .forEach(path -> {
                    var random = new SplittableRandom(0x5DEECE66DL + 977L * path);
                    var draws = new double[FUNDS];
                    var cash = new double[FUNDS];
                    Arrays.fill(cash, OPENING);
                    for (var month = 0; month < MONTHS; month++) {
                        for (var fund = 0; fund < FUNDS; fund++) {
                            draws[fund] = random.nextGaussian();
                        }
                        for (var fund = 0; fund < FUNDS; fund++) {
                            var shock = 0.0;
                            for (var source = 0; source <= fund; source++) {
                                shock += lower[fund][source] * draws[source];
                            }
                            cash[fund] +=
                                    INCOME * Math.exp(0.02 * shock - 0.0002)
                                            - COST * (1 + 0.05 * Math.max(0, shock));
                            if (month % 12 == 11) {
                                ends[fund * (MONTHS / 12) + month / 12][path] = cash[fund];
                            }
                        }
                    }
                });
        var sum = 0.0;
        for (var end : ends) {
            Arrays.sort(end);
            sum += end[paths / 20] + end[paths / 2] + end[paths - 1 - paths / 20];
        }
        return sum;
    }

    /** Cholesky's triangle of equal correlations. */
    private static double[][] lower() {
        var lower = new double[FUNDS][FUNDS];
        for (var row = 0; row < FUNDS; row++) {
            var rest = 1.0;
            for (var column = 0; column < row; column++) {
                var value = SHARED;
                for (var k = 0; k < column; k++) {
                    value -= lower[row][k] * lower[column][k];
                }
                lower[row][column] = value / lower[column][column];
                rest -= lower[row][column] * lower[row][column];
            }
            lower[row][row] = Math.sqrt(rest);
        }
        return lower;
    }
}
