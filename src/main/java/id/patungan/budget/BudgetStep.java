package id.patungan.budget;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The two versions that a budget can have. */
public enum BudgetStep {
    /** As first adopted, before or at the beginning of the year. */
    ORIGINAL,
    /** The one change of it, once the original is adopted. */
    REVISION;

    /** As stored and sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The step with that code. */
    public static Optional<BudgetStep> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
