package id.patungan.contributions.lab;

import static id.patungan.contributions.Kartamantul.BANTUL;
import static id.patungan.contributions.Kartamantul.SLEMAN;
import static id.patungan.contributions.Kartamantul.YOGYA;
import static id.patungan.contributions.Kartamantul.rupiah;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.contributions.Kartamantul;
import id.patungan.contributions.Kartamantul.Town;
import id.patungan.contributions.lab.Comparison.Outcome;
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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A percentage is taken of the figure that each rule divides by, whatever year it is of. */
@DatabaseTest
class LabChangeTest {

    private static final String POPULATION = "rule: {kind: weights, indicator: population}";
    private static final LocalDate DAY = LocalDate.of(2025, 6, 30);

    private final Lab lab;
    private final LabShown shown;
    private final ComparisonJson json;
    private final Indicators indicators;
    private final BodyDirectory bodies;
    private final Town town;

    @Autowired
    LabChangeTest(
            Lab lab,
            LabShown shown,
            ComparisonJson json,
            Indicators indicators,
            BodyDirectory directory,
            Bodies bodies,
            Parties parties,
            Members members,
            Agreements agreements,
            Books books) {
        this.lab = lab;
        this.shown = shown;
        this.json = json;
        this.indicators = indicators;
        this.bodies = directory;
        this.town = new Kartamantul(bodies, parties, members, agreements, books).open();
    }

    @BeforeEach
    void figuresOfTwoYears() {
        indicators.adoptOfficial(town.finance(), List.of(YOGYA, SLEMAN, BANTUL));
        record(SLEMAN, "1000000");
        record(YOGYA, "400000");
        record(BANTUL, "600000");
    }

    @Test
    void each_rule_starts_from_its_own_figure() {
        var change = changed("+10%", 2025, 2024);

        assertThat(change.before()).isNull();
        assertThat(change.after()).isNull();
        assertThat(figures(change)).containsExactly("1125571 12381281/10", "1000000 1100000");
        // 330,000,000 · 1,238,128.1 / 2,634,002.1 and 330,000,000 · 11 / 21
        assertThat(change.rules())
                .extracting(LabChangeTest::ofSleman)
                .containsExactly("155118431.00", "172857143.00");
    }

    @Test
    void one_figure_for_all_rules_is_said_once() {
        var change = changed("+10%", 2025, 2025);

        assertThat(change.before()).isEqualTo("1125571");
        assertThat(change.after()).isEqualTo("12381281/10");
        var figure = changed("1200000", 2025, 2024);
        assertThat(figure.after()).isNull();
        assertThat(figures(figure)).containsExactly("1125571 1200000", "1000000 1200000");
    }

    @Test
    void a_rule_that_has_no_figure_to_change_by_percent_says_so_with_its_year() {
        var change = changed("+10%", 2025, 2019);

        assertThat(change.after()).isEqualTo("12381281/10");
        assertThat(change.rules().get(0).refusals()).isEmpty();
        assertThat(change.rules().get(1).shares()).isEmpty();
    }

    @Test
    void page_and_paper_say_from_which_figure_each_rule_started() {
        var comparison = comparison("+10%", 2025, 2024);
        var body =
                bodies.all().stream()
                        .filter(one -> one.id().equals(town.body()))
                        .findFirst()
                        .orElseThrow();
        var view = shown.of(comparison, body, Locale.of("id"));

        assertThat(view.changed()).contains("Penduduk", "Kabupaten Sleman").doesNotContain("1.125");
        assertThat(view.changes())
                .extracting(Differing.Table::base)
                .containsExactly(
                        "Tahun 2025: 1.125.571 menjadi 1.238.128,1.",
                        "Tahun 2024: 1.000.000 menjadi 1.100.000.");
        var english = shown.of(comparison, body, Locale.ENGLISH);
        assertThat(english.changes().getLast().base())
                .isEqualTo("Year 2024: 1,000,000 becomes 1,100,000.");
        assertThat(shown.of(comparison("+10%", 2025, 2025), body, Locale.ENGLISH).changes())
                .extracting(Differing.Table::base)
                .containsOnlyNulls();
    }

    @Test
    void a_paper_of_before_keeps_its_bytes() {
        var outcome = new Outcome(true, null, null, List.of(), List.of());
        var old =
                new Comparison.Changed(
                        SLEMAN, "population", "1125571", "1238128.1", List.of(outcome));
        var paper = comparison("+10%", 2025, 2025);
        var text =
                json.text(
                        new Comparison(
                                paper.total(),
                                paper.currency(),
                                paper.year(),
                                paper.on(),
                                paper.parties(),
                                paper.rules(),
                                paper.against(),
                                old,
                                null));

        assertThat(text).contains("\"rules\":[{\"named\":true,\"refusals\":[],\"shares\":[]}]");
        assertThat(json.text(json.read(text))).isEqualTo(text);
    }

    private static List<String> figures(Comparison.Changed change) {
        return change.rules().stream().map(rule -> rule.before() + " " + rule.after()).toList();
    }

    private static String ofSleman(Outcome outcome) {
        return outcome.shares().stream()
                .filter(share -> share.party().equals(SLEMAN))
                .findFirst()
                .orElseThrow()
                .share();
    }

    private Comparison.Changed changed(String change, int first, int second) {
        return Objects.requireNonNull(comparison(change, first, second).change());
    }

    private Comparison comparison(String change, int first, int second) {
        return lab.compare(
                town.finance(),
                new NewComparison(
                        rupiah("330000000"),
                        2025,
                        DAY,
                        List.of(
                                new Candidate(null, null, POPULATION, first),
                                new Candidate(null, null, POPULATION, second)),
                        null,
                        new NewComparison.Change(SLEMAN, "population", change),
                        null));
    }

    private void record(String party, String population) {
        indicators.record(
                town.finance(),
                new NewIndicatorValue(
                        party,
                        Indicators.POPULATION,
                        2024,
                        new BigDecimal(population),
                        "jiwa",
                        "Sensus",
                        null));
    }
}
