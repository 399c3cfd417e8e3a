package id.patungan.allocation;

import id.patungan.allocation.Rule.Limit;
import id.patungan.allocation.Shares.Bound;
import id.patungan.allocation.TraceStep.Line;
import id.patungan.allocation.TraceStep.Step;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Works out the exact quotas of one total: walks the rule, collects the trace and every reason why
 * the rule cannot be applied. Works on the amount without its sign; {@link Rounding} gives it back.
 */
final class Division {

    private final Fraction total;
    private final String currency;
    private final Fraction coin;
    private final List<String> codes;
    private final List<Parties.Party> parties;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<TraceStep> trace = new ArrayList<>();
    private final List<AllocationException> refusals = new ArrayList<>();

    Division(Money total, Parties parties) {
        this.total = Fraction.of(total.toDecimal().abs());
        this.currency = total.currency().getCurrencyCode();
        this.coin = Fraction.of(total.toDecimal().ulp());
        this.parties = parties.all();
        this.codes = this.parties.stream().map(Parties.Party::code).toList();
        for (var place = 0; place < codes.size(); place++) {
            places.put(codes.get(place), place);
        }
    }

    List<TraceStep> trace() {
        return trace;
    }

    Quotas quotas(Rule rule) {
        var everybody = IntStream.range(0, parties.size()).toArray();
        var result = divide(rule, "rule", total, everybody);
        if (!refusals.isEmpty()) {
            throw AllocationException.several(refusals);
        }
        return result;
    }

    /**
     * Divides an amount among the members. Refusals are collected; the quotas of a refused rule are
     * meaningless, and what depends on them is not looked at.
     */
    private Quotas divide(Rule rule, String place, Fraction amount, int[] members) {
        if (members.length == 0) {
            if (amount.signum() != 0) {
                refusals.add(AllocationException.nobodyLeft(place, amount));
            }
            return none();
        }
        return switch (rule) {
            case Rule.Equal _ -> equal(place, amount, members);
            case Rule.Percent percent -> percent(percent, place, amount, members);
            case Rule.Fixed fixed -> fixed(fixed, place, amount, members);
            case Rule.Only(var party) -> only(party, place, amount, members);
            case Rule.ByIndicator(var name) -> byIndicator(name, place, amount, members);
            case Rule.Weights weights -> weights(weights, place, amount, members);
            case Rule.Mix(var parts) -> mix(parts, place, amount, members);
            case Rule.Bounded bounded -> bounded(bounded, place, amount, members);
            case Rule.Pinned pinned -> pinned(pinned, place, amount, members);
        };
    }

    private Quotas equal(String place, Fraction amount, int[] members) {
        var result = none();
        var each = amount.dividedBy(Fraction.of(members.length));
        for (var member : members) {
            result.set(member, each, null);
        }
        step(place, Step.EQUAL, amount, List.of(members.length), members, _ -> null, result);
        return result;
    }

    private Quotas percent(Rule.Percent rule, String place, Fraction amount, int[] members) {
        var result = none();
        if (!usable(rule.shares(), place + ".shares", members)) {
            return result;
        }
        var sum = sum(rule.shares().values());
        if (rule.normalise() ? sum.signum() == 0 : !sum.equals(Fraction.HUNDRED)) {
            refusals.add(
                    rule.normalise()
                            ? AllocationException.percentZero(place + ".shares")
                            : AllocationException.percentSum(place + ".shares", sum));
            return result;
        }
        rule.shares()
                .forEach((party, share) ->
                        result.set(at(party), amount.times(share).dividedBy(sum), null));
        step(
                place,
                sum.equals(Fraction.HUNDRED) ? Step.PERCENT : Step.PERCENT_NORMALISED,
                amount,
                List.of(sum),
                members,
                member -> rule.shares().getOrDefault(codes.get(member), Fraction.ZERO),
                result);
        return result;
    }

    private Quotas fixed(Rule.Fixed rule, String place, Fraction amount, int[] members) {
        var result = none();
        var usable = usable(rule.amounts(), place + ".amounts", members);
        for (var fixed : rule.amounts().entrySet()) {
            if (!fixed.getValue().dividedBy(coin).isInteger()) {
                refusals.add(
                        AllocationException.amountTooFine(
                                place + ".amounts." + fixed.getKey(),
                                fixed.getKey(),
                                fixed.getValue(),
                                currency));
                usable = false;
            }
        }
        if (rule.remainderTo() != null && !places.containsKey(rule.remainderTo())) {
            refusals.add(
                    AllocationException.unknownParty(place + ".remainder_to", rule.remainderTo()));
            usable = false;
        }
        var sum = sum(rule.amounts().values());
        if (usable && amount.compareTo(sum) < 0) {
            refusals.add(AllocationException.residualNegative(place + ".amounts", amount, sum));
            usable = false;
        }
        if (!usable) {
            return result;
        }
        rule.amounts().forEach((party, fixed) -> result.write(at(party), fixed));
        var remains = amount.minus(sum);
        step(
                place,
                Step.FIXED,
                amount,
                List.of(sum, remains),
                members,
                member -> rule.amounts().get(codes.get(member)),
                result);
        result.add(
                divide(rule.rest(), place + ".rest", remains, without(members, rule.amounts())),
                true);
        return result;
    }

    private Quotas only(String party, String place, Fraction amount, int[] members) {
        var result = none();
        if (usable(Map.of(party, Fraction.ZERO), place + ".party", members)) {
            result.set(at(party), amount, null);
            step(place, Step.ONLY, amount, List.of(party), members, _ -> null, result);
        }
        return result;
    }

    private Quotas byIndicator(String indicator, String place, Fraction amount, int[] members) {
        var weights = new HashMap<String, Fraction>();
        var complete = true;
        for (var member : members) {
            var figure = parties.get(member).figures().get(indicator);
            if (figure == null) {
                refusals.add(
                        AllocationException.missingFigure(
                                place + ".indicator", codes.get(member), indicator));
                complete = false;
            } else {
                weights.put(codes.get(member), figure);
            }
        }
        return proportional(
                weights, complete, place, "indicator", Step.INDICATOR, indicator, amount, members);
    }

    private Quotas weights(Rule.Weights rule, String place, Fraction amount, int[] members) {
        var complete = true;
        for (var member : members) {
            if (!rule.weights().containsKey(codes.get(member))) {
                refusals.add(
                        AllocationException.missingWeight(place + ".weights", codes.get(member)));
                complete = false;
            }
        }
        return proportional(
                rule.weights(), complete, place, "weights", Step.WEIGHTS, null, amount, members);
    }

    private Quotas proportional(
            Map<String, Fraction> weights,
            boolean complete,
            String place,
            String field,
            Step step,
            @Nullable String name,
            Fraction amount,
            int[] members) {
        var result = none();
        if (!usable(weights, place + "." + field, members) || !complete) {
            return result;
        }
        var sum = sum(weights.values());
        if (sum.signum() == 0) {
            refusals.add(AllocationException.weightsZero(place + "." + field));
            return result;
        }
        weights.forEach((party, weight) ->
                result.set(at(party), amount.times(weight).dividedBy(sum), null));
        step(
                place,
                step,
                amount,
                name == null ? List.of(sum) : List.of(name, sum),
                members,
                member -> weights.get(codes.get(member)),
                result);
        return result;
    }

    private Quotas mix(List<Rule.Part> parts, String place, Fraction amount, int[] members) {
        var result = none();
        var sum = Fraction.ZERO;
        for (var number = 0; number < parts.size(); number++) {
            var share = parts.get(number).share();
            sum = sum.plus(share);
            if (share.signum() < 0) {
                refusals.add(
                        AllocationException.negativePart(
                                place + ".parts[" + number + "].share", share));
            }
        }
        if (!sum.equals(Fraction.HUNDRED)) {
            refusals.add(AllocationException.mixSum(place + ".parts", sum));
        }
        step(place, Step.MIX, amount, List.of(parts.size()), new int[0], _ -> null, result);
        for (var number = 0; number < parts.size(); number++) {
            var part = parts.get(number);
            result.add(
                    divide(
                            part.rule(),
                            place + ".parts[" + number + "].rule",
                            amount.times(part.share().percent()),
                            members),
                    parts.size() == 1);
        }
        return result;
    }

    private Quotas bounded(Rule.Bounded rule, String place, Fraction amount, int[] members) {
        var result = none();
        var before = refusals.size();
        var base = rule.of() == Rule.Of.NODE ? amount : total;
        var floors = limits(rule.floor(), Fraction.ZERO, place + ".floor", members);
        var caps = limits(rule.cap(), null, place + ".cap", members);
        var raw = divide(rule.rule(), place + ".rule", amount, members);
        for (var index = 0; index < members.length; index++) {
            var cap = caps[index];
            var floor = floors[index];
            if (cap != null && floor != null && floor.compareTo(cap) > 0) {
                refusals.add(
                        AllocationException.floorAboveCap(
                                place, codes.get(members[index]), floor, cap));
            }
        }
        if (refusals.size() > before) {
            return result;
        }
        var filling = new WaterFilling(members.length);
        for (var index = 0; index < members.length; index++) {
            var floor = floors[index];
            var cap = caps[index];
            filling.add(
                    raw.quota(members[index]),
                    floor == null ? Fraction.ZERO : base.times(floor.percent()),
                    cap == null ? null : base.times(cap.percent()));
        }
        if (!feasible(filling, floors, rule.of(), place, base, amount)) {
            return result;
        }
        var factor = filling.fill(amount);
        for (var index = 0; index < members.length; index++) {
            result.set(members[index], filling.value(index), filling.bound(index));
        }
        step(place, Step.BOUNDED, amount, List.of(factor), members, raw::quota, result);
        return result;
    }

    private boolean feasible(
            WaterFilling filling,
            @Nullable Fraction[] floors,
            Rule.Of of,
            String place,
            Fraction base,
            Fraction amount) {
        var percents = Fraction.ZERO;
        for (var floor : floors) {
            percents = percents.plus(floor == null ? Fraction.ZERO : floor);
        }
        // Percentages of the node are compared as such, so that they are refused for a total of 0.
        if (of == Rule.Of.NODE && percents.compareTo(Fraction.HUNDRED) > 0) {
            refusals.add(
                    AllocationException.floorsTooHigh(
                            place + ".floor", percents, Fraction.HUNDRED));
            return false;
        }
        if (filling.lowest().compareTo(amount) > 0) {
            refusals.add(
                    AllocationException.floorsTooHigh(
                            place + ".floor", percents, percentOf(amount, base)));
            return false;
        }
        var highest = filling.highest();
        if (highest != null && amount.signum() > 0 && highest.compareTo(amount) < 0) {
            refusals.add(
                    AllocationException.capsTooLow(
                            place + ".cap", percentOf(highest, base), percentOf(amount, base)));
            return false;
        }
        return true;
    }

    private Quotas pinned(Rule.Pinned rule, String place, Fraction amount, int[] members) {
        var result = none();
        if (!usable(rule.pins(), place + ".pins", members)) {
            return result;
        }
        var sum = sum(rule.pins().values());
        if (sum.compareTo(Fraction.HUNDRED) > 0) {
            refusals.add(AllocationException.pinsTooHigh(place + ".pins", sum));
            return result;
        }
        rule.pins()
                .forEach((party, pin) ->
                        result.set(at(party), amount.times(pin.percent()), Bound.PIN));
        var remains = amount.minus(amount.times(sum.percent()));
        step(
                place,
                Step.PINNED,
                amount,
                List.of(sum, remains),
                members,
                member -> rule.pins().get(codes.get(member)),
                result);
        result.add(
                divide(rule.rest(), place + ".rest", remains, without(members, rule.pins())), true);
        return result;
    }

    private @Nullable Fraction[] limits(
            Limit limit, @Nullable Fraction absent, String place, int[] members) {
        var result = new @Nullable Fraction[members.length];
        if (limit instanceof Limit.PerParty(var percents)) {
            usable(percents, place, members);
        }
        if (limit instanceof Limit.Same(var percent) && percent.signum() < 0) {
            refusals.add(AllocationException.negativePart(place, percent));
        }
        for (var index = 0; index < members.length; index++) {
            result[index] =
                    switch (limit) {
                        case Limit.None _ -> absent;
                        case Limit.Same(var percent) -> percent;
                        case Limit.PerParty(var percents) -> {
                            var own = percents.get(codes.get(members[index]));
                            yield own == null ? absent : own;
                        }
                    };
        }
        return result;
    }

    /** Whether all named parties are members and all figures are zero or more; else says why. */
    private boolean usable(Map<String, Fraction> figures, String place, int[] members) {
        var before = refusals.size();
        var here = new HashMap<String, Integer>();
        for (var member : members) {
            here.put(codes.get(member), member);
        }
        figures.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> {
                    var party = entry.getKey();
                    var at = place.endsWith(".party") ? place : place + "." + party;
                    if (!places.containsKey(party)) {
                        refusals.add(AllocationException.unknownParty(at, party));
                    } else if (!here.containsKey(party)) {
                        refusals.add(AllocationException.partyTaken(at, party));
                    }
                    if (entry.getValue().signum() < 0) {
                        refusals.add(AllocationException.negative(at, party, entry.getValue()));
                    }
                });
        return refusals.size() == before;
    }

    private int[] without(int[] members, Map<String, Fraction> named) {
        return IntStream.of(members).filter(m -> !named.containsKey(codes.get(m))).toArray();
    }

    private void step(
            String place,
            Step step,
            Fraction amount,
            List<Object> arguments,
            int[] members,
            IntFunction<@Nullable Fraction> figure,
            Quotas result) {
        var lines = new ArrayList<Line>();
        for (var member : members) {
            lines.add(new Line(codes.get(member), figure.apply(member), result.quota(member)));
        }
        trace.add(new TraceStep(place, step, amount, arguments, lines));
    }

    private int at(String party) {
        return Objects.requireNonNull(places.get(party));
    }

    private Quotas none() {
        return new Quotas(parties.size());
    }

    private static Fraction percentOf(Fraction part, Fraction whole) {
        return whole.signum() == 0 ? Fraction.ZERO : part.times(Fraction.HUNDRED).dividedBy(whole);
    }

    private static Fraction sum(Iterable<Fraction> figures) {
        var sum = Fraction.ZERO;
        for (var figure : figures) {
            sum = sum.plus(figure);
        }
        return sum;
    }
}
