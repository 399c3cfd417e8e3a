package id.patungan.grants.papers;

import java.util.Locale;

/** In what form a paper leaves the house; all forms are made of the same record. */
public enum AwardPaperFormat {
    /** The paper. */
    PDF("application/pdf"),
    /** The spreadsheet, with live formulas. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Rows for any program. */
    CSV("text/csv;charset=UTF-8"),
    /** The data. */
    JSON("application/json");

    private final String mediaType;

    AwardPaperFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** For HTTP. */
    public String mediaType() {
        return mediaType;
    }

    /** The end of the file's name: {@code pdf}. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The format of that name.
     *
     * @throws AwardPaperException if there is none
     */
    public static AwardPaperFormat of(String name) {
        for (var format : values()) {
            if (format.suffix().equals(name)) return format;
        }
        throw AwardPaperException.unknownFormat(name);
    }
}
