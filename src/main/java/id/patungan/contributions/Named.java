package id.patungan.contributions;

import id.patungan.allocation.Rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** What a rule names: parties, who need not be members, and indicators. */
final class Named {

    private Named() {}

    /** Every party that stands in the rule, in its order. */
    static SequencedSet<String> parties(Rule rule) {
        var found = new LinkedHashSet<String>();
        collectParties(rule, found);
        return found;
    }

    /** Every indicator that stands in the rule, in its order. */
    static SequencedSet<String> indicators(Rule rule) {
        var found = new LinkedHashSet<String>();
        collectIndicators(rule, found);
        return found;
    }

    private static void collectParties(Rule rule, SequencedSet<String> found) {
        switch (rule) {
            case Rule.Equal() -> {}
            case Rule.Percent(var shares, var normalise) -> found.addAll(shares.keySet());
            case Rule.Fixed(var amounts, var rest, var remainderTo) -> {
                found.addAll(amounts.keySet());
                collectParties(rest, found);
                if (remainderTo != null) found.add(remainderTo);
            }
            case Rule.Only(var party) -> found.add(party);
            case Rule.ByIndicator(var indicator) -> {}
            case Rule.Weights(var weights) -> found.addAll(weights.keySet());
            case Rule.Mix(var parts) -> parts.forEach(part -> collectParties(part.rule(), found));
            case Rule.Bounded(var floor, var cap, var of, var inner) -> {
                for (var limit : List.of(floor, cap)) {
                    if (limit instanceof Rule.Limit.PerParty(var percents)) {
                        found.addAll(percents.keySet());
                    }
                }
                collectParties(inner, found);
            }
            case Rule.Pinned(var pins, var rest) -> {
                found.addAll(pins.keySet());
                collectParties(rest, found);
            }
        }
    }

    private static void collectIndicators(Rule rule, SequencedSet<String> found) {
        switch (rule) {
            case Rule.ByIndicator(var indicator) -> found.add(indicator);
            case Rule.Fixed fixed -> collectIndicators(fixed.rest(), found);
            case Rule.Mix mix -> mix.parts().forEach(part -> collectIndicators(part.rule(), found));
            case Rule.Bounded bounded -> collectIndicators(bounded.rule(), found);
            case Rule.Pinned pinned -> collectIndicators(pinned.rest(), found);
            case Rule.Equal equal -> {}
            case Rule.Percent percent -> {}
            case Rule.Only only -> {}
            case Rule.Weights weights -> {}
        }
    }
}
