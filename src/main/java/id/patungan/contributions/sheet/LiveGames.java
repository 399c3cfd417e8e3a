package id.patungan.contributions.sheet;

import id.patungan.allocation.Costs;
import id.patungan.allocation.Rule;
import id.patungan.allocation.TraceStep;
import id.patungan.basics.Fraction;
import id.patungan.contributions.sheet.Live.Node;
import id.patungan.contributions.sheet.Live.Result;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Cost games. What follows from a handful of coalitions is calculated in cells; the nucleolus, and
 * the Shapley value of many players, are figures of the program, and said to be so.
 */
final class LiveGames {

    /** 63 coalitions: as many as somebody will follow. */
    private static final int MOST_PLAYERS = 6;

    private final Live live;
    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> players = new HashMap<>();
    private final List<List<Integer>> seats = new ArrayList<>();

    LiveGames(Live live) {
        this.live = live;
    }

    Result game(Rule.Game rule, Node node) {
        seat(rule.costs(), node);
        var frozen =
                rule instanceof Rule.Nucleolus
                        || (rule instanceof Rule.Shapley && names.size() > MOST_PLAYERS);
        if (frozen) {
            return frozen(rule, node);
        }
        var amount = live.begin(rule.kind(), node);
        var table = coalitions(rule.costs(), rule instanceof Rule.Shapley);
        var own = values(rule, table, amount);
        return shared(own, node);
    }

    private void seat(Costs costs, Node node) {
        var sorted = new TreeMap<String, List<Integer>>();
        for (var member : node.members()) {
            var code = live.party(member).code();
            if (costs.classes().isEmpty()) {
                sorted.put(code, List.of(member));
            }
            costs.classes()
                    .forEach((name, parties) -> {
                        if (parties.contains(code)) {
                            sorted.computeIfAbsent(name, key -> new ArrayList<>()).add(member);
                        }
                    });
        }
        sorted.forEach((name, members) -> {
            players.put(name, names.size());
            names.add(name);
            seats.add(members);
        });
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

    /**
     * The costs of coalitions.
     *
     * @param costs the cell of each
     * @param scale by which all become whole
     * @param total what all pay together, as the inputs stand now
     */
    private record Coalitions(
            Block block, Map<BitSet, String> costs, BigInteger scale, Fraction total) {}

    private Coalitions coalitions(Costs costs, boolean all) {
        var rows = new ArrayList<BitSet>();
        var count = names.size();
        if (all) {
            for (var mask = 1; mask < 1 << count; mask++) {
                rows.add(BitSet.valueOf(new long[] {mask}));
            }
        } else {
            for (var player = 0; player < count; player++) {
                addOnce(rows, only(player));
            }
            for (var player = 0; player < count; player++) {
                var others = everybody();
                others.clear(player);
                if (!others.isEmpty()) addOnce(rows, others);
            }
            addOnce(rows, everybody());
        }
        var listed = new HashMap<BitSet, Fraction>();
        costs.listed().forEach((text, cost) -> listed.put(coalition(text), cost));
        var segments = segments(costs);
        var block =
                new Block(
                        live.page(),
                        rows.stream()
                                .map(row ->
                                        new Block.Label(
                                                Integer.toString(row.cardinality()), name(row)))
                                .toList());
        var cells = new HashMap<BitSet, String>();
        block.add(
                "cost",
                live.words("cost"),
                Look.AMOUNT,
                false,
                line -> cost(costs, rows.get(line), listed, cells, segments));
        for (var line = 0; line < rows.size(); line++) {
            cells.put(rows.get(line), block.at("cost", line));
        }
        if (all) {
            for (var player = 0; player < count; player++) {
                var number = player;
                block.add(
                        "k" + player,
                        live.words("shapley.factor", called(player)),
                        Look.WHOLE,
                        false,
                        line -> new Entry.Figure(factor(rows.get(line), number)));
            }
        }
        block.write(live.words("size"), live.words("coalition"), "");
        live.page().skip();
        var figures = new ArrayList<>(listed.values());
        costs.segments().forEach(segment -> figures.add(segment.amount()));
        var total = listed.get(everybody());
        return new Coalitions(
                block,
                cells,
                Live.scale(figures),
                total == null ? live.shares().trace().isEmpty() ? Fraction.ZERO : grand() : total);
    }

    /** What is divided, which is what all pay together. */
    private Fraction grand() {
        return Fraction.of(live.shares().total().toDecimal().abs());
    }

    private static void addOnce(List<BitSet> rows, BitSet coalition) {
        if (!rows.contains(coalition)) rows.add(coalition);
    }

    private Entry cost(
            Costs costs,
            BitSet coalition,
            Map<BitSet, Fraction> listed,
            Map<BitSet, String> cells,
            List<Segment> segments) {
        var own = listed.get(coalition);
        if (own != null) return new Entry.Input(own);
        var alone =
                coalition.stream()
                        .mapToObj(player -> cells.get(only(player)))
                        .collect(Collectors.joining(","));
        return switch (costs.otherwise()) {
            case MAX -> Entry.formula("MAX(" + alone + ")");
            case SUM -> Entry.formula("SUM(" + alone + ")");
            case SEGMENTS ->
                    Entry.formula(
                            "0"
                                    + segments.stream()
                                            .filter(one -> one.users().intersects(coalition))
                                            .map(one -> "+" + one.cell())
                                            .collect(Collectors.joining()));
            case LISTED -> Entry.blank();
        };
    }

    private record Segment(BitSet users, String cell) {}

    private List<Segment> segments(Costs costs) {
        var segments = new ArrayList<Segment>();
        for (var segment : costs.segments()) {
            var users = new BitSet();
            segment.users().forEach(user -> users.set(players.getOrDefault(user, 0)));
            segments.add(
                    new Segment(
                            users,
                            live.page()
                                    .parameter(
                                            live.words("segment-of", called(segment.users())),
                                            new Entry.Input(segment.amount()),
                                            Look.AMOUNT)));
        }
        return segments;
    }

    private BitSet coalition(String text) {
        var coalition = new BitSet();
        for (var name : text.split("\\+", -1)) {
            coalition.set(players.getOrDefault(name.strip(), 0));
        }
        return coalition;
    }

    private String name(BitSet coalition) {
        return coalition.stream().mapToObj(this::called).collect(Collectors.joining(" + "));
    }

    private String called(List<String> users) {
        return users.stream()
                .map(user -> called(players.getOrDefault(user, 0)))
                .collect(Collectors.joining(" + "));
    }

    /** A party by its name, a class by its own. */
    private String called(int player) {
        var members = seats.get(player);
        var own = members.size() == 1 ? live.party(members.getFirst()) : null;
        return own != null && own.code().equals(names.get(player)) ? own.name() : names.get(player);
    }

    private static BitSet only(int player) {
        var coalition = new BitSet();
        coalition.set(player);
        return coalition;
    }

    private BitSet everybody() {
        var all = new BitSet();
        all.set(0, names.size());
        return all;
    }

    /** How often, of all orders of arrival, a cost counts for a player, and with which sign. */
    private Fraction factor(BitSet coalition, int player) {
        var count = names.size();
        var size = coalition.cardinality();
        return coalition.get(player)
                ? Fraction.of(factorial(size - 1) * factorial(count - size))
                : Fraction.of(-factorial(size) * factorial(count - size - 1));
    }

    private static long factorial(int number) {
        return IntStream.rangeClosed(2, number).asLongStream().reduce(1, (one, two) -> one * two);
    }

    /** By player, in a table with the columns {@code quota.whole} and {@code quota.part}. */
    private Block values(Rule.Game rule, Coalitions table, Exact amount) {
        var all = table.costs().get(everybody());
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

    private String alone(Coalitions table, int player) {
        return String.valueOf(table.costs().get(only(player)));
    }

    private String added(Coalitions table, int player) {
        var others = everybody();
        others.clear(player);
        var all = table.costs().get(everybody());
        return others.isEmpty()
                ? String.valueOf(all)
                : "(%s-%s)".formatted(all, table.costs().get(others));
    }

    /** The sum of the weights now, from the trace. */
    private Fraction sum(Coalitions table, boolean marginal) {
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
        var block = playersBlock();
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
            Coalitions table, Exact amount, Fraction magnitude, @Nullable String all) {
        var orders = factorial(names.size());
        var whole =
                live.page()
                        .parameter(
                                live.words("shapley.whole", orders),
                                Entry.formula(
                                        "%s*%d",
                                        Live.whole(String.valueOf(all), table.scale()), orders),
                                Look.FIGURE);
        var quotient = new Quotient(live, amount, magnitude.times(Fraction.of(orders)), true);
        var block = playersBlock();
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
            Coalitions table,
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
        var own = playersBlock();
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
                    line -> new Entry.Input(benefits.getOrDefault(names.get(line), Fraction.ZERO)));
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
        var block = playersBlock();
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

    private Block playersBlock() {
        return new Block(
                live.page(),
                names.stream()
                        .map(name -> new Block.Label(name, called(players.getOrDefault(name, 0))))
                        .toList());
    }

    /** The parties of a class share its part equally. */
    private Result shared(Block own, Node node) {
        var result = live.none();
        if (seats.stream().allMatch(members -> members.size() == 1)) {
            for (var player = 0; player < names.size(); player++) {
                result.quota().set(seats.get(player).getFirst(), own.exact("quota", player));
            }
            return result;
        }
        live.page().skip();
        var block = live.block(node.members());
        IntFunction<Integer> player =
                line ->
                        IntStream.range(0, seats.size())
                                .filter(at -> seats.get(at).contains(node.members().get(line)))
                                .findFirst()
                                .orElseThrow();
        block.add(
                "size",
                live.words("size"),
                Look.WHOLE,
                false,
                line -> new Entry.Figure(Fraction.of(seats.get(player.apply(line)).size())));
        live.carried(
                block,
                "quota",
                "",
                line ->
                        "INT(%s/%s)"
                                .formatted(
                                        own.exact("quota", player.apply(line)).whole(),
                                        block.at("size", line)),
                line ->
                        "((%1$s-INT(%1$s/%3$s)*%3$s+%2$s)/%3$s)"
                                .formatted(
                                        own.exact("quota", player.apply(line)).whole(),
                                        own.exact("quota", player.apply(line)).part(),
                                        block.at("size", line)));
        live.write(block);
        return live.result(block, "quota", node.members());
    }
}
