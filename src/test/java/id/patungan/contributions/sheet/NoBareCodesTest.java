package id.patungan.contributions.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.allocation.AcceptanceCases;
import id.patungan.allocation.Allocation;
import id.patungan.allocation.KindCases;
import id.patungan.allocation.Parties;
import id.patungan.allocation.PartiesFile;
import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.allocation.RuleSamples;
import id.patungan.allocation.Shares;
import id.patungan.allocation.TraceText;
import id.patungan.basics.Money;

import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Walks every kind of rule through the steps of the sheet and through its spreadsheet: whatever is
 * said there is a text of both bundles or a name, and never the code of a column, of a kind, or of
 * a place in the rule file.
 */
class NoBareCodesTest {

    private static final List<ResourceBundle> BUNDLES =
            Stream.of("id", "en")
                    .map(language ->
                            ResourceBundle.getBundle(
                                    "messages.sheet",
                                    Locale.of(language),
                                    ResourceBundle.Control.getNoFallbackControl(
                                            ResourceBundle.Control.FORMAT_PROPERTIES)))
                    .toList();

    private static final Pattern POWER = Pattern.compile("\u2212?[0-9]");

    /** Each kind by itself, beside the cases of the guide. */
    private static final String NESTED =
            """
            rule:
              kind: two-part
              fixed:
                amount: 100
                rule: {kind: fixed, amounts: {A: 10}, remainder_to: B, rest: {kind: equal}}
              usage:
                rule:
                  kind: mix
                  parts:
                  - {share: 40, rule: {kind: scaled-sum, indicators: {calls: 1, people: 100}}}
                  - share: 30
                    rule: {kind: bounded, floor: 5, rule: {kind: weights, indicator: people}}
                  - share: 30
                    rule:
                      kind: blend
                      old: {kind: equal}
                      new: {kind: rate, rate: 0.4, indicators: [people, calls], scale: true}
                      share_new: 50
                      corridor: 10
            """;

    private static final String CLASSES =
            """
            rule:
              kind: marginal
              costs: {towns: 600, rural: 500, rural+towns: 1000}
              classes: {towns: [A, B], rural: [C]}
            """;

    private static final String COALITIONS =
            """
            rule: {kind: stand-alone, costs: {A: 300, B: 300, C: 500}, default: max}
            """;

    private static final String PEOPLE = "party,name,people,calls\nA,a,3,1\nB,b,5,2\nC,c,9,4\n";

    record Question(String name, RuleDocument document, Parties parties, Shares shares) {
        static Question of(String name, String rule, String parties, String currency, String sum) {
            var document = RuleFile.read("rule", rule).document();
            var all = PartiesFile.read("parties", parties);
            var money = Currency.getInstance(currency);
            return new Question(
                    name,
                    document,
                    all,
                    document.rule().ownTotal()
                            ? Allocation.charge(money, document, all)
                            : Allocation.allocate(
                                    Money.of(money, new BigDecimal(sum)), document, all));
        }

        /** Codes that nobody should read. */
        Set<String> codes() {
            var codes = new TreeSet<String>();
            for (var party : parties.all()) {
                codes.addAll(party.figures().keySet());
                codes.addAll(party.words().keySet());
            }
            collect(document.rule(), codes);
            codes.add("rule");
            return codes;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Question> questions() {
        return Stream.concat(
                Stream.concat(AcceptanceCases.all(), KindCases.priced())
                        .map(one ->
                                Question.of(
                                        one.name(),
                                        one.rule(),
                                        one.parties(),
                                        one.currency(),
                                        one.total())),
                Stream.of(
                        Question.of("nested", NESTED, PEOPLE, "IDR", "1000"),
                        Question.of("classes", CLASSES, PEOPLE, "IDR", "1000"),
                        Question.of("coalitions", COALITIONS, PEOPLE, "IDR", "500")));
    }

    private static void collect(Rule rule, Set<String> kinds) {
        kinds.add(rule.kind());
        rule.inner().forEach(inner -> collect(inner.rule(), kinds));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void everyStepIsSaidWithNames(Question asked) {
        for (var step : asked.shares().trace()) {
            assertThat(step.arguments())
                    .as("%s: texts are codes; say what they are codes of", step.step())
                    .noneMatch(one -> one instanceof String text && !POWER.matcher(text).matches());
            var said =
                    TraceText.of(
                            step,
                            Locale.of("id"),
                            code -> "\u27e6column\u27e7",
                            code -> "\u27e6party\u27e7");
            assertThat(words(said)).as(said).doesNotContainAnyElementsOf(asked.codes());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void everyCellIsATextOfBothBundlesOrAName(Question asked) throws IOException {
        try (var book = new XSSFWorkbook()) {
            Live.Words words =
                    (key, arguments) -> {
                        for (var bundle : BUNDLES) {
                            assertThat(bundle.containsKey("sheet.live." + key)).as(key).isTrue();
                        }
                        return "\u27e6" + key + "\u27e7" + Stream.of(arguments).toList();
                    };
            var page = new Page(book, "tab");
            new LiveWorkbook(book, words, code -> "\u27e6column\u27e7")
                    .write(
                            page,
                            asked.document(),
                            asked.parties(),
                            asked.shares().total(),
                            asked.shares());
            for (var sheet : book) {
                for (var row : sheet) {
                    for (var cell : row) {
                        if (cell.getCellType() != CellType.STRING) continue;
                        var text = cell.getStringCellValue();
                        assertThat(words(text))
                                .as(cell.getAddress() + ": " + text)
                                .doesNotContainAnyElementsOf(asked.codes());
                    }
                }
            }
        }
    }

    private static List<String> words(String text) {
        return List.of(text.replaceAll("\u27e6[^\u27e7]*\u27e7", " ").split("[^\\p{L}0-9_-]+"));
    }

    @Test
    void everyKindIsAmongThem() {
        var walked = new TreeSet<String>();
        questions().forEach(asked -> collect(asked.document().rule(), walked));
        var all = new TreeSet<String>();
        RuleSamples.all()
                .forEach(text -> collect(RuleFile.read("rule", text).document().rule(), all));

        assertThat(walked).containsAll(all);
    }
}
