package id.patungan.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Months across a drawing, the first at its left edge and the last at its right one.
 *
 * @param first month
 * @param count how many
 * @param left pixel of the first
 * @param right pixel of the last
 */
record MonthAxis(YearMonth first, int count, int left, int right, Locale language) {

    /** Below the drawing, for the names. */
    static final int ROOM = 26;

    private static final int APART = 8;
    private static final int[] STEPS = {1, 2, 3, 6, 12, 12, 24, 36, 60, 120};

    /** From here on steps are years, which need no month. */
    private static final int YEARS = 5;

    private record Label(int index, String text, int from, int until) {}

    BigDecimal x(int index) {
        return BigDecimal.valueOf(left)
                .add(
                        BigDecimal.valueOf((long) (right - left) * index)
                                .divide(
                                        BigDecimal.valueOf(Math.max(1, count - 1)),
                                        1,
                                        RoundingMode.HALF_EVEN));
    }

    int index(YearMonth month) {
        return Math.toIntExact(first.until(month, ChronoUnit.MONTHS));
    }

    /** Such as {@code Nov 2008}. */
    static String name(YearMonth month, Locale language) {
        return DateTimeFormatter.ofPattern("MMM yyyy", language).format(month);
    }

    /** Names as many months as do not collide, each with a stroke on the axis. */
    void draw(Drawing svg, int bottom) {
        for (var label : labels(svg.width())) {
            var x = x(label.index());
            svg.line("axis", x, bottom, x, bottom + 4);
            svg.text("t2 m", x, bottom + 19, label.text());
        }
    }

    private List<Label> labels(int width) {
        for (int at = 0; at < STEPS.length; at++) {
            var labels = labels(STEPS[at], at >= YEARS, width);
            if (!labels.isEmpty() && apart(labels)) return labels;
        }
        return List.of();
    }

    private List<Label> labels(int step, boolean years, int width) {
        var labels = new ArrayList<Label>();
        for (int index = 0; index < count; index++) {
            var month = first.plusMonths(index);
            if ((month.getYear() * 12 + month.getMonthValue() - 1) % step != 0) continue;
            var text = text(month, years, labels.isEmpty());
            var half = Math.ceilDiv(Labels.width(text, false), 2);
            var x = x(index).intValue();
            if (x - half < 0 || x + half >= width) continue;
            labels.add(new Label(index, text, x - half, x + half));
        }
        return labels;
    }

    private String text(YearMonth month, boolean years, boolean begins) {
        if (years) return Integer.toString(month.getYear());
        return month.getMonthValue() == 1 || begins
                ? name(month, language)
                : DateTimeFormatter.ofPattern("MMM", language).format(month);
    }

    private static boolean apart(List<Label> labels) {
        for (int at = 1; at < labels.size(); at++) {
            if (labels.get(at).from() - labels.get(at - 1).until() < APART) return false;
        }
        return true;
    }
}
