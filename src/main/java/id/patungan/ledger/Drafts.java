package id.patungan.ledger;

import id.patungan.platform.Access;

import org.springframework.stereotype.Service;

import java.util.List;

/** Entries that wait for another person's approval. */
@Service
public class Drafts {

    /** Keeps a new draft; the source key of the entry is replaced by {@code draft:<id>}. */
    public Draft create(Access access, NewEntry entry) {
        throw new UnsupportedOperationException();
    }

    /** Replaces the content; an approval of the older version no longer counts. */
    public Draft edit(Access access, int id, int version, NewEntry entry) {
        throw new UnsupportedOperationException();
    }

    /** Asks for approval. */
    public Draft submit(Access access, int id, int version) {
        throw new UnsupportedOperationException();
    }

    /** Approves that version; by another person than its preparer. */
    public Draft approve(Access access, int id, int version) {
        throw new UnsupportedOperationException();
    }

    /** Rejects that version, with a reason. */
    public Draft reject(Access access, int id, int version, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Gives the draft up. */
    public Draft withdraw(Access access, int id, int version) {
        throw new UnsupportedOperationException();
    }

    /** Posts an approved draft, once. */
    public Entry post(Access access, int id, int version) {
        throw new UnsupportedOperationException();
    }

    /** The draft with that number. */
    public Draft get(Access access, int id) {
        throw new UnsupportedOperationException();
    }

    /** Drafts that are neither posted nor withdrawn, newest first. */
    public List<Draft> open(Access access) {
        throw new UnsupportedOperationException();
    }
}
