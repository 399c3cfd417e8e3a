package id.patungan.allocation;

import id.patungan.basics.Money;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is still to pay, or to give back, when provisional charges are settled: each party's final
 * share less what it was charged before. It is never a rule applied to the difference of the
 * totals, which would round otherwise and would not know that the figures have changed.
 *
 * @param rows the parties of the final run in its order, then those that were only charged before
 * @param total final total less provisional total, which the differences add to
 */
public record TrueUp(List<Row> rows, Money total) {

    /** Takes a copy. */
    public TrueUp {
        rows = List.copyOf(rows);
    }

    /**
     * One party.
     *
     * @param difference above 0 to pay, below 0 to be given back
     */
    public record Row(
            String party, String name, Money share, Money provisional, Money difference) {}

    /** Settles provisional runs, such as the quarters of a year, by the final one. */
    public static TrueUp of(Shares last, List<Shares> provisional) {
        var names = new LinkedHashMap<String, String>();
        var charged = new LinkedHashMap<String, Money>();
        for (var run : provisional) {
            for (var share : run.shares()) {
                names.putIfAbsent(share.party(), share.name());
                charged.merge(share.party(), share.share(), Money::plus);
            }
        }
        return of(last, charged, names);
    }

    /**
     * Settles what was charged before, by party.
     *
     * @param names of the parties that are not in the final run; their codes if they are not there
     */
    public static TrueUp of(Shares last, Map<String, Money> charged, Map<String, String> names) {
        var none = Money.zero(last.total().currency());
        var rows = new ArrayList<Row>();
        var total = none;
        for (var share : last.shares()) {
            var before = charged.getOrDefault(share.party(), none);
            rows.add(row(share.party(), share.name(), share.share(), before));
        }
        charged.forEach((party, before) -> {
            if (last.find(party).isEmpty()) {
                rows.add(row(party, names.getOrDefault(party, party), none, before));
            }
        });
        for (var row : rows) {
            total = total.plus(row.difference());
        }
        return new TrueUp(rows, total);
    }

    private static Row row(String party, String name, Money share, Money before) {
        return new Row(party, name, share, before, share.minus(before));
    }
}
