package id.patungan.contributions.agreed;

import id.patungan.basics.DomainException;

/** Why a version was not found or decided; nothing was stored. */
public final class AgreedException extends DomainException {

    private static final long serialVersionUID = 1L;

    private AgreedException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static AgreedException noReason(int longest) {
        return new AgreedException(
                Kind.REFUSED,
                "agreed.no-reason",
                "To turn a version down needs a reason of 1 to %d characters".formatted(longest),
                longest);
    }

    static AgreedException reasonTooLong(int longest) {
        return new AgreedException(
                Kind.REFUSED,
                "agreed.reason",
                "The reason has more than %d characters, or some that are no text"
                        .formatted(longest),
                longest);
    }

    static AgreedException decided() {
        return new AgreedException(
                Kind.CONFLICT, "agreed.decided", "The version is decided already");
    }

    static AgreedException replaced(int newest) {
        return new AgreedException(
                Kind.CONFLICT,
                "agreed.replaced",
                "Version %d took its place; decide that one".formatted(newest),
                newest);
    }

    static AgreedException ownWork() {
        return new AgreedException(
                Kind.REFUSED,
                "agreed.own-work",
                "Whoever drafted a version, or a draft that it replaced, does not approve it;"
                        + " another person must");
    }

    static AgreedException noSuchVersion(int version) {
        return new AgreedException(
                Kind.NOT_FOUND,
                "agreed.no-such-version",
                "There is no version %d that you may see".formatted(version),
                version);
    }
}
