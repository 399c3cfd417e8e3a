package id.patungan.allocation;

import id.patungan.allocation.TraceStep.Step;
import id.patungan.allocation.games.CostFunction;
import id.patungan.allocation.games.CostGame;
import id.patungan.allocation.games.Nucleolus;
import id.patungan.allocation.games.SeparableCosts;
import id.patungan.allocation.games.Shapley;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The kinds that divide by a cost game, and what is said about their results. The game is worked
 * out as it is written, for c(N); if only a part of the total reaches the rule, in a mix for
 * instance, the result is scaled to that part.
 */
final class Games {

    /** Enough for a standard error in the third digit, and done within seconds. */
    private static final long MOST_ARRIVALS = 10_000_000;

    private final Division division;
    private final Node node;
    private final GameTable table;

    Games(Division division, Node node, Costs costs) {
        this.division = division;
        this.node = node;
        this.table = new GameTable(division, node, costs);
    }

    /** The quotas, with the trace of how they came about and of what they mean for coalitions. */
    Quotas divide(Rule.Game rule) {
        var game = table.read();
        if (game == null) {
            return division.none();
        }
        var result =
                switch (rule) {
                    case Rule.Marginal _ -> marginal(game);
                    case Rule.StandAlone _ -> standAlone(game);
                    case Rule.Shapley(_, var sample) -> shapley(game, sample);
                    case Rule.Scrb(_, var benefits) -> separable(game, benefits);
                    case Rule.Nucleolus _ -> nucleolus(game);
                };
        if (result == null) {
            return division.none();
        }
        var quotas = quotas(game, result.values());
        division.step(
                node,
                result.step(),
                result.arguments(),
                member -> result.figure().apply(table.playerOf(member)),
                quotas);
        result.warnings().forEach(division::note);
        new GameReport(division, node, table, game, result.values()).write();
        return quotas;
    }

    /**
     * How a game was divided.
     *
     * @param values by player, adding to c(N)
     * @param figure what a player's value was computed from; null if nothing was
     */
    private record Result(
            List<Fraction> values,
            Step step,
            List<Object> arguments,
            IntFunction<@Nullable Fraction> figure,
            List<TraceStep> warnings) {}

    /** {@code q(i) = T · m(i) / Σm}. */
    private @Nullable Result marginal(CostFunction game) {
        var weights = players().mapToObj(game::separable).toList();
        for (var player = 0; player < weights.size(); player++) {
            if (weights.get(player).signum() < 0) {
                division.refuse(
                        AllocationException.negativeMarginal(
                                node.field("costs"),
                                table.names().get(player),
                                weights.get(player)));
            }
        }
        return weights.stream().anyMatch(weight -> weight.signum() < 0)
                ? null
                : proportional(game, weights, Step.MARGINAL);
    }

    /** {@code q(i) = T · c(i) / Σc}. */
    private @Nullable Result standAlone(CostFunction game) {
        return proportional(game, players().mapToObj(game::alone).toList(), Step.STAND_ALONE);
    }

    private @Nullable Result proportional(CostFunction game, List<Fraction> weights, Step step) {
        var sum = Division.sum(weights);
        if (sum.signum() == 0) {
            division.refuse(AllocationException.weightsZero(node.field("costs")));
            return null;
        }
        var total = game.total();
        var values = weights.stream().map(weight -> total.times(weight).dividedBy(sum)).toList();
        return new Result(values, step, List.of(sum), weights::get, List.of());
    }

    private @Nullable Result shapley(CostFunction game, Rule.@Nullable Sample sample) {
        Optional<List<Fraction>> exact =
                game.players() <= CostGame.MOST_PLAYERS
                        ? Optional.of(Shapley.exact(game.table()))
                        : Shapley.ofSegments(game);
        if (exact.isPresent()) {
            return new Result(
                    exact.get(), Step.SHAPLEY, List.of(game.players()), _ -> null, List.of());
        }
        if (sample == null) {
            division.refuse(
                    AllocationException.tooManyForShapley(
                            node.place(), game.players(), CostGame.MOST_PLAYERS));
            return null;
        }
        if ((long) sample.orders() * game.players() > MOST_ARRIVALS) {
            division.refuse(
                    AllocationException.sampleTooLarge(
                            node.field("sample"), MOST_ARRIVALS / game.players()));
            return null;
        }
        var estimate = Shapley.sampled(game, sample.orders(), sample.seed());
        return new Result(
                estimate.values(),
                Step.SHAPLEY_ESTIMATE,
                List.of(sample.orders(), sample.seed()),
                estimate.errors()::get,
                List.of());
    }

    private @Nullable Result separable(
            CostFunction game, @Nullable SequencedMap<String, Fraction> benefits) {
        var worth = benefits == null ? null : worth(benefits);
        if (benefits != null && worth == null) {
            return null;
        }
        var costs = SeparableCosts.of(game, worth);
        var shares = costs.shares();
        if (shares.isEmpty()) {
            division.refuse(AllocationException.noBenefitRemains(node.place(), costs.joint()));
            return null;
        }
        var warnings = new ArrayList<TraceStep>();
        var remaining = costs.remaining();
        var negative =
                players().filter(player -> remaining.get(player).signum() < 0).boxed().toList();
        if (!negative.isEmpty()) {
            warnings.add(
                    new TraceStep(
                            node.place(),
                            Step.NEGATIVE_BENEFIT,
                            game.total(),
                            List.of(negative.size()),
                            negative.stream()
                                    .map(player ->
                                            new TraceStep.Line(
                                                    table.names().get(player),
                                                    remaining.get(player),
                                                    shares.get().get(player)))
                                    .toList()));
        }
        if (costs.joint().signum() < 0) {
            warnings.add(
                    new TraceStep(
                            node.place(),
                            Step.SEPARABLE_ABOVE_TOTAL,
                            game.total(),
                            List.of(Division.sum(costs.separable()), costs.joint().negated()),
                            List.of()));
        }
        return new Result(
                shares.get(),
                worth == null ? Step.ALTERNATE_COST : Step.SCRB,
                List.of(Division.sum(costs.separable()), costs.joint(), costs.benefit()),
                remaining::get,
                warnings);
    }

    private @Nullable List<Fraction> worth(Map<String, Fraction> benefits) {
        var before = division.refusals();
        var place = node.field("benefits");
        table.check(benefits, place);
        for (var name : table.names()) {
            if (!benefits.containsKey(name)) {
                division.refuse(AllocationException.missingBenefit(place, name));
            }
        }
        return division.refusals() > before
                ? null
                : table.names().stream()
                        .map(name -> benefits.getOrDefault(name, Fraction.ZERO))
                        .toList();
    }

    private @Nullable Result nucleolus(CostFunction game) {
        if (game.players() > CostGame.MOST_PLAYERS) {
            division.refuse(
                    AllocationException.tooManyForNucleolus(
                            node.place(), game.players(), CostGame.MOST_PLAYERS));
            return null;
        }
        var values = Nucleolus.of(game.table());
        if (values.isEmpty()) {
            division.refuse(
                    AllocationException.nobodyGains(
                            node.place(),
                            game.total(),
                            Division.sum(players().mapToObj(game::alone).toList())));
            return null;
        }
        return new Result(
                values.get(), Step.NUCLEOLUS, List.of(game.players()), _ -> null, List.of());
    }

    /** The values scaled to the amount, those of a class shared equally by its parties. */
    private Quotas quotas(CostFunction game, List<Fraction> values) {
        var quotas = division.none();
        var total = game.total();
        if (node.amount().signum() == 0) {
            return quotas;
        }
        for (var member : node.members()) {
            var player = table.playerOf(member);
            quotas.set(
                    member,
                    values.get(player)
                            .times(node.amount())
                            .dividedBy(total)
                            .dividedBy(Fraction.of(table.size(player))),
                    null);
        }
        return quotas;
    }

    private IntStream players() {
        return IntStream.range(0, table.count());
    }
}
