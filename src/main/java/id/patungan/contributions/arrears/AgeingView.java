package id.patungan.contributions.arrears;

/**
 * The ageing with what stands beside it.
 *
 * @param all whether the rows are those of all parties
 */
public record AgeingView(Ageing ageing, boolean all) {}
