package id.patungan.forecasting.indicators;

import java.util.Locale;
import java.util.Optional;

/** The indicators, in the order in which they are shown. */
public enum IndicatorCode {
    /** Income from donors in all income: R_D3 / ΣR. */
    DONOR_DEPENDENCY(Unit.PERCENT),
    /** Income from governments, donors and sponsors in all income: (R_D2 + R_D3 + R_D4) / ΣR. */
    EXTERNAL_DEPENDENCY(Unit.PERCENT),
    /** Income from members in all income: R_D1 / ΣR. */
    MEMBER_SHARE(Unit.PERCENT),
    /** Members, buyers and own interest against operating expense: (R_D1 + R_D5 + R_D0) / E. */
    SELF_FINANCING(Unit.FACTOR),
    /** What the body sells against operating expense: R_D5 / E. */
    OWN_SOURCE(Unit.PERCENT),
    /** The sum of the squared shares of payers in the income. */
    HHI_PAYER(Unit.INDEX),
    /** The same between 0 (equal payers) and 1: (HHI − 1/n) / (1 − 1/n). */
    HHI_PAYER_NORMALISED(Unit.INDEX),
    /** The sum of the squared shares of funding classes in the income. */
    HHI_CLASS(Unit.INDEX),
    /** The same between 0 and 1. */
    HHI_CLASS_NORMALISED(Unit.INDEX),
    /** The share of the largest payer. */
    TOP_1(Unit.PERCENT),
    /** The share of the three largest payers. */
    TOP_3(Unit.PERCENT),
    /** What of the year's charges was settled, after credit notes. */
    COLLECTION(Unit.PERCENT),
    /** What is more than 30 days overdue against the year's charges. */
    ARREARS_30(Unit.PERCENT),
    /** What is more than 90 days overdue against the year's charges. */
    ARREARS_90(Unit.PERCENT),
    /** What is more than 360 days overdue against the year's charges. */
    ARREARS_360(Unit.PERCENT),
    /** How many days of the year's charges stand as receivable. */
    DSO(Unit.DAYS),
    /** How many months of operating expense the free money covers. */
    RESERVE_MONTHS(Unit.MONTHS),
    /** Months until free cash is below zero. */
    RUNWAY(Unit.MONTHS),
    /** The same if the largest payer stops today. */
    RUNWAY_LARGEST_PAYER(Unit.MONTHS),
    /** The same if the donors stop today. */
    RUNWAY_DONOR(Unit.MONTHS),
    /** Recurring income less recurring expense. */
    STRUCTURAL_BALANCE(Unit.MONEY),
    /** What is missing of the recurring expense. */
    STRUCTURAL_GAP(Unit.PERCENT),
    /** Cash of restricted funds against what must be there; below 1 somebody borrowed from it. */
    RESTRICTED_COVERAGE(Unit.FACTOR),
    /** The part of the income whose award ends within twelve months. */
    GRANT_CLIFF(Unit.PERCENT),
    /** By how much dues would have to rise to pay for what recurs. */
    UPLIFT(Unit.PERCENT);

    private final Unit unit;

    IndicatorCode(Unit unit) {
        this.unit = unit;
    }

    /** In what the value is. */
    public enum Unit {
        /** A share: the value 1/2 is shown as 50 %. */
        PERCENT,
        /** How many times. */
        FACTOR,
        /** Between 0 and 1, shown with four decimals. */
        INDEX,
        /** Months. */
        MONTHS,
        /** Days. */
        DAYS,
        /** Minor units of the book's currency. */
        MONEY;

        /** As sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In what its value is. */
    public Unit unit() {
        return unit;
    }

    /** Whether it comes from the projection and not from the books. */
    public boolean projected() {
        return this == RUNWAY || this == RUNWAY_LARGEST_PAYER || this == RUNWAY_DONOR;
    }

    /** As stored and sent. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The indicator with that code. */
    public static Optional<IndicatorCode> of(String code) {
        for (var one : values()) {
            if (one.code().equals(code)) return Optional.of(one);
        }
        return Optional.empty();
    }
}
