package id.patungan.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Names of series beside their ends, to the right of what is drawn, pushed apart. */
final class EndLabels {

    /** From the end of a series to its name. */
    private static final int GAP = 10;

    private static final BigDecimal NEAR = BigDecimal.valueOf(3);

    private final int most;
    private final List<Label> labels = new ArrayList<>();

    private record Label(BigDecimal y, List<String> lines, boolean bold) {}

    /** Names of which no line is wider than this. */
    EndLabels(int most) {
        this.most = most;
    }

    /** How wide lines may be so that no word is cut, up to two fifths of the drawing. */
    static int most(List<String> texts, int wanted, int width) {
        var words = texts.stream().flatMap(text -> Stream.of(text.split("\\s+", -1))).toList();
        return Math.max(wanted, Math.min(width * 2 / 5, Labels.widest(words, true)));
    }

    /** A name that wants to stand at this height. */
    void add(BigDecimal y, String text, boolean bold) {
        labels.add(new Label(y, Labels.wrap(text, most, true), bold));
    }

    /** How much room such names need to the right. */
    static int room(List<String> texts, int most) {
        var widest =
                texts.stream()
                        .mapToInt(text -> Labels.widest(Labels.wrap(text, most, true), true))
                        .max()
                        .orElse(0);
        return widest + GAP + 2;
    }

    /** Between these heights, from the right end of what is drawn. */
    void draw(Drawing svg, int right, int top, int bottom) {
        var starts =
                Labels.push(
                        labels.stream().map(Label::y).toList(),
                        labels.stream().map(label -> label.lines().size() * Labels.LINE).toList(),
                        top,
                        bottom);
        for (int at = 0; at < labels.size(); at++) {
            var label = labels.get(at);
            var start = starts.get(at);
            var middle =
                    Drawing.pixel(
                            start.add(BigDecimal.valueOf(label.lines().size() * Labels.LINE / 2)));
            if (middle.subtract(label.y()).abs().compareTo(NEAR) > 0) {
                svg.line("lead", right + 1, label.y(), right + GAP - 2, middle);
            }
            var classes = label.bold() ? "t b" : "t";
            svg.lines(classes, right + GAP, start.add(BigDecimal.valueOf(11)), label.lines());
        }
    }
}
