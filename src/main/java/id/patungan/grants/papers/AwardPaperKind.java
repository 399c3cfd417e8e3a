package id.patungan.grants.papers;

import java.util.Locale;

/** The papers about an award. */
public enum AwardPaperKind {
    /** What a donor gets. */
    STATEMENT("LD"),
    /** What the giver of a hibah gets. */
    LPJ("LPJ"),
    /** How what the donor bears and what others bear come together. */
    BRIDGE("JP"),
    /** What the association or other funds bore, as an account of its own. */
    ASSOCIATION("LA"),
    /** Lines 10 and 11 of the federal financial report of the United States, SF-425. */
    FEDERAL("SF"),
    /** Budget against actual as the European Union asks for it. */
    EU("UE"),
    /** Advance and liquidation as agencies of the United Nations ask for it. */
    FACE("FACE"),
    /** Use of funds by voucher. */
    VOUCHERS("RPD");

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

    /** Whether it tells what others bear, so that only who reads the whole book may see it. */
    public boolean ofTheWholeBook() {
        return this == BRIDGE || this == ASSOCIATION;
    }

    /** Whether it is one of the layouts that donors ask for beside the statement. */
    public boolean layout() {
        return this == FEDERAL || this == EU || this == FACE || this == VOUCHERS;
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
