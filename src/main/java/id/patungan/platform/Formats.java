package id.patungan.platform;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.AmountInWords;
import id.patungan.basics.DateReader;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/**
 * Figures and dates as people read them, in the language of the page; {@code @fmt} in templates.
 * Amounts always show all decimals of their currency, negative ones a plain hyphen, which survives
 * a copy into a spreadsheet.
 */
@Component("fmt")
public class Formats {

    private static final Locale INDONESIAN = Locale.of("id", "ID");

    /** With the currency: {@code Rp1.900.000,00}; English {@code Rp1,900,000.00}. */
    public String money(Money money) {
        return AmountFormat.money(money, locale());
    }

    /** Without the currency, which stands in the head of the column: {@code 1.900.000,00}. */
    public String amount(Money money) {
        return AmountFormat.amount(money, locale());
    }

    /** Minor units of a currency: {@code amount(190000000, IDR)} is {@code 1.900.000,00}. */
    public String amount(long minorUnits, Currency currency) {
        return AmountFormat.amount(minorUnits, currency, locale());
    }

    /** In words, as on receipts. */
    public String words(Money money) {
        return AmountInWords.of(money, locale());
    }

    /** The word or sign of a currency before a figure: {@code Rp}, {@code EUR } and so on. */
    public String symbol(Currency currency) {
        return currency.getCurrencyCode().equals("IDR") ? "Rp" : currency.getCurrencyCode() + " ";
    }

    /** A decimal number with all its decimals, grouped: {@code 1.234,5}. */
    public String number(BigDecimal number) {
        return AmountFormat.number(number, locale());
    }

    /** Exact: a decimal if it is one, otherwise {@code p/q}. */
    public String number(Fraction number) {
        return AmountFormat.number(number, locale());
    }

    /** A count: {@code 12.345}. */
    public String count(long count) {
        return number(BigDecimal.valueOf(count));
    }

    /** A business date: {@code 31 Desember 2006}; English {@code 31 December 2006}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale()).format(date);
    }

    /** As people type it into a field: {@code 31-12-2006}. */
    public String typed(LocalDate date) {
        return DateReader.typed(date);
    }

    /** A business date in a table: {@code 31 Des 2006}. */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMM yyyy", locale()).format(date);
    }

    /** A month: {@code Desember 2006}. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM yyyy", locale()).format(month);
    }

    /** An instant in the body's zone, with its name: {@code 31 Desember 2006, 16.40 WIB}. */
    public String instant(Instant instant, ZoneId zone) {
        var pattern = locale().equals(INDONESIAN) ? "d MMMM yyyy, HH.mm " : "d MMMM yyyy, HH:mm ";
        var local = LocalDateTime.ofInstant(instant, zone);
        return DateTimeFormatter.ofPattern(pattern, locale()).format(local) + zoneName(zone);
    }

    /** The name of the zone as Indonesians say it: WIB, WITA or WIT; others by their own name. */
    public String zoneName(ZoneId zone) {
        return DateTimeFormatter.ofPattern("zzz", INDONESIAN).withZone(zone).format(Instant.EPOCH);
    }

    /** The language of the page, {@code id} or {@code en}. */
    public String language() {
        return locale().getLanguage();
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en")
                ? Locale.ENGLISH
                : INDONESIAN;
    }
}
