package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.simulation.SimulationModel.Drawn;
import id.patungan.forecasting.simulation.SimulationModel.Use;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as arrays of numbers; never changed once made, so threads share it. Flows are kept by
 * targets: 0 for all free money, then two for each limited pot, what comes and what goes. Money
 * that is kept apart has none.
 */
final class CompiledModel {

    final int months;
    final int[] yearOfMonth;
    final int years;

    /** Of all free pots. */
    final double opening;

    /** Of the limited pots, and whether there is free money to bear what they lack. */
    final double[] limited;

    final boolean borne;

    /** What is certain, by target and month. */
    final double[][] certain;

    final List<Group> groups = new ArrayList<>();
    final int drivers;
    final List<Flow> flows = new ArrayList<>();
    final List<Payer> payers = new ArrayList<>();

    private final Map<String, Integer> targets = new HashMap<>();
    private final Map<String, Integer> driverNumbers = new HashMap<>();

    /** The drivers that are drawn equally often, the first of which has that number. */
    record Group(Drawn drawn, int first, Normals normals, List<Quantile> quantiles) {}

    /** Amounts that follow drivers. */
    static final class Flow {
        final int target;
        final int[] drivers;
        final double[] amounts;

        Flow(int target, int[] drivers, double... amounts) {
            this.target = target;
            this.drivers = drivers;
            this.amounts = amounts;
        }
    }

    /** Who owes. */
    record Payer(double defaults, double paidThen, List<Owed> owed) {}

    /** What is owed; probabilities are cumulated. */
    static final class Owed {
        final int target;
        final int[] drivers;
        final double[] due;
        final double[] delay;

        Owed(int target, int[] drivers, double[] due, double... delay) {
            this.target = target;
            this.drivers = drivers;
            this.due = due;
            this.delay = delay;
        }

        /** Months late, or so many that it never comes. */
        int late(double draw) {
            var months = 0;
            while (months < delay.length && draw >= delay[months]) {
                months++;
            }
            return months < delay.length ? months : SimulationModel.MOST_MONTHS;
        }
    }

    CompiledModel(SimulationModel model) {
        months = model.months();
        yearOfMonth = new int[months];
        for (var month = 0; month < months; month++) {
            yearOfMonth[month] = (model.startsIn() - 1 + month) / 12;
        }
        years = yearOfMonth[months - 1] + 1;
        var free = model.pots().stream().filter(pot -> pot.use() == Use.FREE).toList();
        borne = !free.isEmpty();
        opening = free.stream().mapToLong(SimulationModel.Pot::opening).sum();
        var limitedPots = model.pots().stream().filter(pot -> pot.use() == Use.LIMITED).toList();
        limited = limitedPots.stream().mapToDouble(SimulationModel.Pot::opening).toArray();
        free.forEach(pot -> targets.put(pot.name(), 0));
        for (var number = 0; number < limited.length; number++) {
            targets.put(limitedPots.get(number).name(), 1 + 2 * number);
        }
        certain = new double[1 + 2 * limited.length][months];
        model.pots().forEach(this::addCertain);
        var maker = new Quantile.Maker();
        for (var drawn : Drawn.values()) {
            addGroup(model, drawn, maker);
        }
        drivers = driverNumbers.size();
        model.streams().forEach(this::addStream);
        model.payers().forEach(this::addPayer);
    }

    private void addCertain(SimulationModel.Pot pot) {
        if (pot.use() == Use.APART) return;
        for (var income : new boolean[] {true, false}) {
            var flow = flow(pot.name(), income, income ? pot.comes() : pot.goes(), new int[0]);
            for (var month = 0; month < months; month++) {
                certain[flow.target][month] += flow.amounts[month];
            }
        }
    }

    /** Of free money, costs are below zero; limited pots have a target of their own for them. */
    private Flow flow(String pot, boolean income, List<Long> amounts, int... following) {
        var target = targets.getOrDefault(pot, -1);
        var sign = target == 0 && !income ? -1 : 1;
        return new Flow(
                target > 0 && !income ? target + 1 : target,
                following,
                amounts.stream().mapToDouble(amount -> (double) sign * amount).toArray());
    }

    private void addGroup(SimulationModel model, Drawn drawn, Quantile.Maker maker) {
        var group = model.drivers().stream().filter(driver -> driver.drawn() == drawn).toList();
        if (group.isEmpty()) return;
        var first = driverNumbers.size();
        var names = group.stream().map(SimulationModel.Driver::name).toList();
        names.forEach(name -> driverNumbers.put(name, driverNumbers.size()));
        groups.add(
                new Group(
                        drawn,
                        first,
                        new Normals(names, model.correlations()),
                        group.stream().map(driver -> maker.of(driver.factor())).toList()));
    }

    private int[] numbers(List<String> names) {
        return names.stream().mapToInt(name -> driverNumbers.getOrDefault(name, 0)).toArray();
    }

    private void addStream(SimulationModel.Stream stream) {
        if (!targets.containsKey(stream.pot())) return;
        flows.add(flow(stream.pot(), stream.income(), stream.amounts(), numbers(stream.drivers())));
    }

    private void addPayer(SimulationModel.Payer payer) {
        var owed = new ArrayList<Owed>();
        for (var one : payer.owed()) {
            var delay = new double[one.delay().size()];
            var sum = Fraction.ZERO;
            for (var late = 0; late < delay.length; late++) {
                sum = sum.plus(one.delay().get(late));
                delay[late] = Quantile.number(sum);
            }
            var due = one.due().stream().mapToDouble(Long::doubleValue).toArray();
            owed.add(
                    new Owed(
                            targets.getOrDefault(one.pot(), -1),
                            numbers(one.drivers()),
                            due,
                            delay));
        }
        payers.add(
                new Payer(
                        Quantile.number(payer.defaults()),
                        Quantile.number(Fraction.ONE.minus(payer.loss())),
                        owed));
    }

    /** How often a driver is drawn. */
    int periods(Drawn drawn) {
        return switch (drawn) {
            case ONCE -> 1;
            case YEARLY -> years;
            case MONTHLY -> months;
        };
    }
}
