package id.patungan.grants.papers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Use of funds by voucher: every cost of a period with its voucher, in the book's currency and by
 * the award's rate in the giver's.
 *
 * @param vouchers in the order of days
 */
public record UseOfFunds(
        AwardPaper.Common common, LocalDate from, LocalDate until, List<Voucher> vouchers)
        implements AwardPaper {

    /** Copies the list. */
    public UseOfFunds {
        vouchers = List.copyOf(vouchers);
    }

    /** A cost under its number in the list. */
    public record Voucher(int number, AwardPaper.Cost cost) {}

    /** In minor units of the book's currency. */
    public long local() {
        return vouchers.stream().mapToLong(one -> one.cost().amount()).sum();
    }

    /** In minor units of the award's currency, each voucher rounded by itself. */
    public long inAward() {
        return vouchers.stream().mapToLong(one -> Ledgers.inAward(common, one.cost())).sum();
    }

    /**
     * The list of a period.
     *
     * @throws AwardPaperException if it does not tie to the book
     */
    public static UseOfFunds of(Material material, LocalDate from, LocalDate until) {
        var statement = DonorStatement.of(material, from, until);
        var made = new UseOfFunds(statement.common(), from, until, numbered(statement.costs()));
        var award = made.common.award();
        Ledgers.requireEqual(award, "vouchers", made.local(), statement.period().eligible());
        Ledgers.requireEqual(award, "memo", made.inAward(), statement.spent());
        return made;
    }

    /** Costs under their numbers, from 1. */
    static List<Voucher> numbered(List<AwardPaper.Cost> costs) {
        var vouchers = new ArrayList<Voucher>();
        costs.forEach(one -> vouchers.add(new Voucher(vouchers.size() + 1, one)));
        return vouchers;
    }
}
