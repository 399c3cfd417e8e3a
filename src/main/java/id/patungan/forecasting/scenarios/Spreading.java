package id.patungan.forecasting.scenarios;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties;
import id.patungan.allocation.Rule;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Origin;
import id.patungan.forecasting.projection.Outlook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a member that left would have paid, put on others. */
final class Spreading {

    private Spreading() {}

    /**
     * On the dues of the others, month by month, in the proportion of what they are charged from
     * then on, in whole units of the currency; what is less than a unit goes to the first of them.
     */
    static Outlook onDues(Outlook outlook, List<Long> lost, int start, Origin why) {
        var keys = new TreeMap<String, Fraction>();
        Map<String, List<Long>> changed = new HashMap<>();
        for (var line : outlook.lines()) {
            var charged =
                    line.due().subList(start, outlook.months()).stream().reduce(0L, Math::addExact);
            if (line.group() != Group.DUES || charged == 0) continue;
            keys.put(line.id(), Fraction.of(charged));
            changed.put(line.id(), new ArrayList<>(line.due()));
        }
        if (keys.isEmpty()) return outlook;
        var parties = Parties.of(keys.keySet().toArray(String[]::new));
        var unit =
                BigDecimal.TEN.pow(outlook.currency().getDefaultFractionDigits()).longValueExact();
        for (int at = start; at < outlook.months(); at++) {
            var rest = lost.get(at) % unit;
            var first = changed.get(keys.firstKey());
            if (rest != 0 && first != null) first.set(at, Math.addExact(first.get(at), rest));
            if (lost.get(at) == rest) continue;
            var total = new Money(outlook.currency(), lost.get(at) - rest);
            for (var share : Allocation.allocate(total, new Rule.Weights(keys), parties).shares()) {
                var due = changed.get(share.party());
                if (due == null) continue;
                due.set(at, Math.addExact(due.get(at), share.share().minorUnits()));
            }
        }
        return outlook.each(line -> {
            var due = changed.get(line.id());
            return due == null ? line : line.with(due, why);
        });
    }

    /**
     * Off what goes on costing money, year by year, every cost in the same proportion; no further
     * than to nothing.
     */
    static Outlook onCosts(Outlook outlook, List<Long> lost, int start, Origin why) {
        var yearlyLost = new TreeMap<Integer, Long>();
        var yearlyCosts = new TreeMap<Integer, Long>();
        for (int at = start; at < outlook.months(); at++) {
            var year = outlook.month(at).getYear();
            yearlyLost.merge(year, lost.get(at), Math::addExact);
            for (var line : outlook.lines()) {
                if (cut(line)) yearlyCosts.merge(year, line.due().get(at), Math::addExact);
            }
        }
        return outlook.each(line -> {
            if (!cut(line)) return line;
            var due = new ArrayList<>(line.due());
            for (int at = start; at < due.size(); at++) {
                var year = outlook.month(at).getYear();
                long costs = yearlyCosts.getOrDefault(year, 0L);
                long gone = Math.min(costs, yearlyLost.getOrDefault(year, 0L));
                if (costs == 0) continue;
                due.set(
                        at,
                        Fraction.of(due.get(at))
                                .times(Fraction.of(costs - gone, costs))
                                .rounded(0, RoundingMode.HALF_UP)
                                .longValueExact());
            }
            return line.with(due, why);
        });
    }

    private static boolean cut(Line line) {
        return line.recurring() && (line.group() == Group.COSTS || line.group() == Group.STAFF);
    }
}
