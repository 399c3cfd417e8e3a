package id.patungan.contributions.entryexit;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.PROVINCE;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import id.patungan.basics.DomainException;
import id.patungan.basics.Money;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.NewSimulation.Notice;
import id.patungan.contributions.entryexit.Simulation.Line;
import id.patungan.contributions.entryexit.Simulation.Variant;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Members;
import id.patungan.parties.Parties;
import id.patungan.platform.AccessException;
import id.patungan.platform.People;
import id.patungan.platform.Permission;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.platform.Viewer;
import id.patungan.testing.DatabaseTest;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

import java.io.UnsupportedEncodingException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Joining and leaving before the vote: who pays what, in both ways, to the rupiah. */
@DatabaseTest
class EntryExitTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
    private static final String ASK =
            "?kind=leave&party=34.04&day=2006-06-30&months=0&liableYears=0&rule=RATA"
                    + "&total=330000000";

    private final EntryExit entryExit;
    private final Assessments assessments;
    private final Receipts receipts;
    private final MockMvcTester http;
    private final Town town;
    private final String finance;
    private final String sleman;

    @Autowired
    EntryExitTest(
            EntryExit entryExit,
            Assessments assessments,
            Receipts receipts,
            Rules rules,
            WebApplicationContext context,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.entryExit = entryExit;
        this.assessments = assessments;
        this.receipts = receipts;
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        rule(rules, "RATA", Kartamantul.EQUAL);
        rule(rules, "PERSEN", Kartamantul.WASTE);
        this.finance = person(people, clock, "f", Role.FINANCE, new Scope.All());
        var id = town.ids().get(SLEMAN);
        if (id == null) throw new IllegalStateException();
        this.sleman = person(people, clock, "s", Role.TREASURER, new Scope.OneParty(id));
    }

    private void rule(Rules rules, String code, String text) {
        rules.draft(
                town.finance(),
                new NewRuleVersion(code, text, LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6"),
                "draft-" + code);
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

    private static NewSimulation wish(
            Kind kind, String party, LocalDate day, Notice notice, int liable) {
        return new NewSimulation(
                kind, party, day, notice, liable, "RATA", null, 2006, rupiah("330000000"), true);
    }

    private static Line line(Variant way, String party) {
        return way.lines().stream()
                .filter(one -> one.party().equals(party))
                .findFirst()
                .orElseThrow();
    }

    private static Money money(String amount) {
        return rupiah(amount);
    }

    @Test
    void aFourthThatJoinsInJulyLowersTheOthersOrPaysBesideThem() {
        var simulation =
                entryExit.simulate(
                        town.finance(),
                        wish(Kind.JOIN, PROVINCE, LocalDate.of(2006, 7, 1), Notice.NONE, 0));

        var first = simulation.years().getFirst();
        assertThat(first.days()).isEqualTo(184);
        assertThat(first.of()).isEqualTo(365);
        var kept = first.ways().getFirst();
        assertThat(kept.then()).isEqualTo(money("330000000"));
        assertThat(line(kept, PROVINCE).then()).isEqualTo(money("41589041"));
        assertThat(line(kept, YOGYA).difference().isNegative()).isTrue();
        var apart = first.ways().getLast();
        assertThat(line(apart, PROVINCE).then()).isEqualTo(money("41589041"));
        assertThat(line(apart, YOGYA).then()).isEqualTo(money("110000000"));
        assertThat(apart.difference()).isEqualTo(money("41589041"));
        var next = simulation.years().getLast();
        assertThat(next.year()).isEqualTo(2007);
        assertThat(line(next.ways().getFirst(), PROVINCE).then()).isEqualTo(money("82500000"));
        assertThat(simulation.settlement()).isNull();
    }

    @Test
    void aMemberThatLeavesIsReplacedByTheOthersOrCutFromTheBudget() {
        var simulation =
                entryExit.simulate(
                        town.finance(),
                        wish(Kind.LEAVE, SLEMAN, LocalDate.of(2006, 12, 31), Notice.NONE, 0));

        var first = simulation.years().getFirst();
        assertThat(first.ways()).allMatch(way -> way.difference().isZero());
        assertThat(line(first.ways().getFirst(), SLEMAN).then()).isEqualTo(money("110000000"));
        var next = simulation.years().getLast();
        assertThat(next.days()).isZero();
        assertThat(line(next.ways().getFirst(), SLEMAN).then()).isEqualTo(money("0"));
        assertThat(line(next.ways().getFirst(), BANTUL).then()).isEqualTo(money("165000000"));
        assertThat(line(next.ways().getFirst(), BANTUL).percent()).isEqualByComparingTo("50.00");
        assertThat(line(next.ways().getLast(), BANTUL).then()).isEqualTo(money("110000000"));
        assertThat(next.ways().getLast().then()).isEqualTo(money("220000000"));
    }

    /** The Centennial agreement: who withdraws keeps paying for two years. */
    @Test
    void whoStaysLiableForTwoYearsPaysThemInFull() {
        var wish = wish(Kind.LEAVE, SLEMAN, LocalDate.of(2006, 3, 10), new Notice(6, true), 2);

        assertThat(wish.effective()).isEqualTo(LocalDate.of(2006, 12, 31));
        assertThat(wish.paysUntil()).isEqualTo(LocalDate.of(2008, 12, 31));
        var simulation = entryExit.simulate(town.finance(), wish);
        assertThat(simulation.years())
                .extracting(Simulation.Year::days)
                .containsExactly(365, 365, 366, 0);
        assertThat(line(simulation.years().get(2).ways().getFirst(), SLEMAN).then())
                .isEqualTo(money("110000000"));
    }

    @ParameterizedTest
    @CsvSource({
        "2006-03-31, 0, false, 2006-03-31",
        "2006-03-31, 6, false, 2006-09-30",
        "2006-08-31, 6, false, 2007-02-28",
        "2006-03-31, 6, true, 2006-12-31",
        "2006-08-31, 6, true, 2007-12-31",
        "2006-03-31, 24, false, 2008-03-31"
    })
    void aNoticeRunsInMonthsAndToTheEndOfTheYear(
            LocalDate given, int months, boolean yearEnd, LocalDate last) {
        assertThat(new Notice(months, yearEnd).lastDay(given)).isEqualTo(last);
    }

    @Test
    void theSettlementIsWhatIsOpenLessWhatIsPrepaidAndThePartOfTheNetAssets() {
        assessments.issue(town.finance(), town.dues(), "dues");
        receipts.record(town.finance(), town.receipt(SLEMAN, "30000000"), "r1");

        var simulation =
                entryExit.simulate(
                        town.finance(),
                        wish(Kind.LEAVE, SLEMAN, LocalDate.of(2006, 6, 30), Notice.NONE, 0));

        var settlement = Objects.requireNonNull(simulation.settlement());
        // What was charged is income: 330 million of net assets, a third of it the leaver's
        assertThat(simulation.worth().all()).isEqualTo(money("330000000"));
        assertThat(settlement.owed()).isEqualTo(money("80000000"));
        assertThat(settlement.prepaid().isZero()).isTrue();
        assertThat(settlement.equity()).isEqualTo(money("110000000"));
        assertThat(settlement.balance()).isEqualTo(money("-30000000"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var day = LocalDate.of(2006, 6, 30);
        refused(
                "entry-exit.is-member",
                () ->
                        entryExit.simulate(
                                town.finance(), wish(Kind.JOIN, SLEMAN, day, Notice.NONE, 0)));
        refused(
                "entry-exit.not-member",
                () ->
                        entryExit.simulate(
                                town.finance(), wish(Kind.LEAVE, PROVINCE, day, Notice.NONE, 0)));
        refused(
                "entry-exit.no-party",
                () ->
                        entryExit.simulate(
                                town.finance(), wish(Kind.JOIN, "99.99", day, Notice.NONE, 0)));
        refused(
                "entry-exit.rule-names",
                () -> entryExit.simulate(town.finance(), by("PERSEN", null, SLEMAN)));
        refused("entry-exit.months", () -> new Notice(121, false));
        refused("entry-exit.years", () -> wish(Kind.LEAVE, SLEMAN, day, Notice.NONE, 11));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() ->
                        entryExit.simulate(
                                town.treasurerOf(SLEMAN),
                                wish(Kind.LEAVE, SLEMAN, day, Notice.NONE, 0)));
    }

    private static NewSimulation by(String rule, @Nullable String without, String party) {
        return new NewSimulation(
                Kind.LEAVE,
                party,
                LocalDate.of(2006, 12, 31),
                Notice.NONE,
                0,
                rule,
                without,
                2006,
                rupiah("1900000000"),
                false);
    }

    /** Percentages name the leaver, so another rule says who pays what without it. */
    @Test
    void aRuleThatNamesTheLeaverNeedsAnotherForTheRest() {
        var next =
                entryExit.simulate(town.finance(), by("PERSEN", "RATA", SLEMAN)).years().getLast();

        assertThat(line(next.ways().getFirst(), YOGYA).now()).isEqualTo(money("1425000000"));
        assertThat(line(next.ways().getFirst(), YOGYA).then()).isEqualTo(money("950000000"));
        assertThat(next.ways().getLast().then()).isEqualTo(money("1615000000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void thePageShowsBothWaysSideBySide(String language) throws Exception {
        var empty = text(get(finance, "/bodies/%s/entry-exit?lang=" + language));
        assertThat(empty).doesNotContain("??");
        var shown = get(finance, "/bodies/%s/entry-exit" + ASK + "&lang=" + language);
        assertThat(shown).hasStatusOk();
        assertThat(text(shown))
                .contains(language.equals("id") ? "165.000.000,00" : "165,000,000.00")
                .contains(language.equals("id") ? "Anggaran dipotong" : "Budget cut")
                .doesNotContain("??");
    }

    @Test
    void aWrongQuestionIsNamedAtItsField() throws Exception {
        var refused =
                get(
                        finance,
                        "/bodies/%s/entry-exit?kind=leave&party=34.04&day=31-2-2006&months=x"
                                + "&rule=RATA&total=1.000");
        assertThat(refused).hasStatus(422);
        assertThat(text(refused)).contains("31-2-2006 bukan tanggal").contains("x bukan bilangan");
    }

    @Test
    void filesAndProgramsGetTheSameFigures() throws Exception {
        assertThat(text(get(finance, "/api/v1/bodies/%s/entry-exit" + ASK)))
                .contains("\"party\":\"34.04\"")
                .contains("\"then\":\"165000000.00\"");
        assertThat(text(get(finance, "/bodies/%s/entry-exit.csv" + ASK + "&lang=en")))
                .contains("2007,0,365,kept,34.02");
        assertThat(get(finance, "/api/v1/bodies/%s/entry-exit")).hasStatus(422);
        for (var path : List.of("/bodies/%s/entry-exit", "/api/v1/bodies/%s/entry-exit")) {
            assertThat(get(sleman, path + ASK)).hasStatus(403);
        }
        assertThat(get(sleman, "/bodies/%s/entry-exit.csv" + ASK)).hasStatus(403);
    }

    private MvcTestResult get(String handle, String path) {
        return http.get().uri(path.formatted(town.code())).with(user(handle)).exchange();
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
