package id.patungan.forecasting.indicators;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An indicator on a day.
 *
 * @param inputs of the formula, with what they are made of
 * @param trend the ends of the two years before and the day itself, the oldest first
 * @param threshold the body's own; null if it has set none
 */
public record Indicator(
        IndicatorCode code,
        Value value,
        List<Term> inputs,
        List<Point> trend,
        @Nullable Threshold threshold) {

    /** Takes copies. */
    public Indicator {
        inputs = List.copyOf(inputs);
        trend = List.copyOf(trend);
    }

    /** What it came to on a day. */
    public record Point(LocalDate on, Value value) {}

    /** How the value stands to the body's own threshold. */
    public enum Status {
        /** The body has set none. */
        NONE,
        /** The value keeps it. */
        MET,
        /** The value does not. */
        MISSED,
        /** There is no value. */
        UNDEFINED;

        /** As sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How the value stands to the body's own threshold. */
    public Status status() {
        if (value instanceof Value.Undefined) return Status.UNDEFINED;
        if (threshold == null) return Status.NONE;
        return threshold.metBy(value) ? Status.MET : Status.MISSED;
    }

    Indicator with(List<Value> values) {
        var points = new ArrayList<Point>();
        for (int at = 0; at < values.size(); at++) {
            points.add(new Point(trend.get(at).on(), values.get(at)));
        }
        return new Indicator(code, values.getLast(), inputs, points, threshold);
    }
}
