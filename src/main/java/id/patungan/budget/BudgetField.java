package id.patungan.budget;

import java.util.Locale;

/** What a line or a wish about a budget consists of, as refusals name it. */
public enum BudgetField {
    ACCOUNT,
    FUND,
    PROJECT,
    TEXT,
    POSTS,
    SALARY,
    FIRST_MONTH,
    SERVICE_MONTHS,
    THR_MONTH,
    THR_PAYS,
    YEAR_AMOUNT,
    IN_MONTHS,
    MONTHS,
    TOTAL,
    DECISION,
    YEAR,
    ALTERNATIVE,
    NAME_ID,
    NAME_EN,
    STEP;

    /** As the column of a file is called. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return code();
    }
}
