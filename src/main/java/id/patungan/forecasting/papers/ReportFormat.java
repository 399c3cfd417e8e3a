package id.patungan.forecasting.papers;

import java.util.Locale;

/** In what form the report leaves the house; all forms are made of the same record. */
public enum ReportFormat {
    /** The paper. */
    PDF("application/pdf"),
    /** The spreadsheet, with live formulas. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** The data. */
    JSON("application/json");

    private final String mediaType;

    ReportFormat(String mediaType) {
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
     * @throws ReportException if there is none
     */
    public static ReportFormat of(String name) {
        for (var format : values()) {
            if (format.suffix().equals(name)) return format;
        }
        throw ReportException.unknownFormat(name);
    }
}
