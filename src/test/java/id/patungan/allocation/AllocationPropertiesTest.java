package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.allocation.RuleDocument.Tie;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/**
 * Holds for every amount and every rule. A hundred seeds with a hundred cases each; the failing
 * seed is in the test's name.
 */
class AllocationPropertiesTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final int CASES = 100;

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sharesAddUpStayWithinAUnitAndMirror(int seed) {
        var random = new Random(seed);
        for (var number = 0; number < CASES; number++) {
            var parties = parties(random, 1 + random.nextInt(12));
            var total = new Money(IDR, random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L));
            var rule = rule(random, parties, parties.all(), 0);
            var unit = new String[] {"0.01", "1", "1000"}[random.nextInt(3)];
            var document =
                    new RuleDocument(
                            null,
                            null,
                            random.nextBoolean() ? Tie.CODE : Tie.HISTORY,
                            Fraction.parse(unit),
                            new Rule.Fixed(
                                    new LinkedHashMap<>(), rule, parties.all().getFirst().code()));

            var shares = Allocation.allocate(total, document, parties);

            var sum = Money.zero(IDR);
            for (var share : shares.shares()) {
                sum = sum.plus(share.share());
                var away = Fraction.of(share.share().toDecimal()).minus(share.quota());
                assertThat(away.max(away.negated())).isLessThan(Fraction.parse(unit));
                if (share.quota().signum() == 0) {
                    var takesRemainder = share.party().equals(parties.all().getFirst().code());
                    assertThat(share.share().isZero() || takesRemainder).isTrue();
                }
            }
            assertThat(sum).isEqualTo(total);
            assertMirrored(shares, Allocation.allocate(total.negated(), document, parties));
            assertSameInAnyOrder(shares, total, document, parties, random);
            var read = RuleFile.read("r", RuleFile.write(document)).document();
            assertThat(read).isEqualTo(document);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aStepBetweenTwoResultsMirrorsAndEndsAtThem(int seed) {
        var random = new Random(seed);
        var parties = parties(random, 2 + random.nextInt(12));
        var total = new Money(IDR, 100 * random.nextLong(1_000_000_000L));
        var document = RuleDocument.of(new Rule.ByIndicator("w"));
        var step = Fraction.of(random.nextInt(101));

        assertMirrored(
                between(total, document, step, parties),
                between(total.negated(), document, step, parties));
        for (var way : List.of(total, total.negated())) {
            assertThat(amounts(between(way, document, Fraction.ZERO, parties)))
                    .isEqualTo(amounts(Allocation.allocate(way, new Rule.Equal(), parties)));
            assertThat(amounts(between(way, document, Fraction.HUNDRED, parties)))
                    .isEqualTo(amounts(Allocation.allocate(way, document, parties)));
        }
    }

    private static List<Money> amounts(Shares shares) {
        return shares.shares().stream().map(Shares.Share::share).toList();
    }

    private static Shares between(
            Money total, RuleDocument document, Fraction shareNew, Parties parties) {
        return Allocation.between(
                Allocation.allocate(total, new Rule.Equal(), parties),
                Allocation.allocate(total, document, parties),
                shareNew,
                null,
                document,
                parties);
    }

    private static void assertMirrored(Shares charge, Shares refund) {
        for (var place = 0; place < charge.shares().size(); place++) {
            assertThat(refund.shares().get(place).share())
                    .isEqualTo(charge.shares().get(place).share().negated());
        }
    }

    private static void assertSameInAnyOrder(
            Shares expected, Money total, RuleDocument document, Parties parties, Random random) {
        var shuffled = new ArrayList<>(parties.all());
        Collections.shuffle(shuffled, random);
        assertThat(Allocation.allocate(total, document, new Parties(shuffled)).shares())
                .containsExactlyInAnyOrderElementsOf(expected.shares());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void weightZeroPaysZero(int seed) {
        var random = new Random(seed);
        for (var number = 0; number < CASES; number++) {
            var parties = parties(random, 2 + random.nextInt(12));
            var total = new Money(IDR, 100 * random.nextLong(-1_000_000_000L, 1_000_000_000L));

            var shares = Allocation.allocate(total, new Rule.ByIndicator("w"), parties);

            for (var party : parties.all()) {
                if (weight(party).signum() == 0) {
                    assertThat(shares.find(party.code()).orElseThrow().share().isZero()).isTrue();
                }
            }
        }
    }

    /**
     * Against another algorithm: every way to put parties at their floor, between or at their cap
     * is tried, and the one that is consistent must be the answer.
     */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void boundedAgreesWithTryingAllWays(int seed) {
        var random = new Random(seed);
        for (var number = 0; number < 10; number++) {
            var size = 2 + random.nextInt(4);
            var weights = new Fraction[size];
            var floors = new Fraction[size];
            var caps = new @Nullable Fraction[size];
            var figures = new LinkedHashMap<String, Fraction>();
            var floorMap = new LinkedHashMap<String, Fraction>();
            var capMap = new LinkedHashMap<String, Fraction>();
            for (var party = 0; party < size; party++) {
                weights[party] = Fraction.of(random.nextInt(1, 50));
                floors[party] = Fraction.of(random.nextInt(0, 100 / size));
                caps[party] =
                        random.nextInt(3) == 0
                                ? null
                                : floors[party].plus(Fraction.of(random.nextInt(100 / size, 100)));
                figures.put("P" + party, weights[party]);
                floorMap.put("P" + party, floors[party]);
                var cap = caps[party];
                if (cap != null) {
                    capMap.put("P" + party, cap);
                }
            }
            var rule =
                    new Rule.Bounded(
                            new Rule.Limit.PerParty(floorMap),
                            new Rule.Limit.PerParty(capMap),
                            Rule.Of.NODE,
                            new Rule.Weights(figures));
            var codes = figures.keySet().toArray(String[]::new);

            var shares =
                    Allocation.allocate(new Money(IDR, 10_000), rule, Parties.of(codes)).shares();

            assertThat(shares)
                    .extracting(Shares.Share::quota)
                    .containsExactly(allWays(weights, floors, caps));
        }
    }

    private static Fraction[] allWays(
            Fraction[] weights, Fraction[] floors, @Nullable Fraction[] caps) {
        var size = weights.length;
        for (var way = 0; way < Math.powExact(3, size); way++) {
            var left = Fraction.HUNDRED;
            var free = Fraction.ZERO;
            var code = way;
            var states = new int[size];
            var possible = true;
            for (var party = 0; party < size; party++, code /= 3) {
                states[party] = code % 3;
                var cap = caps[party];
                if (states[party] == 0) {
                    left = left.minus(floors[party]);
                } else if (states[party] == 1) {
                    free = free.plus(weights[party]);
                } else if (cap != null) {
                    left = left.minus(cap);
                } else {
                    possible = false;
                }
            }
            if (!possible || (free.signum() == 0 && left.signum() != 0)) {
                continue;
            }
            var factor = free.signum() == 0 ? null : left.dividedBy(free);
            var answer = consistent(weights, floors, caps, states, factor);
            if (answer != null) {
                return answer;
            }
        }
        throw new AssertionError("There is no way to meet the bounds");
    }

    private static Fraction @Nullable [] consistent(
            Fraction[] weights,
            Fraction[] floors,
            @Nullable Fraction[] caps,
            int[] states,
            @Nullable Fraction factor) {
        var lowest = Fraction.ZERO;
        Fraction highest = null;
        var result = new Fraction[weights.length];
        for (var party = 0; party < weights.length; party++) {
            var cap = caps[party];
            var atFloor = floors[party].dividedBy(weights[party]);
            var atCap = cap == null ? null : cap.dividedBy(weights[party]);
            if (states[party] == 0) {
                result[party] = floors[party];
                highest = highest == null ? atFloor : highest.min(atFloor);
            } else if (states[party] == 2 && cap != null && atCap != null) {
                result[party] = cap;
                lowest = lowest.max(atCap);
            } else {
                result[party] = factor == null ? Fraction.ZERO : weights[party].times(factor);
                lowest = lowest.max(atFloor);
                if (atCap != null) {
                    highest = highest == null ? atCap : highest.min(atCap);
                }
            }
        }
        var low = factor == null ? lowest : factor;
        var fits = low.compareTo(lowest) >= 0 && (highest == null || low.compareTo(highest) <= 0);
        return fits ? result : null;
    }

    private static Parties parties(Random random, int size) {
        var parties = new ArrayList<Parties.Party>();
        for (var number = 0; number < size; number++) {
            var weight =
                    number > 0 && random.nextInt(4) == 0
                            ? Fraction.ZERO
                            : Fraction.of(random.nextInt(1, 100_000), random.nextInt(1, 1000));
            parties.add(
                    new Parties.Party(
                            "P" + number,
                            "Party " + number,
                            Map.of("w", weight),
                            Map.of(),
                            (long) random.nextInt(5)));
        }
        return new Parties(parties);
    }

    /** A rule that can be applied to any amount: no fixed amounts, floors that leave room. */
    private static Rule rule(Random random, Parties all, List<Parties.Party> members, int depth) {
        var weightless = members.stream().allMatch(party -> weight(party).signum() == 0);
        return switch (random.nextInt(depth > 2 ? 4 : 7)) {
            case 0 -> new Rule.Equal();
            case 1 -> weightless ? new Rule.Equal() : new Rule.ByIndicator("w");
            case 2 -> new Rule.Percent(figures(random, members), true);
            case 3 -> new Rule.Only(members.get(random.nextInt(members.size())).code());
            case 4 -> {
                var share = Fraction.of(random.nextInt(0, 101));
                yield new Rule.Mix(
                        List.of(
                                new Rule.Part(share, rule(random, all, members, depth + 1)),
                                new Rule.Part(
                                        Fraction.HUNDRED.minus(share),
                                        rule(random, all, members, depth + 1))));
            }
            case 5 ->
                    new Rule.Bounded(
                            new Rule.Limit.Same(Fraction.of(random.nextInt(101), members.size())),
                            new Rule.Limit.None(),
                            Rule.Of.NODE,
                            rule(random, all, members, depth + 1));
            default -> {
                if (members.size() == 1) {
                    yield new Rule.Equal();
                }
                var pins = new LinkedHashMap<String, Fraction>();
                pins.put(members.getFirst().code(), Fraction.of(random.nextInt(101), 3));
                yield new Rule.Pinned(
                        pins, rule(random, all, members.subList(1, members.size()), depth + 1));
            }
        };
    }

    private static Fraction weight(Parties.Party party) {
        return Objects.requireNonNull(party.figures().get("w"));
    }

    private static SequencedMap<String, Fraction> figures(
            Random random, List<Parties.Party> members) {
        var figures = new LinkedHashMap<String, Fraction>();
        for (var member : members) {
            figures.put(member.code(), Fraction.of(random.nextInt(1, 1000), 7));
        }
        return figures;
    }
}
