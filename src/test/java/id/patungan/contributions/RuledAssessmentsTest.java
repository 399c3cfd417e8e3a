package id.patungan.contributions;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.EQUAL;
import static id.patungan.contributions.Kartamantul.IDR;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.WASTE;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.RuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;

/** Charges that rest on a rule of the body. */
@DatabaseTest
class RuledAssessmentsTest {

    private static final LocalDate NEW_YEAR = LocalDate.of(2006, 1, 1);

    private final Assessments assessments;
    private final Rules rules;
    private final SuperUser database;
    private final Kartamantul kartamantul;
    private final Town town;

    @Autowired
    RuledAssessmentsTest(
            Assessments assessments,
            Rules rules,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.assessments = assessments;
        this.rules = rules;
        this.database = database;
        this.kartamantul = new Kartamantul(bodies, parties, members, agreements, books);
        this.town = kartamantul.open(IDR, true);
    }

    private RuleVersion approved(String code, String text, LocalDate from, String article) {
        var draft =
                rules.draft(
                        town.finance(),
                        new NewRuleVersion(code, text, from, "PKS-1", article),
                        code + from + text.hashCode());
        return rules.decide(
                town.as(Role.APPROVER, new Scope.All()),
                code,
                draft.version(),
                true,
                null,
                code + from + text.hashCode() + "-ok");
    }

    @Test
    void aChargeFreezesTheVersionInForceOnItsDay() {
        var first = approved("IURAN", EQUAL, NEW_YEAR, "Pasal 6");
        approved("IURAN", WASTE, LocalDate.of(2006, 1, 17), "Pasal 7");

        var issued = assessments.issue(town.finance(), town.dues(null, null).by("IURAN"), "k");

        assertThat(issued.rule()).isEqualTo(first.reference());
        assertThat(issued.legalBasis()).isEqualTo(new LegalBasis("PKS-1", "Pasal 6"));
        assertThat(issued.shares())
                .extracting(Assessment.Share::share)
                .containsOnly(rupiah("110000000"));
        var whole = Objects.requireNonNull(issued.whole());
        assertThat(whole.rule()).isEqualTo(EQUAL);
        assertThat(whole.sheet().rule()).isEqualTo(first.reference());
        assertThat(assessments.get(town.treasurerOf(SLEMAN), issued.code()).rule())
                .isEqualTo(first.reference());
    }

    @Test
    void aLaterVersionChangesNothingThatWasCharged() {
        approved("IURAN", EQUAL, NEW_YEAR, "Pasal 6");
        var issued = assessments.issue(town.finance(), town.dues(null, null).by("IURAN"), "k");

        approved("IURAN", WASTE, NEW_YEAR, "Pasal 6");

        assertThat(assessments.get(town.finance(), issued.code())).isEqualTo(issued);
        assertThat(
                        assessments
                                .preview(town.finance(), town.dues(null, null).by("IURAN"))
                                .reference())
                .isNotEqualTo(issued.rule());
    }

    @Test
    void whereASecondPersonIsNeededOnlyAnApprovedRuleCharges() throws SQLException {
        var ground = new LegalBasis("PKS-1", "Pasal 6");
        refused(
                "contributions.rule-not-approved",
                () -> assessments.issue(town.finance(), town.dues(EQUAL, ground), "a"));
        assertThat(assessments.preview(town.finance(), town.dues(EQUAL, ground)).reference())
                .isNull();
        rules.draft(
                town.finance(),
                new NewRuleVersion("IURAN", EQUAL, NEW_YEAR, "PKS-1", "Pasal 6"),
                "d");
        refused(
                "rules.none-in-force",
                () -> assessments.issue(town.finance(), town.dues(null, null).by("IURAN"), "b"));
        refused(
                "rules.no-such-rule",
                () -> assessments.issue(town.finance(), town.dues(null, null).by("LAIN"), "c"));
        assertThat(count("assessment")).isZero();
        assertThat(count("journal_entry")).isZero();

        var other = kartamantul.open();
        assertThat(assessments.issue(other.finance(), other.dues(EQUAL, ground), "e").rule())
                .isNull();
    }

    @Test
    void aRuleOfTheBodyAndATextAreNotMixed() {
        approved("IURAN", EQUAL, NEW_YEAR, "Pasal 6");
        var wish = town.dues(WASTE, null);
        var both =
                new NewAssessment(
                        wish.kind(),
                        wish.year(),
                        wish.fund(),
                        null,
                        wish.total(),
                        wish.rule(),
                        "IURAN",
                        null,
                        null,
                        null,
                        wish.date(),
                        wish.due(),
                        wish.description(),
                        null,
                        wish.shareBasis(),
                        wish.units());

        refused("contributions.rule-twice", () -> assessments.preview(town.finance(), both));
    }

    @Test
    void aRuleThatMakesItsOwnTotalNeedsNone() {
        approved("TARIF", "rule: {kind: rate, rate: 2, indicators: [w]}", NEW_YEAR, "Pasal 6");
        var figures = "party,name,w\n34.71,Y,10\n34.04,S,20\n34.02,B,12.25\n";
        var wish = ownTotal(figures, null);

        var issued = assessments.issue(town.finance(), wish, "k");

        assertThat(Objects.requireNonNull(issued.whole()).total()).isEqualTo(rupiah("85"));
        assertThat(issued.shares())
                .extracting(Assessment.Share::party, Assessment.Share::share)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(YOGYA, rupiah("20")),
                        org.assertj.core.groups.Tuple.tuple(SLEMAN, rupiah("40")),
                        org.assertj.core.groups.Tuple.tuple(BANTUL, rupiah("25")));
        refused(
                "allocation.other-total",
                () -> assessments.preview(town.finance(), ownTotal(figures, "84")));
        refused(
                "contributions.not-positive",
                () ->
                        assessments.preview(
                                town.finance(),
                                ownTotal("party,name,w\n34.71,Y,0\n34.04,S,0\n", null)));
        approved("RATA", EQUAL, NEW_YEAR, "Pasal 6");
        refused(
                "allocation.no-total",
                () -> assessments.preview(town.finance(), ownTotal(null, null).by("RATA")));
    }

    private NewAssessment ownTotal(
            @org.jspecify.annotations.Nullable String figures,
            @org.jspecify.annotations.Nullable String total) {
        var wish = town.dues(null, null);
        return new NewAssessment(
                wish.kind(),
                wish.year(),
                wish.fund(),
                null,
                total == null ? null : rupiah(total),
                null,
                "TARIF",
                figures,
                null,
                null,
                wish.date(),
                wish.due(),
                wish.description(),
                null,
                wish.shareBasis(),
                wish.units());
    }

    private long count(String table) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT COUNT(*) FROM "
                                        + table
                                        + " WHERE book_id = "
                                        + town.body().value())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(work)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
