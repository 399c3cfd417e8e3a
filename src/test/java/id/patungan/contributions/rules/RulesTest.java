package id.patungan.contributions.rules;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.WASTE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import id.patungan.basics.DomainException;
import id.patungan.basics.FundCode;
import id.patungan.basics.InputException;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.rules.RuleVersion.State;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.Action;
import id.patungan.platform.Audit;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Rules are drafted by one person, decided by another, and never changed. */
@DatabaseTest
class RulesTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2006, 1, 1);
    private static final LocalDate JULY = LocalDate.of(2006, 7, 1);

    private final Rules rules;
    private final Audit audit;
    private final SuperUser database;
    private final RuleDraftsCard card;
    private final Town town;
    private final Access finance;
    private final Access approver;

    @Autowired
    RulesTest(
            Rules rules,
            Audit audit,
            SuperUser database,
            RuleDraftsCard card,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.rules = rules;
        this.audit = audit;
        this.database = database;
        this.card = card;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = town.finance();
        this.approver = town.as(Role.APPROVER, new Scope.All());
    }

    private static NewRuleVersion waste(LocalDate from, String text) {
        return new NewRuleVersion("SAMPAH", text, from, "PKS-1", "Pasal 7");
    }

    private RuleVersion approved(LocalDate from, String text, String key) {
        var draft = rules.draft(finance, waste(from, text), key);
        return rules.decide(approver, "SAMPAH", draft.version(), true, null, key + "-ok");
    }

    @Test
    void whoMayDecideADraftSeesItAtHomeUntilItIsDecided() {
        assertThat(card.model(approver, Locale.ENGLISH)).isEmpty();
        rules.draft(finance, waste(JULY, "name: Sampah\n" + WASTE), "d");

        var shown = card.model(approver, Locale.ENGLISH).orElseThrow();
        assertThat(shown.body()).isEqualTo(town.code());
        assertThat(shown.drafts())
                .extracting(RuleVersion::name, RuleVersion::version)
                .containsExactly(tuple("Sampah", 1));
        assertThat(card.needs()).isEqualTo(Action.APPROVE);
        assertThat(card.model(finance, Locale.ENGLISH)).isEmpty();

        rules.decide(approver, "SAMPAH", 1, false, "Belum dibahas", "r");
        assertThat(card.model(approver, Locale.ENGLISH)).isEmpty();
    }

    @Test
    void aDraftIsApprovedByAnotherPersonAndHoldsFromItsDay() {
        var draft = rules.draft(finance, waste(JULY, "name: Sampah\n" + WASTE), "d");

        assertThat(draft.state()).isEqualTo(State.DRAFT);
        assertThat(draft.version()).isEqualTo(1);
        assertThat(draft.name()).isEqualTo("Sampah");
        assertThat(draft.digest()).matches("[0-9a-f]{64}");
        refused("rules.none-in-force", () -> rules.inForce(finance, "SAMPAH", JULY));

        var approved = rules.decide(approver, "SAMPAH", 1, true, "Rapat 12 Juni", "a");

        assertThat(approved.state()).isEqualTo(State.APPROVED);
        assertThat(approved.decidedBy()).isEqualTo("approver");
        assertThat(approved.reason()).isEqualTo("Rapat 12 Juni");
        assertThat(approved.digest()).isEqualTo(draft.digest());
        assertThat(rules.inForce(finance, "SAMPAH", JULY)).isEqualTo(approved);
        refused("rules.none-in-force", () -> rules.inForce(finance, "SAMPAH", JULY.minusDays(1)));
        assertThat(audit.trail(finance, null))
                .extracting(Audit.AuditEvent::action)
                .startsWith("rule.approve", "rule.draft");
    }

    @Test
    void inForceIsTheLatestThatHasBegunAndOfOneDayTheHigherNumber() {
        var first = approved(NEW_YEAR, WASTE, "1");
        var later = approved(JULY, WASTE + " # Juli", "2");
        var sameDay = approved(NEW_YEAR, WASTE + " # ralat", "3");
        rules.draft(finance, waste(NEW_YEAR, WASTE + " # konsep"), "4");

        assertThat(sameDay.version()).isGreaterThan(first.version());
        assertThat(rules.inForce(finance, "SAMPAH", JULY.minusDays(1))).isEqualTo(sameDay);
        assertThat(rules.inForce(finance, "SAMPAH", JULY)).isEqualTo(later);
        assertThat(rules.get(finance, "SAMPAH").versions())
                .extracting(RuleVersion::version)
                .containsExactly(4, 3, 2, 1);
    }

    @Test
    void nobodyDecidesTheirOwnNorADraftThatTheirsBecame() {
        var both =
                new Access(
                        new Viewer(
                                "both",
                                "Both",
                                List.of(
                                        new Permission(Role.FINANCE, town.body(), new Scope.All()),
                                        new Permission(
                                                Role.APPROVER, town.body(), new Scope.All()))),
                        town.body());
        rules.draft(both, waste(JULY, WASTE), "1");
        refused("rules.own-version", () -> rules.decide(both, "SAMPAH", 1, true, null, "a"));
        rules.draft(finance, waste(NEW_YEAR, WASTE), "2");
        refused("rules.own-version", () -> rules.decide(both, "SAMPAH", 2, true, null, "b"));
        refused("access.not-allowed", () -> rules.decide(finance, "SAMPAH", 2, true, null, "c"));
        refused("access.not-allowed", () -> rules.draft(approver, waste(JULY, WASTE), "d"));

        rules.decide(approver, "SAMPAH", 2, true, null, "e");
        rules.draft(finance, waste(JULY, WASTE), "3");
        assertThat(rules.decide(both, "SAMPAH", 3, true, null, "f").state())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void aRejectionNeedsAReasonAndADecisionIsMadeOnce() {
        rules.draft(finance, waste(JULY, WASTE), "1");
        refused("rules.no-reason", () -> rules.decide(approver, "SAMPAH", 1, false, " ", "a"));

        var rejected = rules.decide(approver, "SAMPAH", 1, false, "Belum dibahas", "b");

        assertThat(rejected.state()).isEqualTo(State.REJECTED);
        refused(
                "rules.already-decided",
                () -> rules.decide(approver, "SAMPAH", 1, true, null, "c"));
        refused("rules.none-in-force", () -> rules.inForce(finance, "SAMPAH", JULY));
        assertThat(rules.draft(finance, waste(JULY, WASTE), "2").version()).isEqualTo(2);
    }

    @Test
    void anUndecidedDraftIsReplacedNeverAltered() {
        rules.draft(finance, waste(JULY, WASTE), "1");
        refused("rules.unchanged", () -> rules.draft(finance, waste(JULY, WASTE), "2"));

        var next = rules.draft(finance, waste(NEW_YEAR, WASTE), "3");

        assertThat(next.version()).isEqualTo(2);
        assertThat(rules.version(finance, "SAMPAH", 1).state()).isEqualTo(State.REPLACED);
        assertThat(rules.version(finance, "SAMPAH", 1).effectiveFrom()).isEqualTo(JULY);
        refused("rules.replaced", () -> rules.decide(approver, "SAMPAH", 1, true, null, "a"));
    }

    @Test
    void everyFaultOfTheTextIsSaidAndNothingIsStored() {
        var wrong = waste(JULY, "rule: {kind: percent, shares: {\"34.71\": 75}, extra: 1}\nfoo: 1");

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> rules.draft(finance, wrong, "x"))
                .satisfies(said -> assertThat(said.problems()).hasSizeGreaterThan(1));
        refused("rules.no-text", () -> rules.draft(finance, waste(JULY, " "), "y"));
        assertThat(rules.all(finance)).isEmpty();
    }

    @Test
    void aRuleRestsOnAnArticleThatIsThereAndInForceOnItsDay() {
        refused(
                "contributions.unknown-article",
                () ->
                        rules.draft(
                                finance,
                                new NewRuleVersion("A", WASTE, JULY, "PKS-1", "Pasal 99"),
                                "a"));
        refused(
                "contributions.not-in-force",
                () -> rules.draft(finance, waste(LocalDate.of(2011, 3, 1), WASTE), "b"));
        refused(
                "parties.unknown-agreement",
                () ->
                        rules.draft(
                                finance, new NewRuleVersion("A", WASTE, JULY, "TIDAK", "1"), "c"));
        refused(
                "rules.no-ground",
                () -> rules.draft(finance, new NewRuleVersion("A", WASTE, JULY, "", ""), "d"));
        assertThat(rules.all(finance)).isEmpty();
    }

    @Test
    void theSameKeyDraftsAndDecidesOnce() {
        var draft = rules.draft(finance, waste(JULY, WASTE), "k");
        assertThat(rules.draft(finance, waste(JULY, WASTE), "k")).isEqualTo(draft);
        refused("command.key-reused", () -> rules.draft(finance, waste(NEW_YEAR, WASTE), "k"));
        var approved = rules.decide(approver, "SAMPAH", 1, true, null, "ok");
        assertThat(rules.decide(approver, "SAMPAH", 1, true, null, "ok")).isEqualTo(approved);
    }

    @Test
    void membersSeeApprovedVersionsAndDonorsNone() {
        var sleman = town.treasurerOf(SLEMAN);
        var donor = town.as(Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("UMUM")));
        rules.draft(finance, waste(JULY, WASTE), "1");
        assertThat(rules.all(sleman)).isEmpty();
        refused("rules.no-such-rule", () -> rules.get(sleman, "SAMPAH"));

        rules.decide(approver, "SAMPAH", 1, true, null, "a");
        rules.draft(finance, waste(NEW_YEAR, WASTE), "2");

        assertThat(rules.get(sleman, "SAMPAH").versions())
                .extracting(RuleVersion::version)
                .containsExactly(1);
        refused("rules.no-such-version", () -> rules.version(sleman, "SAMPAH", 2));
        assertThat(rules.inForce(town.treasurerOf(BANTUL), "SAMPAH", JULY).version()).isEqualTo(1);
        assertThat(rules.all(donor)).isEmpty();
        refused("rules.no-such-rule", () -> rules.get(donor, "SAMPAH"));
        refused("access.not-allowed", () -> rules.draft(sleman, waste(JULY, WASTE), "s"));
    }

    @Test
    void noBodySeesTheRulesOfAnother() {
        rules.draft(finance, waste(JULY, WASTE), "1");
        var stranger =
                new Access(
                        new Viewer(
                                "stranger",
                                "Stranger",
                                List.of(
                                        new Permission(
                                                Role.FINANCE,
                                                new id.patungan.basics.BodyId(1),
                                                new Scope.All()))),
                        town.body());

        refused("access.no-such-body", () -> rules.all(stranger));
        refused("access.no-such-body", () -> rules.draft(stranger, waste(JULY, WASTE), "2"));
    }

    @Test
    void theDatabaseRefusesWhatTheProgramWouldNotDo() throws SQLException {
        rules.draft(finance, waste(JULY, WASTE), "1");
        var body = town.body().value();
        var version = "FROM sharing_rule_version WHERE book_id = " + body;
        var decide =
                "INSERT INTO sharing_rule_decision SELECT book_id, code, version, prepared_by,"
                        + " %s, 'approve', NULL, '%s', NOW(6) "
                        + version;

        never("UPDATE sharing_rule_version SET article = 'x' WHERE book_id = " + body, "RULES-02");
        never("DELETE " + version, "RULES-02");
        never(decide.formatted("digest", "finance"), "ck_sharing_rule_decision_person");
        never(decide.formatted("REPEAT('0', 64)", "x"), "fk_sharing_rule_decision_version");
        never(
                "INSERT INTO sharing_rule_version SELECT book_id, code, 3, name, rule_text,"
                        + " effective_from, agreement_id, article, prepared_by, prepared_at, digest "
                        + version,
                "RULES-01");
        database.execute(decide.formatted("digest", "x"));
        never(decide.formatted("digest", "y"), "pk_sharing_rule_decision|PRIMARY");
        never("DELETE FROM sharing_rule_decision WHERE book_id = " + body, "RULES-02");
        never(
                "UPDATE sharing_rule_decision SET decision = 'reject' WHERE book_id = " + body,
                "RULES-02");
    }

    private void never(String sql, String why) {
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> database.execute(sql))
                .satisfies(said -> assertThat(said.getMessage()).containsPattern(why));
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
