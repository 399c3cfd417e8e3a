package id.patungan.contributions;

import id.patungan.allocation.Shares;
import id.patungan.basics.Money;
import id.patungan.basics.PartyId;
import id.patungan.contributions.rules.RuleReference;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A division worked out, before anything is stored: what the preview shows and what an assessment
 * freezes.
 *
 * @param rule the rule file as given
 * @param reference the version of a rule of the body that it is; null for a rule of its own
 * @param ground where it says so; null if nobody has said yet
 * @param parts in the order of the sheet
 */
public record Calculation(
        String rule,
        @Nullable RuleReference reference,
        @Nullable LegalBasis ground,
        Shares shares,
        Sheet sheet,
        List<Part> parts) {

    /** Takes a copy. */
    public Calculation {
        parts = List.copyOf(parts);
    }

    /** What was divided. */
    public Money total() {
        return shares.total();
    }

    /**
     * One party's part.
     *
     * @param member whether it is a member on the day of issue
     * @param unit its office that pays
     * @param basis what its share rests on, if that needs saying
     */
    public record Part(
            PartyId id,
            String party,
            String name,
            boolean member,
            @Nullable String unit,
            @Nullable Basis basis,
            Shares.Share share) {}
}
