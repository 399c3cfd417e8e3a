package id.patungan.grants.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.patungan.grants.lineage.Lineage.Link;
import id.patungan.grants.lineage.Lineage.Source;
import id.patungan.grants.lineage.Lineage.Use;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Every rupiah once, in both directions, by each order. */
class LineageTest {

    private static final Currency IDR = Currency.getInstance("IDR");
    private static final LocalDate START = LocalDate.of(2011, 1, 1);

    private static Source source(String ref, int day, boolean restricted, long amount) {
        return new Source(ref, START.plusDays(day), "F", restricted, amount);
    }

    private static Use use(String ref, int day, long amount) {
        return new Use(ref, START.plusDays(day), "F", "A", amount);
    }

    /** T1 600 and interest 100 are there when T2 of 300 comes; 500 and then 400 are spent. */
    private static Lineage three(LineageOrder order) {
        return Lineage.of(
                order,
                IDR,
                List.of(
                        source("T1", 0, true, 600),
                        source("BUNGA", 10, false, 100),
                        source("T2", 20, true, 300)),
                List.of(use("U1", 15, 500), use("U2", 30, 400)));
    }

    @Test
    void firstInUsesWhatCameFirst() {
        assertThat(three(LineageOrder.FIRST_IN).links())
                .containsExactly(
                        new Link("T1", "U1", 500),
                        new Link("T1", "U2", 100),
                        new Link("BUNGA", "U2", 100),
                        new Link("T2", "U2", 200));
    }

    @Test
    void restrictedMoneyGoesBeforeInterest() {
        var lineage = three(LineageOrder.RESTRICTED_FIRST);

        assertThat(lineage.links())
                .containsExactly(
                        new Link("T1", "U1", 500),
                        new Link("T1", "U2", 100),
                        new Link("T2", "U2", 300));
        assertThat(lineage.left(lineage.sources().get(1))).isEqualTo(100);
    }

    /**
     * 500 of 600 and 100: 428.57 and 71.43, that is 429 and 71, for the larger remainder is that of
     * 428.57. Left 171, 29 and 300, together 500, of which 400: 136.8, 23.2 and 240.
     */
    @Test
    void proRataTakesOfAllThatIsThere() {
        assertThat(three(LineageOrder.PRO_RATA).links())
                .containsExactly(
                        new Link("T1", "U1", 429),
                        new Link("BUNGA", "U1", 71),
                        new Link("T1", "U2", 137),
                        new Link("BUNGA", "U2", 23),
                        new Link("T2", "U2", 240));
    }

    @Test
    void aUseBeforeItsMoneyWaitsForTheNextToCome() {
        var lineage =
                Lineage.of(
                        LineageOrder.FIRST_IN,
                        IDR,
                        List.of(source("T1", 0, true, 100), source("T2", 20, true, 100)),
                        List.of(use("U1", 10, 150), use("U2", 15, 100)));

        assertThat(lineage.links())
                .containsExactly(
                        new Link("T1", "U1", 100),
                        new Link("T2", "U1", 50),
                        new Link("T2", "U2", 50));
        assertThat(lineage.uncovered()).isEqualTo(50);
    }

    @Test
    void whatCameBackCancelsTheNewestOfItsGroupOrIsMoneyAgain() {
        var lineage =
                Lineage.of(
                        LineageOrder.FIRST_IN,
                        IDR,
                        List.of(source("T1", 0, true, 100)),
                        List.of(
                                use("U1", 1, 40),
                                use("U2", 2, 40),
                                use("BACK", 3, -50),
                                new Use("OTHER", START.plusDays(4), "F", "B", -5)));

        assertThat(lineage.links()).containsExactly(new Link("T1", "U1", 30));
        assertThat(lineage.sources())
                .extracting(Source::ref, Source::amount)
                .containsExactly(tuple("T1", 100L), tuple("OTHER", 5L));
        assertThat(lineage.uncovered()).isZero();
    }

    @Test
    void moneyOfOneFundPaysNothingOfAnother() {
        var lineage =
                Lineage.of(
                        LineageOrder.FIRST_IN,
                        IDR,
                        List.of(new Source("T1", START, "G", true, 100)),
                        List.of(use("U1", 1, 40)));

        assertThat(lineage.links()).isEmpty();
        assertThat(lineage.uncovered()).isEqualTo(40);
    }

    static Stream<Long> seeds() {
        return LongStream.range(0, 200).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRupiahIsUsedOnceAndBothDirectionsAgree(long seed) {
        var random = new Random(seed);
        var sources = new ArrayList<Source>();
        var uses = new ArrayList<Use>();
        for (var at = 0; at < 1 + random.nextInt(6); at++) {
            sources.add(
                    new Source(
                            "S" + at,
                            START.plusDays(random.nextInt(300)),
                            "F" + random.nextInt(2),
                            random.nextBoolean(),
                            1 + random.nextLong(1_000_000_00L)));
        }
        for (var at = 0; at < random.nextInt(12); at++) {
            var amount = 1 + random.nextLong(400_000_00L);
            uses.add(
                    new Use(
                            "U" + at,
                            START.plusDays(random.nextInt(365)),
                            "F" + random.nextInt(2),
                            "G" + random.nextInt(3),
                            random.nextInt(5) == 0 ? -amount : amount));
        }
        for (var order : LineageOrder.values()) {
            holds(Lineage.of(order, IDR, sources, uses), sources, uses);
        }
    }

    private static void holds(Lineage lineage, List<Source> sources, List<Use> uses) {
        var funds = new HashMap<String, String>();
        lineage.sources().forEach(one -> funds.put(one.ref(), one.fund()));
        var paid = new HashMap<String, Long>();
        var pairs = new HashSet<String>();
        for (var link : lineage.links()) {
            assertThat(link.amount()).isPositive();
            assertThat(pairs.add(link.source() + " " + link.use())).isTrue();
            paid.merge(link.use(), link.amount(), Long::sum);
        }
        var left = 0L;
        for (var source : lineage.sources()) {
            assertThat(lineage.left(source)).isBetween(0L, source.amount());
            left += lineage.left(source);
        }
        for (var use : uses) {
            assertThat(paid.getOrDefault(use.ref(), 0L)).isBetween(0L, Math.max(0, use.amount()));
            for (var link : lineage.paidBy(use.ref())) {
                assertThat(funds.get(link.source())).isEqualTo(use.fund());
                assertThat(lineage.became(link.source())).contains(link);
            }
        }
        assertThat(lineage.uncovered()).isNotNegative();
        assertThat(left - lineage.uncovered())
                .isEqualTo(
                        sources.stream().mapToLong(Source::amount).sum()
                                - uses.stream().mapToLong(Use::amount).sum());
    }
}
