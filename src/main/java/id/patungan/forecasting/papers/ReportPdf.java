package id.patungan.forecasting.papers;

import id.patungan.documents.PaperSignatory;
import id.patungan.documents.PdfPapers;
import id.patungan.forecasting.pages.ShownChart;
import id.patungan.forecasting.papers.ReportLayout.Panel;
import id.patungan.forecasting.papers.ReportLayout.Table;

import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceResourceBundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The paper: {@code reports/sustainability-report.jrxml}, two pages A4. */
final class ReportPdf {

    private final ReportLayout layout;
    private final @Nullable String number;
    private final MessageSource messages;
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    private int page = 1;

    /**
     * @param number under which it was issued; null if it was not
     */
    ReportPdf(ReportLayout layout, @Nullable String number, MessageSource messages) {
        this.layout = layout;
        this.number = number;
        this.messages = messages;
    }

    PdfPapers.Filled fill(PdfPapers papers) {
        compose();
        var language = layout.formats().language();
        return papers.fill(
                "sustainability-report",
                new MessageSourceResourceBundle(messages, language),
                Map.of("text", composed()),
                List.<Map<String, ?>>copyOf(rows),
                language);
    }

    PdfPapers.Properties properties() {
        var head = layout.head();
        return new PdfPapers.Properties(
                head.title() + ", " + head.about(),
                head.body().name(),
                layout.formats().language(),
                layout.foot().dataFrom());
    }

    private Map<String, @Nullable String> composed() {
        var head = layout.head();
        var body = head.body();
        var state = layout.foot().state();
        var text = new HashMap<String, @Nullable String>();
        text.put("stamp", head.stamp());
        text.put("kopName", body.name().toUpperCase(Locale.ROOT));
        text.put("kopLine", String.join(" \u00b7 ", body.letterhead()));
        text.put("title", head.title());
        text.put("gloss", head.gloss());
        text.put("number", status());
        text.put("about", head.about());
        text.put("running", head.title() + " \u00b7 " + body.name() + " \u00b7 " + head.about());
        text.put("foot1", status() + " \u00b7 " + state.getFirst());
        text.put("foot2", state.get(1));
        text.put("foot3", state.get(2));
        layout.foot().signatories().forEach(one -> sign(text, one));
        return text;
    }

    private String status() {
        var key = "sustainability-report." + (number == null ? "preview" : "number");
        return messages.getMessage(key, new Object[] {number}, layout.formats().language());
    }

    private void sign(Map<String, @Nullable String> text, PaperSignatory signatory) {
        var side = signatory.head() ? "left" : "right";
        var foot = layout.foot();
        text.put(side + ".above", signatory.head() ? foot.witnessed() : foot.place());
        text.put(side + ".role", signatory.position());
        text.put(side + ".name", signatory.name());
        text.put(side + ".number", signatory.number());
    }

    private void compose() {
        answers();
        layout.tables().forEach(this::table);
        page++;
        for (int at = 0; at < layout.second().size(); at += 2) {
            panels(
                    layout.second().get(at),
                    at + 1 < layout.second().size() ? layout.second().get(at + 1) : null);
        }
        method();
    }

    private void answers() {
        var row = row("answers", null, "plain");
        for (int at = 0; at < layout.answers().size(); at++) {
            row.put("h" + (at + 1), layout.answers().get(at).question());
            row.put("c" + (at + 1), unbroken(layout.answers().get(at).text()));
        }
        var mix = layout.mix();
        if (mix == null) return;
        row.put("c6", unbroken(mix.finding()));
        row.put("c7", mix.unit());
        row.put("left", picture(mix));
    }

    private void table(Table some) {
        var first = true;
        for (var cells : some.rows()) {
            var row = row(some.shape().code(), some.caption(), "plain");
            row.put("first", first);
            first = false;
            for (int at = 0; at < cells.size(); at++) {
                row.put("h" + (at + 1), some.heads().get(at));
                row.put("c" + (at + 1), cells.get(at));
            }
        }
        if (!some.rows().isEmpty()) rows.getLast().put("last", true);
        if (some.note() != null) {
            var row = row("text", some.caption(), "small");
            row.put("first", some.rows().isEmpty());
            row.put("c1", some.note());
        }
    }

    private void panels(Panel left, @Nullable Panel right) {
        var row = row("panels", null, "plain");
        panel(row, left, "left", 1);
        if (right != null) panel(row, right, "right", 4);
    }

    private static void panel(
            Map<String, @Nullable Object> row, Panel panel, String side, int first) {
        row.put("h" + first, panel.title());
        var chart = panel.chart();
        if (chart == null) {
            row.put("c" + first, String.join("\n", panel.text()));
            return;
        }
        row.put("c" + first, unbroken(chart.finding()));
        row.put(side, picture(chart));
        row.put("c" + (first + 1), chart.unit());
    }

    private void method() {
        var first = true;
        for (var fact : layout.method()) {
            var row =
                    row(
                            "method",
                            messages.getMessage(
                                    "sustainability-report.method",
                                    new Object[0],
                                    layout.formats().language()),
                            "plain");
            row.put("first", first);
            first = false;
            row.put("c1", fact.label());
            row.put("c2", fact.value());
        }
        rows.getLast().put("last", true);
    }

    /** With the sign of a negative amount at the amount, also at the end of a line. */
    private static String unbroken(String sentence) {
        return sentence.replaceAll("(?<=\\s)-(?=[A-Z0-9])", "\u2011");
    }

    private static Renderable picture(ShownChart chart) {
        return SimpleDataRenderer.getInstance(
                chart.chart().halfPaper().getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, @Nullable Object> row(String shape, @Nullable String caption, String kind) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("page", page);
        row.put("shape", shape);
        row.put("caption", caption);
        row.put("kind", kind);
        row.put("first", false);
        row.put("last", false);
        rows.add(row);
        return row;
    }
}
