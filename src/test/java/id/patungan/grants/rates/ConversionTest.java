package id.patungan.grants.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.patungan.basics.Fraction;
import id.patungan.grants.AwardTerms.ExchangeMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A three-tranche euro award under each method, reckoned by hand. Amounts below are euro cents and
 * sen.
 *
 * <pre>
 * T1  15 Jan 2006   EUR 10,000   Rp170.000.000   at 17,000
 * T2  15 Apr 2006   EUR 20,000   Rp350.000.000   at 17,500
 * T3  15 Jul 2006   EUR 10,000   Rp180.000.000   at 18,000
 * </pre>
 */
class ConversionTest {

    static final Currency EUR = Currency.getInstance("EUR");
    static final Currency IDR = Currency.getInstance("IDR");
    static final LocalDate FEB_10 = LocalDate.of(2006, 2, 10);
    static final LocalDate MAY_20 = LocalDate.of(2006, 5, 20);
    static final LocalDate AUG_5 = LocalDate.of(2006, 8, 5);

    static final List<FxTranche> TRANCHES =
            List.of(
                    new FxTranche("T1", LocalDate.of(2006, 1, 15), 10_000_00, 170_000_000_00L),
                    new FxTranche("T2", LocalDate.of(2006, 4, 15), 20_000_00, 350_000_000_00L),
                    new FxTranche("T3", LocalDate.of(2006, 7, 15), 10_000_00, 180_000_000_00L));

    private static final List<FxUse> IN_RUPIAH =
            List.of(
                    FxUse.inBook("C1", FEB_10, 85_000_000_00L),
                    FxUse.inBook("C2", MAY_20, 200_000_000_00L),
                    FxUse.inBook("C3", AUG_5, 300_000_000_00L));

    private static final List<FxUse> IN_EURO =
            List.of(
                    FxUse.inOriginal("C1", FEB_10, 5_000_00),
                    FxUse.inOriginal("C2", MAY_20, 15_000_00),
                    FxUse.inOriginal("C3", AUG_5, 20_000_00));

    static final RateTable RATES =
            table(
                    "2006-02 17100",
                    "2006-05 17400",
                    "2006-08 18100",
                    "2006-02-10 17050.5",
                    "2006-05-20 17450",
                    "2006-08-05 18050");

    static RateTable table(String... rates) {
        return RateTable.of(
                EUR,
                java.util.Arrays.stream(rates)
                        .map(text -> text.split(" ", -1))
                        .map(text ->
                                new ExchangeRate(
                                        1,
                                        EUR,
                                        RateDate.read(text[0]),
                                        new BigDecimal(text[1]),
                                        "InforEuro",
                                        null,
                                        null,
                                        null,
                                        null,
                                        "x",
                                        Instant.EPOCH))
                        .toList());
    }

    static List<FxCost> convert(ExchangeMethod method, List<FxUse> uses) {
        return Conversion.of(method, EUR, IDR, TRANCHES, uses, RATES);
    }

    private static List<Long> euro(List<FxCost> costs) {
        return costs.stream().map(FxCost::original).toList();
    }

    /**
     * C1: T1 alone, 17,000: 85,000,000 / 17,000 = 5,000.00.
     *
     * <p>C2: T1 and T2, 520,000,000 / 30,000 = 17,333 1/3: 200,000,000 / 17,333 1/3 =
     * 11,538.461538…; together 16,538.461538… = 16,538.46, less 5,000.00 is 11,538.46.
     *
     * <p>C3: all, 700,000,000 / 40,000 = 17,500: 300,000,000 / 17,500 = 17,142.857142…; together
     * 33,681.318681… = 33,681.32, less 16,538.46 is 17,142.86.
     */
    @Test
    void theAverageIsOfAllTranchesReceivedUpToTheCost() {
        var costs = convert(ExchangeMethod.TRANSFER_AVERAGE, IN_RUPIAH);

        assertThat(euro(costs)).containsExactly(5_000_00L, 11_538_46L, 17_142_86L);
        assertThat(costs.get(1).parts())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.rate()).isEqualTo(Fraction.of(52_000, 3));
                    assertThat(part.tranches()).containsExactly("T1", "T2");
                    assertThat(part.from()).isEqualTo(LocalDate.of(2006, 4, 15));
                });
    }

    /**
     * C1: 85,000,000 of T1 at 17,000 = 5,000.00; T1 has 5,000 left.
     *
     * <p>C2: 85,000,000 of T1 = 5,000 and 115,000,000 of T2 at 17,500 = 6,571.428571…; together
     * with C1 16,571.428571… = 16,571.43, less 5,000.00 is 11,571.43. T2 has 13,428.571428… left.
     *
     * <p>C3: 235,000,000 of T2 = 13,428.571428… and 65,000,000 of T3 at 18,000 = 3,611.111111…; all
     * together 33,611.111111… = 33,611.11, less 16,571.43 is 17,039.68.
     */
    @Test
    void firstInStraddlesTranches() {
        var costs = convert(ExchangeMethod.FIRST_IN, IN_RUPIAH);

        assertThat(euro(costs)).containsExactly(5_000_00L, 11_571_43L, 17_039_68L);
        assertThat(costs.get(1).parts())
                .extracting(part -> part.tranches().getFirst(), FxPart::rate, FxPart::book)
                .containsExactly(
                        tuple("T1", Fraction.of(17_000), Fraction.of(85_000_000_00L)),
                        tuple("T2", Fraction.of(17_500), Fraction.of(115_000_000_00L)));
        assertThat(costs.get(2).parts().getFirst().original())
                .isEqualTo(Fraction.of(235_000_000_00L, 17_500));
    }

    /**
     * February 17,100: 85,000,000 / 17,100 = 4,970.760233… = 4,970.76. May 17,400: 200,000,000 /
     * 17,400 = 11,494.252873…; together 16,465.013107… = 16,465.01, so 11,494.25. August 18,100:
     * 300,000,000 / 18,100 = 16,574.585635…; together 33,039.598742… = 33,039.60, so 16,574.59.
     */
    @Test
    void theReferenceOfTheMonthIsThatOfTheCost() {
        var costs = convert(ExchangeMethod.MONTH, IN_RUPIAH);

        assertThat(euro(costs)).containsExactly(4_970_76L, 11_494_25L, 16_574_59L);
        assertThat(costs.get(1).parts())
                .singleElement()
                .satisfies(part -> {
                    assertThat(part.recorded()).isNotNull();
                    assertThat(part.from()).isEqualTo(LocalDate.of(2006, 5, 1));
                });
    }

    /**
     * 10 February 17,050.50: 85,000,000 / 17,050.5 = 4,985.191050… = 4,985.19. 20 May 17,450:
     * 200,000,000 / 17,450 = 11,461.318051…; together 16,446.509102… = 16,446.51, so 11,461.32. 5
     * August 18,050: 300,000,000 / 18,050 = 16,620.498614…; together 33,067.007717… = 33,067.01, so
     * 16,620.50.
     */
    @Test
    void theRateOfTheDayIsThatOfTheCost() {
        assertThat(euro(convert(ExchangeMethod.DAY, IN_RUPIAH)))
                .containsExactly(4_985_19L, 11_461_32L, 16_620_50L);
    }

    /**
     * Everything is paid from the euro account: 5,000, then 15,000, then the last 20,000. The
     * account carries 10,000 at 170,000,000; 5,000 leave at 85,000,000; with T2 there are 25,000 at
     * 435,000,000, of which 15,000 leave at 261,000,000; with T3 there are 20,000 at 354,000,000,
     * which leave whole. The award's rates make of the three costs:
     *
     * <pre>
     * average   85.0   260.0 (15,000 x 17,333 1/3)             350.0 (x 17,500)   differences  0, -1, -4 million
     * first in  85.0   260.0 (5,000 x 17,000 + 10,000 x 17,500) 355.0             differences  0, -1, +1
     * month     85.5   261.0 (x 17,400)                        362.0 (x 18,100)   differences +0.5, 0, +8
     * day       85.2525 261.75 (x 17,450)                      361.0 (x 18,050)   differences +0.2525, +0.75, +7
     * </pre>
     */
    @ParameterizedTest
    @EnumSource
    void differencesTieToTheCurrencyAccount(ExchangeMethod method) {
        var expected =
                switch (method) {
                    case TRANSFER_AVERAGE -> List.of(0L, -1_000_000_00L, -4_000_000_00L);
                    case FIRST_IN -> List.of(0L, -1_000_000_00L, 1_000_000_00L);
                    case MONTH -> List.of(500_000_00L, 0L, 8_000_000_00L);
                    case DAY -> List.of(252_500_00L, 750_000_00L, 7_000_000_00L);
                };

        var run = Run.of(TRANCHES, convert(method, IN_EURO));

        assertThat(run.carrying())
                .containsExactly(85_000_000_00L, 261_000_000_00L, 354_000_000_00L);
        assertThat(run.differences()).isEqualTo(expected);
        assertThat(run.account().original()).isZero();
        assertThat(run.account().book()).isZero();
    }

    /**
     * On 30 June there are 10,000 at 174,000,000; at 17,600 they are worth 176,000,000: a gain of
     * 2,000,000 that is not realised. Then T3 makes 20,000 at 356,000,000, which under the average
     * leave at 350,000,000: a loss of 6,000,000. All differences together stay -5,000,000.
     */
    @Test
    void aRevaluationMovesADifferenceForwardAndTheSumStays() {
        var account =
                CurrencyAccount.empty(EUR, IDR)
                        .received(10_000_00, 170_000_000_00L)
                        .paid(5_000_00, 85_000_000_00L)
                        .after()
                        .received(20_000_00, 350_000_000_00L);
        var second = account.paid(15_000_00, 260_000_000_00L);
        var revalued = second.after().revalued(new BigDecimal("17600"));
        var third =
                revalued.after()
                        .received(10_000_00, 180_000_000_00L)
                        .paid(20_000_00, 350_000_000_00L);

        assertThat(second.difference()).isEqualTo(-1_000_000_00L);
        assertThat(revalued.difference()).isEqualTo(2_000_000_00L);
        assertThat(revalued.after().original()).isEqualTo(10_000_00);
        assertThat(third.difference()).isEqualTo(-6_000_000_00L);
        assertThat(third.after()).isEqualTo(CurrencyAccount.empty(EUR, IDR));
    }

    @Test
    void whatUndoesACostTakesBackItsVeryAmountsAndTheTranche() {
        var uses =
                List.of(
                        FxUse.inBook("C1", MAY_20, 100_000_000_00L),
                        FxUse.inBook("C2", MAY_20, 100_000_000_00L),
                        FxUse.undoing("R1", AUG_5, "C1"),
                        FxUse.inBook("C3", AUG_5, 100_000_000_00L));

        var costs = convert(ExchangeMethod.FIRST_IN, uses);

        // C1: 100,000,000 of T1 = 5,882.35; C3 finds them there again
        assertThat(costs.get(0).original()).isEqualTo(5_882_35);
        assertThat(costs.get(2).original()).isEqualTo(-5_882_35);
        assertThat(costs.get(2).book()).isEqualTo(-100_000_000_00L);
        assertThat(costs.get(3).parts())
                .extracting(part -> part.tranches().getFirst())
                .containsExactly("T1");
        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() ->
                        convert(ExchangeMethod.DAY, List.of(FxUse.undoing("R1", AUG_5, "C9"))))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("rates.undoes-nothing"));
    }

    @Test
    void whatComesBackGoesToTheTrancheUsedLast() {
        var costs =
                convert(
                        ExchangeMethod.FIRST_IN,
                        List.of(
                                FxUse.inBook("C1", MAY_20, 205_000_000_00L),
                                FxUse.inBook("B1", MAY_20, -52_000_000_00L)));

        // C1 took T1 whole and 35,000,000 of T2; 35,000,000 go back to T2, 17,000,000 to T1
        assertThat(costs.get(1).original()).isEqualTo(-3_000_00);
        assertThat(costs.get(1).parts())
                .extracting(part -> part.tranches().getFirst(), FxPart::original)
                .containsExactly(
                        tuple("T2", Fraction.of(-2_000_00)), tuple("T1", Fraction.of(-1_000_00)));
        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() ->
                        convert(ExchangeMethod.FIRST_IN, List.of(FxUse.inBook("B1", MAY_20, -1))))
                .satisfies(refused ->
                        assertThat(refused.code()).isEqualTo("rates.more-back-than-used"));
    }

    @Test
    void anEntryWithBothAmountsKeepsThemAndSaysItsRate() {
        var costs =
                convert(
                        ExchangeMethod.TRANSFER_AVERAGE,
                        List.of(
                                FxUse.posted("P1", FEB_10, 1_000_00, 17_000_000_00L),
                                FxUse.posted("P2", FEB_10, 1_000_00, 17_100_000_00L)));

        assertThat(costs).extracting(FxCost::original).containsExactly(1_000_00L, 1_000_00L);
        assertThat(costs.get(0).parts().getFirst().tranches()).containsExactly("T1");
        assertThat(costs.get(1).parts().getFirst().tranches()).isEmpty();
        assertThat(costs.get(1).parts().getFirst().rate()).isEqualTo(Fraction.of(17_100));
    }

    @ParameterizedTest
    @EnumSource(names = {"TRANSFER_AVERAGE", "FIRST_IN"})
    void aCostBeforeTheFirstTrancheIsRefused(ExchangeMethod method) {
        var early = List.of(FxUse.inBook("BKK-1", LocalDate.of(2006, 1, 14), 1));

        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> convert(method, early))
                .withMessageContaining("BKK-1 of 2006-01-14 comes before the first tranche");
        var sameDay = List.of(FxUse.inBook("BKK-1", LocalDate.of(2006, 1, 15), 17_000));
        assertThat(convert(method, sameDay)).extracting(FxCost::original).containsExactly(1L);
    }

    @Test
    void firstInEndsWithTheLastTranche() {
        var more = List.of(FxUse.inBook("BKK-1", MAY_20, 520_000_000_01L));

        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> convert(ExchangeMethod.FIRST_IN, more))
                .satisfies(
                        refused -> assertThat(refused.code()).isEqualTo("rates.beyond-tranches"));
        assertThat(
                        convert(
                                ExchangeMethod.FIRST_IN,
                                List.of(FxUse.inBook("C", MAY_20, 520_000_000_00L))))
                .extracting(FxCost::original)
                .containsExactly(30_000_00L);
    }

    @ParameterizedTest
    @EnumSource(names = {"MONTH", "DAY"})
    void aMissingRateIsRefusedAndNamed(ExchangeMethod method) {
        var uses = List.of(FxUse.inBook("C", LocalDate.of(2006, 3, 1), 1));

        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> convert(method, uses))
                .withMessageContaining(
                        "no rate of EUR for "
                                + (method == ExchangeMethod.DAY ? "2006-03-01" : "2006-03;"));
    }

    @Test
    void moreThanTheAccountHoldsCannotLeaveIt() {
        var account = CurrencyAccount.empty(EUR, IDR).received(10_00, 170_000_00);

        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> account.paid(10_01, 1))
                .withMessage("EUR 10.01 is more than the account holds, EUR 10.00");
    }

    @Test
    void whatCannotBeCountedIsRefused() {
        var much = List.of(FxUse.inOriginal("C", MAY_20, Long.MAX_VALUE));

        assertThatExceptionOfType(RatesException.class)
                .isThrownBy(() -> convert(ExchangeMethod.DAY, much))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("rates.too-large"));
    }

    /** A currency without minor units: 1,000 yen at 150 are Rp150.000,00. */
    @Test
    void currenciesWithOtherDecimalsAreScaled() {
        var yen = Currency.getInstance("JPY");
        var tranche = new FxTranche("T1", FEB_10, 1_000, 150_000_00);

        var costs =
                Conversion.of(
                        ExchangeMethod.TRANSFER_AVERAGE,
                        yen,
                        IDR,
                        List.of(tranche),
                        List.of(
                                FxUse.inBook("C1", FEB_10, 30_000_00),
                                FxUse.inOriginal("C2", FEB_10, 3)),
                        RateTable.of(yen, List.of()));

        assertThat(costs).extracting(FxCost::original).containsExactly(200L, 3L);
        assertThat(costs.get(1).book()).isEqualTo(450_00);
        assertThat(costs.get(0).parts().getFirst().rate()).isEqualTo(Fraction.of(150));
    }

    /** The currency account of an award, from its tranches and costs by date. */
    record Run(CurrencyAccount account, List<Long> carrying, List<Long> differences) {

        static Run of(List<FxTranche> tranches, List<FxCost> costs) {
            var account = CurrencyAccount.empty(EUR, IDR);
            var carrying = LongStream.builder();
            var differences = LongStream.builder();
            var at = 0;
            for (var cost : costs) {
                while (at < tranches.size() && !tranches.get(at).date().isAfter(cost.date())) {
                    var tranche = tranches.get(at++);
                    account = account.received(tranche.original(), tranche.book());
                }
                var step = account.paid(cost.original(), cost.book());
                account = step.after();
                carrying.add(step.carrying());
                differences.add(step.difference());
            }
            return new Run(
                    account,
                    carrying.build().boxed().toList(),
                    differences.build().boxed().toList());
        }
    }
}
