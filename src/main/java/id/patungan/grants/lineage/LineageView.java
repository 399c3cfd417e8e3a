package id.patungan.grants.lineage;

import id.patungan.grants.AwardTerms;
import id.patungan.grants.lineage.AwardLineage.Flow;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/**
 * The lineage of an award to look at, in both directions; amounts are minor units of the book.
 *
 * @param sources what became of each
 * @param uses what paid each
 * @param left of all sources
 * @param uncovered what was used before there was money for it
 */
record LineageView(
        String award,
        AwardTerms terms,
        Currency currency,
        LocalDate on,
        LineageOrder order,
        List<Row> sources,
        List<Row> uses,
        long left,
        long uncovered) {

    /**
     * A source with its uses, or a use with its sources.
     *
     * @param rest of the source that is left, or of the use that is not covered
     */
    record Row(Flow flow, long amount, List<Part> parts, long rest) {}

    /** So much went there, or came from there. */
    record Part(Flow flow, long amount) {}
}
