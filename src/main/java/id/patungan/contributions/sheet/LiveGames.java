package id.patungan.contributions.sheet;

import id.patungan.allocation.Rule;
import id.patungan.allocation.TraceStep;
import id.patungan.basics.Fraction;
import id.patungan.contributions.sheet.Live.Node;
import id.patungan.contributions.sheet.Live.Result;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Cost games. What follows from a handful of coalitions is calculated in cells; the nucleolus, and
 * the Shapley value of many players, are figures of the program, and said to be so.
 */
final class LiveGames {

    /** 63 coalitions: as many as somebody will follow. */
    private static final int MOST_PLAYERS = 6;

    private final Live live;
    private final LivePlayers players;

    private LiveGames(Live live, LivePlayers players) {
        this.live = live;
        this.players = players;
    }

    /** The quotas of a game. */
    static Result game(Live live, Rule.Game rule, Node node) {
        return new LiveGames(live, new LivePlayers(live, rule.costs(), node)).game(rule, node);
    }

    private Result game(Rule.Game rule, Node node) {
        var frozen =
                rule instanceof Rule.Nucleolus
                        || (rule instanceof Rule.Shapley && players.count() > MOST_PLAYERS);
        if (frozen) {
            return frozen(rule, node);
        }
        var amount = live.begin(rule.kind(), node);
        var table = LiveCoalitions.write(live, players, rule.costs(), rule instanceof Rule.Shapley);
        var own = values(rule, table, amount);
        return players.shared(own, node);
    }

    /** Figures of the program, as they stand in the trace. */
    private Result frozen(Rule.Game rule, Node node) {
        live.begin(rule.kind(), node);
        live.frozen();
        live.page().words(live.words("frozen.words"));
        var results = new HashMap<String, Fraction>();
        for (var step : live.shares().trace()) {
            if (step.place().equals(node.place())
                    && switch (step.step()) {
                        case NUCLEOLUS, SHAPLEY, SHAPLEY_ESTIMATE -> true;
                        default -> false;
                    }) {
                step.lines()
                        .forEach((TraceStep.Line line) -> results.put(line.party(), line.result()));
            }
        }
        var block = live.block(node.members());
        IntFunction<Fraction> quota =
                line ->
                        results.getOrDefault(
                                live.party(node.members().get(line)).code(), Fraction.ZERO);
        block.add(
                "quota.whole",
                live.words("frozen.whole"),
                Look.WHOLE,
                true,
                line -> new Entry.Figure(new Fraction(quota.apply(line).floor(), BigInteger.ONE)));
        block.add(
                "quota.part",
                live.words("part"),
                Look.PART,
                true,
                line ->
                        new Entry.Figure(
                                Fraction.of(
                                        quota.apply(line)
                                                .minus(
                                                        new Fraction(
                                                                quota.apply(line).floor(),
                                                                BigInteger.ONE))
                                                .rounded(Exact.DECIMALS, RoundingMode.HALF_EVEN))));
        live.write(block);
        return live.result(block, "quota", node.members());
    }

    /** By player, in a table with the columns {@code quota.whole} and {@code quota.part}. */
    private Block values(Rule.Game rule, LiveCoalitions table, Exact amount) {
        var all = table.costs().get(players.everybody());
        var scale = table.scale();
        var magnitude = Live.times(table.total(), scale);
        return switch (rule) {
            case Rule.Marginal _ ->
                    weighed(amount, sum(table, true), scale, "added", line -> added(table, line));
            case Rule.StandAlone _ ->
                    weighed(amount, sum(table, false), scale, "alone", line -> alone(table, line));
            case Rule.Shapley _ -> shapley(table, amount, magnitude, all);
            case Rule.Scrb(_, var benefits) -> separable(table, amount, benefits, all);
            case Rule.Nucleolus _ -> throw new IllegalStateException("The nucleolus is frozen");
        };
    }

    private String alone(LiveCoalitions table, int player) {
        return String.valueOf(table.costs().get(LivePlayers.only(player)));
    }

    private String added(LiveCoalitions table, int player) {
        var others = players.everybody();
        others.clear(player);
        var all = table.costs().get(players.everybody());
        return others.isEmpty()
                ? String.valueOf(all)
                : "(%s-%s)".formatted(all, table.costs().get(others));
    }

    /** The sum of the weights now, from the trace. */
    private Fraction sum(LiveCoalitions table, boolean marginal) {
        var wanted = marginal ? TraceStep.Step.MARGINAL : TraceStep.Step.STAND_ALONE;
        return live.shares().trace().stream()
                .filter(step -> step.step() == wanted)
                .map(step -> (Fraction) step.arguments().getFirst())
                .map(sum -> Live.times(sum, table.scale()))
                .reduce(Fraction.ONE, Fraction::max);
    }

    private Block weighed(
            Exact amount,
            Fraction magnitude,
            BigInteger scale,
            String heading,
            IntFunction<String> weight) {
        var quotient = new Quotient(live, amount, magnitude, true);
        var block = players.block();
        block.add(
                "w",
                live.words(heading),
                Look.FIGURE,
                true,
                line -> Entry.formula(Live.whole(weight.apply(line), scale)));
        quotient.columns(block, "quota", "", line -> block.at("w", line), block.sum("w"));
        block.write(live.words("code"), live.words("player"), live.words("sum"));
        return block;
    }

    private Block shapley(
            LiveCoalitions table, Exact amount, Fraction magnitude, @Nullable String all) {
        var orders = LiveCoalitions.factorial(players.count());
        var whole =
                live.page()
                        .parameter(
                                live.words("shapley.whole", orders),
                                Entry.formula(
                                        "%s*%d",
                                        Live.whole(String.valueOf(all), table.scale()), orders),
                                Look.FIGURE);
        var quotient = new Quotient(live, amount, magnitude.times(Fraction.of(orders)), true);
        var block = players.block();
        block.add(
                "w",
                live.words("shapley.sum"),
                Look.FIGURE,
                true,
                line ->
                        Entry.formula(
                                Live.whole(
                                        "SUMPRODUCT(%s,%s)"
                                                .formatted(
                                                        table.block().range("cost"),
                                                        table.block().range("k" + line)),
                                        table.scale())));
        quotient.columns(block, "quota", "", line -> block.at("w", line), whole);
        block.write(live.words("code"), live.words("player"), live.words("sum"));
        return block;
    }

    /** {@code x = T · m / c(N) + T · joint / c(N) · r / Σr}. */
    private Block separable(
            LiveCoalitions table,
            Exact amount,
            @Nullable Map<String, Fraction> benefits,
            @Nullable String all) {
        var scale = table.scale();
        if (benefits != null) {
            var both = new ArrayList<>(benefits.values());
            both.add(new Fraction(BigInteger.ONE, scale));
            scale = Live.scale(both);
        }
        var common = scale;
        var total =
                live.page()
                        .parameter(
                                live.words("grand"),
                                Entry.formula(Live.whole(String.valueOf(all), common)),
                                Look.FIGURE);
        var magnitude = Live.times(table.total(), common);
        var first = new Quotient(live, amount, magnitude.times(Fraction.of(2)), true);
        var own = players.block();
        own.add(
                "m",
                live.words("added"),
                Look.FIGURE,
                true,
                line -> Entry.formula(Live.whole(added(table, line), common)));
        own.add(
                "c",
                live.words("alone"),
                Look.FIGURE,
                true,
                line -> Entry.formula(Live.whole(alone(table, line), common)));
        if (benefits != null) {
            own.add(
                    "b",
                    live.words("benefit"),
                    Look.AMOUNT,
                    true,
                    line ->
                            new Entry.Input(
                                    benefits.getOrDefault(players.name(line), Fraction.ZERO)));
        }
        own.add(
                "r",
                live.words("remaining"),
                Look.FIGURE,
                true,
                line ->
                        Entry.formula(
                                benefits == null ? "%2$s-%3$s" : "MIN(%1$s,%2$s)-%3$s",
                                benefits == null ? "" : Live.whole(own.at("b", line), common),
                                own.at("c", line),
                                own.at("m", line)));
        first.columns(own, "own", live.words("added"), line -> own.at("m", line), total);
        own.write(live.words("code"), live.words("player"), live.words("sum"));
        live.page().skip();
        var second = new Quotient(live, amount, magnitude.times(Fraction.of(2)), true);
        var joint = new Block(live.page(), List.of(new Block.Label("", live.words("joint"))));
        joint.add(
                "w",
                live.words("joint"),
                Look.FIGURE,
                false,
                line -> Entry.formula("%s-%s", total, own.sum("m")));
        second.columns(joint, "quota", "", line -> joint.at("w", line), total);
        joint.write("", live.words("joint"), "");
        var third =
                new Quotient(live, joint.exact("quota", 0), magnitude.times(Fraction.of(4)), true);
        var block = players.block();
        block.add(
                "r",
                live.words("remaining"),
                Look.FIGURE,
                true,
                line -> Entry.formula(own.at("r", line)));
        var sum = "IF(%1$s=0,1,%1$s)".formatted(block.sum("r"));
        third.columns(block, "joint", live.words("joint"), line -> block.at("r", line), sum);
        live.carried(
                block,
                "quota",
                "",
                line -> own.exact("own", line).whole() + "+" + block.exact("joint", line).whole(),
                line ->
                        "("
                                + own.exact("own", line).part()
                                + "+"
                                + block.exact("joint", line).part()
                                + ")");
        block.write(live.words("code"), live.words("player"), live.words("sum"));
        return block;
    }
}
