package id.patungan.ledger;

import java.util.List;

/**
 * A page of the journal.
 *
 * @param page 0 for the first
 * @param pages how many there are within the viewer's reach
 * @param total how many entries there are within the viewer's reach
 * @param knownAt number of the last entry that the page knows of
 */
public record EntryPage(List<Entry> entries, int page, int pages, long total, long knownAt) {

    /** Copies the list. */
    public EntryPage {
        entries = List.copyOf(entries);
    }
}
