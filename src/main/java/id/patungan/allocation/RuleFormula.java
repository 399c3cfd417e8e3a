package id.patungan.allocation;

import id.patungan.allocation.Rule.Limit;
import id.patungan.allocation.Rule.Table;
import id.patungan.allocation.RuleWords.Indicator;
import id.patungan.allocation.RuleWords.Phrase;
import id.patungan.basics.AmountFormat;
import id.patungan.basics.Fraction;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * Writes the quota of party i as a formula, and remembers which symbols it used. A rule that only
 * says proportions is a share, a factor of the amount; one that names amounts is written with the
 * amount in it.
 */
final class RuleFormula {

    private static final String TOTAL = "T";
    private static final List<String> LETTERS = List.of("x", "y", "z", "u", "v", "h", "q");

    private final Locale locale;
    private final SequencedMap<String, String> letters = new LinkedHashMap<>();
    private final SequencedMap<String, Phrase> symbols = new LinkedHashMap<>();
    private final Map<String, List<Object>> tables = new HashMap<>();

    RuleFormula(Locale locale) {
        this.locale = locale;
    }

    String of(Rule rule) {
        return quota(rule, TOTAL);
    }

    List<Phrase> symbols() {
        return List.copyOf(symbols.values());
    }

    /** What party i pays of an amount. */
    private String quota(Rule rule, String amount) {
        return switch (rule) {
            case Rule.Credited(_, var credited) -> {
                symbol("k", "credits");
                yield "kᵢ + " + quota(credited, "(" + amount + " − Σk)");
            }
            case Rule.Fixed(var amounts, var rest, _) -> {
                var a = table("a", "fixed", amounts);
                var others = quota(rest, "(" + amount + " − Σ" + a + ")");
                yield either(a + "ᵢ", table("F", "set-fixed", amounts), others);
            }
            case Rule.TwoPart(var fixed, var standing, var usage) ->
                    quota(standing, number(fixed))
                            + " + "
                            + quota(usage, "(" + amount + " − " + number(fixed) + ")");
            case Rule.Sequential _ -> {
                symbol("c", "segment");
                yield "Σ cᵣ/nᵣ  (r ∋ i)";
            }
            case Rule.Rate rate when !rate.scale() -> price(rate, "ᵢ");
            case Rule.Bands bands when !bands.scale() -> price(bands, "ᵢ");
            case Rule.Game game when amount.equals(TOTAL) -> game(game);
            case Rule.Mix(var parts) when parts.stream().anyMatch(part -> absolute(part.rule())) ->
                    parts.stream()
                            .map(part -> quota(part.rule(), times(part.share().percent(), amount)))
                            .collect(Collectors.joining(" + "));
            default -> used(amount) + "·" + share(rule, amount);
        };
    }

    /** Whether amounts are named in the rule, so that it is no mere proportion. */
    private static boolean absolute(Rule rule) {
        return switch (rule) {
            case Rule.Credited _, Rule.Fixed _, Rule.TwoPart _, Rule.Sequential _ -> true;
            case Rule.Mix(var parts) -> parts.stream().anyMatch(part -> absolute(part.rule()));
            default -> false;
        };
    }

    /** The part of an amount that party i pays, as a factor. */
    private String share(Rule rule, String amount) {
        return switch (rule) {
            case Rule.Equal _ -> {
                symbol("n", "count");
                yield "1/n";
            }
            case Rule.Percent(var percents, var normalise) -> {
                var p = table("p", "percent", percents);
                yield p + "ᵢ/" + (normalise ? "Σ" + p : "100");
            }
            case Rule.Only(var party) -> {
                symbol("[i = " + party + "]", "only");
                yield "[i = " + party + "]";
            }
            case Rule.ByIndicator(var indicator, var power, var inverse) ->
                    weight(letter(indicator), power, inverse);
            case Rule.Weights(var weights, var power, var inverse) ->
                    weight(table("w", "weight", weights), power, inverse);
            case Rule.ScaledSum(var divisors) ->
                    "(" + scaled(divisors, "ᵢ") + ")/Σ(" + scaled(divisors, "") + ")";
            case Rule.Mix(var parts) ->
                    parts.stream()
                            .map(part ->
                                    number(part.share().percent())
                                            + "·"
                                            + share(
                                                    part.rule(),
                                                    whole(times(part.share().percent(), amount))))
                            .collect(Collectors.joining(" + ", "(", ")"));
            case Rule.Blend blend -> blend(blend, amount);
            case Rule.Bounded bounded -> bounded(bounded, amount);
            case Rule.Pinned(var pins, var rest) -> {
                var p = table("p", "percent", pins);
                var left = "(1 − Σ" + p + "/100)";
                var others = left + "·" + share(rest, whole(left + "·" + amount));
                yield either(p + "ᵢ/100", table("P", "set-pinned", pins), others);
            }
            case Rule.Rate rate -> "(" + price(rate, "ᵢ") + ")/Σ(" + price(rate, "") + ")";
            case Rule.Bands bands -> "(" + price(bands, "ᵢ") + ")/Σ(" + price(bands, "") + ")";
            case Rule.Game game -> "(" + game(game) + ")/c(N)";
            case Rule.Credited _, Rule.Fixed _, Rule.TwoPart _, Rule.Sequential _ ->
                    "(" + quota(rule, amount) + ")/" + whole(used(amount));
        };
    }

    private String weight(String letter, int power, boolean inverse) {
        var raised = power == 1 ? "" : "^" + power;
        return inverse
                ? "(1/" + letter + "ᵢ" + raised + ")/Σ(1/" + letter + raised + ")"
                : letter + "ᵢ" + raised + "/Σ" + letter + raised;
    }

    private String scaled(SequencedMap<String, Fraction> divisors, String index) {
        return divisors.entrySet().stream()
                .map(entry -> {
                    var figure = letter(entry.getKey()) + index;
                    return entry.getValue().equals(Fraction.ONE)
                            ? figure
                            : figure + "/" + number(entry.getValue());
                })
                .collect(Collectors.joining(" + "));
    }

    private String blend(Rule.Blend blend, String amount) {
        var before = share(blend.before(), amount);
        var mixed =
                "("
                        + number(Fraction.HUNDRED.minus(blend.shareNew()).percent())
                        + "·"
                        + before
                        + " + "
                        + number(blend.shareNew().percent())
                        + "·"
                        + share(blend.after(), amount)
                        + ")";
        if (blend.corridor() == null) {
            return mixed;
        }
        var width = blend.corridor().percent();
        return clamp(
                number(Fraction.ONE.minus(width)) + "·" + before,
                number(Fraction.ONE.plus(width)) + "·" + before,
                mixed);
    }

    private String bounded(Rule.Bounded bounded, String amount) {
        var inner = share(bounded.rule(), amount);
        var whole =
                bounded.of() == Rule.Of.TOTAL && !amount.equals(TOTAL)
                        ? "·" + used(TOTAL) + "/" + whole(amount)
                        : "";
        return clamp(
                limit(bounded.floor(), "l", "floors", whole),
                limit(bounded.cap(), "t", "caps", whole),
                inner);
    }

    private @Nullable String limit(Limit limit, String letter, String key, String whole) {
        return switch (limit) {
            case Limit.None _ -> null;
            case Limit.Same(var percent) -> number(percent.percent()) + whole;
            case Limit.PerParty(var percents) -> table(letter, key, percents) + "ᵢ" + whole;
        };
    }

    private String clamp(@Nullable String floor, @Nullable String cap, String between) {
        if (floor == null && cap == null) {
            return between;
        }
        symbol("λ", "lambda");
        var lifted = floor == null ? "λ·" + between : "max(" + floor + "; λ·" + between + ")";
        return cap == null ? lifted : "min(" + cap + "; " + lifted + ")";
    }

    private String price(Rule.Rate rate, String index) {
        var figures =
                rate.indicators().stream()
                        .map(indicator -> letter(indicator) + index)
                        .collect(Collectors.joining(" + "));
        var factor = rate.rate() == null ? "r" + index : number(rate.rate());
        if (rate.rate() == null) {
            symbol("r", "rate");
        }
        var sum = rate.indicators().size() == 1 ? figures : "(" + figures + ")";
        var price = new StringBuilder(factor + "·" + sum);
        if (rate.plus().signum() != 0) {
            price.append(rate.plus().signum() < 0 ? " − " : " + ")
                    .append(number(rate.plus().max(rate.plus().negated())));
        }
        var lifted = rate.min() == null ? price : "max(" + number(rate.min()) + "; " + price + ")";
        return rate.max() == null
                ? lifted.toString()
                : "min(" + number(rate.max()) + "; " + lifted + ")";
    }

    private String price(Rule.Bands bands, String index) {
        var columns = new ArrayList<String>();
        switch (bands.table()) {
            case Table.ByWords(var category, var classes, _) -> {
                columns.add(letter(category));
                columns.add(letter(classes));
            }
            case Table.ByFigure(var category, var indicator, _, _) -> {
                if (category != null) columns.add(letter(category));
                columns.add(letter(indicator));
            }
        }
        symbol("D", "dues");
        var dues =
                columns.stream()
                        .map(column -> column + index)
                        .collect(Collectors.joining("; ", "D(", ")"));
        if (bands.addOns().isEmpty()) {
            return dues;
        }
        symbol("E", "extra");
        return dues + " + E" + index;
    }

    private String game(Rule.Game game) {
        symbol("c", "cost");
        return switch (game) {
            case Rule.Marginal _ -> "c(N)·mᵢ/Σm,  mᵢ = c(N) − c(N∖i)";
            case Rule.StandAlone _ -> "c(N)·c(i)/Σⱼ c(j)";
            case Rule.Shapley _ -> {
                symbol("n", "count");
                yield "Σ |S|!·(n − |S| − 1)!/n!·(c(S∪i) − c(S))  (S ∌ i)";
            }
            case Rule.Scrb(_, var benefits) -> {
                if (benefits != null) symbol("b", "benefit");
                yield "mᵢ + (c(N) − Σm)·gᵢ/Σg,  mᵢ = c(N) − c(N∖i),  gᵢ = "
                        + (benefits == null ? "c(i) − mᵢ" : "min(bᵢ; c(i)) − mᵢ");
            }
            case Rule.Nucleolus _ -> {
                symbol("s", "nucleolus");
                yield "sᵢ,  lex min max(Σ s(S) − c(S))";
            }
        };
    }

    /** One thing for those in a set, another for the others. */
    private String either(String within, String set, String others) {
        return "{" + within + " (i ∈ " + set + "); " + others + " (i ∉ " + set + ")}";
    }

    /** In brackets if it is a product that would fall apart. */
    private static String whole(String amount) {
        return isBracketed(amount) || !amount.contains("·") ? amount : "(" + amount + ")";
    }

    /** Whether the bracket that it begins with closes at its end. */
    private static boolean isBracketed(String text) {
        var depth = 0;
        for (var at = 0; at < text.length(); at++) {
            depth += text.charAt(at) == '(' ? 1 : text.charAt(at) == ')' ? -1 : 0;
            if (depth == 0) return at > 0 && at == text.length() - 1;
        }
        return false;
    }

    /** The letter of a table of the rule: another table of the same kind has a prime more. */
    private String table(String letter, String key, Object table) {
        var known = tables.computeIfAbsent(letter, none -> new ArrayList<>());
        if (!known.contains(table)) known.add(table);
        var own = letter + "′".repeat(known.indexOf(table));
        symbol(own, key);
        return own;
    }

    private String times(Fraction factor, String amount) {
        return number(factor) + "·" + amount;
    }

    /** The amount, whose symbol is then explained if it has the total in it. */
    private String used(String amount) {
        if (amount.contains(TOTAL)) {
            symbol(TOTAL, "total");
        }
        return amount;
    }

    private String letter(String column) {
        var known = letters.get(column);
        if (known != null) {
            return known;
        }
        var letter =
                letters.size() < LETTERS.size()
                        ? LETTERS.get(letters.size())
                        : "x" + (letters.size() + 1);
        letters.put(column, letter);
        symbols.put(letter, symbolOf("column", letter, new Indicator(column)));
        return letter;
    }

    private void symbol(String symbol, String key) {
        symbols.putIfAbsent(symbol + key, symbolOf(key, symbol));
    }

    private static Phrase symbolOf(String key, Object... arguments) {
        return RuleWords.phrase(0, "symbol." + key, arguments);
    }

    private String number(Fraction value) {
        var text = AmountFormat.number(value, locale);
        return text.contains("/") ? "(" + text + ")" : text;
    }
}
