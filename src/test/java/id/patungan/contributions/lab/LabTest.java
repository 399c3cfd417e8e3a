package id.patungan.contributions.lab;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.EQUAL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.DomainException;
import id.patungan.basics.Fraction;
import id.patungan.basics.FundCode;
import id.patungan.contributions.Assessments;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.lab.Comparison.Ruled;
import id.patungan.contributions.lab.Comparison.Share;
import id.patungan.contributions.lab.NewComparison.Candidate;
import id.patungan.contributions.lab.NewComparison.Change;
import id.patungan.contributions.lab.NewComparison.Ramp;
import id.patungan.contributions.rules.NewRuleVersion;
import id.patungan.contributions.rules.Rules;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Indicators;
import id.patungan.parties.Members;
import id.patungan.parties.NewIndicatorValue;
import id.patungan.parties.Parties;
import id.patungan.platform.Access;
import id.patungan.platform.AccessException;
import id.patungan.platform.Role;
import id.patungan.platform.Scope;
import id.patungan.testing.DatabaseTest;
import id.patungan.testing.SuperUser;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rules side by side on the figures of Kartamantul, and what is saved of it. */
@DatabaseTest
class LabTest {

    private static final String POPULATION = "rule: {kind: weights, indicator: population}";
    private static final String AREA =
            "name: Luas, 10 sampai 50 persen\n"
                    + "rule: {kind: bounded, floor: 10, cap: 50, rule: {kind: weights, indicator:"
                    + " area_km2}}";
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    private final Lab lab;
    private final LabPapers papers;
    private final Rules rules;
    private final Assessments assessments;
    private final Indicators indicators;
    private final SuperUser database;
    private final Town town;

    @Autowired
    LabTest(
            Lab lab,
            LabPapers papers,
            Rules rules,
            Assessments assessments,
            Indicators indicators,
            SuperUser database,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.lab = lab;
        this.papers = papers;
        this.rules = rules;
        this.assessments = assessments;
        this.indicators = indicators;
        this.database = database;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @BeforeEach
    void officialFigures() {
        indicators.adoptOfficial(town.finance(), List.of(YOGYA, SLEMAN, BANTUL));
    }

    @Test
    void equal_population_and_bounded_area_stand_side_by_side_on_the_same_total() {
        var found = lab.compare(finance(), wish(EQUAL, POPULATION, AREA));

        assertThat(shares(found.rules().get(0)))
                .containsOnly(
                        Map.entry(YOGYA, "110000000.00"),
                        Map.entry(SLEMAN, "110000000.00"),
                        Map.entry(BANTUL, "110000000.00"));
        assertThat(shares(found.rules().get(1)))
                .containsOnly(
                        Map.entry(YOGYA, "54393274.00"),
                        Map.entry(SLEMAN, "147311732.00"),
                        Map.entry(BANTUL, "128294994.00"));
        assertThat(shares(found.rules().get(2)))
                .containsOnly(
                        Map.entry(YOGYA, "33000000.00"),
                        Map.entry(SLEMAN, "157013933.00"),
                        Map.entry(BANTUL, "139986067.00"));
        assertThat(found.rules())
                .allSatisfy(rule -> assertThat(sum(rule)).isEqualTo("330000000.00"));
        assertThat(found.against().shares()).isEqualTo(shares(found.rules().getFirst()));
        assertThat(found.parties()).allSatisfy(party -> assertThat(party.population()).isNotNull());
    }

    @Test
    void a_rule_that_cannot_be_applied_says_why_beside_the_others() {
        var found =
                lab.compare(
                        finance(),
                        wish(
                                EQUAL,
                                "rule: {kind: percent, shares: {\"34.71\": 99.99}}",
                                "rule: {kind: weights, indicator: tonnage}",
                                "rule: {kind: nothing}"));

        assertThat(found.rules().get(0).applies()).isTrue();
        assertThat(found.rules().get(1).refusals().getFirst().id()).contains("99,99");
        assertThat(found.rules().get(1).refusals().getFirst().en()).contains("99.99");
        assertThat(found.rules().get(2).refusals()).hasSize(3);
        assertThat(found.rules().get(3).refusals().getFirst().en()).contains("nothing");
        assertThat(found.rules().get(3).shares()).isEmpty();
    }

    @Test
    void a_missing_population_is_missing_and_not_guessed() {
        var found =
                lab.compare(
                        finance(),
                        new NewComparison(
                                rupiah("330000000"),
                                2019,
                                DAY,
                                List.of(Candidate.of(EQUAL), of(AREA, 2024)),
                                null,
                                null,
                                null));

        assertThat(found.parties()).allSatisfy(party -> assertThat(party.population()).isNull());
    }

    @Test
    void one_changed_figure_is_carried_through_every_rule() {
        var change = new Change(SLEMAN, "population", "+10%");
        var found = lab.compare(finance(), with(change, null, EQUAL, POPULATION));
        var changed = java.util.Objects.requireNonNull(found.change());

        // 1,125,571 plus a tenth
        assertThat(changed.after()).isEqualTo("12381281/10");
        assertThat(changed.rules().get(0).named()).isFalse();
        assertThat(byParty(changed.rules().get(0).shares()))
                .isEqualTo(shares(found.rules().get(0)));
        assertThat(changed.rules().get(1).named()).isTrue();
        // 330,000,000 · 1,238,128.1 / 2,634,002.1
        assertThat(byParty(changed.rules().get(1).shares()).get(SLEMAN)).isEqualTo("155118431.00");
        var figure = new Change(SLEMAN, "population", "1.238.128,1");
        var again = lab.compare(finance(), with(figure, null, EQUAL, POPULATION));
        assertThat(again.change()).isEqualTo(changed);
    }

    @Test
    void changes_that_cannot_be_are_refused() {
        refused("lab.not-a-change", change(SLEMAN, "population", "banyak"));
        refused("lab.not-a-change", change(SLEMAN, "population", "-101%"));
        refused("lab.ambiguous", change(SLEMAN, "population", "450.000"));
        refused("lab.no-party", change("34.03", "population", "+1%"));
        refused("lab.no-figure", change(SLEMAN, "tonnage", "+1%"));
    }

    private ThrowingCallable change(String party, String indicator, String text) {
        return () ->
                lab.compare(
                        finance(),
                        with(new Change(party, indicator, text), null, EQUAL, POPULATION));
    }

    @Test
    void from_the_old_rule_to_the_new_one_in_equal_steps() {
        var found = lab.compare(finance(), with(null, new Ramp(1, 2, 4, null), EQUAL, POPULATION));
        var ramp = java.util.Objects.requireNonNull(found.ramp());

        assertThat(ramp.years())
                .extracting(Comparison.Year::shareNew)
                .containsExactly("0", "25", "50", "75", "100");
        assertThat(byParty(ramp.years().getFirst().shares()))
                .isEqualTo(shares(found.rules().get(0)));
        assertThat(byParty(ramp.years().getLast().shares()))
                .isEqualTo(shares(found.rules().get(1)));
        // halfway between 110,000,000 and 54,393,274.27…
        assertThat(byParty(ramp.years().get(2).shares()).get(YOGYA)).isEqualTo("82196637.00");
        assertThat(ramp.years())
                .allSatisfy(year -> assertThat(sum(year.shares())).isEqualTo("330000000.00"));
    }

    @Test
    void a_corridor_holds_everybody_near_the_old_rule() {
        var found =
                lab.compare(
                        finance(),
                        with(null, new Ramp(1, 2, 1, Fraction.of(10)), EQUAL, POPULATION));
        var last = java.util.Objects.requireNonNull(found.ramp()).years().getLast();

        assertThat(byParty(last.shares()))
                .containsEntry(YOGYA, "99000000.00")
                .containsEntry(SLEMAN, "121000000.00");
    }

    @Test
    void a_way_between_the_same_rule_or_of_no_years_is_refused() {
        for (var ramp :
                List.of(
                        new Ramp(1, 1, 4, null),
                        new Ramp(1, 3, 4, null),
                        new Ramp(0, 1, 4, null),
                        new Ramp(1, 2, 0, null),
                        new Ramp(1, 2, 11, null))) {
            refused("lab.ramp", () -> lab.compare(finance(), with(null, ramp, EQUAL, POPULATION)));
        }
        refused(
                "lab.corridor",
                () ->
                        lab.compare(
                                finance(),
                                with(null, new Ramp(1, 2, 3, Fraction.of(-1)), EQUAL, POPULATION)));
    }

    @Test
    void a_cost_game_reports_who_would_be_better_off_alone() {
        var game =
                """
                rule:
                  kind: stand-alone
                  costs: {"34.71": 200000000, "34.04": 200000000, "34.02": 200000000,
                    "34.71+34.04": 210000000, "34.71+34.02": 330000000, "34.04+34.02": 330000000,
                    "34.71+34.04+34.02": 330000000}
                """;
        var found = lab.compare(finance(), wish(EQUAL, game));
        var report = found.rules().get(1).report();

        assertThat(report).extracting(Comparison.Note::step).contains("alone-kept", "outside-core");
        var outside =
                report.stream().filter(note -> note.step().equals("outside-core")).findFirst();
        // together they pay 220,000,000 and would pay 210,000,000
        assertThat(outside.orElseThrow().lines())
                .contains(new Comparison.Line("34.04+34.71", "210000000", "10000000"));
        assertThat(outside.orElseThrow().mark()).isEqualTo("warning");
    }

    @Test
    void rules_of_the_body_are_taken_by_their_number() {
        draft("SEKRETARIAT", EQUAL, "d1");
        draft("SEKRETARIAT", POPULATION, "d2");
        var found =
                lab.compare(
                        finance(),
                        new NewComparison(
                                rupiah("330000000"),
                                2025,
                                DAY,
                                List.of(
                                        new Candidate("SEKRETARIAT", 1, null, null),
                                        new Candidate("SEKRETARIAT", null, null, null)),
                                null,
                                null,
                                null));

        assertThat(found.rules())
                .extracting(Ruled::origin)
                .containsExactly("SEKRETARIAT/1", "SEKRETARIAT/2");
        assertThat(shares(found.rules().get(1))).containsEntry(YOGYA, "54393274.00");
    }

    @Test
    void an_assessment_that_stands_can_be_compared_with_and_a_cancelled_one_not() {
        var issued = assessments.issue(finance(), town.dues(), "a");
        var wish = against(issued.code());
        var found = lab.compare(finance(), wish);

        assertThat(found.against().assessment()).isEqualTo(issued.code());
        assertThat(found.against().shares()).containsEntry(YOGYA, "110000000.00");

        assessments.cancel(finance(), issued.code(), LocalDate.of(2006, 2, 1), "Salah", "c");
        refused("lab.not-standing", () -> lab.compare(finance(), wish));
    }

    @Test
    void wishes_that_make_no_sense_are_refused() {
        refused("lab.rules", () -> wish(EQUAL));
        refused("lab.rules", () -> wish(EQUAL, EQUAL, EQUAL, EQUAL, EQUAL, EQUAL, EQUAL));
        refused("lab.no-rule", () -> lab.compare(finance(), wish(EQUAL, "  ")));
        refused(
                "rules.no-such-rule",
                () ->
                        lab.compare(
                                finance(),
                                new NewComparison(
                                        rupiah("1"),
                                        2025,
                                        DAY,
                                        List.of(
                                                Candidate.of(EQUAL),
                                                new Candidate("NONE", null, null, null)),
                                        null,
                                        null,
                                        null)));
    }

    @Test
    void a_paper_opens_as_it_was_saved_after_figures_have_changed() throws SQLException {
        var before = postings();
        var saved = papers.save(finance(), "Tiga rumus", wish(EQUAL, POPULATION), null, "p");
        record(SLEMAN, 2025, "2000000");

        var opened = papers.get(finance(), saved.code());
        assertThat(opened).isEqualTo(saved);
        assertThat(shares(opened.comparison().rules().get(1))).containsEntry(YOGYA, "54393274.00");
        assertThat(shares(lab.compare(finance(), wish(EQUAL, POPULATION)).rules().get(1)))
                .doesNotContainEntry(YOGYA, "54393274.00");
        assertThat(postings()).isEqualTo(before);
    }

    @Test
    void papers_are_numbered_and_the_same_command_saves_once() {
        var first = papers.save(finance(), "Satu", wish(EQUAL, POPULATION), null, "p1");
        var again = papers.save(finance(), "Satu", wish(EQUAL, POPULATION), null, "p1");
        var second = papers.save(finance(), "Dua", wish(EQUAL, AREA), null, "p2");

        assertThat(again).isEqualTo(first);
        assertThat(first.code()).endsWith("-0001");
        assertThat(second.code()).endsWith("-0002");
        assertThat(papers.list(finance()))
                .extracting(LabPaper.Line::title)
                .containsExactly("Dua", "Satu");
    }

    @Test
    void what_was_not_seen_is_not_saved() {
        refused("lab.no-title", () -> papers.save(finance(), " ", wish(EQUAL, AREA), null, "a"));
        refused(
                "lab.seen-otherwise",
                () -> papers.save(finance(), "X", wish(EQUAL, AREA), "0".repeat(64), "b"));
        assertThat(papers.list(finance())).isEmpty();
    }

    @Test
    void papers_are_open_to_members_and_the_lab_is_not() {
        var saved = papers.save(finance(), "Satu", wish(EQUAL, POPULATION), null, "p1");
        var sleman = town.treasurerOf(SLEMAN);
        var donor = town.as(Role.DONOR_VIEWER, new Scope.OneFund(new FundCode("PROYEK-LIMBAH")));
        var auditor = town.as(Role.AUDITOR, new Scope.All());

        assertThat(papers.get(sleman, saved.code())).isEqualTo(saved);
        assertThat(papers.list(sleman)).hasSize(1);
        refused("lab.no-such-paper", () -> papers.get(donor, saved.code()));
        assertThatExceptionOfType(AccessException.class).isThrownBy(() -> papers.list(donor));
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> lab.compare(sleman, wish(EQUAL, POPULATION)));
        assertThat(lab.compare(auditor, wish(EQUAL, POPULATION)).rules()).hasSize(2);
        assertThatExceptionOfType(AccessException.class)
                .isThrownBy(() -> papers.save(auditor, "X", wish(EQUAL, POPULATION), null, "p2"));
    }

    @Test
    void the_database_refuses_to_change_a_paper() throws SQLException {
        papers.save(finance(), "Satu", wish(EQUAL, POPULATION), null, "p1");
        for (var sql :
                List.of(
                        "UPDATE lab_paper SET title = 'x' WHERE book_id = ",
                        "DELETE FROM lab_paper WHERE book_id = ")) {
            try (var connection = database.connect();
                    var statement = connection.createStatement()) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.executeUpdate(sql + town.body().value()))
                        .withMessageContaining("LAB-02");
            }
        }
    }

    private void draft(String code, String text, String key) {
        rules.draft(
                finance(),
                new NewRuleVersion(code, text, LocalDate.of(2006, 1, 1), "PKS-1", "Pasal 6"),
                key);
    }

    private void record(String party, int year, String population) {
        indicators.record(
                finance(),
                new NewIndicatorValue(
                        party,
                        Indicators.POPULATION,
                        year,
                        new BigDecimal(population),
                        "jiwa",
                        "Sensus baru",
                        null));
    }

    private long postings() throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "SELECT COUNT(*) FROM posting WHERE book_id = "
                                        + town.body().value())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private Access finance() {
        return town.finance();
    }

    /** Rp330 juta; figures of 2025, of areas those of 2024. */
    private static NewComparison wish(String... texts) {
        return with(null, null, texts);
    }

    private static NewComparison with(
            @Nullable Change change, @Nullable Ramp ramp, String... texts) {
        return new NewComparison(
                rupiah("330000000"), 2025, DAY, candidates(texts), null, change, ramp);
    }

    private static NewComparison against(String assessment) {
        return new NewComparison(
                rupiah("330000000"),
                2025,
                DAY,
                candidates(POPULATION, AREA),
                assessment,
                null,
                null);
    }

    private static List<Candidate> candidates(String... texts) {
        return java.util.Arrays.stream(texts)
                .map(text -> of(text, text.contains("area_km2") ? 2024 : null))
                .toList();
    }

    private static Candidate of(String text, @Nullable Integer figuresOf) {
        return new Candidate(null, null, text, figuresOf);
    }

    private static Map<String, String> shares(Ruled rule) {
        return byParty(rule.shares());
    }

    private static Map<String, String> byParty(List<Share> shares) {
        var found = new TreeMap<String, String>();
        shares.forEach(share -> found.put(share.party(), share.share()));
        return found;
    }

    private static String sum(Ruled rule) {
        return sum(rule.shares());
    }

    private static String sum(List<Share> shares) {
        return shares.stream()
                .map(share -> new BigDecimal(share.share()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private static void refused(String code, ThrowingCallable wish) {
        assertThatExceptionOfType(DomainException.class)
                .isThrownBy(wish)
                .extracting(DomainException::code)
                .isEqualTo(code);
    }
}
