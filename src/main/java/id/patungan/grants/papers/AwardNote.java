package id.patungan.grants.papers;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Why a line of an award's budget differs from its plan in a period.
 *
 * @param no from 1 within the award, without gaps
 * @param line code of the giver's line
 * @param from first day of the period of papers on which it stands
 * @param until last day of that
 * @param textId in Indonesian; null, like the other, if it takes an earlier note back
 * @param textEn in English
 * @param by handle of who typed it
 */
public record AwardNote(
        int no,
        String line,
        LocalDate from,
        LocalDate until,
        @Nullable String textId,
        @Nullable String textEn,
        String by,
        Instant at) {

    /** Whether it is about the same line and period as another. */
    boolean replaces(AwardNote other) {
        return no > other.no && is(other.line, other.from, other.until);
    }

    boolean is(AwardNotes.Wish wish) {
        return is(wish.line(), wish.from(), wish.until());
    }

    boolean is(String ofLine, LocalDate first, LocalDate last) {
        return line.equals(ofLine) && from.equals(first) && until.equals(last);
    }
}
