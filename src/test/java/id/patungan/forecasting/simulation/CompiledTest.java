package id.patungan.forecasting.simulation;

import static id.patungan.forecasting.projection.Outlooks.JANUARY;
import static id.patungan.forecasting.projection.Outlooks.JUTA;
import static id.patungan.forecasting.projection.Outlooks.award;
import static id.patungan.forecasting.projection.Outlooks.cost;
import static id.patungan.forecasting.projection.Outlooks.dues;
import static id.patungan.forecasting.projection.Outlooks.lag;
import static id.patungan.forecasting.projection.Outlooks.pot;
import static id.patungan.forecasting.projection.Outlooks.yearly;
import static id.patungan.forecasting.simulation.Models.f;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Lag;
import id.patungan.forecasting.projection.Line;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Outlooks;
import id.patungan.forecasting.projection.Pot;
import id.patungan.forecasting.projection.Projection;
import id.patungan.forecasting.projection.Runway;
import id.patungan.forecasting.scenarios.Overlay;
import id.patungan.forecasting.scenarios.Scenario;
import id.patungan.forecasting.simulation.Sensitivity.Assumption;
import id.patungan.forecasting.simulation.SimulationModel.Drawn;
import id.patungan.ledger.Restriction;

import org.junit.jupiter.api.Test;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Simulation, tornado and reverse stress of a projection, beside the exact one. */
class CompiledTest {

    private static final int YEARS = 5;
    private static final int MONTHS = 12 * YEARS;

    /** The members' dues after the donor has left, as in facts K1 and K2: hypothetical. */
    private static Outlook kartamantul() {
        var lines = new ArrayList<Line>();
        for (var party : List.of("34.02", "34.04", "34.71")) {
            lines.add(dues(party, yearly(MONTHS, 2, 110 * JUTA), lag(50, 30, 20)));
        }
        lines.add(cost("UMUM", "51100", MONTHS, 15 * JUTA));
        lines.add(cost("UMUM", "52100", MONTHS, 12 * JUTA));
        lines.add(cost("UMUM", "52400", MONTHS, 3 * JUTA));
        return Outlooks.of(MONTHS, 240 * JUTA, lines);
    }

    /** Pots of every restriction that run out and refill, on random books. */
    @Test
    void withoutRisksEveryPathIsTheExactProjection() {
        var seed = 20_061_231L;
        System.out.println("random outlooks with seed " + seed);
        var random = new Random(seed);
        for (var round = 0; round < 60; round++) {
            var outlook = random(random);
            var exact = Projection.of(outlook);

            var bands = Simulation.run(Compiled.of(outlook, Risks.NONE), 400, round, 1);

            assertThat(bands.months())
                    .extracting(month -> month.cash().p50())
                    .isEqualTo(exact.free());
            assertThat(bands.months()).allMatch(month -> month.cash().p5() == month.cash().p95());
            assertThat(bands.opening()).isEqualTo(exact.freeNow());
            var runway = exact.runway();
            for (var under = 1; under <= outlook.months() + 1; under++) {
                assertThat(bands.runwayUnder(under))
                        .isEqualTo(runway.under(under) ? Fraction.ONE : Fraction.ZERO);
            }
        }
    }

    private static Outlook random(Random random) {
        var months = random.nextInt(1, 40);
        var pots = new ArrayList<Pot>();
        var lines = new ArrayList<Line>();
        for (var restriction : Restriction.values()) {
            if (random.nextInt(4) == 0) continue;
            var fund = restriction.name();
            pots.add(pot(fund, restriction, random.nextLong(-20, 200)));
            lines.add(award(fund, fund, "GTZ", amounts(random, months)));
            lines.add(cost(fund, "51100", true, amounts(random, months)));
        }
        return Outlooks.of(months, pots, List.of(), lines);
    }

    private static List<Long> amounts(Random random, int months) {
        return random.longs(months, 0, 30).boxed().toList();
    }

    @Test
    void aRiskMovesTheLinesThatItNames() {
        assertThat(driven("dues")).containsExactly("dues/34.02", "dues/34.04", "dues/34.71");
        assertThat(driven("dues/34.04")).containsExactly("dues/34.04");
        assertThat(driven("income")).hasSize(3);
        assertThat(driven("income/D1")).hasSize(3);
        assertThat(driven("costs")).hasSize(3);
        assertThat(driven("costs/521")).containsExactly("cost/UMUM/52100");
        assertThat(driven("staff")).containsExactly("cost/UMUM/51100");
        for (var nothing : List.of("dues/34", "income/D5", "debts", "staff/52", "awards/GTZ")) {
            assertThatThrownBy(() -> Compiled.of(kartamantul(), certainly(nothing, "2")))
                    .isInstanceOfSatisfying(
                            SimulationException.class,
                            refusal ->
                                    assertThat(refusal.code())
                                            .isEqualTo("simulation.hits-nothing"));
        }
    }

    private static List<String> driven(String target) {
        var outlook = kartamantul();
        var cash = Projection.of(outlook).cash();
        var streams = Compiled.of(outlook, certainly(target, "2")).streams();
        return outlook.lines().stream()
                .filter(line -> Risk.Target.parse(target).matches(line))
                .filter(line ->
                        streams.stream()
                                .anyMatch(stream ->
                                        stream.amounts()
                                                .equals(cash.get(outlook.lines().indexOf(line)))))
                .map(Line::id)
                .toList();
    }

    private static Risks certainly(String target, String factor) {
        return new Risks(
                List.of(
                        new Risk(
                                target,
                                Risk.Target.parse(target),
                                Drawn.MONTHLY,
                                new Distribution.Fixed(f(factor)))),
                List.of(),
                Optional.empty(),
                false);
    }

    /** A factor that is certain is the same as a change of the scenario. */
    @Test
    void aCertainFactorIsAScenario() {
        var risks =
                new Risks(
                        List.of(
                                new Risk(
                                        "a",
                                        Risk.Target.parse("dues"),
                                        Drawn.ONCE,
                                        new Distribution.Fixed(f("0.9"))),
                                new Risk(
                                        "b",
                                        Risk.Target.parse("dues/34.04"),
                                        Drawn.YEARLY,
                                        new Distribution.Fixed(f("0.5"))),
                                new Risk(
                                        "c",
                                        Risk.Target.parse("costs"),
                                        Drawn.MONTHLY,
                                        new Distribution.Fixed(f("1.1")))),
                        List.of(),
                        Optional.empty(),
                        false);
        var scenario =
                new Scenario(
                        "",
                        "",
                        List.of(
                                new Overlay.DuesChange(null, JANUARY, f("-10")),
                                new Overlay.DuesChange("34.04", JANUARY, f("-50")),
                                new Overlay.CostChange("", JANUARY, f("10"))));
        assertThat(Simulation.run(Compiled.of(kartamantul(), risks), 400, 1, 1).months())
                .extracting(Bands.Month::mean)
                .isEqualTo(Projection.of(scenario.apply(kartamantul(), Map.of())).free());
    }

    /** On average, drawn delays bring what the exact projection spreads. */
    @Test
    void drawnDelaysKeepTheMean() {
        var risks = new Risks(List.of(), List.of(), Optional.empty(), true);
        var exact = Projection.of(kartamantul()).free();
        var bands = Simulation.run(Compiled.of(kartamantul(), risks), 10_000, 3, 2);

        // three payers, each with a standard deviation of at most half an instalment
        var error = 4 * 0.5 * StrictMath.sqrt(3) * 110 * JUTA / 100;
        for (var month : bands.months()) {
            assertThat((double) month.mean())
                    .isEqualTo(exact.get(month.number() - 1), offset(error));
        }
        assertThat(bands.months().get(2).cash().p5())
                .isLessThan(bands.months().get(2).cash().p95());
        // once all that is late has come, nothing is uncertain
        assertThat(bands.months().get(4).cash().p5()).isEqualTo(exact.get(4));
        assertThat(bands.months().get(4).cash().p95()).isEqualTo(exact.get(4));
    }

    @Test
    void membersThatDefaultLoseOnAverageWhatTheirProbabilitySays() {
        var risks =
                new Risks(
                        List.of(),
                        List.of(),
                        Optional.of(new Risks.MemberDefault(f("0.2"), f("0.5"))),
                        false);
        var exact = Projection.of(kartamantul()).free();
        var bands = Simulation.run(Compiled.of(kartamantul(), risks), 10_000, 3, 2);

        // five years of three members, a tenth of each lost on average
        var lost = YEARS * 33 * JUTA;
        var error = 4 * StrictMath.sqrt(15) * 0.4 * 55 * JUTA / 100;
        assertThat((double) bands.months().getLast().mean())
                .isEqualTo((double) exact.getLast() - lost, offset(error));
    }

    @Test
    void twoLinesOfOneMemberDefaultTogether() {
        var open =
                new Line(
                        "open/34.04",
                        Line.Group.OPEN_CHARGES,
                        "UMUM",
                        "11300",
                        "D1",
                        "34.04",
                        null,
                        false,
                        yearly(12, 5, 100),
                        Lag.AT_ONCE,
                        dues("34.04", 12, 2, 100).origins());
        var outlook = Outlooks.of(12, 0, List.of(dues("34.04", 12, 2, 100), open));
        var risks =
                new Risks(
                        List.of(),
                        List.of(),
                        Optional.of(new Risks.MemberDefault(f("0.5"), f("1"))),
                        false);
        var last = Simulation.run(Compiled.of(outlook, risks), 400, 1, 1).months().getLast();
        assertThat(last.cash()).isEqualTo(new Bands.Percentiles(0, 0, last.cash().p50(), 200, 200));
        assertThat(last.cash().p50()).isIn(0L, 100L, 200L);
        assertThat(Compiled.of(outlook, risks).payers()).hasSize(1);
    }

    private static Runway shocked(Outlook outlook, int basisPoints) {
        var percent = Fraction.of(-basisPoints, 100);
        return projected(outlook, new Overlay.DuesChange(null, JANUARY, percent)).runway();
    }

    private static Projection projected(Outlook outlook, Overlay... overlays) {
        return Projection.of(new Scenario("", "", List.of(overlays)).apply(outlook, Map.of()));
    }

    /** Applying the found shock gives the stated runway, and one step less does not do it. */
    @Test
    void theFoundShockGivesTheStatedRunway() {
        var outlook = kartamantul();
        for (var months = 3; months <= 60; months += 3) {
            var answer = ReverseStress.smallest(at -> shocked(outlook, at), months, 10_000);
            switch (answer) {
                case ReverseStress.AlreadyUnder(var runway) -> {
                    assertThat(runway.under(months)).isTrue();
                    assertThat(runway).isEqualTo(Projection.of(outlook).runway());
                }
                case ReverseStress.Found(var shock, var runway, var before, var monotone) -> {
                    assertThat(monotone).isTrue();
                    assertThat(runway).isEqualTo(shocked(outlook, shock));
                    assertThat(runway.under(months)).isTrue();
                    assertThat(before).isEqualTo(shocked(outlook, shock - 1));
                    assertThat(before.under(months)).isFalse();
                    // a chance of nothing but this shock runs out just as surely
                    var bands =
                            Simulation.run(
                                    Compiled.of(
                                            outlook,
                                            certainly(
                                                    "dues",
                                                    Fraction.of(10_000 - shock, 10_000)
                                                            .toShortText())),
                                    400,
                                    1,
                                    1);
                    assertThat(bands.runwayUnder(months)).isEqualTo(Fraction.ONE);
                }
                case ReverseStress.NoneUpTo(var largest, var runway) ->
                        assertThat(runway).isEqualTo(shocked(outlook, largest));
            }
        }
    }

    /**
     * The break-even uplift, the tornado and the reverse stress speak of one gap. Dues of 330 juta
     * against costs of 360 juta a year: with u = 30/330 more they are equal (facts and forecasting
     * 5, u = (E − O)/(c·ΣA) − 1), a bar of ±u moves the end by one gap each way, and from the
     * raised level a cut of exactly u/(1+u) brings the gap back.
     */
    @Test
    void breakEvenTornadoAndReverseStressAgree() {
        var outlook = kartamantul();
        var base = Projection.of(outlook);
        var gap = Fraction.of(YEARS * 30 * JUTA);
        var uplift = Fraction.of(360, 330).minus(Fraction.ONE).times(Fraction.HUNDRED);
        var raise = new Overlay.DuesChange(null, JANUARY, uplift);
        var raised = projected(outlook, raise);

        // every year ends as it began
        assertThat((double) raised.free().getLast()).isEqualTo(240 * JUTA, offset((double) MONTHS));

        var bars =
                Sensitivity.tornado(
                        base.free().getLast(),
                        List.of(
                                Assumption.by("dues", uplift),
                                Assumption.by("staff", Fraction.of(1)),
                                Assumption.by("costs", uplift)),
                        (name, percent) ->
                                projected(outlook, change(name, percent)).free().getLast());
        assertThat(bars)
                .extracting(bar -> bar.assumption().name())
                .containsExactly("costs", "dues", "staff");
        var ofDues = bars.get(1);
        assertThat((double) ofDues.swing())
                .isEqualTo(2 * Quantile.number(gap), offset((double) MONTHS));
        assertThat(ofDues.atHigh()).isEqualTo(raised.free().getLast());

        // the smallest cut of the raised dues that ends below what the base ends with
        var level = new Scenario("", "", List.of(raise)).apply(outlook, Map.of());
        var back = uplift.dividedBy(Fraction.HUNDRED.plus(uplift)).times(Fraction.of(10_000));
        var found =
                ReverseStress.smallest(
                        at ->
                                shockedEnd(level, at) < base.free().getLast()
                                        ? new Runway(0, false)
                                        : new Runway(MONTHS, true),
                        12,
                        10_000);
        assertThat(found).isInstanceOf(ReverseStress.Found.class);
        assertThat(((ReverseStress.Found) found).shock())
                .isEqualTo(back.rounded(0, RoundingMode.CEILING).intValueExact());
    }

    private static long shockedEnd(Outlook outlook, int basisPoints) {
        return projected(
                        outlook,
                        new Overlay.DuesChange(null, JANUARY, Fraction.of(-basisPoints, 100)))
                .free()
                .getLast();
    }

    private static Overlay change(String name, Fraction percent) {
        return switch (name) {
            case "dues" -> new Overlay.DuesChange(null, JANUARY, percent);
            case "staff" -> new Overlay.CostChange("51", JANUARY, percent);
            default -> new Overlay.CostChange("", JANUARY, percent);
        };
    }

    /** 330 juta of dues and 200 juta of a donor: 60.6 % more dues stand for the donor. */
    @Test
    void theDonorsExitIsMadeUpByTheStatedUplift() {
        var lines = new ArrayList<Line>();
        for (var party : List.of("34.02", "34.04", "34.71")) {
            lines.add(dues(party, yearly(MONTHS, 0, 110 * JUTA), Lag.AT_ONCE));
        }
        lines.add(cost("UMUM", "52100", true, yearly(MONTHS, 0, 530 * JUTA)));
        var without = Outlooks.of(MONTHS, 0, lines);
        var uplift = Fraction.of(200, 330).times(Fraction.HUNDRED);
        assertThat(uplift.rounded(1, RoundingMode.HALF_UP)).isEqualByComparingTo("60.6");

        var raised = projected(without, new Overlay.DuesChange(null, JANUARY, uplift));
        assertThat(raised.free()).allMatch(cash -> Math.abs(cash) <= MONTHS);
        assertThat(Projection.of(without).free())
                .isEqualTo(
                        IntStream.range(0, MONTHS)
                                .mapToObj(at -> -200 * JUTA * (at / 12 + 1))
                                .toList());
    }
}
