package id.patungan.forecasting.simulation;

import id.patungan.forecasting.simulation.Bands.Convergence;
import id.patungan.forecasting.simulation.Bands.Month;
import id.patungan.forecasting.simulation.Bands.Percentiles;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Runs a model many times. A path depends on the seed and its number alone, results are put in
 * place by number, and sums go by number: the same bytes on every machine and with any number of
 * threads.
 */
public final class Simulation {

    /** Generator, normal distribution and percentiles, as papers print them. */
    public static final String METHOD = Xoshiro.NAME + ", " + Normal.NAME + ", type 7";

    /** The least number of runs. */
    public static final int LEAST_PATHS = 400;

    /** The largest number of runs times months: 160 MB. */
    public static final int MOST_FIGURES = 20_000_000;

    private static final int BATCHES = 20;
    private static final int PATHS_AT_ONCE = 100;

    /** Doubles are whole numbers up to here. */
    private static final double LARGEST = 0x1p53;

    private final CompiledModel model;
    private final int paths;
    private final long seed;
    private final double[][] cash;
    private final double[] lowest;
    private final int[] firstDry;

    private Simulation(CompiledModel model, int paths, long seed) {
        this.model = model;
        this.paths = paths;
        this.seed = seed;
        cash = new double[model.months][paths];
        lowest = new double[paths];
        firstDry = new int[paths];
    }

    /**
     * Draws all paths.
     *
     * @param paths a multiple of 20
     * @param threads 1 or more; changes the time it takes and nothing else
     * @throws SimulationException if the model contradicts itself, or the number of paths does not
     *     fit
     */
    public static Bands run(SimulationModel model, int paths, long seed, int threads) {
        var most = MOST_FIGURES / model.months() / BATCHES * BATCHES;
        if (paths < LEAST_PATHS || paths > most || paths % BATCHES != 0) {
            throw SimulationException.paths(paths, LEAST_PATHS, most, BATCHES);
        }
        var simulation = new Simulation(new CompiledModel(model), paths, seed);
        try (var pool = threads > 1 ? Executors.newFixedThreadPool(threads) : null) {
            return simulation.bands(new Workers(pool, threads));
        }
    }

    private Bands bands(Workers workers) {
        var pieces = (paths + PATHS_AT_ONCE - 1) / PATHS_AT_ONCE;
        workers.each(pieces, () -> drawer(new PathMaker(model)));
        var convergence = new Convergence[model.months];
        var found = new Percentiles[model.months];
        var means = new long[model.months];
        workers.each(
                model.months,
                () ->
                        month -> {
                            means[month] = mean(cash[month]);
                            if (isYearEnd(month)) {
                                convergence[month] = convergence(month);
                            }
                            found[month] = percentiles(cash[month], paths);
                        });
        var dry = dryByMonth();
        var months =
                IntStream.range(0, model.months)
                        .mapToObj(at -> new Month(at + 1, found[at], means[at], dry[at]))
                        .toList();
        return new Bands(
                METHOD,
                seed,
                paths,
                rounded(model.opening),
                months,
                percentiles(lowest, paths),
                IntStream.range(0, model.months)
                        .filter(this::isYearEnd)
                        .mapToObj(month -> convergence[month])
                        .toList());
    }

    private IntConsumer drawer(PathMaker maker) {
        return piece -> {
            var end = StrictMath.min(paths, (piece + 1) * PATHS_AT_ONCE);
            for (var path = piece * PATHS_AT_ONCE; path < end; path++) {
                keep(path, maker.path(seed, path));
            }
        };
    }

    /** Dry is below zero once rounded: arithmetic on doubles may miss zero by a hair. */
    private void keep(int path, double[] drawn) {
        var least = Double.POSITIVE_INFINITY;
        var first = drawn.length;
        for (var month = 0; month < drawn.length; month++) {
            var amount = drawn[month];
            cash[month][path] = amount;
            if (!(StrictMath.abs(amount) < LARGEST)) {
                throw SimulationException.tooLarge();
            }
            least = StrictMath.min(least, amount);
            if (first == drawn.length && StrictMath.rint(amount) < 0) {
                first = month;
            }
        }
        lowest[path] = least;
        firstDry[path] = first;
    }

    private boolean isYearEnd(int month) {
        return (month + 1) % 12 == 0 || month + 1 == model.months;
    }

    private int[] dryByMonth() {
        var dry = new int[model.months];
        for (var month : firstDry) {
            if (month < dry.length) {
                dry[month]++;
            }
        }
        Arrays.parallelPrefix(dry, Integer::sum);
        return dry;
    }

    private Convergence convergence(int month) {
        var all = cash[month];
        var size = paths / BATCHES;
        var low = new double[BATCHES];
        var middle = new double[BATCHES];
        for (var batch = 0; batch < BATCHES; batch++) {
            var part = Arrays.copyOfRange(all, batch * size, (batch + 1) * size);
            Arrays.sort(part);
            low[batch] = percentile(part, 5);
            middle[batch] = percentile(part, 50);
        }
        return new Convergence(
                month + 1,
                percentiles(all, paths / 4),
                percentiles(all, paths / 2),
                rounded(errorOfMean(low)),
                rounded(errorOfMean(middle)));
    }

    /** Of all batches together, from how much they differ. */
    private static double errorOfMean(double[] values) {
        var mean = sum(values) / values.length;
        var squares = 0.0;
        for (var value : values) {
            squares += (value - mean) * (value - mean);
        }
        return StrictMath.sqrt(squares / (values.length - 1) / values.length);
    }

    private static long mean(double[] values) {
        return rounded(sum(values) / values.length);
    }

    /** From the first to the last; streams of doubles do not say how they add. */
    private static double sum(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum;
    }

    /** Of the first so many, which are sorted, in place if they are all. */
    private static Percentiles percentiles(double[] values, int first) {
        var part = first == values.length ? values : Arrays.copyOf(values, first);
        Arrays.sort(part);
        return new Percentiles(
                rounded(percentile(part, 5)),
                rounded(percentile(part, 25)),
                rounded(percentile(part, 50)),
                rounded(percentile(part, 75)),
                rounded(percentile(part, 95)));
    }

    /** Type 7: at {@code (n−1)·p}, counted from 0, straight between neighbours. */
    static double percentile(double[] sorted, int percent) {
        var place = (sorted.length - 1L) * percent;
        var below = (int) (place / 100);
        var part = place % 100 / 100.0;
        return part == 0
                ? sorted[below]
                : sorted[below] + part * (sorted[below + 1] - sorted[below]);
    }

    private static long rounded(double amount) {
        return (long) StrictMath.rint(amount);
    }

    /** Threads that take numbers of pieces from one counter. */
    private record Workers(@Nullable ExecutorService pool, int threads) {

        /** Does every piece once, in any order. */
        void each(int pieces, Supplier<IntConsumer> worker) {
            if (pool == null) {
                IntStream.range(0, pieces).forEach(worker.get());
                return;
            }
            var next = new AtomicInteger();
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (var thread = 0; thread < threads; thread++) {
                tasks.add(() -> {
                    var work = worker.get();
                    for (var piece = next.getAndIncrement();
                            piece < pieces;
                            piece = next.getAndIncrement()) {
                        work.accept(piece);
                    }
                    return true;
                });
            }
            try {
                for (var done : pool.invokeAll(tasks)) {
                    done.get();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The simulation was stopped", e);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof SimulationException refusal) throw refusal;
                throw new IllegalStateException(e);
            }
        }
    }
}
