package id.patungan.contributions;

import id.patungan.basics.AccountCode;

import java.util.Set;

/** What parties were charged, paid and owe: the reads of this module. */
public final class Contributions {

    /**
     * The accounts whose postings of a party make up its statement of account: receivables for dues
     * and project shares, and its prepayments. Deferred charges (21610) are the body's own matter
     * and stay out: an assessment of a project posts the party on both 11310 and 21610.
     */
    public static final Set<AccountCode> STATEMENT_ACCOUNTS =
            Set.of(new AccountCode("11300"), new AccountCode("11310"), new AccountCode("21600"));

    private Contributions() {}
}
