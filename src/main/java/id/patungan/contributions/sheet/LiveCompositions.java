package id.patungan.contributions.sheet;

import id.patungan.allocation.Rule;
import id.patungan.basics.Fraction;
import id.patungan.contributions.sheet.Live.Node;
import id.patungan.contributions.sheet.Live.Result;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The kinds that put parts together, each divided by a rule or among users of its own. */
final class LiveCompositions {

    private final Live live;
    private final LiveRule rules;

    LiveCompositions(Live live, LiveRule rules) {
        this.live = live;
        this.rules = rules;
    }

    /** {@code q = Σ rule_j(T · α_j)}. */
    Result mix(Rule.Mix rule, Node node) {
        var amount = live.begin("mix", node);
        var shares = rule.parts().stream().map(Rule.Part::share).toList();
        var scale = Live.scale(shares);
        var hundred =
                live.page()
                        .parameter(
                                live.words("hundred"),
                                new Entry.Figure(Live.times(Fraction.HUNDRED, scale)),
                                Look.WHOLE);
        var quotient = new Quotient(live, amount, Live.times(Fraction.HUNDRED, scale), true);
        var parts =
                new Block(
                        live.page(),
                        IntStream.range(0, shares.size())
                                .mapToObj(at ->
                                        new Block.Label(
                                                Integer.toString(at + 1),
                                                live.words(
                                                        "kind."
                                                                + rule.parts()
                                                                        .get(at)
                                                                        .rule()
                                                                        .kind())))
                                .toList());
        parts.add(
                "share",
                live.words("percent"),
                Look.FIGURE,
                true,
                line -> new Entry.Input(shares.get(line)));
        parts.add(
                "w",
                live.words("weight.scaled", scale),
                Look.FIGURE,
                true,
                line -> Entry.formula(Live.whole(parts.at("share", line), scale)));
        quotient.columns(parts, "quota", "", line -> parts.at("w", line), hundred);
        parts.write(live.words("part-no"), live.words("part-kind"), live.words("sum"));
        var results = new ArrayList<Result>();
        for (var at = 0; at < shares.size(); at++) {
            results.add(
                    rules.divide(
                            rule.parts().get(at).rule(),
                            new Node(
                                    node.place() + ".parts[" + at + "].rule",
                                    parts.exact("quota", at),
                                    node.members())));
        }
        return together(results, node);
    }

    /** {@code q = standing(F) + usage(T − F)}. */
    Result twoPart(Rule.TwoPart rule, Node node) {
        var amount = live.begin("two-part", node);
        var fixed =
                live.page()
                        .parameter(
                                live.words("standing"),
                                new Entry.Input(rule.fixedAmount()),
                                Look.AMOUNT);
        var whole = "INT(ROUND(%s,6))".formatted(fixed);
        var part = "ROUND(%1$s-INT(ROUND(%1$s,6)),6)".formatted(fixed);
        var standing =
                rules.divide(
                        rule.fixedRule(),
                        new Node(
                                node.place() + ".fixed.rule",
                                new Exact(whole, part),
                                node.members()));
        var usage =
                rules.divide(
                        rule.usage(),
                        new Node(
                                node.place() + ".usage.rule",
                                new Exact(
                                        amount.whole() + "-" + whole,
                                        "(" + amount.part() + "-" + part + ")"),
                                node.members()));
        return together(List.of(standing, usage), node);
    }

    /** The sum of several results, in a table of its own. */
    private Result together(List<Result> results, Node node) {
        live.page().skip();
        live.page().heading(live.words("together", live.place(node.place())));
        var block = live.block(node.members());
        for (var at = 0; at < results.size(); at++) {
            var one = results.get(at);
            block.add(
                    "part" + at,
                    live.words("part-of", at + 1),
                    Look.FIGURE,
                    true,
                    line -> Entry.formula(one.quota().get(node.members().get(line)).sum()));
        }
        live.carried(
                block,
                "quota",
                "",
                line ->
                        results.stream()
                                .map(one -> one.quota().get(node.members().get(line)).whole())
                                .collect(Collectors.joining("+")),
                line ->
                        "("
                                + results.stream()
                                        .map(one ->
                                                one.quota().get(node.members().get(line)).part())
                                        .collect(Collectors.joining("+"))
                                + ")");
        live.write(block);
        var result = live.result(block, "quota", node.members());
        for (var member : node.members()) {
            var written = new ArrayList<String>();
            results.forEach(one -> written.addAll(one.written().get(member)));
            result.written().set(member, written);
        }
        return result;
    }

    /** {@code q = (1 − λ) · old(T) + λ · new(T)}, kept in a corridor around old(T) if asked. */
    Result blend(Rule.Blend rule, Node node) {
        var amount = live.begin("blend", node);
        var scale = rule.shareNew().denominator();
        var share =
                live.page()
                        .parameter(
                                live.words("share-new"),
                                new Entry.Input(rule.shareNew()),
                                Look.FIGURE);
        var hundred = Live.times(Fraction.HUNDRED, scale).numerator().toString();
        var before =
                rules.divide(
                        rule.before(), new Node(node.place() + ".old", amount, node.members()));
        var after =
                rules.divide(rule.after(), new Node(node.place() + ".new", amount, node.members()));
        live.page().skip();
        live.page().heading(live.words("together", live.place(node.place())));
        var block = live.block(node.members());
        var fresh = Live.whole(share, scale);
        parts(block, "old", before, node, "(" + hundred + "-" + fresh + ")", hundred);
        parts(block, "new", after, node, fresh, hundred);
        live.carried(
                block,
                "quota",
                "",
                line -> "INT(%s)+INT(%s)".formatted(block.at("old", line), block.at("new", line)),
                line ->
                        "(%s+%s)"
                                .formatted(block.at("old.rest", line), block.at("new.rest", line)));
        live.write(block);
        var result = live.result(block, "quota", node.members());
        return rule.corridor() == null
                ? result
                : new LiveBounds(live, rules)
                        .corridor(rule.corridor(), before, result, amount, node);
    }

    /** {@code quota · part / 100}: its whole units, and the rest of them over 100. */
    private void parts(Block block, String key, Result of, Node node, String part, String hundred) {
        // With quota = 100 k + r the parts stay small enough to be exact
        block.add(
                key,
                live.words("blend." + key),
                Look.FIGURE,
                true,
                line -> {
                    var whole = of.quota().get(node.members().get(line)).whole();
                    return Entry.formula(
                            "INT(%1$s/%3$s)*%2$s+INT((%1$s-INT(%1$s/%3$s)*%3$s)*%2$s/%3$s)",
                            whole, part, hundred);
                });
        block.add(
                key + ".rest",
                live.words("part"),
                Look.PART,
                false,
                line -> {
                    var quota = of.quota().get(node.members().get(line));
                    return Entry.formula(
                            "((%1$s-INT(%1$s/%4$s)*%4$s)*%3$s"
                                    + "-INT((%1$s-INT(%1$s/%4$s)*%4$s)*%3$s/%4$s)*%4$s"
                                    + "+%2$s*%3$s)/%4$s",
                            quota.whole(), quota.part(), part, hundred);
                });
    }

    /** {@code q = Σ c_k / |users_k|} over the segments that a party uses. */
    Result sequential(List<Rule.Segment> segments, Node node) {
        live.begin("sequential", node);
        // The tables name one another: the users below, the amounts of the segments above
        var rows =
                new Block(
                        live.page(),
                        IntStream.rangeClosed(1, segments.size())
                                .mapToObj(at ->
                                        new Block.Label(
                                                Integer.toString(at), live.words("segment", at)))
                                .toList());
        live.page().skip();
        var block = live.block(node.members());
        for (var at = 0; at < segments.size(); at++) {
            var users = segments.get(at).users();
            block.add(
                    "uses" + at,
                    live.words("uses", at + 1),
                    Look.WHOLE,
                    true,
                    line ->
                            new Entry.Input(
                                    users.contains(live.party(node.members().get(line)).code())
                                            ? Fraction.ONE
                                            : Fraction.ZERO));
        }
        rows.add(
                "amount",
                live.words("segment-amount"),
                Look.AMOUNT,
                true,
                line -> new Entry.Input(segments.get(line).amount()));
        rows.add(
                "users",
                live.words("users"),
                Look.WHOLE,
                false,
                line -> Entry.formula(block.sum("uses" + line)));
        live.carried(
                rows,
                "each",
                live.words("each"),
                line ->
                        "INT(INT(ROUND(%1$s,6))/%2$s)"
                                .formatted(rows.at("amount", line), rows.at("users", line)),
                line ->
                        "((INT(ROUND(%1$s,6))-INT(INT(ROUND(%1$s,6))/%2$s)*%2$s"
                                        .formatted(rows.at("amount", line), rows.at("users", line))
                                + "+ROUND(%1$s-INT(ROUND(%1$s,6)),6))/%2$s)"
                                        .formatted(
                                                rows.at("amount", line), rows.at("users", line)));
        rows.write(live.words("part-no"), live.words("segments"), live.words("sum"));
        live.carried(
                block,
                "quota",
                "",
                line -> used(segments.size(), block, rows, line, "each.whole"),
                line -> "(" + used(segments.size(), block, rows, line, "each.part") + ")");
        live.write(block);
        return live.result(block, "quota", node.members());
    }

    private static String used(int segments, Block block, Block rows, int line, String key) {
        return IntStream.range(0, segments)
                .mapToObj(at -> block.at("uses" + at, line) + "*" + rows.at(key, at))
                .collect(Collectors.joining("+"));
    }
}
