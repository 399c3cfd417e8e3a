package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Holds for every kind at the top and anywhere within another. The failing seed is in the test's
 * name.
 */
class KindPropertiesTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final int CASES = 40;

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void sharesAddUpStayWithinAUnitAndMirror(int seed) {
        var random = new Random(seed);
        for (var number = 0; number < CASES; number++) {
            var parties = parties(random, 1 + random.nextInt(9));
            var total = new Money(IDR, random.nextLong(0, 1_000_000_000_000L) / 100 * 100);
            var codes = parties.all().stream().map(Parties.Party::code).toList();
            var rule = rule(random, codes, Fraction.of(total.toDecimal()), number % 2);
            var document = RuleDocument.of(rule);

            var shares = Allocation.allocate(total, document, parties);

            var sum = Money.zero(IDR);
            var quotas = Fraction.ZERO;
            for (var share : shares.shares()) {
                sum = sum.plus(share.share());
                quotas = quotas.plus(share.quota());
                var away = Fraction.of(share.share().toDecimal()).minus(share.quota());
                assertThat(away.max(away.negated())).as(rule::toString).isLessThan(Fraction.ONE);
                if (share.quota().signum() == 0) {
                    assertThat(share.share().isZero()).isTrue();
                }
            }
            assertThat(sum).isEqualTo(total);
            assertThat(quotas).isEqualTo(Fraction.of(total.toDecimal()));
            var refund = Allocation.allocate(total.negated(), document, parties);
            for (var place = 0; place < codes.size(); place++) {
                assertThat(refund.shares().get(place).share())
                        .isEqualTo(shares.shares().get(place).share().negated());
            }
            var shuffled = new ArrayList<>(parties.all());
            Collections.shuffle(shuffled, random);
            assertThat(Allocation.allocate(total, document, new Parties(shuffled)).shares())
                    .containsExactlyInAnyOrderElementsOf(shares.shares());
            assertThat(RuleFile.read("r", RuleFile.write(document)).document()).isEqualTo(document);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void weightZeroPaysZero(int seed) {
        var random = new Random(seed);
        var parties = new ArrayList<>(parties(random, 5).all());
        parties.add(new Parties.Party("ZERO", "", Map.of("v", Fraction.ZERO), Map.of(), null));
        var total = new Money(IDR, 100 * random.nextLong(1, 1_000_000_000L));
        for (var rule :
                List.of(
                        new Rule.ByIndicator("v", 3, false),
                        new Rule.ScaledSum(map(Map.of("v", Fraction.of(1, 7)))),
                        new Rule.Rate(
                                Fraction.of(1, 9),
                                map(Map.of()),
                                List.of("v"),
                                Fraction.ZERO,
                                null,
                                null,
                                true))) {
            var shares = Allocation.allocate(total, rule, new Parties(parties));

            assertThat(shares.find("ZERO").orElseThrow().share().isZero()).isTrue();
            assertThat(shares.find("ZERO").orElseThrow().quota()).isEqualTo(Fraction.ZERO);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noPartyLeavesTheCorridorAroundTheOldRule(int seed) {
        var random = new Random(seed);
        var parties = parties(random, 2 + random.nextInt(6));
        var codes = parties.all().stream().map(Parties.Party::code).toList();
        var total = new Money(IDR, 100 * random.nextLong(1, 1_000_000_000L));
        var amount = Fraction.of(total.toDecimal());
        var percent = Fraction.of(random.nextInt(40));
        var before = new Rule.Percent(figures(random, codes, 0), true);
        var after = new Rule.Percent(figures(random, codes, 0), true);
        var blend = new Rule.Blend(before, after, Fraction.of(random.nextInt(101)), percent);

        var old = Allocation.allocate(total, before, parties);
        var shares = Allocation.allocate(total, blend, parties);

        var sum = Fraction.ZERO;
        for (var share : shares.shares()) {
            var was = old.find(share.party()).orElseThrow().quota();
            sum = sum.plus(share.quota());
            if (was.signum() > 0) {
                assertThat(share.quota())
                        .isBetween(
                                was.times(Fraction.ONE.minus(percent.percent())),
                                was.times(Fraction.ONE.plus(percent.percent())));
            }
        }
        assertThat(sum).isEqualTo(amount);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aPriceIsRoundedByItselfAndDoesNotDependOnTheOthers(int seed) {
        var random = new Random(seed);
        var parties = parties(random, 6).all();
        var rule =
                new Rule.Rate(
                        Fraction.of(random.nextInt(1, 1000), 997),
                        map(Map.of()),
                        List.of("v", "w"),
                        Fraction.of(random.nextInt(1000), 7),
                        Fraction.of(50),
                        Fraction.of(900),
                        false);
        var together = Allocation.charge(IDR, RuleDocument.of(rule), new Parties(parties)).shares();

        for (var place = 0; place < parties.size(); place++) {
            var alone =
                    Allocation.charge(
                            IDR, RuleDocument.of(rule), new Parties(List.of(parties.get(place))));
            assertThat(alone.shares()).containsExactly(together.get(place));
        }
    }

    private static Parties parties(Random random, int count) {
        var parties = new ArrayList<Parties.Party>();
        for (var number = 0; number < count; number++) {
            parties.add(
                    new Parties.Party(
                            "P" + number,
                            "Party " + number,
                            Map.of(
                                    "v", Fraction.of(random.nextInt(1, 1_000_000), 1000),
                                    "w", Fraction.of(random.nextInt(1, 50))),
                            Map.of("class", random.nextBoolean() ? "large" : "small"),
                            null));
        }
        return new Parties(parties);
    }

    /** Every kind that divides, which can be applied to the amount that reaches it. */
    private static final List<BiFunction<Random, Here, Rule>> KINDS =
            List.of(
                    (_, _) -> new Rule.Equal(),
                    (random, _) ->
                            new Rule.ByIndicator("v", 1 + random.nextInt(3), random.nextBoolean()),
                    (random, here) ->
                            new Rule.Weights(
                                    figures(random, here.codes(), 1),
                                    1 + random.nextInt(3),
                                    random.nextBoolean()),
                    (_, _) ->
                            new Rule.ScaledSum(
                                    map(
                                            Map.of(
                                                    "v", Fraction.of(10, 3),
                                                    "w", Fraction.of(1, 7)))),
                    (random, _) ->
                            new Rule.Rate(
                                    Fraction.of(1, 3),
                                    map(Map.of()),
                                    List.of("v", "w"),
                                    Fraction.of(random.nextInt(10)),
                                    null,
                                    Fraction.of(200),
                                    true),
                    (random, _) ->
                            new Rule.Bands(
                                    new Rule.Table.ByFigure(
                                            "class",
                                            "w",
                                            map(
                                                    Map.of(
                                                            "large", bands(random),
                                                            "small", bands(random))),
                                            random.nextBoolean()),
                                    List.of(
                                            new Rule.AddOn(
                                                    "large",
                                                    "v",
                                                    Fraction.of(5),
                                                    Fraction.of(1, 3))),
                                    true),
                    KindPropertiesTest::sequential,
                    KindPropertiesTest::game,
                    (random, here) -> {
                        var amount = here.amount().times(Fraction.of(random.nextInt(8), 7));
                        return new Rule.TwoPart(
                                amount,
                                here.within(random, amount),
                                here.within(random, here.amount().minus(amount)));
                    },
                    (random, here) ->
                            new Rule.Blend(
                                    here.within(random, here.amount()),
                                    here.within(random, here.amount()),
                                    Fraction.of(random.nextInt(101)),
                                    random.nextBoolean() ? null : Fraction.of(random.nextInt(30))),
                    (random, here) -> {
                        var share = Fraction.of(random.nextInt(101));
                        var other = Fraction.HUNDRED.minus(share);
                        return new Rule.Mix(
                                List.of(
                                        new Rule.Part(
                                                share,
                                                here.within(
                                                        random,
                                                        here.amount().times(share.percent()))),
                                        new Rule.Part(
                                                other,
                                                here.within(
                                                        random,
                                                        here.amount().times(other.percent())))));
                    },
                    KindPropertiesTest::credited,
                    (random, here) ->
                            new Rule.Bounded(
                                    new Rule.Limit.Same(
                                            Fraction.of(random.nextInt(101), here.codes().size())),
                                    new Rule.Limit.None(),
                                    Rule.Of.NODE,
                                    here.within(random, here.amount())));

    private record Here(List<String> codes, Fraction amount, int depth) {
        Rule within(Random random, Fraction amount) {
            return rule(random, codes, amount, depth + 1);
        }
    }

    private static Rule rule(Random random, List<String> codes, Fraction amount, int depth) {
        var kinds = depth > 2 ? KINDS.subList(0, 8) : KINDS;
        return kinds.get(random.nextInt(kinds.size()))
                .apply(random, new Here(codes, amount, depth));
    }

    private static Rule sequential(Random random, Here here) {
        var segments = new ArrayList<Rule.Segment>();
        var left = here.amount();
        for (var number = 0; number < 3; number++) {
            var users = new ArrayList<>(here.codes());
            Collections.shuffle(users, random);
            var amount = number == 2 ? left : left.times(Fraction.of(random.nextInt(4), 5));
            left = left.minus(amount);
            segments.add(
                    new Rule.Segment(
                            amount, users.subList(0, 1 + random.nextInt(here.codes().size()))));
        }
        return new Rule.Sequential(segments);
    }

    /** A runway for aircraft of all sizes, the largest needing all of it. */
    private static Rule game(Random random, Here here) {
        var alone = new LinkedHashMap<String, Fraction>();
        for (var code : here.codes()) {
            alone.put(code, here.amount().times(Fraction.of(random.nextInt(8), 7)));
        }
        alone.put(here.codes().getFirst(), here.amount());
        var costs = new Costs(alone, Costs.Otherwise.MAX, List.of(), map(Map.of()));
        return switch (random.nextInt(3)) {
            case 0 -> new Rule.Shapley(costs, null);
            case 1 -> new Rule.Scrb(costs, null);
            default -> new Rule.Nucleolus(costs);
        };
    }

    /** What was given is a whole number of units, and no more than there is to pay. */
    private static Rule credited(Random random, Here here) {
        var credit =
                new Fraction(
                        here.amount().times(Fraction.of(random.nextInt(101), 100)).floor(),
                        Fraction.ONE.numerator());
        var rule = here.within(random, here.amount().minus(credit));
        return rule instanceof Rule.Credited
                ? rule(random, here.codes(), here.amount(), 3)
                : new Rule.Credited(map(Map.of(here.codes().getFirst(), credit)), rule);
    }

    private static List<Rule.Band> bands(Random random) {
        return List.of(
                new Rule.Band(Fraction.ZERO, Fraction.of(1 + random.nextInt(10))),
                new Rule.Band(Fraction.of(10), Fraction.of(1 + random.nextInt(100), 3)));
    }

    private static SequencedMap<String, Fraction> figures(
            Random random, List<String> codes, int least) {
        var figures = new LinkedHashMap<String, Fraction>();
        for (var code : codes) {
            figures.put(code, Fraction.of(random.nextInt(least, 20), 7));
        }
        figures.put(codes.getFirst(), Fraction.ONE);
        return figures;
    }

    private static <T> SequencedMap<String, T> map(Map<String, T> entries) {
        return new LinkedHashMap<>(entries);
    }
}
