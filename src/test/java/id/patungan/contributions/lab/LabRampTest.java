package id.patungan.contributions.lab;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.PROVINCE;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.WASTEWATER;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import id.patungan.basics.Fraction;
import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.lab.Comparison.Share;
import id.patungan.contributions.lab.NewComparison.Candidate;
import id.patungan.ledger.Books;
import id.patungan.parties.Agreements;
import id.patungan.parties.Bodies;
import id.patungan.parties.Indicators;
import id.patungan.parties.Members;
import id.patungan.parties.NewIndicatorValue;
import id.patungan.parties.Parties;
import id.patungan.platform.BodyDirectory;
import id.patungan.testing.DatabaseTest;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** From an old rule to a new one: both ends are the rules' own results, every year adds up. */
@DatabaseTest
class LabRampTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);
    private static final String EQUAL = "rule: {kind: equal}";
    private static final String POPULATION = "rule: {kind: weights, indicator: population}";

    private final Lab lab;
    private final LabShown shown;
    private final Indicators indicators;
    private final BodyDirectory bodies;
    private final Town town;

    @Autowired
    LabRampTest(
            Lab lab,
            LabShown shown,
            Indicators indicators,
            BodyDirectory directory,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.lab = lab;
        this.shown = shown;
        this.indicators = indicators;
        this.bodies = directory;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @BeforeEach
    void officialFigures() {
        indicators.adoptOfficial(town.finance(), List.of(YOGYA, SLEMAN, BANTUL));
    }

    @Test
    void who_pays_only_by_the_new_rule_pays_nothing_before_it() {
        var found = way("795000000", EQUAL, WASTEWATER, 5, null);
        var years = years(found);

        assertThat(byParty(years.getFirst()))
                .containsOnly(
                        entry(YOGYA, "265000000.00"),
                        entry(SLEMAN, "265000000.00"),
                        entry(BANTUL, "265000000.00"));
        assertThat(byParty(years.getLast()))
                .isEqualTo(byParty(found.rules().get(1).shares()))
                .containsEntry(PROVINCE, "650000000.00");
        // one fifth of 650,000,000; four fifths of 265,000,000 and one of 125 or 10 million
        assertThat(byParty(years.get(1)))
                .containsOnly(
                        entry(PROVINCE, "130000000.00"),
                        entry(YOGYA, "237000000.00"),
                        entry(SLEMAN, "214000000.00"),
                        entry(BANTUL, "214000000.00"));
        assertEveryYearAddsTo("795000000.00", years);
    }

    @Test
    void who_pays_only_by_the_old_rule_pays_nothing_at_the_end() {
        var found = way("795000000", WASTEWATER, EQUAL, 5, null);
        var years = years(found);

        assertThat(byParty(years.getFirst()))
                .isEqualTo(byParty(found.rules().get(0).shares()))
                .containsEntry(PROVINCE, "650000000.00");
        assertThat(byParty(years.getLast()))
                .isEqualTo(byParty(found.rules().get(1).shares()))
                .containsEntry(SLEMAN, "265000000.00")
                .doesNotContainKey(PROVINCE);
        assertThat(byParty(years.get(4))).containsEntry(PROVINCE, "130000000.00");
        assertEveryYearAddsTo("795000000.00", years);
    }

    @Test
    void each_end_is_rounded_as_its_own_rule_says() {
        var thousands = "unit: 1000\n" + POPULATION;
        var up = years(way("330000000", thousands, POPULATION, 2, null));
        assertThat(byParty(up.getFirst())).containsEntry(YOGYA, "54393000.00");
        assertThat(byParty(up.getLast())).containsEntry(YOGYA, "54393274.00");
        assertEveryYearAddsTo("330000000.00", up);

        var down = years(way("330000000", POPULATION, thousands, 2, null));
        assertThat(byParty(down.getFirst())).containsEntry(YOGYA, "54393274.00");
        assertThat(byParty(down.getLast())).containsEntry(YOGYA, "54393000.00");
        assertEveryYearAddsTo("330000000.00", down);
    }

    @Test
    void a_tie_by_history_counts_also_for_who_pays_only_by_the_old_rule() {
        var years = years(way("100000001", WASTE_OF_PROVINCE, "tie: history\n" + EQUAL, 3, null));

        assertThat(byParty(years.get(1))).containsKey(PROVINCE);
        assertEveryYearAddsTo("100000001.00", years);
    }

    private static final String WASTE_OF_PROVINCE = "rule: {kind: only, party: \"34\"}";

    @Test
    void rules_on_figures_of_different_years_are_blended_each_with_its_own() {
        record(SLEMAN, 2024, "1000000");
        record(YOGYA, 2024, "400000");
        record(BANTUL, 2024, "600000");
        var found =
                lab.compare(
                        town.finance(),
                        new NewComparison(
                                rupiah("330000000"),
                                2025,
                                DAY,
                                List.of(
                                        new Candidate(null, null, POPULATION, 2024),
                                        new Candidate(null, null, POPULATION, 2025)),
                                null,
                                null,
                                new NewComparison.Ramp(1, 2, 2, null)));
        var years = years(found);

        assertThat(byParty(years.getFirst())).containsEntry(YOGYA, "66000000.00");
        // halfway between 66,000,000 and 54,393,274.27…
        assertThat(byParty(years.get(1))).containsEntry(YOGYA, "60196637.00");
        assertThat(byParty(years.getLast())).containsEntry(YOGYA, "54393274.00");
        assertEveryYearAddsTo("330000000.00", years);
    }

    @Test
    void a_corridor_begins_with_the_old_rule_and_leaves_the_new_one_alone_where_it_is_wide() {
        var wide = way("330000000", EQUAL, POPULATION, 2, Fraction.of(100));
        assertThat(byParty(years(wide).getLast())).isEqualTo(byParty(wide.rules().get(1).shares()));
        var narrow = way("795000000", EQUAL, WASTEWATER, 2, Fraction.of(10));
        assertThat(byParty(years(narrow).getFirst()))
                .isEqualTo(byParty(narrow.rules().get(0).shares()));
        // a party that paid nothing has no corridor: it takes what the others' floors leave
        assertThat(byParty(years(narrow).getLast())).containsEntry(SLEMAN, "238500000.00");
        assertEveryYearAddsTo("795000000.00", years(narrow));
    }

    @Test
    void a_rule_that_makes_its_own_total_is_no_end_of_a_way() {
        var rate = "rule: {kind: rate, rate: 100, indicators: [population]}";
        var ramp = Objects.requireNonNull(way("330000000", EQUAL, rate, 2, null).ramp());

        assertThat(ramp.years())
                .allSatisfy(year -> assertThat(year.refusals().getFirst().en()).contains("total"));
    }

    @Test
    void who_has_no_share_is_shown_with_nothing_to_the_cent_and_each_year_with_its_sum() {
        var body =
                bodies.all().stream()
                        .filter(one -> one.id().equals(town.body()))
                        .findFirst()
                        .orElseThrow();
        var view = shown.of(way("795000000", EQUAL, WASTEWATER, 5, null), body, Locale.ENGLISH);

        var province = view.side().getFirst();
        assertThat(province.party()).isEqualTo(PROVINCE);
        assertThat(province.cells().getFirst().amount()).isEqualTo("0.00");
        assertThat(view.differences().getFirst().rows().getFirst().before()).isEqualTo("0.00");
        assertThat(view.years().getFirst().amounts().getFirst()).isEqualTo("0.00");
        assertThat(view.years()).extracting(LabWay.YearShown::total).containsOnly("795,000,000.00");
    }

    @Test
    void what_no_year_can_is_said_once() {
        var rate = "rule: {kind: rate, rate: 100, indicators: [population]}";
        var body = bodies.all().getFirst();
        var view = shown.of(way("330000000", EQUAL, rate, 4, null), body, Locale.ENGLISH);

        assertThat(view.wayRefusals()).hasSize(1);
    }

    private Comparison way(
            String total, String old, String young, int years, @Nullable Fraction corridor) {
        return lab.compare(
                town.finance(),
                new NewComparison(
                        rupiah(total),
                        2025,
                        DAY,
                        List.of(Candidate.of(old), Candidate.of(young)),
                        null,
                        null,
                        new NewComparison.Ramp(1, 2, years, corridor)));
    }

    private static List<Comparison.Year> years(Comparison found) {
        return Objects.requireNonNull(found.ramp()).years();
    }

    private static Map<String, String> byParty(Comparison.Year year) {
        assertThat(year.refusals()).isEmpty();
        return byParty(year.shares());
    }

    private static Map<String, String> byParty(List<Share> shares) {
        var found = new TreeMap<String, String>();
        shares.forEach(share -> found.put(share.party(), share.share()));
        return found;
    }

    private static void assertEveryYearAddsTo(String total, List<Comparison.Year> years) {
        assertThat(years)
                .allSatisfy(year ->
                        assertThat(
                                        year.shares().stream()
                                                .map(share -> new BigDecimal(share.share()))
                                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                                .toPlainString())
                                .isEqualTo(total));
    }

    private void record(String party, int year, String population) {
        indicators.record(
                town.finance(),
                new NewIndicatorValue(
                        party,
                        Indicators.POPULATION,
                        year,
                        new BigDecimal(population),
                        "jiwa",
                        "Sensus",
                        null));
    }
}
