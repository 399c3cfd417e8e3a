package id.patungan.budget;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An amount for the year, spread evenly over months in whole units of the currency: what is left
 * over goes to the first of these months, one unit each, and what is less than a unit to the very
 * first. 100 rupiah over twelve months are four times 9 and eight times 8; 330 million in two
 * instalments are twice 165 million.
 *
 * @param amount minor units
 * @param in months of the year, 1 to 12, ascending and each once; all twelve, or those of the
 *     instalments
 */
public record Spread(long amount, List<Integer> in) {

    /** Copies the list. */
    public Spread {
        in = List.copyOf(in);
    }

    /** Over the whole year. */
    public static Spread wholeYear(long amount) {
        return new Spread(amount, List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    }

    /**
     * The twelve amounts; they add to the amount exactly.
     *
     * @param unit minor units in a whole unit of the currency: 100 for rupiah
     * @throws BudgetException naming what is wrong with the working
     */
    public List<Long> months(long unit) {
        if (amount < 0 || amount > BudgetLine.MOST)
            throw BudgetException.amount(BudgetField.YEAR_AMOUNT);
        if (in.isEmpty()) throw BudgetException.monthsNamed("");
        var before = 0;
        for (int month : in) {
            BudgetLine.requireMonth(BudgetField.IN_MONTHS, month);
            if (month <= before) throw BudgetException.monthsNamed(in.toString());
            before = month;
        }
        var whole = amount / unit;
        var months = new ArrayList<>(Collections.nCopies(BudgetLine.MONTHS, 0L));
        for (var at = 0; at < in.size(); at++) {
            var share = whole / in.size() + (at < whole % in.size() ? 1 : 0);
            months.set(in.get(at) - 1, share * unit + (at == 0 ? amount % unit : 0));
        }
        return List.copyOf(months);
    }
}
