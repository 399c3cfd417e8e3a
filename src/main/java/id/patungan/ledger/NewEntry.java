package id.patungan.ledger;

import id.patungan.basics.FundCode;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The wish to post an entry. Cannot exist unbalanced: debits equal credits as a whole and within
 * every fund.
 *
 * @param date accounting date, in the body's zone
 * @param kind what made it: {@link #MANUAL}, {@code assessment}, {@code receipt}, {@link #CLOSING}
 * @param sourceKey what it was made from, unique in the book: asked again with the same content, it
 *     returns the entry that is there; printable ASCII, at most 120
 * @param documentNo the paper it stands on
 * @param postings at least two in every fund, in the order in which they are shown and hashed
 */
public record NewEntry(
        LocalDate date,
        String kind,
        String description,
        String sourceKey,
        @Nullable String documentNo,
        List<NewPosting> postings) {

    /** Made by hand, on the entry form or as a draft. */
    public static final String MANUAL = "manual";

    /** Opening balances. */
    public static final String OPENING = "opening";

    /** Moves a year's income and expense to net assets; stays out of activity statements. */
    public static final String CLOSING = "closing";

    /** Taken over from another program's journal. */
    public static final String IMPORT = "import";

    /** Undoes another entry. */
    public static final String REVERSAL = "reversal";

    /**
     * What people make, and another person approves where the body asks for it; every other kind
     * belongs to the module that posts it.
     */
    static final Set<String> BY_HAND = Set.of(MANUAL, OPENING, CLOSING);

    private static final int MOST_LINES = 10_000;

    /**
     * Refuses what the database would refuse.
     *
     * @throws LedgerException if it does not balance, or a fund has a single line
     */
    public NewEntry {
        postings = List.copyOf(postings);
        if (!kind.matches("[a-z][a-z0-9-]{0,23}")) {
            throw new IllegalArgumentException(
                    "'" + kind + "' is not a kind of entry; use a-z 0-9 -");
        }
        if (!sourceKey.matches("[!-~]([ -~]{0,118}[!-~])?")) {
            throw LedgerException.badSourceKey(sourceKey);
        }
        if (date.getYear() < 1900 || date.getYear() > 9999) {
            throw LedgerException.badDate(date);
        }
        description = Texts.name("description", description, 500);
        documentNo = Texts.optional("document number", documentNo, 80);
        requireBalance(postings);
    }

    private static void requireBalance(List<NewPosting> postings) {
        if (postings.size() < 2) {
            throw LedgerException.tooFewLines();
        }
        if (postings.size() > MOST_LINES) {
            throw LedgerException.tooManyLines(postings.size(), MOST_LINES);
        }
        var sums = new TreeMap<FundCode, Long>();
        var lines = new TreeMap<FundCode, Integer>();
        for (var posting : postings) {
            try {
                sums.merge(posting.fund(), posting.amount(), Math::addExact);
            } catch (ArithmeticException e) {
                throw LedgerException.tooLarge();
            }
            lines.merge(posting.fund(), 1, Integer::sum);
        }
        sums.forEach((fund, sum) -> {
            if (sum != 0) {
                throw LedgerException.unbalanced(fund, sum);
            }
            if (lines.getOrDefault(fund, 0) < 2) {
                throw LedgerException.tooFewLines();
            }
        });
    }
}
