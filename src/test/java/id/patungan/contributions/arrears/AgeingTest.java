package id.patungan.contributions.arrears;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Money;
import id.patungan.contributions.OpenCharge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Days fall into one bucket each, and rows add up to what is open. */
class AgeingTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final LocalDate DAY = LocalDate.of(2006, 12, 31);
    private static final Money ZERO = Money.zero(IDR);

    @ParameterizedTest
    @CsvSource({
        "-400, NOT_DUE", "0, NOT_DUE", "1, TO_30", "30, TO_30", "31, TO_60", "60, TO_60",
        "61, TO_90", "90, TO_90", "91, TO_180", "180, TO_180", "181, TO_360", "360, TO_360",
        "361, OVER_360", "9999, OVER_360"
    })
    void aDayFallsIntoItsBucket(long days, Bucket bucket) {
        assertThat(Bucket.of(days)).isEqualTo(bucket);
    }

    @Test
    void bucketsPartitionTheDays() {
        for (var days = -1000L; days <= 1000; days++) {
            var day = days;
            assertThat(Arrays.stream(Bucket.values()).filter(one -> one.holds(day))).hasSize(1);
        }
    }

    @Test
    void theDueDayItselfIsNotOverdue() {
        assertThat(Bucket.days(DAY, DAY)).isZero();
        assertThat(Bucket.days(DAY, DAY.plusDays(31))).isEqualTo(31);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void rowsAddUpToWhatIsOpen(long seed) {
        var random = new Random(seed);
        var charges = new ArrayList<OpenCharge>();
        var dues = 0L;
        var projects = 0L;
        for (var at = random.nextInt(1, 200); at > 0; at--) {
            var open = random.nextInt(4) == 0 ? 0 : random.nextLong(1, 1_000_000_000_00L);
            var project = random.nextBoolean();
            if (project) projects += open;
            else dues += open;
            charges.add(
                    charge(
                            "P" + random.nextInt(9),
                            project ? "11310" : "11300",
                            DAY.minusDays(random.nextInt(-100, 800)),
                            open));
        }

        var ageing =
                Ageing.of(
                        charges,
                        Map.of("11300", money(dues), "11310", money(projects)),
                        DAY,
                        7,
                        ZERO);

        assertThat(ageing.ties()).isTrue();
        assertThat(ageing.total()).isEqualTo(money(dues + projects));
        assertThat(Arrays.stream(Bucket.values()).map(ageing::total).reduce(ZERO, Money::plus))
                .isEqualTo(ageing.total());
        for (var row : ageing.rows()) {
            var own =
                    charges.stream()
                            .filter(charge -> charge.party().equals(row.party()))
                            .map(OpenCharge::open)
                            .reduce(ZERO, Money::plus);
            assertThat(row.total()).isEqualTo(own);
            assertThat(row.amounts()).hasSize(Bucket.values().length);
            assertThat(row.overdue().isZero()).isEqualTo(row.oldestDays() == 0);
        }
    }

    @Test
    void aBalanceThatNoChargeExplainsDoesNotTie() {
        var charges = List.of(charge("34.04", "11300", DAY.minusDays(31), 100));

        assertThat(Ageing.of(charges, Map.of("11300", money(100)), DAY, 1, ZERO).ties()).isTrue();
        assertThat(Ageing.of(charges, Map.of("11300", money(101)), DAY, 1, ZERO).ties()).isFalse();
        assertThat(Ageing.of(charges, Map.of(), DAY, 1, ZERO).ties()).isFalse();
        // Two wrong accounts that make the right sum are still wrong
        assertThat(
                        Ageing.of(charges, Map.of("11300", ZERO, "11310", money(100)), DAY, 1, ZERO)
                                .ties())
                .isFalse();
    }

    static OpenCharge charge(String party, String account, LocalDate due, long open) {
        return new OpenCharge(
                "AS-2006-0001/" + party,
                "AS-2006-0001",
                "Iuran",
                party,
                "Daerah " + party,
                "UMUM",
                account,
                null,
                null,
                "2006",
                due.minusDays(30),
                due,
                money(open),
                ZERO,
                money(open),
                null,
                open == 0 ? OpenCharge.Status.PAID : OpenCharge.Status.OPEN);
    }

    private static Money money(long minorUnits) {
        return new Money(IDR, minorUnits);
    }
}
