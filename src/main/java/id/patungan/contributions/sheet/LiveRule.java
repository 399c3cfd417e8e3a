package id.patungan.contributions.sheet;

import id.patungan.allocation.Rule;
import id.patungan.contributions.sheet.Live.Node;
import id.patungan.contributions.sheet.Live.Result;

/** Writes the formulas of a rule, and of the rules within it, step by step. */
final class LiveRule {

    private final Live live;

    LiveRule(Live live) {
        this.live = live;
    }

    /** The quotas of what reaches a rule. */
    Result divide(Rule rule, Node node) {
        if (node.members().isEmpty()) {
            return live.none();
        }
        return switch (rule) {
            case Rule.Equal _ -> new LiveProportions(live).equal(node);
            case Rule.Percent percent -> new LiveProportions(live).percent(percent, node);
            case Rule.ByIndicator indicator -> new LiveProportions(live).indicator(indicator, node);
            case Rule.Weights weights -> new LiveProportions(live).weights(weights, node);
            case Rule.ScaledSum scaled -> new LiveProportions(live).scaledSum(scaled, node);
            case Rule.Fixed fixed -> new LiveAgreed(live, this).fixed(fixed, node);
            case Rule.Only(var party) -> new LiveAgreed(live, this).only(party, node);
            case Rule.Pinned pinned -> new LiveAgreed(live, this).pinned(pinned, node);
            case Rule.Credited credited -> new LiveAgreed(live, this).credited(credited, node);
            case Rule.Mix mix -> new LiveCompositions(live, this).mix(mix, node);
            case Rule.TwoPart twoPart -> new LiveCompositions(live, this).twoPart(twoPart, node);
            case Rule.Blend blend -> new LiveCompositions(live, this).blend(blend, node);
            case Rule.Sequential(var segments) ->
                    new LiveCompositions(live, this).sequential(segments, node);
            case Rule.Bounded bounded -> new LiveBounds(live, this).bounded(bounded, node);
            case Rule.Rate rate -> new LiveTariffs(live).scaled(rate, node);
            case Rule.Bands bands -> new LiveTariffs(live).scaled(bands, node);
            case Rule.Game game -> LiveGames.game(live, game, node);
        };
    }
}
