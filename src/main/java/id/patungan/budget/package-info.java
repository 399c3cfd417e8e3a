/**
 * Yearly budgets: what a body plans to receive and to spend, by account, fund, project and month,
 * with an original and one revision, and alternatives of the same year beside each other. A plan to
 * project from: it controls no posting and reserves nothing.
 *
 * <p>Start reading at {@link id.patungan.budget.Budgets}; how the months of a line follow from
 * posts and salaries or from an amount for the year stands in {@link id.patungan.budget.Staff} and
 * {@link id.patungan.budget.Spread}, files in {@link id.patungan.budget.BudgetFile}.
 */
@ApplicationModule(
        displayName = "budget",
        allowedDependencies = {"basics", "documents", "ledger", "platform", "platform :: schema"})
@NullMarked
package id.patungan.budget;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
