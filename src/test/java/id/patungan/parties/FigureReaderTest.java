package id.patungan.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.AmountReader.Grammar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1125571      | 1125571
                    1.125.571    | 1125571
                    1,125,571    | 1125571
                    1.125.571,25 | 1125571.25
                    573,7490     | 573.7490
                    573.7490     | 573.7490
                    32,8         | 32.8
                    -1,5         | -1.5
                    0            | 0
                    """)
    void readsWhatCanMeanOnlyOneThing(String typed, String meant) {
        assertThat(FigureReader.typed(typed).toPlainString()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"573.749", "573,749", "1.000"})
    void asksRatherThanGuesses(String typed) {
        assertThatExceptionOfType(PartiesException.class)
                .isThrownBy(() -> FigureReader.typed(typed))
                .satisfies(refused ->
                        assertThat(refused.code()).isEqualTo("parties.ambiguous-figure"));
    }

    @Test
    void bothReadingsItOffersCanBeTyped() {
        assertThat(FigureReader.typed("573749")).isEqualTo("573749");
        assertThat(FigureReader.typed("573.7490")).isEqualByComparingTo("573.749");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1.2.3", "1,2,3", "12.34.567", "1e3", "0x10", "١٢", "--1"})
    void refusesWhatIsNoNumber(String typed) {
        assertThatExceptionOfType(PartiesException.class)
                .isThrownBy(() -> FigureReader.typed(typed))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("parties.not-a-figure"));
    }

    @Test
    void aFileSaysHowItsNumbersAreWritten() {
        assertThat(FigureReader.inFile("573.749", Grammar.PLAIN)).isEqualTo("573.749");
        assertThat(FigureReader.inFile("573.749", Grammar.INDONESIAN)).isEqualTo("573749");
        assertThatExceptionOfType(PartiesException.class)
                .isThrownBy(() -> FigureReader.inFile("573,749", Grammar.PLAIN));
    }
}
