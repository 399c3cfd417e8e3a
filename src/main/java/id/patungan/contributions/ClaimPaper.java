package id.patungan.contributions;

import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

/**
 * A paper about a single charge.
 *
 * @param paper its number, day, reason, entry and reversal
 * @param partyName of the payer
 * @param provided of a write-off: the allowance that its own entry made
 * @param document the decision
 * @param wish the wish that was approved; null where one person's word is enough
 */
public record ClaimPaper(
        Paper paper,
        NewClaim.Kind kind,
        String assessment,
        String charge,
        String party,
        String partyName,
        Money amount,
        Money provided,
        String document,
        @Nullable Integer wish) {

    /** Whether the payer gets a paper of it; an allowance is the body's own estimate. */
    public boolean onPaper() {
        return kind == NewClaim.Kind.CREDIT
                || kind == NewClaim.Kind.WRITE_OFF
                || kind == NewClaim.Kind.RECOVERY;
    }

    /** Its number, such as {@code CN-2006-0001}. */
    public String code() {
        return paper.code();
    }
}
