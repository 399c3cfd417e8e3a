package id.patungan.forecasting.projection;

import id.patungan.basics.Fraction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How late money comes: the share that comes in the month in which it is due, one month later, and
 * so on. What is missing to the whole never comes.
 *
 * @param shares by months of delay, none negative, together at most 1
 */
public record Lag(List<Fraction> shares) {

    /** All of it when it is due. */
    public static final Lag AT_ONCE = new Lag(List.of(Fraction.ONE));

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a share is negative or they are more than the whole
     */
    public Lag {
        shares = List.copyOf(shares);
        if (shares.stream().anyMatch(one -> one.signum() < 0)
                || sum(shares).compareTo(Fraction.ONE) > 0) {
            throw new IllegalArgumentException("These are no shares of a whole: " + shares);
        }
    }

    private static Fraction sum(List<Fraction> shares) {
        return shares.stream().reduce(Fraction.ZERO, Fraction::plus);
    }

    /** The share that comes that many months late. */
    public Fraction share(int months) {
        return months < shares.size() ? shares.get(months) : Fraction.ZERO;
    }

    /** The share that never comes. */
    public Fraction never() {
        return Fraction.ONE.minus(sum(shares));
    }

    /** The same, all of it that many months later. */
    public Lag later(int months) {
        var later = new ArrayList<>(Collections.nCopies(months, Fraction.ZERO));
        later.addAll(shares);
        return new Lag(later);
    }

    /**
     * Of what has not come although it was due that many months ago, how late the rest comes from
     * now on: next month is a delay of 0. Nothing, if all that ever comes should have come.
     */
    public Lag after(int months) {
        var from = Math.min(months + 1, shares.size());
        var left = Fraction.ONE.minus(sum(shares.subList(0, from)));
        return left.signum() == 0
                ? new Lag(List.of())
                : new Lag(
                        shares.subList(from, shares.size()).stream()
                                .map(one -> one.dividedBy(left))
                                .toList());
    }

    /** Months that it is late on average, of what comes; zero if nothing comes. */
    public Fraction mean() {
        var weighted = Fraction.ZERO;
        for (int late = 0; late < shares.size(); late++) {
            weighted = weighted.plus(shares.get(late).times(Fraction.of(late)));
        }
        var comes = sum(shares);
        return comes.signum() == 0 ? Fraction.ZERO : weighted.dividedBy(comes);
    }
}
