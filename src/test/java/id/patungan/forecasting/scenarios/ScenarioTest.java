package id.patungan.forecasting.scenarios;

import static id.patungan.forecasting.projection.Outlooks.JUTA;
import static id.patungan.forecasting.projection.Outlooks.award;
import static id.patungan.forecasting.projection.Outlooks.cost;
import static id.patungan.forecasting.projection.Outlooks.dues;
import static id.patungan.forecasting.projection.Outlooks.in;
import static id.patungan.forecasting.projection.Outlooks.lag;
import static id.patungan.forecasting.projection.Outlooks.pot;
import static id.patungan.forecasting.projection.Outlooks.yearly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Lag;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Outlooks;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.Overlay.Left;
import id.patungan.ledger.Restriction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

public class ScenarioTest {

    private static final int MONTHS = 36;
    private static final YearMonth JULY = YearMonth.of(2007, 7);

    /** Dues of 330 juta, a donor of 200 juta a year, and costs of 530 juta. */
    private static Outlook kartamantul() {
        return Outlooks.of(
                MONTHS,
                List.of(
                        pot("UMUM", Restriction.UNRESTRICTED, 0),
                        pot("DONOR-GTZ", Restriction.RESTRICTED, 0)),
                List.of(
                        new Outlook.Award(
                                "GTZ-2004", "DONOR-GTZ", "GTZ", "D3", YearMonth.of(2009, 12))),
                List.of(
                        dues("34.71", MONTHS, 0, 110 * JUTA),
                        dues("34.04", MONTHS, 0, 110 * JUTA),
                        dues("34.02", MONTHS, 0, 110 * JUTA),
                        award("GTZ-2004", "DONOR-GTZ", "GTZ", yearly(MONTHS, 0, 200 * JUTA)),
                        cost("DONOR-GTZ", "51100", true, yearly(MONTHS, 0, 200 * JUTA)),
                        cost("UMUM", "52100", true, yearly(MONTHS, 0, 330 * JUTA))));
    }

    private static Projection project(Overlay... overlays) {
        return project(kartamantul(), overlays);
    }

    private static Projection project(Outlook outlook, Overlay... overlays) {
        return Projection.of(new Scenario("s", "", List.of(overlays)).apply(outlook, models()));
    }

    private static Map<String, List<Line>> models() {
        return Map.of("M3", List.of(cost("UMUM", "51100", MONTHS, 5 * JUTA)));
    }

    @Test
    void withoutAChangeNothingRunsDry() {
        assertThat(project().runway()).isEqualTo(new Runway(MONTHS, true));
        assertThat(project().free()).containsOnly(0L);
    }

    /** The hypothetical overlap: its exit leaves 200 juta a year, 60,6 % of the dues. */
    @Test
    void theDonorsExitIsClosedByDuesThatRiseBySixtyAndAHalfPercent() {
        var exit = new Overlay.DonorExit("GTZ", YearMonth.of(2006, 12));
        assertThat(project(exit).free().get(0)).isEqualTo(-200 * JUTA);
        assertThat(project(exit).runway()).isEqualTo(new Runway(1, false));

        var uplift = new Overlay.DuesChange(null, Outlooks.JANUARY, Fraction.of(200 * 100, 330));
        assertThat(project(exit, uplift).free()).allMatch(one -> Math.abs(one) <= 3 * 3);
        var less = new Overlay.DuesChange(null, Outlooks.JANUARY, Fraction.of(605, 10));
        assertThat(project(exit, less).free().get(0)).isNegative();
    }

    @Test
    void anAwardThatEndsInTheMiddleIsBorneFromTheNextMonthOn() {
        var outlook =
                Outlooks.of(
                        4,
                        List.of(
                                pot("UMUM", Restriction.UNRESTRICTED, 100),
                                pot("DONOR", Restriction.RESTRICTED, 0)),
                        List.of(new Outlook.Award("A", "DONOR", "G", "D3", YearMonth.of(2007, 4))),
                        List.of(
                                award("A", "DONOR", "G", List.of(10L, 10L, 10L, 10L)),
                                cost("DONOR", "51100", 4, 10)));
        var ended = project(outlook, new Overlay.AwardEnd("A", YearMonth.of(2007, 2)));

        assertThat(ended.free()).containsExactly(100L, 100L, 90L, 80L);
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(
                        () -> project(outlook, new Overlay.AwardEnd("B", YearMonth.of(2007, 2))));
    }

    @Test
    void aMemberThatDoesNotPayIsMissed() {
        var half =
                project(new Overlay.MemberDefault("34.04", YearMonth.of(2008, 1), Fraction.of(50)));
        assertThat(half.free().get(11)).isZero();
        assertThat(half.free().get(12)).isEqualTo(-55 * JUTA);
        assertThat(half.free().get(24)).isEqualTo(-110 * JUTA);
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() ->
                        project(
                                new Overlay.MemberDefault(
                                        "99.99", YearMonth.of(2008, 1), Fraction.of(50))))
                .withMessageContaining("99.99");
    }

    /** What growth made of it is no whole rupiah; nothing of it is lost. */
    @Test
    void theShareOfAMemberThatLeavesIsSpreadToTheLastCent() {
        var growth = new Overlay.DuesGrowth(2008, Fraction.parse("2.345678912"));
        var leaves = new Overlay.Withdrawal("34.02", YearMonth.of(2009, 1), Left.SPREAD);
        var without = project(growth);
        var with = project(growth, leaves);

        assertThat(due(without, "dues/34.02").get(24) % 100).isNotZero();
        assertThat(due(with, "dues/34.02").get(24)).isZero();
        assertThat(with.free()).isEqualTo(without.free());
    }

    @Test
    void theShareOfAMemberThatLeavesIsPaidByTheOthersOrSpared() {
        var spread = project(new Overlay.Withdrawal("34.02", YearMonth.of(2008, 1), Left.SPREAD));
        assertThat(spread.free()).containsOnly(0L);
        assertThat(due(spread, "dues/34.71").get(12)).isEqualTo(165 * JUTA);
        assertThat(due(spread, "dues/34.71").get(0)).isEqualTo(110 * JUTA);

        var cut = project(new Overlay.Withdrawal("34.02", YearMonth.of(2008, 1), Left.CUT));
        assertThat(due(cut, "dues/34.02").get(12)).isZero();
        var costs = due(cut, "cost/UMUM/52100").get(12) + due(cut, "cost/DONOR-GTZ/51100").get(12);
        assertThat(costs).isEqualTo((530 - 110) * JUTA);
    }

    @Test
    void whatIsLateIsMissingUntilItComes() {
        var late = project(new Overlay.LatePayment("34.04", 3));
        assertThat(late.free().subList(0, 4))
                .containsExactly(-110 * JUTA, -110 * JUTA, -110 * JUTA, 0L);
        var legislature = project(new Overlay.LegislatureDelay(2008, 2));
        assertThat(legislature.free().subList(11, 15))
                .containsExactly(0L, -330 * JUTA, -330 * JUTA, 0L);
    }

    @Test
    void ratesCompoundByTheYear() {
        var grown = project(new Overlay.DuesGrowth(2008, Fraction.of(10)));
        assertThat(due(grown, "dues/34.71").get(0)).isEqualTo(110 * JUTA);
        assertThat(due(grown, "dues/34.71").get(12)).isEqualTo(121 * JUTA);
        assertThat(due(grown, "dues/34.71").get(24)).isEqualTo(1331 * JUTA / 10);
        var dearer = project(new Overlay.Inflation(2007, Fraction.of(10)));
        assertThat(due(dearer, "cost/UMUM/52100").get(12)).isEqualTo(3993 * JUTA / 10);
    }

    @Test
    void aUnitGrowsIntoItsIncome() {
        var unit = new Overlay.BusinessUnit("TPA", JULY, 12 * JUTA, 2 * JUTA, 2, Fraction.of(50));
        var with = project(unit);
        assertThat(due(with, "unit/TPA/other-income").subList(5, 10))
                .containsExactly(0L, 2 * JUTA, 4 * JUTA, 6 * JUTA, 6 * JUTA);
        assertThat(due(with, "unit/TPA/costs").subList(5, 8)).containsExactly(0L, JUTA, JUTA);
    }

    @Test
    void anotherOrganisationTakesThePlaceOfThePresentStaff() {
        var model = project(new Overlay.OrganisationModel("M3", JULY));
        assertThat(due(model, "cost/DONOR-GTZ/51100").get(0)).isEqualTo(200 * JUTA);
        assertThat(due(model, "cost/DONOR-GTZ/51100").get(12)).isZero();
        assertThat(due(model, "model/M3/cost/UMUM/51100").subList(5, 7))
                .containsExactly(0L, 5 * JUTA);
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() -> project(new Overlay.OrganisationModel("M9", JULY)));
    }

    /** By date, whatever they are called: the later one takes the place of the earlier. */
    @Test
    void ofTwoOrganisationsTheLaterOneLasts() {
        var staff = List.of(cost("UMUM", "51100", MONTHS, 5 * JUTA));
        var models = Map.of("M1", staff, "M2", staff);
        var later = new Overlay.OrganisationModel("M1", JULY.plusYears(1));
        var earlier = new Overlay.OrganisationModel("M2", JULY);
        var projection =
                Projection.of(
                        new Scenario("", "", List.of(later, earlier)).apply(kartamantul(), models));
        assertThat(due(projection, "model/M2/cost/UMUM/51100").subList(17, 19))
                .containsExactly(5 * JUTA, 0L);
        assertThat(due(projection, "model/M1/cost/UMUM/51100").subList(17, 19))
                .containsExactly(0L, 5 * JUTA);
    }

    /** Nobody is left to take anything over after the last month that is looked at. */
    @Test
    void whoLeavesAfterTheLastMonthChangesNothing() {
        for (var left : Overlay.Left.values()) {
            var gone = new Overlay.Withdrawal("34.04", YearMonth.of(2199, 1), left);
            assertThat(project(gone).free()).isEqualTo(project().free());
        }
    }

    /** What prices did before the first month stands in its amounts already. */
    @Test
    void aRateOfYearsThatAreOverBeginsWithTheFirstYear() {
        var early = project(new Overlay.Inflation(1990, Fraction.of(10)));
        assertThat(early.free())
                .isEqualTo(project(new Overlay.Inflation(2007, Fraction.of(10))).free());
    }

    @Test
    void moneyThatIsPutAsideComesOnceOrIsThereAtTheStart() {
        var reserve = project(new Overlay.Reserve(JULY, 5 * JUTA));
        assertThat(reserve.freeNow()).isZero();
        assertThat(reserve.free().subList(5, 8)).containsExactly(0L, 5 * JUTA, 5 * JUTA);
        assertThat(reserve.free().getLast()).isEqualTo(5 * JUTA);
        var start = project(new Overlay.Reserve(YearMonth.of(2006, 12), 5 * JUTA));
        assertThat(start.freeNow()).isEqualTo(5 * JUTA);
        assertThat(start.free()).containsOnly(5 * JUTA);
        var twice =
                project(
                        new Overlay.Reserve(JULY, 5 * JUTA),
                        new Overlay.Reserve(JULY, 5 * JUTA),
                        new Overlay.Reserve(YearMonth.of(2099, 1), JUTA));
        assertThat(twice.free().getLast()).isEqualTo(10 * JUTA);
        assertThat(twice.outlook().lines())
                .filteredOn(line -> line.id().startsWith("reserve/"))
                .singleElement()
                .matches(line -> line.origins().size() == 2);
        assertThatExceptionOfType(ScenarioException.class)
                .isThrownBy(() ->
                        project(
                                Outlooks.of(
                                        4,
                                        List.of(pot("DONOR", Restriction.RESTRICTED, 0)),
                                        List.of(),
                                        List.of()),
                                new Overlay.Reserve(JULY, JUTA)));
    }

    /** Whatever order the changes are written in, the outlook is the same. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void overlaysCommute(long seed) {
        var random = new Random(seed);
        var overlays = new ArrayList<>(every());
        Collections.shuffle(overlays, random);
        var some = new ArrayList<>(overlays.subList(0, 2 + random.nextInt(overlays.size() - 1)));
        var one = project(some.toArray(Overlay[]::new));
        Collections.shuffle(some, random);
        var other = project(some.toArray(Overlay[]::new));

        assertThat(other).isEqualTo(one);
    }

    /** Those that change different lines commute also when they are made one after the other. */
    @Test
    void independentOverlaysCommuteByThemselves() {
        var late = new Overlay.LatePayment("34.04", 3);
        var dearer = new Overlay.Inflation(2008, Fraction.of(7));
        var stops = new Overlay.MemberDefault("34.71", JULY, Fraction.of(30));
        for (var one : List.of(late, dearer, stops)) {
            for (var other : List.of(late, dearer, stops)) {
                if (one.equals(other)) continue;
                var outlook = kartamantul();
                assertThat(
                                Projection.of(other.apply(one.apply(outlook, Map.of()), Map.of()))
                                        .free())
                        .isEqualTo(
                                Projection.of(one.apply(other.apply(outlook, Map.of()), Map.of()))
                                        .free());
            }
        }
    }

    /** One of every kind. */
    public static List<Overlay> every() {
        return List.of(
                new Overlay.DonorExit("GTZ", JULY),
                new Overlay.AwardEnd("GTZ-2004", YearMonth.of(2008, 3)),
                new Overlay.MemberDefault("34.71", JULY, Fraction.of(1, 3)),
                new Overlay.LatePayment(null, 2),
                new Overlay.LatePayment("34.04", 1),
                new Overlay.LegislatureDelay(2008, 4),
                new Overlay.Withdrawal("34.02", YearMonth.of(2009, 1), Left.SPREAD),
                new Overlay.DuesGrowth(2008, Fraction.of(5)),
                new Overlay.DuesChange(null, JULY, Fraction.of(10)),
                new Overlay.DuesChange("34.04", JULY, Fraction.of(-10)),
                new Overlay.Inflation(2007, Fraction.of(13, 2)),
                new Overlay.CostChange("52", JULY, Fraction.of(-20)),
                new Overlay.BusinessUnit("TPA", JULY, JUTA, JUTA / 2, 12, Fraction.of(60)),
                new Overlay.OrganisationModel("M3", JULY),
                new Overlay.Reserve(JULY, 7 * JUTA),
                new Overlay.Reserve(JULY, 3 * JUTA),
                new Overlay.Reserve(YearMonth.of(2006, 12), 2 * JUTA));
    }

    private static List<Long> due(Projection projection, String id) {
        return projection.outlook().lines().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .due();
    }

    @Test
    void anEarlierDelayIsKept() {
        var outlook =
                Outlooks.of(4, 0, List.of(dues("34.04", in(4, Map.of(0, 100L)), lag(0, 100))));
        assertThat(project(outlook, new Overlay.LatePayment("34.04", 1)).free())
                .containsExactly(0L, 0L, 100L, 100L);
        assertThat(outlook.lines().getFirst().lag()).isNotEqualTo(Lag.AT_ONCE);
    }
}
