package id.patungan.contributions.letters;

import id.patungan.basics.AccountCode;
import id.patungan.ledger.Books;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Transactions;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Objects;

/**
 * Into which bank accounts parties are asked to pay. Letters freeze what they print, so a change
 * reaches only those that are issued afterwards.
 */
@Service
public class PaymentAccounts {

    private final PaymentAccountRepository accounts;
    private final Books books;
    private final Audit audit;
    private final Transactions transactions;

    PaymentAccounts(
            PaymentAccountRepository accounts,
            Books books,
            Audit audit,
            Transactions transactions) {
        this.accounts = accounts;
        this.books = books;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** All, by the ledger's account. */
    public List<PaymentAccount> all(Access access) {
        access.require(Action.READ_OWN);
        return transactions.read(() -> accounts.all(access.body()));
    }

    /**
     * Where money of a fund is paid: into its own account, else into the one for all others.
     *
     * @throws LettersException if no account is named
     */
    public PaymentAccount forFund(Access access, String fund) {
        var all = all(access);
        return all.stream()
                .filter(one -> one.fund() != null && one.fund().value().equals(fund))
                .findFirst()
                .or(() -> all.stream().filter(one -> one.fund() == null).findFirst())
                .orElseThrow(() -> LettersException.noPaymentAccount(fund));
    }

    /**
     * Adds an account, or changes what is printed for it.
     *
     * @throws LettersException if the ledger has no such bank account or fund, or the fund has one
     */
    public PaymentAccount put(Access access, PaymentAccount wish) {
        access.require(Action.PREPARE);
        return books.write(
                access.body(),
                () -> {
                    requireFree(access, wish);
                    var before = find(access, wish.account());
                    if (!wish.equals(before)) {
                        accounts.put(access.body(), wish);
                        audit.record(
                                access,
                                "payment-account.set",
                                wish.account().value(),
                                before,
                                wish);
                    }
                    return wish;
                });
    }

    private void requireFree(Access access, PaymentAccount wish) {
        if (!wish.account().value().startsWith("112")
                || !accounts.hasAccount(access.body(), wish.account())) {
            throw LettersException.notBank(wish.account().value());
        }
        var fund = wish.fund();
        if (fund != null && !accounts.hasFund(access.body(), fund)) {
            throw LettersException.unknownFund(fund.value());
        }
        for (var other : accounts.all(access.body())) {
            if (!other.account().equals(wish.account())
                    && Objects.equals(other.fund(), wish.fund())) {
                throw fund == null
                        ? LettersException.othersTaken(other.account().value())
                        : LettersException.fundTaken(fund.value(), other.account().value());
            }
        }
    }

    /**
     * Takes an account off the list; letters that name it stay as they are.
     *
     * @throws LettersException not found
     */
    public void remove(Access access, AccountCode account) {
        access.require(Action.PREPARE);
        books.write(
                access.body(),
                () -> {
                    var before = find(access, account);
                    if (before == null) {
                        throw LettersException.noSuchPaymentAccount(account.value());
                    }
                    accounts.remove(access.body(), account);
                    audit.record(access, "payment-account.remove", account.value(), before, null);
                    return account;
                });
    }

    private @Nullable PaymentAccount find(Access access, AccountCode account) {
        return accounts.all(access.body()).stream()
                .filter(one -> one.account().equals(account))
                .findFirst()
                .orElse(null);
    }
}
