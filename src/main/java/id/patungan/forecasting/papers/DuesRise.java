package id.patungan.forecasting.papers;

import id.patungan.basics.Fraction;
import id.patungan.contributions.DuesRule;
import id.patungan.forecasting.DuesSpread;
import id.patungan.forecasting.indicators.MemberUplift;
import id.patungan.forecasting.pages.ForecastCharts.Balance;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Outlook;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * By how much dues would have to rise for every whole year ahead to pay for what recurs in it: what
 * is missing of the worst year, divided by what is paid of the dues in it, and so much more of its
 * dues in all, divided by the rule in force.
 *
 * @param worst the year that asks for most; null if none is whole
 * @param rate what is missing for each unit of dues paid; below zero if there is room; null if no
 *     dues are paid in a year that lacks money, or in none, or nothing is needed
 * @param spread of the dues of the worst year after the rise; null like the rate
 * @param members by code
 */
public record DuesRise(
        @Nullable Balance worst,
        @Nullable Fraction rate,
        @Nullable DuesSpread spread,
        List<Member> members) {

    /** Copies the list. */
    public DuesRise {
        members = List.copyOf(members);
    }

    /**
     * A member.
     *
     * @param dues that fall due in the worst year, in minor units
     * @param rise of them; null like the rate, or if none fall due
     * @param booked what the books say of it; null if it was charged nothing in their last year
     */
    public record Member(
            String party, long dues, @Nullable Long rise, @Nullable MemberUplift booked) {}

    /**
     * Of an outlook.
     *
     * @param balances of its whole years
     * @param booked what the books say of each member
     * @param inForce looks the rule up that divides among those with these codes
     */
    static DuesRise of(
            Outlook outlook,
            List<Balance> balances,
            List<MemberUplift> booked,
            Function<Set<String>, Optional<DuesRule>> inForce) {
        var worst = worst(balances);
        var rate =
                worst == null || worst.dues() <= 0 || worst.need() <= 0
                        ? null
                        : Fraction.of(worst.missing(), worst.dues());
        var uplifts = new LinkedHashMap<String, MemberUplift>();
        booked.forEach(one -> uplifts.put(one.member().code(), one));
        var dues = new TreeMap<String, Long>();
        uplifts.keySet().forEach(code -> dues.put(code, 0L));
        for (var line : outlook.lines()) {
            var party = line.party();
            if (line.group() != Group.DUES || party == null) continue;
            dues.merge(party, worst == null ? 0 : due(outlook, line.due(), worst), Math::addExact);
        }
        var spread = rate == null ? null : spread(outlook, dues, rate, inForce);
        var rises = new HashMap<String, Long>();
        if (spread != null) spread.parts().forEach(one -> rises.put(one.party(), one.extra()));
        return new DuesRise(
                worst,
                rate,
                spread,
                dues.entrySet().stream()
                        .map(one ->
                                new Member(
                                        one.getKey(),
                                        one.getValue(),
                                        rises.get(one.getKey()),
                                        uplifts.get(one.getKey())))
                        .toList());
    }

    private static DuesSpread spread(
            Outlook outlook,
            Map<String, Long> dues,
            Fraction rate,
            Function<Set<String>, Optional<DuesRule>> inForce) {
        var sum = dues.values().stream().reduce(0L, Math::addExact);
        return DuesSpread.of(
                dues,
                Fraction.of(sum).times(rate.plus(Fraction.ONE)),
                outlook.currency(),
                () -> inForce.apply(dues.keySet()));
    }

    private static long due(Outlook outlook, List<Long> due, Balance of) {
        long sum = 0;
        for (int at = 0; at < due.size(); at++) {
            if (outlook.month(at).getYear() == of.year()) sum = Math.addExact(sum, due.get(at));
        }
        return sum;
    }

    /** A year that lacks money and has no dues, else the one that asks for most of them. */
    private static @Nullable Balance worst(List<Balance> balances) {
        Balance worst = null;
        for (var one : balances) {
            if (one.dues() <= 0 && one.missing() > 0) return one;
            if (one.dues() <= 0) continue;
            if (worst == null || rate(one).compareTo(rate(worst)) > 0) worst = one;
        }
        return worst;
    }

    private static Fraction rate(Balance of) {
        return Fraction.of(of.missing(), of.dues());
    }
}
