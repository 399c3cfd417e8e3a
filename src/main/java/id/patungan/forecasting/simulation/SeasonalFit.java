package id.patungan.forecasting.simulation;

import java.util.Arrays;
import java.util.List;

/** The seasonal forecast: means of the last years and one growth, fitted to their months. */
final class SeasonalFit {

    /** What a fit leaves of an error's variance; below this it runs through the point. */
    private static final double NOTHING = 1e-6;

    private final int years;
    private final double[][] amounts;
    private final double[] means = new double[12];
    private final double growth;
    private final double squareOfMeans;
    private final double squareOfYears;
    private final boolean neverNegative;

    SeasonalFit(List<Long> history) {
        years = StrictMath.min(Forecaster.MOST_YEARS, history.size() / 12);
        amounts = new double[years][12];
        var first = history.size() - 12 * years;
        for (var at = 0; at < 12 * years; at++) {
            amounts[at / 12][at % 12] = history.get(first + at);
            means[at % 12] += amounts[at / 12][at % 12] / years;
        }
        neverNegative = history.stream().noneMatch(amount -> amount < 0);
        squareOfMeans = squares(means);
        squareOfYears = years * (years * years - 1) / 12.0;
        growth = squareOfMeans == 0 ? 0 : slope() / squareOfMeans / squareOfYears;
    }

    private static double squares(double... values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value * value;
        }
        return sum;
    }

    private double slope() {
        var sum = 0.0;
        for (var year = 0; year < years; year++) {
            for (var month = 0; month < 12; month++) {
                sum += means[month] * fromMiddle(year) * amounts[year][month];
            }
        }
        return sum;
    }

    private double fromMiddle(int year) {
        return year - (years - 1) / 2.0;
    }

    private double fitted(int year, int month) {
        return means[month] * (1 + growth * fromMiddle(year));
    }

    double ahead(int month) {
        return fitted(years, month);
    }

    boolean isEmpty(int month) {
        return Arrays.stream(amounts).allMatch(year -> year[month] == 0);
    }

    /** How much the estimated growth may err here, as a part of the variance of one error. */
    private double ofGrowth(int year, int month) {
        return squareOfMeans == 0
                ? 0
                : means[month]
                        * means[month]
                        / squareOfMeans
                        * fromMiddle(year)
                        * fromMiddle(year)
                        / squareOfYears;
    }

    /** The size of an error ahead, in errors of one month. */
    double errorAhead(int month) {
        return StrictMath.sqrt(1 + 1.0 / years + ofGrowth(years, month));
    }

    /** Distances from the fit, in ascending order, each taken to the size of an error. */
    double[] errors() {
        var errors = new double[12 * years];
        var count = 0;
        for (var year = 0; year < years; year++) {
            for (var month = 0; month < 12; month++) {
                var left = 1 - 1.0 / years - ofGrowth(year, month);
                if (left > NOTHING && !isEmpty(month)) {
                    errors[count++] =
                            (amounts[year][month] - fitted(year, month)) / StrictMath.sqrt(left);
                }
            }
        }
        var found = Arrays.copyOf(errors, count);
        Arrays.sort(found);
        return found;
    }

    long rounded(double amount) {
        var whole = (long) StrictMath.rint(amount);
        return neverNegative ? StrictMath.max(0, whole) : whole;
    }
}
