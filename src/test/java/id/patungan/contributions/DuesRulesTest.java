package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.EQUAL;
import static id.patungan.contributions.Kartamantul.IDR;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.WASTE;
import static id.patungan.contributions.Kartamantul.YOGYA;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.patungan.allocation.Shares;
import id.patungan.basics.Money;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.contributions.rules.RulesException;
import id.patungan.ledger.Books;
import id.patungan.ledger.Journal;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.AccessException;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** By which rule dues are divided on a day. */
@DatabaseTest
class DuesRulesTest {

    private static final LocalDate END = LocalDate.of(2006, 12, 31);
    private static final Set<String> PAYERS = Set.of(YOGYA, SLEMAN, BANTUL);

    private final DuesRules duesRules;
    private final Rules rules;
    private final Assessments assessments;
    private final Town town;

    @Autowired
    DuesRulesTest(
            DuesRules duesRules,
            Rules rules,
            Assessments assessments,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.duesRules = duesRules;
        this.rules = rules;
        this.assessments = assessments;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    private Optional<DuesRule> on(LocalDate until, long knownAt, LocalDate day) {
        return duesRules.find(town.finance(), until, knownAt, day, PAYERS);
    }

    private static BigDecimal share(DuesRule rule, String total, String party) {
        return rule.divide(Money.of(IDR, new BigDecimal(total)))
                .find(party)
                .map(Shares.Share::share)
                .orElseThrow()
                .toDecimal();
    }

    private void approved(String text, LocalDate from) {
        var draft =
                rules.draft(
                        town.finance(),
                        new NewRuleVersion("IURAN", text, from, "PKS-1", "Pasal 6"),
                        "draft-" + from);
        rules.decide(
                town.as(Role.APPROVER, new Scope.All()),
                "IURAN",
                draft.version(),
                true,
                null,
                "ok-" + from);
    }

    @Test
    void ofTheLastAssessmentOfDuesThatStands() {
        assertThat(on(END, Journal.HEAD, END)).isEmpty();
        assessments.issue(town.finance(), town.waste(), "k3");
        assertThat(on(END, Journal.HEAD, END)).isEmpty();

        var issued = assessments.issue(town.finance(), town.dues(), "k2");
        var found = on(END, Journal.HEAD, END).orElseThrow();
        assertThat(found.assessment()).isEqualTo(issued.code());
        assertThat(found.code()).isNull();
        assertThat(found.name()).isEqualTo(issued.code());
        assertThat(share(found, "530000000", SLEMAN)).isEqualByComparingTo("176666667");

        assertThat(on(LocalDate.of(2006, 1, 15), Journal.HEAD, END)).isEmpty();
        assertThat(on(END, issued.paper().entryNo() - 1, END)).isEmpty();

        assessments.cancel(
                town.finance(), issued.code(), LocalDate.of(2006, 2, 1), "keliru", "undo");
        assertThat(on(END, Journal.HEAD, END)).isEmpty();
        assertThat(on(LocalDate.of(2006, 1, 31), Journal.HEAD, END)).isPresent();
        assertThat(on(END, issued.paper().entryNo(), END)).isPresent();
    }

    @Test
    void inTheVersionThatIsInForceOnTheDay() {
        approved(EQUAL, LocalDate.of(2006, 1, 1));
        assessments.issue(town.finance(), town.dues(null, null).by("IURAN"), "k2");
        approved(WASTE, LocalDate.of(2007, 1, 1));

        var now = on(END, Journal.HEAD, END).orElseThrow();
        assertThat(now.version()).isEqualTo(1);
        assertThat(share(now, "100", BANTUL)).isEqualByComparingTo("34");
        var next = on(END, Journal.HEAD, LocalDate.of(2007, 1, 1)).orElseThrow();
        assertThat(next.version()).isEqualTo(2);
        assertThat(share(next, "100", YOGYA)).isEqualByComparingTo("75");
        assertThatThrownBy(() -> on(END, Journal.HEAD, LocalDate.of(2005, 12, 31)))
                .isInstanceOf(RulesException.class);
    }

    @Test
    void withTheTableThatWasGiven() {
        var wish =
                town.dues(
                        "rule: {kind: weights, indicator: w}", new LegalBasis("PKS-1", "Pasal 6"));
        assessments.issue(
                town.finance(),
                new NewAssessment(
                        wish.kind(),
                        wish.year(),
                        wish.fund(),
                        null,
                        wish.total(),
                        wish.rule(),
                        null,
                        "party,name,w,kelas\n34.71,Y,1,kota\n34.04,S,2,kabupaten\n34.02,B,3,kabupaten\n",
                        null,
                        wish.legalBasis(),
                        wish.date(),
                        wish.due(),
                        wish.description(),
                        null,
                        wish.shareBasis(),
                        wish.units()),
                "k2");
        var found = on(END, Journal.HEAD, END).orElseThrow();
        assertThat(share(found, "600000000", BANTUL)).isEqualByComparingTo("300000000");
        assertThat(found.parties().find(YOGYA).orElseThrow().words())
                .containsEntry("kelas", "kota");
    }

    @Test
    void onlyForWhoReadsTheWholeBook() {
        assertThatThrownBy(() ->
                        duesRules.find(town.treasurerOf(SLEMAN), END, Journal.HEAD, END, PAYERS))
                .isInstanceOf(AccessException.class);
    }
}
