package id.patungan.allocation.games;

import id.patungan.basics.Fraction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What any coalition of any number of players would pay alone: costs that are listed, and a way to
 * work out the others. Nobody together pays nothing.
 */
public final class CostFunction {

    /** How a coalition that is not listed is costed. */
    public enum Otherwise {
        /** It is not: every coalition must be listed. */
        NOTHING,
        /** As its dearest member alone. */
        DEAREST,
        /** As its members alone, added. */
        SUM,
        /** As the segments that at least one member uses, added. */
        SEGMENTS
    }

    /**
     * A part of the works with its own users.
     *
     * @param users at least one
     */
    public record Segment(Fraction amount, BitSet users) {
        /** Takes a copy. */
        public Segment {
            if (users.isEmpty()) {
                throw new IllegalArgumentException("A segment needs a user");
            }
            users = (BitSet) users.clone();
        }

        /** A copy. */
        @Override
        public BitSet users() {
            return (BitSet) users.clone();
        }
    }

    private final int players;
    private final Otherwise otherwise;
    private final Scale scale;
    private final Map<BitSet, BigInteger> listed = new HashMap<>();
    private final List<Segment> segments;
    private final BigInteger[] pieces;
    private final List<List<Integer>> used = new ArrayList<>();

    /**
     * Costs of coalitions.
     *
     * @param listed costs by coalition; these go before what {@code otherwise} says
     * @param segments for {@link Otherwise#SEGMENTS}; else empty
     */
    public CostFunction(
            int players,
            Map<BitSet, Fraction> listed,
            Otherwise otherwise,
            List<Segment> segments) {
        if (players < 1) {
            throw new IllegalArgumentException("A game needs players");
        }
        this.players = players;
        this.otherwise = otherwise;
        this.segments = List.copyOf(segments);
        var figures = new ArrayList<>(listed.values());
        segments.forEach(segment -> figures.add(segment.amount()));
        this.scale = Scale.of(figures);
        listed.forEach((coalition, cost) ->
                this.listed.put((BitSet) coalition.clone(), scale.whole(cost)));
        this.pieces =
                segments.stream()
                        .map(segment -> scale.whole(segment.amount()))
                        .toArray(BigInteger[]::new);
        for (var player = 0; player < players; player++) {
            used.add(new ArrayList<>());
        }
        for (var number = 0; number < segments.size(); number++) {
            var segment = number;
            segments.get(number).users().stream().forEach(player -> used.get(player).add(segment));
        }
    }

    /** How many play. */
    public int players() {
        return players;
    }

    /** How coalitions that are not listed are costed. */
    public Otherwise otherwise() {
        return otherwise;
    }

    /** The parts of the works, if coalitions are costed by them. */
    public List<Segment> segments() {
        return segments;
    }

    /** Whether the cost of that coalition is known, listed or by the way of the others. */
    public boolean knows(BitSet coalition) {
        return listed.containsKey(coalition)
                || switch (otherwise) {
                    case NOTHING -> coalition.isEmpty();
                    case SEGMENTS -> true;
                    case DEAREST, SUM ->
                            coalition.cardinality() != 1
                                    && coalition.stream()
                                            .allMatch(player -> listed.containsKey(only(player)));
                };
    }

    /** Whether what one player would pay alone is known. */
    public boolean knowsAlone(int player) {
        return knows(only(player));
    }

    /**
     * What the coalition would pay alone, in main units.
     *
     * @throws IllegalArgumentException if that is not known
     */
    public Fraction cost(BitSet coalition) {
        if (!knows(coalition)) {
            throw new IllegalArgumentException("The cost of " + coalition + " is not known");
        }
        var walk = new Walk();
        coalition.stream().forEach(walk::join);
        return scale.figure(walk.cost());
    }

    /** What one player would pay alone. */
    public Fraction alone(int player) {
        return cost(only(player));
    }

    /** What all pay together. */
    public Fraction total() {
        return cost(everybody());
    }

    /** What the total falls by when the player stays away; negative if it rises. */
    public Fraction separable(int player) {
        var others = everybody();
        others.clear(player);
        return total().minus(cost(others));
    }

    /** The table of all coalitions; only for {@link CostGame#MOST_PLAYERS} players or fewer. */
    public CostGame table() {
        return CostGame.of(players, coalition -> cost(BitSet.valueOf(new long[] {coalition})));
    }

    /**
     * Segments that cost every coalition the same, if there are any: players who together pay for
     * their dearest need the airport's runway in pieces, players who pay a sum a piece each.
     */
    Optional<List<Segment>> asSegments() {
        if (otherwise == Otherwise.NOTHING || hasExceptions()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (otherwise) {
                    case SEGMENTS -> segments;
                    case SUM -> {
                        var own = new ArrayList<Segment>();
                        for (var player = 0; player < players; player++) {
                            own.add(new Segment(alone(player), only(player)));
                        }
                        yield own;
                    }
                    case DEAREST -> runway();
                    case NOTHING -> throw new IllegalStateException("Nothing is known");
                });
    }

    private List<Segment> runway() {
        var order = new ArrayList<Integer>();
        for (var player = 0; player < players; player++) {
            order.add(player);
        }
        order.sort((one, other) -> alone(one).compareTo(alone(other)));
        var pieces = new ArrayList<Segment>();
        var users = everybody();
        var paved = Fraction.ZERO;
        for (var player : order) {
            var reach = alone(player);
            pieces.add(new Segment(reach.minus(paved), users));
            paved = reach;
            users.clear(player);
        }
        return pieces;
    }

    /** Whether a listed cost differs from what the way of the others would give. */
    private boolean hasExceptions() {
        return listed.entrySet().stream()
                .anyMatch(entry -> {
                    var walk = new Walk();
                    entry.getKey().stream().forEach(walk::join);
                    return !entry.getValue().equals(walk.derived);
                });
    }

    BitSet everybody() {
        var all = new BitSet(players);
        all.set(0, players);
        return all;
    }

    private static BitSet only(int player) {
        var one = new BitSet();
        one.set(player);
        return one;
    }

    Scale scale() {
        return scale;
    }

    /** A coalition that grows by one player at a time, so that its cost need not be begun anew. */
    final class Walk {

        private final BitSet coalition = new BitSet(players);
        private final BitSet opened = new BitSet();
        private BigInteger derived = BigInteger.ZERO;
        private boolean empty = true;

        void join(int player) {
            coalition.set(player);
            switch (otherwise) {
                case NOTHING -> {}
                case DEAREST -> {
                    var own = single(player);
                    derived = empty ? own : derived.max(own);
                }
                case SUM -> derived = derived.add(single(player));
                case SEGMENTS -> {
                    for (var segment : used.get(player)) {
                        if (!opened.get(segment)) {
                            opened.set(segment);
                            derived = derived.add(pieces[segment]);
                        }
                    }
                }
            }
            empty = false;
        }

        /** In units of the game's scale. */
        BigInteger cost() {
            var own = listed.get(coalition);
            return own == null ? derived : own;
        }

        private BigInteger single(int player) {
            var own = listed.get(only(player));
            return own == null ? BigInteger.ZERO : own;
        }
    }
}
