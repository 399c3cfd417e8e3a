package id.patungan.allocation.games;

import static id.patungan.allocation.games.TextbookGames.function;
import static id.patungan.allocation.games.TextbookGames.mask;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Fraction;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Holds for every game. The failing seed is in the test's name. */
class GamePropertiesTest {

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shapleyByCoalitionsIsShapleyByAllOrders(int seed) {
        var game = anyGame(new Random(seed), 1 + seed % 6);

        assertThat(Shapley.exact(game)).isEqualTo(byAllOrders(game));
    }

    /** Hundreds of digits take the way of large numbers, others that of machine numbers. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void largeAndSmallNumbersGiveTheSame(int seed) {
        var game = anyGame(new Random(seed), 1 + seed % 8);
        var factor = Fraction.parse("1" + "0".repeat(90));
        var large = CostGame.of(game.players(), coalition -> game.cost(coalition).times(factor));

        assertThat(Shapley.exact(large))
                .isEqualTo(Shapley.exact(game).stream().map(value -> value.times(factor)).toList());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shapleyIsEfficientSymmetricAdditiveAndFreeForNullPlayers(int seed) {
        var random = new Random(seed);
        var players = 3 + seed % 6;
        var one = anyGame(random, players);
        var other = anyGame(random, players);
        // Players 0 and 1 are alike, player 2 adds nothing.
        IntFunction<Fraction> alike =
                coalition -> {
                    var without = coalition & ~0b100;
                    return one.cost((without & 0b11) == 0b10 ? without ^ 0b11 : without);
                };
        var special = CostGame.of(players, alike);

        var values = Shapley.exact(special);

        assertThat(values.get(0)).isEqualTo(values.get(1));
        assertThat(values.get(2)).isEqualTo(Fraction.ZERO);
        assertThat(sum(values)).isEqualTo(special.total());
        assertThat(sum(Shapley.exact(other))).isEqualTo(other.total());
        var both =
                CostGame.of(players, coalition -> one.cost(coalition).plus(other.cost(coalition)));
        assertThat(Shapley.exact(both)).isEqualTo(plus(Shapley.exact(one), Shapley.exact(other)));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shapleyOfSegmentsIsEachSegmentSharedByItsUsersAndLiesInTheCore(int seed) {
        var game = segments(new Random(seed), 1 + seed % 8);

        var values = Shapley.ofSegments(game).orElseThrow();

        assertThat(Shapley.exact(game.table())).isEqualTo(values);
        assertThat(Core.objections(game.table(), values)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDearestMemberOrASumIsExactWithoutATable(int seed) {
        var random = new Random(seed);
        var players = 1 + seed % 8;
        var alone = new HashMap<BitSet, Fraction>();
        for (var player = 0; player < players; player++) {
            alone.put(mask(1 << player), Fraction.of(random.nextInt(50), 1 + random.nextInt(6)));
        }
        for (var otherwise : List.of(CostFunction.Otherwise.DEAREST, CostFunction.Otherwise.SUM)) {
            var game = new CostFunction(players, alone, otherwise, List.of());

            assertThat(Shapley.ofSegments(game)).hasValue(Shapley.exact(game.table()));
        }
        if (players > 1) {
            alone.put(mask((1 << players) - 1), Fraction.of(1, 7));
            assertThat(
                            Shapley.ofSegments(
                                    new CostFunction(
                                            players, alone, CostFunction.Otherwise.SUM, List.of())))
                    .as("an exception is listed")
                    .isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSampleAddsUpRepeatsAndIsNearWithinItsError(int seed) {
        var game = anyGame(new Random(seed), 2 + seed % 6);

        var estimate = Shapley.sampled(function(game), 400, seed);

        assertThat(sum(estimate.values())).isEqualTo(game.total());
        assertThat(Shapley.sampled(function(game), 400, seed)).isEqualTo(estimate);
        var exact = Shapley.exact(game);
        for (var player = 0; player < game.players(); player++) {
            var away = estimate.values().get(player).minus(exact.get(player));
            // Five standard errors: not once in 200 seeds by chance.
            assertThat(away.max(away.negated()))
                    .isLessThanOrEqualTo(estimate.errors().get(player).times(Fraction.of(5)));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void separableCostsLieBetweenTheAddedCostAndTheCostAloneInGamesOfSavings(int seed) {
        var random = new Random(seed);
        var players = 2 + seed % 7;
        var game = function(segments(random, players).table());
        var benefits = new ArrayList<Fraction>();
        for (var player = 0; player < players; player++) {
            // Worth at least what it adds; no more is asked.
            benefits.add(game.separable(player).plus(Fraction.of(1 + random.nextInt(90))));
        }

        for (var costs :
                List.of(SeparableCosts.of(game, null), SeparableCosts.of(game, benefits))) {
            var shares = costs.shares();
            if (shares.isEmpty() || costs.benefit().compareTo(costs.joint()) < 0) {
                continue;
            }
            assertThat(sum(shares.get())).isEqualTo(game.total());
            for (var player = 0; player < players; player++) {
                assertThat(shares.get().get(player))
                        .isBetween(game.separable(player), game.alone(player));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theNucleolusLiesInTheCoreWhenThereIsOneAndNobodyPaysMoreThanAlone(int seed) {
        var game = anyGame(new Random(seed), 2 + seed % 6);
        var nucleolus = Nucleolus.of(game);
        var alone = Fraction.ZERO;
        for (var player = 0; player < game.players(); player++) {
            alone = alone.plus(game.alone(player));
        }

        assertThat(nucleolus.isEmpty()).isEqualTo(alone.compareTo(game.total()) < 0);
        nucleolus.ifPresent(shares -> {
            assertThat(sum(shares)).isEqualTo(game.total());
            for (var player = 0; player < game.players(); player++) {
                assertThat(shares.get(player)).isLessThanOrEqualTo(game.alone(player));
            }
            assertThat(Core.objections(game, shares).isEmpty())
                    .isEqualTo(Core.leastExcess(game).signum() <= 0);
        });
    }

    /**
     * The excesses of the nucleolus, largest first, come before those of every other division:
     * against many drawn from everywhere, and many close by in every direction.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noOtherDivisionHasSmallerExcesses(int seed) {
        var random = new Random(seed);
        var game = anyGame(random, 2 + seed % 4);
        var nucleolus = Nucleolus.of(game);
        if (nucleolus.isEmpty()) {
            return;
        }
        for (var number = 0; number < 300; number++) {
            var step = Fraction.of(1, 1L << random.nextInt(12));
            var other = new ArrayList<>(nucleolus.get());
            var moved = Fraction.ZERO;
            for (var player = 1; player < game.players(); player++) {
                var by = Fraction.of(random.nextInt(7) - 3L).times(step);
                moved = moved.plus(by);
                other.set(player, other.get(player).plus(by));
            }
            other.set(0, other.get(0).minus(moved));
            var rational = true;
            for (var player = 0; player < game.players(); player++) {
                rational &= other.get(player).compareTo(game.alone(player)) <= 0;
            }
            if (rational && !other.equals(nucleolus.get())) {
                assertThat(compareExcesses(game, nucleolus.get(), other)).isNegative();
            }
        }
    }

    /**
     * Kohlberg's criterion, by another method (Fourier-Motzkin elimination): at every height of
     * excess, no shift of payments lowers one of the coalitions at or above it and raises none, nor
     * anybody who pays just what they would alone.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noShiftOfPaymentsImprovesOnTheNucleolus(int seed) {
        var game = anyGame(new Random(seed), 2 + seed % 3);
        var nucleolus = Nucleolus.of(game);
        if (nucleolus.isEmpty()) {
            return;
        }
        var shares = nucleolus.get();
        for (var height : new TreeSet<>(sortedExcesses(game, shares))) {
            assertThat(canImprove(game, shares, height)).isFalse();
        }
        if (game.players() > 2) {
            var moved = new ArrayList<>(shares);
            moved.set(0, moved.get(0).minus(Fraction.of(1, 3)));
            moved.set(1, moved.get(1).plus(Fraction.of(1, 3)));
            var limit = shares.get(1).plus(Fraction.of(1, 3)).compareTo(game.alone(1)) > 0;
            assertThat(limit || improvable(game, moved)).as("the test can see it").isTrue();
        }
    }

    private static boolean improvable(CostGame game, List<Fraction> shares) {
        return sortedExcesses(game, shares).stream()
                .anyMatch(height -> canImprove(game, shares, height));
    }

    private static boolean canImprove(CostGame game, List<Fraction> shares, Fraction height) {
        // Rows a·y ≤ b over the shifts of all players but the first, who pays what they do not.
        var rows = new ArrayList<List<Fraction>>();
        var sum = new ArrayList<>(Collections.nCopies(game.players(), Fraction.ZERO));
        for (var coalition = 1; coalition < game.everybody(); coalition++) {
            var paid = Fraction.ZERO;
            for (var player = 0; player < game.players(); player++) {
                paid = (coalition >> player & 1) == 1 ? paid.plus(shares.get(player)) : paid;
            }
            if (paid.minus(game.cost(coalition)).compareTo(height) >= 0) {
                var row = shift(game, coalition);
                rows.add(row);
                sum = new ArrayList<>(plus(sum, row));
            }
        }
        for (var player = 0; player < game.players(); player++) {
            if (shares.get(player).equals(game.alone(player))) {
                rows.add(shift(game, 1 << player));
            }
        }
        sum.set(sum.size() - 1, Fraction.of(-1));
        rows.add(sum);
        return hasSolution(rows, game.players() - 1);
    }

    private static List<Fraction> shift(CostGame game, int coalition) {
        var row = new ArrayList<Fraction>();
        for (var player = 1; player < game.players(); player++) {
            row.add(Fraction.of((coalition >> player & 1) - (coalition & 1)));
        }
        row.add(Fraction.ZERO);
        return row;
    }

    private static boolean hasSolution(List<List<Fraction>> rows, int variables) {
        var left = rows;
        for (var variable = 0; variable < variables; variable++) {
            var next = new LinkedHashSet<List<Fraction>>();
            for (var one : left) {
                if (one.get(variable).signum() == 0) {
                    next.add(one);
                }
                for (var other : left) {
                    if (one.get(variable).signum() > 0 && other.get(variable).signum() < 0) {
                        var up = Fraction.ONE.dividedBy(one.get(variable));
                        var down = Fraction.ONE.dividedBy(other.get(variable).negated());
                        next.add(
                                plus(
                                        one.stream().map(figure -> figure.times(up)).toList(),
                                        other.stream().map(figure -> figure.times(down)).toList()));
                    }
                }
            }
            left = List.copyOf(next);
        }
        return left.stream().allMatch(row -> row.getLast().signum() >= 0);
    }

    /** Which of two divisions comes first when their excesses are compared, largest first. */
    private static int compareExcesses(CostGame game, List<Fraction> one, List<Fraction> other) {
        var left = sortedExcesses(game, one);
        var right = sortedExcesses(game, other);
        for (var place = 0; place < left.size(); place++) {
            var order = left.get(place).compareTo(right.get(place));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static List<Fraction> sortedExcesses(CostGame game, List<Fraction> shares) {
        var excesses = new ArrayList<Fraction>();
        for (var coalition = 1; coalition < game.everybody(); coalition++) {
            var paid = Fraction.ZERO;
            for (var player = 0; player < game.players(); player++) {
                paid = (coalition >> player & 1) == 1 ? paid.plus(shares.get(player)) : paid;
            }
            excesses.add(paid.minus(game.cost(coalition)));
        }
        excesses.sort(Comparator.reverseOrder());
        return excesses;
    }

    private static List<Fraction> byAllOrders(CostGame game) {
        var values = new ArrayList<>(Collections.nCopies(game.players(), Fraction.ZERO));
        var orders = orders(IntStream.range(0, game.players()).boxed().toList());
        for (var order : orders) {
            var coalition = 0;
            var before = Fraction.ZERO;
            for (var player : order) {
                coalition |= 1 << player;
                var after = game.cost(coalition);
                values.set(player, values.get(player).plus(after.minus(before)));
                before = after;
            }
        }
        return values.stream().map(sum -> sum.dividedBy(Fraction.of(orders.size()))).toList();
    }

    private static List<List<Integer>> orders(List<Integer> players) {
        if (players.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<Integer>>();
        for (var first : players) {
            var others = players.stream().filter(player -> !player.equals(first)).toList();
            for (var rest : orders(others)) {
                var order = new ArrayList<>(List.of(first));
                order.addAll(rest);
                orders.add(order);
            }
        }
        return orders;
    }

    /** Any costs at all, or such as fall short of a sum: with a core as often as without. */
    private static CostGame anyGame(Random random, int players) {
        var wild = random.nextInt(3);
        var alone = new long[players];
        Arrays.setAll(alone, player -> random.nextInt(60));
        return CostGame.of(
                players,
                coalition -> {
                    var sum = 0L;
                    for (var player = 0; player < players; player++) {
                        sum += (coalition >> player & 1) * alone[player];
                    }
                    return switch (wild) {
                        case 0 -> Fraction.of(random.nextInt(100), 1 + random.nextInt(4));
                        case 1 -> Fraction.of(sum - random.nextInt(1 + (int) sum / 2));
                        default ->
                                Integer.bitCount(coalition) == 1
                                        ? Fraction.of(sum)
                                        : Fraction.of(sum * (5 + random.nextInt(3)), 10);
                    };
                });
    }

    private static CostFunction segments(Random random, int players) {
        var segments = new ArrayList<CostFunction.Segment>();
        for (var number = 0; number < 1 + random.nextInt(6); number++) {
            var users = mask(1 + random.nextInt((1 << players) - 1));
            segments.add(
                    new CostFunction.Segment(
                            Fraction.of(random.nextInt(90), 1 + random.nextInt(5)), users));
        }
        return new CostFunction(
                players, new HashMap<>(), CostFunction.Otherwise.SEGMENTS, segments);
    }

    private static List<Fraction> plus(List<Fraction> one, List<Fraction> other) {
        return IntStream.range(0, one.size())
                .mapToObj(player -> one.get(player).plus(other.get(player)))
                .toList();
    }

    private static Fraction sum(List<Fraction> figures) {
        return figures.stream().reduce(Fraction.ZERO, Fraction::plus);
    }
}
