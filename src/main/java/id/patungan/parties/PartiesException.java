package id.patungan.parties;

import id.patungan.basics.DomainException;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;

/** What this module refuses. */
public final class PartiesException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final @Nullable String field;

    private PartiesException(
            Kind kind, String code, @Nullable String field, String message, Object... arguments) {
        super(kind, "parties." + code, message, arguments);
        this.field = field;
    }

    /** The field of the form or file that is to be corrected; null where it is none. */
    public @Nullable String field() {
        return field;
    }

    static PartiesException missing(String field) {
        return new PartiesException(
                Kind.UNREADABLE, "missing", field, field + " is missing; fill it in", field);
    }

    static PartiesException tooLong(String field, int length, int most) {
        return new PartiesException(
                Kind.UNREADABLE,
                "too-long",
                field,
                "%s has %d characters; at most %d are kept".formatted(field, length, most),
                field,
                length,
                most);
    }

    static PartiesException notText(String field) {
        return new PartiesException(
                Kind.UNREADABLE,
                "not-text",
                field,
                field + " has characters that are not text, such as tabs; type it anew",
                field);
    }

    static PartiesException badForm(String field, String value, String described) {
        return new PartiesException(
                Kind.UNREADABLE,
                "bad-form",
                field,
                "%s '%s' has the wrong form; use %s".formatted(field, value, described),
                field,
                value,
                described);
    }

    static PartiesException datesReversed(LocalDate from, LocalDate until) {
        return new PartiesException(
                Kind.UNREADABLE,
                "dates-reversed",
                "until",
                "until %s lies before from %s".formatted(until, from),
                from,
                until);
    }

    static PartiesException noteNeeded() {
        return new PartiesException(
                Kind.UNREADABLE,
                "sample-note-missing",
                "sampleNote",
                "A sample body needs a note in Indonesian and in English on what is invented");
    }

    static PartiesException noSuchBody(String code) {
        return new PartiesException(
                Kind.NOT_FOUND, "unknown-body", null, "There is no body '" + code + "'", code);
    }

    static PartiesException bodyExists(String code) {
        return new PartiesException(
                Kind.CONFLICT,
                "body-exists",
                "code",
                "A body '%s' exists and is set up differently; choose another code".formatted(code),
                code);
    }

    static PartiesException noSuchRegion(String code) {
        return new PartiesException(
                Kind.REFUSED,
                "unknown-region",
                "code",
                "'%s' is not the code of an official region; codes of others begin with a letter"
                        .formatted(code),
                code);
    }

    static PartiesException noSuchParty(String code) {
        return new PartiesException(
                Kind.NOT_FOUND,
                "unknown-party",
                "party",
                "There is no party '%s' in this body; register it first".formatted(code),
                code);
    }

    static PartiesException partyExists(String code, String name) {
        return new PartiesException(
                Kind.CONFLICT,
                "party-exists",
                "code",
                "The code '%s' belongs to %s; edit that party or choose another code"
                        .formatted(code, name),
                code,
                name);
    }

    static PartiesException regionName(String code, String name) {
        return new PartiesException(
                Kind.REFUSED,
                "region-name",
                "name",
                "The region %s is officially called '%s'; leave the name empty"
                        .formatted(code, name),
                code,
                name);
    }

    static PartiesException membershipOverlaps(String code, LocalDate from) {
        return new PartiesException(
                Kind.CONFLICT,
                "membership-overlaps",
                "from",
                "'%s' already is a member in that period (since %s); end that membership first"
                        .formatted(code, from),
                code,
                from);
    }

    static PartiesException noSuchMembership(String code, LocalDate from) {
        return new PartiesException(
                Kind.NOT_FOUND,
                "unknown-membership",
                null,
                "'%s' has no membership from %s".formatted(code, from),
                code,
                from);
    }

    static PartiesException noSuchAgreement(String code) {
        return new PartiesException(
                Kind.NOT_FOUND,
                "unknown-agreement",
                "agreement",
                "There is no agreement '%s' in this body".formatted(code),
                code);
    }

    static PartiesException agreementExists(String code) {
        return new PartiesException(
                Kind.CONFLICT,
                "agreement-exists",
                "code",
                "An agreement '%s' exists and reads differently; choose another code"
                        .formatted(code),
                code);
    }

    static PartiesException notASigner(String number, String party) {
        return new PartiesException(
                Kind.REFUSED,
                "not-a-signer",
                "numbers",
                "The number '%s' is given to '%s', who is not among the signatories"
                        .formatted(number, party),
                number,
                party);
    }

    static PartiesException twiceASigner(String party) {
        return new PartiesException(
                Kind.REFUSED,
                "twice-a-signer",
                "signers",
                "'%s' stands twice among the signatories".formatted(party),
                party);
    }

    static PartiesException signatoryOverlaps(SignatoryRole role, String name, LocalDate from) {
        return new PartiesException(
                Kind.CONFLICT,
                "signatory-overlaps",
                "from",
                "%s signs as %s in that period (from %s); end that period first"
                        .formatted(name, role, from),
                role,
                name,
                from);
    }

    static PartiesException noSuchSignatory(SignatoryRole role, LocalDate from) {
        return new PartiesException(
                Kind.NOT_FOUND,
                "unknown-signatory",
                null,
                "Nobody signs as %s from %s".formatted(role, from),
                role,
                from);
    }

    static PartiesException noIndicator(Collection<String> parties, String indicator, int year) {
        var who = String.join(", ", parties);
        return new PartiesException(
                Kind.REFUSED,
                "indicator-missing",
                "indicator",
                "There is no figure '%s' of %d for %s; record it with its source first"
                        .formatted(indicator, year, who),
                indicator,
                Integer.toString(year),
                who);
    }
}
