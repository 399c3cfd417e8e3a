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
        addressee = Texts.optional("addressee", addressee, 300);
        address = Texts.optional("address", address, 300);
        email = Texts.optional("email", email, 120);
        note = Texts.optional("note", note, 500);
    }
}
