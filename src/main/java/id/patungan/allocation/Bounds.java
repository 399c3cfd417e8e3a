package id.patungan.allocation;

import id.patungan.allocation.Rule.Limit;
import id.patungan.allocation.Shares.Bound;
import id.patungan.allocation.TraceStep.Step;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** The kinds that keep quotas between bounds, by exact {@link WaterFilling}. */
final class Bounds {

    private final Division division;

    Bounds(Division division) {
        this.division = division;
    }

    /** {@code q = clamp(λ · rule(T), floor, cap)} with the one λ for which they add to T. */
    Quotas bounded(Rule.Bounded rule, Node node) {
        var result = division.none();
        var before = division.refusals();
        var members = node.members();
        var base = rule.of() == Rule.Of.NODE ? node.amount() : division.total();
        var floors = limits(rule.floor(), Fraction.ZERO, node.field("floor"), members);
        var caps = limits(rule.cap(), null, node.field("cap"), members);
        var raw = division.divide(rule.rule(), node.inner("rule", node.amount()));
        for (var index = 0; index < members.size(); index++) {
            var member = members.get(index);
            var cap = caps[index];
            var floor = floors[index];
            if (cap != null && floor != null && floor.compareTo(cap) > 0) {
                division.refuse(
                        AllocationException.floorAboveCap(
                                node.place(), division.code(member), floor, cap));
            }
            if (raw.quota(member).signum() < 0) {
                division.refuse(
                        AllocationException.negative(
                                node.field("rule"), division.code(member), raw.quota(member)));
            }
        }
        if (division.refusals() > before) {
            return result;
        }
        var filling = new WaterFilling(members.size());
        for (var index = 0; index < members.size(); index++) {
            var floor = floors[index];
            var cap = caps[index];
            filling.add(
                    raw.quota(members.get(index)),
                    floor == null ? Fraction.ZERO : base.times(floor.percent()),
                    cap == null ? null : base.times(cap.percent()));
        }
        if (!feasible(filling, floors, rule.of(), base, node)) {
            return result;
        }
        var factor = filling.fill(node.amount());
        for (var index = 0; index < members.size(); index++) {
            result.set(members.get(index), filling.value(index), filling.bound(index));
        }
        division.step(node, Step.BOUNDED, List.of(factor), raw::quota, result);
        return result;
    }

    /**
     * Keeps blended quotas within {@code old · (1 ± x)}. Those the blend gives something are scaled
     * by one factor; if all of them reach their caps, the others take what is left, in proportion
     * to what they paid before. A party that paid nothing before has no corridor.
     *
     * @param percent {@code x}, 0 or more
     */
    Quotas corridor(Fraction percent, Quotas old, Quotas blended, Node node) {
        var members = node.members();
        for (var member : members) {
            if (blended.quota(member).signum() < 0 || old.quota(member).signum() < 0) {
                division.refuse(
                        AllocationException.negative(
                                node.place(), division.code(member), blended.quota(member)));
                return blended;
            }
        }
        var down = Fraction.ONE.minus(percent.percent()).max(Fraction.ZERO);
        var up = Fraction.ONE.plus(percent.percent());
        var filling = filling(members, old, blended, down, up);
        var highest = filling.highest();
        var result = division.none();
        var factor = Fraction.ZERO;
        if (highest == null || highest.compareTo(node.amount()) >= 0) {
            factor = filling.fill(node.amount());
            for (var index = 0; index < members.size(); index++) {
                result.set(members.get(index), filling.value(index), filling.bound(index));
            }
        } else {
            var others = division.none();
            var left = node.amount();
            for (var member : members) {
                if (blended.quota(member).signum() > 0) {
                    result.set(member, old.quota(member).times(up), Bound.CAP);
                    left = left.minus(result.quota(member));
                } else {
                    others.set(member, old.quota(member), null);
                }
            }
            var rest = members.stream().filter(m -> others.quota(m).signum() > 0).toList();
            var second = filling(rest, old, others, down, up);
            factor = second.fill(left);
            for (var index = 0; index < rest.size(); index++) {
                result.set(rest.get(index), second.value(index), second.bound(index));
            }
        }
        division.step(node, Step.CORRIDOR, List.of(percent, factor), blended::quota, result);
        return result;
    }

    private static WaterFilling filling(
            List<Integer> members, Quotas old, Quotas weights, Fraction down, Fraction up) {
        var filling = new WaterFilling(members.size());
        for (var member : members) {
            var was = old.quota(member);
            filling.add(
                    weights.quota(member),
                    was.times(down),
                    was.signum() == 0 ? null : was.times(up));
        }
        return filling;
    }

    private boolean feasible(
            WaterFilling filling,
            @Nullable Fraction[] floors,
            Rule.Of of,
            Fraction base,
            Node node) {
        var amount = node.amount();
        var percents = Fraction.ZERO;
        for (var floor : floors) {
            percents = percents.plus(floor == null ? Fraction.ZERO : floor);
        }
        // Percentages of the node are compared as such, so that they are refused for a total of 0.
        if (of == Rule.Of.NODE && percents.compareTo(Fraction.HUNDRED) > 0) {
            division.refuse(
                    AllocationException.floorsTooHigh(
                            node.field("floor"), percents, Fraction.HUNDRED));
            return false;
        }
        if (filling.lowest().compareTo(amount) > 0) {
            division.refuse(
                    AllocationException.floorsTooHigh(
                            node.field("floor"), percents, percentOf(amount, base)));
            return false;
        }
        var highest = filling.highest();
        if (highest != null && amount.signum() > 0 && highest.compareTo(amount) < 0) {
            division.refuse(
                    AllocationException.capsTooLow(
                            node.field("cap"), percentOf(highest, base), percentOf(amount, base)));
            return false;
        }
        return true;
    }

    private @Nullable Fraction[] limits(
            Limit limit, @Nullable Fraction absent, String place, List<Integer> members) {
        var result = new @Nullable Fraction[members.size()];
        if (limit instanceof Limit.PerParty(var percents)) {
            division.usable(percents, place, members);
        }
        if (limit instanceof Limit.Same(var percent) && percent.signum() < 0) {
            division.refuse(AllocationException.negativePart(place, percent));
        }
        for (var index = 0; index < members.size(); index++) {
            result[index] =
                    switch (limit) {
                        case Limit.None _ -> absent;
                        case Limit.Same(var percent) -> percent;
                        case Limit.PerParty(var percents) -> {
                            var own = percents.get(division.code(members.get(index)));
                            yield own == null ? absent : own;
                        }
                    };
        }
        return result;
    }

    private static Fraction percentOf(Fraction part, Fraction whole) {
        return whole.signum() == 0 ? Fraction.ZERO : part.times(Fraction.HUNDRED).dividedBy(whole);
    }
}
