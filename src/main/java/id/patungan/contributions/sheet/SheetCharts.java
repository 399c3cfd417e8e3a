package id.patungan.contributions.sheet;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;
import id.patungan.contributions.sheet.CalculationSheet.Line;
import id.patungan.documents.StackedShares;
import id.patungan.documents.Waterfall;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The charts of a calculation sheet; the same drawing on the page and on paper. */
final class SheetCharts {

    /** More would be leafed through and not looked at. */
    private static final int MOST_WATERFALLS = 6;

    /** Of a drawing 620 wide that is printed 380 wide and 92 high. */
    private static final int LOW = 150;

    private final CalculationSheet sheet;
    private final SheetView view;

    SheetCharts(SheetView view) {
        this.sheet = view.sheet();
        this.view = view;
    }

    /**
     * A chart.
     *
     * @param caption what it shows, in a sentence
     * @param unit of its figures
     * @param party whose it is; empty for all
     * @param figures behind it
     * @param low whether less room than for most will do on paper
     */
    record Chart(
            String caption,
            String unit,
            String wide,
            String narrow,
            String paper,
            String party,
            List<String> figures,
            boolean low) {}

    /** The shares of this year beside those of the year before. */
    Optional<Chart> shares() {
        var bars = new ArrayList<StackedShares.Bar>();
        var before = sheet.before();
        if (before != null) {
            bars.add(new StackedShares.Bar(Integer.toString(before.year()), earlier()));
        }
        bars.add(
                new StackedShares.Bar(
                        Integer.toString(sheet.issued().year()),
                        sheet.lines().stream()
                                .map(line -> part(line, line.share(sheet.body().currency())))
                                .toList()));
        if (!StackedShares.drawable(bars)) return Optional.empty();
        var caption = sharesCaption();
        var drawing =
                new StackedShares(
                        view.text("chart.shares"),
                        caption,
                        bars,
                        count -> view.text("chart.others", count),
                        view.formats());
        return Optional.of(
                new Chart(
                        caption,
                        view.text("chart.shares.unit"),
                        drawing.wide("shares"),
                        drawing.narrow("shares"),
                        drawing.paper(),
                        "",
                        List.of(),
                        drawing.paperHeight() <= LOW));
    }

    /** All who paid the year before, also those who are no longer charged. */
    private List<StackedShares.Part> earlier() {
        var parts = new ArrayList<StackedShares.Part>();
        for (var line : sheet.lines()) {
            var was = line.before();
            if (was != null) parts.add(part(line, was));
        }
        for (var one : sheet.left()) {
            parts.add(
                    new StackedShares.Part(
                            one.party(), one.name(), Fraction.of(one.before().toDecimal())));
        }
        return parts;
    }

    private static StackedShares.Part part(Line line, Money amount) {
        return new StackedShares.Part(
                line.row().party(), line.row().name(), Fraction.of(amount.toDecimal()));
    }

    /** Whose part of the whole moved most. */
    private String sharesCaption() {
        var before = sheet.before();
        if (before == null) {
            if (sheet.lines().stream().map(line -> line.row().share()).distinct().count() == 1) {
                return view.text("chart.shares.equal");
            }
            var largest =
                    sheet.lines().stream()
                            .max(
                                    java.util.Comparator.comparing(
                                            line -> line.share(sheet.body().currency())))
                            .orElseThrow();
            return view.text(
                    "chart.shares.alone",
                    largest.row().name(),
                    percent(largest.share(sheet.body().currency()), sheet.issued().total()));
        }
        var moves = new ArrayList<Move>();
        for (var line : sheet.lines()) {
            moves.add(new Move(line.row().name(), was(line.before(), before.total()), now(line)));
        }
        for (var one : sheet.left()) {
            moves.add(new Move(one.name(), was(one.before(), before.total()), Fraction.ZERO));
        }
        var most = moves.getFirst();
        for (var move : moves) {
            if (move.width().compareTo(most.width()) > 0) most = move;
        }
        return most.width().signum() == 0
                ? view.text("chart.shares.same", Integer.toString(before.year()))
                : view.text(
                        "chart.shares.moved", most.name(), shown(most.was()), shown(most.now()));
    }

    /** A party's part of the whole, then and now. */
    private record Move(String name, Fraction was, Fraction now) {
        Fraction width() {
            var moved = now.minus(was);
            return moved.max(moved.negated());
        }
    }

    private Fraction now(Line line) {
        return Fraction.of(new BigDecimal(line.row().share()))
                .dividedBy(Fraction.of(sheet.issued().total().toDecimal()));
    }

    private static Fraction was(@Nullable Money before, Money total) {
        return before == null || total.isZero()
                ? Fraction.ZERO
                : Fraction.of(before.toDecimal()).dividedBy(Fraction.of(total.toDecimal()));
    }

    private String shown(Fraction part) {
        return AmountFormat.percent(part.times(Fraction.HUNDRED), 2, view.formats().language());
    }

    private String percent(Money part, Money whole) {
        return shown(Fraction.of(part.toDecimal()).dividedBy(Fraction.of(whole.toDecimal())));
    }

    /** How bounds and rounding led to the share of each party that they changed. */
    List<Chart> waterfalls() {
        if (sheet.lines().size() > MOST_WATERFALLS) return List.of();
        var charts = new ArrayList<Chart>();
        for (var line : sheet.lines()) {
            if (moved(line)) charts.add(waterfall(line, charts.size()));
        }
        return charts;
    }

    private boolean moved(Line line) {
        var share = line.share(sheet.body().currency()).toDecimal();
        return !Fraction.of(share).equals(line.base());
    }

    private Chart waterfall(Line line, int number) {
        var formats = view.formats();
        var base = minor(line.base());
        var quota = minor(line.quota());
        var share = line.share(sheet.body().currency()).minorUnits();
        var bars =
                Waterfall.chain(
                        new Waterfall.Step(
                                view.text("chart.base"), view.text("chart.base.short"), base),
                        List.of(
                                new Waterfall.Step(
                                        view.text("chart.bounds"),
                                        view.text("chart.bounds.short"),
                                        quota - base),
                                new Waterfall.Step(
                                        view.text("chart.rounding"),
                                        view.text("chart.rounding.short"),
                                        share - quota)),
                        new Waterfall.Step(
                                view.text("chart.share"), view.text("chart.share.short"), share));
        var caption =
                view.text(
                        "chart.waterfall",
                        line.row().name(),
                        formats.amount(base),
                        formats.amount(quota - base),
                        formats.amount(share - quota),
                        formats.amount(share));
        var drawing =
                new Waterfall(
                        line.row().name(),
                        caption,
                        bars,
                        formats,
                        sheet.body().currency().getDefaultFractionDigits());
        var id = "way-" + number;
        return new Chart(
                caption,
                view.text("chart.unit." + drawing.powerOfTen(), formats.unit()),
                drawing.wide(id),
                drawing.narrow(id),
                drawing.paper(),
                line.row().name(),
                List.of(
                        formats.amount(base),
                        formats.amount(quota - base),
                        formats.amount(share - quota),
                        formats.amount(share)),
                false);
    }

    /** In minor units, for the drawing alone. */
    private long minor(Fraction amount) {
        return amount.rounded(
                        sheet.body().currency().getDefaultFractionDigits(), RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }
}
