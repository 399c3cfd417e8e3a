package id.patungan.contributions.sheet;

import id.patungan.allocation.RuleText.Sentence;
import id.patungan.documents.PaperSignatory;
import id.patungan.documents.PdfPapers;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceResourceBundle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The paper: {@code reports/calculation-sheet.jrxml}, A4 landscape, sections A to G. */
final class SheetPaper {

    private static final int COLUMNS = 10;
    private static final int DAYS_IN_A_TABLE = 4;

    private final CalculationSheet sheet;
    private final SheetView view;
    private final MessageSource messages;
    private final List<Map<String, ?>> rows = new ArrayList<>();
    private int block;

    SheetPaper(SheetView view, MessageSource messages) {
        this.sheet = view.sheet();
        this.view = view;
        this.messages = messages;
    }

    byte[] render(PdfPapers papers) {
        return papers.print(
                List.of(fill(papers)),
                new PdfPapers.Properties(
                        view.title(),
                        sheet.body().name(),
                        view.formats().language(),
                        sheet.issued().paper().at()));
    }

    /** The pages, alone or as an annex. */
    PdfPapers.Filled fill(PdfPapers papers) {
        return papers.fill(
                "calculation-sheet",
                new MessageSourceResourceBundle(messages, view.formats().language()),
                Map.of("text", composed()),
                rows(),
                view.formats().language());
    }

    private Map<String, @Nullable String> composed() {
        var body = sheet.body();
        var composed = new HashMap<String, @Nullable String>();
        composed.put("stamp", body.sample() ? view.text("stamp") : null);
        composed.put("kopName", body.name().toUpperCase(Locale.ROOT));
        for (int line = 1; line <= 2; line++) {
            composed.put(
                    "kopLine" + line,
                    line <= body.letterhead().size() ? body.letterhead().get(line - 1) : null);
        }
        composed.put("title", view.paperTitle());
        composed.put("subtitle", view.subtitle());
        composed.put("runningHead", view.title() + " \u00b7 " + view.subtitle());
        composed.put("foot1", view.text("paper.foot", view.recorded(), view.ruleName()));
        composed.put("foot2", view.text("digest") + ": " + sheet.issued().digest());
        for (var signatory : sheet.signatories()) {
            sign(composed, signatory);
        }
        return composed;
    }

    private void sign(Map<String, @Nullable String> composed, PaperSignatory signatory) {
        var side = signatory.head() ? "left" : "right";
        var place = sheet.body().place();
        composed.put(
                side + ".above",
                signatory.head()
                        ? view.text("paper.witnessed")
                        : place == null
                                ? view.date()
                                : view.text("paper.place-date", place, view.date()));
        composed.put(side + ".role", signatory.position());
        composed.put(side + ".name", signatory.name());
        var number = signatory.number();
        composed.put(side + ".number", number == null ? null : view.text("paper.number", number));
    }

    private Collection<Map<String, ?>> rows() {
        words("words", view.text("fact.total", view.total(), view.unit()));
        words("words", labelled("basis", view.legalBasis()));
        var note = view.note();
        if (note != null) words("words", note);
        inputs();
        rule();
        steps();
        finals();
        instalments();
        charts();
        changes();
        words("heading", view.text("g"));
        words("words", labelled("rule", view.ruleVersion()));
        words("words", view.text("digest") + ": " + sheet.issued().digest());
        return rows;
    }

    private void inputs() {
        words("heading", view.text("a"));
        var inputs = view.inputs();
        if (inputs.isEmpty()) {
            words("words", view.text("inputs.none"));
            return;
        }
        head(
                "inputs",
                view.text("code"),
                view.text("party"),
                view.text("indicator"),
                view.text("value"),
                view.text("unit-of"),
                view.text("source"),
                view.text("year"));
        for (var at = 0; at < inputs.size(); at++) {
            var one = inputs.get(at);
            row(
                    "inputs",
                    "row",
                    at == inputs.size() - 1,
                    one.code(),
                    one.party(),
                    one.indicator(),
                    one.value(),
                    one.unit(),
                    one.source(),
                    one.year());
        }
    }

    private void rule() {
        words("heading", view.text("b"));
        view.sentences().forEach(this::sentence);
        words("formula", view.text("formula") + ": " + view.formula());
        view.symbols().forEach(symbol -> words("words", symbol));
    }

    private void sentence(Sentence sentence) {
        words("words", "\u2003".repeat(sentence.depth()) + sentence.text());
        sentence.within().forEach(this::sentence);
    }

    private void steps() {
        words("heading", view.text("c"));
        var number = 0;
        for (var step : view.steps()) {
            if (++number > 1) block++;
            words("words", number + ". " + step.text());
            if (step.parts().isEmpty()) continue;
            head("step", view.text("party"), view.text("step.figure"), view.text("step.result"));
            for (var at = 0; at < step.parts().size(); at++) {
                var part = step.parts().get(at);
                row(
                        "step",
                        "row",
                        at == step.parts().size() - 1,
                        part.party(),
                        part.figure(),
                        part.result());
            }
        }
    }

    private void finals() {
        words("heading", view.text("d"));
        head(
                "final",
                view.text("code"),
                view.text("party"),
                view.text("portion"),
                view.text("quota"),
                view.text("down"),
                view.text("remainder"),
                view.text("rank"),
                view.text("added"),
                view.text("bound"),
                view.text("share"));
        view.rows().forEach(one -> last("row", one));
        last("total", view.sums());
        words("check", view.proof() + (view.ties() ? "  \u2713 " : "  \u2717 ") + view.verdict());
    }

    private void last(String kind, SheetView.Row one) {
        row(
                "final",
                kind,
                kind.equals("total"),
                one.code(),
                one.name(),
                one.portion(),
                one.quota(),
                one.down(),
                one.remainder(),
                one.rank(),
                one.added(),
                one.bound(),
                one.share());
    }

    /** Four days to a table; more days make more tables. */
    private void instalments() {
        var instalments = new SheetInstalments(view);
        if (!instalments.any()) return;
        words("heading", view.text("instalments"));
        words("words", view.text("instalments.words"));
        var heads = instalments.heads();
        for (var from = 0; from < heads.size(); from += DAYS_IN_A_TABLE) {
            var until = Math.min(heads.size(), from + DAYS_IN_A_TABLE);
            var days = heads.subList(from, until);
            if (from > 0) block++;
            head(
                    "change",
                    cells(
                            view.text("code"),
                            view.text("party"),
                            days.stream().map(day -> day.number() + "\n" + day.due()).toList()));
            for (var one : instalments.rows()) {
                row(
                        "change",
                        "row",
                        false,
                        cells(one.code(), one.name(), one.amounts().subList(from, until)));
            }
            row(
                    "change",
                    "total",
                    true,
                    cells(
                            "",
                            view.text("sum"),
                            days.stream().map(SheetInstalments.Head::total).toList()));
        }
    }

    private static String[] cells(String code, String name, List<String> amounts) {
        var cells = new String[2 + DAYS_IN_A_TABLE];
        Arrays.fill(cells, "");
        cells[0] = code;
        cells[1] = name;
        for (var at = 0; at < amounts.size(); at++) cells[2 + at] = amounts.get(at);
        return cells;
    }

    private void changes() {
        words("heading", view.text("f"));
        words("words", view.beforeTitle());
        var changes = view.changes();
        if (changes.isEmpty()) return;
        head(
                "change",
                view.text("code"),
                view.text("party"),
                view.text("share-before"),
                view.text("share-now"),
                view.text("change"),
                view.text("change-percent"));
        for (var at = 0; at < changes.size(); at++) {
            var one = changes.get(at);
            var total = at == changes.size() - 1;
            row(
                    "change",
                    total ? "total" : "row",
                    total,
                    one.code(),
                    one.called(),
                    one.before(),
                    one.now(),
                    one.change(),
                    one.percent());
        }
    }

    private void charts() {
        var charts = new SheetCharts(view);
        var all = new ArrayList<SheetCharts.Chart>();
        charts.shares().ifPresent(all::add);
        all.addAll(charts.waterfalls());
        if (all.isEmpty()) return;
        words("heading", view.text("charts"));
        for (var at = 0; at < all.size(); at += 2) {
            var left = all.get(at);
            var right = at + 1 < all.size() ? all.get(at + 1) : null;
            if (at > 0) block++;
            var row =
                    row(
                            left.low() && right == null ? "charts-low" : "charts",
                            "row",
                            false,
                            left.caption(),
                            right == null ? "" : right.caption(),
                            left.unit(),
                            right == null ? "" : right.unit());
            row.put("image1", left.paper());
            row.put("image2", right == null ? null : right.paper());
        }
    }

    private String labelled(String key, String text) {
        return view.text(key) + ": " + text;
    }

    private void words(String layout, String text) {
        if (layout.equals("heading")) block++;
        row(layout, "row", false, text);
    }

    private void head(String layout, String... heads) {
        row(layout, "head", false, heads).put("first", true);
    }

    private Map<String, @Nullable Object> row(
            String layout, String kind, boolean last, String... cells) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("block", block);
        row.put("layout", layout);
        row.put("kind", kind);
        row.put("first", false);
        row.put("last", last);
        for (var column = 1; column <= COLUMNS; column++) {
            row.put("c" + column, column <= cells.length ? cells[column - 1] : null);
        }
        rows.add(row);
        return row;
    }
}
