package id.patungan.forecasting.indicators;

import id.patungan.forecasting.indicators.Material.Balance;
import id.patungan.forecasting.indicators.Term.Label;
import id.patungan.forecasting.indicators.Term.Part;
import id.patungan.forecasting.indicators.Value.Reason;

import java.util.ArrayList;
import java.util.TreeMap;

/**
 * Whether the cash of restricted and conditional funds is there. What must be there is all they owe
 * (not to other funds) and their net assets, less what of these is not cash: receivables, panjar,
 * prepaid items, fixed assets. What they lent to other funds never counts as there.
 */
final class CoverageFigure {

    private static final String LENT = "19100";
    private static final String BORROWED = "29100";

    private CoverageFigure() {}

    static Figure of(Material of) {
        var cash = new ArrayList<Part>();
        var owed = new ArrayList<Part>();
        var netAssets = new TreeMap<String, Long>();
        for (var one : of.balances()) {
            if (!one.restriction().restricted()) continue;
            netAssets.merge(one.fund(), one.amount(), Math::addExact);
            if (one.cash()) {
                cash.add(part(of, one, one.amount()));
            } else if (one.asset()
                    ? !one.account().equals(LENT)
                    : !one.account().equals(BORROWED)) {
                owed.add(part(of, one, Math.negateExact(one.amount())));
            }
        }
        netAssets.forEach((fund, amount) -> {
            if (amount != 0) {
                owed.add(
                        new Part(
                                Label.account("32000", fund),
                                amount,
                                new Place(
                                        Place.Kind.FUND, null, of.asOf(), null, fund, null, null)));
            }
        });
        var there = Term.of("restricted-cash", cash);
        var needed = Term.of("restricted-owed", owed);
        return Figure.of(
                Value.ratio(there.amount(), needed.amount(), Reason.NOTHING_RESTRICTED),
                there,
                needed);
    }

    private static Part part(Material of, Balance balance, long amount) {
        return new Part(
                Label.account(balance.account(), balance.fund()),
                amount,
                new Place(
                        Place.Kind.JOURNAL,
                        null,
                        of.asOf(),
                        balance.account(),
                        balance.fund(),
                        null,
                        null));
    }
}
