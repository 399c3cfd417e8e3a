package id.patungan.forecasting.pages;

import id.patungan.documents.FanChart;
import id.patungan.documents.Tornado;
import id.patungan.forecasting.Examination;
import id.patungan.forecasting.Examination.Swing;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.simulation.Bands;
import id.patungan.forecasting.simulation.Sensitivity.Bar;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The charts of an examination: what chance may make of the free cash, and what it hangs on. */
public final class ExaminationCharts {

    private final Examination examination;
    private final Outlook outlook;
    private final ForecastWords words;
    private final ExaminationWords named;
    private final int digits;

    public ExaminationCharts(Examination examination, ForecastWords words) {
        this.examination = examination;
        this.outlook = examination.forecast().changed().outlook();
        this.words = words;
        this.named = new ExaminationWords(words);
        this.digits = outlook.currency().getDefaultFractionDigits();
    }

    /** The bands of the free cash; null where there is too little history to draw them. */
    public @Nullable ShownChart fan() {
        if (!examination.tested()) return null;
        var bands = examination.bands();
        var now = bands.opening();
        var months = new ArrayList<FanChart.Month>();
        months.add(new FanChart.Month(outlook.from().minusMonths(1), now, now, now, now, now));
        for (var month : bands.months()) {
            var cash = month.cash();
            months.add(
                    new FanChart.Month(
                            outlook.month(month.number() - 1),
                            cash.p5(),
                            cash.p25(),
                            cash.p50(),
                            cash.p75(),
                            cash.p95()));
        }
        var finding = finding(bands);
        var chart =
                new FanChart(
                        words.text("examination.fan"),
                        finding,
                        months,
                        month -> words.text("examination.fan.dry", month),
                        words.formats(),
                        digits);
        return new ShownChart(
                "fan",
                chart,
                finding,
                words.text(
                        "examination.fan.unit",
                        words.unit(chart.powerOfTen()),
                        words.month(outlook.from()),
                        words.month(outlook.month(outlook.months() - 1))),
                List.of(words.text("forecast.month"), "P5", "P25", "P50", "P75", "P95"),
                chart.rows());
    }

    /** By when half of the paths have run dry, or how many have at the end. */
    private String finding(Bands bands) {
        var half = half(bands);
        if (bands.opening() < 0) return words.text("examination.fan.now");
        if (half.isPresent()) {
            return words.text(
                    "examination.fan.half", words.month(outlook.month(half.getAsInt() - 1)));
        }
        return words.text(
                "examination.fan.part",
                words.share(bands.dryBy(outlook.months())),
                words.month(outlook.month(outlook.months() - 1)));
    }

    private static OptionalInt half(Bands bands) {
        return bands.months().stream()
                .filter(month -> 2 * month.dry() >= bands.paths())
                .mapToInt(Bands.Month::number)
                .findFirst();
    }

    /** What each assumption does to the lowest free cash; null where nothing is assumed. */
    public @Nullable ShownChart tornado() {
        var swings = examination.swings();
        if (swings.isEmpty()) return null;
        var rows = swings.stream().map(this::row).toList();
        var finding = finding(swings);
        var chart =
                new Tornado(
                        words.text("examination.tornado"),
                        finding,
                        rows,
                        new Tornado.Words(
                                words.text("examination.tornado.low"),
                                words.text("examination.tornado.high")),
                        words.formats(),
                        digits);
        return new ShownChart(
                "tornado",
                chart,
                finding,
                words.text(
                        "examination.tornado.unit",
                        words.unit(chart.powerOfTen()),
                        words.money(swings.getFirst().bar().base())),
                List.of(
                        words.text("examination.assumption"),
                        words.text("examination.tornado.low"),
                        words.text("examination.tornado.high")),
                chart.rows());
    }

    private Tornado.Row row(Swing swing) {
        var bar = swing.bar();
        return new Tornado.Row(
                named.assumption(swing),
                Math.subtractExact(bar.atLow(), bar.base()),
                Math.subtractExact(bar.atHigh(), bar.base()));
    }

    private String finding(List<Swing> swings) {
        var weighty = swings.stream().filter(one -> one.bar().swing() > 0).toList();
        if (weighty.isEmpty()) return words.text("examination.tornado.none");
        var first = weighty.getFirst();
        return words.text(
                "examination.tornado.most",
                named.assumption(first),
                words.money(Math.subtractExact(worst(first.bar()), first.bar().base())));
    }

    private static long worst(Bar bar) {
        return Math.min(bar.base(), Math.min(bar.atLow(), bar.atHigh()));
    }
}
