package id.patungan.basics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Currency;
import java.util.Locale;

class AmountFormatTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final Locale INDONESIAN = Locale.of("id");

    @Test
    void printsRupiahInBothLanguages() {
        var money = new Money(IDR, 190_000_000_000L);

        assertThat(AmountFormat.money(money, INDONESIAN)).isEqualTo("Rp1.900.000.000,00");
        assertThat(AmountFormat.money(money, Locale.ENGLISH)).isEqualTo("Rp1,900,000,000.00");
        assertThat(AmountFormat.money(new Money(IDR, -100_000), INDONESIAN))
                .isEqualTo("-Rp1.000,00");
        assertThat(AmountFormat.amount(-100_000, IDR, INDONESIAN)).isEqualTo("-1.000,00");
        assertThat(AmountFormat.amount(5, IDR, INDONESIAN)).isEqualTo("0,05");
    }

    @Test
    void printsOtherCurrenciesByTheirCode() {
        var money = new Money(Currency.getInstance("EUR"), 196_000);

        assertThat(AmountFormat.money(money, INDONESIAN)).isEqualTo("EUR 1.960,00");
    }

    @Test
    void printsFractionsAndPercentages() {
        assertThat(AmountFormat.number(Fraction.parse("33.333"), INDONESIAN)).isEqualTo("33,333");
        assertThat(AmountFormat.number(Fraction.of(1, 3), INDONESIAN)).isEqualTo("1/3");
        assertThat(AmountFormat.percent(Fraction.of(12500, 795), 2, INDONESIAN))
                .isEqualTo("15,72 %");
    }
}
