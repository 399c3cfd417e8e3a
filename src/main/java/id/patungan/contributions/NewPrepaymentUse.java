package id.patungan.contributions;

import id.patungan.basics.AccountCode;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * What becomes of money that was paid in advance or too much.
 *
 * @param receipt the receipt that brought it
 * @param charge the charge that it settles; null when it goes back
 * @param bank the account from which it goes back; null when it settles a charge
 */
public record NewPrepaymentUse(
        String receipt,
        LocalDate date,
        Money amount,
        @Nullable String charge,
        @Nullable AccountCode bank,
        String description,
        @Nullable Basis basis) {

    /** Checks the text. */
    public NewPrepaymentUse {
        description = Typed.text("description", description);
    }

    /** Applies it to a charge. */
    public static NewPrepaymentUse applied(
            String receipt, LocalDate date, Money amount, String charge, String description) {
        return new NewPrepaymentUse(receipt, date, amount, charge, null, description, null);
    }

    /** Pays it back. */
    public static NewPrepaymentUse refunded(
            String receipt, LocalDate date, Money amount, AccountCode bank, String description) {
        return new NewPrepaymentUse(receipt, date, amount, null, bank, description, null);
    }
}
