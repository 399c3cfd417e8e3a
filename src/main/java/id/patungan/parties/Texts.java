package id.patungan.parties;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The forms of text that this module accepts; refusals name the field. */
final class Texts {

    private Texts() {}

    /** The text without blanks around it, at least one and at most so many characters. */
    static String required(PartyField field, @Nullable String text, int most) {
        var stripped = optional(field, text, most);
        if (stripped == null) {
            throw PartiesException.missing(field);
        }
        return stripped;
    }

    /** The text without blanks around it; null where nothing is left. */
    static @Nullable String optional(PartyField field, @Nullable String text, int most) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var stripped = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (stripped.codePoints().anyMatch(Texts::isNotText)) {
            throw PartiesException.notText(field);
        }
        if (stripped.length() > most) {
            throw PartiesException.tooLong(field, stripped.length(), most);
        }
        return stripped;
    }

    private static boolean isNotText(int point) {
        return (Character.isISOControl(point) && point != '\n' && point != '\r')
                || Character.getType(point) == Character.SURROGATE;
    }

    /** The text if it has the form. */
    static String code(PartyField field, @Nullable String text, Pattern form, String described) {
        var stripped = required(field, text, 200);
        if (!form.matcher(stripped).matches()) {
            throw PartiesException.badForm(field, stripped, described);
        }
        return stripped;
    }
}
