package id.patungan.parties;

import id.patungan.basics.PartyId;

/**
 * A party as a body knows it.
 *
 * @param code official for regions, such as {@code 34.04}, text with its zeros; never changes
 */
public record Party(PartyId id, String code, PartyKind kind, String name, Contact contact) {}
