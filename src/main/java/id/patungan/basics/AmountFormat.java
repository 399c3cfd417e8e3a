package id.patungan.basics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * The one printer of amounts: {@code Rp1.900.000,00} in Indonesian, {@code Rp1,900,000.00} in
 * English; other currencies by their code, {@code EUR 1.960,00}. Negative amounts carry a minus
 * sign in front. All decimals of the currency are always shown.
 */
public final class AmountFormat {

    private AmountFormat() {}

    /** With the mark of the currency: {@code -Rp1.000,00}. */
    public static String money(Money amount, Locale locale) {
        var code = amount.currency().getCurrencyCode();
        var mark = code.equals("IDR") ? "Rp" : code + " ";
        var digits = amount(amount, locale);
        return digits.startsWith("-") ? "-" + mark + digits.substring(1) : mark + digits;
    }

    /** Without the mark, for columns that name the currency in their head: {@code 1.000,00}. */
    public static String amount(Money amount, Locale locale) {
        return number(amount.toDecimal(), locale);
    }

    /** As {@link #amount(Money, Locale)}, from minor units. */
    public static String amount(long minorUnits, Currency currency, Locale locale) {
        return amount(new Money(currency, minorUnits), locale);
    }

    /** A decimal with the digits it has, grouped. */
    public static String number(BigDecimal value, Locale locale) {
        var indonesian = locale.getLanguage().equals("id");
        var plain = value.abs().toPlainString();
        var point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        var text = new StringBuilder(value.signum() < 0 ? "-" : "");
        for (var at = 0; at < whole.length(); at++) {
            if (at > 0 && (whole.length() - at) % 3 == 0) {
                text.append(indonesian ? '.' : ',');
            }
            text.append(whole.charAt(at));
        }
        if (point >= 0) {
            text.append(indonesian ? ',' : '.').append(plain, point + 1, plain.length());
        }
        return text.toString();
    }

    /** Exact: a decimal if it is one, otherwise {@code p/q}. */
    public static String number(Fraction value, Locale locale) {
        return value.toDecimal().map(decimal -> number(decimal, locale)).orElse(value.toString());
    }

    /** A percentage for display, rounded half up: {@code 15,72 %}. */
    public static String percent(Fraction percent, int decimals, Locale locale) {
        return number(percent.rounded(decimals, RoundingMode.HALF_UP), locale) + " %";
    }

    /**
     * An argument of a text in the bundles, as that language writes it: money, fractions and
     * decimals; everything else as it is.
     */
    public static Object argument(Object value, Locale locale) {
        return switch (value) {
            case Money amount -> money(amount, locale);
            case Fraction fraction -> number(fraction, locale);
            case BigDecimal decimal -> number(decimal, locale);
            default -> value;
        };
    }
}
