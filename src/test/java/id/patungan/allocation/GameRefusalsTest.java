package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patungan.basics.Fraction;
import id.patungan.basics.InputException;
import id.patungan.basics.Money;
import id.patungan.basics.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;

/** What a cost game in a rule file can get wrong; the refusals themselves are in the cases. */
class GameRefusalsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: shapley}                                    | missing-field",
                "{kind: shapley, costs: {A: 1}, default: least}     | unknown-value",
                "{kind: shapley, default: segments}                 | missing-field",
                "{kind: shapley, costs: {A: 1}, segments: [{amount: 1, users: [A]}]} | missing-field",
                "{kind: shapley, costs: {A: 1}, classes: {x: []}}   | not-a-list",
                "{kind: shapley, costs: {A: 1}, benefits: {A: 1}}   | unknown-field",
                "{kind: shapley, costs: {A: 1}, sample: {orders: 1, seed: 1}}   | not-a-count",
                "{kind: shapley, costs: {A: 1}, sample: {orders: 1.5, seed: 1}} | not-a-count",
                "{kind: shapley, costs: {A: 1}, sample: {orders: 9}} | missing-field",
                "{kind: nucleolus, costs: {A: 1}, sample: {orders: 9, seed: 1}} | unknown-field",
                "{kind: scrb, costs: {A: 1}}                        | missing-field",
                "{kind: scrb, costs: {A: 1}, alternate: true, benefits: {A: 1}} | missing-field"
            })
    void aFileThatCannotBeReadSaysWhereAndWhy(String rule, String code) {
        var refusal =
                catchThrowableOfType(
                        InputException.class, () -> RuleFile.read("r", "rule: " + rule));

        assertThat(refusal.problems())
                .extracting(Problem::code)
                .containsExactly("allocation." + code);
        assertThat(refusal.problems().getFirst().line()).isEqualTo(1);
    }

    @Test
    void aClassWithoutPartiesAndAMissingCoalitionAreRefusedTogether() {
        var classes = new LinkedHashMap<String, List<String>>();
        classes.put("x", List.of("A"));
        classes.put("y", List.of());
        var listed = new LinkedHashMap<String, Fraction>();
        listed.put("x+z", Fraction.ONE);
        var costs = new Costs(listed, Costs.Otherwise.LISTED, List.of(), classes);

        var refusal =
                catchThrowableOfType(
                        AllocationException.class,
                        () ->
                                Allocation.allocate(
                                        new Money(Currency.getInstance("IDR"), 100),
                                        new Rule.Nucleolus(costs),
                                        Parties.of("A")));

        assertThat(refusal.all())
                .extracting(AllocationException::code)
                .containsExactlyInAnyOrder("allocation.empty-class", "allocation.unknown-class");
    }
}
