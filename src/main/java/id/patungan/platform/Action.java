package id.patungan.platform;

/** What one may be allowed to do in a body. */
public enum Action {
    /** Read everything of the body: journal, accounts, all parties, checks, audit trail. */
    READ_BOOKS,
    /** Read what lies within one's {@link Reach}. */
    READ_OWN,
    /** Confirm or dispute the account of one's own party; never that of another. */
    CONFIRM,
    /** Prepare: drafts, entries, assessments, receipts, the set-up of parties. */
    PREPARE,
    /** Approve what somebody else has prepared. */
    APPROVE,
    /** Close and reopen months. */
    CLOSE,
    /** Look after people and permissions. */
    ADMINISTER
}
