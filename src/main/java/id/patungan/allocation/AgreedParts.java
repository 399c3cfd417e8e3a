package id.patungan.allocation;

import id.patungan.allocation.Shares.Bound;
import id.patungan.allocation.TraceStep.Step;
import id.patungan.basics.Fraction;

import java.util.List;
import java.util.Map;

/** The kinds whose parts stand in the rule itself: who pays how much, or which percentage. */
final class AgreedParts {

    private final Division division;

    AgreedParts(Division division) {
        this.division = division;
    }

    /** {@code q = T / n}. */
    Quotas equal(Node node) {
        var result = division.none();
        var count = node.members().size();
        var each = node.amount().dividedBy(Fraction.of(count));
        for (var member : node.members()) {
            result.set(member, each, null);
        }
        division.step(node, Step.EQUAL, List.of(count), _ -> null, result);
        return result;
    }

    /** {@code q = T · p / Σp}, where Σp is 100 unless it may be something else. */
    Quotas percent(Rule.Percent rule, Node node) {
        var result = division.none();
        var place = node.field("shares");
        if (!division.usable(rule.shares(), place, node.members())) {
            return result;
        }
        var sum = Division.sum(rule.shares().values());
        if (rule.normalise() ? sum.signum() == 0 : !sum.equals(Fraction.HUNDRED)) {
            division.refuse(
                    rule.normalise()
                            ? AllocationException.percentZero(place)
                            : AllocationException.percentSum(place, sum));
            return result;
        }
        rule.shares()
                .forEach((party, share) ->
                        result.set(
                                division.at(party),
                                node.amount().times(share).dividedBy(sum),
                                null));
        division.step(
                node,
                sum.equals(Fraction.HUNDRED) ? Step.PERCENT : Step.PERCENT_NORMALISED,
                List.of(sum),
                member -> rule.shares().getOrDefault(division.code(member), Fraction.ZERO),
                result);
        return result;
    }

    /** {@code s = a} as written for those named; the rest of T by another rule. */
    Quotas fixed(Rule.Fixed rule, Node node) {
        var result = division.none();
        var place = node.field("amounts");
        var usable = division.usable(rule.amounts(), place, node.members());
        usable = division.payable(rule.amounts(), place) && usable;
        if (rule.remainderTo() != null && !division.knows(rule.remainderTo())) {
            division.refuse(
                    AllocationException.unknownParty(
                            node.field("remainder_to"), rule.remainderTo()));
            usable = false;
        }
        var sum = Division.sum(rule.amounts().values());
        if (usable && node.amount().compareTo(sum) < 0) {
            division.refuse(AllocationException.residualNegative(place, node.amount(), sum));
            usable = false;
        }
        if (!usable) {
            return result;
        }
        rule.amounts().forEach((party, fixed) -> result.write(division.at(party), fixed));
        var remains = node.amount().minus(sum);
        division.step(
                node,
                Step.FIXED,
                List.of(sum, remains),
                member -> rule.amounts().get(division.code(member)),
                result);
        var others = division.without(node.members(), rule.amounts());
        result.add(
                division.divide(rule.rest(), new Node(node.field("rest"), remains, others)), true);
        return result;
    }

    /** {@code s = T} for one. */
    Quotas only(String party, Node node) {
        var result = division.none();
        var named = Map.of(party, Fraction.ZERO);
        if (division.usable(named, node.field("party"), node.members())) {
            result.set(division.at(party), node.amount(), null);
            division.step(node, Step.ONLY, List.of(new RuleWords.Party(party)), _ -> null, result);
        }
        return result;
    }

    /** {@code q = T · p / 100} for those pinned; what remains by another rule. */
    Quotas pinned(Rule.Pinned rule, Node node) {
        var result = division.none();
        var place = node.field("pins");
        if (!division.usable(rule.pins(), place, node.members())) {
            return result;
        }
        var sum = Division.sum(rule.pins().values());
        if (sum.compareTo(Fraction.HUNDRED) > 0) {
            division.refuse(AllocationException.pinsTooHigh(place, sum));
            return result;
        }
        rule.pins()
                .forEach((party, pin) ->
                        result.set(
                                division.at(party), node.amount().times(pin.percent()), Bound.PIN));
        var remains = node.amount().minus(node.amount().times(sum.percent()));
        division.step(
                node,
                Step.PINNED,
                List.of(sum, remains),
                member -> rule.pins().get(division.code(member)),
                result);
        var others = division.without(node.members(), rule.pins());
        result.add(
                division.divide(rule.rest(), new Node(node.field("rest"), remains, others)), true);
        return result;
    }

    /** {@code q = c + rule(T − Σc)}: what was given in kind stands as written in its share. */
    Quotas credited(Rule.Credited rule, Node node) {
        var place = node.field("credits");
        var usable = division.named(rule.credits(), place, node.members());
        usable = division.payable(rule.credits(), place) && usable;
        var sum = Division.sum(rule.credits().values());
        var remains = node.amount().minus(sum);
        if (usable && remains.signum() < 0) {
            division.refuse(AllocationException.creditsTooHigh(place, node.amount(), sum));
            usable = false;
        }
        if (!usable) {
            return division.none();
        }
        var result = division.divide(rule.rule(), new Node(node.place(), remains, node.members()));
        rule.credits().forEach((party, credit) -> result.credit(division.at(party), credit));
        division.step(
                node,
                Step.CREDITS,
                List.of(sum, remains),
                member -> rule.credits().get(division.code(member)),
                result);
        return result;
    }
}
