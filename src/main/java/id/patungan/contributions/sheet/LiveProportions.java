package id.patungan.contributions.sheet;

import id.patungan.allocation.Rule;
import id.patungan.basics.Fraction;
import id.patungan.contributions.sheet.Live.Node;
import id.patungan.contributions.sheet.Live.Result;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** The kinds that divide in proportion to weights: {@code q = T · w / Σw}. */
final class LiveProportions {

    private static final BigInteger EXACT = BigInteger.TEN.pow(15);

    private final Live live;

    LiveProportions(Live live) {
        this.live = live;
    }

    Result equal(Node node) {
        var amount = live.begin("equal", node);
        var ones = Collections.nCopies(node.members().size(), Fraction.ONE);
        return proportional(amount, node, ones, BigInteger.ONE, null, line -> null);
    }

    Result percent(Rule.Percent rule, Node node) {
        var amount = live.begin("percent", node);
        var shares =
                node.members().stream()
                        .map(member -> rule.shares().getOrDefault(code(member), Fraction.ZERO))
                        .toList();
        return proportional(
                amount, node, shares, Live.scale(shares), live.words("percent"), line -> null);
    }

    Result indicator(Rule.ByIndicator rule, Node node) {
        var amount = live.begin("weights", node);
        var figures =
                node.members().stream().map(member -> figure(rule.indicator(), member)).toList();
        return powers(
                amount,
                node,
                figures,
                rule.power(),
                rule.inverse(),
                live.words("figure"),
                line -> live.inputs().figure(rule.indicator(), node.members().get(line)));
    }

    Result weights(Rule.Weights rule, Node node) {
        var amount = live.begin("weights", node);
        var weights =
                node.members().stream()
                        .map(member -> rule.weights().getOrDefault(code(member), Fraction.ZERO))
                        .toList();
        return powers(
                amount,
                node,
                weights,
                rule.power(),
                rule.inverse(),
                live.words("rule-weight"),
                line -> null);
    }

    Result scaledSum(Rule.ScaledSum rule, Node node) {
        var amount = live.begin("scaled-sum", node);
        var names = List.copyOf(rule.indicators().keySet());
        var values = new ArrayList<Fraction>();
        for (var member : node.members()) {
            var sum = Fraction.ZERO;
            for (var name : names) {
                sum =
                        sum.plus(
                                figure(name, member)
                                        .dividedBy(
                                                rule.indicators()
                                                        .getOrDefault(name, Fraction.ONE)));
            }
            values.add(sum);
        }
        var scale = Live.scale(values);
        var divisors = new ArrayList<String>();
        for (var name : names) {
            divisors.add(
                    live.page()
                            .parameter(
                                    live.words("divisor", live.column(name)),
                                    new Entry.Input(
                                            rule.indicators().getOrDefault(name, Fraction.ONE)),
                                    Look.FIGURE));
        }
        var whole = values.stream().map(value -> Live.times(value, scale)).toList();
        return divided(
                amount,
                node,
                Live.magnitude(whole),
                true,
                block -> {
                    block.add(
                            "w",
                            live.words("weight"),
                            Look.FIGURE,
                            true,
                            line -> {
                                var sum = new ArrayList<String>();
                                for (var at = 0; at < names.size(); at++) {
                                    sum.add(
                                            live.inputs()
                                                            .figure(
                                                                    names.get(at),
                                                                    node.members().get(line))
                                                    + "*"
                                                    + scale
                                                    + "/"
                                                    + divisors.get(at));
                                }
                                return Entry.formula("ROUND(%s,6)", String.join("+", sum));
                            });
                    return "w";
                });
    }

    private Fraction figure(String indicator, int member) {
        return live.party(member).figures().getOrDefault(indicator, Fraction.ZERO);
    }

    private String code(int member) {
        return live.party(member).code();
    }

    private Result powers(
            Exact amount,
            Node node,
            List<Fraction> figures,
            int power,
            boolean inverse,
            String heading,
            IntFunction<@Nullable String> cell) {
        if (power == 1 && !inverse) {
            return proportional(amount, node, figures, Live.scale(figures), heading, cell);
        }
        var scale = Live.scale(figures);
        var product = Fraction.ONE;
        var sum = Fraction.ZERO;
        for (var figure : figures) {
            var own = raised(Live.times(figure, scale), power);
            sum = sum.plus(own);
            product = product.times(own);
        }
        var wholeInverse = inverse && product.floor().compareTo(EXACT) < 0;
        var magnitude = inverse ? (wholeInverse ? product : Fraction.ONE) : sum;
        return divided(
                amount,
                node,
                magnitude.times(Fraction.of(inverse ? figures.size() : 1)),
                !inverse || wholeInverse,
                block -> {
                    block.add("x", heading, Look.FIGURE, false, figure(figures, cell));
                    block.add(
                            "p",
                            live.words("power", power),
                            Look.FIGURE,
                            false,
                            line ->
                                    Entry.formula(
                                            String.join(
                                                    "*",
                                                    Collections.nCopies(
                                                            power,
                                                            Live.whole(
                                                                    block.at("x", line), scale)))));
                    if (inverse) {
                        block.add(
                                "w",
                                live.words("inverse"),
                                Look.FIGURE,
                                true,
                                line ->
                                        wholeInverse
                                                ? Entry.formula(
                                                        "PRODUCT(%s)/%s",
                                                        block.range("p"), block.at("p", line))
                                                : Entry.formula("1/%s", block.at("p", line)));
                    } else {
                        block.add(
                                "w",
                                live.words("weight"),
                                Look.FIGURE,
                                true,
                                line -> Entry.formula(block.at("p", line)));
                    }
                    return "w";
                });
    }

    private static Fraction raised(Fraction figure, int power) {
        var result = Fraction.ONE;
        for (var factor = 0; factor < power; factor++) {
            result = result.times(figure);
        }
        return result;
    }

    private static IntFunction<Entry> figure(
            List<Fraction> figures, IntFunction<@Nullable String> cell) {
        return line -> {
            var own = cell.apply(line);
            return own == null ? new Entry.Input(figures.get(line)) : Entry.formula(own);
        };
    }

    /** By figures that stand in the table, as inputs, or in cells elsewhere. */
    private Result proportional(
            Exact amount,
            Node node,
            List<Fraction> figures,
            BigInteger scale,
            @Nullable String heading,
            IntFunction<@Nullable String> cell) {
        var whole = figures.stream().map(figure -> Live.times(figure, scale)).toList();
        return divided(
                amount,
                node,
                Live.magnitude(whole),
                true,
                block -> {
                    if (heading == null) {
                        block.add(
                                "w",
                                live.words("weight"),
                                Look.FIGURE,
                                true,
                                line -> new Entry.Figure(Fraction.ONE));
                        return "w";
                    }
                    block.add("x", heading, Look.FIGURE, true, figure(figures, cell));
                    if (scale.equals(BigInteger.ONE)) {
                        return "x";
                    }
                    block.add(
                            "w",
                            live.words("weight.scaled", scale),
                            Look.FIGURE,
                            true,
                            line -> Entry.formula(Live.whole(block.at("x", line), scale)));
                    return "w";
                });
    }

    /** Adds the columns of the weights and says which one holds them. */
    interface WeightColumns {
        String add(Block block);
    }

    /** The quotas by a column of weights. */
    Result divided(
            Exact amount, Node node, Fraction magnitude, boolean whole, WeightColumns columns) {
        var quotient = new Quotient(live, amount, magnitude, whole);
        var block = live.block(node.members());
        var weight = columns.add(block);
        block.add(
                "share",
                live.words("share"),
                Look.SHARE,
                true,
                line -> Entry.formula("%s/%s", block.at(weight, line), block.sum(weight)));
        quotient.columns(block, "quota", "", line -> block.at(weight, line), block.sum(weight));
        live.write(block);
        var result = live.result(block, "quota", node.members());
        if (!whole) {
            return result;
        }
        var weights = new ArrayList<@Nullable String>();
        live.parties().forEach(party -> weights.add(null));
        for (var line = 0; line < node.members().size(); line++) {
            weights.set(node.members().get(line), block.at(weight, line));
        }
        return new Result(result.quota(), result.written(), result.bound(), weights, magnitude);
    }
}
