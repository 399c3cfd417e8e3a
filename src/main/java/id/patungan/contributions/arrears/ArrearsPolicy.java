package id.patungan.contributions.arrears;

import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedVersion;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A version of what follows from arrears in a body.
 *
 * @param article of the agreement that says so
 * @param organ who decides, in the body's own words
 * @param approval whether another person than the preparer must approve a step
 * @param openArrears whether every member sees the ageing of all
 * @param openStanding whether every member sees the standing of all
 * @param basis what the figures rest on; null: they stand in the article
 */
public record ArrearsPolicy(
        int version,
        State state,
        LocalDate effectiveFrom,
        String agreement,
        String article,
        Terms terms,
        String organ,
        boolean approval,
        boolean openArrears,
        boolean openStanding,
        @Nullable Basis basis,
        String preparedBy,
        Instant preparedAt,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason)
        implements AgreedVersion {

    /** From which day the days until a suspension are counted. */
    public enum ClockStart {
        /** The due day of the charge. */
        DUE,
        /** The day of the notice. */
        NOTICE;

        /** As stored and sent. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The start of that code.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static ClockStart of(String code) {
            for (var start : values()) {
                if (start.code().equals(code)) return start;
            }
            throw new IllegalArgumentException("'" + code + "' is not due or notice");
        }
    }

    /**
     * The days after which something is proposed; "after" means more than.
     *
     * @param clock the source of the thirty days (SALGA) does not say where they start, so there is
     *     no default
     * @param noticeAfter days since the due day, until a notice is proposed
     * @param suspendAfter days since the clock started, until a suspension is proposed
     * @param expelAfter days since the suspension, until an expulsion is proposed; null: there is
     *     none
     */
    public record Terms(
            ClockStart clock, int noticeAfter, int suspendAfter, @Nullable Integer expelAfter) {

        static final int MOST = 3650;

        /** Refuses days that cannot be meant. */
        public Terms {
            require(noticeAfter);
            require(suspendAfter);
            if (expelAfter != null) require(expelAfter);
        }

        private static void require(int days) {
            if (days < 0 || days > MOST) {
                throw StandingException.days(days, MOST);
            }
        }
    }
}
