package id.patungan.forecasting;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.Examination.Swing;
import id.patungan.forecasting.Examination.Swing.Kind;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.scenarios.Overlay;
import id.patungan.forecasting.simulation.Sensitivity;
import id.patungan.forecasting.simulation.Sensitivity.Assumption;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which assumption of an outlook weighs most: each is changed alone, as a scenario would do it. */
final class Swings {

    private static final Fraction TEN = Fraction.of(10);
    private static final Fraction POINTS = Fraction.of(3);
    private static final Fraction MONTHS = Fraction.of(3);

    private Swings() {}

    /** An assumption that an outlook makes. */
    private record Made(Kind kind, String of, Assumption assumption) {}

    /** The widest first. */
    static List<Swing> of(Outlook outlook) {
        var made = new LinkedHashMap<String, Made>();
        for (var one : assumptions(outlook)) made.put(one.assumption().name(), one);
        var base = Projection.of(outlook).lowest();
        var bars =
                Sensitivity.tornado(
                        base,
                        made.values().stream().map(Made::assumption).toList(),
                        (name, change) -> {
                            var one = Objects.requireNonNull(made.get(name));
                            return lowest(outlook, one.kind(), one.of(), change);
                        });
        return bars.stream()
                .map(bar -> {
                    var one = Objects.requireNonNull(made.get(bar.assumption().name()));
                    return new Swing(one.kind(), one.of(), bar);
                })
                .toList();
    }

    private static List<Made> assumptions(Outlook outlook) {
        var made = new ArrayList<Made>();
        var costs = has(outlook, Group.COSTS);
        var staff = has(outlook, Group.STAFF);
        if (costs || staff) {
            made.add(made(Kind.COSTS, "", TEN));
            made.add(made(Kind.INFLATION, "", POINTS));
        }
        // where salaries are all costs they would stand there twice
        if (costs && staff) made.add(made(Kind.STAFF, "", TEN));
        if (has(outlook, Group.DUES)) made.add(made(Kind.DUES, "", TEN));
        if (has(outlook, Group.DUES) || has(outlook, Group.OPEN_CHARGES)) {
            made.add(
                    new Made(
                            Kind.LATE_PAYMENT,
                            "",
                            new Assumption(Kind.LATE_PAYMENT.code(), Fraction.ZERO, MONTHS)));
        }
        outlook.lines().stream()
                .map(Line::currency)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(currency -> made.add(made(Kind.EXCHANGE_RATE, currency, TEN)));
        return made;
    }

    private static Made made(Kind kind, String of, Fraction change) {
        var name = of.isEmpty() ? kind.code() : kind.code() + " " + of;
        return new Made(kind, of, Assumption.by(name, change));
    }

    private static boolean has(Outlook outlook, Group group) {
        return outlook.lines().stream().anyMatch(line -> line.group() == group);
    }

    private static long lowest(Outlook outlook, Kind kind, String of, Fraction change) {
        if (change.signum() == 0) return Projection.of(outlook).lowest();
        var changed = outlook;
        for (var overlay : overlays(outlook, kind, of, change)) {
            changed = overlay.apply(changed, Map.of());
        }
        return Projection.of(changed).lowest();
    }

    /** The change of an assumption as a scenario's changes. */
    static List<? extends Overlay> overlays(
            Outlook outlook, Kind kind, String of, Fraction change) {
        return switch (kind) {
            case COSTS -> List.of(new Overlay.CostChange("", outlook.from(), change));
            case STAFF ->
                    outlook.lines().stream()
                            .filter(line -> line.group() == Group.STAFF)
                            .map(Line::account)
                            .distinct()
                            .map(account -> new Overlay.CostChange(account, outlook.from(), change))
                            .toList();
            case DUES -> List.of(new Overlay.DuesChange(null, outlook.from(), change));
            case INFLATION -> List.of(new Overlay.Inflation(outlook.from().getYear() + 1, change));
            case EXCHANGE_RATE -> List.of(new Overlay.ExchangeRate(of, outlook.from(), change));
            case LATE_PAYMENT ->
                    List.of(new Overlay.LatePayment(null, change.numerator().intValueExact()));
        };
    }
}
