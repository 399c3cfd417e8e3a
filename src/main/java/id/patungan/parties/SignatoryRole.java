package id.patungan.parties;

/** In which role somebody signs a body's papers. */
public enum SignatoryRole {
    /** Head of the body or of its secretariat. */
    HEAD,
    /** Keeps the books, bendahara. */
    TREASURER
}
