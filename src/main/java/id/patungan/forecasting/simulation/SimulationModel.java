package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is certain and what is not, month by month from the first month of the horizon. All amounts
 * are minor units and not negative.
 *
 * @param months of the horizon
 * @param startsIn the calendar month of the first, 1 to 12; yearly draws are of calendar years
 * @param correlations for pairs of drivers; all others are independent
 */
public record SimulationModel(
        int months,
        int startsIn,
        List<Pot> pots,
        List<Driver> drivers,
        List<Correlation> correlations,
        List<Stream> streams,
        List<Payer> payers) {

    /** Fifty years. */
    public static final int MOST_MONTHS = 600;

    /** How often a factor is drawn anew. */
    public enum Drawn {
        /** One factor for the whole horizon. */
        ONCE,
        /** One factor for each calendar year. */
        YEARLY,
        /** One factor for each month. */
        MONTHLY
    }

    /** Whose money a pot is. */
    public enum Use {
        /** The body decides; this is the cash whose end is looked for. */
        FREE,
        /** It pays no more than it has; what it cannot pay falls on the free money until it can. */
        LIMITED,
        /** It may lack cash for a while and touches no other money. */
        APART
    }

    /**
     * Cash that is kept apart, such as a fund.
     *
     * @param opening before the first month; may be below zero
     * @param comes what surely comes in each month
     * @param goes what surely goes out
     */
    public record Pot(String name, Use use, long opening, List<Long> comes, List<Long> goes) {
        /** Takes copies. */
        public Pot {
            comes = List.copyOf(comes);
            goes = List.copyOf(goes);
        }
    }

    /** A factor that chance decides. */
    public record Driver(String name, Drawn drawn, Distribution factor) {}

    /**
     * That two drivers tend to go up together (or against each other), whatever their
     * distributions.
     *
     * @param rank Spearman's correlation of ranks, -1 to 1
     */
    public record Correlation(String one, String other, Fraction rank) {}

    /**
     * Amounts that are multiplied by the factors of drivers; not among what is certain.
     *
     * @param income whether it comes in
     * @param drivers one or more; their factors multiply
     */
    public record Stream(String pot, boolean income, List<String> drivers, List<Long> amounts) {
        /** Takes copies. */
        public Stream {
            drivers = List.copyOf(drivers);
            amounts = List.copyOf(amounts);
        }
    }

    /**
     * Somebody who owes instalments and may pay late or not at all.
     *
     * @param defaults probability, drawn for each calendar year of the horizon, that the year is
     *     not paid in full
     * @param loss the part of the year's instalments that is then never paid
     */
    public record Payer(String name, Fraction defaults, Fraction loss, List<Owed> owed) {
        /**
         * Checks the figures.
         *
         * @throws SimulationException if one is not from 0 to 1
         */
        public Payer {
            owed = List.copyOf(owed);
            SimulationException.checkProbability(defaults);
            SimulationException.checkProbability(loss);
        }
    }

    /**
     * Instalments; not among what is certain.
     *
     * @param drivers none or more; their factors of the month that is due multiply it
     * @param due by month
     * @param delay probability of paying so many months late, from 0, drawn for each instalment;
     *     what is missing to 1 is never paid
     */
    public record Owed(String pot, List<String> drivers, List<Long> due, List<Fraction> delay) {
        /**
         * Checks the probabilities.
         *
         * @throws SimulationException if one is none, or they add to more than 1
         */
        public Owed {
            drivers = List.copyOf(drivers);
            due = List.copyOf(due);
            delay = List.copyOf(delay);
            delay.forEach(SimulationException::checkProbability);
            SimulationException.checkProbability(
                    delay.stream().reduce(Fraction.ZERO, Fraction::plus));
        }
    }

    /**
     * Checks that all names are there and all amounts cover the horizon.
     *
     * @throws SimulationException naming what does not fit
     */
    public SimulationModel {
        if (months < 1 || months > MOST_MONTHS) {
            throw SimulationException.horizon(months, MOST_MONTHS);
        }
        if (startsIn < 1 || startsIn > 12) {
            throw new IllegalArgumentException("No calendar month: " + startsIn);
        }
        pots = List.copyOf(pots);
        drivers = List.copyOf(drivers);
        correlations = List.copyOf(correlations);
        streams = List.copyOf(streams);
        payers = List.copyOf(payers);
        var potNames = names(pots, Pot::name);
        names(drivers, Driver::name);
        names(payers, Payer::name);
        for (var pot : pots) {
            checkAmounts(months, pot.name(), pot.comes());
            checkAmounts(months, pot.name(), pot.goes());
        }
        var drawn = drivers.stream().collect(Collectors.toMap(Driver::name, Driver::drawn));
        for (var stream : streams) {
            checkNamed(potNames, List.of(stream.pot()));
            checkNamed(drawn.keySet(), stream.drivers());
            checkAmounts(months, stream.pot(), stream.amounts());
        }
        for (var payer : payers) {
            for (var owed : payer.owed()) {
                checkNamed(potNames, List.of(owed.pot()));
                checkNamed(drawn.keySet(), owed.drivers());
                checkAmounts(months, payer.name(), owed.due());
            }
        }
        checkPairs(drawn, correlations);
    }

    private static <T> Set<String> names(List<T> things, Function<T, String> name) {
        var names = new HashSet<String>();
        for (var thing : things) {
            if (!names.add(name.apply(thing))) {
                throw SimulationException.twice(name.apply(thing));
            }
        }
        return names;
    }

    private static void checkNamed(Set<String> names, Collection<String> named) {
        for (var name : named) {
            if (!names.contains(name)) {
                throw SimulationException.unknown(name);
            }
        }
    }

    private static void checkAmounts(int months, String what, List<Long> amounts) {
        if (amounts.size() != months) {
            throw SimulationException.wrongLength(what, amounts.size(), months);
        }
        if (amounts.stream().anyMatch(amount -> amount < 0)) {
            throw SimulationException.negativeAmount(what);
        }
    }

    private static void checkPairs(Map<String, Drawn> drawn, List<Correlation> correlations) {
        var pairs = new HashSet<Set<String>>();
        for (var pair : correlations) {
            checkNamed(drawn.keySet(), List.of(pair.one(), pair.other()));
            if (pair.one().equals(pair.other())) {
                throw SimulationException.withItself(pair.one());
            }
            if (pair.rank().compareTo(Fraction.ONE) > 0
                    || pair.rank().compareTo(Fraction.ONE.negated()) < 0) {
                throw SimulationException.noCorrelation(pair.one(), pair.other(), pair.rank());
            }
            if (drawn.get(pair.one()) != drawn.get(pair.other())) {
                throw SimulationException.drawnDifferently(pair.one(), pair.other());
            }
            if (!pairs.add(new TreeSet<>(List.of(pair.one(), pair.other())))) {
                throw SimulationException.correlatedTwice(pair.one(), pair.other());
            }
        }
    }
}
