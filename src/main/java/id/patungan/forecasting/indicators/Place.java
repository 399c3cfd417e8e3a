package id.patungan.forecasting.indicators;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/**
 * Where an amount can be read again.
 *
 * @param from null: from the beginning
 * @param account limits the journal to it, like fund and party
 * @param assessment of a charge
 */
public record Place(
        Kind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String account,
        @Nullable String fund,
        @Nullable String party,
        @Nullable String assessment) {

    /** What shows it. */
    public enum Kind {
        /** The journal, limited to a few things. */
        JOURNAL,
        /** The account of a fund. */
        FUND,
        /** The entries in kind. */
        IN_KIND,
        /** A charge. */
        CHARGE
    }

    static Place journal(Flow flow, LocalDate from, LocalDate until) {
        return new Place(
                Kind.JOURNAL, from, until, flow.account(), flow.fund(), flow.party(), null);
    }

    static Place charge(Material.Claim claim) {
        return new Place(
                Kind.CHARGE, null, null, null, null, claim.payer().code(), claim.assessment());
    }
}
