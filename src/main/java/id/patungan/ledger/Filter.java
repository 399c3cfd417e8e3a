package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * Which entries to list. What is null does not limit. The conditions on lines (account, fund,
 * party, project, text) must all hold for one and the same line.
 *
 * @param from the first accounting date
 * @param until the first accounting date that is too late
 * @param party code
 * @param project code
 * @param text stands in the description, the document number, the source key or the memo of a line,
 *     or is the number of the entry; an alternative is one of {@code amounts}
 * @param amounts minor units, without sign, that the text may mean
 * @param kind of entry
 * @param number of the entry
 * @param knownAt the entry up to which the book is read; null for its head
 * @param page from 1
 * @param size entries per page, 1 to 1,000
 */
public record Filter(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable AccountCode account,
        @Nullable FundCode fund,
        @Nullable String party,
        @Nullable String project,
        @Nullable String text,
        List<Long> amounts,
        @Nullable String kind,
        @Nullable Long number,
        @Nullable Long knownAt,
        int page,
        int size) {

    /** Entries per page where nobody asks for another number. */
    public static final int PAGE = 50;

    /** The most that one page holds. */
    public static final int LARGEST_PAGE = 1_000;

    /** Everything, from the first page on. */
    public static final Filter ALL =
            new Filter(
                    null, null, null, null, null, null, null, List.of(), null, null, null, 1, PAGE);

    /** Checks page and size. */
    public Filter {
        amounts = List.copyOf(amounts);
        if (page < 1 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException(
                    "Page %d of %d entries; pages count from 1 and hold 1 to %d"
                            .formatted(page, size, LARGEST_PAGE));
        }
    }

    /** The same between other dates. */
    public Filter dated(@Nullable LocalDate newFrom, @Nullable LocalDate newUntil) {
        return new Filter(
                newFrom, newUntil, account, fund, party, project, text, amounts, kind, number,
                knownAt, page, size);
    }

    /** The same, in other pages. */
    public Filter paged(int newPage, int newSize) {
        return new Filter(
                from, until, account, fund, party, project, text, amounts, kind, number, knownAt,
                newPage, newSize);
    }

    /** The same, read up to that entry. */
    public Filter known(long entryNo) {
        return new Filter(
                from, until, account, fund, party, project, text, amounts, kind, number, entryNo,
                page, size);
    }

    /** Whether it looks at single lines, so that debits and credits found need not be equal. */
    public boolean ofLines() {
        return account != null || fund != null || party != null || project != null || text != null;
    }
}
