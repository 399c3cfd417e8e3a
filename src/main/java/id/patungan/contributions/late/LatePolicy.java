package id.patungan.contributions.late;

import id.patungan.basics.Money;
import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedVersion;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A version of what a body charges for lateness.
 *
 * @param article of the agreement that says so
 * @param organ who decides, in the body's own words
 * @param basis what the figures rest on; null: they stand in the article
 */
public record LatePolicy(
        int version,
        State state,
        LocalDate effectiveFrom,
        String agreement,
        String article,
        Terms terms,
        String organ,
        @Nullable Basis basis,
        String preparedBy,
        Instant preparedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason)
        implements AgreedVersion {

    /** What is charged. */
    public enum Kind {
        /** Percent per month: twelve times that per year. */
        MONTH,
        /** Percent per year, actual days of 365. */
        YEAR,
        /** An amount, once per charge. */
        FIXED;

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The kind of that code.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind of(String code) {
            for (var kind : values()) {
                if (kind.code().equals(code)) return kind;
            }
            throw new IllegalArgumentException("'" + code + "' is not month, year or fixed");
        }
    }

    /**
     * How much.
     *
     * @param percent of interest; null for a fixed fine
     * @param fine null for interest
     * @param graceDays after the due day, free of charge
     * @param capPercent of what was charged, over all time; null: no cap
     * @param unit amounts are rounded down to a multiple of it
     */
    public record Terms(
            Kind kind,
            @Nullable BigDecimal percent,
            @Nullable Money fine,
            int graceDays,
            @Nullable BigDecimal capPercent,
            Money unit) {

        static final int MOST_DAYS = 3650;

        /** Refuses what cannot be meant. */
        public Terms {
            if (graceDays < 0 || graceDays > MOST_DAYS) {
                throw LateException.days(graceDays, MOST_DAYS);
            }
            if (unit.minorUnits() <= 0) throw LateException.notPositive("unit");
            if (kind == Kind.FIXED) {
                if (fine == null || fine.minorUnits() <= 0) throw LateException.notPositive("fine");
                percent = null;
                capPercent = null;
            } else {
                percent = percent("percent", percent);
                fine = null;
                capPercent = capPercent == null ? null : percent("capPercent", capPercent);
            }
        }

        private static BigDecimal percent(String field, @Nullable BigDecimal percent) {
            if (percent == null
                    || percent.signum() <= 0
                    || percent.compareTo(BigDecimal.valueOf(100)) > 0
                    || percent.stripTrailingZeros().scale() > 6) {
                throw LateException.notPercent(field);
            }
            return percent.stripTrailingZeros();
        }
    }
}
