package id.patungan.grants;

import id.patungan.grants.AwardTerms.BudgetLine;

import java.time.LocalDate;
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
            return Math.floorDiv(Math.multiplyExact(spent, 100), line.amount());
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
}
