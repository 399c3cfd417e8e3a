package id.patungan.contributions.letters;

import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperSignatory;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A letter whose sentences and rows were composed by whoever issues it: a reminder, a note about a
 * dispute. It is printed like the assessment letter and frozen with it in the register.
 *
 * @param code of the letter, such as {@code PG-2026-0001}
 * @param addressee how the party is addressed, from its contact; null for its name alone
 * @param nature the line "Sifat"
 * @param annex the line "Lampiran"
 * @param signatory who signs; null while nobody is appointed
 */
public record Notice(
        String code,
        LocalDate date,
        PaperBody body,
        String party,
        String partyName,
        @Nullable String addressee,
        @Nullable String address,
        String nature,
        String annex,
        String subject,
        String opening,
        List<Row> rows,
        @Nullable PaperSignatory signatory) {

    /** Takes a copy. */
    public Notice {
        rows = List.copyOf(rows);
    }

    /** What a row of the letter is. */
    public enum Kind {
        /** The head of the table. */
        HEAD,
        /** A row of the table: what, and how much. */
        ITEM,
        /** Its total; ends the table. */
        TOTAL,
        /** The total in words, in a box. */
        WORDS,
        /** A name and what it is. */
        FACT,
        /** A paragraph. */
        TEXT,
        /** Where it is signed. */
        SIGN
    }

    /** A row of the letter, in the language of the letter. */
    public record Row(Kind kind, @Nullable String first, @Nullable String second) {

        /** A paragraph. */
        public static Row text(String text) {
            return new Row(Kind.TEXT, text, null);
        }

        /** A name and what it is. */
        public static Row fact(String name, String value) {
            return new Row(Kind.FACT, name, value);
        }
    }
}
