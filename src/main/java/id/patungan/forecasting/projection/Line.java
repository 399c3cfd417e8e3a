package id.patungan.forecasting.projection;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * What one source brings or costs month by month.
 *
 * @param id unique in its outlook, such as {@code dues/34.04} or {@code cost/UMUM/51100}
 * @param fund that it comes into or goes out of
 * @param account that it will be posted to
 * @param fundingClass D0 to D5 of money that comes in
 * @param party who pays, where it is known
 * @param currency that it is agreed in, where it is not the book's
 * @param recurring whether it goes on; a cost that does not is dropped when its fund ends
 * @param due minor units by the month in which they are due, from the outlook's first month on; not
 *     negative
 * @param lag how late it comes
 * @param origins what it comes from and what changed it; at least one
 */
public record Line(
        String id,
        Group group,
        String fund,
        String account,
        @Nullable String fundingClass,
        @Nullable String party,
        @Nullable String currency,
        boolean recurring,
        List<Long> due,
        Lag lag,
        List<Origin> origins) {

    /** What lines are, for those who change or show them. */
    public enum Group {
        /** What members are charged for the secretariat. */
        DUES(true),
        /** What payers owe already. */
        OPEN_CHARGES(true),
        /** What awards bring. */
        AWARDS(true),
        /** Shares of projects and other income. */
        OTHER_INCOME(true),
        /** Salaries and what hangs on them. */
        STAFF(false),
        /** All other costs. */
        COSTS(false),
        /** What is owed to others. */
        DEBTS(false);

        private final boolean income;

        Group(boolean income) {
            this.income = income;
        }

        /** Whether it brings money. */
        public boolean income() {
            return income;
        }

        /** As in messages and as sent. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if an amount is negative or nothing says where it is from
     */
    public Line {
        due = List.copyOf(due);
        origins = List.copyOf(origins);
        if (due.stream().anyMatch(one -> one < 0)) {
            throw new IllegalArgumentException(id + " has a negative amount");
        }
        if (origins.isEmpty()) throw new IllegalArgumentException(id + " comes from nowhere");
    }

    /** Whether it brings money. */
    public boolean income() {
        return group.income();
    }

    /** All that falls due. */
    public long total() {
        return due.stream().reduce(0L, Math::addExact);
    }

    /** With other amounts, and what changed them. */
    public Line with(List<Long> amounts, Origin why) {
        return new Line(
                id,
                group,
                fund,
                account,
                fundingClass,
                party,
                currency,
                recurring,
                amounts,
                lag,
                joined(why));
    }

    /** With another delay, and what changed it. */
    public Line with(Lag other, Origin why) {
        return new Line(
                id,
                group,
                fund,
                account,
                fundingClass,
                party,
                currency,
                recurring,
                due,
                other,
                joined(why));
    }

    /** The same out of another fund under another name. */
    public Line in(String otherFund, String otherId, List<Long> amounts, Origin why) {
        return new Line(
                otherId,
                group,
                otherFund,
                account,
                fundingClass,
                party,
                currency,
                recurring,
                amounts,
                lag,
                joined(why));
    }

    private List<Origin> joined(Origin why) {
        var all = new ArrayList<>(origins);
        all.add(why);
        return all;
    }

    /** Its amounts, those from a month on changed. */
    public List<Long> dueFrom(int month, LongUnaryOperator change) {
        var changed = new ArrayList<Long>(due.size());
        for (int at = 0; at < due.size(); at++) {
            changed.add(at < month ? due.get(at) : Long.valueOf(change.applyAsLong(due.get(at))));
        }
        return changed;
    }
}
