package id.patungan.parties;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/**
 * A party to be registered with a body.
 *
 * @param code of a region: its official code; of others: 1 to 32 of {@code A-Z 0-9 . -}, beginning
 *     with a letter
 * @param name null for a region, whose name is official
 */
public record NewParty(String code, PartyKind kind, @Nullable String name, Contact contact) {

    private static final Pattern REGION = Pattern.compile("[0-9]{2}(\\.[0-9]{2})?");
    private static final Pattern OTHER = Pattern.compile("[A-Z][A-Z0-9.-]{0,31}");

    /** Checks the code against the kind. */
    public NewParty {
        if (kind == PartyKind.REGION) {
            code =
                    Texts.code(
                            PartyField.CODE,
                            code,
                            REGION,
                            "the official code with its dot, such as 34.04");
            name = Texts.optional(PartyField.NAME, name, 200);
        } else {
            code =
                    Texts.code(
                            PartyField.CODE,
                            code,
                            OTHER,
                            "1 to 32 of A-Z 0-9 . -, beginning with a letter");
            name = Texts.required(PartyField.NAME, name, 200);
        }
    }

    /** A region under its official code. */
    public static NewParty region(String code) {
        return new NewParty(code, PartyKind.REGION, null, Contact.NONE);
    }

    /** A donor, vendor or other. */
    public static NewParty other(String code, PartyKind kind, String name) {
        return new NewParty(code, kind, name, Contact.NONE);
    }
}
