package id.patungan.forecasting.indicators;

import id.patungan.contributions.DuesRule;
import id.patungan.forecasting.DuesSpread;
import id.patungan.forecasting.indicators.Value.Reason;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The indicators of a body on a day; pure. The formulas are those of the guide to forecasting, in
 * exact fractions; a denominator of zero or less is undefined.
 *
 * @param all every indicator, in order
 * @param members what the uplift means for each member
 * @param spread how the uplift was divided among them; null if there is none to divide
 * @param inKind income in kind of the year (47100), which is in no ratio of income
 * @param partial whether the year has not ended on the day
 * @param months how many months of books the reserve is measured by
 */
public record Indicators(
        LocalDate asOf,
        long knownAt,
        List<Indicator> all,
        List<MemberUplift> members,
        @Nullable DuesSpread spread,
        long inKind,
        boolean partial,
        int months) {

    /** What ends within so many months falls off the cliff. */
    public static final int CLIFF_MONTHS = 12;

    /** Takes copies. */
    public Indicators {
        all = List.copyOf(all);
        members = List.copyOf(members);
    }

    /** Whether the body has any entry until that day. */
    public boolean empty() {
        return months == 0;
    }

    /**
     * Works them out.
     *
     * @param now of the day
     * @param earlier of the ends of the years before, the newest first
     * @param thresholds of the body, in force on the day
     * @param rule of dues, in force on the day for those with these codes
     */
    static Indicators of(
            Material now,
            List<Material> earlier,
            Map<IndicatorCode, Threshold> thresholds,
            Function<Set<String>, Optional<DuesRule>> rule) {
        var figures = figures(now);
        var before = earlier.stream().map(Indicators::figures).toList();
        var all =
                Stream.of(IndicatorCode.values())
                        .map(code -> {
                            var figure = of(figures, code);
                            var trend = new ArrayList<Indicator.Point>();
                            for (var at = before.size() - 1; at >= 0; at--) {
                                trend.add(
                                        new Indicator.Point(
                                                earlier.get(at).asOf(),
                                                of(before.get(at), code).value()));
                            }
                            trend.add(new Indicator.Point(now.asOf(), figure.value()));
                            return new Indicator(
                                    code,
                                    figure.value(),
                                    figure.inputs(),
                                    trend,
                                    thresholds.get(code));
                        })
                        .toList();
        var income = new IncomeFigures(now);
        var members = new ClaimFigures(now, new ExpenseFigures(now, income)).members(rule);
        return new Indicators(
                now.asOf(),
                now.knownAt(),
                all,
                members.all(),
                members.spread(),
                now.year().stream()
                        .filter(one -> one.income() && one.account().equals("47100"))
                        .mapToLong(Flow::amount)
                        .sum(),
                now.partial(),
                now.months());
    }

    /** The indicator with that code. */
    public Indicator get(IndicatorCode code) {
        return all.stream().filter(one -> one.code() == code).findFirst().orElseThrow();
    }

    /**
     * The same with a runway from the projection.
     *
     * @param code one of the runways
     * @param trend a value for each day of the indicator's trend
     */
    Indicators with(IndicatorCode code, List<Value> trend) {
        if (!code.projected()) {
            throw new IllegalArgumentException(code + " is worked out from the books");
        }
        return new Indicators(
                asOf,
                knownAt,
                all.stream().map(one -> one.code() == code ? one.with(trend) : one).toList(),
                members,
                spread,
                inKind,
                partial,
                months);
    }

    private static Figure of(Map<IndicatorCode, Figure> figures, IndicatorCode code) {
        var found = figures.get(code);
        if (found == null) throw new IllegalStateException("No " + code);
        return found;
    }

    /** Every indicator of one day. */
    static Map<IndicatorCode, Figure> figures(Material of) {
        var figures = new EnumMap<IndicatorCode, Figure>(IndicatorCode.class);
        var income = new IncomeFigures(of);
        var expense = new ExpenseFigures(of, income);
        income.into(figures);
        expense.into(figures);
        new ClaimFigures(of, expense).into(figures);
        figures.put(IndicatorCode.RESTRICTED_COVERAGE, CoverageFigure.of(of));
        for (var code : IndicatorCode.values()) {
            if (code.projected()) {
                figures.put(code, Figure.of(new Value.Undefined(Reason.NO_PROJECTION)));
            } else if (of.months() == 0) {
                figures.put(code, Figure.of(new Value.Undefined(Reason.NO_BOOKS)));
            }
        }
        return figures;
    }
}
