package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.simulation.SimulationModel.Correlation;
import id.patungan.forecasting.simulation.SimulationModel.Drawn;
import id.patungan.forecasting.simulation.SimulationModel.Driver;
import id.patungan.forecasting.simulation.SimulationModel.Owed;
import id.patungan.forecasting.simulation.SimulationModel.Payer;
import id.patungan.forecasting.simulation.SimulationModel.Pot;
import id.patungan.forecasting.simulation.SimulationModel.Stream;
import id.patungan.forecasting.simulation.SimulationModel.Use;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Small models for tests, in minor units. */
final class Models {

    private Models() {}

    static Fraction f(String text) {
        return Fraction.parse(text);
    }

    static List<Long> every(int months, long amount) {
        return Collections.nCopies(months, amount);
    }

    static Pot pot(String name, Use use, int months, long opening, long comes, long goes) {
        return new Pot(name, use, opening, every(months, comes), every(months, goes));
    }

    /** A free pot that earns by one driver and costs the same every month. */
    static SimulationModel simple(
            int months, long opening, long income, long cost, Drawn drawn, Distribution factor) {
        return new SimulationModel(
                months,
                1,
                List.of(pot("UMUM", Use.FREE, months, opening, 0, cost)),
                List.of(new Driver("income", drawn, factor)),
                List.of(),
                List.of(new Stream("UMUM", true, List.of("income"), every(months, income))),
                List.of());
    }

    /** Something of everything: pots of all uses, every kind of driver, correlated, and payers. */
    static SimulationModel everything(int months) {
        var drivers =
                List.of(
                        new Driver(
                                "dues", Drawn.ONCE, new Distribution.Bernoulli(f("0.1"), f("0.8"))),
                        new Driver("prices", Drawn.YEARLY, triangular("0.95", "1", "1.2")),
                        new Driver("staff", Drawn.YEARLY, pert("0.98", "1.02", "1.15")),
                        new Driver("sales", Drawn.MONTHLY, lognormal("1", "0.35")),
                        new Driver("power", Drawn.MONTHLY, lognormal("1.01", "0.1")),
                        new Driver(
                                "leak",
                                Drawn.MONTHLY,
                                new Distribution.Discrete(
                                        List.of(
                                                new Distribution.Discrete.Outcome(f("1"), f("0.9")),
                                                new Distribution.Discrete.Outcome(
                                                        f("3"), f("0.1"))))));
        var owed = new ArrayList<Payer>();
        for (var payer : List.of("34.02", "34.04", "34.71")) {
            owed.add(
                    new Payer(
                            payer,
                            f("0.05"),
                            f("0.5"),
                            List.of(
                                    new Owed(
                                            "UMUM",
                                            List.of("dues"),
                                            inYear(months, 2, 11_000_000_000L),
                                            List.of(f("0.5"), f("0.25"), f("0.2"))))));
        }
        return new SimulationModel(
                months,
                4,
                List.of(
                        pot("UMUM", Use.FREE, months, 9_000_000_000L, 0, 1_100_000_000L),
                        pot("HIBAH", Use.LIMITED, months, 6_000_000_000L, 0, 0),
                        pot("PROYEK", Use.APART, months, 0, 5_000_000, 5_000_000)),
                drivers,
                List.of(
                        new Correlation("sales", "power", f("-0.4")),
                        new Correlation("prices", "staff", f("0.6"))),
                List.of(
                        new Stream("UMUM", true, List.of("sales"), every(months, 150_000_000)),
                        new Stream("UMUM", false, List.of("staff"), every(months, 1_200_000_000)),
                        new Stream(
                                "UMUM",
                                false,
                                List.of("power", "prices"),
                                every(months, 400_000_000)),
                        new Stream("PROYEK", true, List.of("leak"), every(months, 3_000_000)),
                        new Stream("HIBAH", false, List.of("leak"), every(months, 300_000_000))),
                owed);
    }

    static List<Long> inYear(int months, int month, long amount) {
        var due = new ArrayList<Long>();
        for (var at = 0; at < months; at++) {
            due.add(at % 12 == month ? amount : 0L);
        }
        return due;
    }

    static Distribution triangular(String low, String mode, String high) {
        return new Distribution.Triangular(f(low), f(mode), f(high));
    }

    static Distribution pert(String low, String mode, String high) {
        return new Distribution.Pert(f(low), f(mode), f(high));
    }

    static Distribution lognormal(String median, String sigma) {
        return new Distribution.Lognormal(f(median), f(sigma));
    }
}
