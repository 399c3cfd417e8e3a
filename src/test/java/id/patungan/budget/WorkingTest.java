package id.patungan.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.Money;
import id.patungan.grants.Phases;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** How the months of a line follow from its working. */
class WorkingTest {

    private static final long UNIT = 100;
    private static final Currency IDR = Currency.getInstance("IDR");

    private static long rupiah(long amount) {
        return amount * UNIT;
    }

    private static long sum(List<Long> months) {
        return months.stream().mapToLong(Long::longValue).sum();
    }

    @Test
    void fivePostsOfFiveMillionForAYearWithAMonthsPayAsThr() {
        var months = Staff.wholeYear(5, rupiah(5_000_000), 8).months();

        assertThat(sum(months)).isEqualTo(rupiah(325_000_000));
        assertThat(months.get(7)).isEqualTo(rupiah(50_000_000));
        assertThat(months).filteredOn(one -> one == rupiah(25_000_000)).hasSize(11);
    }

    @Test
    void managersOfTheFirstModelFromAprilWithHalfAMonthsPay() {
        var staff = new Staff(4, rupiah(8_000_000), 4, 9, 8, new BigDecimal("0.50"));

        assertThat(staff.months().subList(0, 3)).containsOnly(0L);
        assertThat(staff.thr()).isEqualTo(rupiah(16_000_000));
        assertThat(sum(staff.months())).isEqualTo(rupiah(4 * 8_000_000 * 9 + 16_000_000));
        assertThat(staff)
                .isEqualTo(new Staff(4, rupiah(8_000_000), 4, 9, 8, new BigDecimal("0.5")));
    }

    @Test
    void thrAloneIsALineOfItsOwn() {
        var months = new Staff(1, rupiah(12_000_000), 1, 0, 8, BigDecimal.ONE).months();

        assertThat(months.get(7)).isEqualTo(rupiah(12_000_000));
        assertThat(sum(months)).isEqualTo(rupiah(12_000_000));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 100, 1, 12, 8, 1, budget.number",
        "10001, 100, 1, 12, 8, 1, budget.number",
        "1, 0, 1, 12, 8, 1, budget.amount",
        "1, -5, 1, 12, 8, 1, budget.amount",
        "1, 100, 0, 12, 8, 1, budget.number",
        "1, 100, 13, 1, 8, 1, budget.number",
        "1, 100, 2, 12, 8, 1, budget.number",
        "1, 100, 1, -1, 8, 1, budget.number",
        "1, 100, 1, 12, 13, 1, budget.number",
        "1, 100, 1, 12, 8, 0, budget.thr-pays",
        "1, 100, 1, 12, , 1, budget.thr-pays",
        "1, 100, 1, 12, 8, 13, budget.thr-pays",
        "1, 100, 1, 12, 8, 0.00001, budget.thr-pays",
        "1, 101, 1, 12, 8, 0.5, budget.thr-fraction",
        "1, 100, 1, 0, , 0, budget.no-service"
    })
    void aWorkingThatCannotBeIsRefusedByName(
            int posts,
            long salary,
            int first,
            int service,
            @org.jspecify.annotations.Nullable Integer thr,
            BigDecimal pays,
            String code) {
        var staff = new Staff(posts, salary, first, service, thr, pays);

        assertThatExceptionOfType(BudgetException.class)
                .isThrownBy(staff::months)
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void theFirstMonthsTakeWhatIsLeftOver() {
        assertThat(Spread.wholeYear(rupiah(100)).months(UNIT))
                .containsExactly(
                        900L, 900L, 900L, 900L, 800L, 800L, 800L, 800L, 800L, 800L, 800L, 800L);
        assertThat(new Spread(rupiah(330_000_000), List.of(3, 9)).months(UNIT))
                .containsExactly(
                        0L, 0L, 16_500_000_000L, 0L, 0L, 0L, 0L, 0L, 16_500_000_000L, 0L, 0L, 0L);
        assertThat(new Spread(25_055, List.of(5, 6)).months(UNIT))
                .containsExactly(0L, 0L, 0L, 0L, 12_555L, 12_500L, 0L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void aSpreadThatCannotBeIsRefused() {
        for (var wrong :
                List.of(
                        new Spread(-1, List.of(1)),
                        new Spread(BudgetLine.MOST + 1, List.of(1)),
                        new Spread(1, List.of()),
                        new Spread(1, List.of(0)),
                        new Spread(1, List.of(13)),
                        new Spread(1, List.of(9, 3)),
                        new Spread(1, List.of(3, 3)))) {
            assertThatExceptionOfType(BudgetException.class)
                    .as(wrong.toString())
                    .isThrownBy(() -> wrong.months(UNIT));
        }
    }

    @Test
    void overTheYearItIsTheRuleOfAwards() {
        var random = new Random(20_261_122);
        for (var run = 0; run < 200; run++) {
            var amount = random.nextLong(BudgetLine.MOST);
            var awards =
                    Phases.monthly(
                            new Money(IDR, amount),
                            LocalDate.of(2012, 1, 1),
                            LocalDate.of(2012, 12, 31));
            assertThat(Spread.wholeYear(amount).months(UNIT))
                    .as("seed 20261122, amount %d", amount)
                    .isEqualTo(awards.values().stream().map(Money::minorUnits).toList());
        }
    }

    @Test
    void monthsAlwaysAddToTheYear() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var run = 0; run < 2_000; run++) {
            var amount = random.nextLong(BudgetLine.MOST);
            var in = new TreeSet<Integer>();
            for (var count = 1 + random.nextInt(12); count > 0; count--) {
                in.add(1 + random.nextInt(12));
            }
            var unit = random.nextBoolean() ? 100 : 1;
            var spread = new Spread(amount, List.copyOf(in));
            var months = spread.months(unit);
            assertThat(sum(months)).as("seed %d, %s", seed, spread).isEqualTo(amount);
            assertThat(months).as("seed %d, %s", seed, spread).allMatch(one -> one >= 0);
            var named = in.stream().map(at -> months.get(at - 1)).toList();
            assertThat(Collections.max(named) - Collections.min(named))
                    .as("seed %d, %s", seed, spread)
                    .isLessThan(2L * unit);

            var first = 1 + random.nextInt(12);
            var service = random.nextInt(14 - first);
            Integer thr = service == 0 || random.nextBoolean() ? 1 + random.nextInt(12) : null;
            var staff =
                    new Staff(
                            1 + random.nextInt(99),
                            1 + random.nextLong(1_000_000_000_000L),
                            first,
                            service,
                            thr,
                            thr == null ? BigDecimal.ZERO : BigDecimal.ONE);
            assertThat(sum(staff.months()))
                    .as("seed %d, %s", seed, staff)
                    .isEqualTo(staff.posts() * staff.salary() * (service + (thr == null ? 0 : 1)));
        }
    }

    @Test
    void monthsThatAreNotTheirWorkingAreRefusedWithTheirPlace() {
        var staff = Staff.wholeYear(1, rupiah(1_000), null);
        var months = new java.util.ArrayList<>(staff.months());
        months.set(4, 1L);
        var line = new BudgetLine("51100", "UMUM", null, "Gaji", staff, null, months);

        assertThatExceptionOfType(BudgetException.class)
                .isThrownBy(() -> line.requireWorked(UNIT))
                .withMessageContaining("Month 5");
        assertThatExceptionOfType(BudgetException.class)
                .isThrownBy(() ->
                        BudgetLine.typed("51100", "UMUM", null, "Gaji", List.of(1L))
                                .requireWorked(UNIT))
                .withMessageContaining("not 1");
    }
}
