package id.patungan.forecasting;

import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.scenarios.Advice;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Works out the months ahead. Only for who reads all of a book. */
@Service
public class Forecasts {

    /** Five years. */
    public static final int MONTHS = 60;

    private static final int LEAST = 12;

    private final Outlooks outlooks;

    Forecasts(Outlooks outlooks) {
        this.outlooks = outlooks;
    }

    /**
     * What is asked for.
     *
     * @param asOf the last day of the books that counts; null for today, or the end of the last
     *     year with entries
     * @param knownAt an entry, or {@link Journal#HEAD}
     * @param months 12 to 240
     */
    public record Asked(@Nullable LocalDate asOf, long knownAt, int months) {

        /** Five years from what is known now. */
        public static final Asked USUAL = new Asked(null, Journal.HEAD, Forecasts.MONTHS);

        /** Refuses what cannot be looked at. */
        public Asked {
            if (months < LEAST || months > Outlook.LONGEST) {
                throw ForecastException.limit("months", months, LEAST, Outlook.LONGEST);
            }
        }
    }

    /**
     * The months ahead under a scenario.
     *
     * @throws id.patungan.forecasting.scenarios.ScenarioException if it names what is not there
     */
    public Forecast of(Access access, Asked asked, Scenario scenario) {
        var asOf = asked.asOf() == null ? outlooks.day(access) : asked.asOf();
        var outlook = outlooks.base(access, asOf, asked.knownAt(), asked.months());
        return of(outlook, scenario, outlooks.models(access, outlook));
    }

    /** The same of an outlook that is there. */
    static Forecast of(Outlook outlook, Scenario scenario, Map<String, List<Line>> models) {
        var base = Projection.of(outlook);
        var changed =
                scenario.overlays().isEmpty()
                        ? base
                        : Projection.of(scenario.apply(outlook, models));
        return new Forecast(
                scenario, base, changed, Stops.of(changed), Advice.of(changed.outlook()));
    }
}
