package id.patungan.budget;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * One version of a budget, adopted or the newest state of its draft, as far as the viewer reaches.
 *
 * @param alternative {@code main} for the usual one
 * @param version number of the saved state, from 1, over both steps
 * @param decision reference to the decision that adopted it; null while it is a draft
 * @param sides what each account of its lines is about
 */
public record YearBudget(
        int year,
        String alternative,
        BudgetStep step,
        int version,
        Currency currency,
        BudgetPlan plan,
        Map<String, BudgetSide> sides,
        String preparedBy,
        Instant preparedAt,
        @Nullable String decision,
        @Nullable String adoptedBy,
        @Nullable Instant adoptedAt) {

    /** Copies the map. */
    public YearBudget {
        sides = Map.copyOf(sides);
    }

    /** Whether another person has adopted it; otherwise it is a draft. */
    public boolean adopted() {
        return adoptedBy != null;
    }

    /** Its lines, by fund, account, project and text. */
    public List<BudgetLine> lines() {
        return plan.lines();
    }

    /** What a line is about. */
    public BudgetSide side(BudgetLine line) {
        return sides.getOrDefault(line.account(), BudgetSide.EXPENSE);
    }

    /** The funds of its lines, by code. */
    public List<String> funds() {
        return lines().stream().map(BudgetLine::fund).distinct().sorted().toList();
    }

    /**
     * The sum of a side.
     *
     * @param fund null for all
     * @return minor units
     */
    public long total(BudgetSide side, @Nullable String fund) {
        return lines().stream()
                .filter(line -> side(line) == side && (fund == null || line.fund().equals(fund)))
                .mapToLong(BudgetLine::total)
                .reduce(0, Math::addExact);
    }

    /** Income less expense less fixed assets, of a fund or of all. */
    public long difference(@Nullable String fund) {
        return total(BudgetSide.INCOME, fund)
                - total(BudgetSide.EXPENSE, fund)
                - total(BudgetSide.ASSETS, fund);
    }

    YearBudget with(BudgetPlan other) {
        return new YearBudget(
                year,
                alternative,
                step,
                version,
                currency,
                other,
                sides,
                preparedBy,
                preparedAt,
                decision,
                adoptedBy,
                adoptedAt);
    }
}
