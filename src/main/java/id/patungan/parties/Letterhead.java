package id.patungan.parties;

import org.jspecify.annotations.Nullable;

/**
 * What stands at the head of a body's papers beside its name.
 *
 * @param line above the name
 * @param place where papers are signed
 */
public record Letterhead(
        @Nullable String line,
        @Nullable String address,
        @Nullable String place,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String website) {

    /** Nothing but the name. */
    public static final Letterhead NONE = new Letterhead(null, null, null, null, null, null);

    /** Empty texts become null. */
    public Letterhead {
        line = Texts.optional(PartyField.LETTERHEAD, line, 200);
        address = Texts.optional(PartyField.ADDRESS, address, 300);
        place = Texts.optional(PartyField.PLACE, place, 100);
        phone = Texts.optional(PartyField.PHONE, phone, 60);
        email = Texts.optional(PartyField.EMAIL, email, 120);
        website = Texts.optional(PartyField.WEBSITE, website, 200);
    }
}
