package id.patungan.contributions.lab;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;

/** Why rules were not compared, or a paper not saved or found; nothing was stored. */
public final class LabException extends DomainException {

    private static final long serialVersionUID = 1L;

    private LabException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static LabException notPositive(Money total) {
        return new LabException(
                Kind.REFUSED,
                "lab.not-positive",
                "The total must be more than zero, not %s".formatted(total),
                total);
    }

    static LabException otherCurrency(String given, String book) {
        return new LabException(
                Kind.REFUSED,
                "lab.other-currency",
                "The book of this body is kept in %s; give the total in it, not in %s"
                        .formatted(book, given),
                given,
                book);
    }

    static LabException year(int year) {
        return new LabException(
                Kind.REFUSED,
                "lab.year",
                "The year %d is not between 1900 and 2999".formatted(year),
                year);
    }

    static LabException rules(int count, int most) {
        return new LabException(
                Kind.REFUSED,
                "lab.rules",
                "Choose from two to %d rules to compare, not %d".formatted(most, count),
                count,
                most);
    }

    static LabException noRule(int place) {
        return new LabException(
                Kind.REFUSED,
                "lab.no-rule",
                "Rule %d is empty: name a rule of the body or write one".formatted(place),
                place);
    }

    static LabException notStanding(String assessment) {
        return new LabException(
                Kind.REFUSED,
                "lab.not-standing",
                "Assessment %s is cancelled; compare with one that stands".formatted(assessment),
                assessment);
    }

    static LabException notAChange(String text) {
        return new LabException(
                Kind.REFUSED,
                "lab.not-a-change",
                "'%s' is neither a figure of 0 or more nor a change in percent such as +10%%"
                        .formatted(text),
                text);
    }

    static LabException ambiguous(String text) {
        return new LabException(
                Kind.REFUSED,
                "lab.ambiguous",
                "%s can be read in two ways; write it without a separator of thousands"
                        .formatted(text),
                text);
    }

    static LabException noParty(String party) {
        return new LabException(
                Kind.REFUSED,
                "lab.no-party",
                "%s is not among those who share by these rules; choose one of them"
                        .formatted(party),
                party);
    }

    static LabException noFigure(String party, String indicator, int year) {
        return new LabException(
                Kind.REFUSED,
                "lab.no-figure",
                "%s has no figure %s of %d that could change by percent; give the new figure"
                        .formatted(party, indicator, year),
                party,
                indicator,
                year);
    }

    static LabException ramp(int most) {
        return new LabException(
                Kind.REFUSED,
                "lab.ramp",
                "A way from one rule to another needs two of the rules above and 1 to %d years"
                        .formatted(most),
                most);
    }

    static LabException corridor() {
        return new LabException(
                Kind.REFUSED,
                "lab.corridor",
                "The corridor is a percentage of 0 or more, such as 10");
    }

    static LabException ownTotal(int place) {
        return new LabException(
                Kind.REFUSED,
                "lab.own-total",
                "Rule %d makes its own total; a way leads between rules that divide a given total"
                        .formatted(place),
                place);
    }

    static LabException noTitle(int longest) {
        return new LabException(
                Kind.REFUSED,
                "lab.no-title",
                "Give the paper a title of at most %d characters".formatted(longest),
                longest);
    }

    static LabException seenOtherwise() {
        return new LabException(
                Kind.CONFLICT,
                "lab.seen-otherwise",
                "The figures or rules have changed since the comparison was shown; look at it"
                        + " again before saving");
    }

    static LabException noSuchPaper(String code) {
        return new LabException(
                Kind.NOT_FOUND,
                "lab.no-such-paper",
                "There is no lab paper %s that you may see".formatted(code),
                code);
    }

    static LabException unknownFormat(String format) {
        return new LabException(
                Kind.NOT_FOUND,
                "lab.unknown-format",
                "A lab paper comes as pdf, xlsx or json, not as %s".formatted(format),
                format);
    }
}
