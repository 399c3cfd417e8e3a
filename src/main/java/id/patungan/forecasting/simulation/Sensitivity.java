package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;

import java.util.Comparator;
import java.util.List;

/** Which assumption matters most: each is changed alone, all others stay. */
public final class Sensitivity {

    private Sensitivity() {}

    /**
     * Something that is assumed.
     *
     * @param name unique
     * @param low its change to one side, in percent, such as -10
     * @param high its change to the other
     */
    public record Assumption(String name, Fraction low, Fraction high) {

        /** So many percent down and up. */
        public static Assumption by(String name, Fraction percent) {
            return new Assumption(name, percent.negated(), percent);
        }
    }

    /** Works out a result, in minor units, such as the lowest free cash. */
    @FunctionalInterface
    public interface Effect {
        /** With one assumption changed by so many percent. */
        long of(String assumption, Fraction percent);
    }

    /**
     * A bar of the tornado.
     *
     * @param base the result with nothing changed
     */
    public record Bar(Assumption assumption, long base, long atLow, long atHigh) {

        /**
         * From the smallest to the largest of the three results, so that an assumption that harms
         * on both sides counts in full.
         */
        public long swing() {
            return Math.subtractExact(
                    Math.max(base, Math.max(atLow, atHigh)),
                    Math.min(base, Math.min(atLow, atHigh)));
        }
    }

    /** The bars, the widest first; equal ones by name. */
    public static List<Bar> tornado(long base, List<Assumption> assumptions, Effect effect) {
        return assumptions.stream()
                .map(one ->
                        new Bar(
                                one,
                                base,
                                effect.of(one.name(), one.low()),
                                effect.of(one.name(), one.high())))
                .sorted(
                        Comparator.comparingLong(Bar::swing)
                                .reversed()
                                .thenComparing(bar -> bar.assumption().name()))
                .toList();
    }
}
