package id.patungan.allocation.games;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * What every coalition would pay alone, as a table. Coalitions are bit masks: bit 0 is the first
 * player.
 */
public final class CostGame {

    /** Twice the work and twice the table with each more. */
    public static final int MOST_PLAYERS = 15;

    private final int players;
    private final Scale scale;
    private final BigInteger[] costs;

    private CostGame(int players, Scale scale, BigInteger[] costs) {
        this.players = players;
        this.scale = scale;
        this.costs = costs;
    }

    /**
     * The table of a function.
     *
     * @param cost in main units by coalition; not asked for the empty one, which pays nothing
     * @throws IllegalArgumentException if there is nobody, or too many
     */
    public static CostGame of(int players, IntFunction<Fraction> cost) {
        if (players < 1 || players > MOST_PLAYERS) {
            throw new IllegalArgumentException(
                    "A table of coalitions is for 1 to " + MOST_PLAYERS + " players");
        }
        var figures = new Fraction[1 << players];
        figures[0] = Fraction.ZERO;
        for (var coalition = 1; coalition < figures.length; coalition++) {
            figures[coalition] = cost.apply(coalition);
        }
        var scale = Scale.of(Arrays.asList(figures));
        return new CostGame(
                players,
                scale,
                Arrays.stream(figures).map(scale::whole).toArray(BigInteger[]::new));
    }

    /** How many play. */
    public int players() {
        return players;
    }

    /** The coalition of all. */
    public int everybody() {
        return (1 << players) - 1;
    }

    /** What the coalition would pay alone, in main units. */
    public Fraction cost(int coalition) {
        return scale.figure(costs[coalition]);
    }

    /** What all pay together. */
    public Fraction total() {
        return cost(everybody());
    }

    /** What one player would pay alone. */
    public Fraction alone(int player) {
        return cost(1 << player);
    }

    /** What the total falls by when the player stays away; negative if it rises. */
    public Fraction separable(int player) {
        return total().minus(cost(everybody() & ~(1 << player)));
    }

    Scale scale() {
        return scale;
    }

    /** In units of the scale. */
    BigInteger whole(int coalition) {
        return costs[coalition];
    }

    /**
     * The costs as machine numbers, if sums over coalitions of one size fit in them too; else null.
     */
    long @Nullable [] small() {
        var small = new long[costs.length];
        for (var coalition = 0; coalition < small.length; coalition++) {
            if (costs[coalition].bitLength() > Long.SIZE - 2 - players) {
                return null;
            }
            small[coalition] = costs[coalition].longValueExact();
        }
        return small;
    }
}
