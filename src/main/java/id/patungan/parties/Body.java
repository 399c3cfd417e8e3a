package id.patungan.parties;

import id.patungan.basics.BodyId;

import java.time.ZoneId;
import java.util.Currency;

/**
 * A joint body.
 *
 * @param code as written in addresses; never changes
 * @param zone in which its instants are shown
 * @param currency of its book
 */
public record Body(BodyId id, String code, Profile profile, ZoneId zone, Currency currency) {

    /** The official, Indonesian name. */
    public String name() {
        return profile.name();
    }

    /** Whether its data is made up, wholly or in part. */
    public boolean isSample() {
        return profile.sample() != null;
    }
}
