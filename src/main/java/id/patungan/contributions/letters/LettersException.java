package id.patungan.contributions.letters;

import id.patungan.basics.DomainException;

import java.time.LocalDate;

/** Why a letter or a receipt was not issued; nothing was stored. */
public final class LettersException extends DomainException {

    private static final long serialVersionUID = 1L;

    private LettersException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    private static LettersException refused(String code, String message, Object... arguments) {
        return new LettersException(Kind.REFUSED, "letters." + code, message, arguments);
    }

    static LettersException badNumber(String given) {
        return refused(
                "bad-number",
                "'%s' is no account number: 3 to 40 digits, capital letters, blanks, dots and hyphens"
                        .formatted(given),
                given);
    }

    static LettersException badText(String field, int longest) {
        return refused(
                "bad-" + field,
                "Field %s: give a text of at most %d characters".formatted(field, longest),
                longest);
    }

    static LettersException notBank(String account) {
        return refused(
                "not-bank",
                "%s is no bank account of this book; take one of 112xx".formatted(account),
                account);
    }

    static LettersException unknownFund(String fund) {
        return refused(
                "unknown-fund",
                "This book has no fund %s; take one from the list of funds".formatted(fund),
                fund);
    }

    static LettersException fundTaken(String fund, String account) {
        return refused(
                "fund-taken",
                "Money of %s already goes to account %s; change that one".formatted(fund, account),
                fund,
                account);
    }

    static LettersException othersTaken(String account) {
        return refused(
                "others-taken",
                "Account %s already takes the money of all other funds; name a fund for this one"
                        .formatted(account),
                account);
    }

    static LettersException noPaymentAccount(String fund) {
        return refused(
                "no-payment-account",
                "No bank account is named into which money of fund %s is paid; add one under payment accounts"
                        .formatted(fund),
                fund);
    }

    static LettersException noSuchPaymentAccount(String account) {
        return new LettersException(
                Kind.NOT_FOUND,
                "letters.no-such-payment-account",
                "No payment account is kept for ledger account %s".formatted(account),
                account);
    }

    static LettersException nothingOpen(String charge, LocalDate date) {
        return refused(
                "nothing-open",
                "Nothing of charge %s is open on %s: there is nothing to ask for"
                        .formatted(charge, date),
                charge,
                date);
    }

    static LettersException beforeAssessment(String assessment, LocalDate issued, LocalDate date) {
        return refused(
                "before-assessment",
                "Assessment %s is of %s; a letter of %s would be older than what it asks for"
                        .formatted(assessment, issued, date),
                assessment,
                issued,
                date);
    }

    static LettersException reversed(String code) {
        return refused(
                "reversed",
                "%s is cancelled; no paper is issued for it any more".formatted(code),
                code);
    }

    static LettersException noSuchCharge(String charge) {
        return new LettersException(
                Kind.NOT_FOUND,
                "letters.no-such-charge",
                "There is no charge %s here; the assessment lists its charges".formatted(charge),
                charge);
    }

    static LettersException standing(String code, String subject) {
        return new LettersException(
                Kind.CONFLICT,
                "letters.standing",
                "%s was already issued for %s and stands; replace it, giving the reason"
                        .formatted(code, subject),
                code,
                subject);
    }

    static LettersException noneStanding(String subject) {
        return refused(
                "none-standing",
                "No paper for %s stands that could be replaced; issue one".formatted(subject),
                subject);
    }

    static LettersException unknownLanguage(String given) {
        return refused(
                "unknown-language",
                "'%s' is no language of papers; choose id or en".formatted(given),
                given);
    }

    static LettersException copies(int most, int longest) {
        return refused(
                "copies",
                "Name at most %d who get a copy, a line each of at most %d characters"
                        .formatted(most, longest),
                most,
                longest);
    }

    static LettersException farDate(LocalDate date, LocalDate today) {
        return refused(
                "far-date",
                "%s lies after today, %s; papers are dated when they are issued"
                        .formatted(date, today),
                date,
                today);
    }

    static LettersException beforeReceipt(String receipt, LocalDate received, LocalDate date) {
        return refused(
                "before-receipt",
                "Receipt %s came in on %s; a paper of %s would be older than the money"
                        .formatted(receipt, received, date),
                receipt,
                received,
                date);
    }

    static LettersException beforeClaim(String claim, LocalDate booked, LocalDate date) {
        return refused(
                "before-claim",
                "%s is of %s; a paper of %s would be older than what it is about"
                        .formatted(claim, booked, date),
                claim,
                booked,
                date);
    }

    static LettersException ownMatter(String claim) {
        return refused(
                "own-matter",
                "%s is an allowance: the body's own estimate, of which no payer gets a paper"
                        .formatted(claim),
                claim);
    }

    /** A paper that is not made anew: what it says is followed by another of its kind. */
    public static LettersException notReplaced(String code) {
        return refused(
                "not-replaced",
                "%s is a reminder or a note; it is not made anew, the next one says what follows"
                        .formatted(code),
                code);
    }

    static LettersException noSuchRun(int number) {
        return new LettersException(
                Kind.NOT_FOUND,
                "letters.no-such-run",
                "There is no run %d of letters here".formatted(number),
                number);
    }

    static LettersException nothingToSend(String assessment) {
        return refused(
                "nothing-to-send",
                "Every open charge of %s has its letter; replace single ones, giving the reason"
                        .formatted(assessment),
                assessment);
    }
}
