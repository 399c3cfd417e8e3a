package id.patungan.allocation.games;

import id.patungan.basics.Fraction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The core: the divisions under which no coalition pays more than it would alone. A coalition that
 * does would be better off without the others.
 */
public final class Core {

    private Core() {}

    /**
     * A coalition that would be better off alone.
     *
     * @param coalition its players as a bit mask
     * @param cost what it would pay alone
     * @param excess what it pays more than that
     */
    public record Objection(int coalition, Fraction cost, Fraction excess) {}

    /** Every coalition that would be better off alone, the largest excess first; none: the core. */
    public static List<Objection> objections(CostGame game, List<Fraction> shares) {
        var excess = excesses(game, shares);
        var objections = new ArrayList<Objection>();
        for (var coalition = 1; coalition < game.everybody(); coalition++) {
            if (excess.signum(coalition) > 0) {
                objections.add(
                        new Objection(coalition, game.cost(coalition), excess.figure(coalition)));
            }
        }
        objections.sort(
                Comparator.comparing(Objection::excess)
                        .reversed()
                        .thenComparingInt(objection -> Integer.bitCount(objection.coalition()))
                        .thenComparing(Objection::coalition, Core::byFirstMembers));
        return objections;
    }

    private static int byFirstMembers(int one, int other) {
        return Integer.compareUnsigned(Integer.reverse(other), Integer.reverse(one));
    }

    /**
     * The least by which the worst-off coalition must pay more than alone, under the division that
     * is best for it: the core is empty if this is positive. Zero for one player.
     */
    public static Fraction leastExcess(CostGame game) {
        if (game.players() == 1) {
            return Fraction.ZERO;
        }
        var settled = new Settled(game.players());
        settled.settle(game.everybody(), game.total());
        return new ExcessProgram(game, settled, false).solve().excess();
    }

    static Excesses excesses(CostGame game, List<Fraction> shares) {
        var scale = Scale.of(shares);
        var denominator = game.scale().denominator();
        var common =
                denominator
                        .divide(denominator.gcd(scale.denominator()))
                        .multiply(scale.denominator());
        var factor = common.divide(denominator);
        var paid = new BigInteger[game.everybody() + 1];
        var excess = new BigInteger[game.everybody() + 1];
        paid[0] = BigInteger.ZERO;
        excess[0] = BigInteger.ZERO;
        var own =
                shares.stream()
                        .map(share -> new Scale(common).whole(share))
                        .toArray(BigInteger[]::new);
        for (var coalition = 1; coalition < paid.length; coalition++) {
            paid[coalition] =
                    paid[coalition & (coalition - 1)].add(
                            own[Integer.numberOfTrailingZeros(coalition)]);
            excess[coalition] = paid[coalition].subtract(game.whole(coalition).multiply(factor));
        }
        return new Excesses(new Scale(common), excess);
    }

    /** What each coalition pays more than alone, in units of a scale. */
    static final class Excesses {

        private final Scale scale;
        private final BigInteger[] whole;

        private Excesses(Scale scale, BigInteger[] whole) {
            this.scale = scale;
            this.whole = whole;
        }

        int signum(int coalition) {
            return whole[coalition].signum();
        }

        boolean larger(int coalition, int other) {
            return whole[coalition].compareTo(whole[other]) > 0;
        }

        Fraction figure(int coalition) {
            return scale.figure(whole[coalition]);
        }
    }
}
