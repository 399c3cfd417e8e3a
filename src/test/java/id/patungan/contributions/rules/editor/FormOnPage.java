package id.patungan.contributions.rules.editor;

import org.springframework.web.util.HtmlUtils;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The form of a page as a browser would send it, without its buttons. */
final class FormOnPage {

    private static final Pattern FIELD = Pattern.compile("<(input|select|textarea)\\b([^>]*)>");
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");

    private FormOnPage() {}

    static Map<String, List<String>> fields(String page) {
        var start = page.indexOf("id=\"rule-form\"");
        var form = page.substring(start, page.indexOf("</form>", start));
        var sent = new LinkedHashMap<String, List<String>>();
        var field = FIELD.matcher(form);
        while (field.find()) {
            var attributes = attributes(field.group(2));
            var name = attributes.getOrDefault("name", "");
            if (name.equals("_csrf")) continue;
            switch (field.group(1)) {
                case "input" -> {
                    if (!"checkbox".equals(attributes.get("type"))
                            || attributes.containsKey("checked")) {
                        add(sent, name, attributes.getOrDefault("value", ""));
                    }
                }
                case "textarea" ->
                        add(
                                sent,
                                name,
                                HtmlUtils.htmlUnescape(
                                        form.substring(
                                                field.end(),
                                                form.indexOf("</textarea>", field.end()))));
                default ->
                        add(
                                sent,
                                name,
                                chosen(
                                        form.substring(
                                                field.end(),
                                                form.indexOf("</select>", field.end()))));
            }
        }
        return sent;
    }

    private static void add(Map<String, List<String>> sent, String name, String value) {
        sent.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    private static String chosen(String options) {
        var option = OPTION.matcher(options);
        var first = "";
        for (var at = 0; option.find(); at++) {
            var attributes = attributes(option.group(1));
            var value = attributes.getOrDefault("value", "");
            if (attributes.containsKey("selected")) return value;
            if (at == 0) first = value;
        }
        return first;
    }

    private static Map<String, String> attributes(String tag) {
        var attributes = new LinkedHashMap<String, String>();
        var attribute = ATTRIBUTE.matcher(tag);
        while (attribute.find()) {
            var value = attribute.group(2);
            attributes.put(attribute.group(1), value == null ? "" : HtmlUtils.htmlUnescape(value));
        }
        return attributes;
    }
}
