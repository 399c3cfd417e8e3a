package id.patungan.contributions.sheet;

import id.patungan.allocation.Costs;
import id.patungan.allocation.Parties;
import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;

/** Rules such as agreements might hold, nested at random, with figures of very different sizes. */
final class RandomRules {

    private static final Currency IDR = Currency.getInstance("IDR");

    private final Random random;
    private final List<String> codes = new ArrayList<>();
    private final long total;
    private final int largest;

    RandomRules(int seed) {
        random = new Random(seed);
        var count = 2 + random.nextInt(5);
        for (var number = 0; number < count; number++) {
            codes.add("P" + number);
        }
        total = 1 + random.nextLong((long) Math.pow(10, 4 + random.nextInt(9)));
        largest = (int) Math.pow(10, 2 + random.nextInt(7));
    }

    Money total() {
        return Money.of(IDR, BigDecimal.valueOf(total));
    }

    Parties parties() {
        var parties = new ArrayList<Parties.Party>();
        for (var code : codes) {
            var figures = new LinkedHashMap<String, Fraction>();
            figures.put("people", Fraction.of(1 + random.nextInt(largest)));
            figures.put("area", Fraction.of(1 + random.nextInt(900_000), 1000));
            parties.add(
                    new Parties.Party(
                            code, "Party " + code, figures, Map.of(), random.nextLong(0, 4)));
        }
        return new Parties(parties);
    }

    RuleDocument document() {
        return document(random.nextInt(4) == 0 ? Fraction.of(1000) : null);
    }

    /** Rounded to a unit, below which the last party takes what is left. */
    RuleDocument document(@Nullable Fraction unit) {
        return new RuleDocument(
                null,
                null,
                random.nextBoolean() ? RuleDocument.Tie.CODE : RuleDocument.Tie.HISTORY,
                unit,
                new Rule.Fixed(map(Map.of()), rule(0, codes), codes.getLast()));
    }

    private Rule rule(int depth, List<String> here) {
        return switch (random.nextInt(depth > 1 ? 8 : 15)) {
            case 0 -> new Rule.Equal();
            case 1 -> new Rule.Percent(weights(here), true);
            case 2 -> new Rule.ByIndicator("people");
            case 3 -> new Rule.ByIndicator("area");
            case 4 -> new Rule.ByIndicator("area", 1 + random.nextInt(2), random.nextBoolean());
            case 5 -> new Rule.Weights(weights(here));
            case 6 ->
                    new Rule.ScaledSum(
                            map(Map.of("people", Fraction.of(100), "area", Fraction.of(1, 2))));
            case 7 -> new Rule.Only(here.get(random.nextInt(here.size())));
            case 8 -> mix(depth, here);
            case 9 -> bounded(depth, here);
            case 10 ->
                    new Rule.Pinned(map(Map.of(here.getFirst(), percent(40))), rest(depth, here));
            case 11 ->
                    new Rule.Blend(
                            rule(depth + 1, here),
                            rule(depth + 1, here),
                            percent(100),
                            random.nextBoolean() ? null : Fraction.of(random.nextInt(30)));
            case 12 ->
                    depth == 0
                            ? new Rule.TwoPart(
                                    Fraction.of(random.nextLong(total + 1)),
                                    rule(depth + 1, here),
                                    rule(depth + 1, here))
                            : new Rule.Equal();
            case 13 ->
                    depth == 0
                            ? new Rule.Credited(
                                    map(
                                            Map.of(
                                                    here.getLast(),
                                                    Fraction.of(random.nextLong(total + 1)))),
                                    rule(1, here))
                            : mix(depth, here);
            default -> here.size() == codes.size() ? game(here) : new Rule.Equal();
        };
    }

    private Rule rest(int depth, List<String> here) {
        var others = here.subList(1, here.size());
        return others.isEmpty() ? new Rule.Equal() : rule(depth + 1, others);
    }

    private Rule mix(int depth, List<String> here) {
        var first = percent(100);
        return new Rule.Mix(
                List.of(
                        new Rule.Part(first, rule(depth + 1, here)),
                        new Rule.Part(Fraction.HUNDRED.minus(first), rule(depth + 1, here))));
    }

    private Rule bounded(int depth, List<String> here) {
        var floor = Fraction.of(random.nextInt(100), here.size());
        var floors =
                random.nextBoolean()
                        ? new Rule.Limit.Same(floor)
                        : new Rule.Limit.PerParty(map(Map.of(here.getFirst(), percent(60))));
        return new Rule.Bounded(
                floors,
                new Rule.Limit.None(),
                Rule.Of.NODE,
                random.nextBoolean() ? new Rule.ByIndicator("people") : rule(depth + 1, here));
    }

    private Rule game(List<String> here) {
        var alone = new LinkedHashMap<String, Fraction>();
        for (var code : here) {
            alone.put(code, Fraction.of(random.nextLong(total + 1)));
        }
        alone.put(here.getFirst(), Fraction.of(total));
        var costs = new Costs(alone, Costs.Otherwise.MAX, List.of(), map(Map.of()));
        return switch (random.nextInt(5)) {
            case 0 -> new Rule.Shapley(costs, null);
            case 1 -> new Rule.Scrb(costs, null);
            case 2 -> new Rule.StandAlone(costs);
            case 3 -> new Rule.Marginal(costs);
            default -> new Rule.Nucleolus(costs);
        };
    }

    private Fraction percent(int most) {
        return random.nextInt(5) == 0
                ? Fraction.of(random.nextInt(3 * most), 3)
                : Fraction.of(random.nextInt(1000 * most), 1000);
    }

    private SequencedMap<String, Fraction> weights(List<String> here) {
        var weights = new LinkedHashMap<String, Fraction>();
        for (var code : here) {
            weights.put(code, Fraction.of(1 + random.nextInt(largest), 100));
        }
        return weights;
    }

    private static <T extends @Nullable Object> SequencedMap<String, T> map(Map<String, T> map) {
        return new LinkedHashMap<>(map);
    }
}
