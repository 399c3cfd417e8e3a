package id.patungan.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A drawing as SVG text in the classes of the theme, with a title and a description for those who
 * cannot see it. On screens the theme gives the colours, light or dark; on paper, where there is no
 * theme, {@link #paper} writes the light ones out.
 */
final class Drawing {

    /** The light half of the theme, for programs that draw without it; see patungan.css. */
    private static final String LIGHT =
            """
            svg{font-family:'DejaVu Sans',sans-serif;font-size:12px}\
            .t{fill:#1a232c}.t2{fill:#46535f}.b{font-weight:bold}.inv{fill:#ffffff}\
            .e{text-anchor:end}.m{text-anchor:middle}\
            .axis{stroke:#5c6975;stroke-width:1}.grid{stroke:#e3e8ec;stroke-width:1}\
            .lead{stroke:#5c6975;stroke-width:1;stroke-dasharray:2 3;fill:none}\
            .edge{stroke:#ffffff;stroke-width:1.5}\
            .hatchline{stroke:#ffffff;stroke-width:1.6;stroke-opacity:.75;fill:none}\
            .hatchbad{stroke:#a11d17;stroke-width:1;stroke-opacity:.5;fill:none}\
            .gap{stroke:#a11d17;stroke-width:1;stroke-dasharray:4 3;fill:none}\
            .mark{stroke:#801650;stroke-width:1.5;stroke-dasharray:5 3;fill:none}\
            .base{stroke:#1a232c;stroke-width:1.25}.under{stroke:#ffffff;stroke-width:4}.plate{fill:#ffffff}\
            .l1{stroke:#12436d;stroke-width:2;fill:none}.l4{stroke:#c24a12;stroke-width:2;fill:none}\
            .l5{stroke:#3d3d3d;stroke-width:2;fill:none}\
            .plan{stroke-dasharray:6 4}.limit{stroke:#46535f;stroke-width:1.5;stroke-dasharray:2 3}\
            .f1{fill:#12436d;fill-opacity:.14;stroke:#12436d;stroke-width:.75}\
            .f2{fill:#12436d;fill-opacity:.26;stroke:#12436d;stroke-width:.75}\
            .below{fill:#a11d17;fill-opacity:.2}\
            .c1{fill:#12436d}.c2{fill:#217a72}.c3{fill:#801650}\
            .c4{fill:#c24a12}.c5{fill:#3d3d3d}.c6{fill:#8363ba}\
            """;

    /** Average width of a letter of 12 px, on the safe side. */
    private static final BigDecimal LETTER = new BigDecimal("6.9");

    private static final int NARROW = 400;

    /** From one line of a hatch to the next, across. */
    private static final int HATCH = 8;

    private final String id;
    private final String show;
    private final int width;
    private final String title;
    private final String description;
    private final StringBuilder body = new StringBuilder();
    private int height;

    /**
     * Begins.
     *
     * @param id unique on the page; the title is {@code id-t}, the description {@code id-d}
     * @param show class of the width for which it is drawn
     */
    Drawing(String id, String show, int width, String title, String description) {
        this.id = id;
        this.show = show;
        this.width = width;
        this.title = title;
        this.description = description;
    }

    int width() {
        return width;
    }

    /** Whether it is for a phone. */
    boolean narrow() {
        return width < NARROW;
    }

    int height() {
        return height;
    }

    /** What it became. */
    void height(int pixels) {
        height = pixels;
    }

    void rect(String classes, Object x, Object y, Object width, Object height) {
        body.append(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                        .formatted(classes, x, y, width, height));
    }

    void line(String classes, Object x1, Object y1, Object x2, Object y2) {
        body.append(
                "<line class=\"%s\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
                        .formatted(classes, x1, x2, y1, y2));
    }

    void text(String classes, Object x, Object y, String text) {
        body.append(
                "<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>"
                        .formatted(x, y, classes, escaped(text)));
    }

    /** A text in lines, each below the one before. */
    void lines(String classes, Object x, BigDecimal y, List<String> lines) {
        for (int at = 0; at < lines.size(); at++) {
            text(classes, x, y.add(BigDecimal.valueOf((long) at * Labels.LINE)), lines.get(at));
        }
    }

    /** {@code polyline} or {@code polygon} through points of the form {@code x,y}. */
    void shape(String element, String classes, List<String> points) {
        body.append(
                "<%s class=\"%s\" points=\"%s\"/>"
                        .formatted(element, classes, String.join(" ", points)));
    }

    /**
     * Slanted lines over a rectangle, rising to the right, or falling where something is missing.
     * They are lines and no pattern, because programs for paper make pixels of patterns; over
     * rectangles beside each other they run on.
     */
    void hatch(String classes, Object left, Object top, Object right, Object bottom) {
        var x1 = tenths(left);
        var x2 = tenths(right);
        var y1 = tenths(top);
        var y2 = tenths(bottom);
        var path = new StringBuilder();
        var falls = classes.equals("hatchbad");
        var step = HATCH * 10L;
        // lines x + y = sum, or x - y = sum
        var low = falls ? x1 - y2 : x1 + y1;
        var high = falls ? x2 - y1 : x2 + y2;
        for (var sum = Math.floorDiv(low, step) * step + step; sum < high; sum += step) {
            var from = Math.max(x1, falls ? sum + y1 : sum - y2);
            var until = Math.min(x2, falls ? sum + y2 : sum - y1);
            if (until - from < 5) continue;
            path.append('M').append(point(from, falls ? from - sum : sum - from));
            path.append('L').append(point(until, falls ? until - sum : sum - until));
        }
        if (!path.isEmpty()) {
            body.append("<path class=\"%s\" d=\"%s\"/>".formatted(classes, path));
        }
    }

    private static long tenths(Object pixels) {
        return pixel(new BigDecimal(pixels.toString())).movePointRight(1).longValueExact();
    }

    private static String point(long x, long y) {
        return point(BigDecimal.valueOf(x, 1), BigDecimal.valueOf(y, 1));
    }

    static String point(BigDecimal x, BigDecimal y) {
        return x + "," + y;
    }

    /** The finished drawing. */
    String svg() {
        return "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">"
                        .formatted(show, width, height, id, id)
                + "<title id=\"%s-t\">%s</title>".formatted(id, escaped(title))
                + "<desc id=\"%s-d\">%s</desc>".formatted(id, escaped(description))
                + body
                + "</svg>";
    }

    /** The finished drawing as a file of its own, with the light colours. */
    String paper() {
        var svg = svg();
        var head = "<svg ";
        var open = svg.indexOf('>') + 1;
        return head
                + "xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" "
                        .formatted(width, height)
                + svg.substring(head.length(), open)
                + "<style>"
                + LIGHT
                + "</style>"
                + svg.substring(open);
    }

    /** About how wide a text of 12 px is. */
    static BigDecimal width(String text) {
        return LETTER.multiply(BigDecimal.valueOf(text.length()));
    }

    /** A place on the drawing: pixels with one decimal. */
    static BigDecimal pixel(BigDecimal value) {
        return value.setScale(1, RoundingMode.HALF_EVEN);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
