package id.patungan.allocation;

import static id.patungan.allocation.RuleClauses.clause;

import id.patungan.allocation.Rule.Table;
import id.patungan.allocation.RuleClauses.Clause;
import id.patungan.allocation.RuleWords.Amount;
import id.patungan.allocation.RuleWords.Indicator;
import id.patungan.allocation.RuleWords.Party;
import id.patungan.allocation.RuleWords.Price;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Says how price lists charge. */
final class TariffClauses {

    private TariffClauses() {}

    static Clause rate(Rule.Rate rule) {
        var figures = rule.indicators().stream().map(Indicator::new).toList();
        var within = new ArrayList<Clause>();
        var key = "rate";
        List<Object> arguments = new ArrayList<>(List.of(figures));
        if (rule.rate() == null) {
            key = "rates";
            rule.rates().forEach((party, rate) -> within.add(own(party, rate)));
            within.add(clause("unnamed"));
        } else {
            arguments.addFirst(rule.rate());
        }
        if (rule.plus().signum() < 0) {
            within.add(clause("minus", new Amount(rule.plus().negated())));
        } else if (rule.plus().signum() > 0) {
            within.add(clause("plus", new Amount(rule.plus())));
        }
        bound(within, "at-least", rule.min());
        bound(within, "at-most", rule.max());
        within.add(clause(rule.scale() ? "scaled" : "own-total"));
        return clause(key, arguments, within);
    }

    /** A rate above 1 is a price of each unit, which nobody says in percent. */
    private static Clause own(String party, Fraction rate) {
        return rate.compareTo(Fraction.ONE) > 0
                ? clause("party-rate", new Party(party), rate)
                : clause(
                        "party-rate-percent", new Party(party), rate, rate.times(Fraction.HUNDRED));
    }

    private static void bound(List<Clause> within, String key, @Nullable Fraction amount) {
        if (amount != null) {
            within.add(clause(key, new Amount(amount)));
        }
    }

    static Clause bands(Rule.Bands rule) {
        var within = new ArrayList<Clause>();
        var table =
                switch (rule.table()) {
                    case Table.ByWords(var category, var classes, var amounts) -> {
                        amounts.forEach((name, row) -> {
                            var prices = new ArrayList<Price>();
                            row.forEach((word, amount) ->
                                    prices.add(new Price(word, new Amount(amount))));
                            within.add(clause("row", name, prices));
                        });
                        yield clause("bands", new Indicator(category), new Indicator(classes));
                    }
                    case Table.ByFigure(var category, var indicator, var bands, var slab) -> {
                        var figure = new Indicator(indicator);
                        bands.forEach((name, list) -> {
                            var lines = lines(list, figure, slab);
                            if (category == null) {
                                within.addAll(lines);
                            } else {
                                within.add(clause("category", List.of(name), lines));
                            }
                        });
                        yield category == null
                                ? clause("bands-figure", figure)
                                : clause("bands-category", new Indicator(category), figure);
                    }
                };
        rule.addOns().forEach(addOn -> within.add(addOn(addOn)));
        within.add(clause(rule.scale() ? "scaled" : "own-total"));
        return clause(table.key(), table.arguments(), within);
    }

    private static List<Clause> lines(List<Rule.Band> bands, Indicator figure, boolean slab) {
        var lines = new ArrayList<Clause>();
        for (var at = 0; at < bands.size(); at++) {
            var band = bands.get(at);
            var amount = new Amount(band.amount());
            var key = slab ? "slab" : "band";
            lines.add(
                    at + 1 < bands.size()
                            ? clause(key, figure, band.from(), bands.get(at + 1).from(), amount)
                            : clause(key + "-last", figure, band.from(), amount));
        }
        return lines;
    }

    private static Clause addOn(Rule.AddOn addOn) {
        var arguments = new ArrayList<Object>();
        arguments.add(new Indicator(addOn.indicator()));
        arguments.add(addOn.included());
        if (addOn.price() != null) arguments.add(new Amount(addOn.price()));
        var key = addOn.price() == null ? "included" : "add-on";
        if (addOn.category() == null) {
            return clause(key, arguments, List.of());
        }
        arguments.addFirst(addOn.category());
        return clause(key + "-category", arguments, List.of());
    }
}
