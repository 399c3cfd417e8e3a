package id.patungan.grants;

import id.patungan.grants.AwardTerms.BudgetLine;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * The giver's budget beside what was spent, line by line, in minor units of the award's currency.
 *
 * @param elsewhere what other funds have borne for its activities, in minor units of the book
 */
public record AwardBudget(List<LineSpent> lines, long budget, long spent, long elsewhere) {

    /** Copies the list. */
    public AwardBudget {
        lines = List.copyOf(lines);
    }

    /** A line and what was spent of it. */
    public record LineSpent(BudgetLine line, long spent) {

        /** What is left; negative where a named person let it go beyond. */
        public long left() {
            return line.amount() - spent;
        }

        /** Percent of the line, rounded down. */
        public long percent() {
            return BigInteger.valueOf(spent)
                    .multiply(BigInteger.valueOf(100))
                    .divide(BigInteger.valueOf(line.amount()))
                    .longValueExact();
        }
    }

    /** What was spent to the end of a day. */
    public static AwardBudget of(AwardBook book, LocalDate on) {
        var lines =
                book.terms().lines().stream()
                        .map(line -> new LineSpent(line, spent(book, line.code(), on)))
                        .toList();
        return new AwardBudget(
                lines,
                lines.stream().mapToLong(one -> one.line().amount()).sum(),
                lines.stream().mapToLong(LineSpent::spent).sum(),
                book.elsewhere()
                        .filter(one -> !one.date().isAfter(on))
                        .mapToLong(AwardMovement::amount)
                        .sum());
    }

    private static long spent(AwardBook book, String line, LocalDate on) {
        return book.own()
                .filter(one -> one.cost() && !one.date().isAfter(on))
                .filter(one ->
                        AwardLineCode.read(one.awardLine())
                                .filter(code -> code.line().equals(line))
                                .isPresent())
                .mapToLong(one -> AwardStanding.inAward(book, one))
                .sum();
    }

    /**
     * A month of the award's period.
     *
     * @param planned an equal part of the award in whole units of its currency
     * @param spent what was spent in it
     */
    public record Month(YearMonth month, long planned, long spent) {}

    /** The award spread evenly over the months of its period, beside what was spent in each. */
    public static List<Month> months(AwardBook book) {
        var terms = book.terms();
        return Phases.monthly(terms.money(terms.amount()), terms.from(), terms.to())
                .entrySet()
                .stream()
                .map(one ->
                        new Month(
                                one.getKey(),
                                one.getValue().minorUnits(),
                                book.own()
                                        .filter(AwardMovement::cost)
                                        .filter(cost ->
                                                YearMonth.from(cost.date()).equals(one.getKey()))
                                        .mapToLong(cost -> AwardStanding.inAward(book, cost))
                                        .sum()))
                .toList();
    }
}
