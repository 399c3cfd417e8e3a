package id.patungan.contributions.sheet;

import id.patungan.basics.InputException;

/** In what form a calculation sheet leaves the house; all forms are made of the same record. */
enum SheetFormat {
    /** The paper. */
    PDF("application/pdf"),
    /** The spreadsheet whose cells calculate. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** The lines of the parties, for any program. */
    CSV("text/csv;charset=UTF-8"),
    /** The data with its digest. */
    JSON("application/json");

    private final String mediaType;

    SheetFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    /** The end of the file's name: {@code pdf}. */
    String suffix() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * The format of that name.
     *
     * @throws InputException if there is none
     */
    static SheetFormat of(String name) {
        for (var format : values()) {
            if (format.suffix().equals(name)) return format;
        }
        throw new InputException("format", "is none of pdf, xlsx, csv and json");
    }
}
