package id.patungan.basics;

/**
 * One thing wrong in a file, printed as {@code file:line:column: code: message}.
 *
 * @param line 1 for the first line; 0 when the problem is the file's as a whole
 * @param column 1 for the first column (a field's number in CSV, a character's in YAML); 0 when it
 *     is the line's as a whole
 * @param message English: the value and the way out
 */
public record Problem(String file, int line, int column, String code, String message) {

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + code + ": " + message;
    }
}
