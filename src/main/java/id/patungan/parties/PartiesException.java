package id.patungan.parties;

import id.patungan.basics.DomainException;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collection;

/** What this module refuses. */
public final class PartiesException extends DomainException {

    private static final long serialVersionUID = 1L;

    private final @Nullable PartyField field;

    private PartiesException(
            Kind kind,
            String code,
            @Nullable PartyField field,
            String message,
            Object... arguments) {
        super(kind, "parties." + code, message, arguments);
        this.field = field;
    }

    /** The field of the form or file that is to be corrected; null where it is none. */
    public @Nullable PartyField field() {
        return field;
    }

    static PartiesException missing(PartyField field) {
        return new PartiesException(
                Kind.UNREADABLE, "missing", field, field.id() + " is missing; fill it in", field);
    }

    static PartiesException tooLong(PartyField field, int length, int most) {
        return new PartiesException(
                Kind.UNREADABLE,
                "too-long",
                field,
                "%s has %d characters; at most %d are kept".formatted(field.id(), length, most),
                field,
                length,
                most);
    }

    static PartiesException notText(PartyField field) {
        return new PartiesException(
                Kind.UNREADABLE,
                "not-text",
                field,
                field.id() + " has characters that are not text, such as tabs; type it anew",
                field);
    }

    static PartiesException badForm(PartyField field, String value, String described) {
        return new PartiesException(
                Kind.UNREADABLE,
                "bad-form",
                field,
                "%s '%s' has the wrong form; use %s".formatted(field.id(), value, described),
                field,
                value,
                described);
    }

    static PartiesException ambiguousFigure(String text, String larger, String smaller) {
        return new PartiesException(
                Kind.UNREADABLE,
                "ambiguous-figure",
                PartyField.VALUE,
                "'%s' can mean %s or %s; write one of these".formatted(text, larger, smaller),
                text,
                larger,
                smaller);
    }

    static PartiesException notAFigure(String text) {
        return new PartiesException(
                Kind.UNREADABLE,
                "not-a-figure",
                PartyField.VALUE,
                "'%s' is not a number; write digits with a decimal point, such as 573.749"
                        .formatted(text),
                text);
    }

    static PartiesException repeated(PartyField field, String key, int line) {
        return new PartiesException(
                Kind.UNREADABLE,
                "repeated",
                field,
                "'%s' already stands in line %d of the file".formatted(key, line),
                key,
                Integer.toString(line));
    }

    static PartiesException notADate(PartyField field, String text) {
        return new PartiesException(
                Kind.UNREADABLE,
                "not-a-date",
                field,
                "%s '%s' is not a date; write it like 2006-12-31 or 31/12/2006"
                        .formatted(field.id(), text),
                field,
                text);
    }

    static PartiesException datesReversed(LocalDate from, LocalDate until) {
        return new PartiesException(
                Kind.UNREADABLE,
                "dates-reversed",
                PartyField.UNTIL,
                "until %s lies before from %s".formatted(until, from),
                from,
                until);
    }

    static PartiesException noteNeeded() {
        return new PartiesException(
                Kind.UNREADABLE,
                "sample-note-missing",
                PartyField.SAMPLE_NOTE,
                "A sample body needs a note in Indonesian and in English on what is invented");
    }

    /** There is no body with that code. */
    public static PartiesException noSuchBody(String code) {
        return new PartiesException(
                Kind.NOT_FOUND, "unknown-body", null, "There is no body '" + code + "'", code);
    }

    static PartiesException bodyExists(String code) {
        return new PartiesException(
                Kind.CONFLICT,
                "body-exists",
                PartyField.CODE,
                "A body '%s' exists and is set up differently; choose another code".formatted(code),
                code);
    }

    static PartiesException noSuchRegion(String code) {
        return new PartiesException(
                Kind.REFUSED,
                "unknown-region",
                PartyField.CODE,
                "'%s' is not the code of an official region; codes of others begin with a letter"
                        .formatted(code),
                code);
    }

    static PartiesException noSuchParty(String code) {
        return new PartiesException(
                Kind.NOT_FOUND,
                "unknown-party",
                PartyField.PARTY,
                "There is no party '%s' in this body; register it first".formatted(code),
                code);
    }

    static PartiesException partyExists(String code, String name) {
        return new PartiesException(
                Kind.CONFLICT,
                "party-exists",
                PartyField.CODE,
                "The code '%s' belongs to %s; edit that party or choose another code"
                        .formatted(code, name),
                code,
                name);
    }

    static PartiesException regionName(String code, String name) {
        return new PartiesException(
                Kind.REFUSED,
                "region-name",
                PartyField.NAME,
                "The region %s is officially called '%s'; leave the name empty"
                        .formatted(code, name),
                code,
                name);
    }

    static PartiesException membershipOverlaps(String code, LocalDate from) {
        return new PartiesException(
                Kind.CONFLICT,
                "membership-overlaps",
                PartyField.FROM,
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
                PartyField.AGREEMENT,
                "There is no agreement '%s' in this body".formatted(code),
                code);
    }

    static PartiesException agreementExists(String code) {
        return new PartiesException(
                Kind.CONFLICT,
                "agreement-exists",
                PartyField.CODE,
                "An agreement '%s' exists and reads differently; choose another code"
                        .formatted(code),
                code);
    }

    static PartiesException notASigner(String number, String party) {
        return new PartiesException(
                Kind.REFUSED,
                "not-a-signer",
                PartyField.NUMBERS,
                "The number '%s' is given to '%s', who is not among the signatories"
                        .formatted(number, party),
                number,
                party);
    }

    static PartiesException twiceASigner(String party) {
        return new PartiesException(
                Kind.REFUSED,
                "twice-a-signer",
                PartyField.SIGNERS,
                "'%s' stands twice among the signatories".formatted(party),
                party);
    }

    static PartiesException signatoryOverlaps(SignatoryRole role, String name, LocalDate from) {
        return new PartiesException(
                Kind.CONFLICT,
                "signatory-overlaps",
                PartyField.FROM,
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

    static PartiesException noFigureHere(String party, String indicator, int year) {
        return new PartiesException(
                Kind.NOT_FOUND,
                "unknown-figure",
                null,
                "There is no figure '%s' of %d for '%s'".formatted(indicator, year, party),
                party,
                indicator,
                Integer.toString(year));
    }

    static PartiesException alreadyRealised(String party, String indicator, int year) {
        return new PartiesException(
                Kind.CONFLICT,
                "already-realised",
                PartyField.REVENUE_BASIS,
                ("The realised '%s' of %s for %d is recorded; a budget cannot take its place, only"
                                + " another realised figure")
                        .formatted(indicator, party, year),
                indicator,
                party,
                Integer.toString(year));
    }

    static PartiesException noIndicator(Collection<String> parties, String indicator, int year) {
        var who = String.join(", ", parties);
        return new PartiesException(
                Kind.REFUSED,
                "indicator-missing",
                PartyField.INDICATOR,
                "There is no figure '%s' of %d for %s; record it with its source first"
                        .formatted(indicator, year, who),
                indicator,
                Integer.toString(year),
                who);
    }
}
