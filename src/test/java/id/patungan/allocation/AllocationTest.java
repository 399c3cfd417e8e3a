package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patungan.allocation.AcceptanceCases.Case;
import id.patungan.allocation.AcceptanceCases.Refused;
import id.patungan.allocation.Shares.Bound;
import id.patungan.allocation.Shares.Reason;
import id.patungan.allocation.Shares.Share;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

class AllocationTest {

    private static final Currency IDR = Currency.getInstance("IDR");

    @ParameterizedTest(name = "{0}")
    @MethodSource("id.patungan.allocation.AcceptanceCases#all")
    void aCaseOfTheGuideGivesItsFigures(Case given) {
        var shares = allocate(given.total(), given.rule(), given.parties());

        assertThat(byParty(shares)).isEqualTo(given.expected());
        assertThat(sum(shares)).isEqualTo(shares.total());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("id.patungan.allocation.AcceptanceCases#all")
    void theOrderOfThePartiesChangesNothing(Case given) {
        var document = RuleFile.read("r", given.rule()).document();
        var parties = new ArrayList<>(PartiesFile.read("p", given.parties()).all());
        var expected = Allocation.allocate(money(given.total()), document, new Parties(parties));
        var random = new Random(1);

        for (var round = 0; round < 20; round++) {
            Collections.shuffle(parties, random);
            var shuffled =
                    Allocation.allocate(money(given.total()), document, new Parties(parties));

            assertThat(shuffled.shares()).containsExactlyInAnyOrderElementsOf(expected.shares());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("id.patungan.allocation.AcceptanceCases#all")
    void aRefundMirrorsTheCharge(Case given) {
        var charge = allocate(given.total(), given.rule(), given.parties());
        var refund = allocate("-" + given.total(), given.rule(), given.parties());

        assertThat(refund.shares())
                .extracting(share -> share.share().negated())
                .containsExactlyElementsOf(charge.shares().stream().map(Share::share).toList());
        assertThat(refund.shares())
                .extracting(share -> share.quota().negated())
                .containsExactlyElementsOf(charge.shares().stream().map(Share::quota).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("id.patungan.allocation.AcceptanceCases#refusals")
    void aRuleThatCannotBeAppliedIsRefusedWithTheFigureAndTheWayOut(Refused given) {
        var refusal =
                catchThrowableOfType(
                        AllocationException.class,
                        () -> allocate(given.total(), given.rule(), given.parties()));

        assertThat(refusal.all()).extracting(AllocationException::code).contains(given.code());
        var message =
                refusal.all().stream()
                        .filter(one -> one.code().equals(given.code()))
                        .findFirst()
                        .orElseThrow()
                        .getMessage();
        assertThat(message).contains(given.names());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("id.patungan.allocation.KindCases#priced")
    void aPriceListMakesItsOwnTotalWhichIsGivenOrLeftOut(Case given) {
        var document = RuleFile.read("r", given.rule()).document();
        var parties = PartiesFile.read("p", given.parties());
        var currency = Currency.getInstance(given.currency());
        var total = Money.of(currency, new BigDecimal(given.total()));

        var shares = Allocation.charge(currency, document, parties);

        assertThat(byParty(shares)).isEqualTo(given.expected());
        assertThat(shares.total()).isEqualTo(total).isEqualTo(sum(shares));
        assertThat(Allocation.allocate(total, document, parties)).isEqualTo(shares);
        var reversed = new Parties(parties.all().reversed());
        assertThat(Allocation.charge(currency, document, reversed).shares())
                .containsExactlyInAnyOrderElementsOf(shares.shares());
        assertThat(shares.shares())
                .allSatisfy(share -> {
                    var unit = Fraction.of(shares.unit(), 100);
                    var away = Fraction.of(share.share().toDecimal()).minus(share.quota());
                    assertThat(away.plus(away)).isGreaterThan(unit.negated());
                    assertThat(away.plus(away)).isLessThanOrEqualTo(unit);
                });
    }

    @Test
    void aRuleThatDividesNeedsATotal() {
        var document = RuleDocument.of(new Rule.Equal());

        assertThatThrownBy(() -> Allocation.charge(IDR, document, Parties.of("A")))
                .hasMessageContaining("name the amount");
    }

    @Test
    void aSegmentThatNobodyUsesIsRefused() {
        var rule = new Rule.Sequential(List.of(new Rule.Segment(Fraction.of(5), List.of())));

        assertThatThrownBy(() -> Allocation.allocate(money("5"), rule, Parties.of("A")))
                .hasMessageContaining("Nobody uses the segment of 5");
    }

    @Test
    void whoeverGotFewestUnitsGetsTheNextSoThatTheYearsAreFair() {
        var received = new TreeMap<>(Map.of("A", 0L, "B", 0L, "C", 0L));
        var document =
                new RuleDocument(null, null, RuleDocument.Tie.HISTORY, null, new Rule.Equal());

        for (var year = 0; year < 300; year++) {
            var parties =
                    new Parties(
                            received.entrySet().stream()
                                    .map(entry ->
                                            new Parties.Party(
                                                    entry.getKey(),
                                                    "",
                                                    Map.of(),
                                                    Map.of(),
                                                    entry.getValue()))
                                    .toList());
            var frozen = Map.copyOf(received);
            for (var share : Allocation.allocate(money("100"), document, parties).shares()) {
                received.merge(share.party(), share.rounding().minorUnits() / 100, Long::sum);
            }
            assertThat(Allocation.allocate(money("100"), document, parties).shares())
                    .allSatisfy(share ->
                            assertThat(share.rounding().minorUnits() / 100)
                                    .isEqualTo(
                                            received.getOrDefault(share.party(), 0L)
                                                    - frozen.getOrDefault(share.party(), 0L)));
        }

        assertThat(received.values()).containsOnly(100L);
    }

    @Test
    void everyReasonIsGivenAndNotOnlyTheFirst() {
        var refusal =
                catchThrowableOfType(
                        AllocationException.class,
                        () ->
                                allocate(
                                        "100",
                                        """
                                        rule:
                                          kind: mix
                                          parts:
                                          - {share: 50, rule: {kind: weights, indicator: w}}
                                          - {share: 40, rule: {kind: only, party: Z}}
                                        """,
                                        "party,name,w\nA,a,\nB,b,\n"));

        assertThat(refusal.all())
                .extracting(AllocationException::code)
                .containsExactlyInAnyOrder(
                        "allocation.mix-sum",
                        "allocation.missing-figure",
                        "allocation.missing-figure",
                        "allocation.unknown-party");
    }

    /** The remainders of A and B agree in the first twenty digits; A's quota is the larger one. */
    @Test
    void remaindersAreComparedExactlyHoweverNearTheyAre() {
        var parties =
                """
                party,name,w
                A,a,1399999999999999999998
                B,b,400000000000000000001
                C,c,1200000000000000000001
                """;

        var shares = allocate("3", "rule: {kind: weights, indicator: w}", parties);

        assertThat(byParty(shares))
                .containsEntry("A", "1.00")
                .containsEntry("B", "1.00")
                .containsEntry("C", "1.00");
    }

    @Test
    void clippingAndRescalingWouldBreakTheBounds() {
        var parties = "party,name,w\nA,a,3\nB,b,50\nC,c,47\n";
        var rule = "rule: {kind: bounded, floor: 10, cap: 50, rule: {kind: weights, indicator: w}}";

        var shares = allocate("1000000", rule, parties);

        // Clipped: 10, 50, 47. Scaled to 100: 9.35, so the floor is broken again.
        assertThat(byParty(shares))
                .containsEntry("A", "100000.00")
                .containsEntry("B", "463918.00")
                .containsEntry("C", "436082.00");
        assertThat(shares.find("A").orElseThrow().bound()).isEqualTo(Bound.FLOOR);
        assertThat(shares.find("B").orElseThrow().bound()).isNull();
    }

    @Test
    void aFloorBindsEvenAtWeightZeroAndWithoutOneWeightZeroPaysZero() {
        var parties = "party,name,w\nA,a,0\nB,b,1\nC,c,2\n";

        assertThat(
                        byParty(
                                allocate(
                                        "300",
                                        "rule: {kind: bounded, floor: 10, rule: {kind: weights,"
                                                + " indicator: w}}",
                                        parties)))
                .containsEntry("A", "30.00");
        assertThat(
                        byParty(
                                allocate(
                                        "300",
                                        "rule: {kind: bounded, cap: {C: 50}, rule: {kind: weights,"
                                                + " indicator: w}}",
                                        parties)))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("A", "0.00", "B", "150.00", "C", "150.00"));
    }

    @Test
    void boundsMayBePercentagesOfTheTotalInsteadOfThePart() {
        var parties = "party,name,w\nA,a,1\nB,b,9\nP,p,\n";
        var rule =
                """
                rule:
                  kind: fixed
                  amounts: {P: 500}
                  rest: {kind: bounded, floor: 10, of: %s, rule: {kind: weights, indicator: w}}
                """;

        assertThat(byParty(allocate("1000", rule.formatted("total"), parties)))
                .containsEntry("A", "100.00");
        assertThat(byParty(allocate("1000", rule.formatted("node"), parties)))
                .containsEntry("A", "50.00");
    }

    @Test
    void fixedAmountsArePaidAsWrittenAndTheNamedPartyTakesWhatIsLessThanAUnit() {
        var parties = "party,name\nA,a\nB,b\nC,c\nD,d\n";
        var rule =
                """
                unit: 1000
                rule:
                  kind: fixed
                  amounts: {D: 10500.25}
                  remainder_to: B
                  rest: {kind: equal}
                """;

        var shares = allocate("1011000.75", rule, parties);

        // 1,000,500.50 among three: 333,500.17 each; B takes 500.50 first, then has 332,999.67
        assertThat(byParty(shares))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "A", "334000.00",
                                "B", "333500.50",
                                "C", "333000.00",
                                "D", "10500.25"));
        assertThat(shares.find("B").orElseThrow().reason()).isEqualTo(Reason.REMAINDER);
        assertThat(sum(shares)).isEqualTo(money("1011000.75"));
    }

    @Test
    void oneAloneTakesEverythingToTheLastSen() {
        assertThat(byParty(allocate("100.55", "rule: {kind: equal}", "party,name\nA,a\n")))
                .containsEntry("A", "100.55");
    }

    @Test
    void theTieRuleDecidesAndSaysSo() {
        var parties = "party,name,tie_history\nA,a,5\nB,b,1\nC,c,3\n";

        var byCode = allocate("100", "rule: {kind: equal}", parties);
        var byHistory = allocate("100", "tie: history\nrule: {kind: equal}", parties);

        assertThat(byParty(byCode)).containsEntry("A", "34.00");
        assertThat(byCode.find("A").orElseThrow().reason()).isEqualTo(Reason.TIE);
        assertThat(byParty(byHistory)).containsEntry("B", "34.00");
    }

    @Test
    void otherCurrenciesRoundToTheirSmallestCoin() {
        var shares =
                Allocation.allocate(
                        new Money(Currency.getInstance("EUR"), 100),
                        new Rule.Equal(),
                        Parties.of("A", "B", "C"));

        assertThat(shares.shares())
                .extracting(share -> share.share().minorUnits())
                .containsExactly(34L, 33L, 33L);
    }

    @Test
    void theSmallestAndLargestAmountsAreDivided() {
        for (var minor :
                new long[] {0, 1_00, Long.MAX_VALUE / 100 * 100, -9_223_372_036_854_775_800L}) {
            var total = new Money(IDR, minor);

            var shares =
                    Allocation.allocate(total, new Rule.Equal(), Parties.of("A", "B", "C", "D"));

            assertThat(sum(shares)).isEqualTo(total);
        }
    }

    @Test
    void normalisingScalesAndShowsTheSum() {
        var shares =
                allocate(
                        "300",
                        "rule: {kind: percent, normalise: true, shares: {A: 33.33, B: 33.33, C:"
                                + " 33.33}}",
                        "party,name\nA,a\nB,b\nC,c\n");

        assertThat(byParty(shares).values()).containsOnly("100.00");
        assertThat(shares.trace().getFirst().step()).isEqualTo(TraceStep.Step.PERCENT_NORMALISED);
    }

    @Test
    void thousandsOfPartiesAreDividedInAMoment() {
        var random = new Random(7);
        var parties = new ArrayList<Parties.Party>();
        for (var number = 0; number < 11_500; number++) {
            var figures = Map.of("w", Fraction.of(random.nextInt(1, 1_000_000), 1000));
            parties.add(new Parties.Party("P" + number, "", figures, Map.of(), null));
        }
        var rule =
                new Rule.Bounded(
                        new Rule.Limit.Same(Fraction.parse("0.001")),
                        new Rule.Limit.Same(Fraction.parse("0.01")),
                        Rule.Of.NODE,
                        new Rule.ByIndicator("w"));

        var shares = Allocation.allocate(money("1000000000"), rule, new Parties(parties));

        assertThat(sum(shares)).isEqualTo(money("1000000000"));
    }

    @Test
    void nothingCanBeChargedWithoutARule() {
        assertThatThrownBy(
                        () -> {
                            throw AllocationException.noRule("Secretariat dues 2006");
                        })
                .hasMessageContaining("legal basis");
    }

    private static Shares allocate(String total, String rule, String parties) {
        return Allocation.allocate(
                money(total),
                RuleFile.read("rule.yml", rule).document(),
                PartiesFile.read("parties.csv", parties));
    }

    private static Map<String, String> byParty(Shares shares) {
        var result = new LinkedHashMap<String, String>();
        shares.shares().forEach(s -> result.put(s.party(), s.share().toDecimal().toPlainString()));
        return result;
    }

    private static Money sum(Shares shares) {
        return shares.shares().stream()
                .map(Share::share)
                .reduce(Money.zero(shares.total().currency()), Money::plus);
    }

    private static Money money(String amount) {
        return Money.of(IDR, new BigDecimal(amount));
    }
}
