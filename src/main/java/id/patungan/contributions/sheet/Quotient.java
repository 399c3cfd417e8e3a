package id.patungan.contributions.sheet;

import id.patungan.basics.Fraction;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.function.IntFunction;

/**
 * Formulas for {@code amount · weight / sum}, exact for whole weights although a cell holds only
 * some fifteen digits: with {@code amount = d · sum + r}, the quotient is {@code d · weight} and
 * the whole part of {@code r · weight / sum}, and what remains is a whole numerator over the sum.
 * Where {@code r · weight} is too long for a cell, it is divided digit group by digit group, as by
 * hand, on a page of its own. Weights that are no whole numbers are divided as they are.
 */
final class Quotient {

    /** Up to here the product of a remainder and a weight fits a cell exactly. */
    private static final BigInteger INLINE = BigInteger.valueOf(30_000_000);

    /** Up to here a remainder times a digit does. */
    private static final BigInteger LONG = BigInteger.TEN.pow(13).multiply(BigInteger.valueOf(4));

    private static final BigInteger ROOM = BigInteger.TEN.pow(14).multiply(BigInteger.valueOf(4));

    private final Live live;
    private final Exact amount;
    private final BigInteger magnitude;
    private final boolean exact;
    private String divisor = "";
    private String times = "";
    private String rest = "";

    /**
     * Takes three lines of the page, before the table.
     *
     * @param magnitude the sum of the weights without signs, as the inputs stand now
     * @param whole whether the weights are whole numbers
     */
    Quotient(Live live, Exact amount, Fraction magnitude, boolean whole) {
        this.live = live;
        this.amount = amount;
        this.magnitude = magnitude.floor().max(BigInteger.ONE);
        this.exact = whole && this.magnitude.compareTo(LONG) < 0;
        if (exact) {
            divisor = live.page().reserve(live.words("divided-by"));
            times = live.page().reserve(live.words("times"));
            rest = live.page().reserve(live.words("rest"));
        } else {
            live.approximate();
        }
    }

    /** Adds the columns {@code key.whole} and {@code key.part} and what they need. */
    void columns(Block block, String key, String heading, IntFunction<String> weight, String sum) {
        if (!exact) {
            inexact(block, key, heading, weight, sum);
            return;
        }
        var page = live.page();
        page.fill(divisor, Entry.formula(sum), Look.FIGURE);
        page.fill(times, Entry.formula("INT(%s/%s)", amount.whole(), divisor), Look.WHOLE);
        page.fill(rest, Entry.formula("%s-%s*%s", amount.whole(), times, divisor), Look.FIGURE);
        var quotient = quotients(block, key, weight);
        live.carried(
                block,
                key,
                heading,
                line -> "%s*%s+%s".formatted(times, weight.apply(line), quotient.apply(line)),
                line ->
                        "((%s+%s*%s)/%s)"
                                .formatted(
                                        block.at(key + ".rest", line),
                                        amount.part(),
                                        weight.apply(line),
                                        divisor));
    }

    private void inexact(
            Block block, String key, String heading, IntFunction<String> weight, String sum) {
        block.add(
                key + ".value",
                live.words("value", heading),
                Look.FIGURE,
                true,
                line -> Entry.formula("%s*%s/%s", amount.sum(), weight.apply(line), sum));
        live.carried(
                block,
                key,
                heading,
                line -> "INT(" + block.at(key + ".value", line) + ")",
                line -> "(%1$s-INT(%1$s))".formatted(block.at(key + ".value", line)));
    }

    /** Adds the column of remaining numerators; gives the whole quotients. */
    private IntFunction<String> quotients(Block block, String key, IntFunction<String> weight) {
        if (magnitude.compareTo(INLINE) <= 0) {
            block.add(
                    key + ".rest",
                    live.words("numerator"),
                    Look.FIGURE,
                    false,
                    line ->
                            Entry.formula(
                                    "%1$s*%2$s-INT(%1$s*%2$s/%3$s)*%3$s",
                                    rest, weight.apply(line), divisor));
            return line -> "INT(%s*%s/%s)".formatted(rest, weight.apply(line), divisor);
        }
        block.add(
                key + ".weight",
                live.words("weight"),
                Look.FIGURE,
                false,
                line -> Entry.formula(weight.apply(line)));
        var division = longDivision(block, key + ".weight");
        block.add(
                key + ".rest",
                live.words("numerator"),
                Look.FIGURE,
                false,
                line -> Entry.formula(live.details().from(division.at("rest0", line))));
        return line -> live.details().from(division.at("whole", line));
    }

    /** {@code rest · weight / sum}, some digits of the weight at a time. */
    private Block longDivision(Block block, String weight) {
        var page = live.details();
        var digits = Math.max(1, ROOM.divide(magnitude).toString().length() - 1);
        var groups = (magnitude.toString().length() + digits) / digits;
        page.skip();
        page.heading(live.words("details.of", live.page().from(divisor)));
        var labels = new ArrayList<Block.Label>();
        for (var line = 0; line < block.size(); line++) {
            labels.add(new Block.Label(Integer.toString(line + 1), ""));
        }
        var division = new Block(page, labels);
        division.add(
                "weight",
                live.words("weight"),
                Look.FIGURE,
                false,
                line -> Entry.formula(live.page().from(block.at(weight, line))));
        for (var group = groups - 1; group >= 0; group--) {
            step(division, group, groups, digits);
        }
        division.add(
                "whole",
                live.words("whole", ""),
                Look.FIGURE,
                false,
                line -> {
                    var formula = new StringBuilder("0");
                    for (var group = groups - 1; group >= 0; group--) {
                        formula.append(
                                "+INT(%s/%s)*%s"
                                        .formatted(
                                                division.at("x" + group, line),
                                                live.page().from(divisor),
                                                power(digits * group)));
                    }
                    return Entry.formula(formula.toString());
                });
        division.write(live.words("line"), "", "");
        return division;
    }

    /** One group of digits: what it makes of the rest so far, and the new rest. */
    private void step(Block division, int group, int groups, int digits) {
        var first = group == groups - 1;
        division.add(
                "x" + group,
                live.words("details.x", groups - group),
                Look.FIGURE,
                false,
                line -> {
                    var own = division.at("weight", line);
                    var figure =
                            first
                                    ? "INT(%s/%s)".formatted(own, power(digits * group))
                                    : "(INT(%1$s/%2$s)-INT(%1$s/%3$s)*%4$s)"
                                            .formatted(
                                                    own,
                                                    power(digits * group),
                                                    power(digits * (group + 1)),
                                                    power(digits));
                    var carried =
                            first
                                    ? ""
                                    : division.at("rest" + (group + 1), line)
                                            + "*"
                                            + power(digits)
                                            + "+";
                    return Entry.formula(carried + live.page().from(rest) + "*" + figure);
                });
        division.add(
                "rest" + group,
                live.words("details.rest", groups - group),
                Look.FIGURE,
                false,
                line ->
                        Entry.formula(
                                "%1$s-INT(%1$s/%2$s)*%2$s",
                                division.at("x" + group, line), live.page().from(divisor)));
    }

    private static String power(int digits) {
        return "1" + "0".repeat(digits);
    }
}
