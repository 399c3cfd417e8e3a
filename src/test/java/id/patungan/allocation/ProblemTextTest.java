package id.patungan.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.patungan.basics.InputException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;

/** What is wrong in a rule file is said in the language of whoever reads it. */
class ProblemTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    name: a                                    | There is no rule;        | Belum ada aturan;
                    rule: {kind: fair}                         | There is no kind 'fair'; | Tidak ada jenis 'fair';
                    rule: {kind: equal, of: 1}                 | There is no field 'of'   | Tidak ada isian 'of'
                    rule: {kind: only}                         | The field 'party' is     | Isian 'party' belum ada;
                    rule: {kind: percent, shares: 5}           | Write {party: number     | Tulis {party: number
                    rule: {kind: percent, shares: {A: x}}      | 'x' is not a number;     | 'x' bukan angka;
                    rule: {kind: weights}                      | Write either             | Tulis salah satu:
                    rule: {kind: mix, parts: 3}                | parts is a list:         | parts adalah daftar:
                    rule: {kind: bounded, rule: {kind: equal}} | bounded needs a floor    | Jenis bounded memerlukan
                    rule: {kind: equal                         | while parsing            | Mulai di sini YAML tidak
                    {tie: luck, rule: {kind: equal}}           | tie is code or history   | Isi tie adalah code
                    """)
    void everyProblemIsSaidInBothLanguages(String rule, String english, String indonesian) {
        var unreadable =
                catchThrowableOfType(InputException.class, () -> RuleFile.read("rule.yml", rule));

        assertThat(unreadable.problems()).isNotEmpty().allMatch(one -> one.said() != null);
        var problem = unreadable.problems().getFirst();
        assertThat(ProblemText.of(problem, Locale.of("id"))).startsWith(indonesian);
        if (!english.startsWith("while")) {
            assertThat(problem.message()).startsWith(english);
            assertThat(ProblemText.of(problem, Locale.ENGLISH)).isEqualTo(problem.message());
        }
    }
}
