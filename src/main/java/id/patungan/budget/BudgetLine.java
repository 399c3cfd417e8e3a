package id.patungan.budget;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.List;

/**
 * A line of a budget: what is planned on an account, of a fund, perhaps for a project.
 *
 * <p>Its months are typed, or they follow from a working; then the working is kept beside them and
 * they must equal it.
 *
 * @param account income, expense, or fixed assets
 * @param text tells lines on the same account, fund and project apart
 * @param staff the working of a line for staff, or null
 * @param spread the working of an amount for the year, or null; never both
 * @param months twelve amounts in minor units, none negative
 */
public record BudgetLine(
        String account,
        String fund,
        @Nullable String project,
        String text,
        @Nullable Staff staff,
        @Nullable Spread spread,
        List<Long> months) {

    /** Months of a year. */
    public static final int MONTHS = 12;

    /** No amount of a line is larger, in minor units: a trillion rupiah. */
    public static final long MOST = 100_000_000_000_000L;

    /** By fund, account, project and text. */
    static final Comparator<BudgetLine> ORDER =
            Comparator.comparing(BudgetLine::fund)
                    .thenComparing(BudgetLine::account)
                    .thenComparing(line -> line.project() == null ? "" : line.project())
                    .thenComparing(BudgetLine::text);

    /** Copies the list. */
    public BudgetLine {
        months = List.copyOf(months);
    }

    /**
     * What tells lines of a budget apart.
     *
     * @param project empty where there is none
     */
    public record Key(String fund, String account, String project, String text) {}

    /** What tells it from other lines. */
    public Key key() {
        return new Key(fund, account, project == null ? "" : project, text);
    }

    /** A line whose months are typed. */
    public static BudgetLine typed(
            String account, String fund, @Nullable String project, String text, List<Long> months) {
        return new BudgetLine(account, fund, project, text, null, null, months);
    }

    /** A line for staff; its months follow from the working. */
    public static BudgetLine of(
            String account, String fund, @Nullable String project, String text, Staff staff) {
        return new BudgetLine(account, fund, project, text, staff, null, staff.months());
    }

    /**
     * A line with an amount for the year; its months follow from the working.
     *
     * @param unit minor units in a whole unit of the currency
     */
    public static BudgetLine of(
            String account,
            String fund,
            @Nullable String project,
            String text,
            Spread spread,
            long unit) {
        return new BudgetLine(account, fund, project, text, null, spread, spread.months(unit));
    }

    /** What the whole year comes to. */
    public long total() {
        return months.stream().mapToLong(Long::longValue).reduce(0, Math::addExact);
    }

    /**
     * Refuses months that are not twelve, negative, too large, or not those of the working.
     *
     * @param unit minor units in a whole unit of the currency
     */
    void requireWorked(long unit) {
        if (months.size() != MONTHS) throw BudgetException.twelve(months.size());
        for (var at = 0; at < MONTHS; at++) {
            var month = months.get(at);
            if (month < 0) throw BudgetException.negative(at + 1);
            if (month > MOST) throw BudgetException.amount(BudgetField.MONTHS);
        }
        if (staff != null && spread != null) throw BudgetException.twoWorkings();
        var worked = staff != null ? staff.months() : spread != null ? spread.months(unit) : months;
        for (var at = 0; at < MONTHS; at++) {
            if (!worked.get(at).equals(months.get(at))) {
                throw BudgetException.notTheWorking(at + 1);
            }
        }
    }

    /** The column of a month in files: {@code m01}. */
    static String column(int month) {
        return (month < 10 ? "m0" : "m") + month;
    }

    static void requireMonth(BudgetField field, int month) {
        if (month < 1 || month > MONTHS) {
            throw BudgetException.number(field, Integer.toString(month), 1, MONTHS);
        }
    }
}
