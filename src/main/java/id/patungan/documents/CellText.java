package id.patungan.documents;

/** Text on its way into a cell that a spreadsheet program will open. */
public final class CellText {

    private CellText() {}

    /**
     * The text, with an apostrophe before it when a spreadsheet would take it for a formula.
     *
     * <p>Only text goes through here: a negative amount stays a number.
     */
    public static String guarded(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
