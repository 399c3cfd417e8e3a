package id.patungan.contributions.sheet;

import id.patungan.allocation.Parties;
import id.patungan.allocation.Rule;
import id.patungan.allocation.Rule.Table;
import id.patungan.basics.Fraction;
import id.patungan.contributions.sheet.Live.Node;
import id.patungan.contributions.sheet.Live.Result;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The kinds that price each party by itself, from rates or from a table of dues. */
final class LiveTariffs {

    private final Live live;

    LiveTariffs(Live live) {
        this.live = live;
    }

    /**
     * A column of prices in a table of its own.
     *
     * @param block with the column {@code price}
     * @param scale by which all prices become whole, as the inputs stand now
     */
    record Prices(Block block, BigInteger scale, Fraction sum) {}

    Prices rate(Rule.Rate rule, List<Integer> members) {
        var indicators = rule.indicators();
        var plus = parameter("plus", rule.plus());
        var min = rule.min() == null ? null : parameter("min", rule.min());
        var max = rule.max() == null ? null : parameter("max", rule.max());
        var common = rule.rate() == null ? null : parameter("rate", rule.rate());
        var block = live.block(members);
        block.add(
                "base",
                live.words("base", live.columns(indicators)),
                Look.FIGURE,
                true,
                line ->
                        Entry.formula(
                                indicators.stream()
                                        .map(name -> live.inputs().figure(name, members.get(line)))
                                        .collect(Collectors.joining("+"))));
        if (common == null) {
            block.add(
                    "rate",
                    live.words("rate"),
                    Look.FIGURE,
                    false,
                    line -> {
                        var own = rule.rates().get(live.party(members.get(line)).code());
                        return own == null ? Entry.blank() : new Entry.Input(own);
                    });
        }
        block.add(
                "price",
                live.words("price"),
                Look.FIGURE,
                true,
                line -> {
                    var rate = common == null ? block.at("rate", line) : common;
                    var price = "%s*%s+%s".formatted(rate, block.at("base", line), plus);
                    if (min != null) price = "MAX(%s,%s)".formatted(min, price);
                    if (max != null) price = "MIN(%s,%s)".formatted(max, price);
                    price = "ROUND(%s,8)".formatted(price);
                    return Entry.formula(
                            common == null
                                    ? "IF(ISNUMBER(%s),%s,0)".formatted(rate, price)
                                    : price);
                });
        live.write(block);
        return prices(block);
    }

    private String parameter(String key, Fraction value) {
        return live.page().parameter(live.words(key), new Entry.Input(value), Look.FIGURE);
    }

    Prices bands(Rule.Bands rule, List<Integer> members) {
        var table =
                switch (rule.table()) {
                    case Table.ByWords words -> words(words);
                    case Table.ByFigure figures -> figures(figures);
                };
        var addOns = addOns(rule);
        var block = live.block(members);
        block.add(
                "table",
                live.words("table"),
                Look.FIGURE,
                true,
                line ->
                        switch (rule.table()) {
                            case Table.ByWords words ->
                                    Entry.formula(
                                            "SUMPRODUCT((%s=%s)*(%s=%s)*%s)",
                                            table.range("category"),
                                            live.inputs().word(words.category(), members.get(line)),
                                            table.range("class"),
                                            live.inputs().word(words.classes(), members.get(line)),
                                            table.range("amount"));
                            case Table.ByFigure figures ->
                                    Entry.formula(lookup(figures, table, members.get(line)));
                        });
        for (var at = 0; at < rule.addOns().size(); at++) {
            var addOn = rule.addOns().get(at);
            var number = at;
            block.add(
                    "add" + at,
                    live.words("add-on", live.column(addOn.indicator())),
                    Look.FIGURE,
                    true,
                    line -> Entry.formula(extra(rule, addOn, addOns, number, members.get(line))));
        }
        block.add(
                "price",
                live.words("price"),
                Look.FIGURE,
                true,
                line -> {
                    var sum = new ArrayList<String>();
                    sum.add(block.at("table", line));
                    for (var at = 0; at < rule.addOns().size(); at++) {
                        sum.add(block.at("add" + at, line));
                    }
                    return Entry.formula("ROUND(%s,8)", String.join("+", sum));
                });
        live.write(block);
        return prices(block);
    }

    private Block words(Table.ByWords words) {
        var rows = new ArrayList<String[]>();
        var amounts = new ArrayList<Fraction>();
        words.amounts()
                .forEach((category, row) ->
                        row.forEach((name, amount) -> {
                            rows.add(new String[] {category, name});
                            amounts.add(amount);
                        }));
        var table = rows(rows.size());
        table.add(
                "category",
                live.column(words.category()),
                Look.TEXT,
                false,
                line -> new Entry.InputText(rows.get(line)[0]));
        table.add(
                "class",
                live.column(words.classes()),
                Look.TEXT,
                false,
                line -> new Entry.InputText(rows.get(line)[1]));
        table.add(
                "amount",
                live.words("dues"),
                Look.AMOUNT,
                false,
                line -> new Entry.Input(amounts.get(line)));
        table.write(live.words("line"), "", "");
        live.page().skip();
        return table;
    }

    private Block figures(Table.ByFigure figures) {
        var categories = new ArrayList<String>();
        var bands = new ArrayList<Rule.Band>();
        figures.bands()
                .forEach((category, own) ->
                        own.forEach(band -> {
                            categories.add(category);
                            bands.add(band);
                        }));
        var table = rows(bands.size());
        table.add(
                "category",
                figures.category() == null
                        ? live.words("category")
                        : live.column(figures.category()),
                Look.TEXT,
                false,
                line -> new Entry.InputText(categories.get(line)));
        table.add(
                "from",
                live.words("band-from"),
                Look.FIGURE,
                false,
                line -> new Entry.Input(bands.get(line).from()));
        table.add(
                "next",
                live.words("band-next"),
                Look.FIGURE,
                false,
                line ->
                        line + 1 < bands.size()
                                        && categories.get(line).equals(categories.get(line + 1))
                                ? Entry.formula(table.at("from", line + 1))
                                : Entry.formula("1E+99"));
        table.add(
                "amount",
                live.words("dues"),
                Look.AMOUNT,
                false,
                line -> new Entry.Input(bands.get(line).amount()));
        table.write(live.words("line"), "", "");
        live.page().skip();
        return table;
    }

    private String lookup(Table.ByFigure figures, Block table, int member) {
        var figure = live.inputs().figure(figures.indicator(), member);
        var own =
                figures.category() == null
                        ? "(%s<=%s)".formatted(table.range("from"), figure)
                        : "(%s=%s)*(%s<=%s)"
                                .formatted(
                                        table.range("category"),
                                        live.inputs().word(figures.category(), member),
                                        table.range("from"),
                                        figure);
        return figures.slab()
                ? "SUMPRODUCT(%1$s*((%2$s<%3$s)*(%2$s-%4$s)+(%2$s>=%3$s)*(%3$s-%4$s))*%5$s)"
                        .formatted(
                                own,
                                figure,
                                table.range("next"),
                                table.range("from"),
                                table.range("amount"))
                : "SUMPRODUCT(%s*(%s>%s)*%s)"
                        .formatted(own, table.range("next"), figure, table.range("amount"));
    }

    private @Nullable Block addOns(Rule.Bands rule) {
        if (rule.addOns().isEmpty()) return null;
        var table = rows(rule.addOns().size());
        table.add(
                "category",
                live.words("category"),
                Look.TEXT,
                false,
                line -> {
                    var category = rule.addOns().get(line).category();
                    return category == null ? Entry.blank() : new Entry.InputText(category);
                });
        table.add(
                "included",
                live.words("included"),
                Look.FIGURE,
                false,
                line -> new Entry.Input(rule.addOns().get(line).included()));
        table.add(
                "price",
                live.words("add-on-price"),
                Look.AMOUNT,
                false,
                line -> {
                    var price = rule.addOns().get(line).price();
                    return price == null ? Entry.blank() : new Entry.Input(price);
                });
        table.write(live.words("line"), "", "");
        live.page().skip();
        return table;
    }

    private String extra(
            Rule.Bands rule, Rule.AddOn addOn, @Nullable Block table, int number, int member) {
        if (table == null || !live.party(member).figures().containsKey(addOn.indicator())) {
            return "0";
        }
        var figure = live.inputs().figure(addOn.indicator(), member);
        var beyond = "MAX(0,%s-%s)".formatted(figure, table.at("included", number));
        var price = table.at("price", number);
        // More than included at no price is not to be had: the engine refuses, the sheet errs
        var extra = "IF(%1$s=0,0,IF(ISNUMBER(%2$s),%1$s*%2$s,NA()))".formatted(beyond, price);
        var column =
                switch (rule.table()) {
                    case Table.ByWords words -> words.category();
                    case Table.ByFigure figures -> figures.category();
                };
        if (addOn.category() == null) return extra;
        return column == null
                ? "0"
                : "IF(%s=%s,%s,0)"
                        .formatted(
                                live.inputs().word(column, member),
                                table.at("category", number),
                                extra);
    }

    private Block rows(int count) {
        var labels = new ArrayList<Block.Label>();
        for (var at = 1; at <= count; at++) {
            labels.add(new Block.Label(Integer.toString(at), ""));
        }
        return new Block(live.page(), labels);
    }

    /** What the prices are now, for the number of digits that formulas need. */
    private Prices prices(Block block) {
        var scale = BigInteger.ONE;
        var sum = Fraction.ZERO;
        for (var step : live.shares().trace()) {
            if (step.step() == id.patungan.allocation.TraceStep.Step.RATE
                    || step.step() == id.patungan.allocation.TraceStep.Step.BANDS) {
                var own = Live.scale(step.lines().stream().map(one -> one.result()).toList());
                scale = scale.max(own);
                sum =
                        sum.max(
                                Live.magnitude(
                                        step.lines().stream().map(one -> one.result()).toList()));
            }
        }
        return new Prices(block, scale, sum);
    }

    Result scaled(Rule.Rate rule, Node node) {
        var amount = live.begin("rate", node);
        return scaled(rate(rule, node.members()), amount, node);
    }

    Result scaled(Rule.Bands rule, Node node) {
        var amount = live.begin("bands", node);
        return scaled(bands(rule, node.members()), amount, node);
    }

    private Result scaled(Prices prices, Exact amount, Node node) {
        live.page().skip();
        live.page().words(live.words("scaled"));
        var magnitude = Live.times(prices.sum(), prices.scale());
        return new LiveProportions(live)
                .divided(
                        amount,
                        node,
                        magnitude,
                        magnitude.isInteger(),
                        block -> {
                            block.add(
                                    "w",
                                    live.words("weight"),
                                    Look.FIGURE,
                                    true,
                                    line ->
                                            Entry.formula(
                                                    Live.whole(
                                                            prices.block().at("price", line),
                                                            prices.scale())));
                            return "w";
                        });
    }

    /** All of the parties, in the order of the list. */
    static List<Integer> everybody(List<Parties.Party> parties) {
        var all = new ArrayList<Integer>();
        for (var at = 0; at < parties.size(); at++) {
            all.add(at);
        }
        return all;
    }
}
