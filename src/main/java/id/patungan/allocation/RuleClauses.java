package id.patungan.allocation;

import id.patungan.allocation.Rule.Limit;
import id.patungan.allocation.RuleWords.Amount;
import id.patungan.allocation.RuleWords.Indicator;
import id.patungan.allocation.RuleWords.Party;
import id.patungan.basics.Fraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Says of every kind of rule how it divides: a clause that completes "the amount is …", and the
 * clauses within it. What is said of a rule within another becomes part of the sentence about its
 * place: "40 % divided equally".
 */
final class RuleClauses {

    private RuleClauses() {}

    /** A clause with those that belong to it; its key lacks the prefix of the bundles. */
    record Clause(String key, List<Object> arguments, List<Clause> within) {

        /** This clause as part of a sentence. */
        RuleWords.Phrase phrase() {
            return RuleWords.phrase(0, key, arguments.toArray());
        }

        /** The sentence of a place, about the rule that stands there. */
        static Clause at(String key, Clause rule, Object... before) {
            var arguments = new ArrayList<>(Arrays.asList(before));
            arguments.add(rule.phrase());
            return new Clause(key, List.copyOf(arguments), rule.within());
        }
    }

    static Clause of(Rule rule, boolean root) {
        return switch (rule) {
            case Rule.Equal _ -> clause("equal");
            case Rule.Percent(var shares, var normalise) ->
                    clause(
                            normalise ? "percent-normalised" : "percent",
                            List.of(),
                            both(
                                    parties("party-percent", shares, false),
                                    List.of(clause("unnamed"))));
            case Rule.Fixed fixed -> fixed(fixed);
            case Rule.Only(var party) -> clause("only", new Party(party));
            case Rule.ByIndicator(var indicator, var power, var inverse) ->
                    weighed("indicator", power, inverse, List.of(new Indicator(indicator)));
            case Rule.Weights(var weights, var power, var inverse) -> {
                var own = weighed("weights", power, inverse, List.of());
                yield clause(own.key(), own.arguments(), parties("party-weight", weights, false));
            }
            case Rule.ScaledSum(var indicators) -> scaled(indicators);
            case Rule.Mix(var parts) ->
                    clause(
                            "mix",
                            List.of(parts.size()),
                            parts.stream()
                                    .map(part ->
                                            Clause.at("part", of(part.rule(), false), part.share()))
                                    .toList());
            case Rule.TwoPart(var amount, var standing, var usage) ->
                    clause(
                            "two-part",
                            List.of(),
                            List.of(
                                    Clause.at(
                                            "two-part-fixed",
                                            of(standing, false),
                                            new Amount(amount)),
                                    Clause.at("two-part-usage", of(usage, false))));
            case Rule.Blend blend -> blend(blend);
            case Rule.Bounded bounded -> bounded(bounded, root);
            case Rule.Pinned(var pins, var rest) ->
                    clause(
                            "pinned",
                            List.of(),
                            both(parties("party-percent", pins, false), List.of(rest(rest))));
            case Rule.Sequential(var segments) ->
                    clause("sequential", List.of(), segments(segments, true));
            case Rule.Rate rate -> TariffClauses.rate(rate);
            case Rule.Bands bands -> TariffClauses.bands(bands);
            case Rule.Game game -> GameClauses.of(game);
            case Rule.Credited(var credits, var credited) -> {
                var inner = of(credited, root);
                yield clause(
                        "credited",
                        List.of(inner.phrase()),
                        both(
                                credits.entrySet().stream().map(RuleClauses::credit).toList(),
                                inner.within()));
            }
        };
    }

    private static Clause fixed(Rule.Fixed fixed) {
        var within = new ArrayList<>(parties("party-amount", fixed.amounts(), true));
        within.add(rest(fixed.rest()));
        if (fixed.remainderTo() != null) {
            within.add(clause("remainder-to", new Party(fixed.remainderTo())));
        }
        return clause("fixed", List.of(), within);
    }

    private static Clause rest(Rule rest) {
        return Clause.at(rest instanceof Rule.Only ? "rest-only" : "rest", of(rest, false));
    }

    private static Clause weighed(String key, int power, boolean inverse, List<Object> before) {
        var arguments = new ArrayList<>(before);
        if (power != 1) {
            arguments.add(power);
        }
        return clause(
                key + (inverse ? "-inverse" : "") + (power == 1 ? "" : "-power"),
                arguments,
                List.of());
    }

    private static Clause scaled(Map<String, Fraction> indicators) {
        return clause(
                "scaled-sum",
                List.of(),
                indicators.entrySet().stream()
                        .map(entry ->
                                clause(
                                        "scaled-unit",
                                        new Indicator(entry.getKey()),
                                        entry.getValue()))
                        .toList());
    }

    private static Clause blend(Rule.Blend blend) {
        var within = new ArrayList<Clause>();
        within.add(
                Clause.at(
                        "blend-old",
                        of(blend.before(), false),
                        Fraction.HUNDRED.minus(blend.shareNew())));
        within.add(Clause.at("blend-new", of(blend.after(), false), blend.shareNew()));
        if (blend.corridor() != null) {
            within.add(clause("corridor", blend.corridor()));
        }
        return clause("blend", List.of(), within);
    }

    private static Clause bounded(Rule.Bounded bounded, boolean root) {
        var inner = of(bounded.rule(), false);
        var of =
                RuleWords.phrase(
                        0,
                        bounded.of() == Rule.Of.TOTAL
                                ? "of-total"
                                : root ? "of-amount" : "of-portion");
        var limits = new ArrayList<Clause>();
        own(limits, "party-floor", bounded.floor(), of);
        own(limits, "party-cap", bounded.cap(), of);
        var arguments = new ArrayList<Object>(List.of(inner.phrase()));
        if (bounded.floor() instanceof Limit.Same(var floor)) arguments.add(floor);
        if (bounded.cap() instanceof Limit.Same(var cap)) arguments.add(cap);
        var floored = bounded.floor() instanceof Limit.Same;
        var capped = bounded.cap() instanceof Limit.Same;
        if (floored || capped) arguments.add(of);
        var key = floored ? capped ? "bounded" : "floored" : capped ? "capped" : "bounded-own";
        return clause(key, arguments, both(inner.within(), limits));
    }

    private static void own(List<Clause> limits, String key, Limit limit, RuleWords.Phrase of) {
        if (limit instanceof Limit.PerParty(var percents)) {
            percents.forEach(
                    (party, percent) -> limits.add(clause(key, new Party(party), percent, of)));
        }
    }

    /** Works in segments; each is paid by its users, or only costs them so much in a game. */
    static List<Clause> segments(List<Rule.Segment> segments, boolean parties) {
        return segments.stream()
                .map(segment ->
                        clause(
                                "segment",
                                new Amount(segment.amount()),
                                parties ? named(segment.users()) : segment.users()))
                .toList();
    }

    static List<RuleWords.Party> named(List<String> codes) {
        return codes.stream().map(Party::new).toList();
    }

    private static Clause credit(Map.Entry<String, Fraction> credit) {
        var party = new Party(credit.getKey());
        return credit.getValue().signum() < 0
                ? clause("compensation", party, new Amount(credit.getValue().negated()))
                : clause("credit", party, new Amount(credit.getValue()));
    }

    /** One clause for each party with its figure. */
    static List<Clause> parties(String key, Map<String, Fraction> figures, boolean amounts) {
        return figures.entrySet().stream()
                .map(entry ->
                        clause(
                                key,
                                new Party(entry.getKey()),
                                amounts ? new Amount(entry.getValue()) : entry.getValue()))
                .toList();
    }

    static Clause clause(String key, Object... arguments) {
        return new Clause(key, List.of(arguments), List.of());
    }

    static Clause clause(String key, List<?> arguments, List<Clause> within) {
        return new Clause(key, List.copyOf(arguments), within);
    }

    private static List<Clause> both(List<Clause> first, List<Clause> second) {
        var both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
