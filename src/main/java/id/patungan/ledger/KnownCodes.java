package id.patungan.ledger;

import java.util.Map;

/**
 * The codes of a book, for files.
 *
 * @param accounts with what a posting must know of them
 * @param funds whether they take postings
 * @param parties their numbers
 */
record KnownCodes(
        Map<String, AccountFacts> accounts,
        Map<String, Boolean> funds,
        Map<String, Integer> parties,
        Map<String, Integer> projects,
        Map<String, Integer> awardLines,
        Map<String, Integer> units) {

    /** What a posting must know of an account. */
    record AccountFacts(boolean takesPostings, boolean byParty) {}
}
