package id.patungan.contributions.sheet;

import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.basics.Fraction;
import id.patungan.contributions.sheet.Live.Result;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The last table: quotas rounded down to the unit, and the units left over to the largest
 * remainders; beside them the figures of the program, and whether they agree.
 */
final class LiveRounding {

    /** Decimals of a main unit by which remainders are told apart. */
    private static final int DECIMALS = 12;

    private final Live live;
    private final RuleDocument document;
    private final String sign;
    private final String unit;
    private final int coins;
    private final String scale;
    private final List<Integer> members;

    /**
     * @param sign the cell of 1 or -1
     * @param unit the cell of the rounding unit in main units
     */
    LiveRounding(Live live, RuleDocument document, String sign, String unit) {
        this.live = live;
        this.document = document;
        this.sign = sign;
        this.unit = unit;
        this.coins = live.shares().total().toDecimal().scale();
        this.scale = "1" + "0".repeat(coins);
        this.members = LiveTariffs.everybody(live.parties());
    }

    /** Rounds what a rule divided; the shares stand in the column {@code final}. */
    Block round(Result result) {
        var page = live.page();
        begin();
        var digits =
                live.isApproximate()
                        ? page.parameter(
                                live.words("digits"),
                                Entry.formula(
                                        "MAX(1,MIN(12,13-INT(LOG10(MAX(1,%s/%s)))))",
                                        live.total().whole(), unit),
                                Look.WHOLE)
                        : "";
        var coin =
                page.parameter(
                        live.words("unit.coins"),
                        Entry.formula("ROUND(%s*%s,0)", unit, scale),
                        Look.WHOLE);
        var units = page.reserve(live.words("units"));
        var remainder = page.reserve(live.words("remainder"));
        var down = page.reserve(live.words("down.sum"));
        var left = page.reserve(live.words("left"));
        var block = live.block(members);
        var taker = taker();
        quotas(block, result);
        if (live.isApproximate()) {
            rounded(block, taker, digits);
        } else {
            counted(block, taker, coin, remainder);
        }
        ranked(block);
        block.add(
                "extra",
                live.words("extra"),
                Look.AMOUNT,
                true,
                line ->
                        Entry.formula(
                                "IF(ISNUMBER(%1$s),IF(%1$s<=%2$s,%3$s,0),0)",
                                block.at("rank", line), left, unit));
        if (taker >= 0) {
            block.add(
                    "taken",
                    live.words("taken"),
                    Look.AMOUNT,
                    true,
                    line -> Entry.formula(line == taker ? remainder : "0"));
        }
        finals(
                block,
                line ->
                        "%s*(%s+%s+%s%s)"
                                .formatted(
                                        sign,
                                        block.at("written", line),
                                        block.at("down", line),
                                        block.at("extra", line),
                                        taker < 0 ? "" : "+" + block.at("taken", line)));
        live.write(block);
        var total =
                "(%s*%s+ROUND(%s*%2$s,0)-ROUND(%s*%2$s,0))"
                        .formatted(
                                live.total().whole(),
                                scale,
                                live.total().part(),
                                block.sum("written"));
        page.fill(units, Entry.formula(floor(total, coin)), Look.WHOLE);
        page.fill(
                remainder, Entry.formula("(%s-%s*%s)/%s", total, units, coin, scale), Look.FIGURE);
        page.fill(down, Entry.formula("ROUND(%s/%s,0)", block.sum("down"), unit), Look.WHOLE);
        page.fill(left, Entry.formula("%s-%s", units, down), Look.WHOLE);
        return block;
    }

    private void begin() {
        live.page().skip();
        live.page().heading(live.words("rounding"));
        live.page().words(live.words("rounding.words"));
        if (live.isApproximate()) live.page().words(live.words("rounding.approximate"));
    }

    private void quotas(Block block, Result result) {
        block.add(
                "bound",
                live.words("bound"),
                Look.TEXT,
                false,
                line -> {
                    var bound = result.bound().get(line);
                    return bound == null ? Entry.blank() : Entry.formula(bound);
                });
        block.add(
                "whole",
                live.words("quota.whole"),
                Look.WHOLE,
                true,
                line -> Entry.formula(result.quota().get(line).whole()));
        block.add(
                "part",
                live.words("quota.part"),
                Look.PART,
                true,
                line -> Entry.formula(result.quota().get(line).part()));
        block.add(
                "written",
                live.words("written"),
                Look.AMOUNT,
                true,
                line -> {
                    var written = result.written().get(line);
                    return Entry.formula(written.isEmpty() ? "0" : String.join("+", written));
                });
    }

    /**
     * {@code INT(number/divisor)} of whole numbers, right also where the quotient is so near to a
     * whole number that a cell cannot tell.
     */
    private static String floor(String number, String divisor) {
        var quotient = "INT(%s/%s)".formatted(number, divisor);
        var rest = "(%s-%s*%s)".formatted(number, quotient, divisor);
        return "%1$s+(%2$s>=%3$s)-(%2$s<0)".formatted(quotient, rest, divisor);
    }

    /**
     * What is beyond whole units, counted in the smallest coins of the currency, which are whole
     * numbers however large the unit is, and in parts of one of them.
     */
    private void counted(Block block, int taker, String coin, String remainder) {
        block.add(
                "own",
                live.words("coins"),
                Look.WHOLE,
                false,
                line ->
                        Entry.formula(
                                "%1$s*%2$s+INT(ROUND(%3$s*%2$s,%5$d))-ROUND(%4$s*%2$s,0)",
                                block.at("whole", line),
                                scale,
                                block.at("part", line),
                                block.at("written", line),
                                DECIMALS - coins));
        block.add(
                "own.part",
                live.words("coins.part"),
                Look.PART,
                false,
                line ->
                        Entry.formula(
                                "ROUND(%1$s*%2$s-INT(ROUND(%1$s*%2$s,%3$d)),%3$d)",
                                block.at("part", line), scale, DECIMALS - coins));
        if (taker >= 0) taken(block, taker, remainder);
        IntFunction<String> own =
                line -> line == taker ? block.at("kept", line) : block.at("own", line);
        block.add(
                "units",
                live.words("units.whole"),
                Look.WHOLE,
                false,
                line -> Entry.formula(floor(own.apply(line), coin)));
        block.add(
                "down",
                live.words("down"),
                Look.AMOUNT,
                true,
                line -> Entry.formula("%s*%s/%s", block.at("units", line), coin, scale));
        block.add(
                "rest.coins",
                live.words("rest.coins"),
                Look.WHOLE,
                false,
                line -> Entry.formula("%s-%s*%s", own.apply(line), block.at("units", line), coin));
        block.add(
                "rest.part",
                live.words("rest.part"),
                Look.PART,
                false,
                line ->
                        Entry.formula(
                                line == taker
                                        ? "IF(AND(%1$s=0,%2$s>=0,%2$s<ROUND(%3$s*%4$s,0)),0,%5$s)"
                                                .formatted(
                                                        block.at("kept", line),
                                                        block.at("own", line),
                                                        remainder,
                                                        scale,
                                                        block.at("own.part", line))
                                        : block.at("own.part", line)));
        block.add(
                "rest",
                live.words("rest-of-unit"),
                Look.PART,
                true,
                line ->
                        Entry.formula(
                                "(%s+%s)/%s",
                                block.at("rest.coins", line), block.at("rest.part", line), coin));
    }

    /** Who takes the remainder is not brought below nothing by it. */
    private void taken(Block block, int taker, String remainder) {
        block.add(
                "kept",
                live.words("coins.kept"),
                Look.WHOLE,
                false,
                line ->
                        line == taker
                                ? Entry.formula(
                                        "IF(%1$s<0,%1$s-%2$s,MAX(0,%1$s-%2$s))",
                                        block.at("own", line),
                                        "ROUND(%s*%s,0)".formatted(remainder, scale))
                                : Entry.blank());
    }

    private void rounded(Block block, int taker, String digits) {
        block.add(
                "units",
                live.words("units.whole"),
                Look.WHOLE,
                false,
                line ->
                        Entry.formula(
                                "INT(ROUND((%1$s-INT(ROUND(%2$s,6)))/%3$s,6))",
                                block.at("whole", line), block.at("written", line), unit));
        block.add(
                "units.part",
                live.words("units.part"),
                Look.PART,
                false,
                line -> {
                    var own =
                            "(%1$s-INT(ROUND(%2$s,6))-%3$s*%4$s+%5$s-ROUND(%2$s-INT(ROUND(%2$s,6)),6)%6$s)/%4$s"
                                    .formatted(
                                            block.at("whole", line),
                                            block.at("written", line),
                                            block.at("units", line),
                                            unit,
                                            block.at("part", line),
                                            line == taker ? "-" + block.at("taken", line) : "");
                    var rounded = "ROUND(%s,%s)".formatted(own, digits);
                    // Who takes the remainder is not brought below nothing
                    return Entry.formula(
                            line == taker
                                    ? "IF(AND(%1$s>=0,%1$s+%2$s<0),-%1$s,%2$s)"
                                            .formatted(block.at("units", line), rounded)
                                    : rounded);
                });
        block.add(
                "down",
                live.words("down"),
                Look.AMOUNT,
                true,
                line ->
                        Entry.formula(
                                "(%s+INT(%s))*%s",
                                block.at("units", line), block.at("units.part", line), unit));
        block.add(
                "rest",
                live.words("rest-of-unit"),
                Look.PART,
                true,
                line ->
                        Entry.formula(
                                "ROUND(%1$s-INT(%1$s),%2$s)",
                                block.at("units.part", line), digits));
    }

    private void ranked(Block block) {
        var history = document.tie() == RuleDocument.Tie.HISTORY;
        block.add(
                "order",
                live.words("order"),
                Look.WHOLE,
                false,
                line -> new Entry.Figure(Fraction.of(place(line))));
        if (history) {
            block.add(
                    "history",
                    live.words("history"),
                    Look.WHOLE,
                    false,
                    line -> Entry.formula(live.inputs().history(line)));
        }
        block.add(
                "rank",
                live.words("rank"),
                Look.WHOLE,
                false,
                line -> {
                    var quota = "(%s+%s)".formatted(block.range("whole"), block.range("part"));
                    var own = "(%s+%s)".formatted(block.at("whole", line), block.at("part", line));
                    var tie =
                            "((%1$s>%2$s)+(%1$s=%2$s)*(%3$s<%4$s))"
                                    .formatted(
                                            quota,
                                            own,
                                            block.range("order"),
                                            block.at("order", line));
                    if (history) {
                        tie =
                                "((%1$s<%2$s)+(%1$s=%2$s)*%3$s)"
                                        .formatted(
                                                block.range("history"),
                                                block.at("history", line),
                                                tie);
                    }
                    if (live.isApproximate()) {
                        return Entry.formula(
                                "IF(%1$s=0,\"\",1+SUMPRODUCT((%2$s>%1$s)+(%2$s=%1$s)*%3$s))",
                                block.at("rest", line), block.range("rest"), tie);
                    }
                    return Entry.formula(
                            "IF(AND(%1$s=0,%3$s=0),\"\",1+SUMPRODUCT((%2$s>%1$s)+(%2$s=%1$s)*((%4$s>%3$s)+(%4$s=%3$s)*%5$s)))",
                            block.at("rest.coins", line),
                            block.range("rest.coins"),
                            block.at("rest.part", line),
                            block.range("rest.part"),
                            tie);
                });
    }

    /** The place of a party's code among all codes, from 1. */
    private int place(int party) {
        var code = live.party(party).code();
        return 1
                + (int)
                        live.parties().stream()
                                .filter(other -> other.code().compareTo(code) < 0)
                                .count();
    }

    private void finals(Block block, IntFunction<String> share) {
        block.add(
                "final",
                live.words("final"),
                Look.AMOUNT,
                true,
                line -> Entry.formula("ROUND(%s,%d)", share.apply(line), coins));
        block.add(
                "program",
                live.words("program"),
                Look.AMOUNT,
                true,
                line ->
                        new Entry.Figure(
                                Fraction.of(live.shares().shares().get(line).share().toDecimal())));
        block.add(
                "check",
                live.words("check"),
                Look.TEXT,
                false,
                line ->
                        Entry.formula(
                                "IF(%s=%s,\"%s\",\"%s\")",
                                block.at("final", line),
                                block.at("program", line),
                                live.words("same"),
                                live.words("different")));
    }

    /** Rounds each price by itself, half up; for rules that make their own total. */
    Block each(Block prices) {
        begin();
        var block = live.block(members);
        block.add(
                "price",
                live.words("price"),
                Look.FIGURE,
                true,
                line -> Entry.formula(prices.at("price", line)));
        finals(
                block,
                line ->
                        "ROUND(ROUND(%1$s/%2$s,6),0)*%2$s"
                                .formatted(block.at("price", line), unit));
        live.write(block);
        return block;
    }

    /** Who takes what is less than a unit; -1 if nobody is named. */
    private int taker() {
        if (members.size() == 1) return 0;
        var named = named(document.rule());
        return IntStream.range(0, members.size())
                .filter(line -> live.party(line).code().equals(named))
                .findFirst()
                .orElse(-1);
    }

    private static @Nullable String named(Rule rule) {
        if (rule instanceof Rule.Fixed(_, _, var remainderTo) && remainderTo != null) {
            return remainderTo;
        }
        for (var inner : rule.inner()) {
            var named = named(inner.rule());
            if (named != null) return named;
        }
        return null;
    }
}
