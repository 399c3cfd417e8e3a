package id.patungan.ledger;

import id.patungan.basics.AccountCode;
import id.patungan.basics.FundCode;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Opening balances, movements and closing balances of every account in every fund that the viewer
 * may see. Closing entries of the period stay out, so that activity accounts show their activity;
 * those of earlier periods are in the opening balances.
 *
 * @param from the first day of the movements
 * @param asOf the last day
 * @param knownAt the entry up to which the book was read
 * @param cells by account, then fund; without cells of nothing but zeros
 */
public record TrialBalance(LocalDate from, LocalDate asOf, long knownAt, List<Cell> cells) {

    /** Copies the list. */
    public TrialBalance {
        cells = List.copyOf(cells);
    }

    /**
     * One account in one fund, in minor units.
     *
     * @param opening debit positive
     * @param debit of the period
     * @param credit of the period, not negative
     */
    public record Cell(AccountCode account, FundCode fund, long opening, long debit, long credit) {

        boolean zero() {
            return opening == 0 && debit == 0 && credit == 0;
        }
    }

    /**
     * One account, in one fund or in all, in minor units; opening and closing are debit positive.
     */
    public record Row(AccountCode account, long opening, long debit, long credit) {

        /** The balance at the end. */
        public long closing() {
            return Math.subtractExact(Math.addExact(opening, debit), credit);
        }

        private Row plus(Row other) {
            return new Row(
                    account,
                    Math.addExact(opening, other.opening),
                    Math.addExact(debit, other.debit),
                    Math.addExact(credit, other.credit));
        }
    }

    /**
     * The sums at the foot: debit and credit balances apart, so that each pair must be equal.
     *
     * @param openingCredit not negative, like every credit here
     */
    public record Totals(
            long openingDebit,
            long openingCredit,
            long debit,
            long credit,
            long closingDebit,
            long closingCredit) {

        /** Whether every pair is equal. */
        public boolean balances() {
            return openingDebit == openingCredit
                    && debit == credit
                    && closingDebit == closingCredit;
        }
    }

    /** The funds that occur, in the order of their codes. */
    public SequencedSet<FundCode> funds() {
        var funds = new TreeSet<FundCode>();
        cells.forEach(cell -> funds.add(cell.fund()));
        return funds;
    }

    /**
     * The accounts in the order of their codes.
     *
     * @param fund one fund, or null for all together
     */
    public List<Row> rows(@Nullable FundCode fund) {
        SequencedMap<AccountCode, Row> rows = new TreeMap<>(Comparator.naturalOrder());
        for (var cell : cells) {
            if (fund == null || fund.equals(cell.fund())) {
                rows.merge(
                        cell.account(),
                        new Row(cell.account(), cell.opening(), cell.debit(), cell.credit()),
                        Row::plus);
            }
        }
        return List.copyOf(rows.values());
    }

    /** The sums of those rows. */
    public static Totals totals(List<Row> rows) {
        long openingDebit = 0;
        long openingCredit = 0;
        long debit = 0;
        long credit = 0;
        long closingDebit = 0;
        long closingCredit = 0;
        for (var row : rows) {
            openingDebit = Math.addExact(openingDebit, Math.max(0, row.opening()));
            openingCredit = Math.addExact(openingCredit, Math.max(0, -row.opening()));
            debit = Math.addExact(debit, row.debit());
            credit = Math.addExact(credit, row.credit());
            closingDebit = Math.addExact(closingDebit, Math.max(0, row.closing()));
            closingCredit = Math.addExact(closingCredit, Math.max(0, -row.closing()));
        }
        return new Totals(openingDebit, openingCredit, debit, credit, closingDebit, closingCredit);
    }
}
