package id.patungan.parties;

import org.jspecify.annotations.Nullable;

/**
 * What a body writes on letters to a party.
 *
 * @param addressee such as {@code Bupati Sleman u.p. Kepala BKAD}
 * @param note for the secretariat, on no paper
 */
public record Contact(
        @Nullable String addressee,
        @Nullable String address,
        @Nullable String email,
        @Nullable String note) {

    /** Nothing known. */
    public static final Contact NONE = new Contact(null, null, null, null);

    /** Empty texts become null. */
    public Contact {
        addressee = Texts.optional(PartyField.ADDRESSEE, addressee, 300);
        address = Texts.optional(PartyField.ADDRESS, address, 300);
        email = Texts.optional(PartyField.EMAIL, email, 120);
        note = Texts.optional(PartyField.NOTE, note, 500);
    }
}
