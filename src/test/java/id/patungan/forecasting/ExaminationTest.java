package id.patungan.forecasting;

import static id.patungan.forecasting.projection.Outlooks.JUTA;
import static id.patungan.forecasting.projection.Outlooks.cost;
import static id.patungan.forecasting.projection.Outlooks.dues;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.forecasting.Examination.Shock;
import id.patungan.forecasting.Examination.Swing;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Outlooks;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.Advice;
import id.patungan.forecasting.scenarios.Overlay;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.simulation.ReverseStress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Tornado, reverse stress and break-even say the same about an outlook. */
class ExaminationTest {

    private static final int MONTHS = 36;

    /**
     * 12 million at hand, 10 come and 10 go every month: costs that rise by 12 / 110 = 10.909… %
     * leave nothing at the end of the eleventh month.
     */
    @Test
    void costsThatRiseByATenthAndABitEatWhatIsThereWithinAYear() {
        var outlook = balanced(12);

        var costs = shock(outlook, Shock.Kind.COSTS, 12);

        assertThat(costs.answer())
                .isEqualTo(
                        new ReverseStress.Found(
                                10_91, new Runway(11, false), new Runway(12, false), true));
        assertThat(costs.overlays())
                .containsExactly(
                        new Overlay.CostChange("", outlook.from(), Shock.Kind.COSTS.size(10_91)));
    }

    /** The 12 million bear the costs of one month without dues, not of two. */
    @Test
    void payersTwoMonthsLateAreOneTooMany() {
        var late = shock(balanced(12), Shock.Kind.LATE_PAYMENT, 3);

        assertThat(late.answer())
                .isEqualTo(
                        new ReverseStress.Found(
                                2, new Runway(2, false), new Runway(MONTHS, true), true));
    }

    @Test
    void whatIsTooShortAlreadyNeedsNoShock() {
        assertThat(shock(balanced(-1), Shock.Kind.DUES, 12).answer())
                .isEqualTo(new ReverseStress.AlreadyUnder(new Runway(0, false)));
    }

    /** A thousand times the yearly costs are there: no rise up to 200 % matters. */
    @Test
    void whoHasEnoughFearsNoShock() {
        assertThat(shock(balanced(100_000), Shock.Kind.COSTS, 12).answer())
                .isEqualTo(new ReverseStress.NoneUpTo(200_00, new Runway(MONTHS, true)));
    }

    /** Lowest cash is 12 - 36 with costs a tenth up, 12 with them a tenth down: what is now. */
    @Test
    void theTornadoIsInTheLowestCash() {
        var swings = Swings.of(balanced(12));

        var costs = swing(swings, Swing.Kind.COSTS).bar();
        assertThat(costs.base()).isEqualTo(12 * JUTA);
        assertThat(costs.atHigh()).isEqualTo((12 - MONTHS) * JUTA);
        assertThat(costs.atLow()).isEqualTo(12 * JUTA);
        var late = swing(swings, Swing.Kind.LATE_PAYMENT).bar();
        assertThat(late.atLow()).isEqualTo(12 * JUTA);
        assertThat(late.atHigh()).isEqualTo((12 - 30) * JUTA);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void eachAgreesWithTheScenarioThatItStandsFor(long seed) {
        var outlook = any(new Random(seed));
        for (int under : new int[] {2, 6, 12, 24}) {
            for (var shock : Shocks.of(outlook, under)) {
                if (!(shock.answer() instanceof ReverseStress.Found found)) continue;
                assertThat(under(outlook, shock.overlays()).runway())
                        .as("seed %d: %s", seed, shock)
                        .isEqualTo(found.runway())
                        .matches(runway -> runway.under(under));
                var less =
                        found.shock() == 1
                                ? List.<Overlay>of()
                                : List.of(
                                        Shocks.overlay(
                                                outlook,
                                                shock.kind(),
                                                shock.party(),
                                                found.shock() - 1));
                assertThat(under(outlook, less).runway())
                        .as("seed %d: one step less than %s", seed, shock)
                        .isEqualTo(found.before())
                        .matches(runway -> !runway.under(under));
            }
        }
        for (var swing : Swings.of(outlook)) {
            var to = swing.bar().assumption().high();
            assertThat(under(outlook, swing.overlays(outlook, to)).lowest())
                    .as("seed %d: %s", seed, swing)
                    .isEqualTo(swing.bar().atHigh());
        }
    }

    /**
     * Once dues have risen by what the advice says, hardly any fall of them is left: a hundredth of
     * a percent by which the advice is rounded up, and one more that is too much.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatTheAdviceRaisesTheReverseStressMayNotTakeAway(long seed) {
        var random = new Random(seed);
        var outlook = tight(random);
        var rise = Advice.of(outlook).dues();
        assertThat(rise).as("seed %d", seed).isNotNull().matches(one -> one.signum() > 0);
        var raised =
                new Overlay.DuesChange(null, outlook.from(), Objects.requireNonNull(rise))
                        .apply(outlook, Map.of());
        assertThat(Projection.of(raised).runway().beyond()).isTrue();

        var left = shock(raised, Shock.Kind.DUES, MONTHS + 1).answer();

        assertThat(left)
                .as("seed %d", seed)
                .isInstanceOfSatisfying(
                        ReverseStress.Found.class,
                        found -> assertThat(found.shock()).isBetween(1, 2));
        var cut = Advice.of(outlook).costs();
        var costs = shock(raised, Shock.Kind.COSTS, MONTHS + 1).answer();
        assertThat(cut).as("seed %d", seed).isNotNull();
        assertThat(costs)
                .isInstanceOfSatisfying(
                        ReverseStress.Found.class,
                        found -> assertThat(found.shock()).isBetween(1, 2));
    }

    private static Outlook balanced(long opening) {
        return Outlooks.of(
                MONTHS,
                opening * JUTA,
                List.of(
                        dues("34.04", Collections.nCopies(MONTHS, 10 * JUTA), Outlooks.lag(100)),
                        cost("UMUM", "52110", MONTHS, 10 * JUTA)));
    }

    private static Projection under(Outlook outlook, List<Overlay> overlays) {
        return Projection.of(new Scenario("", "", overlays).apply(outlook, Map.of()));
    }

    /** Members that pay now and then, costs and staff that are about covered. */
    private static Outlook any(Random random) {
        var lines = new ArrayList<Line>();
        for (int member = 1; member <= 1 + random.nextInt(4); member++) {
            lines.add(
                    dues(
                            "34.0" + member,
                            MONTHS,
                            random.nextInt(12),
                            (50 + random.nextInt(100)) * JUTA));
        }
        lines.add(cost("UMUM", "51100", MONTHS, (5 + random.nextInt(8)) * JUTA));
        lines.add(cost("UMUM", "52110", MONTHS, (1 + random.nextInt(5)) * JUTA));
        return Outlooks.of(MONTHS, random.nextInt(300) * JUTA, lines);
    }

    /** Dues every month that do not quite cover costs of every month, and nothing at hand. */
    private static Outlook tight(Random random) {
        long costs = 10L + random.nextInt(90);
        return Outlooks.of(
                MONTHS,
                0,
                List.of(
                        dues(
                                "34.04",
                                Collections.nCopies(MONTHS, costs * JUTA / (2 + random.nextInt(3))),
                                Outlooks.lag(100)),
                        cost("UMUM", "52110", MONTHS, costs * JUTA)));
    }

    private static Shock shock(Outlook outlook, Shock.Kind kind, int under) {
        return Shocks.of(outlook, under).stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Swing swing(List<Swing> swings, Swing.Kind kind) {
        return swings.stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }
}
