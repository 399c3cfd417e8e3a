package id.patungan.forecasting.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.Fraction;
import id.patungan.basics.InputException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

class ScenarioFileTest {

    private static final Currency IDR = Currency.getInstance("IDR");

    @Test
    void aFileSaysWhatChanges() {
        var scenario =
                ScenarioFile.read(
                        "s.yml",
                        """
                        name: GTZ berhenti
                        overlays:
                          - {kind: dues-change, from: 2008-01, percent: "60,6%"}
                          - {kind: donor-exit, party: GTZ, after: 2007-12}
                          - {kind: member-default, party: 34.10, from: 2008-01, percent: 1/3}
                        """,
                        IDR);
        assertThat(scenario.overlays())
                .containsExactly(
                        new Overlay.DuesChange(null, YearMonth.of(2008, 1), Fraction.of(606, 10)),
                        new Overlay.DonorExit("GTZ", YearMonth.of(2007, 12)),
                        new Overlay.MemberDefault(
                                "34.10", YearMonth.of(2008, 1), Fraction.of(1, 3)));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var scenario = new Scenario("A \"b\" \\ c", "catatan: x", ScenarioTest.every());
        var text = ScenarioFile.write(scenario, IDR);
        assertThat(ScenarioFile.read("s.yml", text, IDR)).isEqualTo(scenario);
        assertThat(
                        ScenarioFile.read(
                                scenario.name(),
                                scenario.note(),
                                ScenarioFile.values(scenario, IDR),
                                IDR))
                .isEqualTo(scenario);
        var empty = new Scenario("leer", "", List.of());
        assertThat(ScenarioFile.read("s.yml", ScenarioFile.write(empty, IDR), IDR))
                .isEqualTo(empty);
    }

    @Test
    void allThatIsWrongIsSaidWithItsPlace() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() ->
                        ScenarioFile.read(
                                "s.yml",
                                """
                                name: x
                                overlays:
                                  - {kind: donor-exit, party: GTZ, after: 2007}
                                  - {kind: earthquake}
                                  - {kind: inflation, year: 2007, percent: 3, party: GTZ}
                                colour: red
                                """,
                                IDR))
                .withMessageContaining("s.yml:3:")
                .withMessageContaining("'2007' is not a month")
                .withMessageContaining("s.yml:4:")
                .withMessageContaining("'earthquake' is not a kind of change")
                .withMessageContaining("s.yml:5:")
                .withMessageContaining("'inflation' has no 'party'")
                .withMessageContaining("'colour' is not known");
    }

    @ParameterizedTest
    @CsvSource({
        "member-default, percent, 101",
        "member-default, percent, -1",
        "member-default, percent, banyak",
        "member-default, from, 2007-13",
        "member-default, from, 9999-01",
        "member-default, party, ''",
        "late-payment, months, 0",
        "late-payment, months, 37",
        "withdrawal, left, burn",
        "business-unit, income, -1",
        "business-unit, income, '1.000,00'",
        "exchange-rate, currency, EURO",
        "cost-change, account, 41100",
        "reserve, amount, -5",
        "reserve, amount, ''",
        "reserve, from, lusa",
    })
    void aFieldThatCannotBeReadIsNamed(String kind, String field, String value) {
        var good =
                ScenarioTest.every().stream()
                        .map(one -> OverlayValues.write(one, IDR))
                        .filter(one -> kind.equals(one.get("kind")))
                        .findFirst()
                        .orElse(
                                Map.of(
                                        "kind",
                                        kind,
                                        "currency",
                                        "EUR",
                                        "from",
                                        "2007-01",
                                        "percent",
                                        "5"));
        var bad = new HashMap<>(good);
        bad.put(field, value);
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> ScenarioFile.read("x", "", List.of(bad), IDR))
                .satisfies(refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void aScenarioHasAName() {
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> ScenarioFile.read(" ", "", List.of(), IDR));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ScenarioFile.read("s.yml", "overlays: []", IDR))
                .withMessageContaining("'name'");
    }
}
