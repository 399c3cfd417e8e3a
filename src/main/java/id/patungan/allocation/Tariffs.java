package id.patungan.allocation;

import id.patungan.allocation.Rule.AddOn;
import id.patungan.allocation.Rule.Band;
import id.patungan.allocation.Rule.Table;
import id.patungan.allocation.TraceStep.Step;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The kinds that price each party by itself. The prices are the result; only if the rule says so
 * are they weights by which a given amount is divided.
 */
final class Tariffs {

    private final Division division;

    Tariffs(Division division) {
        this.division = division;
    }

    Quotas scaled(Rule.Rate rule, Node node) {
        return scaled(rule, prices(rule, node), node);
    }

    Quotas scaled(Rule.Bands rule, Node node) {
        return scaled(rule, prices(rule, node), node);
    }

    private Quotas scaled(Rule rule, Quotas prices, Node node) {
        if (rule.ownTotal()) {
            division.refuse(AllocationException.ownTotal(node.place(), rule.kind(), node.amount()));
            return division.none();
        }
        var weights = new HashMap<Integer, Fraction>();
        for (var member : node.members()) {
            weights.put(member, prices.quota(member));
        }
        return new Proportions(division)
                .proportional(weights, node.place(), Step.SCALED, List.of(), node);
    }

    /** {@code price = rate · Σ figures + plus}, between min and max. */
    Quotas prices(Rule.Rate rule, Node node) {
        var result = division.none();
        var before = division.refusals();
        var rate = rule.rate();
        if (rate != null && rate.signum() < 0) {
            division.refuse(AllocationException.negativeAmount(node.field("rate"), rate));
        }
        division.usable(rule.rates(), node.field("rates"), node.members());
        var min = rule.min();
        var max = rule.max();
        if (min != null && max != null && min.compareTo(max) > 0) {
            division.refuse(AllocationException.minAboveMax(node.field("min"), min, max));
        }
        var bases = new HashMap<Integer, Fraction>();
        for (var member : node.members()) {
            var own = rate == null ? rule.rates().get(division.code(member)) : rate;
            if (own == null) {
                continue;
            }
            var base = base(rule, member, node);
            bases.put(member, base);
            var price = own.times(base).plus(rule.plus());
            price = min == null ? price : price.max(min);
            price = max == null ? price : price.min(max);
            if (price.signum() < 0) {
                division.refuse(
                        AllocationException.negativePrice(
                                node.place(), division.code(member), price));
            }
            result.set(member, price, null);
        }
        if (division.refusals() == before) {
            division.step(
                    node,
                    Step.RATE,
                    List.of(columns(rule), Division.sum(result.all())),
                    bases::get,
                    result);
        }
        return result;
    }

    private static RuleWords.Sum columns(Rule.Rate rule) {
        var columns = new LinkedHashMap<String, @Nullable Fraction>();
        rule.indicators().forEach(indicator -> columns.put(indicator, null));
        return new RuleWords.Sum(columns);
    }

    private Fraction base(Rule.Rate rule, int member, Node node) {
        var sum = Fraction.ZERO;
        for (var indicator : rule.indicators()) {
            var figure = division.figure(member, indicator, node.field("indicators"));
            sum = figure == null ? sum : sum.plus(figure);
        }
        return sum;
    }

    /** {@code price = table + Σ (figure − included) · price of an add-on}. */
    Quotas prices(Rule.Bands rule, Node node) {
        var result = division.none();
        var before = division.refusals();
        validate(rule, node);
        if (division.refusals() > before) {
            return result;
        }
        for (var member : node.members()) {
            var price =
                    switch (rule.table()) {
                        case Table.ByWords words -> amount(words, member, node);
                        case Table.ByFigure figures -> amount(figures, member, node);
                    };
            for (var number = 0; price != null && number < rule.addOns().size(); number++) {
                var addOn = rule.addOns().get(number);
                var extra = extra(addOn, category(rule.table()), member, node, number);
                price = price.plus(extra);
            }
            if (price != null) {
                result.set(member, price, null);
            }
        }
        if (division.refusals() == before) {
            division.step(node, Step.BANDS, List.of(Division.sum(result.all())), _ -> null, result);
        }
        return result;
    }

    private void validate(Rule.Bands rule, Node node) {
        switch (rule.table()) {
            case Table.ByWords(_, _, var amounts) ->
                    amounts.forEach((category, row) ->
                            row.forEach((name, amount) ->
                                    positive(
                                            node.field("table." + category + "." + name), amount)));
            case Table.ByFigure figures ->
                    figures.bands().forEach((category, bands) -> rising(category, bands, node));
        }
        for (var number = 0; number < rule.addOns().size(); number++) {
            var addOn = rule.addOns().get(number);
            var place = node.field("add-ons[" + number + "]");
            positive(place + ".included", addOn.included());
            if (addOn.price() != null) {
                positive(place + ".price", addOn.price());
            }
        }
    }

    private void positive(String place, Fraction amount) {
        if (amount.signum() < 0) {
            division.refuse(AllocationException.negativeAmount(place, amount));
        }
    }

    private void rising(String category, List<Band> bands, Node node) {
        var place = node.field(category.isEmpty() ? "bands" : "table." + category);
        for (var number = 0; number < bands.size(); number++) {
            var band = bands.get(number);
            positive(place + "[" + number + "].amount", band.amount());
            if (number > 0 && band.from().compareTo(bands.get(number - 1).from()) <= 0) {
                division.refuse(
                        AllocationException.bandsOrder(
                                place + "[" + number + "].from",
                                band.from(),
                                bands.get(number - 1).from()));
            }
        }
    }

    private @Nullable Fraction amount(Table.ByWords table, int member, Node node) {
        var category = word(member, table.category(), node.field("category"));
        var name = word(member, table.classes(), node.field("class"));
        if (category == null || name == null) {
            return null;
        }
        var row = table.amounts().get(category);
        var amount = row == null ? null : row.get(name);
        if (amount == null) {
            division.refuse(
                    AllocationException.notInTable(
                            node.field(row == null ? "table" : "table." + category),
                            division.code(member),
                            category + ", " + name));
        }
        return amount;
    }

    private @Nullable Fraction amount(Table.ByFigure table, int member, Node node) {
        var category =
                table.category() == null
                        ? ""
                        : word(member, table.category(), node.field("category"));
        var figure = division.figure(member, table.indicator(), node.field("indicator"));
        if (category == null || figure == null) {
            return null;
        }
        var bands = table.bands().get(category);
        if (bands == null) {
            division.refuse(
                    AllocationException.notInTable(
                            node.field("table"), division.code(member), category));
            return null;
        }
        if (bands.isEmpty() || figure.compareTo(bands.getFirst().from()) < 0) {
            division.refuse(
                    AllocationException.belowBands(
                            node.field(category.isEmpty() ? "bands" : "table." + category),
                            division.code(member),
                            table.indicator(),
                            figure));
            return null;
        }
        var amount = Fraction.ZERO;
        for (var number = 0; number < bands.size(); number++) {
            var band = bands.get(number);
            if (figure.compareTo(band.from()) < 0) {
                break;
            }
            var next = number + 1 < bands.size() ? bands.get(number + 1).from() : figure;
            amount =
                    table.slab()
                            ? amount.plus(band.amount().times(figure.min(next).minus(band.from())))
                            : band.amount();
        }
        return amount;
    }

    private Fraction extra(
            AddOn addOn, @Nullable String categories, int member, Node node, int number) {
        if (addOn.category() != null
                && (categories == null || !addOn.category().equals(word(member, categories)))) {
            return Fraction.ZERO;
        }
        var place = node.field("add-ons[" + number + "]");
        var figure = division.figure(member, addOn.indicator(), place + ".indicator");
        if (figure == null || figure.compareTo(addOn.included()) <= 0) {
            return Fraction.ZERO;
        }
        if (addOn.price() == null) {
            division.refuse(
                    AllocationException.moreThanIncluded(
                            place,
                            division.code(member),
                            addOn.indicator(),
                            figure,
                            addOn.included()));
            return Fraction.ZERO;
        }
        return figure.minus(addOn.included()).times(addOn.price());
    }

    private static @Nullable String category(Table table) {
        return switch (table) {
            case Table.ByWords words -> words.category();
            case Table.ByFigure figures -> figures.category();
        };
    }

    private @Nullable String word(int member, String column, String place) {
        var word = word(member, column);
        if (word == null) {
            division.refuse(AllocationException.missingWord(place, division.code(member), column));
        }
        return word;
    }

    /** A column in which every class happens to be a number, such as 1 to 4, is read as figures. */
    private @Nullable String word(int member, String column) {
        var party = division.party(member);
        Map<String, Fraction> figures = party.figures();
        var word = party.words().get(column);
        var figure = figures.get(column);
        return word == null && figure != null ? figure.toShortText() : word;
    }
}
