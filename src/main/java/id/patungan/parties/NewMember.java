package id.patungan.parties;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A party to be admitted as a member, or a corrected membership.
 *
 * @param code of the party
 * @param memberClass in the body's own words; empty means {@code anggota}
 */
public record NewMember(
        String code,
        Period period,
        @Nullable String memberClass,
        boolean voting,
        @Nullable String note) {

    /** The class of members where the body makes no difference between them. */
    public static final String ORDINARY = "anggota";

    /** Checks and trims the texts. */
    public NewMember {
        code = Texts.required(PartyField.CODE, code, 32);
        memberClass =
                Objects.requireNonNullElse(
                        Texts.optional(PartyField.MEMBER_CLASS, memberClass, 60), ORDINARY);
        note = Texts.optional(PartyField.NOTE, note, 500);
    }

    /** An ordinary, voting member without an end. */
    public static NewMember since(String code, LocalDate from) {
        return new NewMember(code, Period.since(from), null, true, null);
    }
}
