package id.patungan.allocation;

import java.util.List;
import java.util.stream.Stream;

/** One rule of every kind, and of every way in which a kind can be written. */
public final class RuleSamples {

    private RuleSamples() {}

    /** The texts of rule files. */
    public static Stream<String> all() {
        return Stream.concat(
                RULES.stream().map(rule -> "rule: " + rule),
                Stream.of(
                        "unit: 1000\ntie: history\nlines: controlled\nrule: {kind: equal}\n",
                        KindCases.INTA));
    }

    private static final String COSTS = "costs: {A: 1, B: 2.5, A+B: 3}";

    private static final List<String> RULES =
            List.of(
                    "{kind: equal}",
                    "{kind: percent, shares: {A: 75, B: 25}}",
                    "{kind: percent, shares: {A: 1/3, B: 2}, normalise: true}",
                    "{kind: fixed, amounts: {A: 10000000, B: 0.5}, rest: {kind: only, party: C}}",
                    "{kind: fixed, amounts: {A: 1}, remainder_to: B, rest: {kind: equal}}",
                    "{kind: only, party: A}",
                    "{kind: weights, indicator: population}",
                    "{kind: weights, indicator: population, power: 2}",
                    "{kind: weights, indicator: population, inverse: true}",
                    "{kind: weights, indicator: population, power: 3, inverse: true}",
                    "{kind: weights, weights: {A: 1, B: 2.25}}",
                    "{kind: weights, weights: {A: 1}, power: 2}",
                    "{kind: weights, weights: {A: 1}, inverse: true}",
                    "{kind: weights, weights: {A: 1}, power: 2, inverse: true}",
                    "{kind: scaled-sum, indicators: {calls: 1, population: 100}}",
                    "{kind: mix, parts: [{share: 40, rule: {kind: equal}}, {share: 60, rule:"
                            + " {kind: fixed, amounts: {A: 5}, rest: {kind: equal}}}]}",
                    "{kind: two-part, fixed: {amount: 300, rule: {kind: equal}}, usage: {rule:"
                            + " {kind: weights, indicator: m3}}}",
                    "{kind: blend, old: {kind: equal}, new: {kind: weights, indicator: area_km2},"
                            + " share_new: 25}",
                    "{kind: blend, old: {kind: equal}, new: {kind: equal}, share_new: 25,"
                            + " corridor: 5}",
                    "{kind: bounded, floor: 10, cap: 50, rule: {kind: weights, indicator:"
                            + " area_km2}}",
                    "{kind: bounded, floor: 10, of: total, rule: {kind: equal}}",
                    "{kind: bounded, cap: 50, rule: {kind: equal}}",
                    "{kind: bounded, floor: {A: 1}, cap: {A: 2, B: 3}, rule: {kind: equal}}",
                    "{kind: mix, parts: [{share: 100, rule: {kind: bounded, floor: 1, of: total,"
                            + " rule: {kind: bounded, floor: {A: 2}, rule: {kind: equal}}}}]}",
                    "{kind: pinned, pins: {A: 25}, rest: {kind: weights, indicator: population}}",
                    "{kind: sequential, segments: [{amount: 6, users: [A, B, C]}, {amount: 30,"
                            + " users: [C]}]}",
                    "{kind: equal, credits: {A: 100, B: -300}}",
                    "{kind: rate, rate: 0.40, indicators: [population], plus: 27211}",
                    "{kind: rate, rates: {A: 10%, B: 2500}, indicators: [hotel, restaurant], plus:"
                            + " -1, min: 0, max: 9, scale: true}",
                    "{kind: bands, category: c, class: d, table: {x: {y: 1, z: 2.5}}, add-ons:"
                            + " [{category: x, indicator: n, included: 6, price: 230}, {indicator:"
                            + " n, included: 0, price: 2}, {indicator: n, included: 3}], scale:"
                            + " true}",
                    "{kind: bands, indicator: n, bands: [{from: 0, amount: 1}, {from: 9.5, amount:"
                            + " 1/3}]}",
                    "{kind: bands, indicator: n, mode: slab, category: c, table: {x: [{from: 0,"
                            + " amount: 1}, {from: 2, amount: 3}]}}",
                    "{kind: marginal, " + COSTS + "}",
                    "{kind: stand-alone, costs: {A: 1}, default: sum}",
                    "{kind: shapley, costs: {A: 6, B: 12, C: 42}, default: max}",
                    "{kind: shapley, default: segments, segments: [{amount: 6, users: [A, B]}],"
                            + " sample: {orders: 1000, seed: 7}}",
                    "{kind: shapley, costs: {small: 1, large: 2, small+large: 3}, classes: {small:"
                            + " [A, B], large: [C]}}",
                    "{kind: scrb, " + COSTS + ", benefits: {A: 5, B: 6}}",
                    "{kind: scrb, " + COSTS + ", alternate: true}",
                    "{kind: nucleolus, " + COSTS + "}",
                    many());

    /** A game with more coalitions than anybody reads. */
    private static String many() {
        var costs = new StringBuilder("{kind: nucleolus, costs: {");
        for (var number = 1; number <= 63; number++) {
            var coalition = new StringBuilder();
            for (var player = 0; player < 6; player++) {
                if ((number >> player & 1) == 1) {
                    coalition.append(coalition.isEmpty() ? "" : "+").append((char) ('A' + player));
                }
            }
            costs.append(number == 1 ? "" : ", ").append(coalition).append(": ").append(number);
        }
        return costs.append("}}").toString();
    }
}
