package id.patungan.forecasting.pages;

import id.patungan.basics.DomainException;
import id.patungan.forecasting.ForecastException;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.simulation.Compiled;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;

/** Scenarios beside the base, all over the same outlook. */
final class Comparison {

    private final Outlook outlook;
    private final Map<String, List<Line>> models;
    private final ForecastWords words;
    private final Result base;

    Comparison(Outlook outlook, Map<String, List<Line>> models, ForecastWords words) {
        this.outlook = outlook;
        this.models = models;
        this.words = words;
        this.base = result(Projection.of(outlook));
    }

    /**
     * What a scenario comes to.
     *
     * @param lasts when the free cash runs out
     * @param lowest the least of it, in minor units
     * @param when that is
     * @param ends free cash at the end of each year
     */
    record Result(Runway runway, String lasts, long lowest, String when, List<Long> ends) {}

    /** Of the outlook as it is. */
    public Result base() {
        return base;
    }

    /**
     * Of a scenario.
     *
     * @throws DomainException if it names what the outlook does not have
     */
    Result of(Scenario scenario) {
        try {
            return result(Projection.of(changed(scenario)));
        } catch (ArithmeticException overflow) {
            throw ForecastException.tooLarge();
        }
    }

    /** Why a scenario cannot be applied; null if it can. */
    @Nullable DomainException refusal(Scenario scenario) {
        try {
            changed(scenario);
            return null;
        } catch (DomainException refused) {
            return refused;
        } catch (ArithmeticException overflow) {
            return ForecastException.tooLarge();
        }
    }

    private Outlook changed(Scenario scenario) {
        var changed = scenario.apply(outlook, models);
        var risks = scenario.risks();
        if (risks != null) Compiled.of(changed, risks);
        return changed;
    }

    private Result result(Projection projection) {
        var lowest = ForecastFindings.lowest(projection);
        var sums = new YearSums(outlook);
        var free = projection.free();
        return new Result(
                projection.runway(),
                words.lasts(outlook, projection.runway()),
                lowest.amount(),
                words.end(outlook, lowest.month()),
                sums.years().stream().map(year -> free.get(sums.last(year))).toList());
    }

    /** The years at whose ends free cash is compared. */
    public List<Integer> years() {
        return new YearSums(outlook).years();
    }

    public Outlook outlook() {
        return outlook;
    }
}
