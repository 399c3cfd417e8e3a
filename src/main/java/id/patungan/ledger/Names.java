package id.patungan.ledger;

import java.util.List;
import java.util.Locale;

/**
 * What the codes of a book stand for, as far as the viewer reaches: all account titles, and the
 * funds, parties, projects, award lines and paying units of lines that may be seen.
 */
public record Names(
        List<Named> accounts,
        List<Named> funds,
        List<Named> parties,
        List<Named> projects,
        List<Named> awardLines,
        List<Named> units) {

    /** Copies the lists. */
    public Names {
        accounts = List.copyOf(accounts);
        funds = List.copyOf(funds);
        parties = List.copyOf(parties);
        projects = List.copyOf(projects);
        awardLines = List.copyOf(awardLines);
        units = List.copyOf(units);
    }

    /** A code with its name in both languages; parties and units have one name for both. */
    public record Named(String code, String nameId, String nameEn) {

        /** The name in that language: Indonesian, or English for any other. */
        public String name(Locale locale) {
            return Texts.isIndonesian(locale) ? nameId : nameEn;
        }
    }
}
