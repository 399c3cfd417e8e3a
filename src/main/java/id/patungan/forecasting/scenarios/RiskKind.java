package id.patungan.forecasting.scenarios;

import static id.patungan.forecasting.scenarios.RiskField.DRAWN;
import static id.patungan.forecasting.scenarios.RiskField.HIGH;
import static id.patungan.forecasting.scenarios.RiskField.LOSS;
import static id.patungan.forecasting.scenarios.RiskField.LOW;
import static id.patungan.forecasting.scenarios.RiskField.MEDIAN;
import static id.patungan.forecasting.scenarios.RiskField.MODE;
import static id.patungan.forecasting.scenarios.RiskField.NAME;
import static id.patungan.forecasting.scenarios.RiskField.ONE;
import static id.patungan.forecasting.scenarios.RiskField.OTHER;
import static id.patungan.forecasting.scenarios.RiskField.OUTCOMES;
import static id.patungan.forecasting.scenarios.RiskField.PROBABILITY;
import static id.patungan.forecasting.scenarios.RiskField.RANK;
import static id.patungan.forecasting.scenarios.RiskField.SIGMA;
import static id.patungan.forecasting.scenarios.RiskField.TARGET;
import static id.patungan.forecasting.scenarios.RiskField.VALUE;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of risks with their fields, as files, forms and messages know them. */
public enum RiskKind {
    /** A factor between two bounds, straight up to the likeliest and straight down. */
    TRIANGULAR,
    /** The same, nearer to the likeliest. */
    PERT,
    /** A factor around a median, never negative. */
    LOGNORMAL,
    /** A factor with a probability, otherwise 1. */
    BERNOULLI,
    /** One of a few factors. */
    DISCRETE,
    /** A factor that is certain. */
    FIXED,
    /** That members may not pay a year in full. */
    DEFAULT,
    /** That it is drawn how late each payment of a member comes. */
    DELAYS,
    /** That two factors go together. */
    CORRELATION,
    /** That nothing is uncertain; stands alone. */
    NONE;

    /** As in files and messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it asks for, in the order in which people read it. */
    public List<RiskField> fields() {
        return switch (this) {
            case TRIANGULAR, PERT -> List.of(TARGET, DRAWN, LOW, MODE, HIGH, NAME);
            case LOGNORMAL -> List.of(TARGET, DRAWN, MEDIAN, SIGMA, NAME);
            case BERNOULLI -> List.of(TARGET, DRAWN, PROBABILITY, VALUE, NAME);
            case DISCRETE -> List.of(TARGET, DRAWN, OUTCOMES, NAME);
            case FIXED -> List.of(TARGET, DRAWN, VALUE, NAME);
            case DEFAULT -> List.of(PROBABILITY, LOSS);
            case CORRELATION -> List.of(ONE, OTHER, RANK);
            case DELAYS, NONE -> List.of();
        };
    }

    /** The kind of that code. */
    public static Optional<RiskKind> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
