package id.patungan.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.contributions.StatementFact;
import id.patungan.statements.RegionStatement.AccountBalance;
import id.patungan.statements.RegionStatement.Check;
import id.patungan.statements.RegionStatement.Kind;
import id.patungan.statements.RegionStatement.Movement;
import id.patungan.statements.RegionStatement.Totals;
import id.patungan.statements.StatementMaterial.Posted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

class StatementAssemblyTest {

    @Test
    void slemansYearAddsUpAsDesigned() {
        var statement = StatementAssembly.assemble(StatementSamples.sleman());

        assertThat(statement.opening()).isZero();
        assertThat(statement.totals())
                .isEqualTo(
                        new Totals(40_500_000_000L, 36_250_000_000L, 20_000_000L, 36_230_000_000L));
        assertThat(statement.check())
                .isEqualTo(new Check(46_000_000_000L, 36_250_000_000L, -5_500_000_000L));
        assertThat(statement.closing()).isEqualTo(4_250_000_000L);
        assertThat(statement.accounts())
                .containsExactly(
                        new AccountBalance("11300", 0),
                        new AccountBalance("11310", 4_250_000_000L));
        assertThat(statement.movements())
                .extracting(Movement::balance)
                .startsWith(5_500_000_000L, 19_750_000_000L, 14_250_000_000L)
                .endsWith(4_250_000_000L);
    }

    @Test
    void aYearWithoutMovementsStillHasItsOpeningBalance() {
        var statement = StatementAssembly.assemble(StatementSamples.quiet());

        assertThat(statement.movements()).isEmpty();
        assertThat(statement.closing()).isEqualTo(statement.opening()).isEqualTo(123_456_789L);
    }

    @Test
    void anEntryMadeByHandIsShownFromItsPostings() {
        var statement = StatementAssembly.assemble(StatementSamples.overpaid());

        var byHand = statement.movements().getLast();
        assertThat(byHand.kind()).isEqualTo(Kind.JOURNAL);
        assertThat(byHand.gross()).isEqualTo(25_000_050L);
        assertThat(statement.closing()).isEqualTo(-25_000_050L);
    }

    @Test
    void aReversalByHandStandsInTheColumnOfWhatItUndoes() {
        var paid = posted(1, -500, null, 2L);
        var undone = posted(2, 500, 1L, null);

        var statement =
                StatementAssembly.assemble(with(List.of(paid, undone), Map.of("11300", 0L)));

        assertThat(statement.movements()).extracting(Movement::gross).containsExactly(500L, -500L);
        assertThat(statement.movements().getLast().kind()).isEqualTo(Kind.CORRECTION);
        assertThat(statement.check()).isEqualTo(new Check(0, 500, 500));
    }

    @Test
    void aLedgerThatHasOneMinorUnitMoreIsRefusedWithTheAccountAndTheDifference() {
        var material = StatementSamples.sleman();

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() ->
                        StatementAssembly.assemble(
                                closing(material, Map.of("11300", 0L, "11310", 4_250_000_001L))))
                .withMessageContaining("account 11310")
                .withMessageContaining("difference IDR -0.01")
                .matches(refusal -> refusal.code().equals("statements.does-not-tie"))
                .matches(refusal -> refusal.arguments().contains(StatementException.CHECK_TIES));
    }

    @Test
    void twoAccountsThatAreWrongByOppositeAmountsAreRefusedThoughTheSumIsRight() {
        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() ->
                        StatementAssembly.assemble(
                                closing(
                                        StatementSamples.sleman(),
                                        Map.of("11300", 1L, "11310", 4_249_999_999L))))
                .withMessageContaining("account 11300");
    }

    @Test
    void aMissingPostingIsRefused() {
        var material = StatementSamples.sleman();
        var fewer = new ArrayList<>(material.postings());
        fewer.removeLast();

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> StatementAssembly.assemble(postings(material, fewer)))
                .matches(refusal -> refusal.code().equals("statements.fact-differs"));
    }

    @Test
    void aReceiptThatSaysOtherThanItsPostingsIsRefused() {
        var material = StatementSamples.sleman();
        var facts = new ArrayList<>(material.facts());
        facts.set(2, grossChanged(facts.get(2)));

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> StatementAssembly.assemble(facts(material, facts)))
                .withMessageContaining("entry 44")
                .matches(refusal -> refusal.arguments().contains(StatementException.CHECK_FACTS));
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        var m = StatementSamples.quiet();
        var backwards =
                new StatementMaterial(
                        m.body(),
                        m.party(),
                        /* from= */ m.until(),
                        /* until= */ m.from(),
                        m.known(),
                        m.opening(),
                        m.closing(),
                        m.postings(),
                        m.facts(),
                        m.shares(),
                        m.legalBases(),
                        m.notes(),
                        m.signatories(),
                        m.remarks());

        assertThatExceptionOfType(StatementException.class)
                .isThrownBy(() -> StatementAssembly.assemble(backwards))
                .matches(refusal -> refusal.code().equals("statements.period-order"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverIsPostedTheTermsOfTheCheckLineAddUp(long seed) {
        var random = new Random(seed);
        var postings = new ArrayList<Posted>();
        long sum = 0;
        for (int n = 1; n <= 200; n++) {
            var amount = random.nextLong(-1_000_000_000, 1_000_000_000);
            sum += amount;
            postings.add(posted(n, amount, n > 1 && random.nextInt(5) == 0 ? n - 1L : null, null));
        }

        var statement = StatementAssembly.assemble(with(postings, Map.of("11300", sum)));

        var check = statement.check();
        var totals = statement.totals();
        assertThat(statement.opening() + check.charged() - check.paid() + check.adjusted())
                .isEqualTo(sum);
        assertThat(statement.opening() + totals.charge() - totals.gross()).isEqualTo(sum);
        assertThat(statement.closing()).isEqualTo(sum);
    }

    private static Posted posted(
            long entry,
            long amount,
            @org.jspecify.annotations.Nullable Long reverses,
            @org.jspecify.annotations.Nullable Long reversedBy) {
        return new Posted(
                entry,
                StatementSamples.FIRST,
                "Entri",
                null,
                "11300",
                amount,
                null,
                null,
                reverses,
                reversedBy);
    }

    private static StatementMaterial with(List<Posted> postings, Map<String, Long> closing) {
        var m = StatementSamples.quiet();
        return new StatementMaterial(
                m.body(),
                m.party(),
                m.from(),
                m.until(),
                m.known(),
                Map.of(),
                closing,
                postings,
                List.of(),
                m.shares(),
                m.legalBases(),
                m.notes(),
                m.signatories(),
                m.remarks());
    }

    private static StatementMaterial closing(StatementMaterial m, Map<String, Long> closing) {
        return new StatementMaterial(
                m.body(),
                m.party(),
                m.from(),
                m.until(),
                m.known(),
                m.opening(),
                closing,
                m.postings(),
                m.facts(),
                m.shares(),
                m.legalBases(),
                m.notes(),
                m.signatories(),
                m.remarks());
    }

    private static StatementMaterial postings(StatementMaterial m, List<Posted> postings) {
        return new StatementMaterial(
                m.body(),
                m.party(),
                m.from(),
                m.until(),
                m.known(),
                m.opening(),
                m.closing(),
                postings,
                m.facts(),
                m.shares(),
                m.legalBases(),
                m.notes(),
                m.signatories(),
                m.remarks());
    }

    private static StatementMaterial facts(StatementMaterial m, List<StatementFact> facts) {
        return new StatementMaterial(
                m.body(),
                m.party(),
                m.from(),
                m.until(),
                m.known(),
                m.opening(),
                m.closing(),
                m.postings(),
                facts,
                m.shares(),
                m.legalBases(),
                m.notes(),
                m.signatories(),
                m.remarks());
    }

    private static StatementFact grossChanged(StatementFact f) {
        var one = StatementSamples.rupiah(1);
        return new StatementFact(
                f.entryNo(),
                f.kind(),
                f.documentNo(),
                f.date(),
                f.description(),
                f.period(),
                f.unit(),
                f.payerAccount(),
                f.sp2dNo(),
                f.sp2dOn(),
                f.charged(),
                f.gross().plus(one),
                f.deductions(),
                f.net().plus(one),
                f.unrecognised(),
                f.due(),
                f.basis(),
                f.reverses());
    }
}
