package id.patungan.contributions.arrears;

import id.patungan.basics.DomainException;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Why a policy or a step was not drafted, decided or found; nothing was stored. */
public final class StandingException extends DomainException {

    private static final long serialVersionUID = 1L;

    private StandingException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    /** The text without blanks around it, refused by the name of its field. */
    static String text(String field, @Nullable String text, int longest) {
        var said = text == null ? "" : text.strip();
        if (said.isEmpty()) {
            throw new StandingException(
                    Kind.REFUSED, "standing.missing", "'%s' is empty".formatted(field), field);
        }
        if (said.codePointCount(0, said.length()) > longest
                || said.codePoints().anyMatch(Character::isISOControl)) {
            throw new StandingException(
                    Kind.REFUSED,
                    "standing.too-long",
                    "'%s' has more than %d characters, or some that are no text"
                            .formatted(field, longest),
                    field,
                    longest);
        }
        return said;
    }

    /** The text, or null if nothing was said. */
    static @Nullable String optional(String field, @Nullable String text, int longest) {
        return text == null || text.isBlank() ? null : text(field, text, longest);
    }

    static StandingException days(int days, int most) {
        return new StandingException(
                Kind.REFUSED,
                "standing.days",
                "%d is not a number of days from 0 to %d".formatted(days, most),
                days,
                most);
    }

    static StandingException notDays(String text) {
        return new StandingException(
                Kind.REFUSED,
                "standing.not-days",
                "'%s' is not a number of days from 0 to 3650".formatted(text),
                text);
    }

    static StandingException notSaid(String field) {
        return new StandingException(
                Kind.REFUSED,
                "standing.not-said",
                "'%s' must be said, there is no default".formatted(field),
                field);
    }

    static StandingException noGround() {
        return new StandingException(
                Kind.REFUSED,
                "standing.no-ground",
                "A policy needs the agreement and the article that say so");
    }

    static StandingException noPolicy(LocalDate on) {
        return new StandingException(
                Kind.REFUSED,
                "standing.no-policy",
                ("No approved arrears policy is in force on %s; have one approved that begins by"
                                + " then")
                        .formatted(on),
                on);
    }

    static StandingException noSuchStep(int number) {
        return new StandingException(
                Kind.REFUSED,
                "standing.no-such-step",
                "There is no step %d that you may see".formatted(number),
                number);
    }

    static StandingException notDecided(int number) {
        return new StandingException(
                Kind.REFUSED,
                "standing.not-decided",
                "Step %d is not approved; only what holds is told to the member".formatted(number),
                number);
    }

    static StandingException notAMember(String party, LocalDate on) {
        return new StandingException(
                Kind.REFUSED,
                "standing.not-a-member",
                "%s was not a member on %s; only members have a standing".formatted(party, on),
                party,
                on);
    }

    static StandingException notProposed(String step, String party, LocalDate on) {
        return new StandingException(
                Kind.REFUSED,
                "standing.not-proposed",
                ("On %s the policy does not lead to a %s of %s; look at what is overdue and at the"
                                + " days that must pass")
                        .formatted(on, step, party),
                step,
                party,
                on);
    }

    static StandingException waits(int number, String party) {
        return new StandingException(
                Kind.CONFLICT,
                "standing.waits",
                "Step %d of %s waits for its decision; decide that one first"
                        .formatted(number, party),
                number,
                party);
    }

    static StandingException day(LocalDate on, LocalDate from, LocalDate until) {
        return new StandingException(
                Kind.REFUSED,
                "standing.day",
                "The paper is dated %s; its day must lie from %s (the last step) to %s (today)"
                        .formatted(on, from, until),
                on,
                from,
                until);
    }

    static StandingException ownWork() {
        return new StandingException(
                Kind.FORBIDDEN,
                "standing.own-work",
                "Another person than its preparer must decide it");
    }

    static StandingException alreadyDecided() {
        return new StandingException(
                Kind.CONFLICT, "standing.already-decided", "It is decided already");
    }

    static StandingException noReason() {
        return new StandingException(
                Kind.REFUSED, "standing.no-reason", "A rejection needs a reason");
    }
}
