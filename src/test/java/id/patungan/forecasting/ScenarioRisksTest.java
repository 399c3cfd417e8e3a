package id.patungan.forecasting;

import static id.patungan.forecasting.projection.Outlooks.JUTA;
import static id.patungan.forecasting.projection.Outlooks.cost;
import static id.patungan.forecasting.projection.Outlooks.dues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Outlooks;
import id.patungan.forecasting.scenarios.RiskValues;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.simulation.Risks;
import id.patungan.forecasting.simulation.SimulationException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** A simulation takes what its scenario says is uncertain. */
class ScenarioRisksTest {

    private static Outlook outlook() {
        return Outlooks.of(
                24,
                50 * JUTA,
                List.of(dues("34.04", 24, 3, 120 * JUTA), cost("UMUM", "51100", 24, 10 * JUTA)));
    }

    private static Forecast forecast(@Nullable Risks risks) {
        return Forecasts.of(outlook(), new Scenario("s", "", List.of(), risks), Map.of());
    }

    private static String text(@Nullable Risks risks, long seed) {
        var forecast = forecast(risks);
        return Forecasts.simulate(forecast, 400, seed).digest()
                + RiskValues.write(Forecasts.risks(forecast));
    }

    private static @Nullable Risks half() {
        return RiskValues.read(
                List.of(
                        Map.of(
                                "kind", "bernoulli",
                                "target", "dues/34.04",
                                "drawn", "yearly",
                                "probability", "0.5",
                                "value", "0.5")));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndTheRisksAreThoseOfTheScenario() {
        assertThat(text(half(), 7)).isEqualTo(text(half(), 7)).isNotEqualTo(text(half(), 8));
        assertThat(text(half(), 7)).isNotEqualTo(text(null, 7));
        assertThat(text(half(), 7)).contains("target=dues/34.04", "kind=bernoulli");
        assertThat(text(null, 7)).contains("target=costs", "kind=delays");
    }

    @Test
    void whereNothingIsUncertainEveryPathIsTheProjection() {
        var certain = forecast(Risks.NONE);
        var bands = Forecasts.simulate(certain, 400, 1);
        for (int at = 0; at < 24; at++) {
            var cash = bands.months().get(at).cash();
            var free = certain.changed().free().get(at);
            assertThat(List.of(cash.p5(), cash.p50(), cash.p95())).containsOnly(free);
        }
    }

    @Test
    void aRiskOfWhatTheOutlookDoesNotHaveIsRefused() {
        var nobody =
                RiskValues.read(
                        List.of(
                                Map.of(
                                        "kind", "fixed",
                                        "target", "dues/99.99",
                                        "drawn", "once",
                                        "value", "0")));
        assertThatExceptionOfType(SimulationException.class).isThrownBy(() -> forecast(nobody));
    }
}
