package id.patungan.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What the signs of a drawing mean, below it: as many beside each other as there is room for. */
final class Legend {

    private static final int SIGN = 18;
    private static final int HIGH = 11;
    private static final int TEXT = SIGN + 6;
    private static final int BETWEEN = 16;
    private static final int ROW = 18;

    private final List<Entry> entries = new ArrayList<>();

    /** How a sign looks. */
    enum Sign {
        FILLED,
        HATCHED,
        MISSING,
        LINE
    }

    private record Entry(Sign sign, String classes, String text) {}

    /** A sign in the classes of the theme, and what it means. */
    void add(Sign sign, String classes, String text) {
        entries.add(new Entry(sign, classes, text));
    }

    /**
     * Draws.
     *
     * @return where it ends
     */
    int draw(Drawing svg, int top, int width) {
        var left = 0;
        var row = top;
        var high = 0;
        for (var entry : entries) {
            var lines = Labels.wrap(entry.text(), width - TEXT, false);
            var room = TEXT + Labels.widest(lines, false);
            if (left > 0 && left + room > width) {
                row += high;
                left = 0;
                high = 0;
            }
            sign(svg, entry, left, row);
            svg.lines("t2", left + TEXT, BigDecimal.valueOf(row + HIGH), lines);
            left += room + BETWEEN;
            high = Math.max(high, ROW + (lines.size() - 1) * Labels.LINE);
        }
        return row + high;
    }

    private static void sign(Drawing svg, Entry entry, int left, int top) {
        switch (entry.sign()) {
            case FILLED -> svg.rect(entry.classes(), left, top + 1, SIGN, HIGH);
            case HATCHED -> {
                svg.rect(entry.classes(), left, top + 1, SIGN, HIGH);
                svg.hatch("hatchline", left, top + 1, left + SIGN, top + 1 + HIGH);
            }
            case MISSING -> {
                svg.hatch("hatchbad", left, top + 1, left + SIGN, top + 1 + HIGH);
                svg.rect("gap", left, top + 1, SIGN, HIGH);
            }
            case LINE -> svg.line(entry.classes(), left, top + 7, left + SIGN, top + 7);
        }
    }
}
