package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.patungan.allocation.TraceStep.Mark;
import id.patungan.allocation.TraceStep.Step;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules that divide by a cost game, and what they report. */
class GamesTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final String ABC = "party,name,w\nA,a,1\nB,b,2\nC,c,3\n";
    private static final String DAMS =
            "costs: {A: 163520, B: 140826, C: 250096, A+B: 301607, A+C: 378821, C+B: 367370,"
                    + " A+B+C: 412584}";

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "shapley     | 117829 100756 193999",
                "nucleolus   | 116234 93540 202810",
                "scrb, alternate: true | 117476 99157 195951",
                "marginal    | 98206 73334 241044",
                "stand-alone | 121682 104795 186107"
            })
    void theDamsOfTheTennesseeValley(String kind, String expected) {
        var shares = allocate("412584", "rule: {kind: " + kind + ", " + DAMS + "}", ABC);

        assertThat(whole(shares)).isEqualTo(expected);
    }

    @Test
    void aTaxiNeedsOnlyTheThreeFaresAndADefault() {
        var shares =
                allocate(
                        "42",
                        "rule: {kind: shapley, costs: {A: 6, B: 12, C: 42}, default: max}",
                        ABC);

        assertThat(whole(shares)).isEqualTo("2 5 35");
        assertThat(steps(shares))
                .containsExactly(
                        Step.SHAPLEY,
                        Step.ALONE_KEPT,
                        Step.ADDED_KEPT,
                        Step.IN_CORE,
                        Step.ROUNDING);
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shapleyOfSegmentsIsSequentialForFewPartiesAndForMany(int seed) {
        var random = new Random(seed);
        var codes =
                IntStream.range(0, 1 + random.nextInt(seed % 2 == 0 ? 8 : 60))
                        .mapToObj(number -> "P" + number)
                        .toList();
        var segments = new ArrayList<Rule.Segment>();
        var total = Fraction.ZERO;
        for (var number = 0; number < 1 + random.nextInt(10); number++) {
            var users = new ArrayList<>(codes);
            Collections.shuffle(users, random);
            var amount = Fraction.of(random.nextInt(1_000_000), 100);
            total = total.plus(amount);
            segments.add(
                    new Rule.Segment(amount, users.subList(0, 1 + random.nextInt(users.size()))));
        }
        var costs =
                new Costs(
                        new LinkedHashMap<>(),
                        Costs.Otherwise.SEGMENTS,
                        segments,
                        new LinkedHashMap<>());
        var parties = Parties.of(codes.toArray(String[]::new));
        var amount = Money.of(IDR, total.toDecimal().orElseThrow());
        var taker = codes.getFirst();

        var game = Allocation.allocate(amount, sen(new Rule.Shapley(costs, null), taker), parties);

        assertThat(game.shares())
                .isEqualTo(
                        Allocation.allocate(
                                        amount, sen(new Rule.Sequential(segments), taker), parties)
                                .shares());
    }

    private static RuleDocument sen(Rule rule, String taker) {
        return RuleFile.read(
                        "r",
                        RuleFile.write(
                                        RuleDocument.of(
                                                new Rule.Fixed(new LinkedHashMap<>(), rule, taker)))
                                .replace(
                                        "rule:\n  kind: fixed", "unit: 0.01\nrule:\n  kind: fixed"))
                .document();
    }

    @Test
    void aCoalitionThatWouldBeBetterOffAloneIsNamedWithWhatItPaysTooMuch() {
        var shares =
                allocate(
                        "100",
                        "rule: {kind: stand-alone, costs: {A: 90, B: 50, C: 20, A+B: 95, A+C: 100,"
                                + " B+C: 30, A+B+C: 100}}",
                        ABC);

        var outside = step(shares, Step.OUTSIDE_CORE);

        // 56.25 / 31.25 / 12.50
        assertThat(outside.arguments()).containsExactly(1, 6, Fraction.parse("13.75"));
        assertThat(outside.lines())
                .containsExactly(
                        new TraceStep.Line("B+C", Fraction.of(30), Fraction.parse("13.75")));
        assertThat(steps(shares)).contains(Step.CORE_ELSEWHERE).doesNotContain(Step.CORE_EMPTY);
        assertThat(step(shares, Step.BELOW_ADDED).arguments()).containsExactly(1L, 3);
    }

    @Test
    void anEmptyCoreIsSaidWithTheLeastThatSomebodyMustPayTooMuch() {
        var shares =
                allocate(
                        "30",
                        "rule: {kind: nucleolus, costs: {A: 15, B: 15, C: 15, A+B: 18, A+C: 18,"
                                + " B+C: 18, A+B+C: 30}}",
                        ABC);

        assertThat(whole(shares)).isEqualTo("10 10 10");
        assertThat(step(shares, Step.CORE_EMPTY).arguments()).containsExactly(Fraction.of(2));
        assertThat(step(shares, Step.OUTSIDE_CORE).lines()).hasSize(3);
    }

    @Test
    void pathologiesAreFlagged() {
        // With C there the whole is cheaper, and A would pay less alone than it adds.
        var costs = "costs: {A: 10, B: 40, C: 30, A+B: 60, A+C: 35, B+C: 32, A+B+C: 50}";

        var shares = allocate("50", "rule: {kind: scrb, alternate: true, " + costs + "}", ABC);

        assertThat(step(shares, Step.NEGATIVE_SEPARABLE).lines())
                .extracting(TraceStep.Line::party, line -> String.valueOf(line.figure()))
                .containsExactly(tuple("C", "-10"));
        assertThat(step(shares, Step.NEGATIVE_BENEFIT).lines())
                .extracting(TraceStep.Line::party, line -> String.valueOf(line.figure()))
                .containsExactly(tuple("A", "-8"));
        assertThat(step(shares, Step.ABOVE_ALONE).arguments()).containsExactly(1L, 3);
        assertThat(sum(shares)).isEqualTo(shares.total());
        assertThat(
                        allocate(
                                        "50",
                                        "rule: {kind: scrb, alternate: true, costs: {A: 35, B: 30,"
                                                + " C: 30, A+B: 20, A+C: 20, B+C: 20, A+B+C: 50}}",
                                        ABC)
                                .trace())
                .extracting(TraceStep::step)
                .contains(Step.SEPARABLE_ABOVE_TOTAL);
    }

    @Test
    void aNegativeShareIsPaidAndFlaggedButNotKeptBetweenBounds() {
        var costs = "costs: {A: 0, B: 100, A+B: 60}";
        var ab = "party,name\nA,a\nB,b\n";

        var shares = allocate("60", "rule: {kind: shapley, " + costs + "}", ab);

        assertThat(whole(shares)).isEqualTo("-20 80");
        assertThat(step(shares, Step.NEGATIVE_SHARE).step().mark()).isEqualTo(Mark.WARNING);
        var refusal =
                catchThrowableOfType(
                        AllocationException.class,
                        () ->
                                allocate(
                                        "60",
                                        "rule: {kind: bounded, cap: 90, rule: {kind: shapley, "
                                                + costs
                                                + "}}",
                                        ab));
        assertThat(refusal).hasMessageContaining("Party A").hasMessageContaining("-20");
    }

    @Test
    void whoIsPaidCanTakeTheRemainderToo() {
        var rule =
                """
                unit: 7
                rule:
                  kind: fixed
                  amounts: {}
                  remainder_to: A
                  rest: {kind: shapley, costs: {A: 0, B: 100, A+B: 60}}
                """;

        // 60 is 8 units of 7 and 4: A's -24 of -20 goes down to -28 and takes the 4.
        var shares = allocate("60", rule, "party,name\nA,a\nB,b\n");

        assertThat(sum(shares)).isEqualTo(shares.total());
        for (var share : shares.shares()) {
            var away = Fraction.of(share.share().toDecimal()).minus(share.quota());
            assertThat(away.max(away.negated())).isLessThan(Fraction.of(7));
        }
    }

    @Test
    void partiesOfAClassShareItsPartEqually() {
        var rule =
                """
                rule:
                  kind: shapley
                  costs: {small: 6, middle: 12, large: 42}
                  default: max
                  classes: {small: [A, D], middle: [B], large: [C]}
                """;

        var shares = allocate("42", rule, ABC + "D,d,4\n");

        assertThat(whole(shares)).isEqualTo("1 5 35 1");
        assertThat(step(shares, Step.ALONE_KEPT).lines())
                .extracting(TraceStep.Line::party)
                .containsExactly("large", "middle", "small");
    }

    @Test
    void aPartOfTheTotalIsDividedInTheProportionsOfTheWholeGame() {
        var rule =
                """
                rule:
                  kind: mix
                  parts:
                  - share: 50
                    rule: {kind: shapley, costs: {A: 6, B: 12, C: 42}, default: max}
                  - share: 50
                    rule: {kind: equal}
                """;

        assertThat(allocate("42", rule, ABC).shares())
                .extracting(share -> share.quota().toShortText())
                .containsExactly("8", "9.5", "24.5");
    }

    @Test
    void moreThanFifteenAreExactByTheirDearestMemberAndOtherwiseEstimated() {
        var codes = IntStream.rangeClosed(1, 20).mapToObj(n -> "P%02d".formatted(n)).toList();
        var parties =
                "party,name\n"
                        + codes.stream()
                                .map(code -> code + "," + code + "\n")
                                .collect(Collectors.joining());
        var alone =
                codes.stream()
                        .map(code -> code + ": " + 10 * Integer.parseInt(code.substring(1)))
                        .collect(Collectors.joining(", "));
        var exact =
                allocate(
                        "200",
                        "rule: {kind: shapley, default: max, costs: {" + alone + "}}",
                        parties);

        assertThat(exact.shares().getFirst().quota()).isEqualTo(Fraction.of(1, 2));
        assertThat(steps(exact)).contains(Step.SHAPLEY, Step.CORE_UNCHECKED);

        var excepted = "costs: {" + alone + ", P01+P02: 25}, default: max";
        var sampled = "rule: {kind: shapley, sample: {orders: 500, seed: 7}, " + excepted + "}";
        var estimate = allocate("200", sampled, parties);

        assertThat(step(estimate, Step.SHAPLEY_ESTIMATE).step().mark()).isEqualTo(Mark.WARNING);
        assertThat(step(estimate, Step.SHAPLEY_ESTIMATE).lines())
                .allMatch(line -> line.figure() != null && line.figure().signum() >= 0);
        assertThat(allocate("200", sampled, reversed(parties)).shares())
                .containsExactlyInAnyOrderElementsOf(estimate.shares());
        // The sample is the same on every machine: pinned once.
        assertThat(estimate.shares().getLast().quota()).isEqualTo(Fraction.parse("947/25"));
    }

    private static String reversed(String parties) {
        var lines = new ArrayList<>(parties.lines().skip(1).toList());
        Collections.reverse(lines);
        return "party,name\n" + String.join("\n", lines) + "\n";
    }

    @Test
    void theOrderOfThePartiesAndOfTheNamesInACoalitionChangesNothing() {
        for (var kind : List.of("shapley", "nucleolus", "marginal", "stand-alone")) {
            var rule = "rule: {kind: " + kind + ", " + DAMS + "}";

            assertThat(
                            allocate("412584", rule, "party,name\nC,c\nB,b\nA,a\n")
                                    .shares()
                                    .stream()
                                    .map(Shares.Share::share)
                                    .toList()
                                    .reversed())
                    .isEqualTo(
                            allocate("412584", rule, ABC).shares().stream()
                                    .map(Shares.Share::share)
                                    .toList());
        }
    }

    @Test
    void aRefundMirrorsTheCharge() {
        var rule = "rule: {kind: shapley, " + DAMS + "}";

        assertThat(whole(allocate("-412584", rule, ABC))).isEqualTo("-117829 -100756 -193999");
    }

    static Stream<String> written() {
        return Stream.of(
                "kind: shapley, costs: {A: 1, B: 2, C: 3}, default: sum, sample: {orders: 9, seed: 4}",
                "kind: nucleolus, " + DAMS,
                "kind: scrb, benefits: {A: 1, B: 1/3, C: 2}, " + DAMS,
                "kind: scrb, alternate: true, " + DAMS,
                "kind: marginal, default: segments, segments: [{amount: 5, users: [A, C]}]",
                "kind: stand-alone, default: max, costs: {x: 5, y: 4}, classes: {x: [A], y: [B, C]}");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("written")
    void whatIsWrittenIsReadBack(String rule) {
        var document = RuleFile.read("r", "rule: {" + rule + "}").document();

        assertThat(RuleFile.read("r", RuleFile.write(document)).document()).isEqualTo(document);
    }

    @Test
    void reportsAreMarkedInTextAndJsonInEnglishAndIndonesian() {
        var shares =
                allocate(
                        "100",
                        "rule: {kind: stand-alone, costs: {A: 90, B: 50, C: 20, A+B: 95, A+C: 100,"
                                + " B+C: 30, A+B+C: 100}}",
                        ABC);

        assertThat(SharesFormat.reports(shares, Locale.ENGLISH))
                .contains("rule: Report: Nobody pays more than alone (0 of 3).")
                .contains("rule: Warning: 1 of 6 coalitions would be better off alone, by up to")
                .containsPattern("  B\\+C  +30  13\\.75\n")
                .doesNotContain("Rounded");
        assertThat(SharesFormat.reports(shares, Locale.of("id")))
                .contains("Peringatan: 1 dari 6 koalisi");
        assertThat(SharesFormat.json(shares))
                .contains("\"step\":\"outside-core\",\"mark\":\"warning\",")
                .contains("{\"party\":\"B+C\",\"figure\":\"30\",\"result\":\"55/4\"}");
    }

    private static Shares allocate(String total, String rule, String parties) {
        return Allocation.allocate(
                Money.of(IDR, new BigDecimal(total)),
                RuleFile.read("r", rule).document(),
                PartiesFile.read("p", parties));
    }

    private static String whole(Shares shares) {
        return shares.shares().stream()
                .map(share -> share.share().toDecimal().toBigInteger().toString())
                .collect(Collectors.joining(" "));
    }

    private static Money sum(Shares shares) {
        return shares.shares().stream()
                .map(Shares.Share::share)
                .reduce(Money.zero(IDR), Money::plus);
    }

    private static List<Step> steps(Shares shares) {
        return shares.trace().stream().map(TraceStep::step).toList();
    }

    private static TraceStep step(Shares shares, Step step) {
        Map<Step, TraceStep> steps = new LinkedHashMap<>();
        shares.trace().forEach(one -> steps.put(one.step(), one));
        assertThat(steps).containsKey(step);
        return steps.getOrDefault(step, shares.trace().getFirst());
    }
}
