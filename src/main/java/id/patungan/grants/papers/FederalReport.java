package id.patungan.grants.papers;

import id.patungan.grants.AwardBook;
import id.patungan.grants.AwardMovement;
import id.patungan.grants.AwardStanding;
import id.patungan.grants.AwardTerms.BudgetLine;
import id.patungan.grants.AwardTerms.Interest;
import id.patungan.grants.ForeignMoney;
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
 * @param shareProvided 10j: what other funds bore inside the frame, but nothing that the award
 *     could not bear; the terms name no share that is required (10i)
 * @param incomeEarned 10l: interest that is added to the award
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
        long incomeEarned,
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
     * onHand + interest + exchange − lent = bank.
     *
     * @param lent to other funds, less what is borrowed of them
     * @param bank and till, as the ledger has them
     */
    public record Cash(long onHand, long interest, long exchange, long lent, long bank) {}

    /** 10c. */
    public long onHand() {
        return receipts - disbursements;
    }

    /** 10n: what of the income is spent, once the award itself is used up. */
    public long incomeSpent() {
        return Math.max(0, Math.min(incomeEarned, costs - authorized));
    }

    /** 10g, on either basis. */
    public long obligations() {
        return costs - incomeSpent();
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
            var costs =
                    statement.lines().stream().mapToLong(one -> one.spent().total()).sum()
                            + statement.unassigned().total();
            var unpaid = -inAward(on, HibahReport::payable);
            var receipts = Ledgers.advanced(book, on);
            var disbursements = costs - unpaid + inAward(on, one -> one.equals("11400"));
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
                            earned(),
                            indirect(on),
                            book.foreign() ? null : cash(book, on, receipts - disbursements));
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

        private long earned() {
            var book = material.book();
            if (book.terms().interest() != Interest.AWARD) return 0;
            return book.foreign()
                    ? new ForeignMoney(book).position(statement.until()).interest()
                    : statement.cumulative().interest();
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

        private Cash cash(AwardBook book, LocalDate on, long onHand) {
            return new Cash(
                    onHand,
                    statement.cumulative().interest(),
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
