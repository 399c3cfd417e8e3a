package id.patungan.ledger;

import java.util.Arrays;

/** How free the body is with the money of a fund. */
public enum Restriction {
    /** The body decides. */
    UNRESTRICTED("unrestricted"),
    /** Free money that the body set aside itself. */
    DESIGNATED("designated"),
    /** Given with conditions; what does not meet them goes back. */
    CONDITIONAL("conditional"),
    /** Given for a purpose. */
    RESTRICTED("restricted"),
    /** The shared cost of a project. */
    PROJECT("project"),
    /** Other people's money, passed on. */
    AGENCY("agency");

    private final String code;

    Restriction(String code) {
        this.code = code;
    }

    /** As in files and in the database. */
    public String code() {
        return code;
    }

    /** Whether its net assets are shown as with restriction. */
    public boolean restricted() {
        return this == CONDITIONAL || this == RESTRICTED;
    }

    /**
     * The restriction with that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Restriction of(String code) {
        return Arrays.stream(values())
                .filter(restriction -> restriction.code.equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'"
                                        + code
                                        + "' is not a restriction; use unrestricted, designated, conditional, restricted, project or agency"));
    }
}
