package id.patungan.grants.iati;

import id.patungan.basics.DomainException;

/** Why an activity file was not made, or a setting of it was not taken; nothing was stored. */
public final class IatiException extends DomainException {

    private static final long serialVersionUID = 1L;

    private IatiException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static String identifier(String field, String text) {
        var said = text.strip();
        if (!said.matches("[^/&|?\\s]{3,64}")) throw unreadable(field, text);
        return said;
    }

    static IatiException unreadable(String field, String value) {
        return new IatiException(
                Kind.REFUSED,
                "awardpapers.iati." + field,
                "'%s' does not fit %s".formatted(value, field),
                value);
    }

    static IatiException noPublisher() {
        return new IatiException(
                Kind.REFUSED,
                "awardpapers.iati-no-publisher",
                "The body has no identifier in the standard; finance enters it first");
    }

    static IatiException nothingToPublish() {
        return new IatiException(
                Kind.NOT_FOUND,
                "awardpapers.iati-nothing",
                "No award within reach is ready for an activity file");
    }

    static IatiException broken(String activity, String rule, String value) {
        return new IatiException(
                Kind.REFUSED,
                "awardpapers.iati-broken",
                "Activity %s breaks rule %s: %s".formatted(activity, rule, value),
                activity,
                rule,
                value);
    }
}
