package id.patungan.allocation;

import id.patungan.allocation.TraceStep.Line;
import id.patungan.allocation.TraceStep.Step;
import id.patungan.allocation.games.Core;
import id.patungan.allocation.games.CostFunction;
import id.patungan.allocation.games.CostGame;
import id.patungan.basics.Fraction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What a division of a cost game means for those who pay: who pays more than alone, who less than
 * the cost it adds, and which coalitions would be better off without the others. All in the game's
 * own figures, before rounding.
 */
final class GameReport {

    /** All coalitions of ten players; of more players the worst off are listed, and all counted. */
    private static final int MOST_LISTED = 1024;

    private final Division division;
    private final Node node;
    private final GameTable table;
    private final CostFunction game;
    private final List<Fraction> values;
    private final List<Fraction> alone;
    private final List<Fraction> separable;

    GameReport(
            Division division,
            Node node,
            GameTable table,
            CostFunction game,
            List<Fraction> values) {
        this.division = division;
        this.node = node;
        this.table = table;
        this.game = game;
        this.values = values;
        this.alone = players().mapToObj(game::alone).toList();
        this.separable = players().mapToObj(game::separable).toList();
    }

    void write() {
        someOf(Step.NEGATIVE_SEPARABLE, player -> separable.get(player).signum() < 0, separable);
        someOf(Step.NEGATIVE_SHARE, player -> values.get(player).signum() < 0, alone);
        bound(
                Step.ALONE_KEPT,
                Step.ABOVE_ALONE,
                player -> values.get(player).compareTo(alone.get(player)) > 0,
                alone);
        bound(
                Step.ADDED_KEPT,
                Step.BELOW_ADDED,
                player -> values.get(player).compareTo(separable.get(player)) < 0,
                separable);
        if (game.players() > CostGame.MOST_PLAYERS) {
            note(Step.CORE_UNCHECKED, List.of(game.players(), CostGame.MOST_PLAYERS), List.of());
        } else if (game.players() > 1) {
            core(game.table());
        }
    }

    /** Says that some players are in trouble, if some are. */
    private void someOf(Step step, IntPredicate trouble, List<Fraction> figures) {
        var some = players().filter(trouble).toArray();
        if (some.length > 0) {
            note(step, List.of(some.length), lines(some, figures::get));
        }
    }

    /** A bound with everybody's figure beside what they pay, kept or broken. */
    private void bound(Step kept, Step broken, IntPredicate breaks, List<Fraction> figures) {
        var count = players().filter(breaks).count();
        note(
                count == 0 ? kept : broken,
                List.of(count, table.count()),
                lines(players().toArray(), figures::get));
    }

    private void core(CostGame costs) {
        var objections = Core.objections(costs, values);
        var checked = costs.everybody() - 1;
        if (objections.isEmpty()) {
            note(Step.IN_CORE, List.of(checked), List.of());
            return;
        }
        var lines = new ArrayList<Line>();
        for (var objection : objections.subList(0, Math.min(MOST_LISTED, objections.size()))) {
            lines.add(
                    new Line(
                            table.name(objection.coalition()),
                            objection.cost(),
                            objection.excess()));
        }
        note(
                Step.OUTSIDE_CORE,
                List.of(objections.size(), checked, objections.getFirst().excess()),
                lines);
        var least = Core.leastExcess(costs);
        if (least.signum() > 0) {
            note(Step.CORE_EMPTY, List.of(least), List.of());
        } else {
            note(Step.CORE_ELSEWHERE, List.of(), List.of());
        }
    }

    private List<Line> lines(int[] some, IntFunction<Fraction> figure) {
        return IntStream.of(some)
                .mapToObj(player ->
                        new Line(
                                table.names().get(player),
                                figure.apply(player),
                                values.get(player)))
                .toList();
    }

    private void note(Step step, List<Object> arguments, List<Line> lines) {
        division.note(new TraceStep(node.place(), step, game.total(), arguments, lines));
    }

    private IntStream players() {
        return IntStream.range(0, table.count());
    }
}
