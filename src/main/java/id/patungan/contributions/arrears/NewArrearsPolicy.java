package id.patungan.contributions.arrears;

import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedVersion;
import id.patungan.contributions.arrears.ArrearsPolicy.Terms;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** The wish for a version of the policy; see {@link ArrearsPolicy} for the fields. */
public record NewArrearsPolicy(
        LocalDate effectiveFrom,
        String agreement,
        String article,
        Terms terms,
        String organ,
        boolean approval,
        boolean openArrears,
        boolean openStanding,
        @Nullable Basis basis)
        implements AgreedVersion.Wish {

    static final int LONGEST_ORGAN = 200;

    /** Checks what can be checked without the register. */
    public NewArrearsPolicy {
        Days.require(effectiveFrom);
        agreement = agreement.strip();
        article = article.strip();
        organ = StandingException.text("organ", organ, LONGEST_ORGAN);
        if (agreement.isEmpty() || article.isEmpty()) {
            throw StandingException.noGround();
        }
    }
}
