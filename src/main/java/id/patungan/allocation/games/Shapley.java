package id.patungan.allocation.games;

import id.patungan.basics.Fraction;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The Shapley value: what each player adds to the cost when they arrive one after the other, on
 * average over all orders of arrival.
 */
public final class Shapley {

    private Shapley() {}

    /**
     * Exact, by coalitions and not by orders: with {@code A(i,s)} the costs of the coalitions of
     * {@code s} players with player {@code i}, and {@code B(s)} those of all of that size,
     *
     * <pre>φ(i) = Σ_s [ (s−1)!(n−s)! A(i,s) − s!(n−s−1)! (B(s) − A(i,s)) ] / n!</pre>
     *
     * which takes {@code n·2^(n−1)} additions of whole numbers.
     */
    public static List<Fraction> exact(CostGame game) {
        var players = game.players();
        var sums = sums(game);
        var factorials = factorials(players);
        var denominator = factorials[players].multiply(game.scale().denominator());
        var values = new ArrayList<Fraction>();
        for (var player = 0; player < players; player++) {
            var value = BigInteger.ZERO;
            for (var size = 1; size <= players; size++) {
                var with = sums[player][size];
                value =
                        value.add(
                                factorials[size - 1]
                                        .multiply(factorials[players - size])
                                        .multiply(with));
                if (size < players) {
                    var without = sums[players][size].subtract(with);
                    value =
                            value.subtract(
                                    factorials[size]
                                            .multiply(factorials[players - size - 1])
                                            .multiply(without));
                }
            }
            values.add(new Fraction(value, denominator));
        }
        return values;
    }

    /** Costs by player and size of coalition; the last row is that of all coalitions. */
    private static BigInteger[][] sums(CostGame game) {
        var players = game.players();
        var sums = new BigInteger[players + 1][players + 1];
        var small = game.small();
        if (small == null) {
            for (var row : sums) {
                Arrays.fill(row, BigInteger.ZERO);
            }
            for (var coalition = 1; coalition <= game.everybody(); coalition++) {
                var size = Integer.bitCount(coalition);
                var cost = game.whole(coalition);
                sums[players][size] = sums[players][size].add(cost);
                for (var rest = coalition; rest != 0; rest &= rest - 1) {
                    var player = Integer.numberOfTrailingZeros(rest);
                    sums[player][size] = sums[player][size].add(cost);
                }
            }
            return sums;
        }
        var machine = new long[players + 1][players + 1];
        for (var coalition = 1; coalition < small.length; coalition++) {
            var size = Integer.bitCount(coalition);
            var cost = small[coalition];
            machine[players][size] += cost;
            for (var rest = coalition; rest != 0; rest &= rest - 1) {
                machine[Integer.numberOfTrailingZeros(rest)][size] += cost;
            }
        }
        for (var row = 0; row <= players; row++) {
            for (var size = 0; size <= players; size++) {
                sums[row][size] = BigInteger.valueOf(machine[row][size]);
            }
        }
        return sums;
    }

    private static BigInteger[] factorials(int last) {
        var factorials = new BigInteger[last + 1];
        factorials[0] = BigInteger.ONE;
        for (var number = 1; number <= last; number++) {
            factorials[number] = factorials[number - 1].multiply(BigInteger.valueOf(number));
        }
        return factorials;
    }

    /**
     * Exact for any number of players whose costs are those of segments, a dearest member or a sum,
     * with no exceptions listed: each segment is paid equally by its users.
     */
    public static Optional<List<Fraction>> ofSegments(CostFunction game) {
        return game.asSegments().map(segments -> shared(game.players(), segments));
    }

    private static List<Fraction> shared(int players, List<CostFunction.Segment> segments) {
        var values = new ArrayList<>(Collections.nCopies(players, Fraction.ZERO));
        for (var segment : segments) {
            var users = segment.users();
            var each = segment.amount().dividedBy(Fraction.of(users.cardinality()));
            users.stream().forEach(user -> values.set(user, values.get(user).plus(each)));
        }
        return values;
    }

    /**
     * An estimate for any number of players: what each adds in a sample of orders of arrival. The
     * values are exact averages of the sample and add to the total; the same seed gives the same
     * sample everywhere.
     *
     * @param orders how many orders of arrival, at least 2
     */
    public static Estimate sampled(CostFunction game, int orders, long seed) {
        if (orders < 2) {
            throw new IllegalArgumentException("An estimate with an error needs two orders");
        }
        var players = game.players();
        var random = new Shuffle(seed);
        var sums = new BigInteger[players];
        var squares = new BigInteger[players];
        Arrays.fill(sums, BigInteger.ZERO);
        Arrays.fill(squares, BigInteger.ZERO);
        var order = new int[players];
        for (var player = 0; player < players; player++) {
            order[player] = player;
        }
        for (var number = 0; number < orders; number++) {
            random.shuffle(order);
            var walk = game.new Walk();
            var before = BigInteger.ZERO;
            for (var player : order) {
                walk.join(player);
                var after = walk.cost();
                var added = after.subtract(before);
                sums[player] = sums[player].add(added);
                squares[player] = squares[player].add(added.multiply(added));
                before = after;
            }
        }
        var values = new ArrayList<Fraction>();
        var errors = new ArrayList<Fraction>();
        var denominator = game.scale().denominator();
        for (var player = 0; player < players; player++) {
            var count = BigInteger.valueOf(orders);
            values.add(new Fraction(sums[player], count.multiply(denominator)));
            errors.add(error(sums[player], squares[player], count, denominator));
        }
        return new Estimate(values, errors);
    }

    /** The standard error of the mean, to six significant digits, rounded up. */
    private static Fraction error(
            BigInteger sum, BigInteger squares, BigInteger count, BigInteger denominator) {
        var variance =
                new Fraction(
                        squares.multiply(count).subtract(sum.multiply(sum)),
                        count.multiply(count)
                                .multiply(count.subtract(BigInteger.ONE))
                                .multiply(denominator)
                                .multiply(denominator));
        if (variance.signum() == 0) {
            return Fraction.ZERO;
        }
        var digits = new MathContext(20, RoundingMode.HALF_UP);
        var root =
                new BigDecimal(variance.numerator())
                        .divide(new BigDecimal(variance.denominator()), digits)
                        .sqrt(digits);
        return Fraction.of(root.round(new MathContext(6, RoundingMode.CEILING)));
    }

    /**
     * Values from a sample of orders.
     *
     * @param values adding to the total exactly
     * @param errors the standard error of each; the true value is within two of them about 19 times
     *     in 20
     */
    public record Estimate(List<Fraction> values, List<Fraction> errors) {
        /** Takes copies. */
        public Estimate {
            values = List.copyOf(values);
            errors = List.copyOf(errors);
        }
    }
}
