package id.patungan.contributions.sheet;

import id.patungan.allocation.RuleText.Sentence;
import id.patungan.basics.Fraction;
import id.patungan.documents.Workbooks;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The sheet as a spreadsheet: the live calculation, the sources, the year before, the rule. */
final class SheetWorkbook {

    private final CalculationSheet sheet;
    private final SheetView view;
    private final XSSFWorkbook book = new XSSFWorkbook();

    SheetWorkbook(SheetView view) {
        this.sheet = view.sheet();
        this.view = view;
    }

    byte[] render() {
        calculation();
        sources(new Page(book, view.text("tab.sources")));
        var instalments = new SheetInstalments(view);
        if (instalments.any()) {
            instalments.write(new Page(book, view.text("tab.instalments")));
        }
        before(new Page(book, view.text("tab.before")));
        rule(new Page(book, view.text("tab.rule")));
        return Workbooks.uncalculated(
                book, view.title(), sheet.body().name(), sheet.issued().paper().at());
    }

    private void calculation() {
        var page = new Page(book, view.text("live.tab"));
        page.title(view.title());
        page.words(
                sheet.body().name()
                        + (sheet.body().sample() ? " \u00b7 " + view.text("stamp") : ""));
        page.words(view.subtitle());
        page.words(view.legalBasis());
        var note = view.note();
        if (note != null) page.words(note);
        page.words(view.text("formula") + ": " + view.formula());
        page.skip();
        new LiveWorkbook(
                        book,
                        (key, arguments) -> view.text("live." + key, arguments),
                        view::indicator)
                .write(
                        page,
                        sheet.document(),
                        sheet.parties(),
                        sheet.issued().total(),
                        sheet.shares());
        page.skip();
        page.words(view.text("digest") + ": " + sheet.issued().digest());
    }

    private void sources(Page page) {
        page.title(view.text("inputs"));
        var inputs = view.inputs();
        if (inputs.isEmpty()) page.words(view.text("inputs.none"));
        var block = new Block(page, labels(inputs));
        block.add(
                "indicator",
                view.text("indicator"),
                Look.TEXT,
                false,
                at -> text(inputs.get(at).indicator()));
        block.add(
                "value", view.text("value"), Look.TEXT, false, at -> text(inputs.get(at).value()));
        block.add(
                "unit", view.text("unit-of"), Look.TEXT, false, at -> text(inputs.get(at).unit()));
        block.add(
                "source",
                view.text("source"),
                Look.TEXT,
                false,
                at -> text(inputs.get(at).source()));
        block.add("year", view.text("year"), Look.TEXT, false, at -> text(inputs.get(at).year()));
        block.write(view.text("code"), view.text("party"), "");
    }

    private static List<Block.Label> labels(List<SheetView.Input> inputs) {
        return inputs.stream().map(one -> new Block.Label(one.code(), one.party())).toList();
    }

    private static Entry text(String text) {
        return new Entry.Text(text);
    }

    private void before(Page page) {
        page.title(view.beforeTitle());
        if (sheet.before() == null) return;
        var lines = sheet.lines();
        var left = sheet.left();
        var labels = new ArrayList<Block.Label>();
        lines.forEach(one -> labels.add(new Block.Label(one.row().party(), one.row().name())));
        left.forEach(one ->
                labels.add(new Block.Label(one.party(), one.name() + " \u00b7 " + view.gone())));
        var block = new Block(page, labels);
        block.add(
                "before",
                view.text("share-before"),
                Look.AMOUNT,
                true,
                at -> {
                    var was =
                            at < lines.size()
                                    ? lines.get(at).before()
                                    : left.get(at - lines.size()).before();
                    return was == null
                            ? Entry.blank()
                            : new Entry.Figure(Fraction.of(was.toDecimal()));
                });
        var shares = Objects.requireNonNull(book.getName("shares")).getRefersToFormula();
        block.add(
                "now",
                view.text("share-now"),
                Look.AMOUNT,
                true,
                at ->
                        at < lines.size()
                                ? Entry.formula("INDEX(%s,%d)", shares, at + 1)
                                : new Entry.Figure(Fraction.ZERO));
        block.add(
                "change",
                view.text("change"),
                Look.AMOUNT,
                true,
                at -> Entry.formula("%s-N(%s)", block.at("now", at), block.at("before", at)));
        block.add(
                "percent",
                view.text("change-percent"),
                Look.FIGURE,
                false,
                at ->
                        Entry.formula(
                                "IF(N(%1$s)=0,\"\",ROUND(%2$s/%1$s*100,2))",
                                block.at("before", at), block.at("change", at)));
        block.write(view.text("code"), view.text("party"), view.text("sum"));
    }

    private void rule(Page page) {
        page.title(view.text("rule"));
        view.sentences().forEach(one -> sentence(page, one));
        page.words(view.text("formula") + ": " + view.formula());
        view.symbols().forEach(page::words);
        page.skip();
        page.heading(view.text("rule.file"));
        sheet.issued().rule().lines().forEach(page::words);
        page.skip();
        page.words(view.text("digest") + ": " + sheet.issued().digest());
    }

    private static void sentence(Page page, Sentence sentence) {
        page.words("   ".repeat(sentence.depth()) + sentence.text());
        sentence.within().forEach(one -> sentence(page, one));
    }
}
