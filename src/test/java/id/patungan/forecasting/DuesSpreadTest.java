package id.patungan.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.allocation.Parties;
import id.patungan.allocation.PartiesFile;
import id.patungan.allocation.RuleFile;
import id.patungan.basics.Fraction;
import id.patungan.contributions.DuesRule;
import id.patungan.forecasting.DuesSpread.Part;

import org.junit.jupiter.api.Test;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** Another total of dues, divided by the rule in force. */
class DuesSpreadTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final long JUTA = 100_000_000;

    /** K2 by the assumed rule: 110 juta of each of three. */
    private static final Map<String, Long> THIRDS =
            Map.of("34.71", 110 * JUTA, "34.04", 110 * JUTA, "34.02", 110 * JUTA);

    private static DuesRule rule(String text, Parties parties) {
        return new DuesRule(
                "Aturan", "IURAN", 1, "AS-1", RuleFile.read("rule", text).document(), parties);
    }

    private static DuesRule rule(String text) {
        return rule(text, Parties.of("34.71", "34.04", "34.02"));
    }

    private static DuesSpread spread(Map<String, Long> now, long then, DuesRule rule) {
        return DuesSpread.of(now, Fraction.of(then), IDR, () -> Optional.of(rule));
    }

    private static String whyNot(DuesSpread spread) {
        assertThat(spread.rule()).isNull();
        return Objects.requireNonNull(spread.whyNot()).code();
    }

    /** The uplift of 60.6 % when GTZ leaves (hypothetical overlap): 330 juta become 530. */
    @Test
    void kartamantulsThirdsStayThirds() {
        var spread = spread(THIRDS, 530 * JUTA, rule("rule: {kind: equal}"));

        assertThat(spread.whyNot()).isNull();
        assertThat(spread.parts())
                .containsExactly(
                        new Part("34.02", 110 * JUTA, 17_666_666_700L),
                        new Part("34.04", 110 * JUTA, 17_666_666_700L),
                        new Part("34.71", 110 * JUTA, 17_666_666_600L));
        assertThat(spread.extra()).isEqualTo(200 * JUTA);
    }

    /** B1 by population; the same total again changes nothing, more goes by population too. */
    @Test
    void barlingmascakebByPopulation() {
        var parties =
                PartiesFile.read(
                        "p",
                        """
                        party,name,population
                        33.01,Cilacap,2059748
                        33.02,Banyumas,1868446
                        33.03,Purbalingga,1057750
                        33.04,Banjarnegara,1071977
                        33.05,Kebumen,1446833
                        """);
        var rule = rule("rule: {kind: weights, indicator: population}", parties);
        var now =
                Map.of(
                        "33.01", 13_722_954_800L,
                        "33.02", 12_448_416_000L,
                        "33.03", 7_047_199_700L,
                        "33.04", 7_141_986_300L,
                        "33.05", 9_639_443_200L);
        assertThat(spread(now, 500 * JUTA, rule).parts())
                .hasSize(5)
                .allSatisfy(one -> assertThat(one.extra()).isZero());
        var more = spread(now, 1000 * JUTA, rule);
        assertThat(more.extra()).isEqualTo(500 * JUTA);
        // 1.000.000.000 × 2.059.748 ÷ 7.504.754
        assertThat(more.parts().getFirst().after()).isEqualTo(27_445_909_600L);
    }

    @Test
    void aFixedPartIsNotRaisedWhereAProportionalOneWouldBe() {
        var now = Map.of("34.71", 30 * JUTA, "34.04", 150 * JUTA, "34.02", 150 * JUTA);
        var byRule =
                spread(
                        now,
                        530 * JUTA,
                        rule(
                                """
                                rule:
                                  kind: fixed
                                  amounts: {"34.71": 30000000}
                                  rest: {kind: equal}
                                """));
        var inProportion = DuesSpread.of(now, Fraction.of(530 * JUTA), IDR, Optional::empty);

        assertThat(byRule.parts())
                .extracting(Part::extra)
                .containsExactly(100 * JUTA, 100 * JUTA, 0L);
        assertThat(inProportion.parts())
                .extracting(Part::extra)
                .containsExactly(9_090_909_100L, 9_090_909_100L, 1_818_181_800L);
        assertThat(byRule.extra()).isEqualTo(inProportion.extra()).isEqualTo(200 * JUTA);
    }

    @Test
    void withoutARuleThatDividesItItIsInProportionAndSaysWhy() {
        assertThat(whyNot(DuesSpread.of(THIRDS, Fraction.of(JUTA), IDR, Optional::empty)))
                .isEqualTo("forecasting.no-dues-rule");
        assertThat(
                        whyNot(
                                spread(
                                        THIRDS,
                                        JUTA,
                                        rule("rule: {kind: rate, rate: 2, indicators: [w]}"))))
                .isEqualTo("forecasting.own-total");
        assertThat(whyNot(spread(THIRDS, JUTA, rule("rule: {kind: weights, indicator: w}"))))
                .isEqualTo("allocation.missing-figure");
        assertThat(whyNot(spread(THIRDS, 0, rule("rule: {kind: equal}"))))
                .isEqualTo("forecasting.no-dues-left");
        assertThat(whyNot(spread(Map.of(), JUTA, rule("rule: {kind: equal}"))))
                .isEqualTo("forecasting.no-dues-left");
        var left = new TreeMap<>(THIRDS);
        left.put("34.71", 0L);
        var others = spread(left, 440 * JUTA, rule("rule: {kind: equal}"));
        assertThat(whyNot(others)).isEqualTo("forecasting.others-pay");
        assertThat(others.parts()).extracting(Part::after).containsExactly(220 * JUTA, 220 * JUTA);
    }

    @Test
    void aTotalIsRoundedUpToTheRupiahAndElsewhereToTheCent() {
        var third = Fraction.of(100 * JUTA + 1, 3);
        var rupiah =
                DuesSpread.of(THIRDS, third, IDR, () -> Optional.of(rule("rule: {kind: equal}")));
        assertThat(rupiah.after()).isEqualTo(3_333_333_400L);
        var euro =
                DuesSpread.of(
                        THIRDS,
                        third,
                        Currency.getInstance("EUR"),
                        () -> Optional.of(rule("rule: {kind: equal}")));
        assertThat(euro.after()).isEqualTo(3_333_333_334L);
    }

    @Test
    void whateverTheRuleTheExtrasAddUpExactly() {
        var seed = System.nanoTime();
        System.out.println("DuesSpreadTest seed " + seed);
        var random = new Random(seed);
        for (int run = 0; run < 400; run++) {
            var count = random.nextInt(1, 9);
            var now = new TreeMap<String, Long>();
            var figures = new StringBuilder("party,name,w\n");
            var fixed = new LinkedHashMap<String, Long>();
            for (int at = 0; at < count; at++) {
                var code = "P" + at;
                now.put(code, random.nextLong(1, 1_000 * JUTA));
                figures.append(code + "," + code + "," + random.nextInt(1, 9_999) + "\n");
                if (at < count - 1 && random.nextInt(3) == 0) {
                    fixed.put('"' + code + '"', random.nextLong(0, 1_000_000));
                }
            }
            var rest = random.nextBoolean() ? "{kind: equal}" : "{kind: weights, indicator: w}";
            var text =
                    fixed.isEmpty()
                            ? "rule: " + rest
                            : "rule: {kind: fixed, amounts: %s, rest: %s}"
                                    .formatted(fixed.toString().replace("=", ": "), rest);
            var then = Fraction.of(random.nextLong(1, 9_000 * JUTA), random.nextInt(1, 7));
            var rule = rule(text, PartiesFile.read("p", figures.toString()));
            var spread = DuesSpread.of(now, then, IDR, () -> Optional.of(rule));
            var difference = Fraction.of(spread.after()).minus(then);

            assertThat(difference.signum()).as(text).isNotNegative();
            assertThat(difference.compareTo(Fraction.HUNDRED)).as(text).isNegative();
            assertThat(spread.parts().stream().mapToLong(Part::extra).sum())
                    .as(text)
                    .isEqualTo(spread.after() - now.values().stream().mapToLong(one -> one).sum());
            assertThat(spread.after() % 100).isZero();
            if (spread.whyNot() == null) {
                fixed.forEach((code, amount) ->
                        assertThat(spread.parts())
                                .contains(
                                        new Part(
                                                code.replace("\"", ""),
                                                Objects.requireNonNull(
                                                        now.get(code.replace("\"", ""))),
                                                amount * 100)));
            }
        }
    }
}
