package id.patungan.platform;

import id.patungan.basics.FundCode;
import id.patungan.basics.PartyId;

import java.util.Set;

/**
 * What the SQL of every read is limited to.
 *
 * @param everything the whole body; the two sets are empty then
 * @param parties the parties whose own affairs may be read
 * @param funds the funds that may be read
 */
public record Reach(boolean everything, Set<PartyId> parties, Set<FundCode> funds) {

    /** Copies the sets. */
    public Reach {
        parties = Set.copyOf(parties);
        funds = Set.copyOf(funds);
    }

    /** Whether nothing at all may be read. */
    public boolean nothing() {
        return !everything && parties.isEmpty() && funds.isEmpty();
    }
}
