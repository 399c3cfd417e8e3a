package id.patungan.contributions.sheet;

import id.patungan.allocation.Instalments;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What each party pays on which day, for an assessment that falls due in instalments. */
final class SheetInstalments {

    private final SheetView view;
    private final Instalments divided;

    SheetInstalments(SheetView view) {
        this.view = view;
        this.divided = of(view.sheet());
    }

    /** The frozen shares in equal parts. */
    static Instalments of(CalculationSheet sheet) {
        return Instalments.of(sheet.shares(), sheet.issued().dues().size());
    }

    /** Whether there is more than one. */
    public boolean any() {
        return view.sheet().issued().dues().size() > 1;
    }

    /** A day, named above its column. */
    public record Head(String number, String due, String total) {}

    /** A party, with what it pays on each day. */
    public record Row(String code, String name, List<String> amounts, String share) {}

    /** The days. */
    public List<Head> heads() {
        var heads = new ArrayList<Head>();
        var dues = view.sheet().issued().dues();
        for (var at = 0; at < dues.size(); at++) {
            heads.add(
                    new Head(
                            view.text("instalment", Integer.toString(at + 1)),
                            view.formats().date(dues.get(at)),
                            view.formats().amount(divided.totals().get(at).minorUnits())));
        }
        return heads;
    }

    /** The parties. */
    public List<Row> rows() {
        return divided.rows().stream()
                .map(row ->
                        new Row(
                                row.party(),
                                row.name(),
                                row.amounts().stream()
                                        .map(amount -> view.formats().amount(amount.minorUnits()))
                                        .toList(),
                                view.formats().amount(row.share().minorUnits())))
                .toList();
    }

    /** All that is divided. */
    public String total() {
        return view.formats().amount(view.sheet().issued().total().minorUnits());
    }

    /** A tab of the workbook. */
    void write(Page page) {
        page.title(view.text("instalments"));
        page.words(view.text("instalments.words"));
        var block =
                new Block(
                        page,
                        divided.rows().stream()
                                .map(row -> new Block.Label(row.party(), row.name()))
                                .toList());
        var heads = heads();
        for (var at = 0; at < heads.size(); at++) {
            var number = at;
            block.add(
                    "part" + at,
                    heads.get(at).number() + ", " + heads.get(at).due(),
                    Look.AMOUNT,
                    true,
                    line ->
                            new Entry.Figure(
                                    Fraction.of(
                                            divided.rows()
                                                    .get(line)
                                                    .amounts()
                                                    .get(number)
                                                    .toDecimal())));
        }
        block.add(
                "share",
                view.text("share"),
                Look.AMOUNT,
                true,
                line ->
                        Entry.formula(
                                "SUM(%s:%s)",
                                block.at("part0", line),
                                block.at("part" + (heads.size() - 1), line)));
        block.write(view.text("code"), view.text("party"), view.text("sum"));
    }

    /**
     * Columns of a table of the parties: a day each; none for what falls due at once.
     *
     * @param heads {@code due_2026-04-30}
     */
    record Columns(List<String> heads, Map<String, List<Money>> amounts) {

        /** What the party pays on each day; nulls for one that pays nothing. */
        List<@Nullable BigDecimal> of(String party) {
            var own = amounts.get(party);
            return own == null
                    ? Collections.nCopies(heads.size(), null)
                    : own.stream().<@Nullable BigDecimal>map(Money::toDecimal).toList();
        }
    }

    static Columns columns(CalculationSheet sheet) {
        var dues = sheet.issued().dues();
        if (dues.size() < 2) return new Columns(List.of(), Map.of());
        var amounts = new LinkedHashMap<String, List<Money>>();
        for (var row : of(sheet).rows()) amounts.put(row.party(), row.amounts());
        return new Columns(dues.stream().map(day -> "due_" + day).toList(), amounts);
    }

    /** As data: for each day what each party pays. */
    static List<Map<String, Object>> data(CalculationSheet sheet) {
        var divided = of(sheet);
        var all = new ArrayList<Map<String, Object>>();
        for (var at = 0; at < sheet.issued().dues().size(); at++) {
            var parts = new LinkedHashMap<String, Object>();
            for (var row : divided.rows()) {
                parts.put(row.party(), row.amounts().get(at).toDecimal().toPlainString());
            }
            all.add(
                    Map.of(
                            "number",
                            at + 1,
                            "due",
                            sheet.issued().dues().get(at).toString(),
                            "total",
                            divided.totals().get(at).toDecimal().toPlainString(),
                            "parts",
                            parts));
        }
        return all;
    }
}
