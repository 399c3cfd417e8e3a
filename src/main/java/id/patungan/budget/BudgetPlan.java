package id.patungan.budget;

import java.util.List;

/**
 * What is planned: the names of the alternative and its lines in their order.
 *
 * @param nameId of the alternative, in Indonesian
 * @param nameEn the same in English
 */
public record BudgetPlan(String nameId, String nameEn, List<BudgetLine> lines) {

    /** Puts the lines in their order. */
    public BudgetPlan {
        lines = lines.stream().sorted(BudgetLine.ORDER).toList();
    }

    /** The same names over other lines. */
    public BudgetPlan with(List<BudgetLine> others) {
        return new BudgetPlan(nameId, nameEn, others);
    }
}
