package id.patungan.contributions.sheet;

import id.patungan.allocation.TraceStep;
import id.patungan.basics.Money;
import id.patungan.documents.CanonicalJson;
import id.patungan.documents.CsvPaper;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A calculation sheet as data: amounts are decimal strings, exact figures are {@code p/q}. */
final class SheetData {

    private SheetData() {}

    static byte[] json(CalculationSheet sheet) {
        return CanonicalJson.indented(tree(sheet)).getBytes(StandardCharsets.UTF_8);
    }

    /** The whole sheet, as maps, lists and texts. */
    static Map<String, @Nullable Object> tree(CalculationSheet sheet) {
        var issued = sheet.issued();
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("document", "calculation-sheet");
        tree.put("body", sheet.body().code());
        tree.put("assessment", issued.code());
        tree.put("kind", issued.kind().code());
        tree.put("year", issued.year());
        tree.put("fund", issued.fund());
        tree.put("project", issued.project());
        tree.put("date", issued.paper().date().toString());
        tree.put("description", issued.paper().description());
        tree.put("agreement", issued.legalBasis().agreement());
        tree.put("article", issued.legalBasis().article());
        tree.put("legalText", issued.legalText());
        tree.put("currency", sheet.body().currency().getCurrencyCode());
        tree.put("total", issued.total().toDecimal().toPlainString());
        tree.put("unit", issued.sheet().unit());
        tree.put("rule", issued.rule());
        tree.put("digest", issued.digest());
        tree.put("reproduced", sheet.reproduced());
        tree.put("ties", sheet.ties());
        tree.put("parties", sheet.lines().stream().map(SheetData::line).toList());
        if (issued.dues().size() > 1) {
            tree.put("instalments", SheetInstalments.data(sheet));
        }
        tree.put("steps", sheet.shares().trace().stream().map(SheetData::step).toList());
        tree.put("before", before(sheet));
        return tree;
    }

    private static Map<String, @Nullable Object> line(CalculationSheet.Line line) {
        var row = line.row();
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("party", row.party());
        tree.put("name", row.name());
        tree.put("member", row.member());
        var figures = new LinkedHashMap<String, @Nullable Object>();
        row.figures()
                .forEach((name, figure) -> {
                    var one = new LinkedHashMap<String, @Nullable Object>();
                    one.put("value", figure.value());
                    one.put("unit", figure.unit());
                    one.put("source", figure.source());
                    one.put("year", figure.year());
                    one.put("revenueBasis", figure.revenueBasis());
                    figures.put(name, one);
                });
        tree.put("figures", figures);
        tree.put("beforeBounds", line.base().toString());
        tree.put("quota", row.quota());
        tree.put("down", row.down());
        tree.put("remainder", row.remainder());
        tree.put("rank", row.rank());
        tree.put("rounding", row.rounding());
        tree.put("bound", row.bound());
        tree.put("share", row.share());
        var before = line.before();
        tree.put("shareBefore", before == null ? null : before.toDecimal().toPlainString());
        return tree;
    }

    private static Map<String, @Nullable Object> step(TraceStep step) {
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("place", step.place());
        tree.put("step", step.step().code());
        tree.put("amount", step.amount().toString());
        tree.put("arguments", step.arguments().stream().map(Object::toString).toList());
        var lines = new ArrayList<Object>();
        for (var line : step.lines()) {
            var figure = line.figure();
            var one = new LinkedHashMap<String, @Nullable Object>();
            one.put("party", line.party());
            one.put("figure", figure == null ? null : figure.toString());
            one.put("result", line.result().toString());
            lines.add(one);
        }
        tree.put("lines", lines);
        return tree;
    }

    private static @Nullable Map<String, @Nullable Object> before(CalculationSheet sheet) {
        var before = sheet.before();
        if (before == null) return null;
        var tree = new LinkedHashMap<String, @Nullable Object>();
        tree.put("assessment", before.code());
        tree.put("year", before.year());
        tree.put("total", before.total().toDecimal().toPlainString());
        if (before.later() != null) tree.put("laterFigures", before.later());
        var left = new ArrayList<Object>();
        for (var gone : before.left()) {
            var one = new LinkedHashMap<String, @Nullable Object>();
            one.put("party", gone.party());
            one.put("name", gone.name());
            one.put("share", zero(sheet).toPlainString());
            one.put("shareBefore", gone.before().toDecimal().toPlainString());
            left.add(one);
        }
        tree.put("noLongerCharged", left);
        return tree;
    }

    private static BigDecimal zero(CalculationSheet sheet) {
        return Money.zero(sheet.body().currency()).toDecimal();
    }

    /** The lines of the parties, and of those who paid the year before only. */
    static byte[] csv(CalculationSheet sheet, Locale locale) {
        var heads =
                new ArrayList<>(
                        List.of(
                                "party",
                                "name",
                                "quota",
                                "down",
                                "remainder",
                                "rank",
                                "rounding",
                                "bound",
                                "share",
                                "share_before",
                                "no_longer_charged"));
        var parts = SheetInstalments.columns(sheet);
        heads.addAll(parts.heads());
        var csv = new CsvPaper(locale, heads);
        for (var line : sheet.lines()) {
            var row = line.row();
            var before = line.before();
            var cells = new ArrayList<@Nullable Object>();
            Collections.addAll(
                    cells,
                    row.party(),
                    row.name(),
                    row.quota(),
                    new BigDecimal(row.down()),
                    row.remainder(),
                    row.rank() == null ? null : row.rank().longValue(),
                    new BigDecimal(row.rounding()),
                    row.bound(),
                    new BigDecimal(row.share()),
                    before == null ? null : before.toDecimal(),
                    null);
            cells.addAll(parts.of(row.party()));
            csv.row(cells.toArray());
        }
        for (var gone : sheet.left()) {
            var cells = new ArrayList<@Nullable Object>();
            Collections.addAll(
                    cells,
                    gone.party(),
                    gone.name(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    zero(sheet),
                    gone.before().toDecimal(),
                    "yes");
            cells.addAll(parts.of(gone.party()));
            csv.row(cells.toArray());
        }
        return csv.bytes();
    }
}
