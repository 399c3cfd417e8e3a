package id.patungan.forecasting.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.Fraction;
import id.patungan.basics.InputException;
import id.patungan.forecasting.simulation.Distribution;
import id.patungan.forecasting.simulation.Risks;
import id.patungan.forecasting.simulation.SimulationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is uncertain under a scenario, as rows and as files. */
public class RiskValuesTest {

    private static final Currency IDR = Currency.getInstance("IDR");

    /** One of every kind but that of nothing. */
    public static final List<Map<String, String>> EVERY =
            List.of(
                    row(
                            "triangular",
                            "target",
                            "dues/34.04",
                            "drawn",
                            "yearly",
                            "low",
                            "0.8",
                            "mode",
                            "1",
                            "high",
                            "1.05"),
                    row(
                            "pert", "target", "costs", "drawn", "monthly", "low", "0.9", "mode",
                            "1", "high", "1.2", "name", "prices"),
                    row(
                            "lognormal",
                            "target",
                            "costs/51100",
                            "drawn",
                            "monthly",
                            "median",
                            "1",
                            "sigma",
                            "0.05"),
                    row(
                            "bernoulli",
                            "target",
                            "income/D1",
                            "drawn",
                            "once",
                            "probability",
                            "0.3",
                            "value",
                            "0"),
                    row(
                            "discrete",
                            "target",
                            "dues",
                            "drawn",
                            "yearly",
                            "outcomes",
                            "0.5: 0.2, 1: 0.8"),
                    row("fixed", "target", "staff", "drawn", "once", "value", "1.5"),
                    row("correlation", "one", "prices", "other", "costs/51100", "rank", "-0.4"),
                    row("default", "probability", "0.05", "loss", "1/3"),
                    row("delays"));

    private static Map<String, String> row(String kind, String... pairs) {
        var row = new HashMap<String, String>();
        row.put("kind", kind);
        for (int at = 0; at < pairs.length; at += 2) row.put(pairs[at], pairs[at + 1]);
        return Map.copyOf(row);
    }

    private static Risks read(List<Map<String, String>> rows) {
        return Objects.requireNonNull(RiskValues.read(rows));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var risks = read(EVERY);
        assertThat(RiskValues.write(risks)).isEqualTo(EVERY);
        assertThat(risks.delays()).isTrue();
        assertThat(risks.risks()).hasSize(6);
        assertThat(risks.risks().get(1).name()).isEqualTo("prices");
        assertThat(risks.risks().get(1).distribution())
                .isEqualTo(
                        new Distribution.Pert(Fraction.of(9, 10), Fraction.ONE, Fraction.of(6, 5)));
        assertThat(read(RiskValues.write(Risks.NONE))).isEqualTo(Risks.NONE);
        assertThat(RiskValues.write(null)).isEmpty();
        assertThat(RiskValues.read(List.of())).isNull();
    }

    /** As people of a language with a decimal comma type them. */
    @Test
    void numbersMayHaveCommas() {
        var typed =
                read(
                        List.of(
                                row(
                                        "pert", "target", "costs", "drawn", "yearly", "low", "0,9",
                                        "mode", "1", "high", "1,2"),
                                row(
                                        "discrete",
                                        "target",
                                        "dues",
                                        "drawn",
                                        "yearly",
                                        "outcomes",
                                        "0,5: 0,2; 1: 0,8")));
        assertThat(RiskValues.write(typed).getFirst()).containsEntry("low", "0.9");
        assertThat(RiskValues.write(typed).getLast()).containsEntry("outcomes", "0.5: 0.2, 1: 0.8");
    }

    @Test
    void aFileHasThemBesideTheChanges() {
        var scenario = new Scenario("Semua", "catatan", ScenarioTest.every(), read(EVERY));
        var text = ScenarioFile.write(scenario, IDR);
        assertThat(ScenarioFile.read("s.yml", text, IDR)).isEqualTo(scenario);
        var none = new Scenario("Pasti", "", List.of(), Risks.NONE);
        assertThat(ScenarioFile.write(none, IDR)).contains("kind: \"none\"");
        assertThat(ScenarioFile.read("s.yml", ScenarioFile.write(none, IDR), IDR)).isEqualTo(none);
        assertThat(none).isNotEqualTo(new Scenario("Pasti", "", List.of()));
    }

    /** As scenarios were kept before they could say what is uncertain. */
    @Test
    void aTextWithoutThemIsReadAsBefore() {
        var old =
                """
                name: "GTZ"
                overlays:
                  - {kind: "dues-change", from: "2008-01", percent: "60.6"}
                """;
        var scenario = ScenarioFile.read("scenario", old, IDR);
        assertThat(scenario.risks()).isNull();
        assertThat(ScenarioFile.write(scenario, IDR)).isEqualTo(old);
    }

    @Test
    void allThatIsWrongInAFileIsSaidWithItsPlace() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() ->
                        ScenarioFile.read(
                                "s.yml",
                                """
                                name: x
                                risks:
                                  - {kind: pert, target: costs, drawn: yearly, low: 1, mode: 0.5, high: 2}
                                  - {kind: storm}
                                  - {kind: fixed, target: costs, drawn: daily, value: 1}
                                  - kind: fixed
                                    target: costs
                                    drawn: once
                                    value: banyak
                                  - {kind: delays, loss: 1}
                                  - {kind: fixed, target: weather, drawn: once, value: 1}
                                """,
                                IDR))
                .withMessageContaining("s.yml:3:")
                .withMessageContaining("not in ascending order")
                .withMessageContaining("s.yml:4:")
                .withMessageContaining("'storm' is not a kind of risk")
                .withMessageContaining("s.yml:5:")
                .withMessageContaining("'daily' is none of once, yearly and monthly")
                .withMessageContaining("s.yml:9:")
                .withMessageContaining("'banyak' is not a number; write 0.75 or 1/3")
                .withMessageContaining("s.yml:10:")
                .withMessageContaining("'delays' has no 'loss'")
                .withMessageContaining("s.yml:11:")
                .withMessageContaining("weather");
    }

    @ParameterizedTest
    @CsvSource({
        "0, target, ''",
        "0, drawn, sometimes",
        "0, low, ''",
        "1, high, tinggi",
        "1, sigma, 1",
        "4, outcomes, 0.5",
        "4, outcomes, '0.5: 0.2: 1, 1: 0.8'",
        "6, rank, x",
        "7, loss, ''",
    })
    void aFieldThatCannotBeReadIsNamed(int at, String field, String said) {
        var bad = new HashMap<>(EVERY.get(at));
        bad.put(field, said);
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> RiskValues.read(List.of(bad)))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @CsvSource({
        "7, probability, 1.5",
        "4, outcomes, '0.5: 0.2, 1: 0.7'",
        "3, value, -1",
        "2, sigma, 4",
    })
    void figuresThatContradictAreRefused(int at, String field, String said) {
        var bad = new HashMap<>(EVERY.get(at));
        bad.put(field, said);
        assertThatExceptionOfType(SimulationException.class)
                .isThrownBy(() -> RiskValues.read(List.of(bad)));
    }

    @Test
    void whatStandsTwiceOrCannotStandBesideOthersIsRefused() {
        for (var twice : List.of(EVERY.get(7), EVERY.get(8))) {
            assertThatExceptionOfType(ScenarioException.class)
                    .isThrownBy(() -> RiskValues.read(List.of(twice, twice)));
        }
        assertThatExceptionOfType(SimulationException.class)
                .isThrownBy(() -> RiskValues.read(List.of(EVERY.get(0), EVERY.get(0))));
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> RiskValues.read(List.of(row("none"), EVERY.get(8))))
                .withMessageContaining("nothing is uncertain");
    }
}
