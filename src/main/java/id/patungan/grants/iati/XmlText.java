package id.patungan.grants.iati;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * XML that people can read: an element to a line, children two spaces further in. Attributes come
 * as pairs of name and value; a pair without value is left out. What XML cannot hold (control
 * characters) becomes a space.
 */
final class XmlText {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    /** The open elements; true once they have children. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    XmlText() {
        try {
            out =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void open(String element, @Nullable String... attributes) {
        open(element, Arrays.asList(attributes));
    }

    void open(String element, List<@Nullable String> attributes) {
        try {
            parentHasChildren();
            out.writeStartElement(element);
            for (int at = 0; at < attributes.size(); at += 2) {
                var value = attributes.get(at + 1);
                if (value != null) out.writeAttribute(attributes.get(at), legal(value));
            }
            open.push(false);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void close() {
        try {
            if (open.pop()) newLine();
            out.writeEndElement();
            if (open.isEmpty()) newLine();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An element without children. */
    void leaf(String element, @Nullable String... attributes) {
        open(element, attributes);
        close();
    }

    /** An element with text alone. */
    void text(String element, String text, @Nullable String... attributes) {
        open(element, attributes);
        try {
            out.writeCharacters(legal(text));
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        close();
    }

    byte[] bytes() {
        try {
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private void parentHasChildren() throws XMLStreamException {
        if (!open.isEmpty()) {
            open.pop();
            open.push(true);
        }
        newLine();
    }

    private void newLine() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(open.size()));
    }

    /** The characters of XML 1.0; all others as a space. */
    private static String legal(String text) {
        return text.codePoints()
                .map(point -> legal(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean legal(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
