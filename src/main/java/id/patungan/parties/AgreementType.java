package id.patungan.parties;

/** What kind of paper an agreement is. */
public enum AgreementType {
    /** Joint decree of heads of region, surat keputusan bersama. */
    SKB,
    /** Cooperation agreement, perjanjian kerja sama. */
    PKS,
    /** Memorandum of understanding. */
    MOU,
    /** Grant agreement, naskah perjanjian hibah daerah. */
    NPHD,
    /** Any other. */
    OTHER
}
