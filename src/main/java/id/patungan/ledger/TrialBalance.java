package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;

import java.time.LocalDate;
import java.util.List;

/**
 * The balance of every account in every fund.
 *
 * @param asOf the last accounting date that counts
 * @param knownAt number of the last entry that counts
 */
public record TrialBalance(LocalDate asOf, long knownAt, List<Row> rows) {

    /** Copies the list. */
    public TrialBalance {
        rows = List.copyOf(rows);
    }

    /**
     * One account in one fund, in minor units of the book's currency.
     *
     * @param debit sum of the debits
     * @param credit sum of the credits, as a positive figure
     */
    public record Row(AccountCode account, FundCode fund, long debit, long credit) {

        /** Debits minus credits. */
        public long balance() {
            return Math.subtractExact(debit, credit);
        }
    }
}
