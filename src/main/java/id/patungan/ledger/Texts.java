package id.patungan.ledger;

import id.patungan.basics.Input;
import id.patungan.basics.InputException;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** The forms that texts and codes of the ledger must have, so that hashing and storing agree. */
final class Texts {

    private Texts() {}

    /** Trimmed, in normal form C: what is stored is what is hashed. */
    static String name(String what, String text, int longest) {
        var normal = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (normal.isEmpty()) {
            throw new IllegalArgumentException("The " + what + " is missing");
        }
        if (normal.codePointCount(0, normal.length()) > longest) {
            throw new IllegalArgumentException(
                    "The " + what + " is longer than " + longest + " characters: '" + normal + "'");
        }
        // A lone half of a surrogate pair would be stored and hashed as a question mark
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(normal)
                || normal.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "The " + what + " has characters that are not text: '" + normal + "'");
        }
        return normal;
    }

    /**
     * Why somebody does something, as kept with it.
     *
     * @throws InputException if it is too long or not text
     */
    static String reason(String text) {
        return Input.read("reason", () -> name("reason", text, 500));
    }

    /** Like {@link #name}; an absent or empty text is null. */
    static @Nullable String optional(String what, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : name(what, text, longest);
    }

    /** A code as parties, projects and documents have them. */
    static String requireCode(String what, String code, int longest) {
        if (code.length() > longest || !code.matches("[A-Za-z0-9][A-Za-z0-9._/-]*")) {
            throw new IllegalArgumentException(
                    "'"
                            + code
                            + "' is not a "
                            + what
                            + "; use 1 to "
                            + longest
                            + " of A-Z a-z 0-9 . _ / -");
        }
        return code;
    }

    /** Like {@link #requireCode}; an absent or empty code is null. */
    static @Nullable String optionalCode(String what, @Nullable String code, int longest) {
        return code == null || code.isEmpty() ? null : requireCode(what, code, longest);
    }

    static boolean isIndonesian(Locale locale) {
        return locale.getLanguage().equals("id");
    }
}
