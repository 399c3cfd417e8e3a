package id.patungan.parties;

import java.util.Locale;

/** A field of the forms, files and requests of this module, so that refusals can name it. */
public enum PartyField {
    ADDRESS("address"),
    ADDRESSEE("addressee"),
    AGREEMENT("agreement"),
    ARTICLES("articles"),
    CODE("code"),
    DOCUMENT_REF("documentRef"),
    EMAIL("email"),
    FIRST_OPEN_DATE("firstOpenDate"),
    FROM("from"),
    INDICATOR("indicator"),
    LEGAL_FORM("legalForm"),
    LETTERHEAD("letterhead"),
    MEMBER_CLASS("memberClass"),
    NAME("name"),
    NAME_EN("nameEn"),
    NIP("nip"),
    NOTE("note"),
    NUMBERS("numbers"),
    PARTY("party"),
    PHONE("phone"),
    PLACE("place"),
    POSITION("position"),
    SAMPLE_NOTE("sampleNote"),
    SAMPLE_NOTE_EN("sampleNoteEn"),
    SIGNERS("signers"),
    SOURCE("source"),
    SUBJECT("subject"),
    UNIT("unit"),
    UNTIL("until"),
    VALUE("value"),
    WEBSITE("website"),
    YEAR("year");

    private final String id;

    PartyField(String id) {
        this.id = id;
    }

    /** As in forms and in the API: {@code memberClass}. */
    public String id() {
        return id;
    }

    /** As in the heading of files: {@code member_class}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
