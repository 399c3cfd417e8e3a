package id.patungan.documents;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.AmountInWords;
import id.patungan.basics.Money;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/**
 * Figures and dates of one document, all in its own language, whatever the language of the page
 * that asked for it: Indonesian {@code 1.900.000,00} and {@code 31 Desember 2006}, English {@code
 * 1,900,000.00} and {@code 31 December 2006}. Negative amounts have a plain hyphen.
 */
public final class PaperFormats {

    /** Indonesian, the first language. */
    public static final Locale INDONESIAN = Locale.of("id", "ID");

    private final Locale language;
    private final Currency currency;
    private final ZoneId zone;

    /**
     * @param language English, or anything else for Indonesian
     * @param currency in which amounts are given
     * @param zone in which instants are shown
     */
    public PaperFormats(Locale language, Currency currency, ZoneId zone) {
        this.language = language.getLanguage().equals("en") ? Locale.ENGLISH : INDONESIAN;
        this.currency = currency;
        this.zone = zone;
    }

    /** Indonesian or English. */
    public Locale language() {
        return language;
    }

    /** In which amounts are given. */
    public Currency currency() {
        return currency;
    }

    /** In which instants are shown. */
    public ZoneId zone() {
        return zone;
    }

    /** Minor units without the currency, which stands in the head: {@code 1.900.000,00}. */
    public String amount(long minorUnits) {
        return AmountFormat.amount(minorUnits, currency, language);
    }

    /** A number with all its decimals, grouped: {@code 15,0000}. */
    public String number(BigDecimal number) {
        return AmountFormat.number(number, language);
    }

    /** With the currency: {@code Rp1.900.000,00}. */
    public String money(long minorUnits) {
        return AmountFormat.money(new Money(currency, minorUnits), language);
    }

    /** The mark of the currency before a figure: {@code Rp}, otherwise its code. */
    public String symbol() {
        return currency.getCurrencyCode().equals("IDR") ? "Rp" : currency.getCurrencyCode();
    }

    /** The currency as a word: {@code rupiah}, otherwise its code. */
    public String unit() {
        return currency.getCurrencyCode().equals("IDR") ? "rupiah" : currency.getCurrencyCode();
    }

    /** In a sentence: {@code 31 Desember 2006}. */
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(date);
    }

    /** In a table, all of one width: {@code 31-12-2006}. */
    public String shortDate(LocalDate date) {
        return DateTimeFormatter.ofPattern("dd-MM-yyyy", language).format(date);
    }

    /** With the zone's Indonesian name: {@code 31-12-2006 16.40 WIB}. */
    public String instant(Instant instant) {
        var pattern = language.equals(INDONESIAN) ? "dd-MM-yyyy HH.mm " : "dd-MM-yyyy HH:mm ";
        var name = DateTimeFormatter.ofPattern("zzz", INDONESIAN).withZone(zone).format(instant);
        return DateTimeFormatter.ofPattern(pattern, language)
                        .format(LocalDateTime.ofInstant(instant, zone))
                + name;
    }

    /** A journal entry's number, six digits at least: {@code 000214}. */
    public String entryNo(long number) {
        return "%06d".formatted(number);
    }

    /** An amount in words: {@code empat puluh dua juta lima ratus ribu rupiah}. */
    public String words(long minorUnits) {
        return AmountInWords.of(new Money(currency, minorUnits), language);
    }
}
