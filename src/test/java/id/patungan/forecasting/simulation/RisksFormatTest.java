package id.patungan.forecasting.simulation;

import static id.patungan.forecasting.simulation.Models.f;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.basics.InputException;
import id.patungan.forecasting.simulation.Distribution.Discrete;
import id.patungan.forecasting.simulation.SimulationModel.Correlation;
import id.patungan.forecasting.simulation.SimulationModel.Drawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class RisksFormatTest {

    private static final String FILE =
            """
            risks:
              - {target: dues/34.04, drawn: yearly, kind: triangular, low: 0.8, mode: 1, high: 1.05}
              - {name: prices, target: costs, drawn: monthly, kind: lognormal, median: 1, sigma: 0.05}
              - {target: income/D5, drawn: once, kind: bernoulli, probability: 1/3, value: 0}
              - {target: staff, drawn: yearly, kind: pert, low: 1, mode: 1.03, high: 1.2}
              - {target: debts, drawn: once, kind: fixed, value: '1.5'}
              - target: awards
                drawn: once
                kind: discrete
                outcomes: [{value: 0.5, probability: 0.25}, {value: 1, probability: 0.75}]
            correlations:
              - {one: dues/34.04, other: staff, rank: -0.4}
            default: {probability: 0.05, loss: 0.5}
            delays: true
            """;

    private static Map<?, ?> yaml(String text) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    }

    @Test
    void readsEveryKind() {
        assertThat(RisksFormat.read(yaml(FILE)))
                .isEqualTo(
                        new Risks(
                                List.of(
                                        risk(
                                                "dues/34.04",
                                                "dues/34.04",
                                                Drawn.YEARLY,
                                                Models.triangular("0.8", "1", "1.05")),
                                        risk(
                                                "prices",
                                                "costs",
                                                Drawn.MONTHLY,
                                                Models.lognormal("1", "0.05")),
                                        risk(
                                                "income/D5",
                                                "income/D5",
                                                Drawn.ONCE,
                                                new Distribution.Bernoulli(f("1/3"), f("0"))),
                                        risk(
                                                "staff",
                                                "staff",
                                                Drawn.YEARLY,
                                                Models.pert("1", "1.03", "1.2")),
                                        risk(
                                                "debts",
                                                "debts",
                                                Drawn.ONCE,
                                                new Distribution.Fixed(f("1.5"))),
                                        risk(
                                                "awards",
                                                "awards",
                                                Drawn.ONCE,
                                                new Discrete(
                                                        List.of(
                                                                new Discrete.Outcome(
                                                                        f("0.5"), f("0.25")),
                                                                new Discrete.Outcome(
                                                                        f("1"), f("0.75")))))),
                                List.of(new Correlation("dues/34.04", "staff", f("-0.4"))),
                                Optional.of(new Risks.MemberDefault(f("0.05"), f("0.5"))),
                                true));
    }

    private static Risk risk(String name, String target, Drawn drawn, Distribution of) {
        return new Risk(name, Risk.Target.parse(target), drawn, of);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        var risks = RisksFormat.read(yaml(FILE));
        assertThat(RisksFormat.read(RisksFormat.write(risks))).isEqualTo(risks);
        assertThat(RisksFormat.read(Map.of())).isEqualTo(Risks.NONE);
        assertThat(RisksFormat.read(RisksFormat.write(Risks.NONE))).isEqualTo(Risks.NONE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    risk: []                                           | risk: is not known here
                    risks: 3                                           | risks: give a list
                    risks: [x]                                         | risks[1]: give names with values
                    risks: [{drawn: once, kind: fixed, value: 1}]      | risks[1].target: is missing
                    risks: [{target: dues, kind: fixed, value: 1}]     | risks[1].drawn: is missing
                    risks: [{target: dues, drawn: daily, kind: fixed}] | risks[1].drawn: 'daily' is none of once, yearly and monthly
                    risks: [{target: dues, drawn: once, kind: beta}]   | risks[1].kind: 'beta' is none of fixed, triangular, pert, lognormal, bernoulli and discrete
                    risks: [{target: dues, drawn: once, kind: pert, low: 1, mode: 1}] | risks[1].high: is missing
                    risks: [{target: dues, drawn: once, kind: fixed, value: '1,5'}]   | risks[1].value: '1,5' is not a number; write 0.75 or 1/3
                    risks: [{target: dues, drawn: once, kind: fixed, value: .nan}]    | risks[1].value: 'NaN' is not a number; write 0.75 or 1/3
                    risks: [{target: dues, drawn: once, kind: fixed, value: 1, low: 2}] | risks[1].low: is not known here
                    default: {probability: 0.1}                        | default.loss: is missing
                    default: 0.1                                       | default: give names with values
                    delays: maybe                                      | delays: 'maybe' is neither true nor false
                    correlations: [{one: a, other: b, rank: high}]     | correlations[1].rank: 'high' is not a number; write 0.75 or 1/3
                    """)
    void namesThePlaceOfWhatItCannotRead(String text, String message) {
        assertThatThrownBy(() -> RisksFormat.read(yaml(text)))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    risks: [{target: dues, drawn: once, kind: pert, low: 1, mode: 0.9, high: 2}] | simulation.out-of-order
                    risks: [{target: gifts, drawn: once, kind: fixed, value: 1}]   | simulation.unknown-target
                    risks: [{target: dues, drawn: once, kind: fixed, value: 1}, {target: dues, drawn: monthly, kind: fixed, value: 1}] | simulation.twice
                    default: {probability: 2, loss: 0}                             | simulation.no-probability
                    """)
    void refusesWhatContradictsItself(String text, String code) {
        assertThatThrownBy(() -> RisksFormat.read(yaml(text)))
                .isInstanceOfSatisfying(
                        SimulationException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
