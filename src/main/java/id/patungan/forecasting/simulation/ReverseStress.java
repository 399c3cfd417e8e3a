package id.patungan.forecasting.simulation;

import id.patungan.forecasting.projection.Runway;

import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The smallest shock that is too much, on a grid of whole steps such as hundredths of a percent.
 *
 * <p>Looked for in sixteen equal parts of the grid, in the first of which that ends badly by
 * halving. That finds the smallest of all if a larger shock never helps; whether it ever did among
 * the shocks tried is said beside the answer.
 */
public sealed interface ReverseStress {

    /** Parts in which the first bad one is looked for. */
    int PARTS = 16;

    /** The runway is that short without any shock. */
    record AlreadyUnder(Runway runway) implements ReverseStress {}

    /**
     * The answer.
     *
     * @param shock in steps
     * @param runway with it
     * @param before the runway with one step less
     * @param monotone whether no larger shock gave a longer runway, of those that were tried
     */
    record Found(int shock, Runway runway, Runway before, boolean monotone)
            implements ReverseStress {}

    /** No shock up to the largest does it; the runway is with that one. */
    record NoneUpTo(int largest, Runway runway) implements ReverseStress {}

    /**
     * Looks for the smallest shock with a runway under so many months.
     *
     * @param runwayAt the runway after a shock of 0 to {@code largest} steps
     * @throws SimulationException if the horizon is too short to tell
     */
    static ReverseStress smallest(IntFunction<Runway> runwayAt, int months, int largest) {
        var tried = new TreeMap<Integer, Runway>();
        var now = attempt(tried, runwayAt, 0);
        if (now.beyond() && now.months() < months - 1) {
            throw SimulationException.horizonTooShort(months, now.months());
        }
        if (now.under(months)) return new AlreadyUnder(now);
        var good = 0;
        var bad = -1;
        for (var part = 1; part <= PARTS && bad < 0; part++) {
            var shock = Math.toIntExact((long) largest * part / PARTS);
            if (attempt(tried, runwayAt, shock).under(months)) {
                bad = shock;
            } else {
                good = shock;
            }
        }
        if (bad < 0) return new NoneUpTo(largest, attempt(tried, runwayAt, largest));
        while (bad - good > 1) {
            var middle = good + (bad - good) / 2;
            if (attempt(tried, runwayAt, middle).under(months)) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        return new Found(
                bad,
                attempt(tried, runwayAt, bad),
                attempt(tried, runwayAt, good),
                isMonotone(tried));
    }

    private static Runway attempt(
            Map<Integer, Runway> tried, IntFunction<Runway> runwayAt, int shock) {
        return tried.computeIfAbsent(shock, runwayAt::apply);
    }

    private static boolean isMonotone(SequencedMap<Integer, Runway> byShock) {
        Runway before = null;
        for (var runway : byShock.values()) {
            if (before != null && runway.compareTo(before) > 0) return false;
            before = runway;
        }
        return true;
    }
}
