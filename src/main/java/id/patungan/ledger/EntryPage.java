package id.patungan.ledger;

import java.util.List;

/**
 * One page of the journal, and the totals of everything that the filter matches.
 *
 * @param entries newest first, with every line that the viewer may see
 * @param count of all matching entries, not only of this page
 * @param debit minor units: the sum of all matching lines in debit
 * @param credit minor units, not negative: the sum of all matching lines in credit
 * @param knownAt the entry up to which the book was read
 */
public record EntryPage(
        List<Entry> entries,
        long count,
        long debit,
        long credit,
        long knownAt,
        int page,
        int size) {

    /** Copies the list. */
    public EntryPage {
        entries = List.copyOf(entries);
    }

    /** How many pages there are, at least one. */
    public int pages() {
        return (int) Math.max(1, (count + size - 1) / size);
    }
}
