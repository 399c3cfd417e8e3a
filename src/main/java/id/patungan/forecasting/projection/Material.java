package id.patungan.forecasting.projection;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the books, the charges, the awards and the budgets say, as {@link Assembly} makes an outlook
 * of it. Amounts are minor units of the book's currency.
 *
 * @param asOf the last day that counts
 * @param knownAt number of the last entry that counts
 * @param first the day of the first entry; null while there is none
 * @param activity what income, costs and things bought came to, of the twelve months up to that day
 * @param classes the funding class of each account of income
 * @param charges those with something open, and all others that say how their payers pay
 * @param prepaid by party, what was paid in advance and is not used
 * @param former parties that are members no more
 * @param debts what is owed or due between funds
 * @param plans the yearly budgets in force, of one alternative
 */
public record Material(
        LocalDate asOf,
        long knownAt,
        @Nullable LocalDate first,
        Currency currency,
        List<Pot> pots,
        List<Sum> activity,
        Map<String, String> classes,
        List<Charge> charges,
        Map<String, Long> prepaid,
        Set<String> former,
        List<Grant> grants,
        List<Debt> debts,
        List<Plan> plans) {

    /** Copies what it holds. */
    public Material {
        pots = List.copyOf(pots);
        activity = List.copyOf(activity);
        classes = Map.copyOf(classes);
        charges = List.copyOf(charges);
        prepaid = Map.copyOf(prepaid);
        former = Set.copyOf(former);
        grants = List.copyOf(grants);
        debts = List.copyOf(debts);
        plans = List.copyOf(plans);
    }

    /** What an account of a fund came to in a month; not negative but for what was taken back. */
    public record Sum(String account, String fund, YearMonth month, long amount) {}

    /**
     * A charge, when it falls due, and what came of it.
     *
     * @param dues whether it is for the secretariat, not for a project
     * @param year that is charged
     * @param credited taken back of it
     * @param writtenOff given up
     * @param payments what settled it, by day
     */
    public record Charge(
            String code,
            String party,
            String fund,
            boolean dues,
            int year,
            long credited,
            long writtenOff,
            List<Part> parts,
            List<Payment> payments) {

        /** Copies the lists. */
        public Charge {
            parts = List.copyOf(parts);
            payments = List.copyOf(payments);
        }
    }

    /** A part of a charge that falls due on a day. */
    public record Part(LocalDate due, long amount, long open) {}

    /**
     * A payment on a charge.
     *
     * @param money false for gifts in kind
     */
    public record Payment(LocalDate on, long amount, boolean money) {}

    /**
     * One purpose of an award with its fund.
     *
     * @param once whether its costs end with it
     * @param expected what has not come yet, by the month in which it is expected
     */
    public record Grant(
            String award,
            String fund,
            String party,
            String account,
            String fundingClass,
            YearMonth last,
            boolean once,
            @Nullable String currency,
            Map<YearMonth, Long> expected) {

        /** Copies the map. */
        public Grant {
            expected = Map.copyOf(expected);
        }
    }

    /**
     * What a fund owes, or is owed by another fund.
     *
     * @param amount positive if it has to pay
     */
    public record Debt(String account, String fund, long amount) {}

    /** The budget of a year. */
    public record Plan(int year, String reference, List<PlanLine> lines) {

        /** Copies the list. */
        public Plan {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a budget.
     *
     * @param text what it is for
     * @param months twelve amounts, January first
     */
    public record PlanLine(String account, String fund, String text, List<Long> months) {

        /** Copies the list. */
        public PlanLine {
            months = List.copyOf(months);
        }
    }
}
