package id.patungan.forecasting;

import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.Advice;
import id.patungan.forecasting.scenarios.Scenario;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The months ahead under a scenario, beside the base.
 *
 * @param base nothing changed
 * @param changed under the scenario; the same as the base for {@link Scenario#BASE}
 * @param stops how long it lasts if somebody stops paying, under the scenario
 * @param advice what would close the gap, under the scenario
 * @param dues what the advised rise means for each who pays dues in the twelve months ahead; null
 *     if none is advised
 */
public record Forecast(
        Scenario scenario,
        Projection base,
        Projection changed,
        List<Stop> stops,
        Advice advice,
        @Nullable DuesSpread dues) {

    private static final int YEAR = 12;

    /** Copies the list. */
    public Forecast {
        stops = List.copyOf(stops);
    }

    /** The same with what the advised rise of dues means for each. */
    Forecast with(DuesSpread spread) {
        return new Forecast(scenario, base, changed, stops, advice, spread);
    }

    /** What falls due of dues within the twelve months ahead under the scenario, by party. */
    Map<String, Long> duesOfYear() {
        var sums = new TreeMap<String, Long>();
        for (var line : changed.outlook().lines()) {
            var party = line.party();
            if (line.group() != Line.Group.DUES || party == null) continue;
            var year = line.due().subList(0, Math.min(YEAR, line.due().size()));
            sums.merge(party, year.stream().reduce(0L, Math::addExact), Math::addExact);
        }
        return sums;
    }

    /**
     * How long the free money lasts if somebody pays nothing from the first month on.
     *
     * @param parties who stops, by their codes; none if there is nobody of that kind
     * @param runway null if there is nobody
     */
    public record Stop(Kind kind, List<String> parties, @Nullable Runway runway) {

        /** Who. */
        public enum Kind {
            /** Whoever is to pay most in the twelve months ahead. */
            LARGEST_PAYER,
            /** All donors. */
            DONORS;

            /** As in messages and as sent. */
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }

        /** Copies the list. */
        public Stop {
            parties = List.copyOf(parties);
        }
    }
}
