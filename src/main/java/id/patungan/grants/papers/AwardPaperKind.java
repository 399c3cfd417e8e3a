package id.patungan.grants.papers;

import java.util.Locale;

/** The papers about an award. */
public enum AwardPaperKind {
    /** What a donor gets. */
    STATEMENT("LD"),
    /** What the giver of a hibah gets. */
    LPJ("LPJ"),
    /** How what the donor bears and what others bear come together. */
    BRIDGE("JP");

    private final String series;

    AwardPaperKind(String series) {
        this.series = series;
    }

    /** Of its numbers in the register. */
    public String series() {
        return series;
    }

    /** In addresses and keys. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that code.
     *
     * @throws AwardPaperException not found, if there is none
     */
    public static AwardPaperKind of(String code) {
        for (var kind : values()) {
            if (kind.code().equals(code)) return kind;
        }
        throw AwardPaperException.unknownPaper(code);
    }
}
