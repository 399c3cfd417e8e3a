package id.patungan.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;

class DateReaderTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2006-12-31",
                "31/12/2006",
                "31-12-2006",
                "31.12.2006",
                "31-12-06",
                " 31 Des 2006 ",
                "31 Desember 2006",
                "31 december 2006",
                "31-Dec-06"
            })
    void readsTheFormsThatPeopleWrite(String text) {
        assertThat(DateReader.read(text)).isEqualTo(LocalDate.of(2006, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31-11-2006", "29/2/2006", "12/31/2006", "2006-02-30", "0/1/2006"})
    void refusesDaysThatDoNotExist(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DateReader.read(text))
                .withMessageContaining("does not exist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "2006-1-1", "31/12-2006", "31 Foo 2006", "20061231", "1/1/206"})
    void refusesWhatIsNoDate(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DateReader.read(text))
                .withMessageContaining("is not a date");
    }
}
