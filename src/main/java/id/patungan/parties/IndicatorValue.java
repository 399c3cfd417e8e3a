package id.patungan.parties;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A recorded figure.
 *
 * @param partyName as the body knows the party
 * @param revision 1 for the first; the highest one holds
 * @param recordedAt in UTC
 * @param recordedBy the handle of who recorded it
 */
public record IndicatorValue(
        NewIndicatorValue figure,
        String partyName,
        int revision,
        Instant recordedAt,
        String recordedBy) {

    /** The code of the party. */
    public String party() {
        return figure.party();
    }

    /** Exact, without trailing zeros. */
    public BigDecimal value() {
        return figure.value();
    }
}
