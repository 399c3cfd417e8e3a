package id.patungan.allocation;

import static id.patungan.allocation.RuleClauses.clause;

import id.patungan.allocation.RuleClauses.Clause;
import id.patungan.allocation.RuleWords.Amount;
import id.patungan.allocation.RuleWords.Party;

import java.util.ArrayList;
import java.util.List;

/** Says how cost games divide, and what every coalition would pay alone. */
final class GameClauses {

    /** Longer tables are counted, not read out; they stand in the rule file. */
    private static final int MOST_COALITIONS = 40;

    private GameClauses() {}

    static Clause of(Rule.Game game) {
        var within = new ArrayList<Clause>();
        if (game instanceof Rule.Shapley(_, var sample) && sample != null) {
            within.add(clause("sample", sample.orders(), String.valueOf(sample.seed())));
        }
        costs(game.costs(), within);
        var key =
                switch (game) {
                    case Rule.Marginal _ -> "marginal";
                    case Rule.StandAlone _ -> "stand-alone";
                    case Rule.Shapley _ -> "shapley";
                    case Rule.Scrb(_, var benefits) -> benefits == null ? "alternate-cost" : "scrb";
                    case Rule.Nucleolus _ -> "nucleolus";
                };
        if (game instanceof Rule.Scrb(var costs, var benefits) && benefits != null) {
            benefits.forEach((name, amount) ->
                    within.add(clause("benefit", player(costs, name), new Amount(amount))));
        }
        return clause(key, List.of(), within);
    }

    private static void costs(Costs costs, List<Clause> within) {
        costs.classes()
                .forEach((name, parties) ->
                        within.add(clause("class", name, RuleClauses.named(parties))));
        if (costs.listed().size() > MOST_COALITIONS) {
            within.add(clause("coalitions", costs.listed().size()));
        } else {
            costs.listed()
                    .forEach((coalition, amount) -> {
                        var names =
                                Costs.names(coalition).stream()
                                        .map(name -> player(costs, name))
                                        .toList();
                        within.add(
                                names.size() == 1
                                        ? clause("alone", names.getFirst(), new Amount(amount))
                                        : clause("together", names, new Amount(amount)));
                    });
        }
        switch (costs.otherwise()) {
            case LISTED -> {}
            case MAX -> within.add(clause("default-max"));
            case SUM -> within.add(clause("default-sum"));
            case SEGMENTS -> {
                within.add(clause("default-segments"));
                within.addAll(RuleClauses.segments(costs.segments(), costs.classes().isEmpty()));
            }
        }
    }

    private static Object player(Costs costs, String name) {
        return costs.classes().isEmpty() ? new Party(name) : name;
    }
}
