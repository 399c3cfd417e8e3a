package id.patungan.grants;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Money;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;

/** GTZ's 400 million over two years (facts K1). */
class PhasesTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final Money GRANT = new Money(IDR, 400_000_000_00L);
    private static final LocalDate FROM = LocalDate.of(2005, 1, 1);
    private static final LocalDate TO = LocalDate.of(2006, 12, 31);

    @Test
    void fourHundredMillionOverTwentyFourMonths() {
        var months = Phases.monthly(GRANT, FROM, TO).values().stream().toList();

        assertThat(months).hasSize(24);
        assertThat(Collections.frequency(months, new Money(IDR, 16_666_667_00L))).isEqualTo(16);
        assertThat(Collections.frequency(months, new Money(IDR, 16_666_666_00L))).isEqualTo(8);
        assertThat(months.getFirst()).isEqualTo(new Money(IDR, 16_666_667_00L));
        assertThat(months.stream().reduce(Money::plus)).contains(GRANT);
    }

    @Test
    void untilADayAllItsMonthCounts() {
        assertThat(Phases.until(GRANT, FROM, TO, FROM.minusDays(1))).isZero();
        assertThat(Phases.until(GRANT, FROM, TO, FROM)).isEqualTo(16_666_667_00L);
        assertThat(Phases.until(GRANT, FROM, TO, TO.plusYears(1))).isEqualTo(400_000_000_00L);
    }

    @Test
    void theYearsAreTheSumsOfTheirMonths() {
        var years = Phases.yearly(GRANT, FROM.plusMonths(6), TO);

        assertThat(years).hasSize(2);
        assertThat(years.getFirst().from()).isEqualTo(FROM.plusMonths(6));
        assertThat(years.getLast().until()).isEqualTo(TO);
        assertThat(years.getFirst().amount().plus(years.getLast().amount())).isEqualTo(GRANT);
    }

    @Test
    void whatIsLessThanAUnitIsNotLost() {
        var odd = new Money(GRANT.currency(), 100_000_000_51L);
        assertThat(
                        Phases.monthly(odd, FROM, TO).values().stream()
                                .mapToLong(Money::minorUnits)
                                .sum())
                .isEqualTo(odd.minorUnits());
    }
}
