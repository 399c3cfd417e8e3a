package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;
import id.patungan.documents.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What a simulation found; amounts in minor units, rounded half-even. Percentiles are of type 7
 * (Hyndman and Fan 1996), each month by itself.
 *
 * @param method generator, normal distribution and percentiles, as printed
 * @param paths how many runs
 * @param opening free cash before the first month
 * @param lowest of the lowest month of each path
 * @param convergence every twelfth month, and the last
 */
public record Bands(
        String method,
        long seed,
        int paths,
        long opening,
        List<Month> months,
        Percentiles lowest,
        List<Convergence> convergence) {

    /** Takes copies. */
    public Bands {
        months = List.copyOf(months);
        convergence = List.copyOf(convergence);
    }

    /** Five of the hundred-quantiles. */
    public record Percentiles(long p5, long p25, long p50, long p75, long p95) {}

    /**
     * The end of a month.
     *
     * @param number from 1
     * @param cash unrestricted
     * @param dry how many paths had less than nothing at the end of this month or one before: once
     *     dry, a path stays so
     */
    public record Month(int number, Percentiles cash, long mean, int dry) {}

    /**
     * How far the number of runs still matters.
     *
     * @param month from 1
     * @param quarter with the first quarter of the paths
     * @param half with the first half
     * @param errorOfP5 the standard error of P5, from twenty batches of paths
     * @param errorOfMedian the same of the median
     */
    public record Convergence(
            int month, Percentiles quarter, Percentiles half, long errorOfP5, long errorOfMedian) {}

    /**
     * How likely unrestricted cash falls below zero by the end of a month (0: at the opening).
     *
     * @throws IndexOutOfBoundsException beyond the horizon
     */
    public Fraction dryBy(int month) {
        if (opening < 0) {
            return Fraction.ONE;
        }
        return month == 0 ? Fraction.ZERO : Fraction.of(months.get(month - 1).dry(), paths);
    }

    /**
     * How likely the runway, the number of the first month that ends below zero (0 if it begins
     * there), is under that many months.
     *
     * @throws IndexOutOfBoundsException if the horizon is too short to know
     */
    public Fraction runwayUnder(int number) {
        return dryBy(number - 1);
    }

    /** SHA-256 of {@link #canonical}. */
    public String digest() {
        return Sha256.hex(canonical().getBytes(StandardCharsets.UTF_8));
    }

    /** Every figure in a fixed order, one line each; equal if and only if the results are equal. */
    public String canonical() {
        var text = new StringBuilder("bands 1\n").append(method).append('\n');
        line(text, "seed", seed, paths, opening);
        for (var month : months) {
            line(text, "month " + month.number(), month.mean(), month.dry());
            percentiles(text, month.cash());
        }
        text.append("lowest\n");
        percentiles(text, lowest);
        for (var at : convergence) {
            line(text, "converges " + at.month(), at.errorOfP5(), at.errorOfMedian());
            percentiles(text, at.quarter());
            percentiles(text, at.half());
        }
        return text.toString();
    }

    private static void percentiles(StringBuilder text, Percentiles of) {
        line(text, "percentiles", of.p5(), of.p25(), of.p50(), of.p75(), of.p95());
    }

    private static void line(StringBuilder text, String name, long... figures) {
        text.append(name);
        for (var figure : figures) {
            text.append(' ').append(figure);
        }
        text.append('\n');
    }
}
