package id.patungan.grants.papers;

import id.patungan.ledger.FundBalance;

import java.time.LocalDate;
import java.util.List;

/**
 * The account of the association, or of whoever else bore costs for an award's activities: what the
 * donor's statement leaves out, by activity and voucher, and the cash of the funds that bore it. It
 * is the other half of the {@link Bridge}.
 *
 * @param rows what others bore, by activity; the donor's part is in the bridge
 * @param costs down to the voucher
 * @param funds that bore them
 */
public record OthersAccount(
        AwardPaper.Common common,
        LocalDate from,
        LocalDate until,
        List<Bridge.Row> rows,
        long total,
        List<AwardPaper.Cost> costs,
        List<Fund> funds)
        implements AwardPaper {

    /** Copies the lists. */
    public OthersAccount {
        rows = List.copyOf(rows);
        costs = List.copyOf(costs);
        funds = List.copyOf(funds);
    }

    /**
     * Cash and bank of a fund, and what it bore.
     *
     * @param spent all that was paid from it, for whatever
     * @param borne what of its costs was for the award's activities
     */
    public record Fund(
            String fund, long opening, long received, long spent, long closing, long borne) {}

    /**
     * The account of a period.
     *
     * @param bridge of the same days
     * @param cash of all funds in these days
     * @throws AwardPaperException if it does not tie to the bridge
     */
    public static OthersAccount of(Bridge bridge, List<FundBalance> cash) {
        var made =
                new OthersAccount(
                        bridge.common(),
                        bridge.from(),
                        bridge.until(),
                        bridge.rows().stream().filter(one -> one.others() != 0).toList(),
                        bridge.others(),
                        bridge.costs(),
                        bridge.byFund().stream().map(one -> fund(one, cash)).toList());
        var award = made.common.award();
        var rows = made.rows.stream().mapToLong(Bridge.Row::others).sum();
        Ledgers.requireEqual(award, "activities", rows, made.total);
        var listed = made.costs.stream().mapToLong(AwardPaper.Cost::amount).sum();
        Ledgers.requireEqual(award, "vouchers", listed, made.total);
        return made;
    }

    private static Fund fund(Bridge.ByFund one, List<FundBalance> cash) {
        return cash.stream()
                .filter(of -> of.fund().value().equals(one.fund()))
                .findFirst()
                .map(of ->
                        new Fund(
                                one.fund(),
                                of.opening(),
                                of.in(),
                                of.out(),
                                of.closing(),
                                one.amount()))
                .orElseGet(() -> new Fund(one.fund(), 0, 0, 0, 0, one.amount()));
    }
}
