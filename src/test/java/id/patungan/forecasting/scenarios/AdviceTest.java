package id.patungan.forecasting.scenarios;

import static id.patungan.forecasting.projection.Outlooks.JUTA;
import static id.patungan.forecasting.projection.Outlooks.cost;
import static id.patungan.forecasting.projection.Outlooks.dues;

import static org.assertj.core.api.Assertions.assertThat;

import id.patungan.basics.Fraction;
import id.patungan.forecasting.projection.Outlook;
import id.patungan.forecasting.projection.Outlooks;
import id.patungan.forecasting.projection.Projection;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Random;

class AdviceTest {

    /** 530 juta of costs at the beginning of each year, 330 juta of dues: 200 / 330 are missing. */
    @Test
    void theRiseOfDuesIsSixtyAndSixTenthsPercentAfterTheDonor() {
        var outlook =
                Outlooks.of(
                        12,
                        0,
                        List.of(
                                dues("34.71", 12, 0, 110 * JUTA),
                                dues("34.04", 12, 0, 110 * JUTA),
                                dues("34.02", 12, 0, 110 * JUTA),
                                cost("UMUM", "52100", true, Outlooks.yearly(12, 0, 530 * JUTA))));
        var advice = Advice.of(outlook);

        assertThat(advice.dues()).isEqualTo(Fraction.of(6061, 100));
        assertThat(advice.costs()).isEqualTo(Fraction.of(-3774, 100));
        assertThat(advice.reserve()).isEqualTo(200 * JUTA);
        assertThat(advice.month()).isEqualTo(1);
        assertThat(advice.changes(outlook))
                .containsExactly(
                        new Overlay.DuesChange(null, outlook.from(), Fraction.of(6061, 100)),
                        new Overlay.CostChange("", outlook.from(), Fraction.of(-3774, 100)),
                        new Overlay.Reserve(outlook.from(), 200 * JUTA))
                .allMatch(one -> lasts(outlook, one));
    }

    @Test
    void whereNothingRunsOutNothingIsAdvised() {
        var outlook =
                Outlooks.of(
                        12,
                        7,
                        List.of(cost("UMUM", "52100", false, Outlooks.in(12, Map.of(3, 5L)))));
        assertThat(Advice.of(outlook)).isEqualTo(new Advice(2, 4, 0, Fraction.ZERO, Fraction.ZERO));
        assertThat(Advice.of(outlook).changes(outlook)).isEmpty();
    }

    @Test
    void whereDuesCannotCloseTheGapThatIsSaid() {
        var none = Outlooks.of(3, -5, List.of(cost("UMUM", "52100", 3, 5)));
        assertThat(Advice.of(none).dues()).isNull();
        assertThat(Advice.of(none).costs()).isNull();
        assertThat(Advice.of(none).reserve()).isEqualTo(20);
        assertThat(Advice.of(none).changes(none))
                .containsExactly(new Overlay.Reserve(none.from().minusMonths(1), 20));
    }

    /** What is advised is enough, and a hundredth of a percent less is not. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28})
    void whatIsAdvisedIsEnoughAndNoMoreThanThat(long seed) {
        var random = new Random(seed);
        var months = 12 + random.nextInt(24);
        var outlook =
                Outlooks.of(
                        months,
                        random.nextInt(1000) * JUTA / 10,
                        List.of(
                                dues(
                                        "34.71",
                                        months,
                                        random.nextInt(6),
                                        (10 + random.nextInt(90)) * JUTA),
                                cost("UMUM", "51100", months, (1 + random.nextInt(20)) * JUTA),
                                cost("UMUM", "52100", months, (1 + random.nextInt(5)) * JUTA)));
        var advice = Advice.of(outlook);
        var dues = advice.dues();
        var costs = advice.costs();
        if (dues != null && dues.signum() > 0) {
            assertThat(lasts(outlook, Advice.dues(outlook, dues))).isTrue();
            var less = dues.minus(Fraction.of(1, 100));
            assertThat(lasts(outlook, Advice.dues(outlook, less))).isFalse();
        }
        if (costs != null && costs.signum() < 0) {
            assertThat(lasts(outlook, Advice.costs(outlook, costs))).isTrue();
            var less = costs.plus(Fraction.of(1, 100));
            assertThat(lasts(outlook, Advice.costs(outlook, less))).isFalse();
        }
        assertThat(advice.reserve()).isEqualTo(Math.max(0, -advice.lowest()));
        if (advice.reserve() > 0) {
            assertThat(lowest(outlook, advice.reserve())).isZero();
            assertThat(lowest(outlook, advice.reserve() - 100)).isEqualTo(-100);
        }
    }

    /** Where money is missing now, no money that comes later mends it: it must be there before. */
    @Test
    void aReserveClosesAlsoAGapThatIsThereAlready() {
        var outlook = Outlooks.of(3, -5, List.of(cost("UMUM", "52100", 3, 5)));
        assertThat(Advice.reserve(outlook, 20))
                .isEqualTo(new Overlay.Reserve(outlook.from().minusMonths(1), 20));
        assertThat(lowest(outlook, 20)).isZero();
        assertThat(lowest(outlook, 19)).isEqualTo(-1);
    }

    private static long lowest(Outlook outlook, long reserve) {
        var projection = Projection.of(Advice.reserve(outlook, reserve).apply(outlook, Map.of()));
        return Advice.of(projection.outlook()).lowest();
    }

    private static boolean lasts(Outlook outlook, @Nullable Overlay overlay) {
        return overlay != null && Projection.of(overlay.apply(outlook, Map.of())).runway().beyond();
    }
}
