package id.patungan.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * The wish to open the book of a body.
 *
 * @param code of the body: 1 to 32 of {@code A-Z a-z 0-9 . _ -}
 * @param firstOpen any day of the first month that can be posted to
 * @param approvalRequired whether an entry made by hand needs another person's approval
 */
public record NewBook(
        String code,
        Currency currency,
        ZoneId zone,
        LocalDate firstOpen,
        boolean approvalRequired) {

    /** Checks the code, and moves the date to the first of its month. */
    public NewBook {
        Texts.requireCode("code of a book", code, 32);
        firstOpen = firstOpen.withDayOfMonth(1);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " is not money that can be counted");
        }
    }
}
