package id.patungan.allocation.games;

import id.patungan.basics.Fraction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Coalitions whose payment is settled, and with them every coalition whose members are a linear
 * combination of theirs. Kept as independent coalitions, and as a reduced echelon form to test by.
 */
final class Settled {

    private final int players;
    private final List<Integer> coalitions = new ArrayList<>();
    private final List<Fraction> payments = new ArrayList<>();
    private final List<Fraction[]> rows = new ArrayList<>();
    private final List<Integer> pivots = new ArrayList<>();

    Settled(int players) {
        this.players = players;
    }

    int rank() {
        return coalitions.size();
    }

    int coalition(int number) {
        return coalitions.get(number);
    }

    Fraction payment(int number) {
        return payments.get(number);
    }

    /** Settles a coalition; nothing happens if its payment follows from the others already. */
    void settle(int coalition, Fraction payment) {
        var row = new Fraction[players];
        for (var player = 0; player < players; player++) {
            row[player] = (coalition >> player & 1) == 1 ? Fraction.ONE : Fraction.ZERO;
        }
        for (var number = 0; number < rows.size(); number++) {
            subtract(row, rows.get(number), row[pivots.get(number)]);
        }
        var pivot = 0;
        while (pivot < players && row[pivot].signum() == 0) {
            pivot++;
        }
        if (pivot == players) {
            return;
        }
        var head = row[pivot];
        for (var player = 0; player < players; player++) {
            row[player] = row[player].dividedBy(head);
        }
        for (var other : rows) {
            subtract(other, row, other[pivot]);
        }
        rows.add(row);
        pivots.add(pivot);
        coalitions.add(coalition);
        payments.add(payment);
    }

    private static void subtract(Fraction[] row, Fraction[] other, Fraction times) {
        if (times.signum() != 0) {
            for (var place = 0; place < row.length; place++) {
                if (other[place].signum() != 0) {
                    row[place] = row[place].minus(times.times(other[place]));
                }
            }
        }
    }

    /** By coalition: whether its payment is still open. Never the empty one nor that of all. */
    boolean[] open() {
        var open = new boolean[1 << players];
        for (var free = 0; free < players; free++) {
            if (!pivots.contains(free)) {
                var across = across(free);
                var product = new long[open.length];
                for (var coalition = 1; coalition < open.length; coalition++) {
                    product[coalition] =
                            product[coalition & (coalition - 1)]
                                    + across[Integer.numberOfTrailingZeros(coalition)];
                    open[coalition] |= product[coalition] != 0;
                }
            }
        }
        return open;
    }

    /** A whole vector at right angles to all that is settled, by the column it is free in. */
    private long[] across(int free) {
        var across = new Fraction[players];
        Arrays.fill(across, Fraction.ZERO);
        across[free] = Fraction.ONE;
        for (var number = 0; number < rows.size(); number++) {
            across[pivots.get(number)] = rows.get(number)[free].negated();
        }
        var scale = Scale.of(Arrays.asList(across));
        // Minors of a matrix of zeros and ones: small for as many players as a table is for.
        return Arrays.stream(across)
                .map(scale::whole)
                .mapToLong(BigInteger::longValueExact)
                .toArray();
    }
}
