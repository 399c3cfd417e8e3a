package id.patungan.contributions.arrears;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;

import java.time.LocalDate;

/** Why an ageing is not shown; nothing was stored. */
public final class ArrearsException extends DomainException {

    private static final long serialVersionUID = 1L;

    private ArrearsException(Kind kind, String code, String message, Object... arguments) {
        super(kind, code, message, arguments);
    }

    static ArrearsException doesNotTie(
            LocalDate asOf, String account, Money charges, Money ledger) {
        return new ArrearsException(
                Kind.REFUSED,
                "arrears.does-not-tie",
                ("On %s the open charges on account %s are %s and its balance is %s; the ageing is"
                                + " not shown until the difference of %s is cleared up with a check of the"
                                + " book")
                        .formatted(asOf, account, charges, ledger, ledger.minus(charges)),
                asOf,
                account,
                charges,
                ledger,
                ledger.minus(charges));
    }

    static ArrearsException notADay(String text) {
        return new ArrearsException(
                Kind.REFUSED,
                "arrears.not-a-day",
                "'%s' is not a day from 1900 to 2999; write it as 31-12-2006".formatted(text),
                text);
    }

    static ArrearsException unknownFormat(String format) {
        return new ArrearsException(
                Kind.NOT_FOUND,
                "arrears.unknown-format",
                "The ageing comes as csv, xlsx or json, not as " + format,
                format);
    }
}
