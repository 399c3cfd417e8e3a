package id.patungan.forecasting.simulation;

/**
 * The quantiles of a beta distribution whose shapes {@code a} and {@code b} add to 6, as PERT has
 * it, tabulated by standard normal draws: {@code t(z)} with {@code I_t(a, b) = Φ(z)}. Between the
 * points, which lie 1/64 apart, a cubic with the right slopes at both ends; the error is below
 * 1e-9.
 */
final class PertShape {

    private static final double FURTHEST = 8.5;
    private static final int PER_UNIT = 64;
    private static final int POINTS = (int) (2 * FURTHEST * PER_UNIT) + 1;
    private static final int SHAPES = 6;

    private final double[] values = new double[POINTS];
    private final double[] slopes = new double[POINTS];

    private PertShape() {}

    /**
     * Tabulates it.
     *
     * @param mode where between 0, the lowest, and 1, the highest
     */
    static PertShape of(double mode) {
        var shape = new PertShape();
        var lower = new Beta(1 + 4 * mode);
        var upper = new Beta(1 + 4 * (1 - mode));
        var last = POINTS - 1;
        var middle = last / 2;
        // each half from its own end, where the small numbers are exact
        var low = 0.0;
        var high = 0.0;
        for (var point = 0; point <= middle; point++) {
            var z = (double) point / PER_UNIT - FURTHEST;
            low = lower.quantile(Normal.probability(z), low);
            shape.set(point, low, Normal.density(z) / lower.density(low));
            if (point < middle) {
                high = upper.quantile(Normal.probability(z), high);
                shape.set(last - point, 1 - high, Normal.density(z) / upper.density(high));
            }
        }
        return shape;
    }

    private void set(int point, double value, double slope) {
        values[point] = value;
        slopes[point] = slope / PER_UNIT;
    }

    /** Hermite's cubic. */
    double at(double z) {
        var place = (z + FURTHEST) * PER_UNIT;
        if (!(place > 0)) {
            return values[0];
        }
        var point = (int) place;
        if (point >= POINTS - 1) {
            return values[POINTS - 1];
        }
        var t = place - point;
        var left = values[point];
        var rise = values[point + 1] - left;
        var bend = slopes[point] - rise;
        var back = rise - slopes[point + 1];
        return left + t * (rise + (1 - t) * (bend * (1 - t) + back * t));
    }

    /** The lower part of a beta distribution. */
    private static final class Beta {

        private final double a;
        private final double b;
        private final double whole;

        Beta(double a) {
            this.a = a;
            this.b = SHAPES - a;
            // both halves of the whole, so that no gamma function is needed
            whole = below(a, b, 0.5) + below(b, a, 0.5);
        }

        /** The integral of {@code t^(a-1) (1-t)^(b-1)} from 0, by a series of positive terms. */
        private static double below(double a, double b, double t) {
            var term = 1.0;
            var sum = 1.0;
            for (var number = 1; term > sum * 0x1p-54; number++) {
                term *= (a + b + number - 1) / (a + number) * t;
                sum += term;
            }
            return StrictMath.pow(t, a) * StrictMath.pow(1 - t, b) / a * sum;
        }

        double density(double t) {
            return StrictMath.pow(t, a - 1) * StrictMath.pow(1 - t, b - 1) / whole;
        }

        /** Newton's steps, kept between bounds, from the quantile of the point before. */
        double quantile(double probability, double before) {
            var low = before;
            var high = 1.0;
            // right where the integral is t^a / (a · whole); elsewhere not far below
            var t = StrictMath.pow(probability * a * whole, 1 / a);
            if (!(t > low && t < high)) {
                t = low + (high - low) / 2;
            }
            for (var step = 0; step < 200; step++) {
                var excess = below(a, b, t) / whole - probability;
                if (excess > 0) {
                    high = t;
                } else {
                    low = t;
                }
                var next = t - excess / density(t);
                if (!(next > low && next < high)) {
                    next = low + (high - low) / 2;
                }
                if (StrictMath.abs(next - t) <= 0x1p-52 * t) {
                    return next;
                }
                t = next;
            }
            return t;
        }
    }
}
