package id.patungan.contributions.lab;

import id.patungan.allocation.RuleText.Sentence;
import id.patungan.documents.PdfPapers;
import id.patungan.documents.StackedShares;
import id.patungan.platform.BodyDirectory.BodyEntry;

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

/** The paper for the forum: {@code reports/lab-paper.jrxml}, A4. */
final class LabPdf {

    /** Columns of figures that fit beside the name. */
    private static final int COLUMNS = 6;

    /** So many of them get wide columns. */
    private static final int FEW = 3;

    private final LabPaper paper;
    private final BodyEntry body;
    private final LabView view;
    private final MessageSource messages;
    private final List<Map<String, @Nullable Object>> rows = new ArrayList<>();

    /** The number of what stays together on a page. */
    private int block;

    /** Whether there is a subheading in it. */
    private boolean parted;

    LabPdf(LabPaper paper, BodyEntry body, LabView view, MessageSource messages) {
        this.paper = paper;
        this.body = body;
        this.view = view;
        this.messages = messages;
    }

    byte[] render(PdfPapers papers) {
        fill();
        var formats = view.formats();
        var text = new HashMap<String, @Nullable String>();
        text.put("stamp", body.sample() ? view.text("paper.stamp") : null);
        text.put("kopName", body.name().toUpperCase(Locale.ROOT));
        text.put("title", paper.title());
        text.put("number", view.text("paper.number", paper.code()));
        text.put("asked", view.asked());
        text.put("notice", view.text("paper.notice"));
        text.put(
                "foot1",
                view.text("paper.foot", paper.code(), formats.instant(paper.at()), paper.by()));
        text.put("foot2", view.text("paper.digest", paper.digest()));
        return papers.render(
                "lab-paper",
                new MessageSourceResourceBundle(messages, formats.language()),
                Map.of("text", text),
                List.<Map<String, ?>>copyOf(rows),
                new PdfPapers.Properties(
                        paper.code() + " \u00b7 " + paper.title(),
                        body.name(),
                        formats.language(),
                        paper.at()));
    }

    private void fill() {
        heading(view.text("side"));
        picture(view.chart());
        side();
        add("gap", "", null);
        paragraph(view.checked());
        paragraph(view.heads());
        for (var table : view.differences()) {
            heading(table.title());
            difference(table);
        }
        var changed = view.changed();
        if (changed != null) {
            heading(view.text("what-if"));
            paragraph(changed);
            for (var table : view.changes()) {
                subheading(table.title());
                difference(table);
            }
        }
        way();
        heading(view.text("rules"));
        for (var rule : view.rules()) {
            rule(rule);
        }
    }

    private void side() {
        var heads = view.sideHeads();
        for (var from = 0; from < heads.size(); from += COLUMNS) {
            var until = Math.min(heads.size(), from + COLUMNS);
            if (from > 0) {
                begin();
            }
            head(view.text("member"), heads.subList(from, until));
            for (var row : view.side()) {
                line(
                        "row",
                        row.name(),
                        row.cells().subList(from, until).stream()
                                .map(cell ->
                                        cell.amount().isEmpty()
                                                ? "-"
                                                : cell.percent().isEmpty()
                                                        ? cell.amount()
                                                        : cell.amount() + "\n" + cell.percent())
                                .toList());
            }
            line(
                    "total",
                    view.text("total"),
                    view.sideTotals().subList(from, until).stream()
                            .map(cell -> cell.amount().isEmpty() ? "-" : cell.amount())
                            .toList());
            end();
        }
    }

    private void difference(Differing.Table table) {
        if (table.base() != null) {
            paragraph(table.base());
        }
        paragraph(table.finding());
        var total = table.total();
        if (total == null) {
            return;
        }
        head(
                view.text("member"),
                List.of(
                        table.before(),
                        table.after(),
                        view.text("difference"),
                        view.text("percent"),
                        view.text("per-head"),
                        view.text("verdict")));
        for (var row : table.rows()) {
            line("row", row.name(), cells(row));
        }
        var sums = new ArrayList<>(cells(total).subList(0, 3));
        sums.addAll(List.of("", "", ""));
        line("total", total.name(), sums);
        end();
    }

    private static List<String> cells(Differing.Row row) {
        return List.of(
                row.before(),
                row.after(),
                row.change(),
                row.percent().isEmpty() ? "-" : row.percent(),
                row.perHead().isEmpty() ? "-" : row.perHead(),
                row.verdict());
    }

    private void way() {
        var way = view.way();
        if (way == null) {
            return;
        }
        heading(view.text("ramp"));
        paragraph(way);
        picture(view.rampChart());
        var years = view.years();
        view.wayRefusals().forEach(this::paragraph);
        var good = years.stream().filter(year -> year.refusals().isEmpty()).toList();
        for (var from = 0; from < good.size(); from += COLUMNS) {
            var part = good.subList(from, Math.min(good.size(), from + COLUMNS));
            if (from > 0) {
                begin();
            }
            head(
                    view.text("member"),
                    part.stream()
                            .map(year ->
                                    year.label() + "\n" + view.text("ramp.new", year.percent()))
                            .toList());
            for (var at = 0; at < view.parties().size(); at++) {
                var member = at;
                line(
                        "row",
                        view.parties().get(at).name(),
                        part.stream().map(year -> year.amounts().get(member)).toList());
            }
            line("total", view.text("total"), part.stream().map(LabWay.YearShown::total).toList());
            end();
        }
    }

    private void rule(LabRules.RuleShown rule) {
        subheading(rule.label());
        if (rule.origin() != null) {
            paragraph(view.text("origin", rule.origin(), String.valueOf(rule.state())));
        }
        rule.refusals().forEach(reason -> paragraph(view.text("refused", reason)));
        if (rule.ownTotal() != null) {
            paragraph(rule.ownTotal());
        }
        var words = rule.words();
        if (words != null) {
            sentences(words.sentences(), "");
            paragraph("s\u1d62 = " + words.formula());
            words.symbols().forEach(this::paragraph);
        } else {
            paragraph(rule.yaml());
        }
        for (var input : rule.inputs()) {
            paragraph(
                    input.source().isEmpty()
                            ? view.text("input", input.indicator(), input.figures())
                            : view.text(
                                    "input.source",
                                    input.indicator(),
                                    input.figures(),
                                    input.source()));
        }
        for (var report : rule.report()) {
            paragraph(report.text());
            report.lines().forEach(line -> paragraph("    " + String.join(" \u00b7 ", line)));
        }
    }

    private void sentences(List<Sentence> sentences, String indent) {
        for (var sentence : sentences) {
            paragraph(indent + sentence.text());
            sentences(sentence.within(), indent + "    ");
        }
    }

    private void heading(String text) {
        begin();
        add("heading", text, null);
    }

    /** Right below a heading and its text it belongs to them. */
    private void subheading(String text) {
        if (parted) {
            begin();
        }
        add("subheading", text, null);
        parted = true;
    }

    private void begin() {
        block++;
        parted = false;
    }

    private void paragraph(String text) {
        add("text", text, null);
    }

    private void picture(@Nullable StackedShares chart) {
        if (chart != null) {
            add("picture", "", picture(chart.paper()));
            begin();
        }
    }

    private static Renderable picture(String svg) {
        return SimpleDataRenderer.getInstance(svg.getBytes(StandardCharsets.UTF_8));
    }

    private void head(String first, List<String> others) {
        add("gap", "", null);
        line("head", first, others);
    }

    /** The line before is the last of its table. */
    private void end() {
        rows.getLast().put("last", true);
    }

    private void line(String kind, String first, List<String> others) {
        var row = add(others.size() > FEW ? "narrow" : "wide", first, null);
        row.put("kind", kind);
        row.put("count", others.size() + 1);
        for (var at = 0; at < others.size(); at++) {
            row.put("c" + (at + 2), others.get(at));
        }
    }

    private Map<String, @Nullable Object> add(
            String layout, String first, @Nullable Renderable picture) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("block", block);
        row.put("row", layout);
        row.put("c1", first);
        row.put("last", false);
        row.put("picture", picture);
        rows.add(row);
        return row;
    }
}
