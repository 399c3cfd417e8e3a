package id.patungan.allocation.games;

import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the largest excess as small as it can be, exactly: shares {@code x} and the excess {@code
 * e} of
 *
 * <pre>
 * minimise e   such that   x(S) − e ≤ c(S)   for the coalitions whose payment is open,
 *                          x(F) = v(F)       for those that are settled,
 *                          x(i) ≤ c(i)       for every player, if asked.
 * </pre>
 *
 * <p>It is solved through its dual, which has one row for each player and one more, by the simplex
 * method in fractions: the columns are the coalitions, and the next one to enter is found by
 * looking at all of them. Ties in leaving are broken lexicographically, so it ends.
 */
final class ExcessProgram {

    private enum Kind {
        /** x(F) = v(F): its multiplier has no sign and never leaves the basis. */
        SETTLED,
        /** x(S) − e ≤ c(S). */
        OPEN,
        /** x(i) ≤ c(i). */
        LIMIT
    }

    private record Column(Kind kind, int coalition, Fraction cost) {}

    /**
     * The solution.
     *
     * @param shares one of the best, if there are several
     * @param tight coalitions that pay just that excess in every best solution
     * @param limited players who pay just what they would alone in every best solution
     */
    record Solution(
            List<Fraction> shares, Fraction excess, List<Integer> tight, List<Integer> limited) {}

    private final CostGame game;
    private final int players;
    private final int size;
    private final boolean limits;
    private final boolean[] open;
    private final Column[] basis;

    /**
     * Row by row: the multiplier, then the inverse of the basis, then the same in the first one.
     */
    private final Fraction[][] rows;

    /** For fewer than all players settled, and for two players or more. */
    ExcessProgram(CostGame game, Settled settled, boolean limits) {
        this.game = game;
        this.players = game.players();
        this.size = players + 1;
        this.limits = limits;
        this.open = settled.open();
        this.basis = new Column[size];
        this.rows = new Fraction[size][2 * size + 1];
        start(settled);
    }

    /**
     * The first basis: half of an open coalition and half of its opposite, which together are
     * everybody and so settled; the settled ones; single players, at zero, for what is missing.
     */
    private void start(Settled settled) {
        var first = 1;
        while (!open[first]) {
            first++;
        }
        var candidates = new ArrayList<Column>();
        candidates.add(open(first));
        candidates.add(open(game.everybody() & ~first));
        for (var number = 0; number < settled.rank(); number++) {
            candidates.add(
                    new Column(Kind.SETTLED, settled.coalition(number), settled.payment(number)));
        }
        for (var player = 0; player < players; player++) {
            if (open[1 << player]) {
                candidates.add(open(1 << player));
            }
        }
        invert(candidates);
        for (var row = 0; row < size; row++) {
            rows[row][0] = rows[row][size];
            for (var place = 0; place < size; place++) {
                rows[row][size + 1 + place] = place == row ? Fraction.ONE : Fraction.ZERO;
            }
        }
    }

    /** Takes the candidates that are independent of those before and inverts their matrix. */
    private void invert(List<Column> candidates) {
        // Gauss-Jordan on [taken columns | unit]; a candidate is brought in by its row of pivot.
        for (var row = 0; row < size; row++) {
            Arrays.fill(rows[row], Fraction.ZERO);
            rows[row][1 + row] = Fraction.ONE;
        }
        var taken = new @Nullable Column[size];
        for (var candidate : candidates) {
            var direction = direction(candidate);
            var row = 0;
            while (row < size && (taken[row] != null || direction[row].signum() == 0)) {
                row++;
            }
            if (row < size) {
                taken[row] = candidate;
                pivot(row, direction);
            }
        }
        for (var row = 0; row < size; row++) {
            var column = taken[row];
            if (column == null) {
                throw new IllegalStateException("The first basis is not complete");
            }
            basis[row] = column;
        }
    }

    private Column open(int coalition) {
        return new Column(Kind.OPEN, coalition, game.cost(coalition));
    }

    Solution solve() {
        while (true) {
            var prices = prices();
            var entering = entering(prices);
            if (entering == null) {
                return solution(prices);
            }
            var direction = direction(entering);
            var leaving = leaving(direction);
            pivot(leaving, direction);
            basis[leaving] = entering;
        }
    }

    /** The shares of the players, then the excess with the other sign. */
    private Fraction[] prices() {
        var prices = new Fraction[size];
        for (var place = 0; place < size; place++) {
            var price = Fraction.ZERO;
            for (var row = 0; row < size; row++) {
                var factor = rows[row][1 + place];
                if (factor.signum() != 0) {
                    price = price.plus(basis[row].cost().times(factor));
                }
            }
            prices[place] = price;
        }
        return prices;
    }

    /** The condition that is broken most, if one is. */
    private @Nullable Column entering(Fraction[] prices) {
        var shares = Arrays.asList(prices).subList(0, players);
        var excesses = Core.excesses(game, shares);
        var worst = 0;
        for (var coalition = 1; coalition < open.length; coalition++) {
            if (open[coalition] && (worst == 0 || excesses.larger(coalition, worst))) {
                worst = coalition;
            }
        }
        var broken = excesses.figure(worst).plus(prices[players]);
        var entering = broken.signum() > 0 ? open(worst) : null;
        for (var player = 0; limits && player < players; player++) {
            var over = excesses.figure(1 << player);
            if (open[1 << player] && over.signum() > 0 && over.compareTo(broken) > 0) {
                broken = over;
                entering = new Column(Kind.LIMIT, 1 << player, game.alone(player));
            }
        }
        return entering;
    }

    private Fraction[] direction(Column column) {
        var direction = new Fraction[size];
        for (var row = 0; row < size; row++) {
            var value = column.kind() == Kind.OPEN ? rows[row][size] : Fraction.ZERO;
            for (var rest = column.coalition(); rest != 0; rest &= rest - 1) {
                value = value.plus(rows[row][1 + Integer.numberOfTrailingZeros(rest)]);
            }
            direction[row] = value;
        }
        return direction;
    }

    private int leaving(Fraction[] direction) {
        var leaving = -1;
        for (var row = 0; row < size; row++) {
            if (basis[row].kind() != Kind.SETTLED
                    && direction[row].signum() > 0
                    && (leaving < 0 || precedes(row, leaving, direction))) {
                leaving = row;
            }
        }
        if (leaving < 0) {
            throw new IllegalArgumentException(
                    "The players together pay more than alone, so none can be held to that");
        }
        return leaving;
    }

    private boolean precedes(int row, int other, Fraction[] direction) {
        for (var place = 0; place <= 2 * size; place = place == 0 ? size + 1 : place + 1) {
            var order =
                    rows[row][place]
                            .times(direction[other])
                            .compareTo(rows[other][place].times(direction[row]));
            if (order != 0) {
                return order < 0;
            }
        }
        return false;
    }

    private void pivot(int row, Fraction[] direction) {
        var head = direction[row];
        for (var place = 0; place < rows[row].length; place++) {
            if (rows[row][place].signum() != 0) {
                rows[row][place] = rows[row][place].dividedBy(head);
            }
        }
        for (var other = 0; other < size; other++) {
            if (other != row && direction[other].signum() != 0) {
                for (var place = 0; place < rows[row].length; place++) {
                    if (rows[row][place].signum() != 0) {
                        rows[other][place] =
                                rows[other][place].minus(direction[other].times(rows[row][place]));
                    }
                }
            }
        }
    }

    private Solution solution(Fraction[] prices) {
        var tight = new ArrayList<Integer>();
        var limited = new ArrayList<Integer>();
        for (var row = 0; row < size; row++) {
            if (rows[row][0].signum() > 0) {
                switch (basis[row].kind()) {
                    case OPEN -> tight.add(basis[row].coalition());
                    case LIMIT ->
                            limited.add(Integer.numberOfTrailingZeros(basis[row].coalition()));
                    case SETTLED -> {}
                }
            }
        }
        return new Solution(
                List.of(prices).subList(0, players), prices[players].negated(), tight, limited);
    }
}
