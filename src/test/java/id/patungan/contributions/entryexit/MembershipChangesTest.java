package id.patungan.contributions.entryexit;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.PROVINCE;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.DomainException;
import id.patungan.contributions.Assessment;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.NewSimulation.Notice;
import id.patungan.contributions.entryexit.Simulation.Way;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Member;
import id.patungan.parties.Members;
import id.patungan.parties.NewMember;
import id.patungan.parties.Parties;
import id.patungan.parties.Period;
import id.patungan.platform.AccessException;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Joinings and notices on record: membership, and who still pays after it. */
@DatabaseTest
class MembershipChangesTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
    private static final LegalBasis GROUND = new LegalBasis("PKS-1", "Pasal 6");
    private static final LocalDate NOTICE = LocalDate.of(2006, 3, 10);

    private final MembershipChanges changes;
    private final Members members;
    private final Assessments assessments;
    private final Contributions contributions;
    private final MockMvcTester http;
    private final Town town;
    private final String finance;
    private final String auditor;
    private final String sleman;

    @Autowired
    MembershipChangesTest(
            MembershipChanges changes,
            Members members,
            Assessments assessments,
            Contributions contributions,
            WebApplicationContext context,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Agreements agreements,
            Books books) {
        this.changes = changes;
        this.members = members;
        this.assessments = assessments;
        this.contributions = contributions;
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        this.auditor = person(people, clock, "a", Role.AUDITOR, new Scope.All());
        var id = town.ids().get(SLEMAN);
        if (id == null) throw new IllegalStateException();
        this.sleman = person(people, clock, "s", Role.TREASURER, new Scope.OneParty(id));
    }

    private String person(People people, Clock clock, String name, Role role, Scope scope) {
        var handle = name + "-" + town.code();
        people.create(ADMINISTRATOR, handle, handle, "a long password 1");
        people.grant(
                ADMINISTRATOR,
                handle,
                new Permission(role, town.body(), scope),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    private static NewMembershipChange leaving(String party, Notice notice, int liable) {
        return new NewMembershipChange(
                Kind.LEAVE,
                party,
                NOTICE,
                notice,
                liable,
                Way.KEPT,
                GROUND,
                "12/2006",
                "Keputusan DPRD");
    }

    private List<String> membersOn(LocalDate day) {
        return members.on(town.finance(), day).stream().map(Member::code).toList();
    }

    private static NewMembershipChange joining(LocalDate day) {
        return new NewMembershipChange(
                Kind.JOIN, PROVINCE, day, Notice.NONE, 0, Way.KEPT, GROUND, "7/2006", "Rapat");
    }

    private Assessment dues(int year) {
        return issue(year, LocalDate.of(year, 1, 16), Kartamantul.EQUAL);
    }

    private Assessment issue(int year, LocalDate date, String rule) {
        var dues = town.dues();
        return assessments.issue(
                town.finance(),
                new NewAssessment(
                        dues.kind(),
                        year,
                        dues.fund(),
                        null,
                        rupiah("330000000"),
                        rule,
                        null,
                        null,
                        GROUND,
                        date,
                        LocalDate.of(year, 3, 31),
                        "Iuran " + year,
                        null,
                        Map.of(),
                        Map.of()),
                "dues-" + year + date + rule.hashCode());
    }

    /** Centennial: membership ends with the year, and it keeps paying for two years. */
    @Test
    void aLeaverIsNoMemberAnyMoreAndStillPaysAsLongAsItIsLiable() {
        var left = changes.record(town.finance(), leaving(SLEMAN, new Notice(6, true), 2), "k1");

        assertThat(left.effective()).isEqualTo(LocalDate.of(2006, 12, 31));
        assertThat(left.paysUntil()).isEqualTo(LocalDate.of(2008, 12, 31));
        assertThat(membersOn(LocalDate.of(2006, 12, 31))).contains(SLEMAN);
        assertThat(membersOn(LocalDate.of(2007, 1, 1))).doesNotContain(SLEMAN);
        for (var year : List.of(2006, 2007, 2008)) {
            assertThat(dues(year).shares()).extracting(Assessment.Share::party).contains(SLEMAN);
        }
        assertThat(dues(2009).shares())
                .extracting(Assessment.Share::party)
                .doesNotContain(SLEMAN)
                .contains(BANTUL);
        assertThat(dues(2010).shares().getFirst().share()).isEqualTo(rupiah("165000000"));
        // Its account stays open to it
        assertThat(contributions.openCharges(town.treasurerOf(SLEMAN), SLEMAN)).hasSize(3);
    }

    @Test
    void aJoinerIsAMemberFromItsFirstDayOn() {
        var joined =
                changes.record(
                        town.finance(),
                        new NewMembershipChange(
                                Kind.JOIN,
                                PROVINCE,
                                LocalDate.of(2006, 7, 1),
                                new Notice(3, true),
                                5,
                                Way.KEPT,
                                GROUND,
                                "7/2006",
                                "Rapat"),
                        "k1");

        assertThat(joined.paysUntil()).isNull();
        assertThat(joined.liableYears()).isZero();
        assertThat(membersOn(LocalDate.of(2006, 6, 30))).doesNotContain(PROVINCE);
        assertThat(membersOn(LocalDate.of(2006, 7, 1))).contains(PROVINCE);
        assertThat(changes.all(town.finance())).containsExactly(joined);
    }

    @Test
    void theSameKeyRecordsOnceAndWhatMakesNoSenseIsRefused() {
        var finance = town.finance();
        var wish = leaving(SLEMAN, Notice.NONE, 0);
        assertThat(changes.record(finance, wish, "k1"))
                .isEqualTo(changes.record(finance, wish, "k1"));
        refused(
                "entry-exit.not-member",
                () -> changes.record(finance, leaving(PROVINCE, Notice.NONE, 0), "2"));
        refused(
                "entry-exit.no-party",
                () -> changes.record(finance, leaving("99.99", Notice.NONE, 0), "3"));
        refused(
                "contributions.unknown-article",
                () ->
                        changes.record(
                                finance,
                                new NewMembershipChange(
                                        Kind.LEAVE,
                                        BANTUL,
                                        NOTICE,
                                        Notice.NONE,
                                        0,
                                        Way.KEPT,
                                        new LegalBasis("PKS-1", "Pasal 99"),
                                        "1",
                                        "Alasan"),
                                "4"));
        refused(
                "entry-exit.not-said",
                () ->
                        new NewMembershipChange(
                                Kind.LEAVE,
                                BANTUL,
                                NOTICE,
                                Notice.NONE,
                                0,
                                Way.KEPT,
                                GROUND,
                                " ",
                                "Alasan"));
        assertThat(changes.all(finance)).hasSize(1);
        assertThat(membersOn(LocalDate.of(2006, 12, 31))).contains(BANTUL);
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> changes.record(town.treasurerOf(SLEMAN), wish, "5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void thePageRecordsAndLists(String language) throws Exception {
        var form =
                Map.of(
                        "kind", "leave",
                        "party", SLEMAN,
                        "day", "10-3-2006",
                        "months", "6",
                        "yearEnd", "yes",
                        "liableYears", "2",
                        "way", "kept",
                        "document", "12/2006",
                        "reason", "Keputusan DPRD",
                        "ground", "PKS-1/Pasal 6");
        assertThat(post(finance, form)).hasStatus3xxRedirection();
        assertThat(text(get(auditor, "/bodies/%s/entry-exit/changes?lang=" + language)))
                .contains("12/2006")
                .contains(language.equals("id") ? "Anggota keluar" : "A member leaves")
                .doesNotContain("??");
        assertThat(text(get(finance, "/api/v1/bodies/%s/entry-exit/changes")))
                .contains("\"paysUntil\":\"2008-12-31\"");
        var one = "/bodies/%s/entry-exit/changes/1";
        assertThat(text(get(auditor, one + "?lang=" + language)))
                .contains("PKS-1, Pasal 6")
                .doesNotContain("/withdrawal")
                .doesNotContain("??");
        assertThat(text(get(finance, one))).contains("/withdrawal");
        assertThat(post(finance, "/1/withdrawal", Map.of())).hasStatus(422);
        assertThat(post(auditor, "/1/withdrawal", Map.of("reason", "Keliru"))).hasStatus(403);
        assertThat(post(finance, "/1/withdrawal", Map.of("reason", "Surat keliru")))
                .hasStatus3xxRedirection();
        assertThat(text(get(auditor, one + "?lang=" + language))).contains("Surat keliru");
        assertThat(get(finance, "/bodies/%s/entry-exit/changes/2")).hasStatus(404);
    }

    /** What was wrong is taken back as if it had never been, and stays on record. */
    @Test
    void aWrongRecordIsWithdrawnTheNewestFirst() {
        var finance = town.finance();
        var joined = changes.record(finance, joining(LocalDate.of(2006, 7, 1)), "1");
        var left = changes.record(finance, leaving(SLEMAN, new Notice(6, false), 1), "2");
        assertThat(left.effective()).isEqualTo(LocalDate.of(2006, 9, 10));
        assertThat(membersOn(LocalDate.of(2006, 12, 31))).containsExactly(PROVINCE, BANTUL, YOGYA);

        refused("entry-exit.not-said", () -> changes.withdraw(finance, 2, " ", "3"));
        var gone = changes.withdraw(finance, left.number(), "Surat palsu", "4");
        assertThat(gone).isEqualTo(changes.withdraw(finance, left.number(), "Surat palsu", "4"));
        assertThat(gone.stands()).isFalse();
        assertThat(membersOn(LocalDate.of(2009, 12, 31))).contains(SLEMAN);
        assertThat(dues(2008).shares()).hasSize(4);
        refused("entry-exit.withdrawn", () -> changes.withdraw(finance, 2, "Lagi", "5"));

        changes.withdraw(finance, joined.number(), "Belum diputuskan", "6");
        assertThat(membersOn(LocalDate.of(2006, 7, 1))).doesNotContain(PROVINCE);
        // The same day again: the membership without a day begins again
        changes.record(finance, joining(LocalDate.of(2006, 7, 1)), "7");
        assertThat(membersOn(LocalDate.of(2006, 7, 1))).contains(PROVINCE);
        assertThat(changes.all(finance)).hasSize(3);
    }

    @Test
    void whatSomethingStandsOnIsNotWithdrawn() {
        var finance = town.finance();
        changes.record(finance, joining(LocalDate.of(2006, 1, 1)), "1");
        changes.record(finance, leaving(PROVINCE, Notice.NONE, 0), "2");
        refused("entry-exit.newer-first", () -> changes.withdraw(finance, 1, "Keliru", "3"));
        members.change(
                finance,
                new NewMember(
                        PROVINCE,
                        new Period(LocalDate.of(2006, 1, 1), LocalDate.of(2007, 1, 1)),
                        null,
                        true,
                        null));
        refused("entry-exit.changed-since", () -> changes.withdraw(finance, 2, "Keliru", "4"));
        refused("entry-exit.no-such-change", () -> changes.withdraw(finance, 9, "Keliru", "5"));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> changes.withdraw(town.treasurerOf(SLEMAN), 2, "Keliru", "6"));
    }

    /** After its liability nobody charges it, not even a rule that names it. */
    @Test
    void whoPaysNoMoreIsRefusedByName() {
        changes.record(town.finance(), leaving(SLEMAN, new Notice(6, true), 0), "k1");
        // Issued in the old year for the new one
        var ahead = issue(2007, LocalDate.of(2006, 12, 15), Kartamantul.EQUAL);
        assertThat(ahead.shares()).extracting(Assessment.Share::party).doesNotContain(SLEMAN);
        refused(
                "contributions.pays-no-more",
                () -> issue(2007, LocalDate.of(2006, 12, 15), Kartamantul.WASTE));
        refused(
                "contributions.pays-no-more",
                () -> issue(2007, LocalDate.of(2007, 1, 15), Kartamantul.WASTE));
    }

    @Test
    void whatIsMissingIsNamedAndOthersMayNotRecord() throws Exception {
        var refused = post(finance, Map.of("kind", "leave", "party", SLEMAN, "day", "10-3-2006"));
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("document").contains("ground");
        for (var one : List.of(auditor, sleman)) {
            assertThat(post(one, Map.of())).hasStatus(403);
        }
        assertThat(get(sleman, "/bodies/%s/entry-exit/changes")).hasStatus(403);
        var sent =
                http.post()
                        .uri("/api/v1/bodies/" + town.code() + "/entry-exit/changes")
                        .with(user(finance))
                        .with(csrf())
                        .header("Idempotency-Key", "w1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"kind": "join", "party": "34", "day": "2006-07-01", "way": "kept",
                                 "agreement": "PKS-1", "article": "Pasal 6",
                                 "document": "7/2006", "reason": "Rapat"}\
                                """)
                        .exchange();
        assertThat(sent).hasStatusOk();
        assertThat(membersOn(LocalDate.of(2006, 7, 1))).contains(PROVINCE);
    }

    private MvcTestResult get(String handle, String path) {
        return http.get().uri(path.formatted(town.code())).with(user(handle)).exchange();
    }

    private MvcTestResult post(String handle, Map<String, String> fields) {
        return post(handle, "", fields);
    }

    private MvcTestResult post(String handle, String more, Map<String, String> fields) {
        var request =
                http.post()
                        .uri("/bodies/" + town.code() + "/entry-exit/changes" + more)
                        .with(user(handle))
                        .with(csrf())
                        .param("key", more + fields.hashCode());
        fields.forEach(request::param);
        return request.exchange();
    }

    private static String text(MvcTestResult result) throws UnsupportedEncodingException {
        return result.getResponse().getContentAsString();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(call)
                .extracting(DomainException::code)
                .isEqualTo(code);
    }
}
