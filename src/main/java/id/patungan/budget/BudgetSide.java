package id.patungan.budget;

import id.patungan.ledger.Account;
import id.patungan.ledger.AccountKind;

import java.util.Locale;
import java.util.Optional;

/** What a line of a budget is about. */
public enum BudgetSide {
    /** What comes in. */
    INCOME,
    /** What it costs. */
    EXPENSE,
    /** What is bought to stay: account 12100. */
    ASSETS;

    private static final String FIXED_ASSETS = "12100";

    /** As in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a line on that account is about; empty if a budget has no lines on it. */
    public static Optional<BudgetSide> of(Account account) {
        if (!account.postable()) return Optional.empty();
        if (account.code().value().equals(FIXED_ASSETS)) return Optional.of(ASSETS);
        if (account.kind() == AccountKind.INCOME) return Optional.of(INCOME);
        return account.kind() == AccountKind.EXPENSE ? Optional.of(EXPENSE) : Optional.empty();
    }
}
