package id.patungan.budget;

import id.patungan.basics.BodyId;
import id.patungan.basics.DomainException;
import id.patungan.ledger.BookCheck;
import id.patungan.ledger.CheckResult;
import id.patungan.platform.Access;

import org.springframework.stereotype.Component;

import tools.jackson.core.JacksonException;

import java.util.ArrayList;

/**
 * Each budget is still what was saved and adopted, and each line's months are what its working
 * comes to.
 */
@Component
class BudgetCheck implements BookCheck {

    private final BudgetRepository budgets;
    private final BudgetRules rules;

    BudgetCheck(BudgetRepository budgets, BudgetRules rules) {
        this.budgets = budgets;
        this.rules = rules;
    }

    @Override
    public String name() {
        return "budgets-hold";
    }

    @Override
    public CheckResult run(BodyId body, long knownAt) {
        var findings = new ArrayList<String>();
        var unit = rules.known(Access.system(body)).unit();
        var states = budgets.states(body, null);
        for (var state : states) {
            var place =
                    "%d %s version %d"
                            .formatted(state.year(), state.alternative(), state.version());
            var digest = BudgetRepository.digest(state.text());
            if (!digest.equals(state.digest())
                    || (state.adoptedDigest() != null && !digest.equals(state.adoptedDigest()))) {
                findings.add("Budget %s is not what was saved or adopted".formatted(place));
            }
            try {
                for (var line : budgets.plan(state).lines()) {
                    try {
                        line.requireWorked(unit);
                    } catch (DomainException refusal) {
                        findings.add(
                                "Budget %s, account %s, fund %s, '%s': %s"
                                        .formatted(
                                                place,
                                                line.account(),
                                                line.fund(),
                                                line.text(),
                                                refusal.getMessage()));
                    }
                }
            } catch (JacksonException unreadable) {
                findings.add("Budget %s cannot be read".formatted(place));
            }
        }
        return CheckResult.of(name(), Math.max(1, states.size()), findings);
    }
}
