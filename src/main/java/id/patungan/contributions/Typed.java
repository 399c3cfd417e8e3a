package id.patungan.contributions;

import id.patungan.basics.InputException;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Texts as people type them, refused by the name of their field before anything is numbered. */
final class Typed {

    /** Of a description, as in the journal. */
    static final int LONGEST = 500;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private Typed() {}

    static String text(String field, String text) {
        if (text.isBlank()) {
            throw new InputException(field, "is missing");
        }
        optional(field, text, LONGEST);
        return text;
    }

    static @Nullable String optional(String field, @Nullable String text, int longest) {
        if (text == null) return null;
        if (text.codePointCount(0, text.length()) > longest) {
            throw new InputException(
                    field, "is longer than %d characters; shorten it".formatted(longest));
        }
        if (text.codePoints().anyMatch(Character::isISOControl)) {
            throw new InputException(field, "has characters that are not text; leave them out");
        }
        return text;
    }

    /** A day that papers can bear; another is a slip of the keyboard. */
    static LocalDate day(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new InputException(field, "is not a day of these times; check the year");
        }
        return day;
    }

    static int year(String field, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new InputException(field, "is not a year from 1900 to 2999");
        }
        return year;
    }

    static @Nullable String code(String field, @Nullable String code) {
        if (code != null && !code.matches("[!-~]{1,32}")) {
            throw new InputException(
                    field, "is not a code; codes have 1 to 32 letters, digits or . _ / -");
        }
        return code;
    }
}
