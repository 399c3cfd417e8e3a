package id.patungan.contributions.disputes;

import id.patungan.basics.Money;
import id.patungan.contributions.disputes.Dispute.Subject;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * The wish to dispute something.
 *
 * @param party code
 * @param asOf of a balance: the day
 * @param charge of a charge: its code
 * @param entry of a line: the number of its journal entry
 * @param claimed what the party holds to be right, if it wants to say so
 */
public record NewDispute(
        String party,
        Subject subject,
        @Nullable LocalDate asOf,
        @Nullable String charge,
        @Nullable Long entry,
        @Nullable Money claimed,
        String reason) {

    /** The longest reason or answer. */
    public static final int LONGEST = 1000;

    /**
     * Checks that the subject is named, and nothing else.
     *
     * @throws DisputesException if it is not, or there is no reason
     */
    public NewDispute {
        asOf = asOf == null ? null : Disputing.day(asOf);
        if ((subject == Subject.BALANCE) != (asOf != null)
                || (subject == Subject.CHARGE) != (charge != null)
                || (subject == Subject.LINE) != (entry != null)) {
            throw DisputesException.whichOne(subject);
        }
        reason = DisputesException.text("reason", reason, LONGEST);
    }
}
