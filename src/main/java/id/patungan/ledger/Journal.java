package id.patungan.ledger;

import id.patungan.basics.BodyId;
import id.patungan.platform.Access;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.List;

/** Reads the book, as of an accounting date and as known at an entry, within the viewer's reach. */
@Service
public class Journal {

    /** The entries that the filter names, newest first. */
    public EntryPage entries(Access access, Filter filter) {
        throw new UnsupportedOperationException();
    }

    /** The entry with that number; for a party or fund only its own lines. */
    public Entry entry(Access access, long no) {
        throw new UnsupportedOperationException();
    }

    /** The head of the book. */
    public Head head(BodyId body) {
        throw new UnsupportedOperationException();
    }

    /** Postings on the control accounts of a party, dated in {@code [from, until)}. */
    public List<Movement> partyMovements(
            Access access, String party, LocalDate from, LocalDate until, long knownAt) {
        throw new UnsupportedOperationException();
    }

    /** The balance of a party's control accounts before that date. */
    public long partyBalance(Access access, String party, LocalDate before, long knownAt) {
        throw new UnsupportedOperationException();
    }

    /** The balance of every account in every fund at the end of that date. */
    public TrialBalance trialBalance(Access access, LocalDate asOf, long knownAt) {
        throw new UnsupportedOperationException();
    }
}
