package id.patungan.documents;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One JSON text per value, so that its digest means something: keys sorted, no white space, UTF-8,
 * nothing escaped that need not be. There are no fractions: amounts are decimal strings.
 *
 * <p>{@code jq -cjS . file | sha256sum} gives the digest of the same bytes, so nobody needs this
 * program to verify a paper.
 */
public final class CanonicalJson {

    private CanonicalJson() {}

    /**
     * The canonical bytes.
     *
     * @param value maps with text keys, lists, text, whole numbers, booleans and null
     * @throws IllegalArgumentException for anything else, a fraction above all
     */
    public static byte[] bytes(@Nullable Object value) {
        var json = new StringBuilder();
        write(json, value, -1);
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same value with the same order of keys, indented by two spaces for people. */
    public static String indented(@Nullable Object value) {
        var json = new StringBuilder();
        write(json, value, 0);
        return json.append('\n').toString();
    }

    private static void write(StringBuilder json, @Nullable Object value, int depth) {
        switch (value) {
            case null -> json.append("null");
            case String text -> quoted(json, text);
            case Long number -> json.append(number.longValue());
            case Integer number -> json.append(number.intValue());
            case Boolean flag -> json.append(flag.booleanValue());
            case Map<?, ?> map -> object(json, map, depth);
            case List<?> list -> array(json, list, depth);
            default ->
                    throw new IllegalArgumentException(
                            value.getClass() + " has no canonical form; write it as text");
        }
    }

    private static void object(StringBuilder json, Map<?, ?> map, int depth) {
        var sorted = new TreeMap<String, @Nullable Object>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        json.append('{');
        var separator = "";
        for (var member : sorted.entrySet()) {
            json.append(separator);
            separator = ",";
            newLine(json, depth, 1);
            quoted(json, member.getKey());
            json.append(depth < 0 ? ":" : ": ");
            write(json, member.getValue(), depth < 0 ? -1 : depth + 1);
        }
        if (!sorted.isEmpty()) {
            newLine(json, depth, 0);
        }
        json.append('}');
    }

    private static void array(StringBuilder json, List<?> list, int depth) {
        json.append('[');
        var separator = "";
        for (var element : list) {
            json.append(separator);
            separator = ",";
            newLine(json, depth, 1);
            write(json, element, depth < 0 ? -1 : depth + 1);
        }
        if (!list.isEmpty()) {
            newLine(json, depth, 0);
        }
        json.append(']');
    }

    private static void newLine(StringBuilder json, int depth, int deeper) {
        if (depth >= 0) {
            json.append('\n').append("  ".repeat(depth + deeper));
        }
    }

    private static void quoted(StringBuilder json, String text) {
        json.append('"');
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                case '\b' -> json.append("\\b");
                case '\f' -> json.append("\\f");
                default -> {
                    if (c < 0x20 || c == 0x7f) {
                        json.append("\\u%04x".formatted((int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        json.append('"');
    }
}
