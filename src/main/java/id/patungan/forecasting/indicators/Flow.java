package id.patungan.forecasting.indicators;

import id.patungan.ledger.Restriction;

import org.jspecify.annotations.Nullable;

/**
 * Income or expense of a span, closing entries left out, summed over what is the same in all of
 * this.
 *
 * @param income whether it is income; otherwise expense
 * @param fundingClass D0 to D5 on income; null where the account has none
 * @param party code of the party that the postings name
 * @param payer who paid, if it is income: of the postings, else of the fund; null: nobody is named
 * @param charged what charge the postings are about, if they are about one
 * @param amount minor units; income above zero on the credit side, expense on the debit side
 */
record Flow(
        boolean income,
        String account,
        @Nullable String fundingClass,
        String fund,
        Restriction restriction,
        @Nullable String party,
        @Nullable Payer payer,
        @Nullable Charged charged,
        long amount) {

    /** What income was charged for. */
    enum Charged {
        DUES,
        LEVY,
        FINE,
        PROJECT
    }

    boolean agency() {
        return restriction == Restriction.AGENCY;
    }

    boolean of(String wanted) {
        return wanted.equals(fundingClass);
    }
}
