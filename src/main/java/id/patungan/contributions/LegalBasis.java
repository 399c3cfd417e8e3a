package id.patungan.contributions;

/**
 * The place that says who pays what.
 *
 * @param agreement the body's code of the agreement
 * @param article the article's number as the agreement writes it
 */
public record LegalBasis(String agreement, String article) {}
