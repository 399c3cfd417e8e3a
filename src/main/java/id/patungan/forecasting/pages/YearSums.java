package id.patungan.forecasting.pages;

import id.patungan.forecasting.projection.Outlook;

import java.time.Month;
import java.util.List;
import java.util.stream.IntStream;

/** Months of an outlook by calendar year. */
record YearSums(Outlook outlook) {

    private static final int MONTHS = 12;

    /** The years that it touches, in their order. */
    List<Integer> years() {
        return IntStream.rangeClosed(
                        outlook.from().getYear(), outlook.month(outlook.months() - 1).getYear())
                .boxed()
                .toList();
    }

    /** The years of which it has all months. */
    List<Integer> whole() {
        return years().stream().filter(this::whole).toList();
    }

    boolean whole(int year) {
        return first(year) == outlook.index(outlook.from().withYear(year).withMonth(1))
                && last(year) - first(year) == MONTHS - 1;
    }

    /** The first month of a year that it has, by number. */
    int first(int year) {
        return Math.max(0, outlook.index(outlook.from().withYear(year).withMonth(1)));
    }

    /** The last month of a year that it has, by number. */
    int last(int year) {
        var december = outlook.from().withYear(year).withMonth(Month.DECEMBER.getValue());
        return Math.min(outlook.months() - 1, outlook.index(december));
    }

    /** What a year comes to. */
    long sum(int year, List<Long> months) {
        return months.subList(first(year), last(year) + 1).stream().reduce(0L, Math::addExact);
    }
}
