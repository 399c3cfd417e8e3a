package id.patungan.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Upright marks of events with their labels above what is drawn, in as many rows as needed. */
final class EventMarks {

    private static final int GAP = 5;

    private final List<Placed> placed;
    private final int width;

    /** An event at a place across the drawing. */
    record Event(BigDecimal x, String text) {}

    /** Rows are counted from what is drawn upwards. */
    private record Placed(int x, int left, int right, int row, List<String> lines) {

        int top() {
            return row + lines.size() - 1;
        }

        boolean hinders(int row, Placed other) {
            var sameRow = row <= top() && this.row <= row + other.lines.size() - 1;
            var across = left < other.right + GAP && other.left < right + GAP;
            var struck = x > other.left - 2 && x < other.right + 2 && row <= top();
            return (sameRow && across) || struck;
        }

        Placed at(int newRow) {
            return new Placed(x, left, right, newRow, lines);
        }
    }

    /**
     * Places the labels: to the right of their lines, or to the left where the drawing ends, or all
     * to the left where that lets more lines pass beside labels.
     */
    EventMarks(List<Event> events, int width) {
        this.width = width;
        var right = placed(events, false);
        var left = placed(events, true);
        this.placed = struck(left) < struck(right) ? left : right;
    }

    /** Those at the left from left to right, the others from right to left. */
    private List<Placed> placed(List<Event> events, boolean left) {
        var labels = new ArrayList<Placed>();
        events.stream()
                .map(event -> wanted(event, left))
                .sorted(
                        Comparator.comparing((Placed label) -> label.left > label.x)
                                .thenComparingInt(
                                        label -> label.left > label.x ? -label.x : label.x))
                .forEach(label -> {
                    var row = 0;
                    while (hindered(labels, row, label)) row++;
                    labels.add(label.at(row));
                });
        return labels;
    }

    private static boolean hindered(List<Placed> labels, int row, Placed label) {
        return labels.stream().anyMatch(other -> other.hinders(row, label));
    }

    private static long struck(List<Placed> labels) {
        return labels.stream()
                .mapToLong(line ->
                        labels.stream()
                                .filter(label ->
                                        line.x > label.left
                                                && line.x < label.right
                                                && line.top() >= label.row)
                                .count())
                .sum();
    }

    private Placed wanted(Event event, boolean before) {
        var lines = Labels.wrap(event.text(), width * 3 / 5, true);
        var room = Labels.widest(lines, true);
        var x = event.x().intValue();
        var left = x + GAP;
        if (left + room > width || (before && x - GAP - room >= 0)) {
            left = x - GAP - room >= 0 ? x - GAP - room : Math.max(0, width - room);
        }
        return new Placed(x, left, left + room, 0, lines);
    }

    /** Of the labels. */
    int height() {
        return (placed.stream().mapToInt(Placed::top).max().orElse(-1) + 1) * Labels.LINE;
    }

    /** From {@code top}, where the labels begin, down to {@code bottom}. */
    void draw(Drawing svg, int top, int bottom) {
        var foot = top + height();
        for (var label : placed) {
            svg.line("mark", label.x, foot - (label.top() + 1) * Labels.LINE, label.x, bottom);
        }
        for (var label : placed) {
            var first = foot - label.top() * Labels.LINE - 3;
            svg.rect(
                    "plate",
                    label.left - 2,
                    first - 11,
                    label.right - label.left + 4,
                    label.lines.size() * Labels.LINE);
            svg.lines("t b", label.left, BigDecimal.valueOf(first), label.lines);
        }
    }
}
