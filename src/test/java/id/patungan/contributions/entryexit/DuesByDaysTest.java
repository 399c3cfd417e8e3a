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
import id.patungan.basics.FundCode;
import id.patungan.basics.Money;
import id.patungan.contributions.Assessment;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.ClaimWishes;
import id.patungan.contributions.Claims;
import id.patungan.contributions.Contributions;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.LegalBasis;
import id.patungan.contributions.NewAssessment;
import id.patungan.contributions.OpenCharge;
import id.patungan.contributions.Receipts;
import id.patungan.contributions.entryexit.NewSimulation.Kind;
import id.patungan.contributions.entryexit.NewSimulation.Notice;
import id.patungan.contributions.entryexit.Simulation.Way;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.ledger.CheckResult;
import id.patungan.ledger.Checks;
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
import org.junit.jupiter.api.AfterEach;
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
import java.util.TreeMap;

/** Dues of a year in which somebody joins or leaves, by days and to the rupiah; and buying in. */
@DatabaseTest
class DuesByDaysTest {

    private static final Viewer ADMINISTRATOR =
            new Viewer(
                    "admin",
                    "Administrator",
                    List.of(new Permission(Role.ADMINISTRATOR, null, new Scope.All())));
    private static final LegalBasis GROUND = new LegalBasis("PKS-1", "Pasal 6");
    private static final LocalDate DAY = LocalDate.of(2006, 10, 2);

    private final MembershipChanges changes;
    private final DuesByDays dues;
    private final DaySettlement settlement;
    private final BuyIns buyIns;
    private final Assessments assessments;
    private final Claims claims;
    private final ClaimWishes wishes;
    private final Receipts receipts;
    private final Contributions contributions;
    private final Rules rules;
    private final Books books;
    private final Checks checks;
    private final MockMvcTester http;
    private final People people;
    private final Clock clock;
    private final Town town;
    private final Access finance;
    private int keys;

    @Autowired
    DuesByDaysTest(
            MembershipChanges changes,
            DuesByDays dues,
            DaySettlement settlement,
            BuyIns buyIns,
            Assessments assessments,
            Claims claims,
            ClaimWishes wishes,
            Receipts receipts,
            Contributions contributions,
            Rules rules,
            Checks checks,
            WebApplicationContext context,
            People people,
            Clock clock,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.changes = changes;
        this.dues = dues;
        this.settlement = settlement;
        this.buyIns = buyIns;
        this.assessments = assessments;
        this.claims = claims;
        this.wishes = wishes;
        this.receipts = receipts;
        this.contributions = contributions;
        this.rules = rules;
        this.books = books;
        this.checks = checks;
        this.http = MockMvcTester.from(context, with -> with.apply(springSecurity()).build());
        this.people = people;
        this.clock = clock;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
        this.finance = town.finance();
    }

    @AfterEach
    void theBookIsInOrder() {
        assertThat(checks.run(finance))
                // The people of these books are made up
                .filteredOn(one -> !one.check().equals("known-actors"))
                .allMatch(CheckResult::passed);
    }

    private String key() {
        return "k" + ++keys;
    }

    private int leaves(String party, LocalDate lastDay, Way way) {
        return change(Kind.LEAVE, party, lastDay, way);
    }

    private int joins(LocalDate firstDay, Way way) {
        return change(Kind.JOIN, PROVINCE, firstDay, way);
    }

    private int change(Kind kind, String party, LocalDate day, Way way) {
        return changes.record(
                        finance,
                        new NewMembershipChange(
                                kind, party, day, Notice.NONE, 0, way, GROUND, "12/2006", "DPRD"),
                        key())
                .number();
    }

    private Map<String, Money> differences(int change, String assessment) {
        var differences = new TreeMap<String, Money>();
        dues.of(finance, change, assessment, null)
                .lines()
                .forEach(line -> differences.put(line.party(), line.left()));
        return differences;
    }

    private DayDues settle(int change, String assessment) {
        return settlement.settle(finance, wish(change, assessment), key());
    }

    private static NewDayDues wish(int change, String assessment) {
        return new NewDayDues(
                change, assessment, null, DAY, DAY.plusMonths(1), "Iuran menurut hari");
    }

    private Assessment charged() {
        return assessments.issue(finance, town.dues(), key());
    }

    /** 110 million each; 181 of 365 days, and 165 million each without it. */
    @Test
    void aLeaverIsCreditedAndTheOthersTakeItsDaysOver() {
        var code = charged().code();
        receipts.record(finance, town.receipt(SLEMAN, "110000000"), key());
        var left = leaves(SLEMAN, LocalDate.of(2006, 6, 30), Way.KEPT);

        assertThat(differences(left, code))
                .containsExactly(
                        Map.entry(BANTUL, rupiah("27726028")),
                        Map.entry(SLEMAN, rupiah("-55452055")),
                        Map.entry(YOGYA, rupiah("27726027")));
        var settled = settle(left, code);
        assertThat(settled.days()).isEqualTo(181);
        assertThat(settled.isSettled()).isTrue();
        var parts = settlement.parts(finance, left);
        assertThat(parts).hasSize(3).allMatch(SettledPart::stands);
        var levy = assessments.get(finance, "AS-2006-0002");
        assertThat(levy.kind()).isEqualTo(NewAssessment.Kind.LEVY);
        assertThat(levy.shares())
                .extracting(Assessment.Share::share)
                .containsExactly(rupiah("27726028"), rupiah("27726027"));
        assertThat(charge(SLEMAN, code).credited()).isEqualTo(rupiah("55452055"));
        // It had paid the whole year
        assertThat(contributions.prepaid(finance, SLEMAN, DAY, id.patungan.ledger.Journal.HEAD))
                .isEqualTo(rupiah("55452055"));
        refused("entry-exit.nothing-left", () -> settle(left, code));
        refused("entry-exit.settled", () -> changes.withdraw(finance, left, "Keliru", key()));

        // What is cancelled is left again, and nothing else
        claims.reverse(finance, "CN-2006-0001", DAY, "Keliru", key());
        assertThat(differences(left, code))
                .containsEntry(SLEMAN, rupiah("-55452055"))
                .containsEntry(YOGYA, rupiah("0"));
        settle(left, code);
        assertThat(settlement.parts(finance, left)).hasSize(4);
    }

    @Test
    void whereTheOthersStayTheBudgetIsCut() {
        var code = charged().code();
        var left = leaves(SLEMAN, LocalDate.of(2006, 6, 30), Way.APART);
        assertThat(differences(left, code))
                .containsEntry(SLEMAN, rupiah("-55452055"))
                .containsEntry(BANTUL, rupiah("0"));
        settle(left, code);
        assertThat(settlement.parts(finance, left)).hasSize(1);
        assertThat(charge(SLEMAN, code).open()).isEqualTo(rupiah("54547945"));
    }

    /** 82.5 million each with it; 184 of 365 days. */
    @Test
    void aJoinerPaysItsDaysAndTheOthersAreCredited() {
        var code = charged().code();
        var joined = joins(LocalDate.of(2006, 7, 1), Way.KEPT);
        assertThat(differences(joined, code))
                .containsExactly(
                        Map.entry(PROVINCE, rupiah("41589041")),
                        Map.entry(BANTUL, rupiah("-13863013")),
                        Map.entry(SLEMAN, rupiah("-13863014")),
                        Map.entry(YOGYA, rupiah("-13863014")));
        settle(joined, code);
        assertThat(contributions.openCharges(finance, PROVINCE))
                .extracting(OpenCharge::open)
                .containsExactly(rupiah("41589041"));

        // Issued when it is a member, the same year charges it wholly: it has 181 days too many
        var later = assessments.issue(finance, dated(LocalDate.of(2006, 9, 1)), key()).code();
        assertThat(differences(joined, later))
                .containsEntry(PROVINCE, rupiah("-40910959"))
                .containsEntry(YOGYA, rupiah("13636986"));
    }

    @Test
    void aJoinerBesideTheOthersOnlyPaysItsOwnPart() {
        var code = charged().code();
        var joined = joins(LocalDate.of(2006, 7, 1), Way.APART);
        assertThat(differences(joined, code))
                .containsEntry(PROVINCE, rupiah("41589041"))
                .containsEntry(YOGYA, rupiah("0"));
        assertThat(changes.withdraw(finance, joined, "Keliru", key()).stands()).isFalse();
        assertThat(dues.of(finance, joined, (String) null)).isEmpty();
        refused("entry-exit.untouched", () -> dues.of(finance, joined, code, null));
    }

    /** The second leaves when the first is gone: 165 million each, 92 of 365 days. */
    @Test
    void twoChangesOfAYearFollowEachOther() {
        var code = charged().code();
        var first = leaves(SLEMAN, LocalDate.of(2006, 6, 30), Way.KEPT);
        var second = leaves(BANTUL, LocalDate.of(2006, 9, 30), Way.KEPT);
        assertThat(differences(first, code)).containsEntry(YOGYA, rupiah("27726027"));
        assertThat(differences(second, code))
                .containsEntry(BANTUL, rupiah("-41589041"))
                .containsEntry(YOGYA, rupiah("41589041"))
                .doesNotContainEntry(SLEMAN, rupiah("-55452055"));
        leaves(YOGYA, LocalDate.of(2006, 11, 30), Way.APART);
        assertThat(dues.of(finance, second, code, null).refusal())
                .extracting(DomainException::code)
                .isEqualTo("entry-exit.mixed-ways");
    }

    /** It joins on 1 July and leaves on 30 September: two changes, 92 days in between. */
    @Test
    void whoJoinsAndLeavesWithinAYearPaysTheDaysInBetween() {
        var code = charged().code();
        var joined = joins(LocalDate.of(2006, 7, 1), Way.KEPT);
        var left = leaves(PROVINCE, LocalDate.of(2006, 9, 30), Way.KEPT);
        assertThat(differences(joined, code)).containsEntry(PROVINCE, rupiah("41589041"));
        assertThat(differences(left, code))
                .containsEntry(PROVINCE, rupiah("-20794521"))
                .containsEntry(YOGYA, rupiah("6931507"));
        joins(LocalDate.of(2006, 12, 1), Way.KEPT);
        assertThat(dues.of(finance, left, code, null).refusal())
                .extracting(DomainException::code)
                .isEqualTo("entry-exit.back-again");
    }

    /** Percentages name the parties, so another rule must say who pays without one of them. */
    @Test
    void aRuleThatNamesThePartiesNeedsAnotherBesideIt() {
        var code = assessments.issue(finance, town.dues(Kartamantul.WASTE, GROUND), key()).code();
        var left = leaves(SLEMAN, LocalDate.of(2006, 6, 30), Way.KEPT);
        assertThat(dues.of(finance, left, code, null).refusal()).isNotNull();
        rules.draft(
                finance,
                new NewRuleVersion(
                        "DUA",
                        "rule: {kind: percent, shares: {\"34.71\": 80, \"34.02\": 20}}",
                        LocalDate.of(2006, 1, 1),
                        "PKS-1",
                        "Pasal 6"),
                key());
        // Sleman 15 %: 49,500,000 × 184/365
        assertThat(dues.of(finance, left, code, "DUA").line(SLEMAN).left())
                .isEqualTo(rupiah("-24953425"));
        settlement.settle(
                finance, new NewDayDues(left, code, "DUA", DAY, DAY, "Iuran menurut hari"), key());
        // The rule that settled it is remembered
        assertThat(dues.of(finance, left, code, null).isSettled()).isTrue();
    }

    /** Dues of a year ahead, charged before the notice, are taken back altogether. */
    @Test
    void aYearAfterTheLeaversLiabilityIsCreditedWholly() {
        var ahead = town.dues();
        var code =
                assessments
                        .issue(
                                finance,
                                new NewAssessment(
                                        ahead.kind(),
                                        2007,
                                        ahead.fund(),
                                        null,
                                        ahead.total(),
                                        ahead.rule(),
                                        null,
                                        null,
                                        GROUND,
                                        LocalDate.of(2006, 9, 1),
                                        LocalDate.of(2007, 3, 31),
                                        "Iuran 2007",
                                        null,
                                        Map.of(),
                                        Map.of()),
                                key())
                        .code();
        var left = leaves(SLEMAN, LocalDate.of(2006, 12, 31), Way.KEPT);
        assertThat(differences(left, code))
                .containsEntry(SLEMAN, rupiah("-110000000"))
                .containsEntry(YOGYA, rupiah("55000000"));
        settle(left, code);
        assertThat(charge(SLEMAN, code).open().isZero()).isTrue();
    }

    /** A credit note cannot take what another has taken; nothing is stored then. */
    @Test
    void whatCannotBeCreditedStoresNothing() {
        var code = charged().code();
        var left = leaves(SLEMAN, LocalDate.of(2006, 6, 30), Way.KEPT);
        claims.take(
                finance,
                new id.patungan.contributions.NewClaim(
                        id.patungan.contributions.NewClaim.Kind.CREDIT,
                        code + "/" + SLEMAN,
                        DAY,
                        rupiah("60000000"),
                        false,
                        "SK 1",
                        "Keringanan"),
                key());
        refused("contributions.credit-too-much", () -> settle(left, code));
        assertThat(settlement.parts(finance, left)).isEmpty();
        assertThat(assessments.list(finance, 2006)).hasSize(1);
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(
                        () -> settlement.settle(town.treasurerOf(SLEMAN), wish(left, code), key()));
    }

    /** Where two people are asked for: another than who recorded it, and credits wait. */
    @Test
    void twoPeopleSettleWhereTheBodyAsksForTwo() {
        var code = charged().code();
        var left = leaves(SLEMAN, LocalDate.of(2006, 6, 30), Way.KEPT);
        var approver = town.as(Role.APPROVER, new Scope.All());
        books.requireApproval(approver, true);
        refused("entry-exit.own-record", () -> settle(left, code));
        var second =
                new Access(
                        new Viewer(
                                "second",
                                "Second",
                                List.of(
                                        new Permission(
                                                Role.FINANCE, town.body(), new Scope.All()))),
                        town.body());
        assertThat(settlement.settle(second, wish(left, code), key()).isSettled()).isTrue();
        var waiting =
                settlement.parts(finance, left).stream()
                        .filter(part -> !part.levy())
                        .findFirst()
                        .orElseThrow();
        assertThat(waiting.paper()).isNull();
        wishes.decide(approver, 1, false, "Tidak", key());
        assertThat(differences(left, code)).containsEntry(SLEMAN, rupiah("-55452055"));
        books.requireApproval(approver, false);
    }

    /** 330 million of dues are the net assets; a fourth equal part of them. */
    @Test
    void aJoinerBuysInOnce() {
        charged();
        var joined = joins(LocalDate.of(2006, 7, 1), Way.APART);
        rules.draft(
                finance,
                new NewRuleVersion(
                        "RATA", Kartamantul.EQUAL, LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6"),
                key());
        var worth = buyIns.worth(finance, joined, "RATA", 2006);
        assertThat(worth.all()).isEqualTo(rupiah("330000000"));
        assertThat(worth.part()).isEqualTo(rupiah("82500000"));
        var levy = buyIns.issue(finance, buying(joined), key());
        assertThat(assessments.get(finance, levy).shares())
                .extracting(Assessment.Share::party, Assessment.Share::share)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(PROVINCE, rupiah("82500000")));
        refused("entry-exit.bought-in", () -> buyIns.issue(finance, buying(joined), key()));
        assessments.cancel(finance, levy, DAY, "Keliru", key());
        buyIns.issue(finance, buying(joined), key());
        var left = leaves(SLEMAN, LocalDate.of(2006, 8, 31), Way.APART);
        refused("entry-exit.not-joining", () -> buyIns.issue(finance, buying(left), key()));
    }

    @Test
    void thereMustBeSomethingToBuyInto() {
        var joined = joins(LocalDate.of(2006, 7, 1), Way.APART);
        rules.draft(
                finance,
                new NewRuleVersion(
                        "RATA", Kartamantul.EQUAL, LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6"),
                key());
        refused("entry-exit.nothing-to-buy", () -> buyIns.issue(finance, buying(joined), key()));
        changes.withdraw(finance, joined, "Keliru", key());
        refused("entry-exit.withdrawn", () -> buyIns.issue(finance, buying(joined), key()));
    }

    private static NewBuyIn buying(int change) {
        return new NewBuyIn(
                change, "RATA", 2006, new FundCode("UMUM"), DAY, DAY.plusMonths(1), "Uang masuk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void thePagesShowAndSettle(String language) throws Exception {
        var code = charged().code();
        var joined = joins(LocalDate.of(2006, 7, 1), Way.KEPT);
        rules.draft(
                finance,
                new NewRuleVersion(
                        "RATA", Kartamantul.EQUAL, LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6"),
                key());
        var treasurer = person("f", Role.FINANCE);
        var auditor = person("a", Role.AUDITOR);
        var record = "/bodies/" + town.code() + "/entry-exit/changes/" + joined;
        var days = record + "/assessments/" + code;
        var buyIn = record + "/buy-in";
        var lang = "?lang=" + language;
        assertThat(text(get(auditor, record + lang))).contains(code).doesNotContain("??");
        assertThat(text(get(auditor, days + lang)))
                .contains(language.equals("id") ? "41.589.041,00" : "41,589,041.00")
                .doesNotContain("name=\"date\"")
                .doesNotContain("??");
        assertThat(text(get(auditor, buyIn + lang + "&rule=RATA")))
                .contains(language.equals("id") ? "82.500.000,00" : "82,500,000.00")
                .doesNotContain("??");
        assertThat(get(auditor, buyIn + "?rule=NONE")).hasStatus(422);
        assertThat(get(auditor, days + "?rule=NONE")).hasStatusOk();
        assertThat(post(treasurer, days, Map.of("rule", "NONE"))).hasStatus(422);
        for (var path : List.of(days, buyIn)) {
            assertThat(post(auditor, path, Map.of())).hasStatus(403);
            assertThat(post(treasurer, path, Map.of())).hasStatus(422);
        }
        var form =
                Map.of(
                        "date", "2-10-2006",
                        "due", "2-11-2006",
                        "description", "Uraian",
                        "rule", "");
        assertThat(post(treasurer, days, form)).hasStatus3xxRedirection();
        assertThat(post(treasurer, days, Map.of())).hasStatus(422);
        var buying = new java.util.HashMap<>(form);
        buying.putAll(Map.of("rule", "RATA", "year", "2006", "fund", "UMUM"));
        assertThat(post(treasurer, buyIn, buying)).hasStatus3xxRedirection();
        assertThat(text(get(auditor, record + lang)))
                .contains("AS-2006-0002")
                .contains("AS-2006-0003")
                .contains("CN-2006-0001")
                .doesNotContain("??");
        var api = "/api/v1" + record;
        assertThat(text(get(auditor, api + "/assessments")))
                .contains("\"settled\":true")
                .contains("\"left\":\"0.00\"");
        assertThat(text(get(auditor, api + "/buy-in?rule=RATA"))).contains("\"part\":");
        assertThat(get(auditor, api + "/buy-in")).hasStatus(422);
        var again =
                http.post()
                        .uri(api + "/assessments/" + code)
                        .with(user(treasurer))
                        .with(csrf())
                        .header("Idempotency-Key", "w1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(
                                """
                                {"date": "2006-10-02", "due": "2006-11-02", "description": "U"}\
                                """)
                        .exchange();
        assertThat(again).hasStatus(422);
        assertThat(text(again)).contains("entry-exit.nothing-left");
    }

    private NewAssessment dated(LocalDate date) {
        var wish = town.dues();
        return new NewAssessment(
                wish.kind(),
                wish.year(),
                wish.fund(),
                null,
                wish.total(),
                wish.rule(),
                null,
                null,
                GROUND,
                date,
                date.plusMonths(1),
                "Iuran lagi",
                null,
                Map.of(),
                Map.of());
    }

    private OpenCharge charge(String party, String assessment) {
        return contributions.openCharges(finance, party).stream()
                .filter(one -> one.assessment().equals(assessment))
                .findFirst()
                .orElseThrow();
    }

    private String person(String name, Role role) {
        var handle = name + "-" + town.code();
        people.create(ADMINISTRATOR, handle, handle, "a long password 1");
        people.grant(
                ADMINISTRATOR,
                handle,
                new Permission(role, town.body(), new Scope.All()),
                LocalDate.now(clock).minusDays(1),
                null);
        return handle;
    }

    private MvcTestResult get(String handle, String path) {
        return http.get().uri(path).with(user(handle)).exchange();
    }

    private MvcTestResult post(String handle, String path, Map<String, String> fields) {
        var request = http.post().uri(path).with(user(handle)).with(csrf()).param("key", key());
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
