package id.patungan.forecasting;

import id.patungan.basics.Fraction;
import id.patungan.contributions.DuesRules;
import id.patungan.forecasting.projection.Assembly;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.scenarios.Advice;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.simulation.Bands;
import id.patungan.forecasting.simulation.Compiled;
import id.patungan.forecasting.simulation.Distribution;
import id.patungan.forecasting.simulation.Risk;
import id.patungan.forecasting.simulation.Risks;
import id.patungan.forecasting.simulation.Simulation;
import id.patungan.forecasting.simulation.SimulationModel.Drawn;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works out the months ahead. Only for who reads all of a book. */
@Service
public class Forecasts {

    /** Five years. */
    public static final int MONTHS = 60;

    private static final int LEAST = 12;

    private final Outlooks outlooks;
    private final DuesRules rules;

    Forecasts(Outlooks outlooks, DuesRules rules) {
        this.outlooks = outlooks;
        this.rules = rules;
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
        var material = outlooks.material(access, asOf, asked.knownAt());
        var forecast =
                of(
                        Assembly.of(material, asked.months()),
                        scenario,
                        outlooks.models(access, material, asked.months()));
        return withDues(access, forecast);
    }

    /** With what the advised rise of dues means by the rule in force when it would begin. */
    private Forecast withDues(Access access, Forecast forecast) {
        var percent = forecast.advice().dues();
        if (percent == null || percent.signum() == 0) return forecast;
        var outlook = forecast.changed().outlook();
        var now = forecast.duesOfYear();
        var sum = now.values().stream().reduce(0L, Math::addExact);
        var risen = Fraction.of(sum).times(Fraction.ONE.plus(percent.dividedBy(Fraction.HUNDRED)));
        return forecast.with(
                DuesSpread.of(
                        now,
                        risen,
                        outlook.currency(),
                        () ->
                                rules.find(
                                        access,
                                        outlook.asOf(),
                                        outlook.knownAt(),
                                        outlook.from().atDay(1),
                                        now.keySet())));
    }

    /**
     * What chance may make of a forecast: the bands of the free cash under its scenario.
     *
     * @param paths a multiple of 20, 400 or more
     * @param seed of the generator; the same seed gives the same bands, whatever the machine
     * @throws id.patungan.forecasting.simulation.SimulationException if the number of paths does
     *     not fit
     */
    public static Bands simulate(Forecast forecast, int paths, long seed) {
        var outlook = forecast.changed().outlook();
        var model = Compiled.of(outlook, risks(forecast));
        return Simulation.run(model, paths, seed, Runtime.getRuntime().availableProcessors());
    }

    /** What is uncertain about a forecast: what its scenario says, else the usual. */
    public static Risks risks(Forecast forecast) {
        var own = forecast.scenario().risks();
        return own == null ? risks(forecast.changed().outlook()) : own;
    }

    /**
     * What is taken as uncertain unless somebody says otherwise: costs of a year come to between 10
     * % less and 20 % more than planned, most likely as planned (PERT); how late each payment comes
     * is drawn from what its payer has done so far.
     */
    public static Risks risks(Outlook outlook) {
        var costs = new Risk.Target("costs", "");
        var risk =
                new Risk(
                        "costs",
                        costs,
                        Drawn.YEARLY,
                        new Distribution.Pert(
                                Fraction.of(9, 10), Fraction.ONE, Fraction.of(12, 10)));
        return new Risks(
                outlook.lines().stream().anyMatch(costs::matches) ? List.of(risk) : List.of(),
                List.of(),
                Optional.empty(),
                true);
    }

    /** The same of an outlook that is there. */
    static Forecast of(Outlook outlook, Scenario scenario, Map<String, List<Line>> models) {
        try {
            var base = Projection.of(outlook);
            var changed =
                    scenario.overlays().isEmpty()
                            ? base
                            : Projection.of(scenario.apply(outlook, models));
            var risks = scenario.risks();
            if (risks != null) Compiled.of(changed.outlook(), risks);
            return new Forecast(
                    scenario, base, changed, Stops.of(changed), Advice.of(changed.outlook()), null);
        } catch (ArithmeticException overflow) {
            throw ForecastException.tooLarge();
        }
    }
}
