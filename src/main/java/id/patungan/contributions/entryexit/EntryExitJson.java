package id.patungan.contributions.entryexit;

import id.patungan.basics.Money;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.entryexit.Simulation.Line;
import id.patungan.contributions.entryexit.Simulation.Variant;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/**
 * A simulation with all that went in, for programs; amounts and percentages are decimal strings.
 */
record EntryExitJson(
        String kind,
        String party,
        String name,
        LocalDate day,
        int noticeMonths,
        boolean yearEnd,
        LocalDate effective,
        int liableYears,
        @Nullable LocalDate paysUntil,
        String rule,
        String ruleWithout,
        int figuresOf,
        String total,
        String currency,
        List<WireYear> years,
        WireWorth worth,
        @Nullable WireSettlement settlement) {

    static EntryExitJson of(Simulation simulation) {
        var wish = simulation.wish();
        var worth = simulation.worth();
        var settlement = simulation.settlement();
        return new EntryExitJson(
                wish.kind().code(),
                wish.party(),
                simulation.partyName(),
                wish.day(),
                wish.notice().months(),
                wish.notice().yearEnd(),
                wish.effective(),
                wish.liableYears(),
                wish.kind() == NewSimulation.Kind.LEAVE ? wish.paysUntil() : null,
                simulation.rule(),
                simulation.ruleWithout(),
                wish.figuresOf(),
                text(wish.total()),
                wish.total().currency().getCurrencyCode(),
                simulation.years().stream()
                        .map(year ->
                                new WireYear(
                                        year.year(),
                                        year.days(),
                                        year.of(),
                                        year.ways().stream().map(WireWay::of).toList()))
                        .toList(),
                new WireWorth(worth.on(), worth.knownAt(), text(worth.all()), text(worth.part())),
                settlement == null ? null : WireSettlement.of(settlement));
    }

    /** A fiscal year. */
    record WireYear(int year, int days, int daysOfYear, List<WireWay> ways) {}

    /** One way through a year. */
    record WireWay(String way, String now, String then, String difference, List<WireLine> lines) {

        static WireWay of(Variant way) {
            return new WireWay(
                    way.way().code(),
                    text(way.now()),
                    text(way.then()),
                    text(way.difference()),
                    way.lines().stream().map(WireLine::of).toList());
        }
    }

    /** What one party pays. */
    record WireLine(
            String party,
            String name,
            String now,
            String then,
            String difference,
            @Nullable String percent) {

        static WireLine of(Line line) {
            var percent = line.percent();
            return new WireLine(
                    line.party(),
                    line.name(),
                    text(line.now()),
                    text(line.then()),
                    text(line.difference()),
                    percent == null ? null : percent.toPlainString());
        }
    }

    /** The unrestricted net assets and the party's part. */
    record WireWorth(LocalDate on, long knownAt, String all, String part) {}

    /** What a leaver owes and is owed. */
    record WireSettlement(
            List<WireOpen> open, String owed, String prepaid, String equity, String balance) {

        static WireSettlement of(Simulation.Settlement settlement) {
            return new WireSettlement(
                    settlement.open().stream().map(WireOpen::of).toList(),
                    text(settlement.owed()),
                    text(settlement.prepaid()),
                    text(settlement.equity()),
                    text(settlement.balance()));
        }
    }

    /** An open charge. */
    record WireOpen(String charge, String description, LocalDate due, String open) {

        static WireOpen of(OpenCharge charge) {
            return new WireOpen(
                    charge.charge(), charge.description(), charge.due(), text(charge.open()));
        }
    }

    private static String text(Money amount) {
        return amount.toDecimal().toPlainString();
    }
}
