package id.patungan.forecasting.simulation;

import id.patungan.forecasting.simulation.CompiledModel.Flow;
import id.patungan.forecasting.simulation.CompiledModel.Group;
import id.patungan.forecasting.simulation.CompiledModel.Owed;
import id.patungan.forecasting.simulation.CompiledModel.Payer;
import id.patungan.forecasting.simulation.SimulationModel.Drawn;

/**
 * Draws paths, one after the other; each thread has its own. Draws of a path come in a fixed order:
 * what is drawn once, then yearly, then monthly, in each the drivers in the order of the model and
 * for each its periods; then payer after payer its years and its instalments.
 */
final class PathMaker {

    private final CompiledModel model;
    private final double[][] flows;
    private final double[][] factors;
    private final double[][] room;
    private final double[] product;
    private final boolean[] defaulted;
    private final double[] cash;

    PathMaker(CompiledModel model) {
        this.model = model;
        flows = new double[model.certain.length][model.months];
        factors = new double[model.drivers][model.months];
        room = new double[model.drivers][model.months];
        product = new double[model.months];
        defaulted = new boolean[model.years];
        cash = new double[model.months];
    }

    /** Free cash at the end of each month, in minor units; valid until the next path. */
    double[] path(long seed, int number) {
        var random = Xoshiro.of(seed, number);
        for (var target = 0; target < flows.length; target++) {
            System.arraycopy(model.certain[target], 0, flows[target], 0, model.months);
        }
        for (var group : model.groups) {
            draw(group, random);
        }
        for (var flow : model.flows) {
            follow(flow);
        }
        for (var payer : model.payers) {
            pay(payer, random);
        }
        accumulate();
        return cash;
    }

    private void draw(Group group, Xoshiro random) {
        var periods = model.periods(group.drawn());
        group.normals().draw(random, periods, factors, room, group.first());
        for (var driver = 0; driver < group.quantiles().size(); driver++) {
            var drawn = factors[group.first() + driver];
            group.quantiles().get(driver).apply(drawn, periods);
            spread(group.drawn(), drawn);
        }
    }

    /** Puts the factor of each month in place of those of the periods; from the end. */
    private void spread(Drawn drawn, double[] byPeriod) {
        if (drawn == Drawn.MONTHLY) return;
        for (var month = model.months - 1; month >= 0; month--) {
            byPeriod[month] = byPeriod[drawn == Drawn.ONCE ? 0 : model.yearOfMonth[month]];
        }
    }

    private void follow(Flow flow) {
        add(flow.amounts, product(flow.drivers), flows[flow.target]);
    }

    private double[] product(int... drivers) {
        var first = factors[drivers[0]];
        if (drivers.length == 1) return first;
        System.arraycopy(first, 0, product, 0, model.months);
        for (var number = 1; number < drivers.length; number++) {
            var next = factors[drivers[number]];
            for (var month = 0; month < product.length; month++) {
                product[month] *= next[month];
            }
        }
        return product;
    }

    private static void add(double[] amounts, double[] factors, double[] into) {
        for (var month = 0; month < into.length; month++) {
            into[month] += amounts[month] * factors[month];
        }
    }

    private void pay(Payer payer, Xoshiro random) {
        for (var year = 0; year < defaulted.length; year++) {
            defaulted[year] = random.uniform() < payer.defaults();
        }
        for (var owed : payer.owed()) {
            for (var month = 0; month < model.months; month++) {
                if (owed.due[month] == 0) continue;
                var paid = month + owed.late(random.uniform());
                if (paid < model.months && owed.target >= 0) {
                    var part = defaulted[model.yearOfMonth[month]] ? payer.paidThen() : 1;
                    flows[owed.target][paid] += owed.due[month] * part * factor(owed, month);
                }
            }
        }
    }

    private double factor(Owed owed, int month) {
        var factor = 1.0;
        for (var driver : owed.drivers) {
            factor *= factors[driver][month];
        }
        return factor;
    }

    /**
     * As the exact projection does: what limited pots cannot pay is borne by the free money, and
     * paid back as soon as they can.
     */
    private void accumulate() {
        var balance = model.opening;
        for (var month = 0; month < cash.length; month++) {
            balance += flows[0][month];
            cash[month] = balance;
        }
        if (!model.borne) return;
        for (var number = 0; number < model.limited.length; number++) {
            bear(model.limited[number], flows[1 + 2 * number], flows[2 + 2 * number]);
        }
    }

    private void bear(double opening, double[] comes, double[] goes) {
        var balance = opening;
        var borne = 0.0;
        for (var month = 0; month < cash.length; month++) {
            balance += comes[month] - goes[month];
            if (balance < 0) {
                var lacks = Math.min(-balance, goes[month]);
                balance += lacks;
                borne += lacks;
            } else {
                var back = Math.min(balance, borne);
                balance -= back;
                borne -= back;
            }
            cash[month] -= borne;
        }
    }
}
