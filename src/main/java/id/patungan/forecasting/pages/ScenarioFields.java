package id.patungan.forecasting.pages;

import id.patungan.forecasting.scenarios.OverlayField;
import id.patungan.forecasting.scenarios.OverlayKind;
import id.patungan.forecasting.scenarios.RiskField;
import id.patungan.forecasting.scenarios.RiskKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The changes and risks of a form as the page shows them: each with its fields, hints and choices.
 */
record ScenarioFields(List<Row> rows, List<Row> risks) {

    private static final Set<OverlayField> AMOUNTS =
            Set.of(OverlayField.INCOME, OverlayField.COST, OverlayField.AMOUNT);

    /**
     * A change or a risk.
     *
     * @param at from 0
     * @param hint what it does
     * @param name begins the names of its fields
     * @param remove what a button says that takes it out
     */
    record Row(
            int at,
            String kind,
            String title,
            String hint,
            String name,
            String remove,
            List<Field> fields) {}

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
            rows.add(
                    new Row(
                            at,
                            code,
                            kind == null ? code : choices.words().text("overlay." + code),
                            kind == null ? "" : choices.words().text("overlay-hint." + code),
                            ScenarioForm.CHANGE + at,
                            "remove:" + at,
                            kind == null ? List.of() : fields(at, kind, row, choices)));
        }
        return new ScenarioFields(rows, risks(form, choices));
    }

    private static List<Row> risks(ScenarioForm form, ScenarioChoices choices) {
        var rows = new ArrayList<Row>();
        for (int at = 0; at < form.risks().size(); at++) {
            var row = form.risks().get(at);
            var code = row.getOrDefault("kind", "");
            var kind = RiskKind.of(code).orElse(null);
            rows.add(
                    new Row(
                            at,
                            code,
                            kind == null ? code : choices.words().text("risk-kind." + code),
                            kind == null ? "" : choices.words().text("risk-hint." + code),
                            ScenarioForm.RISK + at,
                            "remove-risk:" + at,
                            kind == null ? List.of() : fields(at, kind, row, choices)));
        }
        return rows;
    }

    private static List<Field> fields(
            int at, RiskKind kind, Map<String, String> row, ScenarioChoices choices) {
        return kind.fields().stream().map(field -> field(at, field, row, choices)).toList();
    }

    private static Field field(
            int at, RiskField field, Map<String, String> row, ScenarioChoices choices) {
        var words = choices.words();
        var chosen = choices.of(field);
        return new Field(
                ScenarioForm.id(ScenarioForm.RISK, at, field.code()),
                ScenarioForm.RISK + at + "." + field.code(),
                words.text("risk-field." + field.code()),
                row.getOrDefault(field.code(), ""),
                chosen == null ? words.text("risk-field-hint." + field.code()) : "",
                "",
                null,
                chosen);
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
        var amount = AMOUNTS.contains(field);
        var hint =
                chosen == null
                        ? words.text(hint(kind, field))
                        : chosen.isEmpty() ? words.text("scenarios.choices.none") : "";
        return new Field(
                ScenarioForm.id(ScenarioForm.CHANGE, at, field.code()),
                ScenarioForm.CHANGE + at + "." + field.code(),
                field == OverlayField.PARTY
                        ? words.text(
                                kind == OverlayKind.DONOR_EXIT
                                        ? "scenarios.giver"
                                        : "scenarios.member")
                        : words.text("overlay-field." + ForecastWords.said(kind, field)),
                row.getOrDefault(field.code(), ""),
                hint,
                amount ? words.formats().symbol() : "",
                chosen != null && kind.optional(field)
                        ? words.text("scenarios.all." + field.code())
                        : null,
                chosen);
    }
}
