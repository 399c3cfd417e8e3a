package id.patungan.contributions.paying;

import id.patungan.basics.DomainException;

import org.jspecify.annotations.Nullable;

/** Why payment lines or a paying unit were not stored or found; nothing was stored. */
public final class PayingException extends DomainException {

    private static final long serialVersionUID = 1L;

    private PayingException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    private static PayingException refused(String code, String message, Object... arguments) {
        return new PayingException(Kind.REFUSED, "paying." + code, message, arguments);
    }

    /** The text, or null if nothing was said. */
    static @Nullable String optional(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) return null;
        var said = text.strip();
        if (said.codePointCount(0, said.length()) > longest
                || said.codePoints().anyMatch(Character::isISOControl)) {
            throw refused(
                    "too-long",
                    "'%s' has more than %d characters, or some that are no text"
                            .formatted(field, longest),
                    field,
                    longest);
        }
        return said;
    }

    static PayingException missing(String field) {
        return refused("missing", "'%s' is missing".formatted(field), field);
    }

    static PayingException notADay(String text) {
        return refused("not-a-day", "'%s' is not a day from 1900 to 2999".formatted(text), text);
    }

    static PayingException noLines() {
        return refused("no-lines", "No payment line; name at least one paying unit");
    }

    static PayingException tooMany(int lines, int most) {
        return refused(
                "too-many",
                "%d payment lines are more than %d".formatted(lines, most),
                Integer.toString(lines),
                Integer.toString(most));
    }

    static PayingException noUnit() {
        return refused("no-unit", "A payment line without a paying unit; choose one");
    }

    static PayingException unitCode(String code) {
        return refused(
                "unit-code",
                "'%s' is not a code of a unit: 1 to 32 letters, digits or . _ / -".formatted(code),
                code);
    }

    static PayingException unknownUnit(String unit, String party) {
        return refused(
                "unknown-unit",
                "%s is not a paying unit of %s; add it first".formatted(unit, party),
                unit,
                party);
    }

    static PayingException unitTwice(String unit) {
        return refused(
                "unit-twice",
                "%s stands on two lines; put both parts on one, or add a unit of its own"
                        .formatted(unit),
                unit);
    }

    static PayingException unknownRoute(String code) {
        return refused("unknown-route", "'%s' is not a route of payment".formatted(code), code);
    }

    static PayingException unknownFund(String fund) {
        return refused("unknown-fund", "There is no fund %s in this book".formatted(fund), fund);
    }

    static PayingException weight(String text) {
        return refused(
                "weight",
                "'%s' is not a part: more than 0, at most 1000000, at most six decimals"
                        .formatted(text),
                text);
    }

    static PayingException twoRests() {
        return refused("two-rests", "Two lines without a part; only one can carry the rest");
    }

    static PayingException nothingLeft(String sum) {
        return refused(
                "nothing-left",
                "The parts come to %s per cent and leave no rest; lower them, or give every line"
                                .formatted(sum)
                        + " a part",
                sum);
    }

    static PayingException accountCode(String code) {
        return refused(
                "account-code",
                "'%s' is not an account code such as 5.1.05.05.01.0001".formatted(code),
                code);
    }

    static PayingException noNomenclature(String code) {
        return refused(
                "no-nomenclature",
                "Account code %s without the list in which it stands; name the list"
                        .formatted(code),
                code);
    }

    static PayingException noAccountCode(@Nullable String nomenclature) {
        return refused(
                "no-account-code",
                "'%s' names a list of account codes, but no code of it".formatted(nomenclature),
                String.valueOf(nomenclature));
    }

    static PayingException unknownParty(String party) {
        return new PayingException(
                Kind.NOT_FOUND,
                "paying.unknown-party",
                "There is no party %s in this book".formatted(party),
                party);
    }
}
