package id.patungan.budget.pages;

import id.patungan.budget.Budget;
import id.patungan.budget.BudgetLine;
import id.patungan.budget.BudgetSide;
import id.patungan.budget.YearBudget;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A budget as programs read it; amounts are decimals in main units.
 *
 * @param inForce {@code original} or {@code revision}
 * @param adopted false if what is in force is a draft
 */
record BudgetJson(
        int year,
        String alternative,
        String nameId,
        String nameEn,
        String currency,
        String inForce,
        boolean adopted,
        List<Version> versions) {

    static BudgetJson of(Budget budget) {
        var plan = budget.newest().plan();
        return new BudgetJson(
                budget.year(),
                budget.alternative(),
                plan.nameId(),
                plan.nameEn(),
                budget.original().currency().getCurrencyCode(),
                budget.inForce().step().code(),
                budget.inForce().adopted(),
                Stream.of(budget.original(), budget.newest()).distinct().map(Version::of).toList());
    }

    /** The original or the revision. */
    record Version(
            String step,
            int version,
            boolean adopted,
            @Nullable String decision,
            String preparedBy,
            String preparedAt,
            @Nullable String adoptedBy,
            @Nullable String adoptedAt,
            List<Totals> totals,
            List<Line> lines) {

        static Version of(YearBudget budget) {
            var adoptedAt = budget.adoptedAt();
            return new Version(
                    budget.step().code(),
                    budget.version(),
                    budget.adopted(),
                    budget.decision(),
                    budget.preparedBy(),
                    budget.preparedAt().toString(),
                    budget.adoptedBy(),
                    adoptedAt == null ? null : adoptedAt.toString(),
                    budget.funds().stream().map(fund -> Totals.of(budget, fund)).toList(),
                    budget.lines().stream().map(line -> Line.of(budget, line)).toList());
        }
    }

    /** What the lines of a fund come to. */
    record Totals(String fund, String income, String expense, String assets, String difference) {

        static Totals of(YearBudget budget, String fund) {
            return new Totals(
                    fund,
                    decimal(budget, budget.total(BudgetSide.INCOME, fund)),
                    decimal(budget, budget.total(BudgetSide.EXPENSE, fund)),
                    decimal(budget, budget.total(BudgetSide.ASSETS, fund)),
                    decimal(budget, budget.difference(fund)));
        }
    }

    /** A line with its working. */
    record Line(
            String fund,
            String account,
            String side,
            @Nullable String project,
            String text,
            @Nullable Posts staff,
            @Nullable YearAmount spread,
            List<String> months,
            String total) {

        static Line of(YearBudget budget, BudgetLine line) {
            var staff = line.staff();
            var spread = line.spread();
            return new Line(
                    line.fund(),
                    line.account(),
                    budget.side(line).code(),
                    line.project(),
                    line.text(),
                    staff == null
                            ? null
                            : new Posts(
                                    staff.posts(),
                                    decimal(budget, staff.salary()),
                                    staff.firstMonth(),
                                    staff.serviceMonths(),
                                    staff.thrMonth(),
                                    staff.thrPays().toPlainString()),
                    spread == null
                            ? null
                            : new YearAmount(decimal(budget, spread.amount()), spread.in()),
                    line.months().stream().map(month -> decimal(budget, month)).toList(),
                    decimal(budget, line.total()));
        }
    }

    /** The working of a line for staff. */
    record Posts(
            int posts,
            String salary,
            int firstMonth,
            int serviceMonths,
            @Nullable Integer thrMonth,
            String thrPays) {}

    /** The working of an amount for the year. */
    record YearAmount(String amount, List<Integer> in) {}

    private static String decimal(YearBudget budget, long minorUnits) {
        return BigDecimal.valueOf(minorUnits, budget.currency().getDefaultFractionDigits())
                .toPlainString();
    }
}
