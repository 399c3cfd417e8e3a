package id.patungan.contributions.letters;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Money;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** The boundary of UU 10/2020: strictly more than Rp5.000.000, from 2021. */
class StampDutyTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-21, IDR, 5000000, false",
        "2026-11-21, IDR, 5000000.01, true",
        "2026-11-21, IDR, 5000001, true",
        "2026-11-21, IDR, 1, false",
        "2021-01-01, IDR, 5000001, true",
        "2020-12-31, IDR, 5000001, false",
        "2026-11-21, EUR, 9350, false",
    })
    void dutyIsDueAboveTheThresholdOnly(
            LocalDate date, String currency, BigDecimal sum, boolean due) {
        var duty = StampDuty.on(date, Money.of(Currency.getInstance(currency), sum));
        assertThat(duty.isPresent()).isEqualTo(due);
        duty.ifPresent(one -> assertThat(one.duty().toDecimal()).isEqualByComparingTo("10000"));
    }
}
