package id.patungan.parties;

/** What a party is. */
public enum PartyKind {
    /** A province, kabupaten or kota; exists once for all bodies. */
    REGION,
    /** Gives money with conditions. */
    DONOR,
    /** Sells to the body. */
    VENDOR,
    /** Whoever else: sponsors, customers, associations. */
    OTHER
}
