package id.patungan.contributions.sheet;

import id.patungan.allocation.Rule;
import id.patungan.allocation.Rule.Limit;
import id.patungan.basics.Fraction;
import id.patungan.contributions.sheet.Live.Node;
import id.patungan.contributions.sheet.Live.Result;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Water-filling in cells. Whether a party ends at a bound needs no iteration: the sum of all parts
 * grows with the factor λ, so a party stays at its floor exactly if the sum, at the λ where the
 * party would leave the floor, is above the amount already; and at its cap exactly if the sum, at
 * the λ where it reaches the cap, is still below the amount. The others divide what is left in
 * proportion.
 */
final class LiveBounds {

    /** Stands for "no cap": more than any amount, and still small enough to be multiplied. */
    private static final String NO_CAP = "1E+99";

    /** How much of the amount a sum may differ by binary noise. */
    private static final String NOISE = "1E-13";

    private final Live live;
    private final LiveRule rules;

    LiveBounds(Live live, LiveRule rules) {
        this.live = live;
        this.rules = rules;
    }

    /** {@code q = clamp(λ · rule(T), floor, cap)}. */
    Result bounded(Rule.Bounded rule, Node node) {
        var amount = live.begin("bounded", node);
        var base = rule.of() == Rule.Of.NODE ? amount : live.total();
        var raw =
                rules.divide(rule.rule(), new Node(node.place() + ".rule", amount, node.members()));
        live.page().skip();
        live.page().heading(live.words("bounds", live.place(node.place())));
        live.page().words(live.words("bounds.words"));
        var floors = percents(rule.floor(), node);
        var caps = percents(rule.cap(), node);
        var all = new ArrayList<Fraction>();
        floors.forEach(one -> all.add(one == null ? Fraction.ZERO : one));
        caps.forEach(one -> all.add(one == null ? Fraction.ZERO : one));
        var scale = Live.scale(all);
        var hundred =
                live.page()
                        .parameter(
                                live.words("hundred"),
                                new Entry.Figure(Live.times(Fraction.HUNDRED, scale)),
                                Look.WHOLE);
        var magnitude = Live.times(Fraction.HUNDRED, scale);
        var lowest = new Quotient(live, base, magnitude, true);
        var highest = new Quotient(live, base, magnitude, true);
        var filling = new Filling(live, amount, raw, node.members());
        var block = live.block(node.members());
        var weights = raw.weights();
        block.add(
                "w",
                live.words("weight"),
                Look.FIGURE,
                true,
                line -> {
                    var member = node.members().get(line);
                    var own = weights == null ? null : weights.get(member);
                    return Entry.formula(own == null ? raw.quota().get(member).sum() : own);
                });
        percent(block, "floor", floors);
        lowest.columns(
                block,
                "lo",
                live.words("floor"),
                line -> scaled(block.at("floor", line), scale),
                hundred);
        percent(block, "cap", caps);
        highest.columns(
                block,
                "hi",
                live.words("cap"),
                line -> scaled("N(" + block.at("cap", line) + ")", scale),
                hundred);
        block.add(
                "lo",
                live.words("floor.amount"),
                Look.FIGURE,
                true,
                line -> Entry.formula(block.exact("lo", line).sum()));
        block.add(
                "hi",
                live.words("cap.amount"),
                Look.FIGURE,
                false,
                line ->
                        Entry.formula(
                                "IF(ISNUMBER(%s),%s,%s)",
                                block.at("cap", line), block.exact("hi", line).sum(), NO_CAP));
        filling.columns(block, line -> block.at("w", line));
        live.write(block);
        filling.fill(block);
        var result = live.result(block, "quota", node.members());
        for (var line = 0; line < node.members().size(); line++) {
            result.bound().set(node.members().get(line), label(block, line));
        }
        return result;
    }

    private static String scaled(String cell, BigInteger scale) {
        return scale.equals(BigInteger.ONE) ? cell : Live.whole(cell, scale);
    }

    private void percent(Block block, String key, List<@Nullable Fraction> percents) {
        block.add(
                key,
                live.words(key + ".percent"),
                Look.FIGURE,
                false,
                line -> {
                    var percent = percents.get(line);
                    if (percent != null) return new Entry.Input(percent);
                    return key.equals("floor")
                            ? new Entry.Input(Fraction.ZERO)
                            : new Entry.InputText("\u2013");
                });
    }

    private List<@Nullable Fraction> percents(Limit limit, Node node) {
        var percents = new ArrayList<@Nullable Fraction>();
        for (var member : node.members()) {
            percents.add(
                    switch (limit) {
                        case Limit.None _ -> null;
                        case Limit.Same(var percent) -> percent;
                        case Limit.PerParty(var own) -> own.get(live.party(member).code());
                    });
        }
        return percents;
    }

    private String label(Block block, int line) {
        // Where all bounds are met exactly, the lowest factor is taken: nobody is above a cap
        return "IF(AND(%s<0,%s>0),\"%s\",IF(%s=1,\"%s\",\"\"))"
                .formatted(
                        block.at("state", line),
                        block.at("lo", line),
                        live.words("floor"),
                        block.at("state", line),
                        live.words("cap"));
    }

    /** Blended quotas within {@code old · (1 ± x)}, as the engine keeps them. */
    Result corridor(Fraction percent, Result old, Result blended, Exact amount, Node node) {
        live.page().skip();
        live.page().heading(live.words("corridor", live.place(node.place())));
        live.page().words(live.words("corridor.words"));
        live.approximate();
        var members = node.members();
        var x =
                live.page()
                        .parameter(
                                live.words("corridor.percent"),
                                new Entry.Input(percent),
                                Look.FIGURE);
        var first = new Filling(live, amount, blended, members);
        var one = live.block(members);
        bounds(one, old, x, members, line -> "1");
        one.add(
                "w",
                live.words("blended"),
                Look.FIGURE,
                true,
                line -> Entry.formula(blended.quota().get(members.get(line)).sum()));
        first.columns(one, line -> one.at("w", line));
        live.write(one);
        first.fill(one);
        live.page().skip();
        live.page().words(live.words("corridor.second"));
        var most =
                live.page()
                        .parameter(
                                live.words("corridor.most"),
                                Entry.formula(
                                        "SUMPRODUCT((%1$s>0)*%2$s)",
                                        one.range("w"), one.range("hi")),
                                Look.FIGURE);
        var left =
                live.page()
                        .parameter(
                                live.words("corridor.left"),
                                Entry.formula(
                                        "IF(ROUND(%1$s-%2$s-SUMPRODUCT((%3$s<=0)*%4$s),6)>0,ROUND(%1$s-%2$s,6),0)",
                                        amount.sum(), most, one.range("w"), one.range("lo")),
                                Look.FIGURE);
        var second =
                new Filling(
                        live,
                        new Exact("INT(" + left + ")", "(" + left + "-INT(" + left + "))"),
                        blended,
                        members);
        var two = live.block(members);
        bounds(two, old, x, members, line -> "(" + one.at("w", line) + "<=0)");
        two.add(
                "w",
                live.words("weight"),
                Look.FIGURE,
                true,
                line ->
                        Entry.formula(
                                "IF(%s>0,0,%s)",
                                one.at("w", line), old.quota().get(members.get(line)).sum()));
        second.columns(two, line -> two.at("w", line));
        live.write(two);
        second.fill(two);
        live.page().skip();
        var block = live.block(members);
        for (var key : List.of("whole", "part")) {
            block.add(
                    "quota." + key,
                    key.equals("whole") ? live.words("whole", "") : live.words("part"),
                    key.equals("whole") ? Look.WHOLE : Look.PART,
                    true,
                    line ->
                            Entry.formula(
                                    key.equals("whole")
                                            ? "IF(%1$s>0,IF(%2$s>0,INT(%3$s),%4$s),%5$s)"
                                            : "IF(%1$s>0,IF(%2$s>0,%3$s-INT(%3$s),%4$s),%5$s)",
                                    left,
                                    one.at("w", line),
                                    one.at("hi", line),
                                    two.at("quota." + key, line),
                                    one.at("quota." + key, line)));
        }
        live.write(block);
        var result = live.result(block, "quota", members);
        for (var line = 0; line < members.size(); line++) {
            result.bound()
                    .set(
                            members.get(line),
                            "IF(%s>0,IF(%s>0,\"%s\",%s),%s)"
                                    .formatted(
                                            left,
                                            one.at("w", line),
                                            live.words("cap"),
                                            label(two, line),
                                            label(one, line)));
        }
        return result;
    }

    /**
     * Floors and caps around the old rule.
     *
     * @param counts 1 or 0: whether the party takes part
     */
    private void bounds(
            Block block,
            Result old,
            String percent,
            List<Integer> members,
            IntFunction<String> counts) {
        IntFunction<String> was = line -> old.quota().get(members.get(line)).sum();
        block.add(
                "lo",
                live.words("floor.amount"),
                Look.FIGURE,
                true,
                line ->
                        Entry.formula(
                                "%s*MAX(0,100-%s)/100*%s",
                                was.apply(line), percent, counts.apply(line)));
        block.add(
                "hi",
                live.words("cap.amount"),
                Look.FIGURE,
                false,
                line ->
                        Entry.formula(
                                "IF(%1$s=0,%3$s,%1$s*(100+%2$s)/100)",
                                was.apply(line), percent, NO_CAP));
        live.carried(
                block,
                "lo",
                live.words("floor"),
                line -> "INT(" + block.at("lo", line) + ")",
                line -> "(%1$s-INT(%1$s))".formatted(block.at("lo", line)));
        live.carried(
                block,
                "hi",
                live.words("cap"),
                line -> "INT(MIN(1E+14,%s))".formatted(block.at("hi", line)),
                line -> "(MIN(1E+14,%1$s)-INT(MIN(1E+14,%1$s)))".formatted(block.at("hi", line)));
    }

    /** The columns that find out who is at a bound, and divide the rest. */
    private static final class Filling {

        private final Live live;
        private final Exact amount;
        private final Exact free;
        private final Quotient quotient;

        Filling(Live live, Exact amount, Result raw, List<Integer> members) {
            this.live = live;
            this.amount = amount;
            this.free =
                    new Exact(
                            live.page().reserve(live.words("free.whole")),
                            live.page().reserve(live.words("free.part")));
            var sum = raw.sum();
            this.quotient =
                    new Quotient(
                            live,
                            free,
                            sum == null ? Fraction.of(members.size()) : sum,
                            raw.weights() != null && sum != null);
        }

        /** Needs the columns lo, hi, lo.whole, lo.part, hi.whole and hi.part. */
        void columns(Block block, IntFunction<String> weight) {
            block.add(
                    "state",
                    live.words("state"),
                    Look.FIGURE,
                    false,
                    line ->
                            Entry.formula(
                                    "IF(%1$s<=0,-1,IF(%2$s>%4$s*(1+%5$s),-1,IF(%3$s<%4$s*(1-%5$s),1,"
                                            + "IF(%2$s>=%4$s*(1-%5$s),-0.5,"
                                            + "IF(%3$s<=%4$s*(1+%5$s),0.5,0)))))",
                                    weight.apply(line),
                                    level(block, block.at("lo", line), weight.apply(line)),
                                    level(block, block.at("hi", line), weight.apply(line)),
                                    amount.sum(),
                                    NOISE));
            block.add(
                    "between",
                    live.words("between"),
                    Look.FIGURE,
                    true,
                    line ->
                            Entry.formula(
                                    "IF(%s=0,%s,0)", block.at("state", line), weight.apply(line)));
            quotient.columns(
                    block,
                    "free",
                    live.words("between"),
                    line -> block.at("between", line),
                    "MAX(" + block.sum("between") + ",1E-99)");
            for (var key : List.of("whole", "part")) {
                block.add(
                        "quota." + key,
                        key.equals("whole") ? live.words("whole", "") : live.words("part"),
                        key.equals("whole") ? Look.WHOLE : Look.PART,
                        true,
                        line ->
                                Entry.formula(
                                        "IF(%1$s<0,%2$s,IF(%1$s>0,%3$s,%4$s))",
                                        block.at("state", line),
                                        block.at("lo." + key, line),
                                        block.at("hi." + key, line),
                                        block.at("free." + key, line)));
            }
        }

        /** What all take together when λ is such that this party's part meets its bound. */
        private static String level(Block block, String bound, String weight) {
            var part = "(%s/%s*%s)".formatted(bound, weight, block.range("w"));
            return "SUMPRODUCT((%1$s<%2$s)*%2$s+(%1$s>=%2$s)*(%1$s<=%3$s)*%1$s+(%1$s>%3$s)*(%1$s>=%2$s)*%3$s)"
                    .formatted(part, block.range("lo"), block.range("hi"));
        }

        /** What is left for those between the bounds. */
        void fill(Block block) {
            var pattern = "%1$s-SUMPRODUCT((%2$s<0)*%3$s)-SUMPRODUCT((%2$s>0)*%4$s)";
            var units =
                    pattern.formatted(
                            amount.whole(),
                            block.range("state"),
                            block.range("lo.whole"),
                            block.range("hi.whole"));
            var part =
                    "("
                            + pattern.formatted(
                                    amount.part(),
                                    block.range("state"),
                                    block.range("lo.part"),
                                    block.range("hi.part"))
                            + ")";
            live.page()
                    .fill(free.whole(), Entry.formula(Exact.carriedWhole(units, part)), Look.WHOLE);
            live.page().fill(free.part(), Entry.formula(Exact.carriedPart(part)), Look.PART);
        }
    }
}
