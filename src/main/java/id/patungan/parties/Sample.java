package id.patungan.parties;

import java.util.Locale;

/** Says of a body with made-up data what is real and what is invented, in both languages. */
public record Sample(String note, String noteEn) {

    /** Both languages are needed. */
    public Sample {
        if (note.isBlank() || noteEn.isBlank()) {
            throw PartiesException.noteNeeded();
        }
        note = Texts.required(PartyField.SAMPLE_NOTE, note, 500);
        noteEn = Texts.required(PartyField.SAMPLE_NOTE_EN, noteEn, 500);
    }

    /** The note in the language of the reader. */
    public String note(Locale locale) {
        return locale.getLanguage().equals("en") ? noteEn : note;
    }
}
