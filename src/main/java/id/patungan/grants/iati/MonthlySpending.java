package id.patungan.grants.iati;

import id.patungan.basics.Money;
import id.patungan.grants.iati.IatiActivity.Party;
import id.patungan.grants.iati.IatiActivity.Transaction;
import id.patungan.grants.iati.IatiActivity.Value;
import id.patungan.grants.iati.IatiActivity.Words;
import id.patungan.grants.iati.IatiCode.TransactionType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Spending as the world may see it: one expenditure for each month, line of the budget and
 * currency, described by the name of the line. Who was paid and what somebody typed about it stay
 * in the books, because either may name a person.
 */
public final class MonthlySpending {

    private MonthlySpending() {}

    /**
     * A cost that an award bears.
     *
     * @param line its code in the giver's budget
     * @param name of the line
     * @param amount negative where a cost is taken back
     */
    public record Cost(LocalDate date, String line, Words name, Money amount) {}

    private record Key(YearMonth month, String line, String currency) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::month)
                        .thenComparing(Key::line)
                        .thenComparing(Key::currency);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Sum(LocalDate last, Words name, Money amount) {

        private Sum plus(Sum other) {
            var later = other.last.isBefore(last) ? this : other;
            return new Sum(later.last, later.name, amount.plus(other.amount));
        }
    }

    /**
     * The expenditures in the order of month and line, each dated the last day of its month on
     * which there was a cost. What comes to nothing is left out.
     *
     * @param spender provides the money; whom it reaches is not named
     */
    public static List<Transaction> transactions(List<Cost> costs, Party spender) {
        var sums = new TreeMap<Key, Sum>();
        for (var cost : costs) {
            sums.merge(
                    new Key(YearMonth.from(cost.date()), cost.line(), currency(cost)),
                    new Sum(cost.date(), cost.name(), cost.amount()),
                    Sum::plus);
        }
        return sums.values().stream()
                .filter(sum -> !sum.amount().isZero())
                .map(sum -> transaction(sum, spender))
                .toList();
    }

    private static String currency(Cost cost) {
        return cost.amount().currency().getCurrencyCode();
    }

    private static Transaction transaction(Sum sum, Party spender) {
        return new Transaction(
                null,
                TransactionType.EXPENDITURE,
                sum.last(),
                new Value(sum.amount(), sum.last()),
                sum.name(),
                spender,
                null);
    }
}
