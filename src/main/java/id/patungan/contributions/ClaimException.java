package id.patungan.contributions;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;

import java.time.LocalDate;

/** Why a credit note, an allowance, a write-off or what follows from it was refused. */
public final class ClaimException extends DomainException {

    private static final long serialVersionUID = 1L;

    private ClaimException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static ClaimException noSuchClaim(String charge) {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.no-such-claim",
                "There is no charge %s in this book; choose one of an assessment".formatted(charge),
                charge);
    }

    static ClaimException creditTooMuch(String charge, Money amount, Money rest) {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.credit-too-much",
                "A credit of %s is more than what is still charged of %s: %s. Credit that at most"
                        .formatted(amount, charge, rest),
                charge,
                amount,
                rest);
    }

    static ClaimException allowanceTooMuch(String charge, Money amount, Money rest) {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.allowance-too-much",
                ("An allowance of %s on %s is more than what is open and not covered yet: %s. Allow for"
                                + " that at most")
                        .formatted(amount, charge, rest),
                charge,
                amount,
                rest);
    }

    static ClaimException releaseTooMuch(String charge, Money amount, Money there) {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.release-too-much",
                ("%s of the allowance on %s cannot be taken back: from that day on %s of it is there."
                                + " Take back that at most, or a later day")
                        .formatted(amount, charge, there),
                charge,
                amount,
                there);
    }

    static ClaimException writeOffTooMuch(String charge, Money amount, Money open) {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.write-off-too-much",
                "%s of %s cannot be written off: from that day on %s is open. Write off that at most"
                        .formatted(amount, charge, open),
                charge,
                amount,
                open);
    }

    static ClaimException notCovered(String charge, Money amount, Money covered, Money missing) {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.not-covered",
                ("%s of %s cannot be written off: the allowance covers %s. Book an allowance of %s"
                                + " first, or ask for both in one entry")
                        .formatted(amount, charge, covered, missing),
                charge,
                amount,
                covered,
                missing);
    }

    static ClaimException recoverTooMuch(String charge, Money amount, Money memo) {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.recover-too-much",
                ("%s is more than what of %s was written off and is still claimed: %s. Take that at"
                                + " most")
                        .formatted(amount, charge, memo),
                charge,
                amount,
                memo);
    }

    static ClaimException writtenOff(String charge, Money writtenOff) {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.written-off",
                ("%s of %s was written off, so there is nothing from which to take this back. Take it"
                                + " into the receivables again by a recovery first")
                        .formatted(writtenOff, charge),
                charge,
                writtenOff);
    }

    static ClaimException belowCredited(String charge, Money share, Money taken) {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.below-credited",
                ("By the later figures %s is %s, less than the %s that credit notes and write-offs took"
                                + " off it. Undo these first")
                        .formatted(charge, share, taken),
                charge,
                share,
                taken);
    }

    static ClaimException alreadyDecided(int number) {
        return new ClaimException(
                Kind.CONFLICT,
                "contributions.claim-decided",
                "Wish %d is decided already".formatted(number),
                Integer.toString(number));
    }

    static ClaimException notApproved(int number) {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.claim-not-approved",
                "Wish %d is not approved, or booked already; nothing is booked".formatted(number),
                Integer.toString(number));
    }

    static ClaimException ownWork() {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.claim-own-work",
                "Who prepared it does not approve it; another person must");
    }

    static ClaimException noReason() {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.claim-no-reason",
                "To turn it down needs a reason of 1 to 400 characters");
    }

    static ClaimException noSuchWish(int number) {
        return new ClaimException(
                Kind.NOT_FOUND,
                "contributions.no-such-wish",
                "There is no wish %d".formatted(number),
                Integer.toString(number));
    }

    static ClaimException future(LocalDate date, LocalDate today) {
        return new ClaimException(
                Kind.REFUSED,
                "contributions.claim-future",
                "A claim is given up on the day of the decision, not on %s, which is after today, %s"
                        .formatted(date, today),
                date,
                today);
    }
}
