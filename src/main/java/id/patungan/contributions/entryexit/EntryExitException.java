package id.patungan.contributions.entryexit;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;

import java.time.LocalDate;

/** Why joining or leaving was not simulated or recorded; nothing was stored. */
public final class EntryExitException extends DomainException {

    private static final long serialVersionUID = 1L;

    private EntryExitException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static EntryExitException day(LocalDate day) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.day",
                "%s is not a day of these times; check the year".formatted(day),
                day);
    }

    static EntryExitException notADay(String text) {
        return new EntryExitException(
                Kind.UNREADABLE,
                "entry-exit.not-a-day",
                "'%s' is not a day; write it like 2006-12-31".formatted(text),
                text);
    }

    static EntryExitException notANumber(String field, String text) {
        return new EntryExitException(
                Kind.UNREADABLE,
                "entry-exit.not-a-number",
                "%s: '%s' is not a whole number".formatted(field, text),
                field,
                text);
    }

    static EntryExitException notAnAmount(String text) {
        return new EntryExitException(
                Kind.UNREADABLE,
                "entry-exit.not-an-amount",
                "'%s' is not an amount that can be read in one way only".formatted(text),
                text);
    }

    static EntryExitException notSaid(String field) {
        return new EntryExitException(
                Kind.REFUSED, "entry-exit.not-said", "'%s' is missing".formatted(field), field);
    }

    static EntryExitException tooLong(String field, int longest) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.too-long",
                "'%s' has more than %d characters, or some that are no text"
                        .formatted(field, longest),
                field,
                longest);
    }

    static EntryExitException year(int year) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.year",
                "%d is not a year from 1900 to 2999".formatted(year),
                year);
    }

    static EntryExitException months(int months) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.months",
                "%d is not a number of months from 0 to 120".formatted(months),
                months);
    }

    static EntryExitException years(int years, int most) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.years",
                "%d is not a number of years from 0 to %d".formatted(years, most),
                years,
                most);
    }

    static EntryExitException notPositive(Money total) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.not-positive",
                "The total of a year is %s; it must be more than zero".formatted(total),
                total);
    }

    static EntryExitException otherCurrency(String asked, String book) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.other-currency",
                "The total is in %s, the book in %s".formatted(asked, book),
                asked,
                book);
    }

    static EntryExitException isMember(String party, LocalDate day) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.is-member",
                "%s is a member on %s already".formatted(party, day),
                party,
                day);
    }

    static EntryExitException notMember(String party, LocalDate day) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.not-member",
                "%s is not a member on %s".formatted(party, day),
                party,
                day);
    }

    static EntryExitException noParty(String party) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.no-party",
                "%s is not a party of this body; enter it under parties first".formatted(party),
                party);
    }

    static EntryExitException onlyMember(String party) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.only-member",
                "Without %s nobody is left to share".formatted(party),
                party);
    }

    static EntryExitException noSuchChange(int number) {
        return new EntryExitException(
                Kind.NOT_FOUND,
                "entry-exit.no-such-change",
                "No joining or notice has the number %d".formatted(number),
                Integer.toString(number));
    }

    static EntryExitException withdrawn(int number) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.withdrawn",
                "Record %d is withdrawn already".formatted(number),
                Integer.toString(number));
    }

    static EntryExitException newerFirst(int number, int newer) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.newer-first",
                "Record %1$d is older than %2$d; withdraw %2$d first".formatted(number, newer),
                Integer.toString(number),
                Integer.toString(newer));
    }

    static EntryExitException changedSince(String party) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.changed-since",
                ("The membership of %s was changed since on the page of members; set it back there"
                                + " first")
                        .formatted(party),
                party);
    }

    static EntryExitException untouched(String assessment, int number) {
        return new EntryExitException(
                Kind.NOT_FOUND,
                "entry-exit.untouched",
                "Record %d does not touch the assessment %s".formatted(number, assessment),
                assessment,
                Integer.toString(number));
    }

    static EntryExitException nothingLeft(String assessment) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.nothing-left",
                "The difference on %s is settled; nothing is left".formatted(assessment),
                assessment);
    }

    static EntryExitException ownTotal() {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.own-total",
                "This rule makes its own total, so there is none to be kept");
    }

    static EntryExitException mixedWays(int year) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.mixed-ways",
                "In %d another record lets the others stay; they cannot be worked out together"
                        .formatted(year),
                Integer.toString(year));
    }

    static EntryExitException backAgain(String party) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.back-again",
                "%s leaves and joins within the year".formatted(party),
                party);
    }

    static EntryExitException ownRecord(int number) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.own-record",
                "You recorded %d yourself; another person charges by it".formatted(number),
                Integer.toString(number));
    }

    static EntryExitException settled(int number, String paper) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.settled",
                "Record %d has led to %s; cancel that first".formatted(number, paper),
                Integer.toString(number),
                paper);
    }

    static EntryExitException notJoining(int number) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.not-joining",
                "Record %d is no joining".formatted(number),
                Integer.toString(number));
    }

    static EntryExitException boughtIn(String party, String levy) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.bought-in",
                "%s was charged its buy-in by %s already".formatted(party, levy),
                party,
                levy);
    }

    static EntryExitException nothingToBuy(Money part) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.nothing-to-buy",
                "Its part of the net assets is %s".formatted(part),
                part);
    }

    static EntryExitException ruleNames(String rule, String party) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.rule-names",
                ("Rule %s names %s, so it does not say who pays what without it; choose the rule that"
                                + " divides without it")
                        .formatted(rule, party),
                rule,
                party);
    }

    static EntryExitException paysNothing(String rule, String party) {
        return new EntryExitException(
                Kind.REFUSED,
                "entry-exit.pays-nothing",
                "Rule %s gives %s no share; choose the rule that divides with it"
                        .formatted(rule, party),
                rule,
                party);
    }
}
