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
            case Rule.Percent percent -> found.addAll(percent.shares().keySet());
            case Rule.Fixed fixed -> found.addAll(fixed.amounts().keySet());
            case Rule.Only only -> found.add(only.party());
            case Rule.Weights weights -> found.addAll(weights.weights().keySet());
            case Rule.Bounded bounded -> {
                for (var limit : List.of(bounded.floor(), bounded.cap())) {
                    if (limit instanceof Rule.Limit.PerParty(var percents)) {
                        found.addAll(percents.keySet());
                    }
                }
            }
            case Rule.Pinned pinned -> found.addAll(pinned.pins().keySet());
            case Rule.Sequential(var segments) ->
                    segments.forEach(segment -> found.addAll(segment.users()));
            case Rule.Rate rate -> found.addAll(rate.rates().keySet());
            case Rule.Credited credited -> found.addAll(credited.credits().keySet());
            case Rule.Game game -> found.addAll(game.costs().parties());
            case Rule.Equal _, Rule.ByIndicator _, Rule.ScaledSum _, Rule.Mix _ -> {}
            case Rule.TwoPart _, Rule.Blend _, Rule.Bands _ -> {}
        }
        rule.inner().forEach(inner -> collectParties(inner.rule(), found));
        if (rule instanceof Rule.Fixed fixed && fixed.remainderTo() != null) {
            found.add(fixed.remainderTo());
        }
    }

    private static void collectIndicators(Rule rule, SequencedSet<String> found) {
        switch (rule) {
            case Rule.ByIndicator indicator -> found.add(indicator.indicator());
            case Rule.ScaledSum scaled -> found.addAll(scaled.indicators().keySet());
            case Rule.Rate rate -> found.addAll(rate.indicators());
            case Rule.Bands bands -> {
                if (bands.table() instanceof Rule.Table.ByFigure figures) {
                    found.add(figures.indicator());
                }
                bands.addOns().forEach(addOn -> found.add(addOn.indicator()));
            }
            case Rule.Equal _, Rule.Percent _, Rule.Fixed _, Rule.Only _, Rule.Weights _ -> {}
            case Rule.Mix _, Rule.TwoPart _, Rule.Blend _, Rule.Bounded _, Rule.Pinned _ -> {}
            case Rule.Sequential _, Rule.Credited _, Rule.Game _ -> {}
        }
        rule.inner().forEach(inner -> collectIndicators(inner.rule(), found));
    }
}
