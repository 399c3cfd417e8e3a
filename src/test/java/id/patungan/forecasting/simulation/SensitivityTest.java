package id.patungan.forecasting.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.simulation.Sensitivity.Assumption;
import id.patungan.forecasting.simulation.Sensitivity.Bar;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/** The tornado and the reverse stress, on functions whose answers are known. */
class SensitivityTest {

    private static final Fraction TEN = Fraction.of(10);

    @Test
    void barsAreOrderedByTheirSwingAndEqualOnesByName() {
        var weights = Map.of("dues", 30L, "staff", -50L, "sales", 30L, "rent", -2L);
        var assumptions = weights.keySet().stream().map(name -> Assumption.by(name, TEN)).toList();

        var bars =
                Sensitivity.tornado(
                        1_000,
                        assumptions,
                        (name, percent) ->
                                1_000
                                        + weights.getOrDefault(name, 0L)
                                                * percent.numerator().longValueExact());

        assertThat(bars)
                .extracting(bar -> bar.assumption().name())
                .containsExactly("staff", "dues", "sales", "rent");
        assertThat(bars.getFirst())
                .isEqualTo(new Bar(Assumption.by("staff", TEN), 1_000, 1_500, 500));
        assertThat(bars).extracting(Bar::swing).containsExactly(1_000L, 600L, 600L, 40L);
    }

    @Test
    void whatHarmsOnBothSidesCountsInFull() {
        var bars =
                Sensitivity.tornado(
                        100,
                        List.of(Assumption.by("both", TEN), Assumption.by("one", TEN)),
                        (name, percent) ->
                                name.equals("both") ? 20 : percent.signum() < 0 ? 60 : 110);
        assertThat(bars).extracting(Bar::swing).containsExactly(80L, 50L);
    }

    /** The cash of so many units lasts until the shock eats it. */
    private static IntFunction<Runway> lasting(int months, int horizon) {
        return shock -> {
            var lasts = months - shock / 100;
            return lasts > horizon
                    ? new Runway(horizon, true)
                    : new Runway(Math.max(0, lasts), false);
        };
    }

    @Test
    void findsTheSmallestShock() {
        // 30 - shock/100 is under 12 from 1,900 steps on
        assertThat(ReverseStress.smallest(lasting(30, 60), 12, 10_000))
                .isEqualTo(
                        new ReverseStress.Found(
                                1_900, new Runway(11, false), new Runway(12, false), true));
    }

    @Test
    void saysThatItIsUnderAlready() {
        assertThat(ReverseStress.smallest(lasting(11, 60), 12, 10_000))
                .isEqualTo(new ReverseStress.AlreadyUnder(new Runway(11, false)));
    }

    @Test
    void saysThatNoShockIsEnough() {
        assertThat(ReverseStress.smallest(lasting(500, 60), 12, 10_000))
                .isEqualTo(new ReverseStress.NoneUpTo(10_000, new Runway(60, true)));
    }

    @Test
    void saysWhereALargerShockHelped() {
        IntFunction<Runway> odd = shock -> new Runway(shock >= 300 && shock < 700 ? 5 : 20, false);
        assertThat(ReverseStress.smallest(odd, 12, 1_600))
                .isEqualTo(
                        new ReverseStress.Found(
                                300, new Runway(5, false), new Runway(20, false), true));
        IntFunction<Runway> rising =
                shock -> new Runway(shock >= 850 ? 5 : shock >= 400 ? 30 : 20, false);
        assertThat(ReverseStress.smallest(rising, 12, 1_600))
                .isEqualTo(
                        new ReverseStress.Found(
                                850, new Runway(5, false), new Runway(30, false), false));
    }

    @Test
    void refusesAHorizonThatIsTooShortToTell() {
        assertThatThrownBy(() -> ReverseStress.smallest(lasting(40, 20), 24, 100))
                .isInstanceOfSatisfying(
                        SimulationException.class,
                        refusal ->
                                assertThat(refusal.code())
                                        .isEqualTo("simulation.horizon-too-short"));
    }

    /** Any falling staircase: the step is found exactly, and one step less is not enough. */
    @Test
    void findsTheStepOfAnyStaircase() {
        var seed = 20_061_122L;
        System.out.println("staircases with seed " + seed);
        var random = new Random(seed);
        for (var round = 0; round < 500; round++) {
            var falls = new ArrayList<Integer>();
            for (var fall = random.nextInt(30); fall > 0; fall--) {
                falls.add(random.nextInt(1, 10_001));
            }
            IntFunction<Runway> runway =
                    shock ->
                            new Runway(
                                    30
                                            - Math.toIntExact(
                                                    falls.stream()
                                                            .filter(at -> at <= shock)
                                                            .count()),
                                    false);
            var sorted = falls.stream().sorted().toList();
            var under = random.nextInt(1, 31);
            var found = ReverseStress.smallest(runway, under, 10_000);
            // under n: at least 31 - n falls
            if (sorted.size() < 31 - under) {
                assertThat(found).isInstanceOf(ReverseStress.NoneUpTo.class);
            } else {
                var step = sorted.get(30 - under);
                assertThat(found)
                        .isEqualTo(
                                new ReverseStress.Found(
                                        step, runway.apply(step), runway.apply(step - 1), true));
            }
        }
    }
}
