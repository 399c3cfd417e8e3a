package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.allocation.Allocation;
import id.patungan.allocation.Parties.Party;
import id.patungan.allocation.Rule;
import id.patungan.allocation.RuleDocument;
import id.patungan.allocation.RuleDocument.Tie;
import id.patungan.allocation.Shares.Reason;
import id.patungan.basics.Fraction;
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.AccessException;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Whom rounding favoured, and that nobody is favoured for long when the rule says so. */
@DatabaseTest
class RoundingHistoryTest {

    private static final String FAIR = "tie: history\nrule: {kind: equal}\n";

    private final Assessments assessments;
    private final RoundingHistory history;
    private final Recalculations recalculations;
    private final Town town;

    @Autowired
    RoundingHistoryTest(
            Assessments assessments,
            RoundingHistory history,
            Recalculations recalculations,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.assessments = assessments;
        this.history = history;
        this.recalculations = recalculations;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @Test
    void ties_go_round_when_the_rule_says_history_and_the_sheet_keeps_the_balances() {
        assertThat(favoured(issue(FAIR, "1"))).containsExactly(BANTUL);
        assertThat(favoured(issue(FAIR, "2"))).containsExactly(SLEMAN);
        var third = issue(FAIR, "3");
        assertThat(favoured(third)).containsExactly(YOGYA);
        assertThat(sheet(third).rows())
                .extracting(row -> figure(row.figures()))
                .containsExactlyInAnyOrder("0", "1", "1");

        assertThat(history.of(town.finance()).parties())
                .allSatisfy(balance -> {
                    assertThat(balance.sum().units()).isEqualTo(1);
                    assertThat(balance.sum().balance()).isEqualTo(Fraction.ZERO);
                    assertThat(balance.years()).containsOnlyKeys(2006);
                });
    }

    @Test
    void a_later_assessment_does_not_change_what_an_earlier_sheet_kept() {
        var first = issue(FAIR, "1");
        var before = sheet(first);
        issue(FAIR, "2");

        assertThat(sheet(assessments.get(town.finance(), first.code()))).isEqualTo(before);
    }

    @Test
    void what_was_cancelled_counts_no_more() {
        var first = issue(FAIR, "1");
        assessments.cancel(
                town.finance(), first.code(), LocalDate.of(2006, 2, 1), "Salah jumlah", "c");

        assertThat(history.of(town.finance()).runs()).isEmpty();
        assertThat(favoured(issue(FAIR, "2"))).containsExactly(BANTUL);
    }

    @Test
    void later_figures_count_instead_of_the_first_and_an_undone_run_leaves_no_trace() {
        var charged = charged("1,1,1");
        assertThat(units()).containsExactly(1L, 0L, 0L);

        recalculate(charged, "1,2,4", "1");
        assertThat(units()).containsExactly(0L, 1L, 0L);
        var first = history.of(town.finance());
        recalculate(charged, "2,1,1", "2");

        assertThat(units()).containsExactly(0L, 0L, 0L);
        assertThat(history.of(town.finance()).runs())
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.assessment()).isEqualTo("AS-2006-0001");
                    assertThat(run.recalculation()).isEqualTo("TU-2006-0002");
                });
        recalculations.reverse(
                town.finance(),
                charged,
                "TU-2006-0002",
                LocalDate.of(2006, 5, 2),
                "Keliru",
                "undo");
        assertThat(history.of(town.finance())).isEqualTo(first);
        assertThat(favoured(issue(FAIR, "next"))).containsExactly(BANTUL);
    }

    private List<Long> units() {
        return history.of(town.finance()).parties().stream()
                .map(balance -> balance.sum().units())
                .toList();
    }

    private String charged(String weights) {
        return assessments
                .issue(
                        town.finance(),
                        wish("rule: {kind: weights, indicator: w}", table(weights), "Iuran"),
                        "table")
                .code();
    }

    private void recalculate(String assessment, String weights, String key) {
        recalculations.issue(
                town.finance(),
                new NewRecalculation(
                        assessment,
                        LocalDate.of(2006, 5, 2),
                        LocalDate.of(2006, 9, 30),
                        "Ralat",
                        "Tabel " + key,
                        table(weights)),
                key);
    }

    private static String table(String weights) {
        var of = weights.split(",", -1);
        return "party,name,w\n34.02,B,%s\n34.04,S,%s\n34.71,Y,%s\n".formatted(of[0], of[1], of[2]);
    }

    @Test
    void the_exact_balance_is_the_share_less_the_quota() {
        issue("rule: {kind: equal}", "1");

        var balances = new TreeMap<String, Fraction>();
        for (var balance : history.of(town.finance()).parties()) {
            balances.put(balance.party(), balance.sum().balance());
        }
        assertThat(balances)
                .containsOnly(
                        Map.entry(BANTUL, Fraction.of(2, 3)),
                        Map.entry(SLEMAN, Fraction.of(-1, 3)),
                        Map.entry(YOGYA, Fraction.of(-1, 3)));
    }

    @Test
    void members_see_it_and_donors_do_not() {
        issue(FAIR, "1");

        assertThat(history.of(town.treasurerOf(SLEMAN)).parties()).hasSize(3);
        var donor = town.as(Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("PROYEK-LIMBAH")));
        assertThatExceptionOfType(AccessException.class).isThrownBy(() -> history.of(donor));
    }

    /** Thousands of equal splits, of totals and in orders by the seed. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20, 21, 22, 23})
    void in_the_long_run_history_favours_nobody_and_code_the_first(long seed) {
        var random = new Random(seed);
        var count = 2 + random.nextInt(9);
        var fair = new TreeMap<String, Long>();
        var byCode = new TreeMap<String, Long>();
        for (var at = 0; at < count; at++) {
            fair.put("P%02d".formatted(at), 0L);
            byCode.put("P%02d".formatted(at), 0L);
        }
        for (var run = 0; run < 3000; run++) {
            var total = rupiah(Long.toString(1_000_000 + random.nextInt(1_000_000)));
            var order = new ArrayList<>(fair.keySet());
            Collections.shuffle(order, random);
            split(total, Tie.HISTORY, order, fair);
            split(total, Tie.CODE, order, byCode);
            assertThat(Collections.max(fair.values()) - Collections.min(fair.values()))
                    .isLessThanOrEqualTo(1);
        }
        assertThat(byCode.firstEntry().getValue()).isGreaterThan(byCode.lastEntry().getValue());
        assertThat(byCode.lastEntry().getValue()).isZero();
        assertThat(fair.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(byCode.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Divides equally, and notes who got a unit. */
    private static void split(Money total, Tie tie, List<String> order, Map<String, Long> units) {
        var parties =
                order.stream()
                        .map(code -> new Party(code, code, Map.of(), Map.of(), units.get(code)))
                        .toList();
        var document = new RuleDocument(null, null, tie, null, new Rule.Equal());
        var shares =
                Allocation.allocate(total, document, new id.patungan.allocation.Parties(parties));
        for (var share : shares.shares()) {
            if (share.reason() == Reason.TIE || share.reason() == Reason.LARGEST_REMAINDER) {
                units.merge(share.party(), 1L, Long::sum);
            }
        }
    }

    /** An equal split that leaves one rupiah. */
    private Assessment issue(String rule, String key) {
        return assessments.issue(town.finance(), wish(rule, null, "Iuran " + key), key);
    }

    private NewAssessment wish(String rule, @Nullable String table, String description) {
        var wish = town.dues(rule, new LegalBasis("PKS-1", "Pasal 6"));
        return new NewAssessment(
                wish.kind(),
                wish.year(),
                wish.fund(),
                null,
                rupiah("100000000"),
                rule,
                table,
                null,
                wish.legalBasis(),
                wish.date(),
                wish.due(),
                description,
                null,
                Map.of(),
                Map.of());
    }

    private static Sheet sheet(Assessment assessment) {
        return java.util.Objects.requireNonNull(assessment.whole()).sheet();
    }

    private static List<String> favoured(Assessment assessment) {
        return sheet(assessment).rows().stream()
                .filter(row -> row.reason().equals("tie"))
                .map(Sheet.Row::party)
                .toList();
    }

    private static String figure(Map<String, Sheet.Figure> figures) {
        var figure = figures.get("tie_history");
        return figure == null ? "none" : figure.value();
    }
}
