package id.patungan.contributions.sheet;

import id.patungan.allocation.Costs;
import id.patungan.basics.Fraction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The costs of coalitions, in a table.
 *
 * @param costs the cell of each
 * @param scale by which all become whole
 * @param total what all pay together, as the inputs stand now
 */
record LiveCoalitions(Block block, Map<BitSet, String> costs, BigInteger scale, Fraction total) {

    /**
     * Writes the table.
     *
     * @param all whether every coalition is needed, or only one, all, and all but one
     */
    static LiveCoalitions write(Live live, LivePlayers players, Costs costs, boolean all) {
        return new Writer(live, players).coalitions(costs, all);
    }

    /** In how many orders so many can arrive. */
    static long factorial(int number) {
        return IntStream.rangeClosed(2, number).asLongStream().reduce(1, (one, two) -> one * two);
    }

    /** Writes the table. */
    private record Writer(Live live, LivePlayers players) {

        private LiveCoalitions coalitions(Costs costs, boolean all) {
            var rows = new ArrayList<BitSet>();
            var count = players.count();
            if (all) {
                for (var mask = 1; mask < 1 << count; mask++) {
                    rows.add(BitSet.valueOf(new long[] {mask}));
                }
            } else {
                for (var player = 0; player < count; player++) {
                    addOnce(rows, LivePlayers.only(player));
                }
                for (var player = 0; player < count; player++) {
                    var others = players.everybody();
                    others.clear(player);
                    if (!others.isEmpty()) addOnce(rows, others);
                }
                addOnce(rows, players.everybody());
            }
            var listed = new HashMap<BitSet, Fraction>();
            costs.listed().forEach((text, cost) -> listed.put(players.coalition(text), cost));
            var segments = segments(costs);
            var block =
                    new Block(
                            live.page(),
                            rows.stream()
                                    .map(row ->
                                            new Block.Label(
                                                    Integer.toString(row.cardinality()),
                                                    players.called(row)))
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
                            live.words("shapley.factor", players.called(player)),
                            Look.WHOLE,
                            false,
                            line -> new Entry.Figure(factor(rows.get(line), number)));
                }
            }
            block.write(live.words("size"), live.words("coalition"), "");
            live.page().skip();
            var figures = new ArrayList<>(listed.values());
            costs.segments().forEach(segment -> figures.add(segment.amount()));
            var total = listed.get(players.everybody());
            return new LiveCoalitions(
                    block,
                    cells,
                    Live.scale(figures),
                    total == null
                            ? live.shares().trace().isEmpty() ? Fraction.ZERO : grand()
                            : total);
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
                            .mapToObj(player -> cells.get(LivePlayers.only(player)))
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
                segment.users().forEach(user -> users.set(players.number(user)));
                segments.add(
                        new Segment(
                                users,
                                live.page()
                                        .parameter(
                                                live.words(
                                                        "segment-of",
                                                        players.called(segment.users())),
                                                new Entry.Input(segment.amount()),
                                                Look.AMOUNT)));
            }
            return segments;
        }

        /** How often, of all orders of arrival, a cost counts for a player, and with which sign. */
        private Fraction factor(BitSet coalition, int player) {
            var count = players.count();
            var size = coalition.cardinality();
            return coalition.get(player)
                    ? Fraction.of(factorial(size - 1) * factorial(count - size))
                    : Fraction.of(-factorial(size) * factorial(count - size - 1));
        }
    }
}
