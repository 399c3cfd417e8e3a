package id.patungan.forecasting.scenarios;

import java.util.Locale;

/** What a risk can ask for; as in files, forms and messages. */
public enum RiskField {
    /** Lines of a projection, as {@link id.patungan.forecasting.simulation.Risk.Target}. */
    TARGET,
    /** How often it is drawn: {@code once}, {@code yearly} or {@code monthly}. */
    DRAWN,
    /** The lowest factor. */
    LOW,
    /** The most likely factor. */
    MODE,
    /** The highest factor. */
    HIGH,
    /** The factor that half of all stay below. */
    MEDIAN,
    /** How far it strays; 0.1 is about a tenth up or down. */
    SIGMA,
    /** From 0 to 1. */
    PROBABILITY,
    /** The factor if it happens. */
    VALUE,
    /** Factors with their probabilities: {@code 0.5: 0.2, 1: 0.8}. */
    OUTCOMES,
    /** The part that never comes, from 0 to 1. */
    LOSS,
    /** What correlations call it; its target if it is left out. */
    NAME,
    /** A name of those that go together. */
    ONE,
    /** The other name. */
    OTHER,
    /** From -1 to 1. */
    RANK;

    /** As in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is a number; else a text or a choice. */
    public boolean number() {
        return switch (this) {
            case TARGET, DRAWN, OUTCOMES, NAME, ONE, OTHER -> false;
            default -> true;
        };
    }
}
