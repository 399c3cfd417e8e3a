package id.patungan.contributions.rules.editor;

import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.basics.Fraction;
import id.patungan.parties.Indicators;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Rules to begin from, made for the members at hand. Pure. */
final class Starters {

    /** In the order of the form; their names are in the bundles. */
    static final List<String> NAMES =
            List.of("equal", "population", "area", "mixed", "percent", "fixed", "tiers");

    private static final Fraction SAMPLE = Fraction.of(10_000_000);

    private Starters() {}

    /**
     * The rule of that name, within the document that it becomes part of; equal if there is none.
     */
    static RuleDocument within(RuleDocument around, String name, List<String> members) {
        return new RuleDocument(
                around.name(),
                around.basis(),
                around.tie(),
                around.unit(),
                around.lines(),
                rule(name, members));
    }

    private static Rule rule(String name, List<String> members) {
        return switch (name) {
            case "population" -> new Rule.ByIndicator(Indicators.POPULATION);
            case "area" -> new Rule.ByIndicator(Indicators.AREA);
            case "mixed" ->
                    new Rule.Bounded(
                            new Rule.Limit.Same(Fraction.of(10)),
                            new Rule.Limit.Same(Fraction.of(50)),
                            Rule.Of.NODE,
                            new Rule.Mix(
                                    List.of(
                                            part(40, new Rule.Equal()),
                                            part(40, new Rule.ByIndicator(Indicators.POPULATION)),
                                            part(20, new Rule.ByIndicator(Indicators.AREA)))));
            case "percent" -> new Rule.Percent(percentages(members), false);
            case "fixed" -> fixed(members);
            case "tiers" ->
                    new Rule.Bands(
                            new Rule.Table.ByFigure(
                                    null,
                                    Indicators.POPULATION,
                                    bands(List.of(0, 500_000, 1_000_000)),
                                    false),
                            List.of(),
                            false);
            default -> new Rule.Equal();
        };
    }

    private static Rule.Part part(int share, Rule rule) {
        return new Rule.Part(Fraction.of(share), rule);
    }

    /** Whole percentages that add to 100, to be replaced. */
    private static SequencedMap<String, Fraction> percentages(List<String> members) {
        var shares = new LinkedHashMap<String, Fraction>();
        var left = 100;
        for (var at = 0; at < members.size(); at++) {
            var share = left / (members.size() - at);
            left -= share;
            shares.put(members.get(at), Fraction.of(share));
        }
        return shares;
    }

    private static Rule fixed(List<String> members) {
        var amounts = new LinkedHashMap<String, Fraction>();
        members.stream()
                .limit(Math.max(0, members.size() - 1))
                .forEach(code -> amounts.put(code, SAMPLE));
        var rest = members.isEmpty() ? new Rule.Equal() : new Rule.Only(members.getLast());
        return new Rule.Fixed(amounts, rest, null);
    }

    private static SequencedMap<String, List<Rule.Band>> bands(List<Integer> starts) {
        var bands = new LinkedHashMap<String, List<Rule.Band>>();
        bands.put(
                "",
                starts.stream()
                        .map(from ->
                                new Rule.Band(
                                        Fraction.of(from),
                                        SAMPLE.times(Fraction.of(starts.indexOf(from) + 1))))
                        .toList());
        return bands;
    }
}
