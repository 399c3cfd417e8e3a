package id.patungan.parties;

import java.util.Locale;

/**
 * What a declared revenue was taken from. The realised figure takes the place of the budgeted one,
 * never the other way round.
 */
public enum RevenueBasis {
    /** The budget of the year. */
    BUDGET,
    /** What came in. */
    REALISATION;

    /** As stored, sent and read. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
