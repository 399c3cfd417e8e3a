package id.patungan.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.basics.AmountReader.Grammar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Currency;
import java.util.Locale;

class AmountReaderTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final Currency EUR = Currency.getInstance("EUR");

    @ParameterizedTest(name = "[{0}] is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    0                       | 0.00
                    5                       | 5.00
                    1900000000              | 1900000000.00
                    1900000.50              | 1900000.50
                    1900000,50              | 1900000.50
                    1900000.5               | 1900000.50
                    1.900.000               | 1900000.00
                    1,900,000               | 1900000.00
                    1.900.000,50            | 1900000.50
                    1,900,000.00            | 1900000.00
                    1.900.000,5             | 1900000.50
                    9.350,00                | 9350.00
                    9,350.00                | 9350.00
                    110.7                   | 110.70
                    -110.7                  | -110.70
                    110,7                   | 110.70
                    0,5                     | 0.50
                    0.05                    | 0.05
                    12,34                   | 12.34
                    Rp1.900.000,00          | 1900000.00
                    Rp 1.900.000,00         | 1900000.00
                    Rp. 1.900.000,-         | 1900000.00
                    Rp. 1.900.000,--        | 1900000.00
                    1.900.000,-             | 1900000.00
                    1900000,-               | 1900000.00
                    9.350,-                 | 9350.00
                    1,900,000.-             | 1900000.00
                    rp 500                  | 500.00
                    RP. 500                 | 500.00
                    IDR 1900000             | 1900000.00
                    1900000 IDR             | 1900000.00
                    500 rupiah              | 500.00
                    1,9 juta rupiah         | 1900000.00
                    Rp. 330 Juta            | 330000000.00
                    330 juta                | 330000000.00
                    330juta                 | 330000000.00
                    400 JUTA                | 400000000.00
                    1,9 miliar              | 1900000000.00
                    1.9 miliar              | 1900000000.00
                    1,9 milyar              | 1900000000.00
                    1,9 billion             | 1900000000.00
                    2 triliun               | 2000000000000.00
                    500rb                   | 500000.00
                    500 ribu                | 500000.00
                    1,9jt                   | 1900000.00
                    1,9 M                   | 1900000000.00
                    Rp 330 M                | 330000000000.00
                    Rp1.9M                  | 1900000000.00
                    1,2345678 miliar        | 1234567800.00
                    -5.000,00               | -5000.00
                    -Rp5.000,00             | -5000.00
                    Rp-5.000,00             | -5000.00
                    Rp -5.000,00            | -5000.00
                    −5000                   | -5000.00
                    92233720368547758,07    | 92233720368547758.07
                    """)
    void readsWhatIsUnambiguous(String text, String amount) {
        assertThat(AmountReader.read(text, IDR))
                .isInstanceOfSatisfying(
                        AmountReader.Read.class,
                        read ->
                                assertThat(read.amount().toDecimal().toPlainString())
                                        .isEqualTo(amount));
    }

    @ParameterizedTest(name = "[{0}] is {1} or {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    9.350      | 9350          | 9.350
                    9,350      | 9350          | 9.350
                    -1.900     | -1900         | -1.900
                    Rp 150.000 | 150000        | 150.000
                    1.925 juta | 1925000000    | 1925000
                    1,925 miliar | 1925000000000 | 1925000000
                    330 M      | 330000000000  | 330000000
                    1.9M       | 1900000000.0  | 1900000.0
                    """)
    void asksWhereThereAreTwoReadings(String text, String first, String second) {
        assertThat(AmountReader.read(text, IDR))
                .isInstanceOfSatisfying(
                        AmountReader.Ambiguous.class,
                        ambiguous ->
                                assertThat(ambiguous.readings())
                                        .usingElementComparator(java.math.BigDecimal::compareTo)
                                        .containsExactly(
                                                new java.math.BigDecimal(first),
                                                new java.math.BigDecimal(second)));
    }

    @ParameterizedTest(name = "[{0}]: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                     | EMPTY
                    `  `                   | EMPTY
                    abc                    | NOT_AN_AMOUNT
                    1e6                    | NOT_AN_AMOUNT
                    1 900 000              | NOT_AN_AMOUNT
                    (1.000,00)             | NOT_AN_AMOUNT
                    --5                    | NOT_AN_AMOUNT
                    -Rp-5                  | NOT_AN_AMOUNT
                    +5                     | NOT_AN_AMOUNT
                    .5                     | NOT_AN_AMOUNT
                    5 kilo                 | NOT_AN_AMOUNT
                    1.900.000,- juta       | NOT_AN_AMOUNT
                    1'900'000              | NOT_AN_AMOUNT
                    =1+1                   | NOT_AN_AMOUNT
                    ١٢٣                    | NOT_AN_AMOUNT
                    1.90.000               | GROUPING
                    1.900.00               | GROUPING
                    1,900.000,00           | GROUPING
                    1.900,000.00           | GROUPING
                    9.350,                 | GROUPING
                    9,350,-                | GROUPING
                    5..5                   | GROUPING
                    5.                     | GROUPING
                    007                    | GROUPING
                    0.900.000              | GROUPING
                    12.345,678             | TOO_FINE
                    1900000.505            | TOO_FINE
                    0,005                  | TOO_FINE
                    1,23456789 ribu        | TOO_FINE
                    92233720368547758,08   | TOO_LARGE
                    99999999 triliun       | TOO_LARGE
                    EUR 500                | OTHER_CURRENCY
                    € 500                  | OTHER_CURRENCY
                    """)
    void refusesWhatIsNoAmount(String text, AmountReader.Reason reason) {
        assertThat(AmountReader.read(text == null ? "" : text, IDR))
                .isEqualTo(new AmountReader.Unreadable(reason));
    }

    @ParameterizedTest(name = "{0} [{1}] is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PLAIN      | 1900000.50   | 1900000.50
                    PLAIN      | -9.35        | -9.35
                    PLAIN      | 9.350        | none
                    PLAIN      | 1.900.000,50 | none
                    PLAIN      | 1,900,000    | none
                    PLAIN      | Rp5          | none
                    INDONESIAN | 1.900.000,50 | 1900000.50
                    INDONESIAN | 9.350        | 9350.00
                    INDONESIAN | -9.350,5     | -9350.50
                    INDONESIAN | 1900000,50   | 1900000.50
                    INDONESIAN | 1900000.50   | none
                    INDONESIAN | 110.7        | none
                    ENGLISH    | 9,350        | 9350.00
                    ENGLISH    | 9,350.25     | 9350.25
                    ENGLISH    | 9.350,25     | none
                    """)
    void aDeclaredGrammarReadsNothingElse(Grammar grammar, String text, String amount) {
        var result = AmountReader.read(text, IDR, grammar);

        assertThat(
                        result instanceof AmountReader.Read(var money)
                                ? money.toDecimal().toPlainString()
                                : "none")
                .isEqualTo(amount);
    }

    @Test
    void theLanguageOfThePageDecidesGroupingButNeverAgainstIt() {
        assertThat(AmountReader.read("150.000", IDR, Locale.of("id")))
                .isEqualTo(new AmountReader.Read(new Money(IDR, 15_000_000)));
        assertThat(AmountReader.read("9,350", EUR, Locale.ENGLISH))
                .isEqualTo(new AmountReader.Read(new Money(EUR, 935_000)));
        assertThat(AmountReader.read("9,350", EUR, Locale.of("id")))
                .isInstanceOf(AmountReader.Ambiguous.class);
        assertThat(AmountReader.read("9.350", EUR, Locale.ENGLISH))
                .isInstanceOf(AmountReader.Ambiguous.class);
    }

    @Test
    void aRefusalNamesTheFieldTheTextAndBothReadings() {
        assertThatThrownBy(() -> AmountReader.require("amount", "9.350", IDR))
                .isInstanceOf(InputException.class)
                .hasMessage("amount: '9.350' can mean 9350 or 9.350; write one of these");
    }

    @ParameterizedTest(name = "{0} [{1}]: write {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    PLAIN      | 1.900,00  | 1900000.50, digits and a decimal point
                    PLAIN      | 1,900.00  | 1900000.50, digits and a decimal point
                    PLAIN      | seribu    | 1900000.50, digits and a decimal point
                    INDONESIAN | 1,900.00  | 1.900.000,50
                    ENGLISH    | 1.900,00  | 1,900,000.50
                    """)
    void theWayOutIsOfTheGrammarThatIsRead(Grammar grammar, String text, String example) {
        assertThatThrownBy(() -> AmountReader.require("amount", text, IDR, grammar))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("amount: '" + text + "' ")
                .hasMessageEndingWith("; write it like " + example);
    }

    @Test
    void everyPrintedAmountIsReadBack() {
        for (var minor : new long[] {0, 1, 99, 100, 123456, -5_000_050, Long.MAX_VALUE}) {
            var money = new Money(IDR, minor);
            for (var locale : new Locale[] {Locale.of("id"), Locale.ENGLISH}) {
                assertThat(AmountReader.read(AmountFormat.money(money, locale), IDR))
                        .isEqualTo(new AmountReader.Read(money));
            }
        }
    }
}
