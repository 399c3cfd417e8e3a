package id.patungan.forecasting.papers;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.Advice;
import id.patungan.forecasting.scenarios.Overlay;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What becomes of the free cash if somebody stops at once, everything else as in the forecast.
 *
 * @param codes of whom, or of the award; none of the forecast itself
 * @param lowest the least that the free cash comes to, in minor units
 * @param month at whose end that is, from 1; 0 for now
 * @param dues by how many percent dues would have to rise so that it never runs out; null if no
 *     rise is enough
 * @param same whether it changes nothing of the free cash
 */
public record WhatIf(
        Kind kind,
        List<String> codes,
        Runway runway,
        long lowest,
        int month,
        @Nullable Fraction dues,
        boolean same) {

    /** More rows than this are read by nobody. */
    private static final int MOST = 4;

    private static final int YEAR = 12;

    /** Copies the list. */
    public WhatIf {
        codes = List.copyOf(codes);
    }

    /** What happens. */
    public enum Kind {
        /** Nothing beside the forecast. */
        AS_IS,
        /** A donor or another giver leaves. */
        GIVER,
        /** A hibah of a government ends. */
        AWARD,
        /** All that give leave. */
        ALL_GIVERS,
        /** The member that owes most pays nothing. */
        MEMBER;

        /** As in messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The forecast, then without each giver, without each hibah, without the largest member. */
    static List<WhatIf> of(Forecast forecast) {
        var outlook = forecast.changed().outlook();
        var all = new ArrayList<WhatIf>();
        all.add(of(Kind.AS_IS, List.of(), forecast.changed(), forecast.changed()));
        var givers = givers(outlook);
        var hibah = hibah(outlook);
        var before = outlook.from().minusMonths(1);
        for (var giver : limited(givers)) {
            var without = new Overlay.DonorExit(giver, before).apply(outlook, Map.of());
            all.add(of(Kind.GIVER, List.of(giver), Projection.of(without), forecast.changed()));
        }
        for (var award : limited(hibah)) {
            var without = new Overlay.AwardEnd(award, before).apply(outlook, Map.of());
            all.add(of(Kind.AWARD, List.of(award), Projection.of(without), forecast.changed()));
        }
        if (givers.size() + hibah.size() > 1) {
            var without = outlook;
            for (var one : givers) {
                without = new Overlay.DonorExit(one, before).apply(without, Map.of());
            }
            for (var one : hibah) {
                without = new Overlay.AwardEnd(one, before).apply(without, Map.of());
            }
            var codes = new ArrayList<>(givers);
            codes.addAll(hibah);
            all.add(of(Kind.ALL_GIVERS, codes, Projection.of(without), forecast.changed()));
        }
        for (var member : largest(forecast.changed())) {
            var without =
                    new Overlay.MemberDefault(member, outlook.from(), Fraction.HUNDRED)
                            .apply(outlook, Map.of());
            all.add(of(Kind.MEMBER, List.of(member), Projection.of(without), forecast.changed()));
        }
        return all;
    }

    private static List<String> limited(List<String> codes) {
        return codes.subList(0, Math.min(codes.size(), MOST));
    }

    private static WhatIf of(Kind kind, List<String> codes, Projection then, Projection now) {
        var advice = Advice.of(then.outlook());
        return new WhatIf(
                kind,
                codes,
                then.runway(),
                advice.lowest(),
                advice.month(),
                advice.dues(),
                then.free().equals(now.free()));
    }

    /** Who gives from outside by awards that still run, or without one, in the order of codes. */
    static List<String> givers(Outlook outlook) {
        var givers = new TreeSet<String>();
        for (var award : running(outlook)) {
            if (!award.fundingClass().equals("D2")) givers.add(award.party());
        }
        Predicate<Line> given =
                line ->
                        line.group() == Group.OTHER_INCOME
                                && ("D3".equals(line.fundingClass())
                                        || "D4".equals(line.fundingClass()));
        for (var line : outlook.lines()) {
            var party = line.party();
            if (party != null && given.test(line)) givers.add(party);
        }
        return List.copyOf(givers);
    }

    /** The awards of governments that still run, in the order of codes. */
    static List<String> hibah(Outlook outlook) {
        var codes = new TreeSet<String>();
        for (var award : running(outlook)) {
            if (award.fundingClass().equals("D2")) codes.add(award.code());
        }
        return List.copyOf(codes);
    }

    /** The awards that bear costs in the months ahead. */
    static List<Outlook.Award> running(Outlook outlook) {
        return outlook.awards().stream()
                .filter(one -> !one.last().isBefore(outlook.from()))
                .toList();
    }

    /** Who is to pay most of dues and charges in the year ahead; the first by code among equals. */
    private static List<String> largest(Projection projection) {
        var sums = new TreeMap<String, Long>();
        for (var line : projection.outlook().lines()) {
            var party = line.party();
            if (party == null
                    || (line.group() != Group.DUES && line.group() != Group.OPEN_CHARGES)) {
                continue;
            }
            long sum = 0;
            for (long due : line.due().subList(0, Math.min(YEAR, line.due().size()))) {
                sum = Math.addExact(sum, due);
            }
            sums.merge(party, sum, Math::addExact);
        }
        return sums.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .stream()
                .toList();
    }
}
