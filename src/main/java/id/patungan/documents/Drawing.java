package id.patungan.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;

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
            .hatchline{stroke:#ffffff;stroke-width:1.6;opacity:.75}\
            .c1{fill:#12436d}.c2{fill:#217a72}.c3{fill:#801650}\
            .c4{fill:#c24a12}.c5{fill:#3d3d3d}.c6{fill:#8668bd}\
            """;

    /** Average width of a letter of 12 px, on the safe side. */
    private static final BigDecimal LETTER = new BigDecimal("6.9");

    private final StringBuilder svg = new StringBuilder();

    /**
     * Begins.
     *
     * @param id unique on the page; the title is {@code id-t}, the description {@code id-d}
     * @param show class of the width for which it is drawn
     */
    Drawing(String id, String show, int width, int height, String title, String description) {
        svg.append(
                "<svg class=\"%s\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s-t %s-d\">"
                        .formatted(show, width, height, id, id));
        svg.append("<title id=\"%s-t\">%s</title>".formatted(id, escaped(title)));
        svg.append("<desc id=\"%s-d\">%s</desc>".formatted(id, escaped(description)));
    }

    void rect(String classes, Object x, Object y, Object width, Object height) {
        svg.append(
                "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                        .formatted(classes, x, y, width, height));
    }

    void line(String classes, Object x1, Object y1, Object x2, Object y2) {
        svg.append(
                "<line class=\"%s\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
                        .formatted(classes, x1, x2, y1, y2));
    }

    void text(String classes, Object x, Object y, String text) {
        svg.append(
                "<text x=\"%s\" y=\"%s\" class=\"%s\">%s</text>"
                        .formatted(x, y, classes, escaped(text)));
    }

    /** The finished drawing. */
    String svg() {
        return svg + "</svg>";
    }

    /** A finished drawing as a file of its own, with the light colours. */
    static String paper(String svg, int width, int height) {
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
