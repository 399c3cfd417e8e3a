package id.patungan.ledger;

import java.util.Arrays;

/** The five kinds of accounts. */
public enum AccountKind {
    ASSET("asset"),
    LIABILITY("liability"),
    NET_ASSETS("net-assets"),
    INCOME("income"),
    EXPENSE("expense");

    private final String code;

    AccountKind(String code) {
        this.code = code;
    }

    /** As in files and in the database: {@code net-assets}. */
    public String code() {
        return code;
    }

    /** Whether a balance is shown as debit minus credit; the others as credit minus debit. */
    public boolean debitNormal() {
        return this == ASSET || this == EXPENSE;
    }

    /**
     * The kind with that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static AccountKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'"
                                        + code
                                        + "' is not a kind of account; use asset, liability, net-assets, income or expense"));
    }
}
