package id.patungan.platform;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Money;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

class FormatsTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final Instant EVENING = Instant.parse("2006-12-31T09:40:00Z");

    private final Formats formats = new Formats();

    @AfterEach
    void noLanguageIsLeftBehind() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void indonesianIsWrittenTheIndonesianWay() {
        LocaleContextHolder.setLocale(Locale.of("id", "ID"));
        assertThat(formats.money(new Money(IDR, -5_500_000_000L))).isEqualTo("-Rp55.000.000,00");
        assertThat(formats.amount(190_000_000_000L, IDR)).isEqualTo("1.900.000.000,00");
        assertThat(formats.words(new Money(IDR, 190_000_000L)))
                .isEqualToIgnoringCase("satu juta sembilan ratus ribu rupiah");
        assertThat(formats.date(LocalDate.of(2006, 8, 17))).isEqualTo("17 Agustus 2006");
        assertThat(formats.month(YearMonth.of(2006, 12))).isEqualTo("Desember 2006");
        assertThat(formats.instant(EVENING, ZoneId.of("Asia/Jakarta")))
                .isEqualTo("31 Desember 2006, 16.40 WIB");
        assertThat(formats.count(12_345)).isEqualTo("12.345");
    }

    @Test
    void englishIsWrittenTheEnglishWay() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(formats.money(new Money(IDR, -5_500_000_000L))).isEqualTo("-Rp55,000,000.00");
        assertThat(formats.date(LocalDate.of(2006, 8, 17))).isEqualTo("17 August 2006");
        assertThat(formats.instant(EVENING, ZoneId.of("Asia/Jayapura")))
                .isEqualTo("31 December 2006, 18:40 WIT");
        assertThat(formats.zoneName(ZoneId.of("Asia/Makassar"))).isEqualTo("WITA");
    }
}
