package id.patungan.contributions.sheet;

import id.patungan.allocation.Rule;
import id.patungan.basics.Fraction;
import id.patungan.contributions.sheet.Live.Node;
import id.patungan.contributions.sheet.Live.Result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kinds whose parts stand in the rule itself: who pays how much, or which percentage. */
final class LiveAgreed {

    private final Live live;
    private final LiveRule rules;

    LiveAgreed(Live live, LiveRule rules) {
        this.live = live;
        this.rules = rules;
    }

    /** Amounts as written; the rest by another rule. */
    Result fixed(Rule.Fixed rule, Node node) {
        var amount = live.begin("fixed", node);
        var named = named(node, rule.amounts());
        var block = live.block(named);
        block.add(
                "amount",
                live.words("fixed"),
                Look.AMOUNT,
                true,
                line ->
                        new Entry.Input(
                                rule.amounts()
                                        .getOrDefault(
                                                live.party(named.get(line)).code(),
                                                Fraction.ZERO)));
        written(block, "quota", "amount");
        live.write(block);
        var rest = "ROUND(%1$s-INT(%1$s),6)".formatted(block.sum("amount"));
        var result = live.result(block, "quota", named);
        var remains =
                new Exact(
                        "%s-INT(%s)".formatted(amount.whole(), block.sum("amount")),
                        "(%s-%s)".formatted(amount.part(), named.isEmpty() ? "0" : rest));
        if (named.isEmpty()) remains = amount;
        var inner =
                rules.divide(
                        rule.rest(),
                        new Node(node.place() + ".rest", remains, without(node, named)));
        for (var line = 0; line < named.size(); line++) {
            inner.quota().set(named.get(line), result.quota().get(named.get(line)));
            inner.written().set(named.get(line), List.of(block.at("amount", line)));
        }
        return plain(inner);
    }

    private void written(Block block, String key, String of) {
        live.carried(
                block,
                key,
                "",
                line -> "INT(ROUND(%s,6))".formatted(block.at(of, line)),
                line -> "ROUND(%1$s-INT(ROUND(%1$s,6)),6)".formatted(block.at(of, line)));
    }

    /** All for one. */
    Result only(String party, Node node) {
        var amount = live.begin("only", node);
        var result = live.none();
        for (var member : node.members()) {
            if (live.party(member).code().equals(party)) {
                live.page().words(live.words("only", live.party(member).name(), party));
                result.quota().set(member, amount);
            }
        }
        return result;
    }

    /** Percentages of what reaches the rule; the rest by another rule. */
    Result pinned(Rule.Pinned rule, Node node) {
        var amount = live.begin("pinned", node);
        var named = named(node, rule.pins());
        var pins =
                named.stream()
                        .map(member ->
                                rule.pins().getOrDefault(live.party(member).code(), Fraction.ZERO))
                        .toList();
        var scale = Live.scale(pins);
        var hundred =
                live.page()
                        .parameter(
                                live.words("hundred"),
                                new Entry.Figure(Live.times(Fraction.HUNDRED, scale)),
                                Look.WHOLE);
        var quotient = new Quotient(live, amount, Live.times(Fraction.HUNDRED, scale), true);
        var block = live.block(named);
        block.add(
                "pin",
                live.words("percent"),
                Look.FIGURE,
                true,
                line -> new Entry.Input(pins.get(line)));
        block.add(
                "w",
                live.words("weight.scaled", scale),
                Look.FIGURE,
                true,
                line -> Entry.formula(Live.whole(block.at("pin", line), scale)));
        quotient.columns(block, "quota", "", line -> block.at("w", line), hundred);
        live.write(block);
        var own = live.result(block, "quota", named);
        var remains =
                named.isEmpty()
                        ? amount
                        : new Exact(
                                "%s-%s".formatted(amount.whole(), block.sum("quota.whole")),
                                "(%s-%s)".formatted(amount.part(), block.sum("quota.part")));
        var inner =
                rules.divide(
                        rule.rest(),
                        new Node(node.place() + ".rest", remains, without(node, named)));
        for (var member : named) {
            inner.quota().set(member, own.quota().get(member));
            inner.bound().set(member, "\"" + live.words("pin") + "\"");
        }
        return plain(inner);
    }

    /** What was given in kind stands as written; the rest by the rule. */
    Result credited(Rule.Credited rule, Node node) {
        var amount = live.begin("credited", node);
        var named = named(node, rule.credits());
        var credits = live.block(named);
        credits.add(
                "amount",
                live.words("credit"),
                Look.AMOUNT,
                true,
                line ->
                        new Entry.Input(
                                rule.credits()
                                        .getOrDefault(
                                                live.party(named.get(line)).code(),
                                                Fraction.ZERO)));
        live.write(credits);
        var sum = credits.sum("amount");
        var remains =
                named.isEmpty()
                        ? amount
                        : new Exact(
                                "%s-INT(ROUND(%s,6))".formatted(amount.whole(), sum),
                                "(%1$s-ROUND(%2$s-INT(ROUND(%2$s,6)),6))"
                                        .formatted(amount.part(), sum));
        var inner = rules.divide(rule.rule(), new Node(node.place(), remains, node.members()));
        var written = new ArrayList<>(inner.written());
        var block = live.block(named);
        live.carried(
                block,
                "quota",
                "",
                line ->
                        "%s+INT(ROUND(%s,6))"
                                .formatted(
                                        inner.quota().get(named.get(line)).whole(),
                                        credits.at("amount", line)),
                line ->
                        "(%1$s+ROUND(%2$s-INT(ROUND(%2$s,6)),6))"
                                .formatted(
                                        inner.quota().get(named.get(line)).part(),
                                        credits.at("amount", line)));
        live.write(block);
        for (var line = 0; line < named.size(); line++) {
            var member = named.get(line);
            inner.quota().set(member, block.exact("quota", line));
            var all = new ArrayList<>(written.get(member));
            all.add(credits.at("amount", line));
            inner.written().set(member, all);
        }
        return plain(inner);
    }

    /** The same without weights: the quotas are not in one proportion. */
    static Result plain(Result result) {
        return new Result(result.quota(), result.written(), result.bound(), null, null);
    }

    private List<Integer> named(Node node, Map<String, Fraction> figures) {
        return node.members().stream()
                .filter(member -> figures.containsKey(live.party(member).code()))
                .toList();
    }

    private static List<Integer> without(Node node, List<Integer> named) {
        return node.members().stream().filter(member -> !named.contains(member)).toList();
    }
}
