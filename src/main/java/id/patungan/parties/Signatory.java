package id.patungan.parties;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * Who signs in which role and when.
 *
 * @param nip the number of a civil servant, text; null for others
 * @param position as printed above the name
 */
public record Signatory(
        SignatoryRole role, String name, @Nullable String nip, String position, Period period) {

    private static final Pattern NIP = Pattern.compile("[0-9 ]{1,32}");

    /** Checks and trims the texts. */
    public Signatory {
        name = Texts.required(PartyField.NAME, name, 200);
        nip = Texts.optional(PartyField.NIP, nip, 32);
        if (nip != null && !NIP.matcher(nip).matches()) {
            throw PartiesException.badForm(PartyField.NIP, nip, "digits and blanks");
        }
        position = Texts.required(PartyField.POSITION, position, 200);
    }
}
