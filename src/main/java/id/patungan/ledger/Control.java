package id.patungan.ledger;

import java.util.Arrays;

/** What the sub-ledger below a control account is kept by. */
public enum Control {
    /** Every posting names the party: receivables, prepayments, agency money. */
    PARTY("party"),
    /** Postings belong to an award: advances from grants and donors. */
    AWARD("award");

    private final String code;

    Control(String code) {
        this.code = code;
    }

    /** As in files and in the database. */
    public String code() {
        return code;
    }

    /**
     * The control with that code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Control of(String code) {
        return Arrays.stream(values())
                .filter(control -> control.code.equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "'" + code + "' is not a control; use party or award"));
    }
}
