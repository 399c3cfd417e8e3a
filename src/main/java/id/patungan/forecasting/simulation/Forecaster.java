package id.patungan.forecasting.simulation;

import java.util.ArrayList;
import java.util.List;

/** Forecasts the next twelve months from the months before, in minor units. */
@FunctionalInterface
public interface Forecaster {

    /** Years that the seasonal forecast looks back. */
    int MOST_YEARS = 3;

    /** What the next twelve months bring, from 24 or more months of history, the oldest first. */
    List<Expected> next(List<Long> history);

    /** A month ahead: the amount, and the band in which it is expected. */
    record Expected(long amount, long low, long high) {}

    /** The same month of last year; knows nothing of its error. */
    static List<Expected> naive(List<Long> history) {
        return history.subList(history.size() - 12, history.size()).stream()
                .map(amount -> new Expected(amount, amount, amount))
                .toList();
    }

    /**
     * The mean {@code m} of the same month of the last two or three years, times one growth for all
     * months: {@code m·(1 + g·(t − t̄))} with {@code g} by least squares over these years. The band
     * adds the 10th and 90th percentile of how far those years lay from that, each distance taken
     * to the size of an error ahead (as least squares have it: over the root of what the fit leaves
     * of its variance, times the root of one plus what the fit itself may err). Percentiles are at
     * {@code (n + 1/2)·p + 1/4}: with the 24 or 36 distances of two or three years, that holds 80 %
     * of normal, uniform and exponential errors within half a percent. A month in which nothing
     * ever came stays nothing; amounts that were never below zero are not forecast to be.
     */
    static List<Expected> seasonal(List<Long> history) {
        var fit = new SeasonalFit(history);
        var errors = fit.errors();
        var low = errors.length == 0 ? 0 : percentile(errors, 0.1);
        var high = errors.length == 0 ? 0 : percentile(errors, 0.9);
        var next = new ArrayList<Expected>();
        for (var month = 0; month < 12; month++) {
            var amount = fit.ahead(month);
            var size = fit.isEmpty(month) ? 0 : fit.errorAhead(month);
            next.add(
                    new Expected(
                            fit.rounded(amount),
                            fit.rounded(amount + size * low),
                            fit.rounded(amount + size * high)));
        }
        return List.copyOf(next);
    }

    private static double percentile(double[] sorted, double p) {
        var place =
                StrictMath.min(StrictMath.max((sorted.length + 0.5) * p + 0.25, 1), sorted.length);
        var below = (int) place;
        return below == sorted.length
                ? sorted[below - 1]
                : sorted[below - 1] + (place - below) * (sorted[below] - sorted[below - 1]);
    }
}
