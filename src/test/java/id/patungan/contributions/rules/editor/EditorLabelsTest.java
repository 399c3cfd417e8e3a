package id.patungan.contributions.rules.editor;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.contributions.rules.editor.Spec.Input;
import id.patungan.contributions.rules.editor.Spec.Shape;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Walks every field of every kind of rule in the editor: what stands beside it is a text of the
 * bundle and never the name of the field in rule files.
 */
class EditorLabelsTest {

    private final List<String> missing = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void everyFieldHasALabel(String language) {
        var texts =
                ResourceBundle.getBundle(
                        "messages.rule-editor",
                        Locale.of(language),
                        ResourceBundle.Control.getNoFallbackControl(
                                ResourceBundle.Control.FORMAT_PROPERTIES));
        for (var group : Schema.GROUPS.entrySet()) {
            one(texts, "rules.group." + group.getKey());
            for (var kind : group.getValue()) {
                one(texts, "rules.kind." + kind);
                one(texts, "rules.kind-hint." + kind);
                Schema.fields(kind).forEach(spec -> field(texts, kind, spec.name(), spec));
            }
        }
        Schema.DOCUMENT.forEach(spec -> field(texts, "document", spec.name(), spec));
        field(texts, "document", "credits", Schema.CREDITS);
        Starters.NAMES.forEach(name -> one(texts, "rules.starter." + name));

        assertThat(missing).isEmpty();
    }

    private void field(ResourceBundle texts, String kind, String path, Spec spec) {
        if (!texts.containsKey("rules.field." + kind + "." + path)) {
            one(texts, "rules.field." + spec.name());
        }
        for (var choice : spec.choices()) {
            one(texts, "rules.choice." + spec.name() + "." + (choice.isEmpty() ? "none" : choice));
        }
        if (spec.shape() == Shape.LIST) one(texts, "rules.add." + spec.name());
        if (spec.shape() == Shape.TABLE
                && spec.input() != Input.PERCENT
                && spec.input() != Input.AMOUNT) {
            one(texts, "rules.column." + spec.name());
        }
        spec.items().forEach(item -> field(texts, kind, path + "." + item.name(), item));
    }

    private void one(ResourceBundle texts, String key) {
        if (!texts.containsKey(key) || texts.getString(key).isBlank()) missing.add(key);
    }
}
