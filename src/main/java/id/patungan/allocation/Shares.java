package id.patungan.allocation;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A total, divided. The shares add to the total; each is less than one unit away from its quota.
 *
 * @param unit the rounding unit in minor units of the currency
 * @param shares in the order of the parties
 * @param trace how it was worked out, step by step; what the calculation sheet prints
 */
public record Shares(Money total, long unit, List<Share> shares, List<TraceStep> trace) {

    /** Takes copies. */
    public Shares {
        shares = List.copyOf(shares);
        trace = List.copyOf(trace);
    }

    /** The share of a party. */
    public Optional<Share> find(String party) {
        return shares.stream().filter(share -> share.party().equals(party)).findFirst();
    }

    /**
     * What one party pays.
     *
     * @param quota exact, in main units of the currency
     * @param bound which bound decided the quota; null if none did
     * @param rounding share less the quota rounded down to the unit
     * @param reason why a rounding unit went here, or did not
     * @param rank the place in the order in which units were handed out, from 1; null when the
     *     party was not in that order because its quota needed no rounding
     */
    public record Share(
            String party,
            String name,
            Fraction quota,
            Money share,
            @Nullable Bound bound,
            Money rounding,
            Reason reason,
            @Nullable Integer rank) {}

    /** What decided a quota other than the proportions of a rule. */
    public enum Bound {
        /** Raised to its floor. */
        FLOOR,
        /** Lowered to its cap. */
        CAP,
        /** Pinned at a percentage. */
        PIN;

        /** As in files and results: {@code floor}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a share is what it is, beside its quota. */
    public enum Reason {
        /** The quota is a whole number of units, or paid as written. */
        EXACT,
        /** Rounded down: the units went to larger remainders. */
        DOWN,
        /** Rounded up by itself, being half a unit or more above; of a rule with its own total. */
        HALF_UP,
        /** Got a unit, its remainder being among the largest. */
        LARGEST_REMAINDER,
        /** Got a unit although others had an equal remainder: the tie rule chose it. */
        TIE,
        /** Named to take what is less than a unit. */
        REMAINDER;

        /** As in keys: {@code largest-remainder}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
