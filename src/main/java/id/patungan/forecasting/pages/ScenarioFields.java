package id.patungan.forecasting.pages;

import id.patungan.forecasting.scenarios.OverlayField;
import id.patungan.forecasting.scenarios.OverlayKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The changes of a form as the page shows them: each with its fields, hints and choices. */
record ScenarioFields(List<Row> rows) {

    /**
     * A change.
     *
     * @param at from 0
     * @param hint what the change does
     */
    record Row(int at, String kind, String title, String hint, List<Field> fields) {}

    /**
     * A field.
     *
     * @param id of its element
     * @param choices null if it is typed
     * @param all what it means to leave it empty; null if that may not be
     * @param hint empty if there is nothing to say
     * @param prefix the sign of the currency before an amount; empty otherwise
     */
    record Field(
            String id,
            String name,
            String label,
            String value,
            String hint,
            String prefix,
            @Nullable String all,
            @Nullable List<ScenarioChoices.Choice> choices) {

        /** Whether its choices have what is in it. */
        public boolean known() {
            return value.isEmpty()
                    || choices == null
                    || choices.stream().anyMatch(one -> one.value().equals(value));
        }
    }

    static ScenarioFields of(ScenarioForm form, ScenarioChoices choices) {
        var rows = new ArrayList<Row>();
        for (int at = 0; at < form.rows().size(); at++) {
            var row = form.rows().get(at);
            var kind = form.kind(row);
            var code = row.getOrDefault("kind", "");
            if (kind == null) {
                rows.add(new Row(at, code, code, "", List.of()));
                continue;
            }
            rows.add(
                    new Row(
                            at,
                            code,
                            choices.words().text("overlay." + code),
                            choices.words().text("overlay-hint." + code),
                            fields(at, kind, row, choices)));
        }
        return new ScenarioFields(rows);
    }

    private static List<Field> fields(
            int at, OverlayKind kind, Map<String, String> row, ScenarioChoices choices) {
        return kind.fields().stream().map(field -> field(at, kind, field, row, choices)).toList();
    }

    private static String hint(OverlayKind kind, OverlayField field) {
        return field == OverlayField.PERCENT && kind == OverlayKind.MEMBER_DEFAULT
                ? "overlay-field-hint.percent.unpaid"
                : "overlay-field-hint." + field.code();
    }

    private static Field field(
            int at,
            OverlayKind kind,
            OverlayField field,
            Map<String, String> row,
            ScenarioChoices choices) {
        var words = choices.words();
        var chosen = choices.of(kind, field);
        var amount = field == OverlayField.INCOME || field == OverlayField.COST;
        var hint =
                chosen == null
                        ? words.text(hint(kind, field))
                        : chosen.isEmpty() ? words.text("scenarios.choices.none") : "";
        return new Field(
                ScenarioForm.id(at, field.code()),
                "c" + at + "." + field.code(),
                field == OverlayField.PARTY
                        ? words.text(
                                kind == OverlayKind.DONOR_EXIT
                                        ? "scenarios.giver"
                                        : "scenarios.member")
                        : words.text("overlay-field." + field.code()),
                row.getOrDefault(field.code(), ""),
                hint,
                amount ? words.formats().symbol() : "",
                chosen != null && kind.optional(field)
                        ? words.text("scenarios.all." + field.code())
                        : null,
                chosen);
    }
}
