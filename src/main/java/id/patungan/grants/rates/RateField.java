package id.patungan.grants.rates;

import java.util.Locale;

/** What a rate consists of: the fields of its form and the columns of its file. */
enum RateField {
    /** The code of the currency. */
    CURRENCY,
    /** The day or month. */
    ON,
    /** The number. */
    RATE,
    /** Who says so. */
    SOURCE,
    /** Where it stands. */
    DOCUMENT,
    /** Why it corrects another. */
    REASON;

    /** As in forms and files: {@code source}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
