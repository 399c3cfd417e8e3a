package id.patungan.ledger;

import id.patungan.platform.Access;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The only writer of postings. */
@Service
public class Ledger {

    /**
     * Posts the entry once; asked again with the same content, it returns the entry that is there.
     */
    public Entry post(Access access, NewEntry entry) {
        throw new UnsupportedOperationException();
    }

    /** Posts 1 to 1000 entries, all or none. */
    public List<Entry> postAll(Access access, List<NewEntry> entries) {
        throw new UnsupportedOperationException();
    }

    /** Undoes the entry by its mirror image, dated in an open month. */
    public Entry reverse(Access access, long no, LocalDate on, String reason, String sourceKey) {
        throw new UnsupportedOperationException();
    }

    /** Closes the next month. */
    public void close(Access access, YearMonth month) {
        throw new UnsupportedOperationException();
    }

    /** Reopens the last closed month. */
    public void reopen(Access access, String reason) {
        throw new UnsupportedOperationException();
    }
}
