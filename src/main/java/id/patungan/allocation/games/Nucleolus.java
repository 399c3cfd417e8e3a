package id.patungan.allocation.games;

import id.patungan.basics.Fraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The nucleolus: the division, among those where nobody pays more than alone, whose largest excess
 * of a coalition is smallest, then the next largest, and so on. There is exactly one, and it lies
 * in the core when there is a core.
 */
public final class Nucleolus {

    private Nucleolus() {}

    /**
     * Exact, by a series of linear programs: each makes the largest excess smallest and settles the
     * coalitions that must pay it, at least one more that did not follow from those before.
     *
     * @return none if the players pay more together than each alone, so that no division could
     *     leave everybody at or below that
     */
    public static Optional<List<Fraction>> of(CostGame game) {
        var alone = Fraction.ZERO;
        for (var player = 0; player < game.players(); player++) {
            alone = alone.plus(game.alone(player));
        }
        if (alone.compareTo(game.total()) < 0) {
            return Optional.empty();
        }
        var settled = new Settled(game.players());
        settled.settle(game.everybody(), game.total());
        List<Fraction> shares = new ArrayList<>(List.of(game.total()));
        while (settled.rank() < game.players()) {
            var solution = new ExcessProgram(game, settled, true).solve();
            for (var coalition : solution.tight()) {
                settled.settle(coalition, game.cost(coalition).plus(solution.excess()));
            }
            for (var player : solution.limited()) {
                settled.settle(1 << player, game.alone(player));
            }
            shares = solution.shares();
        }
        return Optional.of(List.copyOf(shares));
    }
}
