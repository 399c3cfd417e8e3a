package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patungan.basics.Fraction;
import id.patungan.basics.InputException;
import id.patungan.basics.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class RuleFileTest {

    private static final String EVERYTHING =
            """
            name: "Waste \\"services\\" 2006: Yogyakarta"
            basis: Keputusan Bersama 18/2001, article 5
            tie: history
            unit: 1000
            lines: controlled
            rule:
              kind: fixed
              amounts: {"34.71": 125000000, "33.10": 0.50}
              remainder_to: "34"
              rest:
                kind: mix
                parts:
                - share: 1/3
                  rule: {kind: bounded, floor: 10, cap: {A: 50.5}, of: total, rule: {kind: equal}}
                - share: 200/3
                  rule:
                    kind: pinned
                    pins: {A: 33.333}
                    rest: {kind: percent, shares: {B: 1}, normalise: true}
                - {share: 0, rule: {kind: weights, indicator: population}}
                - {share: 0, rule: {kind: weights, weights: {A: 1/3}}}
                - {share: 0, rule: {kind: only, party: "34"}}
                - {share: 0, rule: {kind: weights, indicator: x, power: 2, inverse: true}}
                - {share: 0, rule: {kind: weights, weights: {A: 1}, power: 3}}
                - {share: 0, rule: {kind: scaled-sum, indicators: {calls: 1, population: 0.5}}}
                - share: 0
                  rule:
                    kind: two-part
                    fixed: {amount: 3.5, rule: {kind: equal, credits: {A: -1/3, "B b": 2}}}
                    usage: {rule: {kind: equal}}
                    credits: {A: 1}
                - share: 0
                  rule:
                    kind: blend
                    old: {kind: equal}
                    new: {kind: blend, old: {kind: equal}, new: {kind: equal}, share_new: 1/3}
                    share_new: 20
                    corridor: 2.5
                - share: 0
                  rule: {kind: sequential, segments: [{amount: 6, users: [A, "B, c"]}, {amount: 1/2, users: [A]}]}
                - {share: 0, rule: {kind: rate, rate: 10%, indicators: [a, b], plus: -1, min: 0, max: 9}}
                - {share: 0, rule: {kind: rate, rates: {A: 1/3, B: 5%}, indicators: [a], scale: true}}
                - share: 0
                  rule:
                    kind: bands
                    category: c
                    class: d
                    table: {x: {y: 1, z: 2.5}, "w w": {y: 3}}
                    add-ons: [{category: x, indicator: n, included: 6, price: 230}, {indicator: n, included: 0}]
                - {share: 0, rule: {kind: bands, indicator: n, bands: [{from: 0, amount: 1}, {from: 9.5, amount: 1/3}], scale: true}}
                - {share: 0, rule: {kind: bands, indicator: n, mode: slab, category: c, table: {x: [{from: 0, amount: 1}]}}}
            """;

    @Test
    void everyKindIsWrittenAndReadBackWithoutLoss() {
        var document = RuleFile.read("r.yml", EVERYTHING).document();
        var written = RuleFile.write(document);

        assertThat(RuleFile.read("r.yml", written).document()).isEqualTo(document);
        assertThat(RuleFile.write(RuleFile.read("r.yml", written).document())).isEqualTo(written);
    }

    @Test
    void figuresAndCodesKeepTheirDigits() {
        var rule =
                RuleFile.read("r.yml", "rule: {kind: percent, shares: {33.10: 33.333, 010: 1/3}}")
                        .document()
                        .rule();

        assertThat(rule)
                .isInstanceOfSatisfying(
                        Rule.Percent.class,
                        percent ->
                                assertThat(percent.shares())
                                        .containsEntry("33.10", Fraction.of(33333, 1000))
                                        .containsEntry("010", Fraction.of(1, 3)));
    }

    @Test
    void everyProblemIsNamedWithItsPlace() {
        var problems =
                problems(
                        """
                        nam: x
                        tie: luck
                        rule:
                          kind: mix
                          parts:
                          - share: 40,5
                            rule: {kind: equall}
                          - share: 60
                            rule: {kind: percent, shares: {A: 1, A: 2}, normalize: true}
                        """);

        assertThat(problems)
                .extracting(Problem::toString)
                .satisfiesExactly(
                        p ->
                                assertThat(p)
                                        .startsWith("r.yml:1:1: allocation.unknown-field: ")
                                        .contains("nam"),
                        p -> assertThat(p).startsWith("r.yml:2:6: allocation.unknown-value: "),
                        p ->
                                assertThat(p)
                                        .startsWith("r.yml:6:12: allocation.not-a-number: ")
                                        .contains("40,5"),
                        p ->
                                assertThat(p)
                                        .startsWith("r.yml:7:18: allocation.unknown-kind: ")
                                        .contains("equall"),
                        p -> assertThat(p).startsWith("r.yml:9:42: allocation.duplicate-field: "),
                        p -> assertThat(p).startsWith("r.yml:9:49: allocation.unknown-field: "));
    }

    @Test
    void aFileWithoutARuleIsToldThatEqualSharesAreNeverAssumed() {
        assertThat(problems("name: Secretariat\n"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("allocation.no-rule");
                    assertThat(problem.message()).contains("legal basis");
                });
        assertThat(problems("")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rule: &a {kind: equal}",
                "rule: *a",
                "rule: !!java.net.URL [x]",
                "rule: !x {kind: equal}",
                "rule: {kind: equal",
                "rule: {kind: equal}\n---\nrule: {kind: equal}",
                "\t",
                "- a",
                "rule: equal",
                "rule: {kind: [equal]}",
                "rule: {kind: weights}",
                "rule: {kind: weights, indicator: x, weights: {A: 1}}",
                "rule: {kind: bounded, rule: {kind: equal}}",
                "rule: {kind: mix, parts: []}",
                "rule: {kind: only}",
                "rule: {kind: percent, shares: [1, 2]}",
                "rule: {kind: rate, rate: 1}",
                "rule: {kind: rate, rate: 1, rates: {A: 1}, indicators: [x]}",
                "rule: {kind: rate, indicators: [x]}",
                "rule: {kind: rate, rate: ten%, indicators: [x]}",
                "rule: {kind: rate, rate: 1, indicators: []}",
                "rule: {kind: weights, indicator: x, power: 0.5}",
                "rule: {kind: weights, indicator: x, power: 0}",
                "rule: {kind: weights, indicator: x, power: 10}",
                "rule: {kind: weights, indicator: x, inverse: yes}",
                "rule: {kind: scaled-sum, indicators: {}}",
                "rule: {kind: two-part, fixed: {amount: 1}, usage: {rule: {kind: equal}}}",
                "rule: {kind: sequential, segments: [{amount: 1, users: []}]}",
                "rule: {kind: sequential, segments: {A: 1}}",
                "rule: {kind: blend, old: {kind: equal}, new: {kind: equal}}",
                "rule: {kind: bands, category: c, table: {x: {y: 1}}}",
                "rule: {kind: bands, indicator: n, class: c, bands: [{from: 0, amount: 1}]}",
                "rule: {kind: bands, indicator: n, bands: [1, 2]}",
                "rule: {kind: bands, indicator: n, bands: [{from: 0}]}",
                "rule: {kind: bands, indicator: n, category: c, bands: [{from: 0, amount: 1}]}",
                "rule: {kind: bands, indicator: n, bands: [{from: 0, amount: 1}], add-ons:"
                        + " [{category: x, indicator: n, included: 1}]}",
                "rule: {kind: equal, credits: {A: x}}",
                "lines: some\nrule: {kind: equal}",
                "rule: {kind: equal}\nunit: ten",
            })
    void abuseAndMistakesAreRefused(String text) {
        assertThat(problems(text)).isNotEmpty().allMatch(problem -> problem.file().equals("r.yml"));
    }

    @Test
    void deepNestingAndHugeFilesAreRefused() {
        var deep = "rule: " + "{kind: pinned, pins: {}, rest: ".repeat(5_000);
        var huge = "name: " + "x".repeat(2_000_000);

        assertThat(problems(deep)).isNotEmpty();
        assertThat(problems(huge)).isNotEmpty();
    }

    @Test
    void aRefusalIsLocatedWhereTheRuleSaysIt() {
        var reading =
                RuleFile.read(
                        "r.yml",
                        "rule:\n  kind: percent\n  shares:\n    '34.71': 75\n    '99.99': 25\n");
        var parties = PartiesFile.read("p.csv", "party,name\n34.71,Kota\n");

        var refusal =
                catchThrowableOfType(
                        AllocationException.class,
                        () ->
                                Allocation.allocate(
                                        new id.patungan.basics.Money(
                                                java.util.Currency.getInstance("IDR"), 100),
                                        reading.document(),
                                        parties));

        assertThat(reading.locate(refusal).toString())
                .startsWith("r.yml:5:14: allocation.unknown-party: Party 99.99");
    }

    private static List<Problem> problems(String text) {
        return catchThrowableOfType(InputException.class, () -> RuleFile.read("r.yml", text))
                .problems();
    }
}
