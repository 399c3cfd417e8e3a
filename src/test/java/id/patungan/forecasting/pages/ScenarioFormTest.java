package id.patungan.forecasting.pages;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.scenarios.Overlay;
import id.patungan.forecasting.scenarios.RiskValues;
import id.patungan.forecasting.scenarios.RiskValuesTest;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.scenarios.ScenarioTest;
import id.patungan.platform.FormErrors;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A form shows a scenario as people of a language write it, and reads the same again. */
class ScenarioFormTest {

    private static final Currency IDR = Currency.getInstance("IDR");

    private static void put(Map<String, String> sent, String prefix, List<Map<String, String>> of) {
        for (int at = 0; at < of.size(); at++) {
            for (var field : of.get(at).entrySet()) {
                sent.put(prefix + at + "." + field.getKey(), field.getValue());
            }
        }
    }

    /** Every kind of change, a giver, an award, a currency and a model among them. */
    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void whatItShowsIsWhatItReads(String language) {
        var overlays = new ArrayList<>(ScenarioTest.every());
        overlays.add(new Overlay.ExchangeRate("EUR", YearMonth.of(2007, 3), Fraction.of(25, 2)));
        overlays.add(new Overlay.DuesChange("34.71", YearMonth.of(2007, 1), Fraction.of(1000)));
        overlays.add(
                new Overlay.BusinessUnit(
                        "Toko",
                        YearMonth.of(2007, 1),
                        1_234_567_890_01L,
                        99,
                        0,
                        Fraction.of(1, 3)));
        var scenario =
                new Scenario("Semua", "Catatan", overlays, RiskValues.read(RiskValuesTest.EVERY));
        var shown = ScenarioForm.of(scenario, 3, "key", IDR, Locale.of(language));
        var sent = new LinkedHashMap<String, String>();
        sent.put("name", shown.name());
        sent.put("note", shown.note());
        put(sent, ScenarioForm.CHANGE, shown.rows());
        put(sent, ScenarioForm.RISK, shown.risks());
        var errors = new FormErrors();
        var read = ScenarioForm.sent(sent).read(true, IDR, errors);

        assertThat(errors.any()).isFalse();
        assertThat(read).contains(scenario);
    }
}
