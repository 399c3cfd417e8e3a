package id.patungan.forecasting;

import id.patungan.forecasting.projection.Assembly;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Pot;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.simulation.Backtest;
import id.patungan.forecasting.simulation.Compiled;
import id.patungan.forecasting.simulation.Forecaster.Expected;
import id.patungan.forecasting.simulation.Simulation;
import id.patungan.platform.Access;

import org.springframework.stereotype.Service;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Examines forecasts. Only for who reads all of a book. */
@Service
public class Examinations {

    /**
     * How much of the past is looked at, in months: so many that there are at most 24 months to
     * forecast from.
     */
    public static final int PAST = Backtest.LEAST_MONTHS + 23;

    private static final int AHEAD = 12;
    private static final int PATHS_OF_PAST = 400;

    private final Outlooks outlooks;
    private final OutlookRepository past;

    Examinations(Outlooks outlooks, OutlookRepository past) {
        this.outlooks = outlooks;
        this.past = past;
    }

    /**
     * Examines a forecast.
     *
     * @throws id.patungan.forecasting.simulation.SimulationException if its months are too few to
     *     tell whether the runway is that short
     */
    public Examination of(Access access, Forecast forecast, Examination.Asked asked) {
        var outlook = forecast.changed().outlook();
        return new Examination(
                forecast,
                asked,
                Forecasts.risks(forecast),
                Forecasts.simulate(forecast, asked.paths(), asked.seed()),
                Swings.of(outlook),
                Shocks.of(outlook, asked.under()),
                past(access, forecast.base().outlook(), asked.seed()));
    }

    /**
     * How the base would have done: at the end of each earlier month, with the books up to then,
     * its free cash of the twelve months after, and the band from P5 to P95, beside what the books
     * had in the end. Budgets and terms of awards are those that are known now.
     */
    private Backtest past(Access access, Outlook outlook, long seed) {
        var history = history(access, outlook);
        return Backtest.of(
                history.free(),
                before -> ahead(access, history.month(before.size()), outlook.knownAt(), seed),
                Backtest.OUTER_BAND);
    }

    /**
     * Free cash at the end of each month.
     *
     * @param first the first of them
     */
    private record History(YearMonth first, List<Long> free) {

        /** The month of the last of so many. */
        YearMonth month(int count) {
            return first.plusMonths(count - 1L);
        }
    }

    /** From the month of the first entry, or as far back as is looked, to the last whole month. */
    private History history(Access access, Outlook outlook) {
        var funds = outlook.pots().stream().filter(Pot::unrestricted).map(Pot::fund).toList();
        var moves = past.cash(access.body(), funds, outlook.asOf(), outlook.knownAt());
        var next = YearMonth.from(outlook.asOf().plusDays(1));
        var free = new ArrayList<Long>();
        if (moves.isEmpty()) return new History(next, free);
        long sum = 0;
        for (var month = moves.firstKey(); month.isBefore(next); month = month.plusMonths(1)) {
            sum = Math.addExact(sum, moves.getOrDefault(month, 0L));
            free.add(sum);
        }
        var kept = free.subList(Math.max(0, free.size() - PAST), free.size());
        return new History(next.minusMonths(kept.size()), kept);
    }

    private List<Expected> ahead(Access access, YearMonth until, long knownAt, long seed) {
        var material = outlooks.material(access, until.atEndOfMonth(), knownAt);
        var outlook = Assembly.of(material, AHEAD);
        var free = Projection.of(outlook).free();
        var bands =
                Simulation.run(
                        Compiled.of(outlook, Forecasts.risks(outlook)), PATHS_OF_PAST, seed, 1);
        var expected = new ArrayList<Expected>();
        for (int month = 0; month < AHEAD; month++) {
            var cash = bands.months().get(month).cash();
            expected.add(new Expected(free.get(month), cash.p5(), cash.p95()));
        }
        return expected;
    }
}
