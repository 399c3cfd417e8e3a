package id.patungan.ledger;

import id.patungan.basics.BodyId;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * What another module has to say about entries before they are written. A bean of this type is
 * asked about every entry, whatever door it comes through: page, draft, API, import or another
 * module. Corrections, which mirror what is there, and closing entries are not asked about.
 */
public interface EntryRule {

    /** Begins to ask: one object for all entries of a transaction or of a file, in their order. */
    Asking asking(BodyId body);

    /** Asked entry by entry; what has passed counts for the next. */
    interface Asking {

        /**
         * Refuses what must not be posted.
         *
         * @throws id.patungan.basics.DomainException that says why, and what to do instead
         */
        void require(Proposed entry);
    }

    /**
     * An entry that is to be posted; see {@link NewEntry}.
     *
     * @param sourceKey unique in the book
     */
    record Proposed(
            LocalDate date,
            String kind,
            String description,
            String sourceKey,
            @Nullable String documentNo,
            List<Line> lines) {}
}
