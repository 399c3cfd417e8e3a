package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Pro rata temporis: joiners and leavers, to the day and to the rupiah. */
class ByDaysTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final RuleDocument EQUAL = RuleDocument.of(new Rule.Equal());
    private static final RuleDocument WEIGHTS = RuleDocument.of(new Rule.ByIndicator("w"));

    private static Money rupiah(String amount) {
        return Money.of(IDR, new BigDecimal(amount));
    }

    private static Parties parties(List<String> codes, Map<String, Fraction> weights) {
        return new Parties(
                codes.stream()
                        .map(code ->
                                new Parties.Party(
                                        code,
                                        code,
                                        weights.containsKey(code)
                                                ? Map.of("w", weights.get(code))
                                                : Map.of(),
                                        Map.of(),
                                        null))
                        .toList());
    }

    /** 330 million in equal parts; a fourth joins on 1 July 2006: 184 of 365 days. */
    @Test
    void aFourthInEqualPartsFromJulyOn() {
        var three = parties(List.of("a", "b", "c"), Map.of());
        var four = parties(List.of("a", "b", "c", "x"), Map.of());
        var total = rupiah("330000000");
        var without = Allocation.allocate(total, EQUAL, three);
        var with = Allocation.allocate(total, EQUAL, four);

        var kept = ByDays.kept(without, with, 184, 365, EQUAL, four);

        // 110,000,000 × 181/365 + 82,500,000 × 184/365, and 82,500,000 × 184/365
        assertThat(kept.shares())
                .extracting(Shares.Share::share)
                .containsExactly(
                        rupiah("96136987"),
                        rupiah("96136986"),
                        rupiah("96136986"),
                        rupiah("41589041"));
        assertThat(ByDays.part(rupiah("82500000"), 100, 184, 365)).isEqualTo(rupiah("41589041"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theTotalIsKeptInAnyOrderAndTheEndsOfTheYearAreWhole(long seed) {
        var random = new Random(seed);
        var weights = new LinkedHashMap<String, Fraction>();
        var count = 2 + random.nextInt(6);
        for (var at = 0; at < count; at++) {
            weights.put("m" + at, Fraction.of(1 + random.nextInt(2_000_000)));
        }
        weights.put("x", Fraction.of(1 + random.nextInt(2_000_000)));
        var all = new ArrayList<>(weights.keySet());
        var others = all.stream().filter(code -> !code.equals("x")).toList();
        var total = rupiah(Integer.toString(1_000 + random.nextInt(900_000_000)));
        var of = random.nextBoolean() ? 365 : 366;
        var days = random.nextInt(of + 1);
        var without = Allocation.allocate(total, WEIGHTS, parties(others, weights));
        var four = parties(all, weights);
        var with = Allocation.allocate(total, WEIGHTS, four);

        var kept = ByDays.kept(without, with, days, of, WEIGHTS, four);

        assertThat(sum(kept)).isEqualTo(total);
        assertThat(amounts(ByDays.kept(without, with, of, of, WEIGHTS, four)))
                .isEqualTo(amounts(with));
        var never = amounts(ByDays.kept(without, with, 0, of, WEIGHTS, four));
        assertThat(never.remove("x")).isEqualTo(rupiah("0"));
        assertThat(never).isEqualTo(amounts(without));
        var shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        assertThat(
                        amounts(
                                ByDays.kept(
                                        without,
                                        with,
                                        days,
                                        of,
                                        WEIGHTS,
                                        parties(shuffled, weights))))
                .isEqualTo(amounts(kept));
        var whole = with.find("x").orElseThrow().share();
        assertThat(ByDays.part(whole, with.unit(), of, of)).isEqualTo(whole);
        assertThat(ByDays.part(whole, with.unit(), 0, of)).isEqualTo(rupiah("0"));
        assertThat(ByDays.part(whole, with.unit(), days, of)).isBetween(rupiah("0"), whole);
    }

    @Test
    void moreDaysThanTheYearHasAreABug() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByDays.part(rupiah("1"), 100, 366, 365));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByDays.part(rupiah("1"), 100, -1, 365));
    }

    private static Money sum(Shares shares) {
        return shares.shares().stream().map(Shares.Share::share).reduce(Money::plus).orElseThrow();
    }

    private static Map<String, Money> amounts(Shares shares) {
        var amounts = new LinkedHashMap<String, Money>();
        shares.shares().stream()
                .sorted(java.util.Comparator.comparing(Shares.Share::party))
                .forEach(share -> amounts.put(share.party(), share.share()));
        return amounts;
    }
}
