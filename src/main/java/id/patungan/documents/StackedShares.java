package id.patungan.documents;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.Fraction;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Shares of a whole as SVG: one bar of 100 % per year or rule, cut into the parties' parts. The
 * parties keep one order and one colour in all bars; each part says by itself whose it is and how
 * much, beside it where it is too small to hold that. Beyond six parties the five largest are drawn
 * and the others are one part, {@code Lainnya (8)}. Percentages are rounded for reading; the
 * figures beside it in a table are the data.
 */
public final class StackedShares extends DrawnChart {

    /** Colours of the theme, and so parts of a bar. */
    private static final int COLOURS = 6;

    private static final int TOP = 2;
    private static final int LABEL = 18;
    private static final int THICK = 38;
    private static final int ROW = 16;
    private static final int GAP = 14;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal SHIFT = BigDecimal.valueOf(4);
    private static final BigDecimal PADDING = BigDecimal.valueOf(8);

    private final List<Bar> bars;
    private final PaperFormats formats;
    private final Map<String, String> colours;
    private final IntFunction<String> others;

    /**
     * A bar.
     *
     * @param label the year, or the rule
     */
    public record Bar(String label, List<Part> parts) {
        /** Takes a copy. */
        public Bar {
            parts = List.copyOf(parts);
        }

        private Fraction total() {
            return parts.stream().map(Part::amount).reduce(Fraction.ZERO, Fraction::plus);
        }
    }

    /**
     * A part of a bar.
     *
     * @param party its code, the same in all bars
     * @param name short, such as {@code Bantul}
     * @param amount in any unit, the same in one bar; not negative
     */
    public record Part(String party, String name, Fraction amount) {}

    /**
     * A chart of bars that can be {@link #drawable drawn}.
     *
     * @param title and {@code description} say the same to those who cannot see it
     * @param others the name of what is drawn together, from how many parties it is
     */
    public StackedShares(
            String title,
            String description,
            List<Bar> bars,
            IntFunction<String> others,
            PaperFormats formats) {
        super(title, description);
        if (!drawable(bars)) {
            throw new IllegalArgumentException("Parts of a whole are not negative, nor all zero");
        }
        this.bars = List.copyOf(bars);
        this.others = others;
        this.formats = formats;
        this.colours = colours(bars);
    }

    /** Whether these are parts of wholes: a share below zero, or a whole of zero, has no bar. */
    public static boolean drawable(List<Bar> bars) {
        return !bars.isEmpty()
                && bars.stream()
                        .allMatch(bar ->
                                bar.total().signum() > 0
                                        && bar.parts().stream()
                                                .allMatch(part -> part.amount().signum() >= 0));
    }

    /** A class by party; those drawn together have none. */
    private static Map<String, String> colours(List<Bar> bars) {
        var largest = new LinkedHashMap<String, Fraction>();
        for (var bar : bars) {
            var total = bar.total();
            for (var part : bar.parts()) {
                largest.merge(part.party(), part.amount().dividedBy(total), Fraction::max);
            }
        }
        Set<String> own = new HashSet<>(largest.keySet());
        if (largest.size() > COLOURS) {
            own =
                    largest.entrySet().stream()
                            .sorted(
                                    Map.Entry.<String, Fraction>comparingByValue(
                                                    Comparator.reverseOrder())
                                            .thenComparing(Map.Entry.comparingByKey()))
                            .limit(COLOURS - 1)
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
        }
        var colours = new LinkedHashMap<String, String>();
        for (var party : largest.keySet()) {
            if (own.contains(party)) colours.put(party, "c" + (colours.size() + 1));
        }
        return colours;
    }

    /** What is drawn of a bar, in the order of the colours. */
    private record Piece(
            String colour,
            String name,
            String percent,
            BigDecimal from,
            BigDecimal until,
            boolean inside) {

        BigDecimal middle() {
            return Drawing.pixel(from.add(until).divide(TWO));
        }

        String label() {
            return name + " " + percent;
        }
    }

    private List<Piece> pieces(Bar bar, int width) {
        var total = bar.total();
        var joined = new ArrayList<Part>();
        for (var party : colours.keySet()) {
            bar.parts().stream().filter(part -> part.party().equals(party)).forEach(joined::add);
        }
        var rest = bar.parts().stream().filter(part -> !colours.containsKey(part.party())).toList();
        if (!rest.isEmpty()) {
            var sum = rest.stream().map(Part::amount).reduce(Fraction.ZERO, Fraction::plus);
            joined.add(new Part("", others.apply(rest.size()), sum));
        }
        var pieces = new ArrayList<Piece>();
        var before = Fraction.ZERO;
        for (var part : joined) {
            if (part.amount().signum() == 0) continue;
            var after = before.plus(part.amount());
            var from = at(before, total, width);
            var until = at(after, total, width);
            var share = part.amount().times(Fraction.HUNDRED).dividedBy(total);
            var percent = AmountFormat.percent(share, 2, formats.language());
            var needed = Drawing.width(part.name()).max(Drawing.width(percent)).add(PADDING);
            pieces.add(
                    new Piece(
                            colours.getOrDefault(part.party(), "c" + COLOURS),
                            part.name(),
                            percent,
                            from,
                            until,
                            needed.compareTo(until.subtract(from)) <= 0));
            before = after;
        }
        return pieces;
    }

    private static BigDecimal at(Fraction part, Fraction total, int width) {
        return part.times(Fraction.of(width)).dividedBy(total).rounded(1, RoundingMode.HALF_EVEN);
    }

    /** A label below a bar; it begins under its part unless the drawing ends before it. */
    private record Below(Piece piece, int row, BigDecimal left, BigDecimal end) {}

    /** From right to left, so that lines to lower rows pass left of the labels above. */
    private static List<Below> below(List<Piece> pieces, int width) {
        var placed = new ArrayList<Below>();
        for (var piece : pieces.reversed()) {
            if (piece.inside()) continue;
            var needed = Drawing.width(piece.label());
            var left =
                    piece.middle()
                            .subtract(SHIFT)
                            .min(BigDecimal.valueOf(width).subtract(needed))
                            .max(BigDecimal.ZERO);
            var end = left.add(needed).add(PADDING);
            var row = 0;
            while (taken(placed, row, left, end)) row++;
            placed.add(new Below(piece, row, Drawing.pixel(left), end));
        }
        return placed;
    }

    private static boolean taken(List<Below> placed, int row, BigDecimal left, BigDecimal end) {
        return placed.stream()
                .filter(label -> label.row() >= row)
                .anyMatch(label ->
                        label.row() == row
                                ? label.left().compareTo(end) < 0 && label.end().compareTo(left) > 0
                                : label.piece().middle().compareTo(left) > 0
                                        && label.piece().middle().compareTo(end) < 0);
    }

    private static int height(List<Below> below) {
        var rows = below.stream().mapToInt(Below::row).max().orElse(-1) + 1;
        return LABEL + THICK + rows * ROW + (rows == 0 ? 2 : 6);
    }

    @Override
    int draw(Drawing drawing) {
        var width = drawing.width();
        var top = TOP;
        for (var bar : bars) {
            var pieces = pieces(bar, width);
            var below = below(pieces, width);
            drawing.text("t b", 0, top + 12, bar.label());
            draw(drawing, pieces, below, top + LABEL);
            top += height(below) + GAP;
        }
        return top - GAP;
    }

    private static void draw(Drawing drawing, List<Piece> pieces, List<Below> below, int top) {
        for (var piece : pieces) {
            drawing.rect(
                    piece.colour() + " edge",
                    piece.from(),
                    top,
                    piece.until().subtract(piece.from()),
                    THICK);
            if (piece.inside()) {
                drawing.text("inv b m", piece.middle(), top + 16, piece.percent());
                drawing.text("inv m", piece.middle(), top + 31, piece.name());
            }
        }
        for (var label : below) {
            var middle = label.piece().middle();
            drawing.line("lead", middle, top + THICK, middle, top + THICK + 5 + label.row() * ROW);
        }
        for (var label : below) {
            drawing.text(
                    "t halo",
                    label.left(),
                    top + THICK + ROW + label.row() * ROW,
                    label.piece().label());
        }
    }
}
