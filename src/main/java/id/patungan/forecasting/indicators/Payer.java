package id.patungan.forecasting.indicators;

/**
 * Who pays, as one party with all its paying units.
 *
 * @param code empty for income that names nobody
 */
public record Payer(String code, String name) {

    /** Income of which neither posting nor fund nor award tells the payer: shown as one payer. */
    public static final Payer UNNAMED = new Payer("", "");

    /** Whether nobody is named. */
    public boolean unnamed() {
        return code.isEmpty();
    }
}
