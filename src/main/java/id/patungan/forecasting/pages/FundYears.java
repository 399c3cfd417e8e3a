package id.patungan.forecasting.pages;

import id.patungan.forecasting.projection.Projection;

import java.util.ArrayList;
import java.util.List;

/**
 * The cash of each fund by year, and of all of them: what it held, what came and went, what other
 * funds bore, what it holds.
 *
 * @param funds in the order of the book's funds, without those in which nothing is or moves
 * @param total of all funds; what is borne is zero
 * @param income what all lines bring, added up by line
 * @param spent what all lines cost, added up by line
 */
record FundYears(List<Fund> funds, Fund total, long income, long spent) {

    /** A fund by year. */
    record Fund(String code, String name, boolean free, List<Year> years) {

        boolean moves() {
            return years.stream().anyMatch(Year::moves);
        }
    }

    /** A year of a fund, in minor units. */
    record Year(int year, long opening, long came, long went, long borne, long closing) {

        boolean moves() {
            return opening != 0 || came != 0 || went != 0 || borne != 0 || closing != 0;
        }

        Year plus(Year other) {
            return new Year(
                    year,
                    Math.addExact(opening, other.opening),
                    Math.addExact(came, other.came),
                    Math.addExact(went, other.went),
                    Math.addExact(borne, other.borne),
                    Math.addExact(closing, other.closing));
        }
    }

    static FundYears of(Projection projection, ForecastWords words) {
        var sums = new YearSums(projection.outlook());
        var all =
                projection.funds().stream()
                        .map(fund ->
                                new Fund(
                                        fund.pot().fund(),
                                        words.fund(fund.pot().fund()),
                                        fund.pot().unrestricted(),
                                        sums.years().stream()
                                                .map(year -> year(sums, fund, year))
                                                .toList()))
                        .toList();
        var total = new ArrayList<Year>();
        for (int at = 0; at < sums.years().size(); at++) {
            var of = at;
            total.add(
                    all.stream()
                            .map(fund -> fund.years().get(of))
                            .reduce(
                                    new Year(sums.years().get(at), 0, 0, 0, 0, 0),
                                    (a, b) -> a.plus(b)));
        }
        return new FundYears(
                all.stream().filter(Fund::moves).toList(),
                new Fund("", "", false, total),
                byLines(projection, true),
                byLines(projection, false));
    }

    private static Year year(YearSums sums, Projection.Fund fund, int year) {
        var first = sums.first(year);
        var before = first == 0 ? fund.pot().opening() : fund.closing().get(first - 1);
        return new Year(
                year,
                before,
                sums.sum(year, fund.came()),
                sums.sum(year, fund.went()),
                sums.sum(year, fund.borne()),
                fund.closing().get(sums.last(year)));
    }

    private static long byLines(Projection projection, boolean income) {
        long sum = 0;
        for (int at = 0; at < projection.cash().size(); at++) {
            if (projection.outlook().lines().get(at).income() != income) continue;
            for (long month : projection.cash().get(at)) sum = Math.addExact(sum, month);
        }
        return sum;
    }

    /** What all funds hold when it begins. */
    public long opening() {
        return total.years().getFirst().opening();
    }

    /** What all funds hold at its end. */
    public long closing() {
        return total.years().getLast().closing();
    }

    /** Whether what the lines bring and cost leads from the one to the other. */
    public boolean ties() {
        return Math.addExact(opening(), Math.subtractExact(income, spent)) == closing();
    }
}
