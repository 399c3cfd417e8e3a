package id.patungan.parties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class PeriodTest {

    @Test
    void theFirstDayIsInsideAndTheLastIsNot() {
        var year = period("2006-01-01", "2007-01-01");

        assertThat(year.contains(LocalDate.of(2006, 1, 1))).isTrue();
        assertThat(year.contains(LocalDate.of(2006, 12, 31))).isTrue();
        assertThat(year.contains(LocalDate.of(2007, 1, 1))).isFalse();
    }

    @Test
    void neighboursDoNotOverlap() {
        assertThat(period("2005-01-01", "2006-01-01").overlaps(period("2006-01-01", null)))
                .isFalse();
        assertThat(period("2005-01-01", "2006-01-02").overlaps(period("2006-01-01", null)))
                .isTrue();
        assertThat(period("2005-01-01", null).overlaps(period("2001-01-01", null))).isTrue();
    }

    @Test
    void aPeriodThatNeverHeldOverlapsNothing() {
        var never = period("2006-05-01", "2006-05-01");

        assertThat(never.isEmpty()).isTrue();
        assertThat(never.contains(LocalDate.of(2006, 5, 1))).isFalse();
        assertThat(never.overlaps(period("2001-01-01", null))).isFalse();
    }

    @Test
    void anEndBeforeTheBeginningIsRefused() {
        assertThatExceptionOfType(PartiesException.class)
                .isThrownBy(() -> period("2006-01-01", "2005-12-31"));
    }

    private static Period period(String from, @Nullable String until) {
        return new Period(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }
}
