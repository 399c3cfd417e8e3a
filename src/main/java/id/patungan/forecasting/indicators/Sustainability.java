package id.patungan.forecasting.indicators;

import id.patungan.contributions.DuesRules;
import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.indicators.Value.Reason;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.ledger.Journal;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Transactions;

import org.springframework.stereotype.Service;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;

/** The indicators of a body, for those who read its whole book. */
@Service
public class Sustainability {

    private final Gathering gathering;
    private final Thresholds thresholds;
    private final Forecasts forecasts;
    private final DuesRules duesRules;
    private final Journal journal;
    private final Transactions transactions;

    Sustainability(
            Gathering gathering,
            Thresholds thresholds,
            Forecasts forecasts,
            DuesRules duesRules,
            Journal journal,
            Transactions transactions) {
        this.gathering = gathering;
        this.thresholds = thresholds;
        this.forecasts = forecasts;
        this.duesRules = duesRules;
        this.journal = journal;
        this.transactions = transactions;
    }

    /**
     * The indicators on a day, as the book knows it now.
     *
     * @throws id.patungan.platform.AccessException if the viewer does not read the whole book
     */
    public Indicators on(Access access, LocalDate day) {
        return on(access, day, Journal.HEAD);
    }

    /**
     * The indicators on a day.
     *
     * @param knownAt the entry up to which the book is read; one beyond the head means the head
     * @throws id.patungan.platform.AccessException if the viewer does not read the whole book
     */
    public Indicators on(Access access, LocalDate day, long knownAt) {
        access.require(Action.READ_BOOKS);
        return transactions.read(() -> {
            var known = Math.min(knownAt, journal.head(access.body()).lastNo());
            var found =
                    gathering.gather(
                            access,
                            List.of(day, lastOf(day.getYear() - 1), lastOf(day.getYear() - 2)),
                            known);
            return projected(
                    access,
                    Indicators.of(
                            found.getFirst(),
                            found.subList(1, found.size()),
                            thresholds.inForce(access, day),
                            payers -> duesRules.find(access, day, known, day, payers)));
        });
    }

    /** With the runways, each as it would have been seen on its day. */
    private Indicators projected(Access access, Indicators found) {
        if (found.empty()) return found;
        var reserve = found.get(IndicatorCode.RESERVE_MONTHS).trend();
        var runways = new EnumMap<IndicatorCode, List<Value>>(IndicatorCode.class);
        for (var point : reserve) {
            var unknown = point.value().equals(new Value.Undefined(Reason.NO_BOOKS));
            var asked = new Forecasts.Asked(point.on(), found.knownAt(), Forecasts.MONTHS);
            var forecast = unknown ? null : forecasts.of(access, asked, Scenario.BASE);
            for (var code : IndicatorCode.values()) {
                if (!code.projected()) continue;
                runways.computeIfAbsent(code, _ -> new ArrayList<>())
                        .add(forecast == null ? point.value() : runway(code, forecast));
            }
        }
        var with = found;
        for (var one : runways.entrySet()) with = with.with(one.getKey(), one.getValue());
        return with;
    }

    private static Value runway(IndicatorCode code, Forecast forecast) {
        return switch (code) {
            case RUNWAY_LARGEST_PAYER ->
                    stop(forecast, Forecast.Stop.Kind.LARGEST_PAYER, Reason.NO_PAYER);
            case RUNWAY_DONOR -> stop(forecast, Forecast.Stop.Kind.DONORS, Reason.NO_DONOR);
            default -> Value.of(forecast.base().runway());
        };
    }

    private static Value stop(Forecast forecast, Forecast.Stop.Kind kind, Reason nobody) {
        return forecast.stops().stream()
                .filter(one -> one.kind() == kind)
                .flatMap(one -> Stream.ofNullable(one.runway()))
                .findFirst()
                .map(Value::of)
                .orElse(new Value.Undefined(nobody));
    }

    private static LocalDate lastOf(int year) {
        return LocalDate.of(year, Month.DECEMBER, 31);
    }
}
