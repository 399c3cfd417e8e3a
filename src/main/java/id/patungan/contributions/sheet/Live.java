package id.patungan.contributions.sheet;

import id.patungan.allocation.Parties;
import id.patungan.allocation.Shares;
import id.patungan.basics.Fraction;

import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the kinds of rules share while the live sheet is written. */
final class Live {

    private static final Pattern PART = Pattern.compile("parts\\[([0-9]+)]");

    private final XSSFWorkbook book;
    private final Words words;
    private final UnaryOperator<String> names;
    private final Page page;
    private final List<Parties.Party> parties;
    private final Shares shares;
    private final Inputs inputs;
    private final Exact total;
    private @Nullable Page details;
    private boolean approximate;
    private boolean frozen;
    private int steps;

    /** The texts of the sheet in one language; keys without {@code sheet.live.}. */
    interface Words {
        String of(String key, Object... arguments);
    }

    Live(
            XSSFWorkbook book,
            Words words,
            UnaryOperator<String> names,
            Page page,
            List<Parties.Party> parties,
            Shares shares,
            Inputs inputs,
            Exact total) {
        this.book = book;
        this.words = words;
        this.names = names;
        this.page = page;
        this.parties = parties;
        this.shares = shares;
        this.inputs = inputs;
        this.total = total;
    }

    /**
     * A rule's place in the division.
     *
     * @param place as in the trace, such as {@code rule.parts[1].rule}
     * @param amount what reaches it; may still have to be carried
     * @param members the places of the parties in the list
     */
    record Node(String place, Exact amount, List<Integer> members) {}

    /**
     * What a rule gives each party, by the party's place.
     *
     * @param written cells of amounts that are paid as written and not rounded
     * @param bound a formula for the word of the bound that decided, or null
     * @param weights whole numbers in whose proportion all was divided; null if there are none
     * @param sum of these weights as the inputs stand now
     */
    record Result(
            List<Exact> quota,
            List<List<String>> written,
            List<@Nullable String> bound,
            @Nullable List<@Nullable String> weights,
            @Nullable Fraction sum) {}

    Page page() {
        return page;
    }

    Inputs inputs() {
        return inputs;
    }

    /** The whole amount without its sign. */
    Exact total() {
        return total;
    }

    Shares shares() {
        return shares;
    }

    List<Parties.Party> parties() {
        return parties;
    }

    Parties.Party party(int member) {
        return parties.get(member);
    }

    String words(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    /** What a column of figures or words is called. */
    String column(String code) {
        return names.apply(code);
    }

    /** What columns that are added up are called. */
    String columns(Collection<String> codes) {
        return codes.stream().map(names).collect(Collectors.joining(" + "));
    }

    /** Where in the rule, in words: {@code portion 2, the rest}. */
    String place(String place) {
        var named = new ArrayList<String>();
        for (var step : List.of(place.split("\\.", -1)).subList(1, place.split("\\.", -1).length)) {
            var part = PART.matcher(step);
            if (part.matches()) {
                named.add(words("place.part", Integer.parseInt(part.group(1)) + 1));
            } else if (!step.equals("rule") || named.isEmpty()) {
                named.add(words("place." + step));
            }
        }
        return named.isEmpty() ? words("place.all") : String.join(", ", named);
    }

    /** The page of long divisions. */
    Page details() {
        if (details == null) {
            details = new Page(book, words("details"));
            details.title(words("details"));
            details.words(words("details.words"));
        }
        return details;
    }

    /** Some quotas have no exact formula. */
    void approximate() {
        approximate = true;
    }

    boolean isApproximate() {
        return approximate;
    }

    /** Some quotas are figures and not formulas. */
    void frozen() {
        frozen = true;
    }

    boolean isFrozen() {
        return frozen;
    }

    /** Begins a step: its heading and the amount that it divides, carried. */
    Exact begin(String kind, Node node) {
        page.skip();
        page.heading(words("step", ++steps, words("kind." + kind), place(node.place())));
        var whole = page.reserve(words("amount.whole"));
        var part = page.reserve(words("amount.part"));
        page.fill(
                whole,
                Entry.formula(Exact.carriedWhole(node.amount().whole(), node.amount().part())),
                Look.WHOLE);
        page.fill(part, Entry.formula(Exact.carriedPart(node.amount().part())), Look.PART);
        return new Exact(whole, part);
    }

    /** A table with a line for each of these parties. */
    Block block(List<Integer> members) {
        return new Block(
                page,
                members.stream()
                        .map(member ->
                                new Block.Label(
                                        parties.get(member).code(), parties.get(member).name()))
                        .toList());
    }

    /** Writes a table of parties. */
    void write(Block block) {
        block.write(words("code"), words("party"), words("sum"));
    }

    /** Adds the two cells of an amount that may have to be carried, and the amount itself. */
    void carried(
            Block block,
            String key,
            String heading,
            java.util.function.IntFunction<String> whole,
            java.util.function.IntFunction<String> part) {
        block.add(
                key + ".whole",
                words("whole", heading),
                Look.WHOLE,
                true,
                line -> Entry.formula(Exact.carriedWhole(whole.apply(line), part.apply(line))));
        block.add(
                key + ".part",
                words("part"),
                Look.PART,
                true,
                line -> Entry.formula(Exact.carriedPart(part.apply(line))));
    }

    /** Nothing for anybody. */
    Result none() {
        var quota = new ArrayList<Exact>();
        var written = new ArrayList<List<String>>();
        var bound = new ArrayList<@Nullable String>();
        parties.forEach(party -> {
            quota.add(Exact.ZERO);
            written.add(List.of());
            bound.add(null);
        });
        return new Result(quota, written, bound, null, null);
    }

    /** A result whose quotas stand in a table. */
    Result result(Block block, String key, List<Integer> members) {
        var result = none();
        for (var line = 0; line < members.size(); line++) {
            result.quota().set(members.get(line), block.exact(key, line));
        }
        return result;
    }

    /** The least number by which all figures become whole. */
    static BigInteger scale(Collection<Fraction> figures) {
        var common = BigInteger.ONE;
        for (var figure : figures) {
            var own = figure.denominator();
            common = common.multiply(own.divide(common.gcd(own)));
        }
        return common;
    }

    /** A formula made whole by a scale. */
    static String whole(String formula, BigInteger scale) {
        return scale.equals(BigInteger.ONE)
                ? formula
                : "ROUND((%s)*%s,6)".formatted(formula, scale);
    }

    static Fraction times(Fraction figure, BigInteger scale) {
        return figure.times(new Fraction(scale, BigInteger.ONE));
    }

    /** The sum without signs. */
    static Fraction magnitude(Collection<Fraction> figures) {
        return figures.stream()
                .map(figure -> figure.max(figure.negated()))
                .reduce(Fraction.ZERO, Fraction::plus);
    }
}
