package id.patungan.allocation;

import id.patungan.allocation.LineShares.Line;
import id.patungan.allocation.LineShares.PartyTotal;
import id.patungan.allocation.LineShares.Total;
import id.patungan.allocation.RuleDocument.Lines;
import id.patungan.allocation.Shares.Reason;
import id.patungan.allocation.Shares.Share;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Splits several totals by one rule: each by itself, or so that rows and columns add up. */
final class Splitting {

    private final RuleDocument document;
    private final Parties parties;

    Splitting(RuleDocument document, Parties parties) {
        this.document = document;
        this.parties = parties;
    }

    LineShares split(List<Total> totals) {
        LineShares.requireNames(totals);
        if (totals.isEmpty()) {
            throw AllocationException.noTotal();
        }
        if (document.rule().ownTotal()) {
            throw AllocationException.ownTotal(
                    "rule",
                    document.rule().kind(),
                    Fraction.of(totals.getFirst().amount().toDecimal()));
        }
        var sum = Money.zero(totals.getFirst().amount().currency());
        for (var total : totals) {
            sum = sum.plus(total.amount());
        }
        return document.lines() == Lines.CONTROLLED
                ? controlled(totals, sum)
                : perLine(totals, sum);
    }

    private LineShares perLine(List<Total> totals, Money sum) {
        var lines = new ArrayList<Line>();
        for (var total : totals) {
            var shares = Allocation.allocate(total.amount(), document, parties);
            lines.add(new Line(total.line(), total.amount(), shares.shares(), shares.trace()));
        }
        return new LineShares(sum, lines, totals(lines), List.of());
    }

    /**
     * The sum is divided first. A party's part of a line is the line times its part of the sum, so
     * that exact rows and columns add up; then the cells are rounded together.
     */
    private LineShares controlled(List<Total> totals, Money sum) {
        if (sum.isZero() && totals.stream().anyMatch(total -> !total.amount().isZero())) {
            throw AllocationException.linesZero();
        }
        var whole = whole(totals, sum);
        var unit = whole.unit();
        var rows =
                IntStream.range(0, totals.size())
                        .boxed()
                        .sorted(Comparator.comparing(row -> totals.get(row).line()))
                        .toList();
        var columns =
                IntStream.range(0, whole.shares().size())
                        .boxed()
                        .sorted(Comparator.comparing(column -> whole.shares().get(column).party()))
                        .toList();
        var sign = sum.isNegative() ? -1L : 1L;
        var quotas = new Fraction[rows.size()][columns.size()];
        for (var row = 0; row < rows.size(); row++) {
            var line = totals.get(rows.get(row)).amount().minorUnits();
            for (var column = 0; column < columns.size(); column++) {
                quotas[row][column] =
                        sum.isZero()
                                ? Fraction.ZERO
                                : whole.shares()
                                        .get(columns.get(column))
                                        .quota()
                                        .times(Fraction.of(line, sum.minorUnits()))
                                        .dividedBy(main(sum, sign * unit));
            }
        }
        var rounded =
                new ControlledRounding(
                                quotas,
                                rows.stream()
                                        .map(row -> totals.get(row).amount().minorUnits())
                                        .map(minor -> BigInteger.valueOf(sign * minor / unit))
                                        .toArray(BigInteger[]::new),
                                columns.stream()
                                        .map(at -> whole.shares().get(at).share().minorUnits())
                                        .map(minor -> BigInteger.valueOf(sign * minor / unit))
                                        .toArray(BigInteger[]::new))
                        .round();
        var lines = new ArrayList<Line>();
        var rowAt = places(rows);
        var columnAt = places(columns);
        for (var row = 0; row < totals.size(); row++) {
            var cells = new ArrayList<Share>();
            for (var column = 0; column < columns.size(); column++) {
                cells.add(
                        cell(
                                whole.shares().get(column),
                                quotas[rowAt[row]][columnAt[column]],
                                rounded[rowAt[row]][columnAt[column]],
                                sign * unit));
            }
            lines.add(new Line(totals.get(row).line(), totals.get(row).amount(), cells, List.of()));
        }
        return new LineShares(sum, lines, totals(lines), whole.trace());
    }

    /** In the unit; in the smallest coin if a line or an amount paid as written is finer. */
    private Shares whole(List<Total> totals, Money sum) {
        var whole = Allocation.allocate(sum, document, parties);
        var amounts =
                Stream.concat(
                        totals.stream().map(Total::amount),
                        whole.shares().stream().map(Share::share));
        if (amounts.allMatch(amount -> amount.minorUnits() % whole.unit() == 0)) {
            return whole;
        }
        var coin = Fraction.of(sum.toDecimal().ulp());
        var finer =
                new RuleDocument(
                        document.name(),
                        document.basis(),
                        document.tie(),
                        coin,
                        document.lines(),
                        document.rule());
        return Allocation.allocate(sum, finer, parties);
    }

    /** Where each number stands in an order. */
    private static int[] places(List<Integer> order) {
        var places = new int[order.size()];
        for (var place = 0; place < places.length; place++) {
            places[order.get(place)] = place;
        }
        return places;
    }

    private static Fraction main(Money like, long minorUnits) {
        return Fraction.of(new Money(like.currency(), minorUnits).toDecimal());
    }

    private static Share cell(Share whole, Fraction units, BigInteger rounded, long unit) {
        var currency = whole.share().currency();
        var extra = rounded.subtract(units.floor()).intValueExact();
        var reason =
                units.isInteger()
                        ? Reason.EXACT
                        : extra > 0 ? Reason.LARGEST_REMAINDER : Reason.DOWN;
        return new Share(
                whole.party(),
                whole.name(),
                units.times(main(whole.share(), unit)),
                new Money(currency, rounded.longValueExact() * unit),
                whole.bound(),
                new Money(currency, extra * unit),
                reason,
                null);
    }

    private static List<PartyTotal> totals(List<Line> lines) {
        var totals = new ArrayList<PartyTotal>();
        for (var place = 0; place < lines.getFirst().shares().size(); place++) {
            var first = lines.getFirst().shares().get(place);
            var sum = Money.zero(first.share().currency());
            for (var line : lines) {
                sum = sum.plus(line.shares().get(place).share());
            }
            totals.add(new PartyTotal(first.party(), first.name(), sum));
        }
        return totals;
    }
}
