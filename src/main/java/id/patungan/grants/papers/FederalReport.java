package id.patungan.grants.papers;

import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardMovement;
import id.patungan.grants.AwardStanding;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.papers.DonorStatement.Line;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/**
 * The federal financial report of the United States, lines 10 a to o and 11 of SF-425: cumulative
 * to the last day, in minor units of the award's currency. The books are kept on accrual; what the
 * lines would be on cash stands beside.
 *
 * @param receipts 10a: from the giver, less what went back to it
 * @param disbursements 10b: costs that are paid, and panjar
 * @param authorized 10d: the award
 * @param costs that the award has borne
 * @param unpaid what of them is still owed
 * @param shareProvided 10j: what other funds bore inside the frame, without what was moved to them
 *     from the award; the books know no share that is required (10i)
 * @param interestSpent what of the costs interest paid, once the award itself is used up
 * @param indirect line 11
 * @param cash how 10c ties to the ledger; null where the award is in another currency
 */
public record FederalReport(
        AwardPaper.Common common,
        LocalDate from,
        LocalDate until,
        long receipts,
        long disbursements,
        long authorized,
        long costs,
        long unpaid,
        long shareProvided,
        long interestSpent,
        List<Indirect> indirect,
        @Nullable Cash cash)
        implements AwardPaper {

    /** Copies the list. */
    public FederalReport {
        indirect = List.copyOf(indirect);
    }

    /**
     * An indirect line of the budget.
     *
     * @param cap percent of the direct costs at most; null if the agreement names none
     * @param base direct costs
     */
    public record Indirect(
            String code,
            String nameId,
            String nameEn,
            @Nullable String cap,
            LocalDate from,
            LocalDate until,
            long base,
            long charged) {}

    /**
     * onHand + interest that is neither spent nor returned + exchange − lent = bank.
     *
     * @param lent to other funds, less what is borrowed of them
     * @param bank and till, as the ledger has them
     */
    public record Cash(long onHand, long interest, long exchange, long lent, long bank) {}

    /** 10c. */
    public long onHand() {
        return receipts - disbursements;
    }

    /** 10g, on either basis. */
    public long obligations() {
        return costs - interestSpent;
    }

    /** 10h. */
    public long unobligated() {
        return authorized - obligations();
    }

    /**
     * The report at the end of a day.
     *
     * @throws AwardPaperException if it does not tie to the book
     */
    public static FederalReport of(Material material, LocalDate from, LocalDate until) {
        return new Assembly(material, DonorStatement.of(material, from, until)).report();
    }

    private record Assembly(Material material, DonorStatement statement) {

        FederalReport report() {
            var book = material.book();
            var on = statement.until();
            Ledgers.requireInAward(book, on, true);
            var costs =
                    statement.lines().stream().mapToLong(one -> one.spent().total()).sum()
                            + statement.unassigned().total();
            var unpaid = -inAward(on, HibahReport::payable);
            var receipts = Ledgers.advanced(book, on);
            var interestSpent =
                    Math.clamp(
                            costs - book.terms().amount(),
                            0,
                            Math.max(0, Ledgers.interest(book, on)));
            var disbursements =
                    costs - interestSpent - unpaid + inAward(on, one -> one.equals("11400"));
            var report =
                    new FederalReport(
                            statement.common(),
                            statement.from(),
                            on,
                            receipts,
                            disbursements,
                            book.terms().amount(),
                            costs,
                            unpaid,
                            provided(on),
                            interestSpent,
                            indirect(on),
                            book.foreign()
                                    ? null
                                    : cash(book, on, receipts - disbursements, interestSpent));
            requireTies(report);
            return report;
        }

        private long inAward(LocalDate on, Predicate<String> account) {
            return material.book()
                    .own()
                    .filter(one -> !one.date().isAfter(on) && account.test(one.account()))
                    .mapToLong(one -> AwardStanding.inAward(material.book(), one))
                    .sum();
        }

        private long provided(LocalDate on) {
            return Ledgers.shared(material.book())
                    .filter(one -> !one.date().isAfter(on))
                    .mapToLong(one -> AwardStanding.inAward(material.book(), one))
                    .sum();
        }

        private List<Indirect> indirect(LocalDate on) {
            var terms = material.book().terms();
            var lines = terms.lines().stream().filter(BudgetLine::indirect).toList();
            var base =
                    statement.lines().stream()
                            .filter(one -> lines.stream().noneMatch(same(one)))
                            .mapToLong(one -> one.spent().total())
                            .sum();
            var cap = terms.indirectCap();
            return statement.lines().stream()
                    .filter(one -> lines.stream().anyMatch(same(one)))
                    .map(one ->
                            new Indirect(
                                    one.code(),
                                    one.nameId(),
                                    one.nameEn(),
                                    cap == null ? null : cap.toPlainString(),
                                    terms.from(),
                                    on,
                                    base,
                                    one.spent().total()))
                    .toList();
        }

        private static Predicate<BudgetLine> same(Line line) {
            return one -> one.code().equals(line.code());
        }

        private Cash cash(AwardBook book, LocalDate on, long onHand, long interestSpent) {
            return new Cash(
                    onHand,
                    statement.cumulative().interest()
                            - Ledgers.interestReturned(book, on)
                            - interestSpent,
                    statement.cumulative().exchange(),
                    book.balance(on, "19100") + book.balance(on, "29100"),
                    book.balance(on, AwardMovement::cash));
        }

        private void requireTies(FederalReport made) {
            var cash = made.cash;
            if (cash == null) return;
            var counted = cash.onHand + cash.interest + cash.exchange - cash.lent;
            Ledgers.requireEqual(made.common.award(), "10c", counted, cash.bank);
        }
    }
}
