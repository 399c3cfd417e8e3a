package id.patungan.contributions.disputes;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;
import id.patungan.contributions.disputes.Dispute.State;
import id.patungan.contributions.disputes.Dispute.Subject;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** Why a balance was not confirmed or a dispute not recorded; nothing was stored. */
public final class DisputesException extends DomainException {

    private static final long serialVersionUID = 1L;

    private DisputesException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    /** The text without blanks around it, refused by the name of its field. */
    static String text(String field, @Nullable String text, int longest) {
        var said = text == null ? "" : text.strip();
        if (said.isEmpty()) {
            throw new DisputesException(
                    Kind.REFUSED, "disputes.missing", "'%s' is empty".formatted(field), field);
        }
        if (said.codePointCount(0, said.length()) > longest
                || said.codePoints()
                        .anyMatch(
                                one -> Character.isISOControl(one) && one != '\n' && one != '\r')) {
            throw new DisputesException(
                    Kind.REFUSED,
                    "disputes.too-long",
                    "'%s' has more than %d characters, or some that are no text"
                            .formatted(field, longest),
                    field,
                    longest);
        }
        return said;
    }

    static DisputesException notADay(String text) {
        return new DisputesException(
                Kind.REFUSED,
                "disputes.not-a-day",
                "'%s' is not a day from 1900 to 2999".formatted(text),
                text);
    }

    static DisputesException inFuture(LocalDate asOf, LocalDate today) {
        return new DisputesException(
                Kind.REFUSED,
                "disputes.in-future",
                "%s is after today, %s; a balance is that of a day that is over or today"
                        .formatted(asOf, today),
                asOf,
                today);
    }

    static DisputesException otherBalance(LocalDate asOf, Money held, Money asked) {
        return new DisputesException(
                Kind.CONFLICT,
                "disputes.other-balance",
                "The book holds %s on %s, not %s; look at the balance again"
                        .formatted(held, asOf, asked),
                asOf,
                held,
                asked);
    }

    static DisputesException confirmedAlready(int number, LocalDate asOf) {
        return new DisputesException(
                Kind.CONFLICT,
                "disputes.confirmed-already",
                "Confirmation %d already confirms this balance of %s".formatted(number, asOf),
                Integer.toString(number),
                asOf);
    }

    static DisputesException disputed(int number, LocalDate asOf) {
        return new DisputesException(
                Kind.REFUSED,
                "disputes.balance-disputed",
                "Dispute %d about the balance of %s is open; withdraw it to confirm the balance"
                        .formatted(number, asOf),
                Integer.toString(number),
                asOf);
    }

    static DisputesException whichOne(Subject subject) {
        return new DisputesException(
                Kind.REFUSED,
                "disputes.which-one",
                ("Name what is disputed and nothing else: for a balance the day, for a charge its"
                                + " code, for a line the number of its entry (%s was asked for)")
                        .formatted(subject.code()),
                subject.code());
    }

    static DisputesException noSuchCharge(String charge) {
        return new DisputesException(
                Kind.NOT_FOUND,
                "disputes.no-such-charge",
                "There is no charge %s of this party".formatted(charge),
                charge);
    }

    static DisputesException noSuchLine(long entry) {
        return new DisputesException(
                Kind.NOT_FOUND,
                "disputes.no-such-line",
                "Entry %d is no line of the statement of this party".formatted(entry),
                Long.toString(entry));
    }

    static DisputesException open(int number) {
        return new DisputesException(
                Kind.CONFLICT,
                "disputes.open",
                "Dispute %d is about the same and still open; say there what is to be added"
                        .formatted(number),
                Integer.toString(number));
    }

    static DisputesException noSuchDispute(int number) {
        return new DisputesException(
                Kind.NOT_FOUND,
                "disputes.no-such-dispute",
                "There is no dispute %d that you may see".formatted(number),
                Integer.toString(number));
    }

    static DisputesException closed(int number, State state) {
        return new DisputesException(
                Kind.CONFLICT,
                "disputes.closed",
                "Dispute %d is %s; only an open one can be answered or withdrawn"
                        .formatted(number, state.code()),
                Integer.toString(number));
    }

    static DisputesException ownWork() {
        return new DisputesException(
                Kind.REFUSED,
                "disputes.own-work",
                "Whoever raised a dispute or spoke for the party does not answer it for the"
                        + " secretariat");
    }

    static DisputesException unknownAnswer(String answer) {
        return new DisputesException(
                Kind.REFUSED,
                "disputes.unknown-answer",
                "'%s' is not an answer".formatted(answer),
                answer);
    }
}
