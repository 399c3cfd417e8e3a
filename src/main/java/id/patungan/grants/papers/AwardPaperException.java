package id.patungan.grants.papers;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;

import java.time.LocalDate;
import java.util.Currency;

/** Why a paper about an award was not made or not issued; nothing was stored. */
public final class AwardPaperException extends DomainException {

    private static final long serialVersionUID = 1L;

    private AwardPaperException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    private static AwardPaperException refused(String code, String message, Object... arguments) {
        return new AwardPaperException(Kind.REFUSED, code, message, arguments);
    }

    static AwardPaperException order(LocalDate from, LocalDate until) {
        return refused(
                "awardpapers.order",
                "The last day %s is before the first day %s".formatted(until, from),
                from,
                until);
    }

    static AwardPaperException notInCurrency(String award, long entry, Currency currency) {
        return refused(
                "awardpapers.not-in-currency",
                "Entry %d of award %s says no amount in %s, in which this paper is"
                        .formatted(entry, award, currency),
                award,
                entry,
                currency.getCurrencyCode());
    }

    static AwardPaperException doesNotTie(String award, String what, long one, long other) {
        return refused(
                "awardpapers.does-not-tie",
                "The paper of award %s does not tie to the ledger: %s %d and %d"
                        .formatted(award, what, one, other),
                award,
                what,
                one,
                other);
    }

    static AwardPaperException notHibah(String award) {
        return refused(
                "awardpapers.not-hibah",
                "Award %s is no hibah: its giver gets a donor statement".formatted(award),
                award);
    }

    static AwardPaperException wrongYear(String award, int year, LocalDate from, LocalDate to) {
        return refused(
                "awardpapers.wrong-year",
                "Award %s runs from %s to %s, not in %d".formatted(award, from, to, year),
                award,
                year,
                from,
                to);
    }

    static AwardPaperException beforeLastSpending(LocalDate date, LocalDate last) {
        return refused(
                "awardpapers.before-last-spending",
                "The paper is dated %s, but money moved on %s; date it no earlier"
                        .formatted(date, last),
                date,
                last);
    }

    static AwardPaperException overBudget(String line, Money budget, Money spent) {
        return refused(
                "awardpapers.over-budget",
                "Line %s has a budget of %s and costs of %s; move the difference to another fund"
                        .formatted(line, budget, spent),
                line,
                budget,
                spent);
    }

    static AwardPaperException outsideBudget(String document, long entry, Money amount) {
        return refused(
                "awardpapers.outside-budget",
                "Entry %d (%s) charges %s that belongs to no line of the budget"
                        .formatted(entry, document, amount),
                document,
                entry,
                amount);
    }

    static AwardPaperException earlierRemainder(int year, Money amount) {
        return refused(
                "awardpapers.earlier-remainder",
                "%s of an earlier year still stands in the funds of the award of %d; return it first"
                        .formatted(amount, year),
                year,
                amount);
    }

    static AwardPaperException future(LocalDate date, LocalDate today) {
        return refused(
                "awardpapers.future",
                "The paper is dated %s, after today, %s".formatted(date, today),
                date,
                today);
    }

    static AwardPaperException standing(String paper) {
        return new AwardPaperException(
                Kind.CONFLICT,
                "awardpapers.standing",
                "Paper %s about this stands; give a reason to replace it".formatted(paper),
                paper);
    }

    static AwardPaperException noPeriod() {
        return new AwardPaperException(
                Kind.UNREADABLE,
                "awardpapers.no-period",
                "Give the first and the last day, or the year of an LPJ");
    }

    static AwardPaperException unknownLine(String award, String line) {
        return refused(
                "awardpapers.unknown-line",
                "Award %s has no budget line '%s'".formatted(award, line),
                award,
                line);
    }

    static AwardPaperException oneLanguage(boolean indonesianMissing) {
        return new AwardPaperException(
                Kind.UNREADABLE,
                indonesianMissing ? "awardpapers.note.no-id" : "awardpapers.note.no-en",
                "A note is typed in both languages; leave both empty to take it back");
    }

    static AwardPaperException tooLong(String field, int longest) {
        return new AwardPaperException(
                Kind.UNREADABLE,
                "awardpapers.note.too-long",
                "%s has more than %d characters".formatted(field, longest),
                field,
                longest);
    }

    static AwardPaperException nothingToTakeBack(String line) {
        return refused(
                "awardpapers.note.none",
                "No note about line %s and this period stands; type a text".formatted(line),
                line);
    }

    static AwardPaperException unknownPaper(String text) {
        return new AwardPaperException(
                Kind.NOT_FOUND,
                "awardpapers.unknown-paper",
                "'%s' is no paper about an award".formatted(text),
                text);
    }

    static AwardPaperException unknownFormat(String text) {
        return new AwardPaperException(
                Kind.UNREADABLE,
                "awardpapers.unknown-format",
                "'%s' is none of pdf, xlsx, csv and json".formatted(text),
                text);
    }
}
