package id.patungan.parties;

import java.util.Locale;

/** A field of the forms, files and requests of this module, so that refusals can name it. */
public enum PartyField {
    ADDRESS("address"),
    BODY("body"),
    ADDRESSEE("addressee"),
    AGREEMENT("agreement"),
    APPROVAL_REQUIRED("approvalRequired"),
    ARTICLES("articles"),
    CODE("code"),
    CURRENCY("currency"),
    DOCUMENT_REF("documentRef"),
    EMAIL("email"),
    FIRST_OPEN_DATE("firstOpenDate"),
    FROM("from"),
    INDICATOR("indicator"),
    KIND("kind"),
    LEGAL_FORM("legalForm"),
    LETTERHEAD("letterhead"),
    MEMBER_CLASS("memberClass"),
    MEMBER_FROM("memberFrom"),
    MEMBER_UNTIL("memberUntil"),
    NAME("name"),
    NAME_EN("nameEn"),
    NIP("nip"),
    NOTE("note"),
    NUMBERS("numbers"),
    PARTY("party"),
    PHONE("phone"),
    PLACE("place"),
    POSITION("position"),
    REVENUE_BASIS("revenueBasis"),
    ROLE("role"),
    SAMPLE_NOTE("sampleNote"),
    SAMPLE_NOTE_EN("sampleNoteEn"),
    SIGNED_ON("signedOn"),
    SIGNERS("signers"),
    SOURCE("source"),
    SOURCE_DATE("sourceDate"),
    SUBJECT("subject"),
    TYPE("type"),
    UNIT("unit"),
    UNTIL("until"),
    VALUE("value"),
    VOTING("voting"),
    WEBSITE("website"),
    YEAR("year"),
    ZONE("zone");

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
