package id.patungan.forecasting;

import id.patungan.forecasting.Examination.Shock;
import id.patungan.forecasting.Examination.Shock.Kind;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.Overlay;
import id.patungan.forecasting.simulation.ReverseStress;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How much it takes until the free money of an outlook lasts less than so many months. */
final class Shocks {

    private Shocks() {}

    /**
     * Of each kind that there can be.
     *
     * @throws id.patungan.forecasting.simulation.SimulationException if the outlook is too short to
     *     tell
     */
    static List<Shock> of(Outlook outlook, int under) {
        var shocks = new ArrayList<Shock>();
        if (has(outlook, Group.COSTS) || has(outlook, Group.STAFF)) {
            shocks.add(smallest(outlook, Kind.COSTS, null, under));
        }
        if (has(outlook, Group.DUES)) shocks.add(smallest(outlook, Kind.DUES, null, under));
        largestMember(outlook)
                .ifPresent(
                        party -> shocks.add(smallest(outlook, Kind.LARGEST_MEMBER, party, under)));
        if (has(outlook, Group.DUES) || has(outlook, Group.OPEN_CHARGES)) {
            shocks.add(smallest(outlook, Kind.LATE_PAYMENT, null, under));
        }
        return shocks;
    }

    private static boolean has(Outlook outlook, Group group) {
        return outlook.lines().stream().anyMatch(line -> line.group() == group);
    }

    /** Who owes most of the dues ahead; the first by code among equals. */
    private static Optional<String> largestMember(Outlook outlook) {
        var sums = new TreeMap<String, Long>();
        for (var line : outlook.lines()) {
            var party = line.party();
            if (line.group() == Group.DUES && party != null) {
                sums.merge(party, line.total(), Math::addExact);
            }
        }
        return sums.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey);
    }

    private static Shock smallest(Outlook outlook, Kind kind, @Nullable String party, int under) {
        var answer =
                ReverseStress.smallest(
                        steps -> runway(outlook, kind, party, steps), under, kind.largest());
        var overlays =
                answer instanceof ReverseStress.Found found
                        ? List.of(overlay(outlook, kind, party, found.shock()))
                        : List.<Overlay>of();
        return new Shock(kind, party, answer, overlays);
    }

    private static Runway runway(Outlook outlook, Kind kind, @Nullable String party, int steps) {
        var changed =
                steps == 0
                        ? outlook
                        : overlay(outlook, kind, party, steps).apply(outlook, Map.of());
        return Projection.of(changed).runway();
    }

    /** A shock as a scenario's change. */
    static Overlay overlay(Outlook outlook, Kind kind, @Nullable String party, int steps) {
        var size = kind.size(steps);
        return switch (kind) {
            case COSTS -> new Overlay.CostChange("", outlook.from(), size);
            case DUES -> new Overlay.DuesChange(null, outlook.from(), size.negated());
            case LARGEST_MEMBER ->
                    new Overlay.MemberDefault(String.valueOf(party), outlook.from(), size);
            case LATE_PAYMENT -> new Overlay.LatePayment(null, steps);
        };
    }
}
