package id.patungan.forecasting;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.Forecast.Stop;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.scenarios.Overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long the money lasts without those who matter most. */
final class Stops {

    private static final int YEAR = 12;

    private Stops() {}

    static List<Stop> of(Projection projection) {
        var outlook = projection.outlook();
        var largest = largest(projection);
        var donors =
                outlook.awards().stream()
                        .filter(one -> one.fundingClass().equals("D3"))
                        .filter(one -> gives(outlook, one))
                        .map(Outlook.Award::party)
                        .distinct()
                        .sorted()
                        .toList();
        return List.of(
                stop(outlook, Stop.Kind.LARGEST_PAYER, largest),
                stop(outlook, Stop.Kind.DONORS, donors));
    }

    /** Whether it bears costs yet, or still brings money. */
    private static boolean gives(Outlook outlook, Outlook.Award award) {
        return !award.last().isBefore(outlook.from())
                || outlook.lines().stream()
                        .anyMatch(line ->
                                line.group() == Group.AWARDS && line.fund().equals(award.fund()));
    }

    /** Who brings most money in the year ahead; the first by code among equals. */
    private static List<String> largest(Projection projection) {
        var sums = new TreeMap<String, Long>();
        var lines = projection.outlook().lines();
        for (int at = 0; at < lines.size(); at++) {
            var party = lines.get(at).party();
            if (party == null || !lines.get(at).income()) continue;
            var cash = projection.cash().get(at);
            long year =
                    cash.subList(0, Math.min(YEAR, cash.size())).stream()
                            .reduce(0L, Math::addExact);
            sums.merge(party, year, Math::addExact);
        }
        return sums.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .map(Map.Entry::getKey)
                .stream()
                .toList();
    }

    private static Stop stop(Outlook outlook, Stop.Kind kind, List<String> parties) {
        if (parties.isEmpty()) return new Stop(kind, parties, null);
        var stopped = outlook;
        for (var party : parties) {
            for (var overlay : stopping(outlook, party)) {
                stopped = overlay.apply(stopped, Map.of());
            }
        }
        return new Stop(kind, parties, Projection.of(stopped).runway());
    }

    private static List<Overlay> stopping(Outlook outlook, String party) {
        var overlays = new ArrayList<Overlay>();
        var lines = outlook.lines().stream().filter(one -> party.equals(one.party())).toList();
        if (lines.stream().anyMatch(one -> owes(one.group()))) {
            overlays.add(new Overlay.MemberDefault(party, outlook.from(), Fraction.HUNDRED));
        }
        if (outlook.awards().stream().anyMatch(one -> one.party().equals(party))
                || lines.stream().anyMatch(one -> one.income() && !owes(one.group()))) {
            overlays.add(new Overlay.DonorExit(party, outlook.from().minusMonths(1)));
        }
        return overlays;
    }

    private static boolean owes(Group group) {
        return group == Group.DUES || group == Group.OPEN_CHARGES;
    }
}
