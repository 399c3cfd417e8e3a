package id.patungan.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much room texts of 12 px take, and where they go when they would lie on each other. The
 * widths are those of DejaVu Sans, the face of the papers; those of screens are narrower.
 */
final class Labels {

    /** From one line of a text to the next, in pixels. */
    static final int LINE = 14;

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** Letters by the tenths of a pixel that they need, up to these. */
    private static final String[] LETTERS = {
        "'ijlIJ", " ,./:;\\|f·", "()[]-t!r", "\"*_`sz?c²", "LFkvxyPTYoae–", "Ehnu$0123456789Sbdgpq",
    };

    private static final int[] TENTHS = {36, 43, 50, 68, 75, 77};
    private static final int[] BOLD_TENTHS = {46, 53, 60, 73, 84, 87};
    private static final String WIDE = "KAVXZBRCUNHDG&";
    private static final int WIDE_TENTHS = 95;
    private static final int BOLD_WIDE_TENTHS = 105;
    private static final int WIDEST_TENTHS = 121;
    private static final int BOLD_WIDEST_TENTHS = 133;

    private Labels() {}

    /** Not less than the width of a text, in pixels. */
    static int width(String text, boolean bold) {
        var tenths = text.codePoints().map(letter -> tenths(letter, bold)).sum();
        return Math.ceilDiv(tenths, 10);
    }

    private static int tenths(int letter, boolean bold) {
        for (int at = 0; at < LETTERS.length; at++) {
            if (LETTERS[at].indexOf(letter) >= 0) return bold ? BOLD_TENTHS[at] : TENTHS[at];
        }
        if (WIDE.indexOf(letter) >= 0) return bold ? BOLD_WIDE_TENTHS : WIDE_TENTHS;
        return bold ? BOLD_WIDEST_TENTHS : WIDEST_TENTHS;
    }

    /** The longest of them. */
    static int widest(List<String> texts, boolean bold) {
        return texts.stream().mapToInt(text -> width(text, bold)).max().orElse(0);
    }

    /** A text in lines that are not wider than this; a word that alone is wider is cut. */
    static List<String> wrap(String text, int most, boolean bold) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && width(line + " " + word, bold) > most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            if (!line.isEmpty()) line.append(' ');
            line.append(word);
            while (width(line.toString(), bold) > most && line.length() > 1) {
                var cut = line.length() - 1;
                while (cut > 1 && width(line.substring(0, cut), bold) > most) cut--;
                lines.add(line.substring(0, cut));
                line.delete(0, cut);
            }
        }
        lines.add(line.toString());
        return List.copyOf(lines);
    }

    /**
     * Where things begin that each want their middle at a place and need room without lying on each
     * other: as near to what they want as their order allows (least squares), from {@code low} to
     * {@code high} as far as there is room.
     *
     * @param middles wanted
     * @param sizes in the same order
     * @return in the same order
     */
    static List<BigDecimal> push(List<BigDecimal> middles, List<Integer> sizes, int low, int high) {
        var order =
                IntStream.range(0, middles.size())
                        .boxed()
                        .sorted(Comparator.comparing(middles::get))
                        .toList();
        var blocks = new ArrayDeque<Block>();
        var before = 0;
        for (var at : order) {
            var size = sizes.get(at);
            var start =
                    middles.get(at)
                            .subtract(BigDecimal.valueOf(size).divide(TWO))
                            .subtract(BigDecimal.valueOf(before));
            join(blocks, new Block(start, 1));
            before += size;
        }
        var starts = new ArrayList<BigDecimal>(middles);
        var most = BigDecimal.valueOf(high - before);
        var room = 0;
        var next = order.iterator();
        for (var block : blocks) {
            var base = block.mean().min(most).max(BigDecimal.valueOf(low));
            for (int count = 0; count < block.count(); count++) {
                var at = next.next();
                starts.set(at, Drawing.pixel(base).add(BigDecimal.valueOf(room)));
                room += sizes.get(at);
            }
        }
        return starts;
    }

    /** Neighbours that would overlap go together, at the mean of what they want. */
    private static void join(Deque<Block> blocks, Block next) {
        var block = next;
        while (!blocks.isEmpty() && blocks.getLast().mean().compareTo(block.mean()) > 0) {
            var last = blocks.removeLast();
            block = new Block(last.sum().add(block.sum()), last.count() + block.count());
        }
        blocks.addLast(block);
    }

    private record Block(BigDecimal sum, int count) {

        BigDecimal mean() {
            return sum.divide(BigDecimal.valueOf(count), 4, RoundingMode.HALF_EVEN);
        }
    }
}
