package id.patungan.contributions.rules.editor;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleFile;
import id.patungan.allocation.RuleSamples;
import id.patungan.basics.Fraction;
import id.patungan.contributions.rules.editor.FormWriter.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class RuleFormTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final List<Locale> LOCALES = List.of(Locale.of("id", "ID"), Locale.ENGLISH);
    private static final List<Rule> LEAVES =
            RuleSamples.all().map(text -> RuleFile.read("r", text).document().rule()).toList();

    static Stream<String> samples() {
        return RuleSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKindBecomesAFormAndComesBack(String text) {
        comesBack(RuleFile.read("r", text).document());
    }

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nestedRulesBecomeAFormAndComeBack(int seed) {
        var random = new Random(seed);
        var tie = random.nextBoolean() ? RuleDocument.Tie.CODE : RuleDocument.Tie.HISTORY;
        var lines =
                random.nextBoolean() ? RuleDocument.Lines.PER_LINE : RuleDocument.Lines.CONTROLLED;
        comesBack(
                new RuleDocument(
                        random.nextBoolean() ? null : "Iuran \"2006\": \\ Bantul \u2028 🙂",
                        random.nextBoolean() ? null : "SKB 1/2006",
                        tie,
                        random.nextBoolean() ? null : figure(random),
                        lines,
                        rule(random, 3)));
    }

    private static void comesBack(RuleDocument document) {
        var text = RuleFile.write(document);
        for (var locale : LOCALES) {
            var numbers = new Numbers(IDR, locale);
            var form = FormFiller.fill(document, numbers).orElseThrow();
            form.complete(List.of("34.02", "A"), List.of("population", "w"));
            var sent = new RuleForm(posted(form));

            var written = FormWriter.write(sent, numbers);

            assertThat(written.faults()).isEmpty();
            assertThat(written.document()).contains(document);
            assertThat(written.text()).isEqualTo(text);
        }
    }

    /** What a browser sends of a form: its fields and no others. */
    private static Map<String, List<String>> posted(RuleForm form) {
        var sent = new LinkedHashMap<String, List<String>>();
        for (var name : form.names()) {
            sent.put(name, form.texts(name));
        }
        sent.put("_csrf", List.of("x"));
        sent.put("do", List.of("preview"));
        return sent;
    }

    private static Rule rule(Random random, int depth) {
        if (depth == 0) {
            return LEAVES.get(random.nextInt(LEAVES.size()));
        }
        var inner = rule(random, depth - 1);
        return switch (random.nextInt(8)) {
            case 0 ->
                    new Rule.Mix(
                            List.of(
                                    new Rule.Part(figure(random), inner),
                                    new Rule.Part(figure(random), rule(random, depth - 1))));
            case 1 -> new Rule.Fixed(figures(random), inner, random.nextBoolean() ? null : "34");
            case 2 -> new Rule.TwoPart(figure(random), inner, rule(random, depth - 1));
            case 3 ->
                    new Rule.Blend(
                            inner,
                            rule(random, depth - 1),
                            figure(random),
                            random.nextBoolean() ? null : figure(random));
            case 4 ->
                    new Rule.Bounded(
                            new Rule.Limit.Same(figure(random)),
                            random.nextBoolean()
                                    ? new Rule.Limit.None()
                                    : new Rule.Limit.PerParty(figures(random)),
                            random.nextBoolean() ? Rule.Of.NODE : Rule.Of.TOTAL,
                            inner);
            case 5 -> new Rule.Pinned(figures(random), inner);
            case 6 ->
                    inner instanceof Rule.Credited
                            ? inner
                            : new Rule.Credited(figures(random), inner);
            default -> inner;
        };
    }

    private static SequencedMap<String, Fraction> figures(Random random) {
        var figures = new LinkedHashMap<String, Fraction>();
        for (var code : List.of("34.71", "B b", "a: \"b\"", "010")) {
            if (figures.isEmpty() || random.nextBoolean()) figures.put(code, figure(random));
        }
        return figures;
    }

    /** Every figure that a person might mean, the ambiguous ones above all. */
    private static Fraction figure(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Fraction.of(random.nextInt(1, 100_000), random.nextInt(1, 1000));
            case 1 -> Fraction.of(random.nextInt(1000, 9_999_999), 1000);
            case 2 -> Fraction.of(random.nextInt(1, 1_000_000_000) * 1000L);
            case 3 -> Fraction.of(random.nextInt(0, 10_000), 100);
            case 4 -> Fraction.of(-random.nextInt(1, 100_000), 1000);
            default -> Fraction.of(random.nextInt(101));
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    id | PERCENT | 33,333    | 33.333
                    id | PERCENT | 33.333    | 33.333
                    en | PERCENT | 33.333    | 33.333
                    id | PERCENT | 12,5 %    | 12.5
                    id | PERCENT | 1/3       | 1/3
                    id | AMOUNT  | 1.900.000,50 | 1900000.5
                    en | AMOUNT  | 1,900,000.50 | 1900000.5
                    id | AMOUNT  | 1,9 juta  | 1900000
                    id | AMOUNT  | Rp 500rb  | 500000
                    id | AMOUNT  | 9.350     | 9350
                    id | AMOUNT  | 0,125     | 0.125
                    id | RATE    | 10%       | 10%
                    id | RATE    | 0,4       | 0.4
                    id | NUMBER  | 573,7490  | 573.749
                    id | NUMBER  | -0,5      | -0.5
                    """)
    void figuresAreReadAsTheyAreWritten(
            String language, Spec.Input input, String typed, String figure) {
        assertThat(new Numbers(IDR, Locale.of(language)).read(typed, input))
                .isEqualTo(new Numbers.Read.Figure(figure));
    }

    @ParameterizedTest
    @CsvSource({"en,AMOUNT,9.350", "id,NUMBER,'573,749'", "en,NUMBER,573.749"})
    void aFigureThatCouldBeTwoIsAskedAbout(String language, Spec.Input input, String typed) {
        assertThat(new Numbers(IDR, Locale.of(language)).read(typed, input))
                .isInstanceOf(Numbers.Read.Ambiguous.class);
    }

    @ParameterizedTest
    @CsvSource({"id,PERCENT,'1.2.3'", "id,AMOUNT,banyak", "en,NUMBER,1/0", "id,RATE,x%"})
    void whatIsNoFigureIsNotGuessed(String language, Spec.Input input, String typed) {
        assertThat(new Numbers(IDR, Locale.of(language)).read(typed, input))
                .isInstanceOf(Numbers.Read.Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    rule.kind=percent;rule.shares[0].key=A;rule.shares[0].value=empat | rule.shares[0].value=not-a-number
                    rule.kind=percent;rule.shares[0].key=A;rule.shares[0].value=1;rule.shares[3].key=A;rule.shares[3].value=2 | rule.shares[3].value=duplicate-field
                    rule.kind=mix | rule.parts=not-a-list
                    rule.kind=mix;rule.parts[0].rule.kind=equal;rule.parts[1].share=6o;rule.parts[1].rule.kind=only | rule.parts[0].share=missing-field,rule.parts[1].share=not-a-number,rule.parts[1].rule.party=missing-field
                    rule.kind=weights | rule.indicator=missing-field
                    rule.kind=weights;rule.indicator=w;rule.power=0 | rule.power=power
                    rule.kind=bounded;rule.rule.kind=equal | rule.floor=missing-field
                    rule.kind=bounded;rule.floor=1;rule.floor.own[0].key=A;rule.floor.own[0].value=2;rule.rule.kind=equal | rule.floor=limit-twice
                    rule.kind=two-part;rule.fixed.rule.kind=equal;rule.usage.rule.kind=equal | rule.fixed.amount=missing-field
                    rule.kind=rate | rule.rate=missing-field
                    rule.kind=rate;rule.rate=1 | rule.indicators=not-a-list
                    rule.kind=sequential;rule.segments[0].amount=5 | rule.segments[0].users=not-a-list
                    rule.kind=shapley;rule.costs=A+B | rule.costs=line
                    rule.kind=shapley;rule.costs=A = x | rule.costs=not-a-number
                    rule.kind=shapley;rule.costs=A = 1;rule.sample.orders=1;rule.sample.seed=1 | rule.sample.orders=not-a-count
                    rule.kind=bands-figure;rule.indicator=n;rule.bands[0].from=1 | rule.bands[0].amount=missing-field
                    rule.kind=fixed;rule.amounts[0].key=A;rule.amounts[0].value=1,900;rule.rest.kind=only | rule.amounts[0].value=ambiguous,rule.rest.party=missing-field
                    rule.kind=nonsense | rule.kind=other
                    unit=x;rule.kind=equal | unit=not-a-number
                    """)
    void everyProblemLandsOnItsField(String fields, String faults) {
        var sent = new LinkedHashMap<String, List<String>>();
        for (var field : fields.split(";", -1)) {
            sent.put(
                    field.substring(0, field.indexOf('=')),
                    List.of(field.substring(field.indexOf('=') + 1)));
        }

        var written = FormWriter.write(new RuleForm(sent), new Numbers(IDR, LOCALES.getFirst()));

        assertThat(written.document()).isEmpty();
        assertThat(written.faults().stream().map(RuleFormTest::said))
                .containsExactlyInAnyOrder(faults.split(",", -1));
    }

    private static String said(Fault fault) {
        return fault.place() + "=" + fault.key().substring("rules.fault.".length());
    }

    @Test
    void rowsAreAddedAndTakenAway() {
        var form = new RuleForm();
        form.set("rule.kind", "mix");
        form.addRow("rule.parts");
        form.addRow("rule.parts");
        form.set("rule.parts[1].share", "60");
        form.remove("rule.parts[0]");
        form.addRow("rule.parts");

        assertThat(form.rows("rule.parts")).containsExactly("rule.parts[1]", "rule.parts[2]");
        assertThat(form.text("rule.parts[1].share")).isEqualTo("60");
    }

    @Test
    void whatAFormCannotSayExactlyIsLeftToYaml() {
        for (var rule :
                List.of(
                        "{kind: equal, credits: {}}",
                        "{kind: bounded, floor: {}, rule: {kind: equal}}",
                        "{kind: nucleolus, costs: {\"A\\nB\": 1}}",
                        "{kind: bands, category: c, class: d, table: {x: {}}}")) {
            var document = RuleFile.read("r", "rule: " + rule).document();
            assertThat(FormFiller.fill(document, new Numbers(IDR, Locale.ENGLISH))).isEmpty();
        }
    }

    @Test
    void aTableHasARowForEverybodyWhoMayBeNamed() {
        var form = new RuleForm();
        form.set("rule.kind", "percent");
        form.set("rule.shares[0].key", "34");
        form.set("rule.shares[0].value", "5");
        form.set("rule.shares[1].key", "GONE");
        form.set("rule.shares[1].value", " ");
        form.addRow("rule.shares", "ADDED");

        form.complete(List.of("34.02", "34.04"), List.of());

        assertThat(
                        form.rows("rule.shares").stream()
                                .map(row -> form.text(row + ".key") + form.text(row + ".value")))
                .containsExactly("345", "ADDED", "34.02", "34.04");
    }

    @Test
    void idsCanBeLinkedTo() {
        assertThat(Arrays.asList("rule.parts[0].rule.kind", "rule.shares[12].value", "name"))
                .map(RuleForm::id)
                .containsExactly("rule-parts-0-rule-kind", "rule-shares-12-value", "name");
        assertThat(new ArrayList<>(List.of(RuleForm.id("rule.parts[0]"))))
                .containsExactly("rule-parts-0");
    }
}
