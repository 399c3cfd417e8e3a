package id.patungan.allocation;

import id.patungan.allocation.TraceStep.Step;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;

/** The kinds that put parts together, each divided by a rule or among users of its own. */
final class Compositions {

    private final Division division;

    Compositions(Division division) {
        this.division = division;
    }

    /** {@code q = Σ rule_j(T · α_j)}, the α adding to 1. */
    Quotas mix(List<Rule.Part> parts, Node node) {
        var result = division.none();
        var place = node.field("parts");
        var sum = Fraction.ZERO;
        for (var number = 0; number < parts.size(); number++) {
            var share = parts.get(number).share();
            sum = sum.plus(share);
            if (share.signum() < 0) {
                division.refuse(
                        AllocationException.negativePart(place + "[" + number + "].share", share));
            }
        }
        if (!sum.equals(Fraction.HUNDRED)) {
            division.refuse(AllocationException.mixSum(place, sum));
        }
        for (var number = 0; number < parts.size(); number++) {
            var part = parts.get(number);
            var amount = node.amount().times(part.share().percent());
            result.add(
                    division.divide(part.rule(), node.inner("parts[" + number + "].rule", amount)),
                    false);
        }
        division.step(node, Step.MIX, List.of(parts.size()), _ -> null, result);
        return result;
    }

    /** {@code q = standing(F) + usage(T − F)}. */
    Quotas twoPart(Rule.TwoPart rule, Node node) {
        var result = division.none();
        var place = node.field("fixed.amount");
        var remains = node.amount().minus(rule.fixedAmount());
        if (rule.fixedAmount().signum() < 0) {
            division.refuse(AllocationException.negativeAmount(place, rule.fixedAmount()));
            return result;
        }
        if (remains.signum() < 0) {
            division.refuse(
                    AllocationException.residualNegative(place, node.amount(), rule.fixedAmount()));
            return result;
        }
        result.add(
                division.divide(rule.fixedRule(), node.inner("fixed.rule", rule.fixedAmount())),
                false);
        result.add(division.divide(rule.usage(), node.inner("usage.rule", remains)), false);
        division.step(node, Step.TWO_PART, List.of(rule.fixedAmount(), remains), _ -> null, result);
        return result;
    }

    /** {@code q = (1 − λ) · old(T) + λ · new(T)}, kept in a corridor around old(T) if asked. */
    Quotas blend(Rule.Blend rule, Node node) {
        var before = division.refusals();
        var share = rule.shareNew();
        if (share.signum() < 0 || share.compareTo(Fraction.HUNDRED) > 0) {
            division.refuse(AllocationException.shareNew(node.field("share_new"), share));
        }
        var corridor = rule.corridor();
        if (corridor != null && corridor.signum() < 0) {
            division.refuse(AllocationException.negativePart(node.field("corridor"), corridor));
        }
        var old = division.divide(rule.before(), node.inner("old", node.amount()));
        var fresh = division.divide(rule.after(), node.inner("new", node.amount()));
        if (division.refusals() > before) {
            return division.none();
        }
        return between(old, fresh, share, corridor, node);
    }

    /** {@code q = (1 − λ) · old + λ · fresh}, kept in a corridor around old if asked. */
    Quotas between(
            Quotas old, Quotas fresh, Fraction share, @Nullable Fraction corridor, Node node) {
        var result = division.none();
        var keep = Fraction.HUNDRED.minus(share);
        for (var member : node.members()) {
            result.set(
                    member,
                    old.quota(member)
                            .times(keep.percent())
                            .plus(fresh.quota(member).times(share.percent())),
                    null);
        }
        division.step(node, Step.BLEND, List.of(keep, share), old::quota, result);
        return corridor == null
                ? result
                : new Bounds(division).corridor(corridor, old, result, node);
    }

    /** {@code q = Σ c_k / |users_k|} over the segments that a party uses. */
    Quotas sequential(List<Rule.Segment> segments, Node node) {
        var before = division.refusals();
        var sum = Fraction.ZERO;
        for (var number = 0; number < segments.size(); number++) {
            var segment = segments.get(number);
            var place = node.field("segments[" + number + "]");
            sum = sum.plus(segment.amount());
            if (segment.amount().signum() < 0) {
                division.refuse(
                        AllocationException.negativeAmount(place + ".amount", segment.amount()));
            }
            if (segment.users().isEmpty()) {
                division.refuse(AllocationException.noUsers(place + ".users", segment.amount()));
            }
            var users = new LinkedHashMap<String, Fraction>();
            for (var user : segment.users()) {
                if (users.put(user, Fraction.ZERO) != null) {
                    division.refuse(AllocationException.userTwice(place + ".users", user));
                }
            }
            division.named(users, place + ".users", node.members());
        }
        if (!sum.equals(node.amount())) {
            division.refuse(
                    AllocationException.segmentsSum(node.field("segments"), sum, node.amount()));
        }
        if (division.refusals() > before) {
            return division.none();
        }
        var result = division.none();
        for (var number = 0; number < segments.size(); number++) {
            result.add(
                    segment(
                            segments.get(number),
                            node.inner("segments[" + number + "]", segments.get(number).amount())),
                    false);
        }
        division.step(node, Step.SEQUENTIAL, List.of(segments.size()), _ -> null, result);
        return result;
    }

    private Quotas segment(Rule.Segment segment, Node node) {
        var result = division.none();
        var count = segment.users().size();
        var each = node.amount().dividedBy(Fraction.of(count));
        var users = new HashMap<Integer, Fraction>();
        for (var user : segment.users()) {
            users.put(division.at(user), Fraction.ONE);
            result.set(division.at(user), each, null);
        }
        division.step(node, Step.SEGMENT, List.of(count), users::get, result);
        return result;
    }
}
