package id.patungan.grants;

import id.patungan.ledger.Original;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * A posting in one of an award's funds, or with one of its lines in another fund. Closing entries
 * are left out.
 *
 * @param entry number of the entry
 * @param line of the entry, from 1
 * @param kind of the entry; of what it undoes, if it is a reversal
 * @param reversal whether the entry undoes another
 * @param account code
 * @param fund code
 * @param amount minor units of the book's currency, debit positive
 * @param charge code of the tranche that it belongs to, as {@code award/tranche}
 */
public record AwardMovement(
        long entry,
        int line,
        LocalDate date,
        String kind,
        boolean reversal,
        String description,
        @Nullable String documentNo,
        String account,
        String fund,
        long amount,
        @Nullable String party,
        @Nullable String awardLine,
        @Nullable String charge,
        @Nullable Original original,
        @Nullable String memo) {

    /** Whether it is a cost of the award: an expense or a thing bought, but no writing down. */
    public boolean cost() {
        return isCost(account);
    }

    /** Whether an account is one of costs; see {@link #cost()}. */
    static boolean isCost(String account) {
        return account.equals("12100")
                || (account.startsWith("5")
                        && !account.equals("55100")
                        && !account.equals("57100")
                        && !account.equals("58100"));
    }

    /** Whether it is money in the bank or in the till. */
    public boolean cash() {
        return account.startsWith("111") || account.startsWith("112");
    }
}
