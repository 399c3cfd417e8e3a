package id.patungan.documents;

import org.jspecify.annotations.Nullable;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * The body at the head of a paper.
 *
 * @param letterhead at most two lines under the name
 * @param place where papers are signed
 * @param sample whether the data is made up, which every paper says
 */
public record PaperBody(
        String code,
        String name,
        List<String> letterhead,
        @Nullable String place,
        Currency currency,
        ZoneId zone,
        boolean sample) {

    /** Takes a copy. */
    public PaperBody {
        letterhead = List.copyOf(letterhead);
    }
}
