package id.patungan.contributions;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What every paper of this module has: a number, a date, an entry in the journal, and, if it was a
 * mistake, its reversal.
 *
 * @param code such as {@code AS-2006-0001}; without gaps per body, series and year
 * @param date accounting date of the entry
 * @param basis what its figures rest on; null if nothing needs saying
 * @param entryNo number of the journal entry
 * @param by handle of who recorded it
 */
public record Paper(
        String code,
        LocalDate date,
        String description,
        @Nullable Basis basis,
        long entryNo,
        String by,
        Instant at,
        @Nullable Reversal reversal) {

    /**
     * That it was undone.
     *
     * @param entryNo number of the reversing entry
     */
    public record Reversal(LocalDate date, String reason, long entryNo, String by, Instant at) {}

    /** Which kind of paper; the first letters of its code. */
    enum Series {
        /** Assessments. */
        AS,
        /** Receipts. */
        RC,
        /** Earnings: deferred charges that became income. */
        ER,
        /** Uses of prepayments. */
        PU,
        /** True-ups: what later figures change in an assessment. */
        TU,
        /** Estimates of dues that are not billed yet. */
        ES,
        /** What was given in kind. */
        IK,
        /** Credit notes. */
        CN,
        /** Allowances, and their release. */
        AL,
        /** Write-offs. */
        WO,
        /** Recoveries of what was written off. */
        RV
    }

    /** Its days. */
    Dated dated() {
        return new Dated(code, date, reversal == null ? null : reversal.date());
    }
}
