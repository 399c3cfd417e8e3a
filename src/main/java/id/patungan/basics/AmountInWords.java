package id.patungan.basics;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Amounts in words (<i>terbilang</i>), as papers carry them: {@code satu juta seribu rupiah},
 * {@code one million one thousand rupiah}. The words are ICU's, which follow the official spelling:
 * {@code se-} only for ten, eleven, a hundred and a thousand; {@code miliar}; no hyphens in
 * Indonesian.
 */
public final class AmountInWords {

    /** ICU's Indonesian rules end below this; what lies above is counted in kuadriliun. */
    private static final BigInteger QUADRILLION = BigInteger.TEN.pow(15);

    private AmountInWords() {}

    /** The amount with the name of its currency; decimals only if there are any. */
    public static String of(Money amount, Locale locale) {
        var indonesian = locale.getLanguage().equals("id");
        var digits = amount.currency().getDefaultFractionDigits();
        var parts =
                BigInteger.valueOf(amount.minorUnits())
                        .abs()
                        .divideAndRemainder(BigInteger.TEN.pow(digits));
        var whole = parts[0];
        var minor = parts[1];
        var text = new StringBuilder(amount.isNegative() ? "minus " : "");
        text.append(number(whole, indonesian)).append(' ').append(main(amount, whole, indonesian));
        if (minor.signum() != 0) {
            text.append(' ').append(minor(amount, minor, indonesian));
        }
        return text.toString();
    }

    /** A whole number in words: {@code seratus satu ribu}. */
    public static String number(long value, Locale locale) {
        var words = number(BigInteger.valueOf(value).abs(), locale.getLanguage().equals("id"));
        return value < 0 ? "minus " + words : words;
    }

    private static String number(BigInteger value, boolean indonesian) {
        if (value.compareTo(QUADRILLION) >= 0) {
            var parts = value.divideAndRemainder(QUADRILLION);
            var high = number(parts[0], indonesian) + (indonesian ? " kuadriliun" : " quadrillion");
            return parts[1].signum() == 0 ? high : high + " " + number(parts[1], indonesian);
        }
        // Made anew each time: ICU's formatters are not safe for several threads.
        var words =
                new RuleBasedNumberFormat(
                        indonesian ? new ULocale("id") : ULocale.ENGLISH,
                        RuleBasedNumberFormat.SPELLOUT);
        return words.format(value.longValueExact());
    }

    private static String main(Money amount, BigInteger count, boolean indonesian) {
        var one = count.equals(BigInteger.ONE);
        return switch (amount.currency().getCurrencyCode()) {
            case "IDR" -> "rupiah";
            case "EUR" -> indonesian || one ? "euro" : "euros";
            case "USD" -> indonesian ? "dolar Amerika Serikat" : one ? "US dollar" : "US dollars";
            default ->
                    amount.currency().getDisplayName(indonesian ? Locale.of("id") : Locale.ENGLISH);
        };
    }

    private static String minor(Money amount, BigInteger count, boolean indonesian) {
        var name =
                switch (amount.currency().getCurrencyCode()) {
                    case "IDR" -> "sen";
                    case "EUR", "USD" ->
                            indonesian ? "sen" : count.equals(BigInteger.ONE) ? "cent" : "cents";
                    default -> "";
                };
        if (name.isEmpty()) {
            var digits = amount.currency().getDefaultFractionDigits();
            return count + "/" + BigInteger.TEN.pow(digits);
        }
        return number(count, indonesian) + " " + name;
    }
}
