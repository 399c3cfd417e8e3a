package id.patungan.contributions.late;

import id.patungan.contributions.Basis;
import id.patungan.contributions.agreed.AgreedVersion;
import id.patungan.contributions.late.LatePolicy.Terms;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/** The wish for a version of the policy; see {@link LatePolicy} for the fields. */
public record NewLatePolicy(
        LocalDate effectiveFrom,
        String agreement,
        String article,
        Terms terms,
        String organ,
        @Nullable Basis basis)
        implements AgreedVersion.Wish {

    private static final int LONGEST_ORGAN = 200;

    /** Checks what can be checked without the register. */
    public NewLatePolicy {
        LateException.day(effectiveFrom);
        agreement = agreement.strip();
        article = article.strip();
        organ = LateException.text("organ", organ, LONGEST_ORGAN);
        if (agreement.isEmpty() || article.isEmpty()) throw LateException.noGround();
    }
}
