package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.budget.Budget;
import id.patungan.budget.BudgetLine;
import id.patungan.budget.BudgetSide;
import id.patungan.budget.Budgets;
import id.patungan.budget.YearBudget;
import id.patungan.grants.AwardTerms;
import id.patungan.grants.Awards;
import id.patungan.parties.Bodies;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.function.Predicate;

/** The budgets of the demo say what the sources say and agree with its awards and its spending. */
@DatabaseTest
class DemoBudgetsTest {

    @Autowired private Demo demo;
    @Autowired private Bodies bodies;
    @Autowired private Budgets budgets;
    @Autowired private Awards awards;

    @BeforeEach
    void load() {
        demo.load();
    }

    private Access of(String body) {
        return Access.system(bodies.byCode(body).orElseThrow().id());
    }

    private static long rupiah(long amount) {
        return amount * 100;
    }

    private static long sum(YearBudget budget, Predicate<BudgetLine> which) {
        return budget.lines().stream().filter(which).mapToLong(BudgetLine::total).sum();
    }

    @Test
    void theSecretariatPlansTheDuesOfTheSourceAndWhatTheDemoSpends() {
        var access = of(Demo.BODY);
        var budget = budgets.get(access, 2006, Budget.MAIN);

        assertThat(budget.original().total(BudgetSide.INCOME, "UMUM"))
                .isEqualTo(rupiah(330_800_000));
        assertThat(sum(budget.inForce(), line -> line.account().equals("41100")))
                .isEqualTo(rupiah(330_000_000));
        assertThat(sum(budget.inForce(), line -> line.account().equals("51100")))
                .isEqualTo(rupiah(4 * 45_000_000));
        assertThat(budget.original().difference("UMUM")).isEqualTo(rupiah(16_400_000));
        assertThat(budget.inForce().difference("UMUM")).isEqualTo(rupiah(13_400_000));
        assertThat(budget.inForce().difference("PROYEK-SAMPAH")).isZero();
        assertThat(budget.inForce().difference("PROYEK-LIMBAH")).isZero();
        assertThat(budgets.inForce(access, 2007, Budget.MAIN))
                .hasValueSatisfying(next -> assertThat(next.adopted()).isFalse());
    }

    @Test
    void thePayrollOfEachModelIsThatOfTheHibah() {
        var access = of(DemoHibah.BODY);
        var versions = awards.get(access, DemoHibah.AWARD).versions();

        assertThat(budgets.alternatives(access, 2011))
                .extracting(Budgets.Alternative::code)
                .containsExactly("M1", "M2", "M3");
        for (var alternative : budgets.alternatives(access, 2011)) {
            var terms =
                    versions.stream()
                            .map(one -> one.terms())
                            .filter(one ->
                                    String.valueOf(one.sample())
                                            .contains("model " + alternative.code().substring(1)))
                            .findFirst()
                            .orElseThrow();
            var budget = budgets.inForce(access, 2011, alternative.code()).orElseThrow();
            for (var account : java.util.List.of("511", "512", "524", "52")) {
                assertThat(
                                sum(
                                        budget,
                                        line ->
                                                line.fund().equals(DemoHibah.OPERATION)
                                                        && line.account().startsWith(account)
                                                        && (!account.equals("52")
                                                                || line.account().equals("52100"))))
                        .as(alternative.code() + " " + account)
                        .isEqualTo(of(terms, account));
            }
            assertThat(budget.difference(DemoHibah.OPERATION)).isZero();
            assertThat(budget.adopted()).isEqualTo(alternative.code().equals("M1"));
        }
    }

    private static long of(AwardTerms terms, String account) {
        return terms.lines().stream()
                .filter(line -> line.code().startsWith("5."))
                .filter(line -> line.accounts().contains(account))
                .mapToLong(AwardTerms.BudgetLine::amount)
                .sum();
    }

    @Test
    void afterTheHibahEachModelLacksMostOfWhatItCosts() {
        var access = of(DemoHibah.BODY);
        for (var model : java.util.List.of("M1", "M2", "M3")) {
            var budget = budgets.inForce(access, 2012, model).orElseThrow();
            assertThat(budget.difference(null)).isEqualTo(rupiah(125_000_000 - 1_030_000_000));
        }
    }
}
