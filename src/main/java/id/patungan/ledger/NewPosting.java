package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;

import org.jspecify.annotations.Nullable;

/**
 * A line of an entry that is to be posted. Start with {@link #debit} or {@link #credit} and add
 * what applies: {@code NewPosting.debit("11300", "UMUM", 110_000_000_00L).party("34.04")}.
 *
 * @param amount minor units of the book's currency, debit positive, never 0
 * @param party code; needed on accounts whose sub-ledger is kept by party
 * @param awardLine the giver's budget line, or {@code line/logframe}
 * @param unit code of the paying unit
 * @param charge code of the open item that the line charges or settles
 * @param period what the charge is for: {@code 2006}, {@code 2006-03}
 * @param original what it was in a foreign currency
 */
public record NewPosting(
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

    /**
     * Checks the forms; whether the codes exist is known when it is posted.
     *
     * @throws LedgerException if the amount is nothing
     */
    public NewPosting {
        if (amount == 0) {
            throw LedgerException.zeroLine(account, fund);
        }
        if (amount == Long.MIN_VALUE) {
            throw LedgerException.tooLarge();
        }
        party = Texts.optionalCode("code of a party", party, 32);
        project = Texts.optionalCode("code of a project", project, 32);
        awardLine = Texts.optionalCode("code of an award line", awardLine, 64);
        unit = Texts.optionalCode("code of a paying unit", unit, 32);
        charge = Texts.optionalCode("code of a charge", charge, 80);
        period = Texts.optionalCode("period", period, 16);
        memo = Texts.optional("memo", memo, 200);
    }

    /** Debits the account; a negative amount credits it. */
    public static NewPosting debit(AccountCode account, FundCode fund, long amount) {
        return new NewPosting(
                account, fund, amount, null, null, null, null, null, null, null, null);
    }

    /** Credits the account; a negative amount debits it. */
    public static NewPosting credit(AccountCode account, FundCode fund, long amount) {
        return debit(account, fund, Math.negateExact(amount));
    }

    /** Debits the account with that code. */
    public static NewPosting debit(String account, String fund, long amount) {
        return debit(new AccountCode(account), new FundCode(fund), amount);
    }

    /** Credits the account with that code. */
    public static NewPosting credit(String account, String fund, long amount) {
        return credit(new AccountCode(account), new FundCode(fund), amount);
    }

    /** With the party of that code. */
    public NewPosting party(@Nullable String code) {
        return new NewPosting(
                account, fund, amount, code, project, awardLine, unit, charge, period, original,
                memo);
    }

    /** With the project of that code. */
    public NewPosting project(@Nullable String code) {
        return new NewPosting(
                account, fund, amount, party, code, awardLine, unit, charge, period, original,
                memo);
    }

    /** With the award line of that code. */
    public NewPosting awardLine(@Nullable String code) {
        return new NewPosting(
                account, fund, amount, party, project, code, unit, charge, period, original, memo);
    }

    /** With the paying unit of that code. */
    public NewPosting unit(@Nullable String code) {
        return new NewPosting(
                account, fund, amount, party, project, awardLine, code, charge, period, original,
                memo);
    }

    /** With the open item that it charges or settles. */
    public NewPosting charge(@Nullable String code) {
        return new NewPosting(
                account, fund, amount, party, project, awardLine, unit, code, period, original,
                memo);
    }

    /** With the period that the charge is for. */
    public NewPosting period(@Nullable String of) {
        return new NewPosting(
                account, fund, amount, party, project, awardLine, unit, charge, of, original, memo);
    }

    /** With what it was in a foreign currency. */
    public NewPosting original(@Nullable Original in) {
        return new NewPosting(
                account, fund, amount, party, project, awardLine, unit, charge, period, in, memo);
    }

    /** With a remark. */
    public NewPosting memo(@Nullable String remark) {
        return new NewPosting(
                account, fund, amount, party, project, awardLine, unit, charge, period, original,
                remark);
    }

    /** The same line with the other sign, original amount included. */
    NewPosting negated() {
        return new NewPosting(
                account,
                fund,
                Math.negateExact(amount),
                party,
                project,
                awardLine,
                unit,
                charge,
                period,
                original == null ? null : original.negated(),
                memo);
    }
}
