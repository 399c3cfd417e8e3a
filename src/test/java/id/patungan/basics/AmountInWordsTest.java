package id.patungan.basics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Currency;
import java.util.Locale;
import java.util.Random;

class AmountInWordsTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final Locale INDONESIAN = Locale.of("id", "ID");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 | nol rupiah
                    1 | satu rupiah
                    10 | sepuluh rupiah
                    11 | sebelas rupiah
                    12 | dua belas rupiah
                    20 | dua puluh rupiah
                    21 | dua puluh satu rupiah
                    100 | seratus rupiah
                    101 | seratus satu rupiah
                    111 | seratus sebelas rupiah
                    199 | seratus sembilan puluh sembilan rupiah
                    200 | dua ratus rupiah
                    1000 | seribu rupiah
                    1001 | seribu satu rupiah
                    1011 | seribu sebelas rupiah
                    1100 | seribu seratus rupiah
                    1111 | seribu seratus sebelas rupiah
                    2000 | dua ribu rupiah
                    11000 | sebelas ribu rupiah
                    100000 | seratus ribu rupiah
                    101000 | seratus satu ribu rupiah
                    111000 | seratus sebelas ribu rupiah
                    1000000 | satu juta rupiah
                    1001000 | satu juta seribu rupiah
                    1100000 | satu juta seratus ribu rupiah
                    11000000 | sebelas juta rupiah
                    650000000 | enam ratus lima puluh juta rupiah
                    795000000 | tujuh ratus sembilan puluh lima juta rupiah
                    1425000000 | satu miliar empat ratus dua puluh lima juta rupiah
                    1001001001 | satu miliar satu juta seribu satu rupiah
                    1000000000000 | satu triliun rupiah
                    1000000000000000 | satu kuadriliun rupiah
                    1500000000000001 | satu kuadriliun lima ratus triliun satu rupiah
                    0.50 | nol rupiah lima puluh sen
                    1900000.05 | satu juta sembilan ratus ribu rupiah lima sen
                    -1000 | minus seribu rupiah
                    """)
    void writesIndonesianAmounts(String amount, String words) {
        var money = Money.of(IDR, new java.math.BigDecimal(amount));

        assertThat(AmountInWords.of(money, INDONESIAN)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    IDR | 1425000000 | one billion four hundred twenty-five million rupiah
                    IDR | 0 | zero rupiah
                    EUR | 1960 | one thousand nine hundred sixty euros
                    EUR | 1.01 | one euro one cent
                    USD | 2.50 | two US dollars fifty cents
                    JPY | 5 | five Japanese Yen
                    CHF | 5.20 | five Swiss Franc 20/100
                    IDR | -10.10 | minus ten rupiah ten sen
                    """)
    void writesEnglishAmounts(String currency, String amount, String words) {
        var money = Money.of(Currency.getInstance(currency), new java.math.BigDecimal(amount));

        assertThat(AmountInWords.of(money, Locale.ENGLISH)).isEqualToIgnoringCase(words);
    }

    @Test
    void agreesWithTheRulesOfTheGuideOnAllSmallAndManyLargeNumbers() {
        var random = new Random(1);
        for (var number = 0; number < 20_000; number++) {
            assertThat(AmountInWords.number(number, INDONESIAN)).isEqualTo(spelled(number));
        }
        for (var count = 0; count < 5_000; count++) {
            var number = random.nextLong(1L << (1 + count % 49));
            assertThat(AmountInWords.number(number, INDONESIAN)).isEqualTo(spelled(number));
        }
        assertThat(AmountInWords.number(999_999_999_999_999L, INDONESIAN))
                .isEqualTo(spelled(999_999_999_999_999L));
    }

    /** The rules of the guide, written down once more and differently. */
    private static String spelled(long number) {
        if (number == 0) {
            return "nol";
        }
        var words = new StringBuilder();
        var names = new String[] {"triliun", "miliar", "juta", "ribu", ""};
        var size = 1_000_000_000_000L;
        for (var name : names) {
            var group = (int) (number / size % 1000);
            if (group == 1 && name.equals("ribu")) {
                words.append("seribu ");
            } else if (group > 0) {
                words.append(hundreds(group)).append(name).append(' ');
            }
            size /= 1000;
        }
        return words.toString().strip().replaceAll(" +", " ");
    }

    private static String hundreds(int group) {
        var digits = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split(" ", -1);
        var words = new StringBuilder();
        var hundred = group / 100;
        var rest = group % 100;
        if (hundred > 0) {
            words.append(hundred == 1 ? "seratus " : digits[hundred] + " ratus ");
        }
        if (rest == 10) {
            words.append("sepuluh ");
        } else if (rest == 11) {
            words.append("sebelas ");
        } else if (rest > 11 && rest < 20) {
            words.append(digits[rest - 10]).append(" belas ");
        } else {
            words.append(rest >= 20 ? digits[rest / 10] + " puluh " : "");
            words.append(rest % 10 > 0 ? digits[rest % 10] + " " : "");
        }
        return words.toString();
    }
}
