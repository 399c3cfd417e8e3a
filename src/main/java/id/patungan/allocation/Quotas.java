package id.patungan.allocation;

import id.patungan.allocation.Shares.Bound;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/**
 * What a rule gives each party, exact and in main units, by the party's place in the list. Filled
 * while one rule is worked out and not changed afterwards.
 */
final class Quotas {

    private final Fraction[] quota;
    private final Fraction[] written;
    private final @Nullable Bound[] bound;

    Quotas(int parties) {
        quota = new Fraction[parties];
        written = new Fraction[parties];
        Arrays.fill(quota, Fraction.ZERO);
        Arrays.fill(written, Fraction.ZERO);
        bound = new @Nullable Bound[parties];
    }

    int size() {
        return quota.length;
    }

    Fraction quota(int party) {
        return quota[party];
    }

    /** Those of all parties, by place. */
    List<Fraction> all() {
        return List.of(quota);
    }

    /** The part of the quota that is paid as written and takes no part in rounding. */
    Fraction written(int party) {
        return written[party];
    }

    @Nullable Bound bound(int party) {
        return bound[party];
    }

    void set(int party, Fraction value, @Nullable Bound by) {
        quota[party] = value;
        bound[party] = by;
    }

    void write(int party, Fraction amount) {
        quota[party] = amount;
        written[party] = amount;
    }

    /** Adds an amount that is paid as written, or takes it away if it is negative. */
    void credit(int party, Fraction amount) {
        quota[party] = quota[party].plus(amount);
        written[party] = written[party].plus(amount);
    }

    /** Adds what another rule gives; keeps its bounds if asked to. */
    void add(Quotas other, boolean withBounds) {
        for (var party = 0; party < quota.length; party++) {
            quota[party] = quota[party].plus(other.quota[party]);
            written[party] = written[party].plus(other.written[party]);
            if (withBounds && other.bound[party] != null) {
                bound[party] = other.bound[party];
            }
        }
    }
}
