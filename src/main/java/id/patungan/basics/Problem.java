package id.patungan.basics;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One thing wrong in a file, printed as {@code file:line:column: code: message}.
 *
 * @param line 1 for the first line; 0 when the problem is the file's as a whole
 * @param column 1 for the first column (a field's number in CSV, a character's in YAML); 0 when it
 *     is the line's as a whole
 * @param message English: the value and the way out
 * @param said the same for the bundles of other languages; null where there is English alone
 */
public record Problem(
        String file, int line, int column, String code, String message, @Nullable Said said) {

    /**
     * A text of the bundles.
     *
     * @param arguments of the text, each as it is to be shown
     */
    public record Said(String key, List<String> arguments) {
        /** Takes a copy. */
        public Said {
            arguments = List.copyOf(arguments);
        }
    }

    /** A problem that is said in English alone. */
    public Problem(String file, int line, int column, String code, String message) {
        this(file, line, column, code, message, null);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + code + ": " + message;
    }
}
