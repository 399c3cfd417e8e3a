package id.patungan.grants.papers;

import id.patungan.grants.papers.PaperLayout.Table;
import id.patungan.grants.papers.PaperLayout.Words;

import java.util.ArrayList;
import java.util.List;

/** A paper as text that can be read without a program; what no test can foresee is left out. */
final class LayoutText {

    private LayoutText() {}

    static String of(PaperLayout layout) {
        var text = new StringBuilder();
        text.append(layout.head().title()).append('\n');
        text.append(layout.head().period()).append("\n\n");
        layout.facts()
                .forEach(fact -> text.append("%-22s %s%n".formatted(fact.label(), fact.value())));
        for (var part : layout.parts()) {
            text.append('\n');
            switch (part) {
                case Words(var words, var _) -> text.append(words).append('\n');
                case Table table -> table(text, layout, table);
            }
        }
        text.append('\n').append(layout.check().line());
        text.append('\n').append(layout.check().verdict()).append('\n');
        return text.toString();
    }

    private static void table(StringBuilder text, PaperLayout layout, Table table) {
        text.append("== ").append(table.caption()).append('\n');
        if (table.rows().isEmpty()) {
            text.append(table.empty()).append('\n');
            return;
        }
        var lines = new ArrayList<List<String>>();
        lines.add(table.columns().stream().map(PaperLayout.Column::label).toList());
        for (var row : table.rows()) {
            lines.add(
                    row.cells().stream()
                            .map(cell -> layout.shown(cell).replace("\n", " / "))
                            .toList());
        }
        for (int at = 0; at < lines.size(); at++) {
            var line = new StringBuilder();
            for (int column = 0; column < table.columns().size(); column++) {
                var here = column;
                var width = lines.stream().mapToInt(one -> one.get(here).length()).max().orElse(1);
                var cell = lines.get(at).get(column);
                var format = table.numeric(column) ? "%" : "%-";
                line.append((format + Math.max(1, width) + "s").formatted(cell)).append(" | ");
            }
            if (at > 0 && table.rows().get(at - 1).kind() == PaperLayout.Kind.TOTAL) {
                text.append("-".repeat(line.length() - 1)).append('\n');
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
