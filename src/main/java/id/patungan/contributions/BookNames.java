package id.patungan.contributions;

import java.util.List;
import java.util.Locale;

/** What the codes of a book stand for, as far as the viewer reaches; also what forms offer. */
public record BookNames(
        List<Named> accounts,
        List<Named> funds,
        List<Named> parties,
        List<Named> projects,
        List<Named> units) {

    /** Copies the lists. */
    public BookNames {
        accounts = List.copyOf(accounts);
        funds = List.copyOf(funds);
        parties = List.copyOf(parties);
        projects = List.copyOf(projects);
        units = List.copyOf(units);
    }

    /** A code with its name in both languages; parties and units have one name for both. */
    public record Named(String code, String nameId, String nameEn) {

        /** The name in that language: English, or Indonesian for any other. */
        public String name(Locale locale) {
            return locale.getLanguage().equals("en") ? nameEn : nameId;
        }
    }
}
