package id.patungan.forecasting.pages;

import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Projection;

import java.util.ArrayList;
import java.util.List;

/**
 * What each line brings or costs by year, by group of lines.
 *
 * @param total what comes less what goes, by year
 */
record LineYears(List<Integer> years, List<Of> groups, List<Long> total) {

    /**
     * A group.
     *
     * @param sums of its rows by year
     */
    record Of(Group group, String name, List<Row> rows, List<Long> sums) {}

    /** A line; what it costs is negative. */
    record Row(String id, String name, String more, List<Long> sums) {}

    static LineYears of(Projection projection, ForecastWords words) {
        var sums = new YearSums(projection.outlook());
        var groups = new ArrayList<Of>();
        for (var group : Group.values()) {
            var rows = rows(projection, group, sums, words);
            if (rows.isEmpty()) continue;
            groups.add(
                    new Of(
                            group,
                            words.group(group),
                            rows,
                            added(rows.stream().map(Row::sums).toList(), sums)));
        }
        return new LineYears(
                sums.years(), groups, added(groups.stream().map(Of::sums).toList(), sums));
    }

    private static List<Row> rows(
            Projection projection, Group group, YearSums sums, ForecastWords words) {
        var rows = new ArrayList<Row>();
        for (int at = 0; at < projection.cash().size(); at++) {
            var line = projection.outlook().lines().get(at);
            if (line.group() != group) continue;
            var cash = projection.cash().get(at);
            rows.add(
                    new Row(
                            line.id(),
                            words.name(line),
                            words.more(line),
                            sums.years().stream()
                                    .map(year -> signed(line, sums.sum(year, cash)))
                                    .toList()));
        }
        return rows;
    }

    private static long signed(Line line, long amount) {
        return line.income() ? amount : Math.negateExact(amount);
    }

    private static List<Long> added(List<List<Long>> rows, YearSums sums) {
        var added = new ArrayList<Long>();
        for (int at = 0; at < sums.years().size(); at++) {
            long sum = 0;
            for (var row : rows) sum = Math.addExact(sum, row.get(at));
            added.add(sum);
        }
        return added;
    }
}
