package id.patungan.contributions.arrears;

import java.util.Locale;

/** A step in the standing of a member: proposed by the system, decided by people. */
public enum Step {
    /** The member is told. */
    NOTICE,
    /** Its rights rest. */
    SUSPENSION,
    /** It is put out of the body, where the agreement knows that. */
    EXPULSION,
    /** It is let back in. */
    REINSTATEMENT;

    /** As stored and sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The step of that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Step of(String code) {
        for (var step : values()) {
            if (step.code().equals(code)) return step;
        }
        throw new IllegalArgumentException("'" + code + "' is not a step");
    }
}
