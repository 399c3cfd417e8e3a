package id.patungan.allocation;

import id.patungan.allocation.TraceStep.Step;
import id.patungan.basics.Fraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The kinds that divide in proportion to weights: {@code q = T · w / Σw}. */
final class Proportions {

    private final Division division;

    Proportions(Division division) {
        this.division = division;
    }

    Quotas byIndicator(Rule.ByIndicator rule, Node node) {
        var place = node.field("indicator");
        var weights = new HashMap<Integer, Fraction>();
        for (var member : node.members()) {
            var figure = division.figure(member, rule.indicator(), place);
            if (figure != null) {
                weigh(weights, member, figure, rule.power(), rule.inverse(), place);
            }
        }
        var plain = rule.power() == 1 && !rule.inverse();
        return proportional(
                weights,
                place,
                plain ? Step.INDICATOR : Step.INDICATOR_POWER,
                plain
                        ? List.of(new RuleWords.Indicator(rule.indicator()))
                        : List.of(
                                new RuleWords.Indicator(rule.indicator()),
                                exponent(rule.power(), rule.inverse())),
                node);
    }

    Quotas weights(Rule.Weights rule, Node node) {
        var place = node.field("weights");
        var usable = division.usable(rule.weights(), place, node.members());
        var weights = new HashMap<Integer, Fraction>();
        for (var member : node.members()) {
            var weight = rule.weights().get(division.code(member));
            if (weight == null) {
                division.refuse(AllocationException.missingWeight(place, division.code(member)));
            } else if (usable) {
                weigh(weights, member, weight, rule.power(), rule.inverse(), place);
            }
        }
        var plain = rule.power() == 1 && !rule.inverse();
        return proportional(
                weights,
                place,
                plain ? Step.WEIGHTS : Step.WEIGHTS_POWER,
                plain ? List.of() : List.of(exponent(rule.power(), rule.inverse())),
                node);
    }

    /** {@code w = Σ x / d}, each figure over its divisor; Centennial Fire District's formula. */
    Quotas scaledSum(Rule.ScaledSum rule, Node node) {
        var place = node.field("indicators");
        var before = division.refusals();
        rule.indicators()
                .forEach((indicator, divisor) -> {
                    if (divisor.signum() <= 0) {
                        division.refuse(
                                AllocationException.divisor(
                                        place + "." + indicator, indicator, divisor));
                    }
                });
        if (division.refusals() > before) {
            return division.none();
        }
        var weights = new HashMap<Integer, Fraction>();
        for (var member : node.members()) {
            var weight = Fraction.ZERO;
            for (var scale : rule.indicators().entrySet()) {
                var figure = division.figure(member, scale.getKey(), place);
                if (figure != null) {
                    weight = weight.plus(figure.dividedBy(scale.getValue()));
                }
            }
            weights.put(member, weight);
        }
        if (division.refusals() > before) {
            return division.none();
        }
        var sum = new RuleWords.Sum(new LinkedHashMap<>(rule.indicators()));
        return proportional(weights, place, Step.SCALED_SUM, List.of(sum), node);
    }

    /**
     * In proportion to weights, all 0 or more.
     *
     * @param weights by member; refused already if one is missing
     * @param arguments of the step, to which the sum is added
     */
    Quotas proportional(
            Map<Integer, Fraction> weights,
            String place,
            Step step,
            List<Object> arguments,
            Node node) {
        var result = division.none();
        if (weights.size() < node.members().size()) {
            return result;
        }
        var sum = Division.sum(weights.values());
        if (sum.signum() == 0) {
            division.refuse(AllocationException.weightsZero(place));
            return result;
        }
        var each = node.amount().dividedBy(sum);
        weights.forEach((member, weight) -> result.set(member, each.times(weight), null));
        var all = new ArrayList<>(arguments);
        all.add(sum);
        division.step(node, step, all, weights::get, result);
        return result;
    }

    private void weigh(
            Map<Integer, Fraction> weights,
            int member,
            Fraction figure,
            int power,
            boolean inverse,
            String place) {
        if (inverse && figure.signum() == 0) {
            division.refuse(AllocationException.inverseZero(place, division.code(member)));
            return;
        }
        var weight = Fraction.ONE;
        for (var factor = 0; factor < power; factor++) {
            weight = weight.times(figure);
        }
        weights.put(member, inverse ? Fraction.ONE.dividedBy(weight) : weight);
    }

    private static String exponent(int power, boolean inverse) {
        return (inverse ? "−" : "") + power;
    }
}
