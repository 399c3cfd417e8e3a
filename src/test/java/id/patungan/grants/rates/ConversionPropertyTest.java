package id.patungan.grants.rates;

import static id.patungan.grants.rates.ConversionTest.EUR;
import static id.patungan.grants.rates.ConversionTest.IDR;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Fraction;
import id.patungan.grants.AwardTerms.ExchangeMethod;
import id.patungan.grants.rates.ConversionTest.Run;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Random awards; a failing seed is in the test's name. */
class ConversionPropertyTest {

    private static final LocalDate START = LocalDate.of(2006, 1, 1);
    private static final int RUNS = 150;

    static Stream<Long> seeds() {
        return LongStream.range(0, RUNS).boxed();
    }

    private static List<FxTranche> tranches(Random random) {
        var tranches = new ArrayList<FxTranche>();
        for (var at = 0; at < 1 + random.nextInt(5); at++) {
            var original = 1 + random.nextLong(5_000_000_00L);
            tranches.add(
                    new FxTranche(
                            "T" + at,
                            START.plusDays(at * 60L),
                            original,
                            original * 17_000 + random.nextLong(original * 900 + 1)));
        }
        return tranches;
    }

    /** Costs that together use all that was received, each from what had come by then. */
    private static List<FxUse> spendAll(Random random, List<FxTranche> tranches, boolean inBook) {
        var uses = new ArrayList<FxUse>();
        var left = 0L;
        for (var tranche : tranches) {
            left += inBook ? tranche.book() : tranche.original();
            var last = tranche.equals(tranches.getLast());
            for (var at = 0; at < 4 && left > 0; at++) {
                var amount = last && at == 3 ? left : 1 + random.nextLong(left);
                left -= amount;
                var ref = tranche.ref() + "-" + at;
                var date = tranche.date().plusDays(random.nextInt(50));
                uses.add(
                        inBook
                                ? FxUse.inBook(ref, date, amount)
                                : FxUse.inOriginal(ref, date, amount));
            }
        }
        return uses;
    }

    private static long sum(Stream<Long> amounts) {
        return amounts.mapToLong(Long::longValue).sum();
    }

    private static long whole(List<FxTranche> tranches) {
        return sum(tranches.stream().map(FxTranche::original));
    }

    private static long wholeBook(List<FxTranche> tranches) {
        return sum(tranches.stream().map(FxTranche::book));
    }

    private static List<FxCost> convert(
            ExchangeMethod method, List<FxTranche> tranches, List<FxUse> uses) {
        return Conversion.of(method, EUR, IDR, tranches, uses, RateTable.of(EUR, List.of()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void firstInUsesEveryTrancheUpToTheCentWhenAllIsSpent(long seed) {
        var random = new Random(seed);
        var tranches = tranches(random);
        for (var inBook : List.of(true, false)) {
            var costs =
                    convert(ExchangeMethod.FIRST_IN, tranches, spendAll(random, tranches, inBook));

            assertThat(sum(costs.stream().map(FxCost::original))).isEqualTo(whole(tranches));
            assertThat(sum(costs.stream().map(FxCost::book))).isEqualTo(wholeBook(tranches));
            for (var tranche : tranches) {
                var used =
                        costs.stream()
                                .flatMap(cost -> cost.parts().stream())
                                .filter(part -> part.tranches().contains(tranche.ref()))
                                .toList();
                assertThat(FxPart.sumOriginal(used)).isEqualTo(Fraction.of(tranche.original()));
                assertThat(FxPart.sumBook(used)).isEqualTo(Fraction.of(tranche.book()));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theAverageLiesBetweenTheExtremesOfWhatCameBefore(long seed) {
        var random = new Random(seed);
        var tranches = tranches(random);
        var pair = Pair.of(EUR, IDR);
        for (var cost :
                convert(
                        ExchangeMethod.TRANSFER_AVERAGE,
                        tranches,
                        spendAll(random, tranches, true))) {
            var before =
                    tranches.stream()
                            .filter(one -> !one.date().isAfter(cost.date()))
                            .map(one ->
                                    pair.rate(Fraction.of(one.original()), Fraction.of(one.book())))
                            .sorted()
                            .toList();

            assertThat(cost.parts().getFirst().rate())
                    .isBetween(before.getFirst(), before.getLast());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void roundedAmountsAddUpToTheRoundedSumAfterEachCost(long seed) {
        var random = new Random(seed);
        var tranches = tranches(random);
        for (var method : List.of(ExchangeMethod.FIRST_IN, ExchangeMethod.TRANSFER_AVERAGE)) {
            for (var inBook : List.of(true, false)) {
                var exact = Fraction.ZERO;
                var rounded = 0L;
                for (var cost : convert(method, tranches, spendAll(random, tranches, inBook))) {
                    exact =
                            exact.plus(
                                    inBook
                                            ? FxPart.sumOriginal(cost.parts())
                                            : FxPart.sumBook(cost.parts()));
                    rounded += inBook ? cost.original() : cost.book();

                    assertThat(rounded)
                            .isEqualTo(exact.rounded(0, RoundingMode.HALF_UP).longValueExact());
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void receivedAndDifferencesAreCostsAndTheAccountWhateverTheMethod(long seed) {
        var random = new Random(seed);
        var tranches = tranches(random);
        for (var method : List.of(ExchangeMethod.FIRST_IN, ExchangeMethod.TRANSFER_AVERAGE)) {
            var costs = convert(method, tranches, spendAll(random, tranches, false));
            var kept = costs.subList(0, random.nextInt(costs.size()) + 1);
            var received =
                    tranches.stream()
                            .filter(one -> !one.date().isAfter(kept.getLast().date()))
                            .toList();

            var run = Run.of(tranches, kept);

            assertThat(wholeBook(received) + sum(run.differences().stream()))
                    .isEqualTo(sum(kept.stream().map(FxCost::book)) + run.account().book());
            assertThat(whole(received))
                    .isEqualTo(sum(kept.stream().map(FxCost::original)) + run.account().original());
            assertThat(run.account().original() == 0).isEqualTo(run.account().book() == 0);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void undoingEverythingLeavesNothing(long seed) {
        var random = new Random(seed);
        var tranches = tranches(random);
        var uses = spendAll(random, tranches, true);
        var end = START.plusYears(2);
        var undone = new ArrayList<>(uses);
        uses.forEach(use -> undone.add(FxUse.undoing("R" + use.ref(), end, use.ref())));
        undone.add(FxUse.inBook("ALL", end, wholeBook(tranches)));
        for (var method : List.of(ExchangeMethod.FIRST_IN, ExchangeMethod.TRANSFER_AVERAGE)) {
            var costs = convert(method, tranches, undone);

            assertThat(sum(costs.stream().map(FxCost::original))).isEqualTo(whole(tranches));
            assertThat(costs.getLast().original()).isEqualTo(whole(tranches));
        }
    }
}
