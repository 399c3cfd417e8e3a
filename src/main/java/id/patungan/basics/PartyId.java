package id.patungan.basics;

/** The internal number of a party: a region, donor, vendor or other. */
public record PartyId(int value) {}
