package id.patungan.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.Examination;
import id.patungan.forecasting.Examinations;
import id.patungan.forecasting.Forecast;
import id.patungan.forecasting.Forecasts;
import id.patungan.forecasting.indicators.Indicator;
import id.patungan.forecasting.indicators.IndicatorCode;
import id.patungan.forecasting.indicators.Sustainability;
import id.patungan.forecasting.indicators.Value;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.Overlay;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.simulation.Backtest;
import id.patungan.forecasting.simulation.ReverseStress;
import id.patungan.ledger.Journal;
import id.patungan.parties.Bodies;
import id.patungan.parties.Indicators;
import id.patungan.platform.Access;
import id.patungan.testing.DatabaseTest;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The months ahead of the demo's bodies. */
@DatabaseTest
class DemoForecastTest {

    @Autowired private Demo demo;
    @Autowired private Bodies bodies;
    @Autowired private Forecasts forecasts;
    @Autowired private Sustainability sustainability;
    @Autowired private Indicators figures;
    @Autowired private Examinations examinations;

    @BeforeEach
    void theDemo() {
        demo.load();
    }

    /**
     * Kartamantul holds 33,245,500 at the end of 2006. By its budget salaries of 16 million and
     * paper of 1.2 million go out every month, dues fall due in April: 1,154,500 are missing at the
     * end of February, 18,354,500 at the end of March. The budget spends 1.6 million a year more
     * than comes in, so that every March is worse by that.
     */
    @Test
    void kartamantulRunsDryInFebruaryBecauseDuesComeInApril() {
        var forecast = of("kartamantul");

        assertThat(forecast.base().freeNow()).isEqualTo(33_245_500_00L);
        assertThat(forecast.base().runway()).isEqualTo(new Runway(2, false));
        assertThat(forecast.base().free().subList(1, 3))
                .containsExactly(-1_154_500_00L, -18_354_500_00L);
        assertThat(forecast.advice().reserve()).isEqualTo(24_754_500_00L);
        assertThat(forecast.advice().dues()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "barlingmascakeb",
                "ciayumajakuning",
                "inta",
                "javapromo",
                "kartamantul",
                "komwil-6",
                "mce"
            })
    void everyBodyOfTheDemoHasAnOutlookOfWhichEveryLineSaysWhereItIsFrom(String body) {
        var outlook = of(body).base().outlook();
        assertThat(outlook.months()).isEqualTo(Forecasts.MONTHS);
        assertThat(outlook.lines())
                .allMatch(line -> line.total() > 0)
                .noneMatch(line -> line.origins().isEmpty());
    }

    /**
     * The hibah pays the office until December 2011; from January on its costs of 78.5 million a
     * month are the body's own: of the 95 million that are left in December, 16 are there at the
     * end of January and 62 are missing at the end of February. In January 2011 the office is paid
     * ahead, as the first tranche comes in February.
     */
    @Test
    void ciayumajakuningFallsOffItsCliffAfterTwelveMonths() {
        var free =
                of("ciayumajakuning", LocalDate.of(2010, 12, 31)).base().free().stream()
                        .map(one -> one / 1_000_000_00)
                        .toList();

        assertThat(free.subList(0, 2)).containsExactly(-78L, 0L);
        assertThat(free.subList(2, 12)).allMatch(one -> one >= 0);
        assertThat(free.subList(11, 14)).containsExactly(95L, 16L, -62L);
        assertThat(free.subList(13, 60)).allMatch(one -> one < 0);
    }

    /** The budgets of members are invented; every member of the two bodies has one. */
    @ParameterizedTest
    @CsvSource({"kartamantul,2006,3", "ciayumajakuning,2011,5"})
    void theUpliftOfEveryMemberIsWeighedByItsOwnBudget(String body, int year, int members) {
        var of = sustainability.on(access(body), LocalDate.of(year, 12, 31));

        assertThat(of.members())
                .hasSize(members)
                .allMatch(one ->
                        one.weight() instanceof Value.Exact(var weight)
                                && weight.signum() > 0
                                && weight.compareTo(Fraction.ONE) < 0);
        var spread = Objects.requireNonNull(of.spread());
        assertThat(Objects.requireNonNull(spread.rule()).code()).isEqualTo("IURAN");
        assertThat(figures.list(access(body), null, null))
                .filteredOn(one -> List.of("PAD", "APBD").contains(one.figure().indicator()))
                .hasSize(members)
                .allMatch(one -> one.figure().source().startsWith("Rekaan (contoh)"));
    }

    @Test
    void kartamantulHasThresholdsThatSayTheyAreInvented() {
        var of = sustainability.on(access("kartamantul"), LocalDate.of(2006, 12, 31));

        assertThat(of.all())
                .filteredOn(one -> one.threshold() != null)
                .extracting(Indicator::code, Indicator::status)
                .containsExactly(
                        tuple(IndicatorCode.DONOR_DEPENDENCY, Indicator.Status.MET),
                        tuple(IndicatorCode.COLLECTION, Indicator.Status.MISSED),
                        tuple(IndicatorCode.RESERVE_MONTHS, Indicator.Status.MISSED));
        assertThat(of.all())
                .filteredOn(one -> one.threshold() != null)
                .allMatch(one ->
                        one.threshold() != null && one.threshold().basis().startsWith("Rekaan"));
    }

    /** Tornado and reverse stress of real books say what a scenario with their changes says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "barlingmascakeb",
                "ciayumajakuning",
                "inta",
                "javapromo",
                "kartamantul",
                "komwil-6",
                "mce"
            })
    void shocksAndSwingsAreWhatTheirScenariosGive(String body) {
        var examined = examined(body, 12);
        var outlook = examined.forecast().changed().outlook();
        for (var shock : examined.shocks()) {
            if (!(shock.answer() instanceof ReverseStress.Found found)) continue;
            assertThat(under(body, shock.overlays()).changed().runway())
                    .as(shock.toString())
                    .isEqualTo(found.runway());
            assertThat(found.runway().under(12)).isTrue();
            assertThat(found.before().under(12)).isFalse();
        }
        for (var swing : examined.swings()) {
            var to = swing.bar().assumption().high();
            assertThat(under(body, swing.overlays(outlook, to)).changed().lowest())
                    .as(swing.toString())
                    .isEqualTo(swing.bar().atHigh());
        }
    }

    /** Six months of books are no three years. */
    @Test
    void withTooLittleHistoryNothingIsSaidAboutThePast() {
        var examined = examined("kartamantul", 12);

        assertThat(examined.tested()).isFalse();
        assertThat(examined.past())
                .isInstanceOfSatisfying(
                        Backtest.TooShort.class, past -> assertThat(past.missing()).isPositive());
    }

    private Examination examined(String body, int under) {
        return examinations.of(access(body), of(body), new Examination.Asked(400, 1, under));
    }

    private Forecast under(String body, List<Overlay> overlays) {
        return forecasts.of(access(body), Forecasts.Asked.USUAL, new Scenario("", "", overlays));
    }

    private Access access(String body) {
        return Access.system(bodies.byCode(body).orElseThrow().id());
    }

    private Forecast of(String body) {
        return forecasts.of(access(body), Forecasts.Asked.USUAL, Scenario.BASE);
    }

    private Forecast of(String body, LocalDate asOf) {
        var asked = new Forecasts.Asked(asOf, Journal.HEAD, Forecasts.MONTHS);
        return forecasts.of(access(body), asked, Scenario.BASE);
    }
}
