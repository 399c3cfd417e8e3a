package id.patungan.budget;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How a line for staff is worked out: posts × monthly salary × months of service + THR.
 *
 * <p>THR, the holiday allowance, is posts × salary × {@code thrPays} in one month: one month's pay
 * unless something else is said. Where it is charged to another account than salaries, it is a line
 * of its own without months of service.
 *
 * @param salary of one post in one month, minor units
 * @param firstMonth of service, 1 to 12
 * @param serviceMonths 0 to 12, within the year
 * @param thrMonth in which THR is paid, 1 to 12; null: there is none
 * @param thrPays how many months' pay it is, with at most four decimals; 0 if there is none
 */
public record Staff(
        int posts,
        long salary,
        int firstMonth,
        int serviceMonths,
        @Nullable Integer thrMonth,
        BigDecimal thrPays) {

    private static final int MOST_POSTS = 10_000;
    private static final int DECIMALS = 4;

    /** Keeps one form of equal numbers; what is wrong is said by {@link #months}. */
    public Staff {
        thrPays = thrPays.stripTrailingZeros();
        if (thrPays.scale() < 0) thrPays = thrPays.setScale(0);
    }

    /** Twelve months of service and one month's pay as THR in that month. */
    public static Staff wholeYear(int posts, long salary, @Nullable Integer thrMonth) {
        return new Staff(
                posts,
                salary,
                1,
                BudgetLine.MONTHS,
                thrMonth,
                thrMonth == null ? BigDecimal.ZERO : BigDecimal.ONE);
    }

    /**
     * The twelve amounts, exactly.
     *
     * @throws BudgetException naming what is wrong with the working, also if THR comes to a
     *     fraction of a minor unit
     */
    public List<Long> months() {
        check();
        var month = Math.multiplyExact((long) posts, salary);
        var months = new ArrayList<>(Collections.nCopies(BudgetLine.MONTHS, 0L));
        for (var at = firstMonth; at < firstMonth + serviceMonths; at++) months.set(at - 1, month);
        if (thrMonth != null) months.set(thrMonth - 1, months.get(thrMonth - 1) + thr());
        return List.copyOf(months);
    }

    /** THR in minor units. */
    public long thr() {
        var allowance =
                BigDecimal.valueOf(posts).multiply(BigDecimal.valueOf(salary)).multiply(thrPays);
        try {
            return allowance.longValueExact();
        } catch (ArithmeticException fraction) {
            throw BudgetException.thrFraction(thrPays);
        }
    }

    private void check() {
        if (posts < 1 || posts > MOST_POSTS) {
            throw BudgetException.number(BudgetField.POSTS, Integer.toString(posts), 1, MOST_POSTS);
        }
        if (salary < 1 || salary > BudgetLine.MOST)
            throw BudgetException.amount(BudgetField.SALARY);
        BudgetLine.requireMonth(BudgetField.FIRST_MONTH, firstMonth);
        if (serviceMonths < 0 || firstMonth + serviceMonths > BudgetLine.MONTHS + 1) {
            throw BudgetException.number(
                    BudgetField.SERVICE_MONTHS,
                    Integer.toString(serviceMonths),
                    0,
                    BudgetLine.MONTHS + 1 - firstMonth);
        }
        if (thrMonth != null) BudgetLine.requireMonth(BudgetField.THR_MONTH, thrMonth);
        if ((thrMonth != null) != (thrPays.signum() > 0)
                || thrPays.scale() > DECIMALS
                || thrPays.compareTo(BigDecimal.valueOf(BudgetLine.MONTHS)) > 0) {
            throw BudgetException.thrPays(thrPays);
        }
        if (serviceMonths == 0 && thrMonth == null) throw BudgetException.noService();
    }
}
