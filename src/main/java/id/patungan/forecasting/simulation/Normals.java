package id.patungan.forecasting.simulation;

import java.util.Arrays;
import java.util.List;

/**
 * Standard normal draws of drivers that are drawn equally often, correlated as asked: a Gaussian
 * copula. A rank correlation {@code ρ} of two normal variables comes from the correlation {@code 2
 * sin(ρ·π/6)} of their values (Pearson 1907).
 */
final class Normals {

    /** A diagonal below this is none: the driver follows from those before it. */
    private static final double NOTHING = 1e-9;

    private final int drivers;
    private final double[][] factors;
    private final int[] sources;

    /**
     * Decomposes the correlations.
     *
     * @throws SimulationException if no variables can be correlated so
     */
    Normals(List<String> names, List<SimulationModel.Correlation> correlations) {
        drivers = names.size();
        factors = new double[drivers][drivers];
        for (var driver = 0; driver < drivers; driver++) {
            factors[driver][driver] = 1;
        }
        for (var pair : correlations) {
            var one = names.indexOf(pair.one());
            var other = names.indexOf(pair.other());
            if (one >= 0 && other >= 0) {
                var value = ofValues(Quantile.number(pair.rank()));
                factors[StrictMath.max(one, other)][StrictMath.min(one, other)] = value;
            }
        }
        sources = decompose(names);
    }

    private static double ofValues(double rank) {
        return StrictMath.abs(rank) == 1 ? rank : 2 * StrictMath.sin(rank * StrictMath.PI / 6);
    }

    /**
     * Cholesky's lower triangle in place, for matrices that may be singular.
     *
     * @return the columns that are not empty: that many independent draws are needed
     */
    private int[] decompose(List<String> names) {
        var needed = new int[drivers];
        var count = 0;
        for (var column = 0; column < drivers; column++) {
            var rest = factors[column][column];
            for (var k = 0; k < column; k++) {
                rest -= factors[column][k] * factors[column][k];
            }
            if (rest < -NOTHING) {
                throw SimulationException.contradictory(names.get(column));
            }
            var empty = rest <= NOTHING;
            factors[column][column] = empty ? 0 : StrictMath.sqrt(rest);
            for (var row = column + 1; row < drivers; row++) {
                var value = factors[row][column];
                for (var k = 0; k < column; k++) {
                    value -= factors[row][k] * factors[column][k];
                }
                if (empty && StrictMath.abs(value) > StrictMath.sqrt(NOTHING)) {
                    throw SimulationException.contradictory(names.get(row));
                }
                factors[row][column] = empty ? 0 : value / factors[column][column];
            }
            if (!empty) {
                needed[count++] = column;
            }
        }
        return Arrays.copyOf(needed, count);
    }

    /**
     * Draws, source after source, each for all periods; then mixes.
     *
     * @param drawn by driver and period; overwritten
     * @param room as large as {@code drawn}; overwritten
     * @param first where these drivers begin in {@code drawn}
     */
    void draw(Xoshiro random, int periods, double[][] drawn, double[][] room, int first) {
        for (var source : sources) {
            var row = room[source];
            for (var period = 0; period < periods; period++) {
                row[period] = Normal.quantile(random.uniform());
            }
        }
        for (var driver = 0; driver < drivers; driver++) {
            mix(driver, periods, drawn[first + driver], room);
        }
    }

    private void mix(int driver, int periods, double[] into, double[][] room) {
        Arrays.fill(into, 0, periods, 0);
        for (var source : sources) {
            var factor = factors[driver][source];
            if (source <= driver && factor != 0) {
                add(factor, room[source], periods, into);
            }
        }
    }

    /** A loop that the compiler turns into vector instructions; the results are the same. */
    static void add(double factor, double[] amounts, int count, double[] into) {
        for (var at = 0; at < count; at++) {
            into[at] += factor * amounts[at];
        }
    }
}
