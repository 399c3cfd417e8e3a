package id.patungan.parties;

import id.patungan.basics.PartyId;

import org.jspecify.annotations.Nullable;

/**
 * One membership of a party in a body.
 *
 * @param memberClass in the body's own words, such as {@code anggota}
 */
public record Member(
        PartyId party,
        String code,
        String name,
        Period period,
        String memberClass,
        boolean voting,
        @Nullable String note) {}
