package id.patungan.documents;

import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.xml.parsers.DocumentBuilderFactory;

/** The texts of a drawing and the room they take in the face of the papers. */
record DrawnTexts(Rectangle2D view, List<Text> texts, Element root) {

    private static final Font PLAIN = font("DejaVuSans.ttf");
    private static final Font BOLD = font("DejaVuSans-Bold.ttf");
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    /** From its capitals to its descenders. */
    record Text(String text, Rectangle2D room) {}

    static DrawnTexts of(String svg) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            var root = builder.parse(new InputSource(new StringReader(svg))).getDocumentElement();
            var box = root.getAttribute("viewBox").split(" ", -1);
            var texts = new ArrayList<Text>();
            var nodes = root.getElementsByTagName("text");
            for (int at = 0; at < nodes.getLength(); at++) {
                texts.add(text((Element) nodes.item(at)));
            }
            return new DrawnTexts(
                    new Rectangle2D.Double(
                            0, 0, Double.parseDouble(box[2]), Double.parseDouble(box[3])),
                    texts,
                    root);
        } catch (Exception e) {
            throw new AssertionError("Not a drawing: " + svg, e);
        }
    }

    private static Text text(Element element) {
        var classes = List.of(element.getAttribute("class").split(" ", -1));
        var text = element.getTextContent();
        var width = width(text, classes.contains("b"));
        var x = Double.parseDouble(element.getAttribute("x"));
        var y = Double.parseDouble(element.getAttribute("y"));
        var left = classes.contains("e") ? x - width : classes.contains("m") ? x - width / 2 : x;
        return new Text(text, new Rectangle2D.Double(left, y - 9, width, 11.5));
    }

    static double width(String text, boolean bold) {
        return (bold ? BOLD : PLAIN).getStringBounds(text, CONTEXT).getWidth();
    }

    private static Font font(String file) {
        var path = "/net/sf/jasperreports/fonts/dejavu/" + file;
        try (var stream = DrawnTexts.class.getResourceAsStream(path)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(stream))
                    .deriveFont(12f);
        } catch (Exception e) {
            throw new AssertionError(path, e);
        }
    }

    /** What leaves the drawing, and what lies on something else. */
    List<String> faults() {
        var faults = new ArrayList<String>();
        for (int at = 0; at < texts.size(); at++) {
            var text = texts.get(at);
            if (text.text().isBlank()) faults.add("an empty text");
            if (!view.contains(text.room())) {
                faults.add("'%s' leaves the drawing: %s".formatted(text.text(), text.room()));
            }
            for (var other : texts.subList(at + 1, texts.size())) {
                if (text.room().intersects(other.room())) {
                    faults.add("'%s' lies on '%s'".formatted(text.text(), other.text()));
                }
            }
        }
        return faults;
    }
}
