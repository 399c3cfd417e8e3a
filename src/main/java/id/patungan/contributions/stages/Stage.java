package id.patungan.contributions.stages;

/** Where a charge stands in the payer's own budget, from first to last. */
public enum Stage {
    /** Charged by an assessment under an agreement: its date is the assessment's. */
    AGREED,
    /** In the draft budget (RKA, RAPBD). */
    DRAFT_BUDGET,
    /** In the budget and its implementation paper (APBD, DPA). */
    BUDGET,
    /** The unit has ordered payment (SPM). */
    PAYMENT_ORDER,
    /** The treasury has ordered the bank to pay (SP2D). */
    SP2D,
    /** Nothing is open any more: derived from the postings, never typed. */
    RECEIVED
}
