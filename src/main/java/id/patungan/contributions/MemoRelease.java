package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That the body gave up a claim that it had written off. Final: there is nothing in the journal to
 * reverse.
 *
 * @param code such as {@code MR-2006-0001}
 * @param knownAt entry up to which the book was read
 */
public record MemoRelease(
        String code,
        String assessment,
        String charge,
        String party,
        String partyName,
        Money amount,
        LocalDate date,
        String document,
        String reason,
        long knownAt,
        @Nullable Integer wish,
        String by,
        Instant at) {

    /** The first letters of its code. */
    static final String SERIES = "MR";
}
