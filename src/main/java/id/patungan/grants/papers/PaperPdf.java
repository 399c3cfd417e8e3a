package id.patungan.grants.papers;

import id.patungan.documents.PaperSignatory;
import id.patungan.documents.PdfPapers;
import id.patungan.grants.papers.PaperLayout.Part;
import id.patungan.grants.papers.PaperLayout.Table;
import id.patungan.grants.papers.PaperLayout.Words;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceResourceBundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The paper: {@code reports/award-paper.jrxml}, A4 landscape. */
final class PaperPdf {

    private final PaperLayout layout;
    private final @Nullable String number;
    private final MessageSource messages;
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    private int table;

    /**
     * @param number under which it was issued; null if it was not
     */
    PaperPdf(PaperLayout layout, @Nullable String number, MessageSource messages) {
        this.layout = layout;
        this.number = number;
        this.messages = messages;
    }

    byte[] render(PdfPapers papers) {
        fill();
        var head = layout.head();
        var language = layout.formats().language();
        return papers.render(
                "award-paper",
                new MessageSourceResourceBundle(messages, language),
                Map.of("text", composed()),
                List.<Map<String, ?>>copyOf(rows),
                new PdfPapers.Properties(
                        head.title() + ", " + head.period(),
                        head.body().name(),
                        language,
                        layout.foot().dataFrom()));
    }

    private Map<String, @Nullable String> composed() {
        var head = layout.head();
        var body = head.body();
        var foot = layout.foot();
        var text = new HashMap<String, @Nullable String>();
        text.put("stamp", head.stamp());
        text.put("kopName", body.name().toUpperCase(Locale.ROOT));
        for (int line = 1; line <= 2; line++) {
            text.put(
                    "kopLine" + line,
                    line <= body.letterhead().size() ? body.letterhead().get(line - 1) : null);
        }
        text.put("title", head.title());
        text.put("gloss", head.gloss());
        text.put("number", number == null ? head.period() : number + " \u00b7 " + head.period());
        text.put("runningHead", head.title() + " \u00b7 " + head.period());
        text.put("checkLine", layout.check().line());
        text.put("verdict", "\u2713 " + layout.check().verdict());
        for (int line = 1; line <= 2; line++) {
            text.put(
                    "foot" + line, line <= foot.state().size() ? foot.state().get(line - 1) : null);
        }
        foot.signatories().forEach(one -> sign(text, one));
        return text;
    }

    private void sign(Map<String, @Nullable String> text, PaperSignatory signatory) {
        var side = signatory.head() ? "left" : "right";
        var foot = layout.foot();
        text.put(side + ".above", signatory.head() ? foot.witnessed() : foot.place());
        text.put(side + ".role", signatory.position());
        text.put(side + ".name", signatory.name());
        text.put(side + ".number", signatory.number());
    }

    private void fill() {
        facts();
        for (Part part : layout.parts()) {
            switch (part) {
                case Words(var words, var strong) -> paragraph(words, strong, null);
                case Table some -> table(some);
            }
        }
    }

    private void facts() {
        table++;
        for (var fact : layout.facts()) {
            var row = row("facts", null);
            row.put("c1", fact.label());
            row.put("c2", fact.value());
        }
        ends();
    }

    private void paragraph(String words, boolean strong, @Nullable String caption) {
        table++;
        var row = row("text", caption);
        row.put("kind", strong ? "strong" : "plain");
        row.put("c1", words);
        ends();
    }

    private void table(Table some) {
        if (some.rows().isEmpty()) {
            var empty = some.empty();
            if (empty != null) paragraph(empty, false, some.caption());
            return;
        }
        table++;
        for (var one : some.rows()) {
            var row = row(some.shape().code(), some.caption());
            row.put("kind", one.kind().code());
            for (int at = 0; at < some.columns().size(); at++) {
                row.put("h" + (at + 1), some.columns().get(at).label());
                row.put("c" + (at + 1), layout.shown(one.cells().get(at)));
            }
        }
        ends();
    }

    private Map<String, @Nullable Object> row(String shape, @Nullable String caption) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("table", table);
        row.put("shape", shape);
        row.put("kind", "plain");
        row.put("caption", caption);
        row.put(
                "first",
                rows.isEmpty() || !Integer.valueOf(table).equals(rows.getLast().get("table")));
        row.put("last", false);
        rows.add(row);
        return row;
    }

    /** The row before is the last of its table. */
    private void ends() {
        if (!rows.isEmpty()) rows.getLast().put("last", true);
    }
}
