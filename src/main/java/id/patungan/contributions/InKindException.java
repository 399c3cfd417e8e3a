package id.patungan.contributions;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;

import java.math.BigDecimal;
import java.time.LocalDate;

/** Why something given in kind was not recorded, decided or found; nothing was stored. */
public final class InKindException extends DomainException {

    private static final long serialVersionUID = 1L;

    private InKindException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static InKindException period(LocalDate from, LocalDate until) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.period",
                "The period ends on %s, before it begins on %s".formatted(until, from),
                from,
                until);
    }

    static InKindException beforePeriod(LocalDate on, LocalDate from) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.before-period",
                "%s lies before %s, the first day on which it is given".formatted(on, from),
                on,
                from);
    }

    static InKindException quantity(BigDecimal quantity) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.quantity",
                "%s is not a quantity: more than zero, at most two decimals"
                        .formatted(quantity.toPlainString()),
                quantity.toPlainString());
    }

    static InKindException notPositive(String field, Money amount) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.not-positive",
                "%s is %s; it must be more than zero".formatted(field, amount),
                field,
                amount);
    }

    static InKindException noTariff() {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.no-tariff",
                "No tariff: what counts towards dues, or is valued by tariff, needs the agreed one");
    }

    static InKindException noValue() {
        return new InKindException(
                Kind.REFUSED, "in-kind.no-value", "No value: only an agreed tariff makes one");
    }

    static InKindException otherValue(Money value, Money made) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.other-value",
                "The value is %s, but quantity times tariff is %s; leave one out"
                        .formatted(value, made),
                value,
                made);
    }

    static InKindException account(String account) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.account",
                ("%s is neither an expense nor a fixed asset; what is given in kind never goes"
                                + " through cash or bank")
                        .formatted(account),
                account);
    }

    static InKindException unknownFund(String fund) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.unknown-fund",
                "%s is not a fund of this book".formatted(fund),
                fund);
    }

    static InKindException unknownAccount(String account) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.unknown-account",
                "%s is not in the chart of accounts".formatted(account),
                account);
    }

    static InKindException noFund() {
        return new InKindException(
                Kind.REFUSED, "in-kind.no-fund", "No fund: name the one that benefits");
    }

    static InKindException otherFund(String charge, String fund, String asked) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.other-fund",
                "%s is charged in %s, not in %s; leave the fund out".formatted(charge, fund, asked),
                charge,
                fund,
                asked);
    }

    static InKindException notDues(String charge) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.not-dues",
                "%s is no charge for dues; what is given in kind counts towards dues alone"
                        .formatted(charge),
                charge);
    }

    static InKindException nothingOpen(String charge, LocalDate on) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.nothing-open",
                "Nothing is open of %s on %s; record it without a charge".formatted(charge, on),
                charge,
                on);
    }

    static InKindException usedUp(String article, String year, Money most) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.used-up",
                "%s counts %s at most for %s, and that is used up; record it without a charge"
                        .formatted(article, most, year),
                article,
                year,
                most);
    }

    static InKindException settled(String charge) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.settled",
                ("%s was settled in kind, and nobody is paid back in money what was given in kind."
                                + " Reverse that first and record it again for what is left")
                        .formatted(charge),
                charge);
    }

    static InKindException noSuch(int number) {
        return new InKindException(
                Kind.NOT_FOUND,
                "in-kind.no-such",
                "No. %d is not in the register".formatted(number),
                number);
    }

    static InKindException decided(int number) {
        return new InKindException(
                Kind.CONFLICT,
                "in-kind.decided",
                "No. %d is decided already".formatted(number),
                number);
    }

    static InKindException notRecorded(int number) {
        return new InKindException(
                Kind.REFUSED,
                "in-kind.not-recorded",
                "No. %d does not stand in the book, so there is nothing to reverse"
                        .formatted(number),
                number);
    }

    static InKindException ownWork() {
        return new InKindException(
                Kind.FORBIDDEN,
                "in-kind.own-work",
                "Somebody else decides about what you proposed");
    }

    static InKindException noReason() {
        return new InKindException(
                Kind.REFUSED, "in-kind.no-reason", "To turn it down a reason is needed");
    }
}
