package id.patungan.contributions.rules.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** YAML as it is written, and which field each part of it came from. */
final class YamlText {

    private final StringBuilder text = new StringBuilder();
    private final TreeMap<Integer, String> places = new TreeMap<>();
    private final TreeMap<Integer, String> mappings = new TreeMap<>();
    private final List<Integer> lines = new ArrayList<>(List.of(0));
    private boolean item;
    private String mapping = "rule";

    /** A line of its own. */
    void line(int indent, String content) {
        start(indent);
        text.append(content);
        end();
    }

    /** The next field is the first of a mapping that stands at a place. */
    void mapping(String place) {
        mapping = place;
    }

    /** The next field is the first of an item of a list. */
    void item(int indent) {
        text.append("  ".repeat(indent)).append("- ");
        item = true;
    }

    /** The name of a field, whose value follows on its line. */
    void key(int indent, String name, String place) {
        begin(indent, place);
        text.append(name).append(": ");
    }

    /** A field whose value stands on the lines below. */
    void open(int indent, String name, String place) {
        begin(indent, place);
        text.append(name).append(':');
        end();
    }

    /** The value of the field before. */
    void value(String written, String place) {
        places.put(text.length(), place);
        text.append(written);
        end();
    }

    private void begin(int indent, String place) {
        start(indent);
        places.put(text.length(), place);
        if (!mapping.isEmpty()) {
            mappings.put(text.length(), mapping);
            mapping = "";
        }
    }

    private void start(int indent) {
        if (item) {
            item = false;
        } else {
            text.append("  ".repeat(indent));
        }
    }

    private void end() {
        text.append('\n');
        lines.add(text.length());
    }

    /** The field that stands at a line and column, both from 1, or just before it. */
    String placeAt(int line, int column) {
        var found = places.floorEntry(offset(line, column));
        return found == null ? "rule.kind" : found.getValue();
    }

    /** The place of the mapping that begins there. */
    String mappingAt(int line, int column) {
        var found = mappings.floorEntry(offset(line, column));
        return found == null ? "rule" : found.getValue();
    }

    private int offset(int line, int column) {
        var start = line < 1 || line > lines.size() ? 0 : lines.get(line - 1);
        return start + Math.max(0, column - 1);
    }

    /** A text in double quotes, which the reader of rule files takes for the same text. */
    static String quoted(String value) {
        var quoted = new StringBuilder("\"");
        value.codePoints()
                .forEach(point -> {
                    if (point == '"' || point == '\\') {
                        quoted.append('\\').appendCodePoint(point);
                    } else if (isPlain(point)) {
                        quoted.appendCodePoint(point);
                    } else {
                        quoted.append(String.format("\\u%04X", point));
                    }
                });
        return quoted.append('"').toString();
    }

    private static boolean isPlain(int point) {
        return !Character.isISOControl(point)
                && Character.getType(point) != Character.SURROGATE
                && point != 0x2028
                && point != 0x2029
                && point != 0xFEFF
                && (point < 0xFFFE || point > 0xFFFF);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
