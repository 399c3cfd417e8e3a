package id.patungan.contributions;

import id.patungan.basics.AccountCode;
import id.patungan.ledger.NewEntry;
import id.patungan.ledger.NewPosting;

import java.util.ArrayList;
import java.util.List;

/**
 * The journal entries about single charges: entry pattern 21 of the accounting guide, and the
 * credit note, which takes back patterns 1, 12 or 22 in part. Pure functions; every line names the
 * party and the charge, so that the allowance too is kept by party and charge.
 */
final class ClaimEntries {

    static final AccountCode ALLOWANCE = new AccountCode("11390");
    static final AccountCode EXPENSE = new AccountCode("56100");

    private ClaimEntries() {}

    /**
     * Income or what is deferred back against the receivable; what was paid already becomes a
     * prepayment of the receipts that paid it.
     *
     * @param income where the charge was earned
     * @param deferred of the amount, in minor units: taken off what is not earned yet
     * @param back to receipts
     */
    static NewEntry credit(
            String code,
            NewClaim wish,
            Entries.Booked charge,
            AccountCode income,
            long deferred,
            List<Entries.TrueUpCredit> back) {
        var amount = wish.amount().minorUnits();
        var returned = back.stream().mapToLong(Entries.TrueUpCredit::amount).sum();
        var lines = new ArrayList<NewPosting>();
        side(lines, charge, Entries.DEFERRED, deferred);
        side(lines, charge, income, amount - deferred);
        side(lines, charge, charge.receivable(), returned - amount);
        for (var credit : back) {
            lines.add(
                    NewPosting.credit(Entries.PREPAID, charge.fund(), credit.amount())
                            .party(charge.party())
                            .unit(charge.unit())
                            .charge(credit.receipt())
                            .memo(charge.charge()));
        }
        return entry(code, wish, "credit-note", lines);
    }

    /** Pattern 21: Dr 56100, Cr 11390. */
    static NewEntry allowance(String code, NewClaim wish, Entries.Booked charge) {
        var lines = new ArrayList<NewPosting>();
        side(lines, charge, EXPENSE, wish.amount().minorUnits());
        side(lines, charge, ALLOWANCE, -wish.amount().minorUnits());
        return entry(code, wish, "allowance", lines);
    }

    /** Pattern 21: Dr 11390, Cr 56100. */
    static NewEntry release(String code, NewClaim wish, Entries.Booked charge) {
        var lines = new ArrayList<NewPosting>();
        side(lines, charge, ALLOWANCE, wish.amount().minorUnits());
        side(lines, charge, EXPENSE, -wish.amount().minorUnits());
        return entry(code, wish, "allowance-release", lines);
    }

    /**
     * Pattern 21: Dr 11390, Cr 11300; before that, in the same entry, Dr 56100, Cr 11390 for what
     * no allowance covers.
     *
     * @param provided in minor units
     */
    static NewEntry writeOff(String code, NewClaim wish, Entries.Booked charge, long provided) {
        var amount = wish.amount().minorUnits();
        var lines = new ArrayList<NewPosting>();
        side(lines, charge, EXPENSE, provided);
        side(lines, charge, ALLOWANCE, -provided);
        side(lines, charge, ALLOWANCE, amount);
        side(lines, charge, charge.receivable(), -amount);
        return entry(code, wish, "write-off", lines);
    }

    /** Pattern 21: Dr 11300, Cr 11390; then the receipt, and the release of the allowance. */
    static NewEntry recovery(String code, NewClaim wish, Entries.Booked charge) {
        var lines = new ArrayList<NewPosting>();
        side(lines, charge, charge.receivable(), wish.amount().minorUnits());
        side(lines, charge, ALLOWANCE, -wish.amount().minorUnits());
        return entry(code, wish, "recovery", lines);
    }

    /** A line on the side that the sign says; none for nothing. */
    private static void side(
            List<NewPosting> lines, Entries.Booked charge, AccountCode account, long amount) {
        if (amount == 0) return;
        var line =
                amount > 0
                        ? NewPosting.debit(account, charge.fund(), amount)
                        : NewPosting.credit(account, charge.fund(), -amount);
        lines.add(
                line.party(charge.party())
                        .project(charge.project())
                        .unit(charge.unit())
                        .charge(charge.charge())
                        .period(charge.period()));
    }

    private static NewEntry entry(
            String code, NewClaim wish, String kind, List<NewPosting> postings) {
        return new NewEntry(wish.date(), kind, wish.reason(), kind + ":" + code, code, postings);
    }
}
