package id.patungan.forecasting.pages;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Lag;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Projection;

import org.jspecify.annotations.Nullable;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A line by month: what falls due, what comes or goes, how late, and what it comes from.
 *
 * @param line of the projection
 * @param delays empty if everything comes when it is due
 */
record LineView(
        Line line,
        String name,
        String more,
        String group,
        List<Month> months,
        long due,
        long cash,
        List<Delay> delays,
        List<From> origins) {

    /** A month in which something is due or moves. */
    record Month(String month, long due, long cash, long sum) {}

    /** A share of what is due and when it comes. */
    record Delay(String when, String share) {}

    /**
     * What it comes from.
     *
     * @param address within the body; null where there is no page
     */
    record From(String text, @Nullable String address) {}

    static LineView of(Projection projection, int at, ForecastWords words) {
        var line = projection.outlook().lines().get(at);
        var cash = projection.cash().get(at);
        var months = new ArrayList<Month>();
        long sum = 0;
        for (int month = 0; month < cash.size(); month++) {
            sum = Math.addExact(sum, cash.get(month));
            if (line.due().get(month) == 0 && cash.get(month) == 0) continue;
            months.add(
                    new Month(
                            words.month(projection.outlook().month(month)),
                            line.due().get(month),
                            cash.get(month),
                            sum));
        }
        return new LineView(
                line,
                words.name(line),
                words.more(line),
                words.group(line.group()),
                months,
                line.total(),
                sum,
                delays(line.lag(), words),
                line.origins().stream()
                        .map(one -> new From(words.origin(one), words.address(line, one)))
                        .toList());
    }

    private static List<Delay> delays(Lag lag, ForecastWords words) {
        if (lag.equals(Lag.AT_ONCE)) return List.of();
        var delays = new ArrayList<Delay>();
        for (int late = 0; late < lag.shares().size(); late++) {
            if (lag.share(late).signum() == 0) continue;
            delays.add(
                    new Delay(
                            late == 0
                                    ? words.text("forecast.lag.at-once")
                                    : words.text("forecast.lag.late", Integer.toString(late)),
                            share(lag.share(late), words)));
        }
        if (lag.never().signum() > 0) {
            delays.add(new Delay(words.text("forecast.lag.never"), share(lag.never(), words)));
        }
        return delays;
    }

    private static String share(Fraction share, ForecastWords words) {
        return AmountFormat.number(
                        share.times(Fraction.HUNDRED).rounded(2, RoundingMode.HALF_UP),
                        words.formats().language())
                + " %";
    }
}
