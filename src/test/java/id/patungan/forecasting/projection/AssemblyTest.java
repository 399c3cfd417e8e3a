package id.patungan.forecasting.projection;

import static id.patungan.forecasting.projection.Outlooks.JUTA;
import static id.patungan.forecasting.projection.Outlooks.lag;
import static id.patungan.forecasting.projection.Outlooks.pot;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Line.Group;
import id.patungan.forecasting.projection.Material.Charge;
import id.patungan.forecasting.projection.Material.Debt;
import id.patungan.forecasting.projection.Material.Grant;
import id.patungan.forecasting.projection.Material.Part;
import id.patungan.forecasting.projection.Material.Payment;
import id.patungan.forecasting.projection.Material.Plan;
import id.patungan.forecasting.projection.Material.PlanLine;
import id.patungan.forecasting.projection.Material.Sum;
import id.patungan.ledger.Restriction;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

class AssemblyTest {

    private static final LocalDate END = LocalDate.of(2006, 12, 31);
    private static final List<Pot> POTS =
            List.of(
                    pot("UMUM", Restriction.UNRESTRICTED, 50 * JUTA),
                    pot("HIBAH", Restriction.CONDITIONAL, 10 * JUTA));
    private static final Map<String, String> CLASSES =
            Map.of("41100", "D1", "41200", "D1", "42100", "D2", "46100", "D0");

    private static Charge charge(String party, int year, Part part, Payment... payments) {
        return new Charge(
                "AS-" + year + "-0001/" + party,
                party,
                "UMUM",
                true,
                year,
                0,
                0,
                List.of(part),
                List.of(payments));
    }

    private static Payment paid(int year, int month, long amount) {
        return new Payment(LocalDate.of(year, month, 15), amount, true);
    }

    private static Part due(int year, int month, long amount, long open) {
        return new Part(LocalDate.of(year, month, 31), amount, open);
    }

    private static Material material(
            List<Sum> activity,
            List<Charge> charges,
            Map<String, Long> prepaid,
            List<Grant> grants,
            List<Debt> debts,
            List<Plan> plans) {
        return new Material(
                END,
                100,
                LocalDate.of(2006, 1, 2),
                Currency.getInstance("IDR"),
                POTS,
                activity,
                CLASSES,
                charges,
                prepaid,
                Set.of("34.99"),
                grants,
                debts,
                plans);
    }

    private static Line line(Outlook outlook, String id) {
        return outlook.lines().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError(
                                id + " not in " + outlook.lines().stream().map(Line::id).toList()));
    }

    @Test
    void aPayersHabitIsLearnedRupiahByRupiah() {
        var charges =
                List.of(
                        charge(
                                "34.04",
                                2005,
                                due(2005, 1, 100, 0),
                                paid(2005, 1, 40),
                                paid(2005, 4, 60)),
                        charge("34.04", 2006, due(2006, 1, 100, 0), paid(2006, 3, 100)));
        assertThat(PaymentHabit.of(charges, END))
                .isEqualTo(new PaymentHabit(lag(20, 0, 50, 30), 2));
    }

    @Test
    void earlyIsInTimeAndOpenIsNextMonthUntilItIsTooLate() {
        assertThat(
                        PaymentHabit.of(
                                List.of(charge("a", 2006, due(2006, 5, 10, 0), paid(2006, 2, 10))),
                                END))
                .isEqualTo(new PaymentHabit(Lag.AT_ONCE, 1));
        var open = charge("a", 2006, due(2006, 10, 10, 10));
        assertThat(PaymentHabit.of(List.of(open), END).lag()).isEqualTo(lag(0, 0, 0, 100));
        var old = charge("a", 2004, due(2004, 1, 10, 10));
        assertThat(PaymentHabit.of(List.of(old), END).lag().never()).isEqualTo(Fraction.ONE);
        assertThat(PaymentHabit.of(List.of(), END)).isEqualTo(PaymentHabit.UNKNOWN);
    }

    @Test
    void duesComeAgainOnTheSameDaysAndAsLateAsTheyCame() {
        var outlook =
                Assembly.of(
                        material(
                                List.of(),
                                List.of(
                                        charge(
                                                "34.04",
                                                2006,
                                                due(2006, 3, 110, 0),
                                                paid(2006, 5, 110)),
                                        charge("34.99", 2006, due(2006, 3, 110, 0))),
                                Map.of("34.04", 30L),
                                List.of(),
                                List.of(),
                                List.of()),
                        24);
        var dues = line(outlook, "dues/34.04/UMUM");

        assertThat(dues.due().get(2)).isEqualTo(80);
        assertThat(dues.due().get(14)).isEqualTo(110);
        assertThat(dues.total()).isEqualTo(190);
        assertThat(dues.lag()).isEqualTo(lag(0, 0, 100));
        assertThat(dues.origins())
                .extracting(Origin::kind)
                .containsExactly(Origin.Kind.ASSESSMENT, Origin.Kind.HABIT, Origin.Kind.PREPAID);
        assertThat(outlook.lines()).extracting(Line::party).doesNotContain("34.99");
    }

    @Test
    void whatIsOverdueComesAsTheRestUsuallyDoes() {
        var outlook =
                Assembly.of(
                        material(
                                List.of(),
                                List.of(
                                        charge(
                                                "34.04",
                                                2005,
                                                due(2005, 1, 100, 0),
                                                paid(2005, 1, 50),
                                                paid(2005, 4, 50)),
                                        charge("34.04", 2006, due(2006, 12, 100, 100))),
                                Map.of(),
                                List.of(),
                                List.of(),
                                List.of()),
                        6);
        var open = line(outlook, "open/AS-2006-0001/34.04/1");
        assertThat(open.due().getFirst()).isEqualTo(100);
        assertThat(open.lag())
                .isEqualTo(new Lag(List.of(Fraction.ZERO, Fraction.ZERO, Fraction.ONE)));
    }

    /** Due on the very day, or later in its month, is not late yet, and comes next month. */
    @Test
    void whatFallsDueOnTheLastDayThatCountsStillComes() {
        var outlook =
                Assembly.of(
                        material(
                                List.of(),
                                List.of(charge("34.71", 2006, due(2006, 12, 100, 100))),
                                Map.of(),
                                List.of(),
                                List.of(),
                                List.of()),
                        12);
        var open = line(outlook, "open/AS-2006-0001/34.71/1");
        assertThat(Projection.cash(open).getFirst()).isEqualTo(100);
    }

    /** B is charged later this year than A: it is taken to owe again what it owed last year. */
    @Test
    void whoIsNotChargedYetThisYearIsNotForgotten() {
        var outlook =
                Assembly.of(
                        material(
                                List.of(),
                                List.of(
                                        charge("34.71", 2006, due(2006, 3, 100, 0)),
                                        charge("34.04", 2005, due(2005, 3, 70, 0)),
                                        charge("34.02", 2003, due(2003, 3, 50, 0))),
                                Map.of(),
                                List.of(),
                                List.of(),
                                List.of()),
                        24);
        assertThat(line(outlook, "dues/34.71/UMUM").total()).isEqualTo(200);
        assertThat(line(outlook, "dues/34.04/UMUM").due()).isEqualTo(Outlooks.yearly(24, 2, 70));
        assertThat(outlook.lines()).noneMatch(one -> one.id().contains("34.02"));
    }

    /** The last tenth is paid against the report, three months after the end. */
    @Test
    void aPartThatIsPromisedForAfterTheEndStillComes() {
        var grant =
                new Grant(
                        "HIBAH-1",
                        "HIBAH",
                        "34",
                        "42100",
                        "D2",
                        YearMonth.of(2007, 6),
                        false,
                        null,
                        Map.of(YearMonth.of(2007, 9), 10 * JUTA));
        var outlook =
                Assembly.of(
                        material(
                                List.of(),
                                List.of(),
                                Map.of(),
                                List.of(grant),
                                List.of(),
                                List.of()),
                        12);
        assertThat(line(outlook, "award/HIBAH-1/HIBAH").due().get(8)).isEqualTo(10 * JUTA);
    }

    @Test
    void aBudgetIsRepeatedAfterItsYearAndHibahIsNothingAfterItsEnd() {
        var salaries = new PlanLine("51100", "HIBAH", "Gaji", Collections.nCopies(12, 5 * JUTA));
        var chairs = new PlanLine("12100", "UMUM", "Kursi", Outlooks.in(12, Map.of(5, 3 * JUTA)));
        var grant =
                new Grant(
                        "HIBAH-2007",
                        "HIBAH",
                        "32",
                        "42100",
                        "D2",
                        YearMonth.of(2007, 12),
                        false,
                        null,
                        Map.of(
                                YearMonth.of(2006, 11),
                                20 * JUTA,
                                YearMonth.of(2007, 6),
                                30 * JUTA));
        var outlook =
                Assembly.of(
                        material(
                                List.of(),
                                List.of(),
                                Map.of(),
                                List.of(grant),
                                List.of(),
                                List.of(new Plan(2007, "2007/main", List.of(salaries, chairs)))),
                        24);

        assertThat(line(outlook, "award/HIBAH-2007/HIBAH").due().subList(0, 6))
                .containsExactly(20 * JUTA, 0L, 0L, 0L, 0L, 30 * JUTA);
        assertThat(line(outlook, "costs/UMUM/12100").total()).isEqualTo(3 * JUTA);
        assertThat(line(outlook, "staff/HIBAH/51100").total()).isEqualTo(60 * JUTA);
        var after = line(outlook, "staff/HIBAH/51100" + Ending.AFTER);
        assertThat(after.fund()).isEqualTo("UMUM");
        assertThat(after.due().subList(11, 14)).containsExactly(0L, 5 * JUTA, 5 * JUTA);
        assertThat(Projection.of(outlook).free().getFirst()).isEqualTo(50 * JUTA);
        assertThat(Projection.of(outlook).runway()).isEqualTo(new Runway(22, false));
    }

    @Test
    void aYearWithoutABudgetHasTheOneBeforeAndSharesOfProjectsAreNoDues() {
        var paper = new PlanLine("52100", "UMUM", "ATK", Collections.nCopies(12, 5L));
        var dearer = new PlanLine("52100", "UMUM", "ATK", Collections.nCopies(12, 7L));
        var shares = new PlanLine("41200", "UMUM", "Bagian", Collections.nCopies(12, 3L));
        var dues = new PlanLine("41100", "UMUM", "Iuran", Collections.nCopies(12, 900L));
        var outlook =
                Assembly.of(
                        material(
                                List.of(),
                                List.of(charge("34.04", 2006, due(2006, 3, 110, 0))),
                                Map.of(),
                                List.of(),
                                List.of(),
                                List.of(
                                        new Plan(2007, "2007/main", List.of(paper, shares, dues)),
                                        new Plan(2009, "2009/main", List.of(dearer)))),
                        36);

        assertThat(line(outlook, "costs/UMUM/52100").due().subList(22, 26))
                .containsExactly(5L, 5L, 7L, 7L);
        assertThat(line(outlook, "other-income/UMUM/41200").total()).isEqualTo(24 * 3);
        assertThat(outlook.lines()).extracting(Line::id).doesNotContain("other-income/UMUM/41100");
    }

    @Test
    void withoutABudgetTheBooksSayWhatAYearCosts() {
        var sums =
                List.of(
                        new Sum("52100", "UMUM", YearMonth.of(2006, 2), 7),
                        new Sum("52100", "UMUM", YearMonth.of(2006, 11), 5),
                        new Sum("55100", "UMUM", YearMonth.of(2006, 11), 900),
                        new Sum("12100", "UMUM", YearMonth.of(2006, 11), 900),
                        new Sum("46100", "UMUM", YearMonth.of(2006, 12), 1),
                        new Sum("42100", "HIBAH", YearMonth.of(2006, 12), 800));
        var grant =
                new Grant(
                        "H",
                        "HIBAH",
                        "32",
                        "42100",
                        "D2",
                        YearMonth.of(2007, 12),
                        false,
                        null,
                        Map.of());
        var outlook =
                Assembly.of(
                        material(sums, List.of(), Map.of(), List.of(grant), List.of(), List.of()),
                        13);
        assertThat(line(outlook, "costs/UMUM/52100").due())
                .containsExactly(0L, 7L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 5L, 0L, 0L);
        assertThat(line(outlook, "other-income/UMUM/46100").due().get(11)).isEqualTo(1);
        assertThat(outlook.lines()).hasSize(2);
    }

    @Test
    void debtsArePaidFirst() {
        var outlook =
                Assembly.of(
                        material(
                                List.of(),
                                List.of(),
                                Map.of(),
                                List.of(),
                                List.of(
                                        new Debt("21100", "UMUM", 9),
                                        new Debt("29100", "UMUM", 4),
                                        new Debt("19100", "HIBAH", -4)),
                                List.of()),
                        2);
        assertThat(line(outlook, "debt/UMUM/21100").group()).isEqualTo(Group.DEBTS);
        var projection = Projection.of(outlook);
        assertThat(projection.free()).containsExactly(50 * JUTA - 13, 50 * JUTA - 13);
        assertThat(projection.funds().get(1).closing().getFirst()).isEqualTo(10 * JUTA + 4);
    }
}
