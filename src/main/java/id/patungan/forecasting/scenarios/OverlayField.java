package id.patungan.forecasting.scenarios;

import java.util.Locale;

/** What a change of an outlook can ask for; as in files, forms and messages. */
public enum OverlayField {
    /** Code of a party: a member, a giver. */
    PARTY,
    /** Code of an award. */
    AWARD,
    /** The first month, as {@code 2007-01}. */
    FROM,
    /** The last month, as {@code 2006-12}. */
    AFTER,
    /** The first year. */
    YEAR,
    /** How many months. */
    MONTHS,
    /** A percentage, exact: {@code 12.5} or {@code 1/3}. */
    PERCENT,
    /** What becomes of a share: {@code spread} or {@code cut}. */
    LEFT,
    /** The beginning of account codes. */
    ACCOUNT,
    /** A currency. */
    CURRENCY,
    /** A name. */
    NAME,
    /** Amount of a month that comes in. */
    INCOME,
    /** Amount of a month that goes out. */
    COST,
    /** An amount that comes once. */
    AMOUNT,
    /** Months until the full amount. */
    RAMP,
    /** How likely it is, in percent. */
    PROBABILITY,
    /** An organisation model: an alternative of the budget. */
    MODEL;

    /** As in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
