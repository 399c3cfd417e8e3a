package id.patungan.contributions.letters;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * How a letter or a receipt on paper is to be made out.
 *
 * @param date printed on it; not after today
 * @param language Indonesian or English
 * @param copies who gets a copy, a line each; at most 10 of 160 characters
 */
public record NewLetter(LocalDate date, Locale language, List<String> copies) {

    private static final int MOST_COPIES = 10;
    private static final int LONGEST_COPY = 160;

    /** Takes id or en; blank lines of copies are left out. */
    public NewLetter {
        if (!language.getLanguage().equals("id") && !language.getLanguage().equals("en")) {
            throw LettersException.unknownLanguage(language.getLanguage());
        }
        language = Locale.of(language.getLanguage());
        copies = copies.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        if (copies.size() > MOST_COPIES
                || copies.stream().anyMatch(line -> line.length() > LONGEST_COPY)) {
            throw LettersException.copies(MOST_COPIES, LONGEST_COPY);
        }
    }

    /**
     * The language of that code.
     *
     * @throws LettersException if it is neither id nor en
     */
    public static Locale language(String code) {
        if (!code.equals("id") && !code.equals("en")) {
            throw LettersException.unknownLanguage(code);
        }
        return Locale.of(code);
    }
}
