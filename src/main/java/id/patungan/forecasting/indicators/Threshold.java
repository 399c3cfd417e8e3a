package id.patungan.forecasting.indicators;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * What a body wants of an indicator, as one version has it.
 *
 * @param version from 1 within the indicator, without gaps
 * @param side whether the value must reach the bound or stay below it; null, like the bound, if the
 *     version takes the threshold away
 * @param bound exact, in the indicator's unit: 3/10 for 30 %
 * @param owner who set it, in the body's own words
 * @param basis the decision or paper that says so
 * @param from first day on which it holds
 * @param by handle of who recorded it
 */
public record Threshold(
        IndicatorCode indicator,
        int version,
        @Nullable Side side,
        @Nullable Fraction bound,
        String owner,
        String basis,
        LocalDate from,
        String by,
        Instant at) {

    /** On which side of the bound the value should be. */
    public enum Side {
        /** The bound or more. */
        AT_LEAST,
        /** The bound or less. */
        AT_MOST;

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The side of that code. */
        public static Optional<Side> of(String code) {
            for (var side : values()) {
                if (side.code().equals(code)) return Optional.of(side);
            }
            return Optional.empty();
        }
    }

    /** Whether it takes the threshold away. */
    public boolean withdrawn() {
        return bound == null;
    }

    /** Whether the value keeps it; a runway beyond the horizon is more than any bound. */
    boolean metBy(Value value) {
        var wanted = bound;
        if (wanted == null) return true;
        return switch (value) {
            case Value.Exact(var number) ->
                    side == Side.AT_LEAST
                            ? number.compareTo(wanted) >= 0
                            : number.compareTo(wanted) <= 0;
            case Value.Beyond _ -> side == Side.AT_LEAST;
            case Value.Undefined _ -> false;
        };
    }
}
