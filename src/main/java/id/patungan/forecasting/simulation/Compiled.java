package id.patungan.forecasting.simulation;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.simulation.SimulationModel.Driver;
import id.patungan.forecasting.simulation.SimulationModel.Owed;
import id.patungan.forecasting.simulation.SimulationModel.Payer;
import id.patungan.forecasting.simulation.SimulationModel.Pot;
import id.patungan.forecasting.simulation.SimulationModel.Stream;
import id.patungan.forecasting.simulation.SimulationModel.Use;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The simulation of a projection. A line that no risk hits is certain, as the exact projection has
 * it, so without risks every path is the exact projection. A risk multiplies what a line brings or
 * costs in the month in which money moves; several that hit one line multiply each other. What a
 * member owes is drawn as that of a payer once members may default or delays are drawn: then by
 * instalment, and risks multiply what falls due.
 */
public final class Compiled {

    private final Outlook outlook;
    private final Risks risks;
    private final Map<String, long[][]> certain = new LinkedHashMap<>();
    private final List<Stream> streams = new ArrayList<>();
    private final Map<String, List<Owed>> owed = new TreeMap<>();

    private Compiled(Outlook outlook, Risks risks) {
        this.outlook = outlook;
        this.risks = risks;
        for (var pot : outlook.pots()) {
            certain.put(pot.fund(), new long[2][outlook.months()]);
        }
    }

    /**
     * Makes it.
     *
     * @throws SimulationException if a risk hits no line of the projection, or the risks contradict
     *     each other
     */
    public static SimulationModel of(Outlook outlook, Risks risks) {
        var compiled = new Compiled(outlook, risks);
        for (var risk : risks.risks()) {
            if (outlook.lines().stream().noneMatch(risk.target()::matches)) {
                throw SimulationException.hitsNothing(risk.name(), risk.target().toString());
            }
        }
        var cash = Projection.of(outlook).cash();
        for (var number = 0; number < cash.size(); number++) {
            compiled.add(outlook.lines().get(number), cash.get(number));
        }
        return compiled.model();
    }

    private void add(Line line, List<Long> cash) {
        var drivers =
                risks.risks().stream()
                        .filter(risk -> risk.target().matches(line))
                        .map(Risk::name)
                        .toList();
        if (isOfPayer(line)) {
            var instalments =
                    risks.delays()
                            ? new Owed(line.fund(), drivers, line.due(), line.lag().shares())
                            : new Owed(line.fund(), drivers, cash, List.of(Fraction.ONE));
            owed.computeIfAbsent(String.valueOf(line.party()), _ -> new ArrayList<>())
                    .add(instalments);
        } else if (drivers.isEmpty()) {
            var sums = certain.getOrDefault(line.fund(), new long[2][outlook.months()]);
            var sum = sums[line.income() ? 0 : 1];
            for (var month = 0; month < sum.length; month++) {
                sum[month] = Math.addExact(sum[month], cash.get(month));
            }
        } else {
            streams.add(new Stream(line.fund(), line.income(), drivers, cash));
        }
    }

    private boolean isOfPayer(Line line) {
        return (risks.delays() || risks.members().isPresent())
                && line.party() != null
                && (line.group() == Group.DUES || line.group() == Group.OPEN_CHARGES);
    }

    private SimulationModel model() {
        var defaults = risks.members().map(Risks.MemberDefault::probability);
        var loss = risks.members().map(Risks.MemberDefault::loss);
        return new SimulationModel(
                outlook.months(),
                outlook.from().getMonthValue(),
                outlook.pots().stream().map(this::pot).toList(),
                risks.risks().stream()
                        .map(risk -> new Driver(risk.name(), risk.drawn(), risk.distribution()))
                        .toList(),
                risks.correlations(),
                streams,
                owed.entrySet().stream()
                        .map(payer ->
                                new Payer(
                                        payer.getKey(),
                                        defaults.orElse(Fraction.ZERO),
                                        loss.orElse(Fraction.ZERO),
                                        payer.getValue()))
                        .toList());
    }

    private Pot pot(id.patungan.forecasting.projection.Pot pot) {
        var sums = certain.getOrDefault(pot.fund(), new long[2][outlook.months()]);
        var use = pot.unrestricted() ? Use.FREE : pot.limited() ? Use.LIMITED : Use.APART;
        return new Pot(pot.fund(), use, pot.opening(), list(sums[0]), list(sums[1]));
    }

    private static List<Long> list(long... amounts) {
        return Arrays.stream(amounts).boxed().toList();
    }
}
