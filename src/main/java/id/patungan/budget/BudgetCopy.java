package id.patungan.budget;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of another budget, each amount times a percentage, rounded half up to whole units of the
 * currency: of staff the salary, of an amount for the year that amount, of typed months each month.
 * 100 % copies exactly.
 */
final class BudgetCopy {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final long unit;

    /**
     * For a currency.
     *
     * @param unit minor units in a whole unit of it
     */
    BudgetCopy(long unit) {
        this.unit = unit;
    }

    /** The lines of a budget, income by one percentage and all else by the other. */
    List<BudgetLine> of(YearBudget from, BigDecimal income, BigDecimal expense) {
        return from.lines().stream()
                .map(line -> of(line, from.side(line) == BudgetSide.INCOME ? income : expense))
                .toList();
    }

    private BudgetLine of(BudgetLine line, BigDecimal percent) {
        if (percent.compareTo(HUNDRED) == 0) return line;
        var staff = line.staff();
        if (staff != null) {
            var raised =
                    new Staff(
                            staff.posts(),
                            times(staff.salary(), percent),
                            staff.firstMonth(),
                            staff.serviceMonths(),
                            staff.thrMonth(),
                            staff.thrPays());
            return BudgetLine.of(line.account(), line.fund(), line.project(), line.text(), raised);
        }
        var spread = line.spread();
        if (spread != null) {
            var raised = new Spread(times(spread.amount(), percent), spread.in());
            return BudgetLine.of(
                    line.account(), line.fund(), line.project(), line.text(), raised, unit);
        }
        var months = new ArrayList<Long>();
        for (long month : line.months()) months.add(times(month, percent));
        return BudgetLine.typed(line.account(), line.fund(), line.project(), line.text(), months);
    }

    private long times(long amount, BigDecimal percent) {
        return BigDecimal.valueOf(amount)
                .multiply(percent)
                .divide(HUNDRED.multiply(BigDecimal.valueOf(unit)), 0, RoundingMode.HALF_UP)
                .multiply(BigDecimal.valueOf(unit))
                .longValueExact();
    }
}
