package id.patungan.contributions.sheet;

import id.patungan.allocation.Parties;
import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.Shares;
import id.patungan.basics.Fraction;
import id.patungan.basics.Money;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import java.util.function.UnaryOperator;

/**
 * The calculation as a spreadsheet whose cells calculate: change a figure, and the shares follow as
 * the program would work them out. The engine's own result stands beside them, as a check.
 *
 * <p>A spreadsheet's numbers hold some fifteen digits. Amounts are therefore kept in two cells
 * ({@link Exact}) and divided with whole remainders ({@link Quotient}); where a rule leaves no
 * whole numbers to divide by, the sheet says so and ranks remainders by fewer digits.
 */
public final class LiveWorkbook {

    private final XSSFWorkbook book;
    private final Live.Words words;
    private final UnaryOperator<String> names;

    /**
     * @param words texts by key, without {@code sheet.live.}
     * @param names of indicators, by code
     */
    LiveWorkbook(XSSFWorkbook book, Live.Words words, UnaryOperator<String> names) {
        this.book = book;
        this.words = words;
        this.names = names;
    }

    /** Writes below what stands on the page already. */
    void write(Page page, RuleDocument document, Parties parties, Money total, Shares shares) {
        page.heading(words.of("inputs"));
        page.words(words.of("inputs.words"));
        var own = document.rule().ownTotal();
        var amount = page.reserve(words.of(own ? "total.result" : "total"));
        var unit =
                page.parameter(
                        words.of("unit"),
                        new Entry.Input(
                                Fraction.of(
                                        new Money(total.currency(), shares.unit()).toDecimal())),
                        Look.FIGURE);
        var sign =
                page.parameter(
                        words.of("sign"), Entry.formula("IF(%s<0,-1,1)", amount), Look.WHOLE);
        var whole =
                page.parameter(
                        words.of("total.whole"), Entry.formula("INT(ABS(%s))", amount), Look.WHOLE);
        var part =
                page.parameter(
                        words.of("total.part"),
                        Entry.formula("ROUND(ABS(%1$s)-INT(ABS(%1$s)),6)", amount),
                        Look.FIGURE);
        page.skip();
        var inputs =
                new Inputs(
                        page,
                        words,
                        parties.all(),
                        document.rule(),
                        names,
                        document.tie() == RuleDocument.Tie.HISTORY);
        var live =
                new Live(
                        book,
                        words,
                        names,
                        page,
                        parties.all(),
                        shares,
                        inputs,
                        new Exact("$C$" + row(whole), "$C$" + row(part)));
        var rounding = new LiveRounding(live, document, "$C$" + row(sign), "$C$" + row(unit));
        Block finals;
        if (own) {
            finals = rounding.each(prices(live, document.rule()));
            page.fill(amount, Entry.formula(finals.sum("final")), Look.AMOUNT);
        } else {
            page.fill(amount, new Entry.Input(Fraction.of(total.toDecimal())), Look.AMOUNT);
            var node = new Live.Node("rule", live.total(), LiveTariffs.everybody(parties.all()));
            finals = rounding.round(new LiveRule(live).divide(document.rule(), node));
        }
        page.skip();
        page.parameter(
                words.of("check.sum"),
                Entry.formula(
                        "IF(ROUND(%s-%s,4)=0,\"%s\",\"%s\")",
                        finals.sum("final"), amount, words.of("same"), words.of("different")),
                Look.TEXT);
        if (live.isFrozen()) page.words(words.of("frozen.words"));
        var value = new org.apache.poi.ss.util.CellReference(amount);
        page.name("total", value.getRow(), value.getCol(), 1);
        page.name("shares", finals.firstRow(), finals.column("final"), parties.all().size());
        if (!own) {
            page.name("bounds", finals.firstRow(), finals.column("bound"), parties.all().size());
        }
    }

    private static Block prices(Live live, Rule rule) {
        var everybody = LiveTariffs.everybody(live.parties());
        var node = new Live.Node("rule", live.total(), everybody);
        live.begin(rule.kind(), node);
        var tariffs = new LiveTariffs(live);
        return switch (rule) {
            case Rule.Rate rate -> tariffs.rate(rate, everybody).block();
            case Rule.Bands bands -> tariffs.bands(bands, everybody).block();
            default -> throw new IllegalArgumentException(rule.kind() + " divides a total");
        };
    }

    private static int row(String address) {
        return new org.apache.poi.ss.util.CellReference(address).getRow() + 1;
    }
}
