package id.patungan.contributions.entryexit;

import id.patungan.basics.AmountFormat;
import id.patungan.basics.Money;
import id.patungan.contributions.entryexit.Simulation.Line;
import id.patungan.contributions.entryexit.Simulation.Variant;
import id.patungan.contributions.entryexit.Simulation.Year;
import id.patungan.documents.PaperBody;
import id.patungan.documents.PaperFormats;
import id.patungan.documents.PdfPapers;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceResourceBundle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The paper of a simulation for the forum, on the page {@code reports/lab-paper.jrxml}, A4. */
final class SimulationPdf {

    private final Simulation simulation;
    private final PaperFormats formats;
    private final MessageSource messages;
    private final boolean leave;
    private final List<Map<String, ?>> rows = new ArrayList<>();

    /** The number of what stays together on a page. */
    private int block;

    SimulationPdf(Simulation simulation, PaperFormats formats, MessageSource messages) {
        this.simulation = simulation;
        this.formats = formats;
        this.messages = messages;
        this.leave = simulation.wish().kind() == NewSimulation.Kind.LEAVE;
    }

    /** What stands around the figures. */
    record Head(String code, String title, String digest, String by, Instant at) {}

    byte[] render(PdfPapers papers, PaperBody body, Head head) {
        facts();
        simulation.years().forEach(this::year);
        settlement();
        heading(text("help"));
        paragraph(text("help.days"));
        paragraph(text("help.ways"));
        paragraph(text("help.after"));
        var top = new HashMap<String, @Nullable String>();
        top.put("stamp", body.sample() ? text("paper.stamp") : null);
        top.put("kopName", body.name().toUpperCase(Locale.ROOT));
        top.put("title", head.title());
        top.put("number", text("paper.number", head.code()));
        top.put("asked", text(leave ? "leaves" : "joins", simulation.partyName()));
        top.put("notice", text("paper.notice"));
        top.put("foot1", text("paper.foot", head.code(), formats.instant(head.at()), head.by()));
        top.put("foot2", text("paper.digest", head.digest()));
        return papers.render(
                "lab-paper",
                new MessageSourceResourceBundle(messages, formats.language()),
                Map.of("text", top),
                rows,
                new PdfPapers.Properties(
                        head.code() + " \u00b7 " + head.title(),
                        body.name(),
                        formats.language(),
                        head.at()));
    }

    private void facts() {
        var wish = simulation.wish();
        heading(text("paper.question"));
        fact(leave ? "last-day" : "first-day", formats.date(wish.effective()));
        if (leave) fact("pays-until", formats.date(wish.paysUntil()));
        fact(
                "rules",
                text(
                        "rules.both",
                        simulation.rule(),
                        simulation.ruleWithout(),
                        Integer.toString(wish.figuresOf())));
        fact("paper.total", money(wish.total()));
        var worth = simulation.worth();
        fact(
                "worth",
                money(worth.all())
                        + "; "
                        + text(
                                "worth.part",
                                money(worth.part()),
                                formats.date(worth.on()),
                                Long.toString(worth.knownAt())));
        if (!leave && wish.equity()) fact("buy-in", money(worth.part()));
    }

    private void fact(String key, String value) {
        paragraph(text("paper.fact", text(key), value));
    }

    private void year(Year year) {
        heading(text("in-year", Integer.toString(year.year())));
        paragraph(
                text(
                        "days",
                        simulation.partyName(),
                        Integer.toString(year.days()),
                        Integer.toString(year.of())));
        var heads = new ArrayList<>(List.of(text("now") + "\n" + formats.unit()));
        var kind = leave ? ".leave" : ".join";
        for (var way : year.ways()) {
            var name = way.way().code();
            heads.add(text(name + kind) + "\n" + text(name + ".unit"));
            heads.add(text("paper.difference") + "\n%");
        }
        line("head", text("paper.party"), heads);
        var first = year.ways().getFirst();
        for (var at = 0; at < first.lines().size(); at++) {
            var cells = new ArrayList<>(List.of(amount(first.lines().get(at).now())));
            for (var way : year.ways()) {
                var one = way.lines().get(at);
                cells.add(amount(one.then()));
                cells.add(difference(one));
            }
            line("row", first.lines().get(at).name(), cells);
        }
        var sums = new ArrayList<>(List.of(amount(first.now())));
        for (Variant way : year.ways()) {
            sums.add(amount(way.then()));
            sums.add(amount(way.difference()));
        }
        line("total", text("paper.sum"), sums).put("last", true);
        if (year.ways().size() == 1) paragraph(text("own-total"));
    }

    private String difference(Line line) {
        var percent = line.percent();
        return percent == null
                ? amount(line.difference())
                : amount(line.difference())
                        + "\n"
                        + AmountFormat.number(percent, formats.language());
    }

    private void settlement() {
        var settlement = simulation.settlement();
        if (settlement == null) return;
        var wish = simulation.wish();
        heading(text("settlement", formats.date(wish.effective())));
        paragraph(text("settlement.words"));
        line(
                "head",
                text("item"),
                List.of(text("paper.due"), text("paper.amount") + "\n" + formats.unit()));
        for (var one : settlement.open()) {
            line(
                    "row",
                    one.charge() + " \u00b7 " + one.description(),
                    List.of(formats.shortDate(one.due()), amount(one.open())));
        }
        line("row", text("prepaid"), List.of("", amount(settlement.prepaid().negated())));
        line(
                "row",
                text(wish.equity() ? "equity-part" : "equity-none"),
                List.of("", amount(settlement.equity().negated())));
        var balance = settlement.balance();
        line(
                        "total",
                        text(balance.isNegative() ? "balance.owed-to" : "balance.owes"),
                        List.of("", amount(balance)))
                .put("last", true);
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("entry-exit." + key, arguments, formats.language());
    }

    private String money(Money money) {
        return formats.money(money.minorUnits());
    }

    private String amount(Money money) {
        return formats.amount(money.minorUnits());
    }

    private void heading(String text) {
        block++;
        add("heading", text);
    }

    private void paragraph(String text) {
        add("text", text);
    }

    private Map<String, @Nullable Object> line(String kind, String first, List<String> others) {
        if (kind.equals("head")) add("gap", "");
        var row = add(others.size() > 3 ? "narrow" : "wide", first);
        row.put("kind", kind);
        row.put("count", others.size() + 1);
        for (var at = 0; at < others.size(); at++) {
            row.put("c" + (at + 2), others.get(at));
        }
        return row;
    }

    private Map<String, @Nullable Object> add(String layout, String first) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("block", block);
        row.put("row", layout);
        row.put("c1", first);
        row.put("last", false);
        row.put("picture", null);
        rows.add(row);
        return row;
    }
}
