package id.patungan.parties;

import org.jspecify.annotations.Nullable;

import java.util.Locale;

/**
 * What may be edited of a body.
 *
 * @param name official, Indonesian
 * @param nameEn the English gloss, if there is one
 * @param legalForm such as {@code Sekretariat Bersama}
 * @param sample null if the data is real
 */
public record Profile(
        String name,
        @Nullable String nameEn,
        @Nullable String legalForm,
        Letterhead letterhead,
        @Nullable Sample sample) {

    /** Checks and trims the texts. */
    public Profile {
        name = Texts.required(PartyField.NAME, name, 200);
        nameEn = Texts.optional(PartyField.NAME_EN, nameEn, 200);
        legalForm = Texts.optional(PartyField.LEGAL_FORM, legalForm, 160);
    }

    /** The name in the language of the reader; the official one where there is no gloss. */
    public String name(Locale locale) {
        return nameEn != null && locale.getLanguage().equals("en") ? nameEn : name;
    }
}
