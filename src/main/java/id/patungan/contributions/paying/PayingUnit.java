package id.patungan.contributions.paying;

/**
 * An office of a party that pays from a budget of its own.
 *
 * @param party code of the party
 * @param code unique in the book: {@code 33.02-SEKDA}
 */
public record PayingUnit(String party, String code, String name) {}
