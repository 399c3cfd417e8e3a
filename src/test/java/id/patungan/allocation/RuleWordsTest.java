package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.allocation.RuleText.Sentence;
import id.patungan.allocation.RuleWords.Phrase;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class RuleWordsTest {

    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final Map<String, String> PARTIES =
            Map.of("34.02", "Bantul", "34.04", "Sleman", "34.71", "Kota Yogyakarta");
    private static final Map<String, String> INDICATORS =
            Map.of("population", "jumlah penduduk", "area_km2", "luas wilayah");

    static Stream<String> samples() {
        return RuleSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyKindIsSaidInBothLanguages(String file) {
        var document = RuleFile.read("r", file).document();
        for (var locale : List.of(INDONESIAN, Locale.ENGLISH)) {
            var lines = lines(document, locale);
            assertThat(lines)
                    .isNotEmpty()
                    .allSatisfy(line -> {
                        assertThat(line).matches("(?s)[ ]*[^a-z ].*[.:]");
                        assertThat(line).doesNotContain("{", "}", "Phrase", "null");
                    });
            var text = text(locale);
            for (var symbol : RuleWords.symbols(document.rule())) {
                var written = text.of(symbol);
                assertThat(RuleWords.formula(document.rule(), locale))
                        .contains(written.substring(0, written.indexOf(':')));
            }
        }
    }

    @Test
    void noKindAndNoTextIsForgotten() {
        var kinds = new TreeSet<String>();
        var keys = new TreeSet<String>();
        samples()
                .map(file -> RuleFile.read("r", file).document())
                .forEach(document -> {
                    collect(document.rule(), kinds);
                    keys(RuleWords.of(document), keys);
                    keys(RuleWords.symbols(document.rule()), keys);
                });

        assertThat(kinds).isEqualTo(new TreeSet<>(permitted(Rule.class)));
        // what lists are joined with, and prices written with, is no phrase of its own
        keys.addAll(List.of("allocation.words.and", "allocation.words.price"));
        var texts =
                ResourceBundle.getBundle("messages.allocation", Locale.ROOT).keySet().stream()
                        .filter(key -> key.startsWith("allocation.words."))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(keys).isEqualTo(texts);
    }

    private static List<String> permitted(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .flatMap(one ->
                        one.isSealed() ? permitted(one).stream() : Stream.of(one.getSimpleName()))
                .toList();
    }

    private static void collect(Rule rule, Set<String> kinds) {
        kinds.add(rule.getClass().getSimpleName());
        rule.inner().forEach(inner -> collect(inner.rule(), kinds));
    }

    private static void keys(List<?> arguments, Set<String> keys) {
        for (var argument : arguments) {
            if (argument instanceof Phrase phrase) {
                keys.add(phrase.key());
                keys(phrase.arguments(), keys);
            }
        }
    }

    @Test
    void aMixedRuleReadsAsATreasurerWouldSayIt() {
        var document =
                document(
                        """
                        tie: history
                        rule:
                          kind: bounded
                          floor: 10
                          cap: 50
                          rule:
                            kind: mix
                            parts:
                            - {share: 40, rule: {kind: equal}}
                            - {share: 40, rule: {kind: weights, indicator: population}}
                            - {share: 20, rule: {kind: weights, indicator: area_km2}}
                        """);

        assertThat(lines(document, INDONESIAN))
                .containsExactly(
                        "Dibagi dalam 3 porsi, dengan sekurang-kurangnya 10 % dan paling banyak"
                                + " 50 % dari jumlah yang dibagi bagi setiap pihak:",
                        " 40 % dibagi rata.",
                        " 40 % dibagi menurut jumlah penduduk.",
                        " 20 % dibagi menurut luas wilayah.",
                        "Bagian setiap pihak dibulatkan ke satuan Rp1 dengan cara sisa terbesar,"
                                + " sehingga jumlah seluruhnya tetap tepat.",
                        "Bila sisa pembulatan sama besar, satuan berikutnya jatuh kepada pihak"
                                + " yang pada tahun-tahun sebelumnya paling sedikit menerimanya.");
        assertThat(lines(document, Locale.ENGLISH))
                .startsWith(
                        "Divided in 3 portions, with at least 10 % and at most 50 % of the amount"
                                + " divided for each party:",
                        " 40 % divided equally.");
        assertThat(RuleWords.symbols(document.rule()).stream().map(text(INDONESIAN)::of))
                .containsExactly(
                        "T: jumlah yang dibagi",
                        "n: banyaknya pihak yang ikut membagi",
                        "x: jumlah penduduk pihak i",
                        "y: luas wilayah pihak i",
                        "λ: pengali yang sama bagi semua, sehingga bagian-bagian berjumlah tepat");
    }

    @Test
    void partiesAreNamedAndAmountsAreInTheCurrency() {
        assertThat(
                        lines(
                                document(
                                        "rule: {kind: fixed, amounts: {'34.04': 10000000, '34.02':"
                                                + " 0.5}, rest: {kind: only, party: '34'}}"),
                                INDONESIAN))
                .startsWith(
                        "Dibayar dengan jumlah tetap oleh pihak yang disebut, dan sisanya oleh"
                                + " pihak lain:",
                        " Sleman (34.04) membayar Rp10.000.000.",
                        " Bantul (34.02) membayar Rp0,50.",
                        " Sisanya ditanggung seluruhnya oleh 34.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {kind: equal} | T·1/n
                    {kind: mix, parts: [{share: 40, rule: {kind: equal}}, {share: 60, rule: {kind: weights, indicator: p}}]} | T·(0,4·1/n + 0,6·xᵢ/Σx)
                    {kind: bounded, floor: 10, cap: 50, rule: {kind: weights, indicator: p}} | T·min(0,5; max(0,1; λ·xᵢ/Σx))
                    {kind: fixed, amounts: {A: 1}, rest: {kind: equal}} | {aᵢ (i ∈ F); (T − Σa)·1/n (i ∉ F)}
                    {kind: fixed, amounts: {A: 1}, rest: {kind: only, party: C}} | {aᵢ (i ∈ F); (T − Σa)·[i = C] (i ∉ F)}
                    {kind: pinned, pins: {A: 5}, rest: {kind: equal}} | T·{pᵢ/100 (i ∈ P); (1 − Σp/100)·1/n (i ∉ P)}
                    {kind: weights, indicator: p, power: 2, inverse: true} | T·(1/xᵢ^2)/Σ(1/x^2)
                    {kind: rate, rate: 0.40, indicators: [population], plus: 27211} | 0,4·xᵢ + 27.211
                    {kind: two-part, fixed: {amount: 300, rule: {kind: equal}}, usage: {rule: {kind: equal}}} | 300·1/n + (T − 300)·1/n
                    {kind: equal, credits: {A: 5}} | kᵢ + (T − Σk)·1/n
                    {kind: marginal, costs: {A: 1}} | c(N)·mᵢ/Σm,  mᵢ = c(N) − c(N∖i)
                    {kind: percent, shares: {A: 1}, normalise: true} | T·pᵢ/Σp
                    {kind: bounded, floor: {A: 1}, cap: {A: 50}, rule: {kind: marginal, costs: {A: 1}}} | T·min(tᵢ; max(lᵢ; λ·(c(N)·mᵢ/Σm,  mᵢ = c(N) − c(N∖i))/c(N)))
                    {kind: blend, share_new: 50, old: {kind: percent, shares: {A: 75, B: 25}}, new: {kind: percent, shares: {A: 60, B: 40}}} | T·(0,5·pᵢ/100 + 0,5·p′ᵢ/100)
                    {kind: mix, parts: [{share: 40, rule: {kind: bounded, floor: 10, of: total, rule: {kind: equal}}}, {share: 60, rule: {kind: equal}}]} | T·(0,4·max(0,1·T/(0,4·T); λ·1/n) + 0,6·1/n)
                    {kind: pinned, pins: {A: 10}, rest: {kind: fixed, amounts: {B: 1}, rest: {kind: equal}}} | T·{pᵢ/100 (i ∈ P); (1 − Σp/100)·({aᵢ (i ∈ F); (((1 − Σp/100)·T) − Σa)·1/n (i ∉ F)})/((1 − Σp/100)·T) (i ∉ P)}
                    """)
    void formulasAreInPlainSymbols(String rule, String formula) {
        assertThat(RuleWords.formula(document("rule: " + rule).rule())).isEqualTo(formula);
    }

    private static RuleDocument document(String text) {
        return RuleFile.read("r", text).document();
    }

    private static List<String> lines(RuleDocument document, Locale locale) {
        var lines = new ArrayList<String>();
        text(locale).sentences(RuleWords.of(document)).forEach(sentence -> lines(sentence, lines));
        return lines;
    }

    private static void lines(Sentence sentence, List<String> lines) {
        lines.add(" ".repeat(sentence.depth()) + sentence.text());
        sentence.within().forEach(inner -> lines(inner, lines));
    }

    private static RuleText text(Locale locale) {
        return new RuleText(
                locale,
                Currency.getInstance("IDR"),
                code -> PARTIES.getOrDefault(code, code),
                code -> INDICATORS.getOrDefault(code, code));
    }
}
