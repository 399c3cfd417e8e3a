package id.patungan.forecasting.projection;

import static id.patungan.forecasting.projection.Outlooks.JUTA;
import static id.patungan.forecasting.projection.Outlooks.award;
import static id.patungan.forecasting.projection.Outlooks.cost;
import static id.patungan.forecasting.projection.Outlooks.dues;
import static id.patungan.forecasting.projection.Outlooks.in;
import static id.patungan.forecasting.projection.Outlooks.lag;
import static id.patungan.forecasting.projection.Outlooks.pot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.patungan.basics.Fraction;
import id.patungan.ledger.Restriction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

class ProjectionTest {

    /** The hibah of the first year pays the office; from the thirteenth month on nobody does. */
    @Test
    void theCliffOfCiayumajakuningIsAtMonthTwelve() {
        var hibah = new Outlook.Award("HIBAH-2011", "HIBAH-5", "32", "D2", YearMonth.of(2007, 12));
        var outlook =
                Outlooks.of(
                        60,
                        List.of(
                                pot("UMUM", Restriction.UNRESTRICTED, 0),
                                pot("HIBAH-5", Restriction.CONDITIONAL, 0)),
                        List.of(hibah),
                        List.of(
                                award("HIBAH-2011", "HIBAH-5", "32", in(60, Map.of(0, 600 * JUTA))),
                                cost("HIBAH-5", "51100", 60, 50 * JUTA)));
        var projection =
                Projection.of(Ending.after(outlook, "HIBAH-5", hibah.last(), Ending.end(hibah)));

        assertThat(projection.free().subList(0, 12)).containsOnly(0L);
        assertThat(projection.free().get(12)).isEqualTo(-50 * JUTA);
        assertThat(projection.free().get(13)).isEqualTo(-100 * JUTA);
        assertThat(projection.runway()).isEqualTo(new Runway(13, false));
        assertThat(projection.outlook().lines())
                .extracting(Line::id)
                .contains("cost/HIBAH-5/51100" + Ending.AFTER);
    }

    @Test
    void aFundWithConditionsPaysNoMoreThanItHas() {
        var projection =
                Projection.of(
                        Outlooks.of(
                                3,
                                List.of(
                                        pot("UMUM", Restriction.UNRESTRICTED, 100),
                                        pot("DONOR", Restriction.RESTRICTED, 50)),
                                List.of(),
                                List.of(cost("DONOR", "52100", 3, 30))));
        var donor = projection.funds().get(1);

        assertThat(donor.closing()).containsExactly(20L, 0L, 0L);
        assertThat(donor.borne()).containsExactly(0L, 10L, 30L);
        assertThat(projection.free()).containsExactly(100L, 90L, 60L);
    }

    @Test
    void whatTheBodyPaidAheadForAFundComesBackToIt() {
        var projection =
                Projection.of(
                        Outlooks.of(
                                4,
                                List.of(
                                        pot("UMUM", Restriction.UNRESTRICTED, 100),
                                        pot("DONOR", Restriction.RESTRICTED, 0)),
                                List.of(),
                                List.of(
                                        award("A", "DONOR", "G", List.of(0L, 30L, 0L, 40L)),
                                        cost("DONOR", "52100", 4, 20))));

        assertThat(projection.free()).containsExactly(80L, 90L, 70L, 90L);
        assertThat(projection.funds().get(1).borne()).containsExactly(20L, -10L, 20L, -20L);
        assertThat(projection.funds().get(1).closing()).containsOnly(0L);
    }

    @Test
    void whatIsLeftInAFundWithConditionsIsNotFree() {
        var projection =
                Projection.of(
                        Outlooks.of(
                                2,
                                List.of(
                                        pot("UMUM", Restriction.UNRESTRICTED, 10),
                                        pot("HIBAH", Restriction.CONDITIONAL, 1000)),
                                List.of(),
                                List.of(cost("UMUM", "52100", 2, 6))));

        assertThat(projection.free()).containsExactly(4L, -2L);
        assertThat(projection.runway()).isEqualTo(new Runway(2, false));
    }

    @Test
    void theRunwayIsZeroWhenNothingIsLeftAndBeyondWhenItNeverRunsOut() {
        assertThat(Runway.of(-1, List.of(5L))).isEqualTo(new Runway(0, false));
        assertThat(Runway.of(0, List.of(0L, 0L))).isEqualTo(new Runway(2, true));
        assertThat(Runway.of(0, List.of(0L, -1L)).under(3)).isTrue();
        assertThat(Runway.of(0, List.of(0L, 0L)).under(3)).isFalse();
    }

    @Test
    void moneyThatComesLateComesWholeAndNothingIsLostByRounding() {
        var thirds = new Lag(List.of(Fraction.of(1, 3), Fraction.of(1, 3), Fraction.of(1, 3)));
        assertThat(Projection.cash(dues("34.04", List.of(100L, 0L, 0L, 0L), thirds)))
                .containsExactly(33L, 34L, 33L, 0L);
        assertThat(Projection.cash(dues("34.04", List.of(100L, 0L, 0L), lag(0, 60, 20))))
                .containsExactly(0L, 60L, 20L);
    }

    @Test
    void whatIsOverdueComesAsItsRestUsuallyDoes() {
        var lag = lag(50, 30, 10);
        assertThat(lag.never()).isEqualTo(Fraction.of(1, 10));
        assertThat(lag.after(0)).isEqualTo(new Lag(List.of(Fraction.of(3, 5), Fraction.of(1, 5))));
        assertThat(lag.after(2)).isEqualTo(new Lag(List.of()));
        assertThat(lag.later(1)).isEqualTo(lag(0, 50, 30, 10));
        assertThat(lag.mean()).isEqualTo(Fraction.of(5, 9));
        assertThatIllegalArgumentException().isThrownBy(() -> lag(60, 60));
    }

    /** Opening, what came, went and was borne give what every fund holds; borne adds to zero. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void everyFundTies(long seed) {
        var projection = Projection.of(random(new Random(seed)));
        var months = projection.outlook().months();
        for (int month = 0; month < months; month++) {
            long borne = 0;
            for (var fund : projection.funds()) {
                var before = month == 0 ? fund.pot().opening() : fund.closing().get(month - 1);
                assertThat(fund.closing().get(month))
                        .isEqualTo(
                                before
                                        + fund.came().get(month)
                                        - fund.went().get(month)
                                        + fund.borne().get(month));
                borne += fund.borne().get(month);
                if (fund.pot().limited()) {
                    assertThat(fund.closing().get(month)).isNotNegative();
                }
            }
            assertThat(borne).isZero();
        }
        for (int line = 0; line < projection.cash().size(); line++) {
            var one = projection.outlook().lines().get(line);
            assertThat(sum(projection.cash().get(line))).isLessThanOrEqualTo(one.total());
            if (one.lag().equals(Lag.AT_ONCE)) {
                assertThat(projection.cash().get(line)).isEqualTo(one.due());
            }
        }
    }

    @Test
    void anEndIsTheSameWhicheverComesFirst() {
        var outlook =
                Outlooks.of(
                        12,
                        List.of(
                                pot("UMUM", Restriction.UNRESTRICTED, 0),
                                pot("DONOR", Restriction.RESTRICTED, 0)),
                        List.of(),
                        List.of(cost("DONOR", "51100", 12, 7), cost("UMUM", "52100", 12, 1)));
        var why = Origin.of(Origin.Kind.END, "x");
        var early = YearMonth.of(2007, 3);
        var late = YearMonth.of(2007, 9);
        var one = Ending.after(Ending.after(outlook, "DONOR", early, why), "DONOR", late, why);
        var other = Ending.after(Ending.after(outlook, "DONOR", late, why), "DONOR", early, why);

        assertThat(Projection.of(one).free()).isEqualTo(Projection.of(other).free());
        assertThat(one.lines().stream().mapToLong(Line::total).sum())
                .isEqualTo(outlook.lines().stream().mapToLong(Line::total).sum());
    }

    private static Outlook random(Random random) {
        var months = 1 + random.nextInt(30);
        var pots =
                List.of(
                        pot("UMUM", Restriction.UNRESTRICTED, random.nextInt(2000) - 500),
                        pot("CADANGAN", Restriction.DESIGNATED, random.nextInt(500)),
                        pot("HIBAH", Restriction.CONDITIONAL, random.nextInt(1000)),
                        pot("PROYEK", Restriction.PROJECT, random.nextInt(300)));
        var lines = new ArrayList<Line>();
        for (int at = 0; at < 6; at++) {
            lines.add(dues("34.0" + at, amounts(random, months), randomLag(random)));
        }
        for (var pot : pots) {
            lines.add(cost(pot.fund(), "52100", random.nextBoolean(), amounts(random, months)));
        }
        lines.add(award("A", "HIBAH", "32", amounts(random, months)));
        return Outlooks.of(months, pots, List.of(), lines);
    }

    private static List<Long> amounts(Random random, int months) {
        var due = new ArrayList<Long>();
        for (int at = 0; at < months; at++) due.add((long) random.nextInt(200));
        return due;
    }

    private static Lag randomLag(Random random) {
        var parts = 1 + random.nextInt(6);
        var whole = parts * 10 + random.nextInt(20);
        var shares = new ArrayList<Fraction>(Collections.nCopies(parts, Fraction.ZERO));
        for (int at = 0; at < parts; at++) shares.set(at, Fraction.of(random.nextInt(11), whole));
        return random.nextInt(4) == 0 ? Lag.AT_ONCE : new Lag(shares);
    }

    private static long sum(List<Long> amounts) {
        return amounts.stream().mapToLong(Long::longValue).sum();
    }
}
