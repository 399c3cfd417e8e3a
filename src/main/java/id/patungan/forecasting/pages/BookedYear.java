package id.patungan.forecasting.pages;

import id.patungan.ledger.Account;
import id.patungan.ledger.AccountKind;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.ledger.Restriction;
import id.patungan.ledger.TrialBalance.Cell;
import id.patungan.platform.Access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the books say of a year, of the funds that serve the body itself, in minor units.
 *
 * @param income by funding class; what has none is left out
 * @param expense all of it, as far as it is not balanced by income without a class
 */
public record BookedYear(int year, Map<String, Long> income, long expense) {

    private static final int YEARS = 3;

    /** Three years up to a day, without empty ones before the first with something in it. */
    public static List<BookedYear> upTo(
            Access access, Books books, Journal journal, LocalDate asOf, long knownAt) {
        var accounts = new HashMap<String, Account>();
        books.accounts(access).forEach(one -> accounts.put(one.code().value(), one));
        var own = new HashSet<String>();
        for (var fund : books.funds(access)) {
            if (own(fund.restriction())) own.add(fund.code().value());
        }
        var years = new ArrayList<BookedYear>();
        for (int year = asOf.getYear() - YEARS + 1; year <= asOf.getYear(); year++) {
            var end = year == asOf.getYear() ? asOf : LocalDate.of(year, 12, 31);
            var cells =
                    journal.trialBalance(access, end, knownAt).cells().stream()
                            .filter(cell -> own.contains(cell.fund().value()))
                            .toList();
            var booked = of(year, accounts, cells);
            if (!years.isEmpty() || !booked.income().isEmpty() || booked.expense() != 0) {
                years.add(booked);
            }
        }
        return years;
    }

    /** Whether a fund serves the body itself, not a project with its own payers or other people. */
    static boolean own(Restriction restriction) {
        return restriction != Restriction.PROJECT && restriction != Restriction.AGENCY;
    }

    private static BookedYear of(int year, Map<String, Account> accounts, List<Cell> cells) {
        var income = new TreeMap<String, Long>();
        long expense = 0;
        for (var cell : cells) {
            var account = accounts.get(cell.account().value());
            if (account == null) continue;
            var earned = Math.subtractExact(cell.credit(), cell.debit());
            if (account.kind() == AccountKind.EXPENSE) {
                expense = Math.subtractExact(expense, earned);
            } else if (account.kind() == AccountKind.INCOME) {
                var fundingClass = account.fundingClass();
                if (fundingClass == null) expense = Math.subtractExact(expense, earned);
                else income.merge(fundingClass, earned, Math::addExact);
            }
        }
        income.values().removeIf(amount -> amount == 0);
        return new BookedYear(year, income, expense);
    }
}
