package id.patungan.allocation;

/**
 * Parties files: {@code party,name,INDICATOR…} as CSV, comma or semicolon, where an empty cell is
 * missing, which is not zero. A column {@code tie_history} holds the units received in earlier
 * runs.
 */
public final class PartiesFile {

    private PartiesFile() {}

    /**
     * Reads a parties file.
     *
     * @param file its name, for the problems
     * @throws id.patungan.basics.InputException with every problem, each with line and field number
     */
    public static Parties read(String file, String text) {
        return new PartiesReader(file).read(text);
    }
}
