package id.patungan.forecasting;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.scenarios.Overlay;
import id.patungan.forecasting.simulation.Backtest;
import id.patungan.forecasting.simulation.Bands;
import id.patungan.forecasting.simulation.ReverseStress;
import id.patungan.forecasting.simulation.Risks;
import id.patungan.forecasting.simulation.Sensitivity.Bar;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * How far a forecast can be trusted and what it hangs on: what chance may make of it, which
 * assumption matters most, how much it takes to go wrong, and how such forecasts did in the past.
 *
 * @param forecast what is examined, under its scenario
 * @param risks what is taken as uncertain
 * @param bands of the free cash; to be drawn only if {@link #tested}
 * @param swings of the lowest free cash, the widest first
 * @param shocks the smallest that makes the runway too short, of each kind that there can be
 * @param past how the base would have done from earlier months
 */
public record Examination(
        Forecast forecast,
        Asked asked,
        Risks risks,
        Bands bands,
        List<Swing> swings,
        List<Shock> shocks,
        Backtest past) {

    /** Copies the lists. */
    public Examination {
        swings = List.copyOf(swings);
        shocks = List.copyOf(shocks);
    }

    /**
     * What is asked for.
     *
     * @param paths of the simulation, a multiple of 20, from 400 to {@link #MOST_PATHS}
     * @param seed of the generator; the same seed gives the same bands, whatever the machine
     * @param under a runway of fewer months is too short; 1 to 240
     */
    public record Asked(int paths, long seed, int under) {

        /** Ten thousand paths; a year. */
        public static final Asked USUAL = new Asked(10_000, 1, 12);

        /** More would only take longer. */
        public static final int MOST_PATHS = 200_000;

        private static final int LEAST_PATHS = 400;
        private static final int PATHS_BY = 20;

        /** Refuses what cannot be asked. */
        public Asked {
            if (under < 1 || under > Outlook.LONGEST) {
                throw ForecastException.limit("under", under, 1, Outlook.LONGEST);
            }
            if (paths < LEAST_PATHS || paths > MOST_PATHS || paths % PATHS_BY != 0) {
                throw ForecastException.paths(paths, LEAST_PATHS, MOST_PATHS, PATHS_BY);
            }
        }
    }

    /** Whether there was enough history to test forecasts on; without it no bands are drawn. */
    public boolean tested() {
        return past instanceof Backtest.Tested;
    }

    /**
     * What one assumption does to the lowest free cash.
     *
     * @param of a currency; empty where the assumption is about no part of the whole
     */
    public record Swing(Swing.Kind kind, String of, Bar bar) {

        /** The assumption changed by so much, as changes of a scenario. */
        public List<Overlay> overlays(Outlook outlook, Fraction change) {
            return List.copyOf(Swings.overlays(outlook, kind, of, change));
        }

        /** What is assumed. */
        public enum Kind {
            /** All costs, in percent. */
            COSTS,
            /** Salaries, in percent. */
            STAFF,
            /** All dues, in percent. */
            DUES,
            /** Costs every year, in percent points. */
            INFLATION,
            /** What a currency is worth, in percent. */
            EXCHANGE_RATE,
            /** How much later than usual members pay, in months. */
            LATE_PAYMENT;

            /** As in messages and as sent. */
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    /**
     * The smallest shock that makes the runway too short.
     *
     * @param party whom it hits; null for all
     * @param answer in steps of the kind
     * @param overlays the shock as changes of a scenario; none unless one was found
     */
    public record Shock(
            Shock.Kind kind, @Nullable String party, ReverseStress answer, List<Overlay> overlays) {

        /** Copies the list. */
        public Shock {
            overlays = List.copyOf(overlays);
        }

        /** What goes wrong. */
        public enum Kind {
            /** All costs rise; hundredths of a percent. */
            COSTS(200_00, 100),
            /** All dues fall; hundredths of a percent. */
            DUES(100_00, 100),
            /** The largest member pays only a part; hundredths of a percent are not paid. */
            LARGEST_MEMBER(100_00, 100),
            /** All members pay later than usual; months. */
            LATE_PAYMENT(Overlay.LATEST, 1);

            private final int largest;
            private final int steps;

            Kind(int largest, int steps) {
                this.largest = largest;
                this.steps = steps;
            }

            /** The largest that is looked at, in steps. */
            public int largest() {
                return largest;
            }

            /** A number of steps in percent, or in months. */
            public Fraction size(int number) {
                return Fraction.of(number, steps);
            }

            /** As in messages and as sent. */
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }
}
