package id.patungan.ledger;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Currency;

/**
 * What is asked to be posted, hashed before the lock is taken.
 *
 * @param corrects whether it undoes another entry, and may therefore touch what is closed to others
 */
record Asked(CanonicalForm.Content content, Hash contentHash, boolean corrects) {

    static Asked entry(Currency currency, NewEntry entry) {
        return of(currency, entry, null, null);
    }

    static Asked reversal(Currency currency, NewEntry entry, long reverses, String reason) {
        return of(currency, entry, reverses, reason);
    }

    private static Asked of(
            Currency currency, NewEntry entry, @Nullable Long reverses, @Nullable String reason) {
        var lines = new ArrayList<Line>(entry.postings().size());
        for (var posting : entry.postings()) {
            lines.add(Line.of(lines.size() + 1, posting));
        }
        var content =
                new CanonicalForm.Content(
                        entry.date(),
                        entry.kind(),
                        entry.description(),
                        entry.sourceKey(),
                        entry.documentNo(),
                        reverses,
                        reason,
                        lines);
        return new Asked(content, CanonicalForm.hash(currency, content), reverses != null);
    }
}
