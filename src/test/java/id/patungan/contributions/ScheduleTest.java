package id.patungan.contributions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.contributions.OpenCharge.Part;
import id.patungan.contributions.Schedule.Terms;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Instalments add to the charge, and payments settle the earliest first. */
class ScheduleTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 31);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate SEPTEMBER = LocalDate.of(2026, 9, 30);
    private static final Terms THIRDS = new Terms(List.of(MARCH, JUNE, SEPTEMBER), 100);

    @Test
    void aHundredRupiahFallDueInThreeParts() {
        assertThat(parts(100_00, 0, null, 100_00))
                .containsExactly(
                        new Part(1, MARCH, money(33_00), money(33_00)),
                        new Part(2, JUNE, money(34_00), money(34_00)),
                        new Part(3, SEPTEMBER, money(33_00), money(33_00)));
    }

    @Test
    void whatWasPaidIsTakenOffTheEarliest() {
        var parts = parts(100_00, 0, null, 60_00);

        assertThat(parts)
                .extracting(part -> part.open().minorUnits())
                .containsExactly(0L, 27_00L, 33_00L);
        assertThat(Schedule.due(parts)).isEqualTo(JUNE);
    }

    @Test
    void onceAllIsPaidTheLastDayIsNamed() {
        assertThat(Schedule.due(parts(100_00, 0, null, 0))).isEqualTo(SEPTEMBER);
    }

    @Test
    void whatLaterFiguresAddHasADayOfItsOwn() {
        var may = LocalDate.of(2026, 5, 31);

        assertThat(parts(90_00, 12_00, may, 72_00))
                .containsExactly(
                        new Part(1, MARCH, money(30_00), money(0)),
                        new Part(0, may, money(12_00), money(12_00)),
                        new Part(2, JUNE, money(30_00), money(30_00)),
                        new Part(3, SEPTEMBER, money(30_00), money(30_00)));
    }

    @Test
    void whatLaterFiguresTakeOffLowersEveryInstalment() {
        assertThat(parts(100_00, -40_00, null, 60_00))
                .extracting(part -> part.amount().minorUnits())
                .containsExactly(20_00L, 20_00L, 20_00L);
        // Also where an earlier run had added something
        assertThat(parts(100_00, -40_00, JUNE, 60_00)).hasSize(3);
    }

    @Test
    void aCancelledChargeHasNothingInAnyPart() {
        assertThat(parts(0, 0, null, 0)).allMatch(part -> part.amount().isZero());
    }

    @Test
    void whatWasTakenOffByHandBeyondTheChargeStandsAtTheEnd() {
        assertThat(parts(90_00, 0, null, -10_00))
                .extracting(part -> part.open().minorUnits())
                .containsExactly(0L, 0L, -10_00L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverIsPaidPartsAddToTheChargeAndWhatIsOverdueIsWhatShouldHaveBeenPaid(long seed) {
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var count = 1 + random.nextInt(12);
            var unit = List.of(1L, 100L, 100_000L).get(random.nextInt(3));
            var terms = new Terms(DueDays.every(MARCH, count, 1 + random.nextInt(4)), unit);
            var charged = money(unit * random.nextInt(1_000_000));
            var more = money(random.nextInt(3) == 0 ? unit * random.nextInt(1000) : 0);
            var laterDue = more.isZero() ? null : MARCH.plusDays(random.nextInt(700));
            var all = charged.plus(more);
            var paid = money((long) (random.nextDouble() * (all.minorUnits() + 1)));
            var parts = Schedule.of(terms, charged, more, laterDue, all.minus(paid));

            assertThat(sum(parts.stream().map(Part::amount).toList())).isEqualTo(all);
            assertThat(sum(parts.stream().map(Part::open).toList())).isEqualTo(all.minus(paid));
            assertThat(parts).noneMatch(part -> part.open().isNegative());
            var day = MARCH.plusDays(random.nextInt(1500) - 30);
            var dueBefore =
                    sum(
                            parts.stream()
                                    .filter(part -> part.due().isBefore(day))
                                    .map(Part::amount)
                                    .toList());
            assertThat(charge(parts, all, paid).overdue(day).minorUnits())
                    .isEqualTo(Math.max(0, dueBefore.minus(paid).minorUnits()));
        }
    }

    @Test
    void daysAtAnIntervalCountFromTheFirst() {
        assertThat(DueDays.every(LocalDate.of(2026, 1, 31), 4, 1))
                .containsExactly(
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 4, 30));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> DueDays.every(MARCH, 61, 1))
                .withMessageContaining("instalments");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> DueDays.every(MARCH, 2, 0))
                .withMessageContaining("everyMonths");
    }

    @Test
    void daysMustFollowEachOtherAndBeginWithTheFirst() {
        assertThat(DueDays.require(MARCH, List.of(MARCH))).isEmpty();
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> DueDays.require(MARCH, List.of(MARCH, MARCH)))
                .withMessageContaining("does not come after");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> DueDays.require(JUNE, List.of(MARCH, JUNE)))
                .withMessageContaining("is the first");
    }

    private static List<Part> parts(long charged, long more, @Nullable LocalDate due, long open) {
        return Schedule.of(THIRDS, money(charged), money(more), due, money(open));
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(money(0), Money::plus);
    }

    private static Money money(long minorUnits) {
        return new Money(IDR, minorUnits);
    }

    private static OpenCharge charge(List<Part> parts, Money charged, Money paid) {
        return new OpenCharge(
                "AS-2026-0001/34.04",
                "AS-2026-0001",
                "Iuran",
                "34.04",
                "Kabupaten Sleman",
                "UMUM",
                "11300",
                null,
                null,
                "2026",
                MARCH,
                Schedule.due(parts),
                charged,
                money(0),
                money(0),
                paid,
                money(0),
                charged.minus(paid),
                money(0),
                money(0),
                null,
                OpenCharge.Status.OPEN,
                parts);
    }
}
