package id.patungan.statements;

import java.util.Locale;

/** In what form a statement leaves the house; all forms are made of the same record. */
public enum StatementFormat {
    /** The paper. */
    PDF("application/pdf"),
    /** The spreadsheet, with live formulas. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** Rows for any program. */
    CSV("text/csv;charset=UTF-8"),
    /** The data with its digest. */
    JSON("application/json"),
    /** The page as one file. */
    HTML("text/html;charset=UTF-8");

    private final String mediaType;

    StatementFormat(String mediaType) {
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
     * @throws StatementException if there is none
     */
    public static StatementFormat of(String name) {
        for (var format : values()) {
            if (format.suffix().equals(name)) {
                return format;
            }
        }
        throw StatementException.unknownFormat(name);
    }
}
