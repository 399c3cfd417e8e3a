package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;

import org.jspecify.annotations.Nullable;

/**
 * A line of an entry in the book; see {@link NewPosting} for the fields.
 *
 * @param number 1 for the first line of its entry
 * @param amount minor units of the book's currency, debit positive
 */
public record Line(
        int number,
        AccountCode account,
        FundCode fund,
        long amount,
        @Nullable String party,
        @Nullable String project,
        @Nullable String awardLine,
        @Nullable String unit,
        @Nullable String charge,
        @Nullable String period,
        @Nullable Original original,
        @Nullable String memo) {

    static Line of(int number, NewPosting posting) {
        return new Line(
                number,
                posting.account(),
                posting.fund(),
                posting.amount(),
                posting.party(),
                posting.project(),
                posting.awardLine(),
                posting.unit(),
                posting.charge(),
                posting.period(),
                posting.original(),
                posting.memo());
    }

    /** What was asked when it was posted. */
    public NewPosting asAsked() {
        return new NewPosting(
                account, fund, amount, party, project, awardLine, unit, charge, period, original,
                memo);
    }
}
