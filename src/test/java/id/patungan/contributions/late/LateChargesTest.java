package id.patungan.contributions.late;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.EQUAL;
import static id.patungan.contributions.Kartamantul.IDR;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.late.LatePolicy.Kind;
import id.patungan.contributions.late.LatePolicy.Terms;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Interest and fines for lateness: off until approved, proposed, issued by people, never twice. */
@DatabaseTest
class LateChargesTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2006, 1, 1);
    private static final LocalDate APRIL = LocalDate.of(2006, 4, 30);
    private static final LocalDate MAY = LocalDate.of(2006, 5, 31);

    private final LateCharges late;
    private final LatePolicies policies;
    private final Assessments assessments;
    private final Receipts receipts;
    private final Rules rules;
    private final People people;
    private final Clock clock;
    private final MockMvcTester http;
    private final Kartamantul kartamantul;
    private Town town;

    @Autowired
    LateChargesTest(
            LateCharges late,
            LatePolicies policies,
            Assessments assessments,
            Receipts receipts,
            Rules rules,
            People people,
            Clock clock,
            WebApplicationContext context,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.late = late;
        this.policies = policies;
        this.assessments = assessments;
        this.receipts = receipts;
        this.rules = rules;
        this.people = people;
        this.clock = clock;
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.kartamantul = new Kartamantul(bodies, parties, members, agreements, books);
        this.town = kartamantul.open();
    }

    private Access approver() {
        return town.as(Role.APPROVER, new Scope.All());
    }

    private static NewLatePolicy twoPercent() {
        return new NewLatePolicy(
                NEW_YEAR,
                "PKS-1",
                "Pasal 6",
                new Terms(Kind.MONTH, new BigDecimal("2"), null, 10, null, rupiah("1")),
                "Forum",
                null);
    }

    private void approved() {
        var draft = policies.draft(town.finance(), twoPercent(), "p");
        policies.decide(approver(), draft.version(), true, null, "ok");
    }

    private static NewLateCharge wish(LocalDate through, String... parties) {
        return new NewLateCharge(
                through,
                through.plusDays(30),
                new FundCode("UMUM"),
                "Bunga keterlambatan",
                java.util.Arrays.stream(parties).map(one -> "AS-2006-0001/" + one).toList());
    }

    @Test
    void nothingIsProposedUntilAPolicyIsApprovedByAnother() {
        assessments.issue(town.finance(), town.dues(), "a");
        assertThat(late.proposals(town.finance(), APRIL)).isEmpty();
        refused("late.no-policy", () -> late.issue(town.finance(), wish(APRIL, SLEMAN), "x"));
        var draft = policies.draft(town.finance(), twoPercent(), "p");
        assertThat(late.proposals(town.finance(), APRIL)).isEmpty();
        refused(
                "agreed.no-reason",
                () -> policies.decide(approver(), draft.version(), false, "", "n"));
        refused("agreed.no-such-version", () -> policies.decide(approver(), 9, true, null, "n9"));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(
                        () -> policies.decide(town.finance(), draft.version(), true, null, "own"));
        policies.decide(approver(), draft.version(), true, null, "ok");
        refused(
                "agreed.decided",
                () -> policies.decide(approver(), draft.version(), true, null, "again"));
        assertThat(late.proposals(town.finance(), APRIL)).hasSize(3);
        assertThat(late.charged(town.finance())).isEmpty();
        assertThat(policies.all(town.treasurerOf(SLEMAN))).hasSize(1);
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> late.proposals(town.treasurerOf(SLEMAN), APRIL));
    }

    @Test
    void aFineOfWhatIsChosenIsIssuedAndItsDaysAreNotChargedTwice() {
        approved();
        assessments.issue(town.finance(), town.dues(), "a");
        receipts.record(town.finance(), town.receipt(SLEMAN, "110000000"), "r");
        // due 31-03, ten days of grace: 11 to 30 April are twenty days
        var proposed = late.proposals(town.finance(), APRIL);
        assertThat(proposed)
                .extracting(LateProposal::party)
                .containsExactlyInAnyOrder(YOGYA, BANTUL);
        // 110.000.000 × 24 % × 20 / 365
        assertThat(proposed).extracting(LateProposal::amount).containsOnly(rupiah("1446575"));
        refused("late.not-proposed", () -> late.issue(town.finance(), wish(APRIL, SLEMAN), "s"));

        var fine = late.issue(town.finance(), wish(APRIL, YOGYA, BANTUL), "f");

        assertThat(fine.kind()).isEqualTo(NewAssessment.Kind.FINE);
        assertThat(fine.shares()).hasSize(2);
        assertThat(late.issue(town.finance(), wish(APRIL, YOGYA, BANTUL), "f")).isEqualTo(fine);
        assertThat(late.charged(town.finance())).hasSize(2);
        // Each payer sees for which of its own days it is asked
        assertThat(late.of(town.treasurerOf(YOGYA), fine.code()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.charge()).isEqualTo("AS-2006-0001/" + YOGYA);
                    assertThat(line.days()).isEqualTo(20);
                });
        assertThat(late.of(town.treasurerOf(SLEMAN), fine.code())).isEmpty();
        assertThat(late.proposals(town.finance(), APRIL)).isEmpty();
        var next = late.proposals(town.finance(), MAY);
        assertThat(next).hasSize(2);
        assertThat(next.getFirst().firstDay()).isEqualTo(LocalDate.of(2006, 5, 1));
        assertThat(next.getFirst().days()).isEqualTo(31);
        assertThat(next.getFirst().chargedBefore()).isEqualTo(rupiah("1446575"));
        assessments.cancel(town.finance(), fine.code(), MAY, "Keliru", "c");
        assertThat(late.proposals(town.finance(), APRIL)).hasSize(2);
        assertThat(late.charged(town.finance())).allMatch(LateLine::cancelled);
        refused(
                "late.future",
                () -> late.proposals(town.finance(), LocalDate.now(clock).plusDays(3)));
        refused("late.nothing-chosen", () -> late.issue(town.finance(), wish(APRIL), "none"));
    }

    @Test
    void anApprovedPolicyIsEnoughWhereOnlyApprovedRulesCharge() {
        town = kartamantul.open(IDR, true);
        var draft =
                rules.draft(
                        town.finance(),
                        new NewRuleVersion("IURAN", EQUAL, NEW_YEAR, "PKS-1", "Pasal 6"),
                        "d");
        rules.decide(approver(), "IURAN", draft.version(), true, null, "o");
        assessments.issue(town.finance(), town.dues(null, null).by("IURAN"), "a");
        approved();

        var fine = late.issue(town.finance(), wish(APRIL, SLEMAN), "f");

        assertThat(fine.shares()).hasSize(1);
        assertThat(fine.legalBasis().article()).isEqualTo("Pasal 6");
    }

    @Test
    void pagesAndProgramsDoTheSame() throws Exception {
        assessments.issue(town.finance(), town.dues(), "a");
        var finance = person("f", Role.FINANCE);
        var approver = person("k", Role.APPROVER);
        for (var language : List.of("id", "en")) {
            assertThat(text(get(finance, "/late-charges?lang=" + language))).doesNotContain("??");
            assertThat(text(get(finance, "/late-charge-policy?lang=" + language)))
                    .doesNotContain("??");
        }
        var nothing =
                http.post()
                        .uri(path("/late-charge-policy"))
                        .with(user(finance))
                        .with(csrf())
                        .exchange();
        assertThat(nothing).hasStatus(422);
        assertThat(text(nothing)).contains("kind-error", "ground-error").doesNotContain("??");
        assertThat(draft(finance)).hasStatus3xxRedirection();
        var decided =
                http.post()
                        .uri(path("/late-charge-policy/1/decision"))
                        .with(user(approver))
                        .with(csrf())
                        .param("key", "d")
                        .param("do", "approve")
                        .exchange();
        assertThat(decided).hasStatus3xxRedirection();
        var page = text(get(finance, "/late-charges?through=2006-04-30&lang=id"));
        assertThat(page).contains("1.446.575,00", "AS-2006-0001/" + SLEMAN).doesNotContain("??");
        assertThat(get(finance, "/late-charges?through=xyz")).hasStatus(422);
        var issued =
                http.post()
                        .uri(path("/late-charges"))
                        .with(user(finance))
                        .with(csrf())
                        .param("key", "i")
                        .param("through", "2006-04-30")
                        .param("due", "2006-05-30")
                        .param("fund", "UMUM")
                        .param("description", "Bunga")
                        .param("charge", "AS-2006-0001/" + SLEMAN)
                        .exchange();
        assertThat(issued).hasRedirectedUrl("/bodies/" + town.code() + "/assessments/AS-2006-0002");
        assertThat(text(get(finance, "/late-charges?through=2006-05-31&lang=en")))
                .contains("AS-2006-0002", "Charged already")
                .doesNotContain("??");
        assertThat(
                        http.get()
                                .uri(
                                        "/api/v1/bodies/"
                                                + town.code()
                                                + "/late-charges?through=2006-04-30")
                                .with(user(finance))
                                .accept(MediaType.APPLICATION_JSON)
                                .exchange())
                .bodyJson()
                .extractingPath("$.charged[0].amount")
                .isEqualTo("1446575.00");
    }

    private MvcTestResult draft(String handle) {
        return http.post()
                .uri(path("/late-charge-policy"))
                .with(user(handle))
                .with(csrf())
                .param("key", "draft")
                .param("effectiveFrom", "2006-01-01")
                .param("ground", "PKS-1/Pasal 6")
                .param("kind", "month")
                .param("percent", "2")
                .param("graceDays", "10")
                .param("unit", "1")
                .param("organ", "Forum")
                .exchange();
    }

    private String person(String name, Role role) {
        var administrator =
                new Viewer(
                        "admin",
                        "Administrator",
                        List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
        var handle = name + "-" + town.code();
        people.create(administrator, handle, handle, "a long password 1");
        people.grant(
                administrator,
                handle,
                new Permission(role, town.body(), new Scope.All()),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    private MvcTestResult get(String handle, String address) {
        return http.get().uri(path(address)).with(user(handle)).exchange();
    }

    private String path(String address) {
        return "/bodies/" + town.code() + address;
    }

    private static String text(MvcTestResult answer) throws Exception {
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .matches(refusal -> refusal.code().equals(code), code);
    }
}
